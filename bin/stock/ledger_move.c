/* What moves inside a store: issued, opened, used, wasted, put elsewhere, brought back, countered. */
#include <string.h>

#include "bin/stock/verbs.h"
#include "stock/disposal.h"
#include "stock/words.h"

/* ---- what several share ------------------------------------------------------------------- */

static int
need(const char *value, const char *name, struct err *err)
{
    return value && *value ? 0 : err_set(err, ERR_USAGE, _("%s: missing"), name);
}

static struct stock_note
note_of(const struct ledger_now *now, const struct move_args *args, const char *kind)
{
    return (struct stock_note){.kind = kind,
                               .at = now->at,
                               .day = now->day,
                               .staff_id = now->staff_id,
                               .reason = args->reason,
                               .paper = args->paper};
}

/* If it is controlled, before two people. `words` say what moves, with every number. */
static int
need_second(struct ctx *ctx, const struct ledger_now *now, bool controlled, const char *words,
            struct stock_note *note, struct err *err)
{
    if (!controlled)
        return 0;
    return ledger_controlled(
        ctx, now, arena_printf(ctx->arena, "%s %s %s", note->kind, ctx->store, words), note, err);
}

/* ---- destroyed ---------------------------------------------------------------------------- */

/* 1 it wants a record of destruction, since it is controlled or one was begun; 0 it wants none, -1. `words` get
 * the way of it, for who consents. */
static int
want_disposal(struct ctx *ctx, const struct move_args *args, const struct ledger_now *now,
              bool controlled, struct stock_disposal *disposal, const char **words, struct err *err)
{
    *disposal = (struct stock_disposal){.code = args->paper,
                                        .method = args->method,
                                        .place = args->place,
                                        .witness = args->witness};
    if (!controlled && !args->method && !args->place && !args->witness)
        return 0;
    if (!args->method || !*args->method || !args->place || !*args->place || !args->witness ||
        !*args->witness)
        return err_set(err, ERR_DATA,
                       _("%s: --method, --place and --witness are wanted: the record of its "
                         "destruction names them"),
                       *words);
    if (now->staff_id && stock_witness(ctx->db, disposal, now->staff_id, err) < 0)
        return -1;
    *words = arena_printf(ctx->arena, "%s: %s, %s, %s", *words, args->method, args->place,
                          args->witness);
    return 1;
}

/* What is wasted: with a record, and before two people, where it must be so. */
static int
before_waste(struct ctx *ctx, const struct move_args *args, const struct ledger_now *now,
             bool controlled, const char *name, const char *words, struct stock_note *note,
             struct err *err)
{
    struct stock_disposal disposal;
    const char *way = name;
    int wanted = want_disposal(ctx, args, now, controlled, &disposal, &way, err);
    if (wanted < 0)
        return -1;
    words = arena_printf(ctx->arena, "%s%s", words, way + strlen(name));
    if (need_second(ctx, now, controlled, words, note, err) < 0)
        return -1;
    return wanted ? stock_dispose(ctx->db, ctx->arena, now->store_id, &disposal, note, err) : 0;
}

/* ---- issue and waste ---------------------------------------------------------------------- */

/* What is controlled goes out by a paper: the doctor's signed prescription (医疗用毒性药品管理办法
 * 9), or the slip of who fetches it (6); who consents, consents to it, too. */
static int
before_issue(struct ctx *ctx, const struct ledger_now *now, bool controlled, const char *words,
             struct stock_note *note, struct err *err)
{
    if (controlled && is_blank(note->paper))
        return err_set(
            err, ERR_DATA,
            _("%s: is controlled: --paper names the prescription, or the slip, by which it is "
              "issued"),
            words);
    if (controlled && stock_paper(ctx->db, now->store_id, note, err) < 0)
        return -1;
    return need_second(ctx, now, controlled,
                       arena_printf(ctx->arena, "%s for %s", words, note->paper ? note->paper : ""),
                       note, err);
}

/* Everything is planned before anything moves. */
static int
move_words(struct ctx *ctx, const struct move_args *args, const struct ledger_now *now,
           const char *kind, struct err *err)
{
    struct stock_note note = note_of(now, args, kind);
    struct stock_plan plan;
    bool any = strcmp(kind, "waste") == 0, controlled = false;
    const char *words = "";
    stock_plan_init(&plan, ctx->arena, now->store_id);
    for (int i = 0; i < args->wants.count; i++) {
        const char *text = args->wants.items[i];
        if (ledger_plan(ctx, now, text, any ? LEDGER_ANY : 0, &plan, &controlled, err) < 0)
            return -1;
        words = i ? arena_printf(ctx->arena, "%s %s", words, text) : text;
    }
    if ((any ? before_waste(ctx, args, now, controlled, words, words, &note, err)
             : before_issue(ctx, now, controlled, words, &note, err)) < 0)
        return -1;
    if (stock_issue(ctx->db, &plan, &note, err) < 0)
        return -1;
    return ledger_say(ctx, &plan, now->store_id, kind, args->reason, err);
}

int
cmd_issue(struct ctx *ctx, void *data, struct err *err)
{
    const struct move_args *args = data;
    struct ledger_now now;
    bool batch = args->wants.count == 1 && strcmp(args->wants.items[0], "-") == 0;
    if (!batch && args->rejects)
        return err_set(err, ERR_USAGE, _("--rejects: goes with -"));
    if (ledger_begin(ctx, args->at, args->staff, &now, err) < 0)
        return -1;
    return batch ? ledger_batch(ctx, args, &now, err) : move_words(ctx, args, &now, "issue", err);
}

/* The rest of an opened pack. */
static int
waste_pack(struct ctx *ctx, const struct move_args *args, const struct ledger_now *now,
           struct err *err)
{
    struct stock_note note = note_of(now, args, "waste");
    struct stock_piece piece;
    struct stock_item item;
    struct stock_plan plan = {.pieces = &piece, .count = 1};
    const char *pack;
    int64_t rest;
    if (ledger_pack(ctx, now, args->pack, &pack, err) < 0 ||
        stock_pack_item(ctx->db, ctx->arena, now->store_id, pack, &item, err) < 0 ||
        stock_pack_rest(ctx->db, now->store_id, pack, &rest, err) < 0)
        return -1;
    const char *words = arena_printf(ctx->arena, "%s %s=%lld", pack, item.code, (long long)rest);
    if (before_waste(ctx, args, now, item.controlled, pack, words, &note, err) < 0 ||
        stock_close_vial(ctx->db, ctx->arena, now->store_id, pack, &note, &piece, err) < 0)
        return -1;
    return ledger_say(ctx, &plan, now->store_id, "waste", args->reason, err);
}

int
cmd_waste(struct ctx *ctx, void *data, struct err *err)
{
    const struct move_args *args = data;
    struct ledger_now now;
    if (need(args->reason, "--reason", err) < 0)
        return -1;
    if (!args->pack == !args->wants.count)
        return err_set(err, ERR_USAGE, _("name what is wasted: ITEM=QUANTITY, or --pack"));
    if (ledger_begin(ctx, args->at, args->staff, &now, err) < 0)
        return -1;
    return args->pack ? waste_pack(ctx, args, &now, err)
                      : move_words(ctx, args, &now, "waste", err);
}

/* ---- opened packs ------------------------------------------------------------------------- */

static int
say_opened(struct ctx *ctx, const struct stock_item *item, const struct stock_opened *opened,
           struct err *err)
{
    static const struct out_column columns[] = {
        {"code", NULL, OUT_TEXT},    {"item", NULL, OUT_TEXT}, {"lot", NULL, OUT_TEXT},
        {"quantity", NULL, OUT_INT}, {"unit", NULL, OUT_TEXT}, {"use_by", NULL, OUT_MOMENT},
    };
    const struct db_value values[] = {
        db_text(opened->code), db_text(item->code),
        db_text(opened->lot),  db_int(opened->quantity),
        db_text(item->unit),   opened->use_by ? db_int(opened->use_by) : db_null()};
    struct out *out = cli_out(ctx, columns, 6);
    int result = out_row(out, values, err) < 0 ? -1 : out_end(out, err);
    out_free(out);
    return result;
}

int
cmd_open(struct ctx *ctx, void *data, struct err *err)
{
    struct move_args *args = data;
    struct stock_opened opened;
    struct ledger_now now;
    struct stock_item item;
    struct stock_want want = {0};
    if (ledger_begin(ctx, args->at, args->staff, &now, err) < 0 ||
        ledger_names(ctx, now.store_id, &args->item, &args->lot, err) < 0 ||
        stock_item_find(ctx->db, ctx->arena, args->item, &item, err) < 0)
        return -1;
    if (item.vial_size <= 1)
        return err_set(err, ERR_DATA,
                       _("%s: is used whole; only what has a pack size (vial_size) is "
                         "opened"),
                       item.code);
    if (args->lot && stock_lot_find(ctx->db, now.store_id, &item, args->lot, &want.lot_id, err) < 0)
        return -1;
    want.item_id = item.id;
    want.at = now.at;
    want.day = now.day;
    if (stock_open(ctx->db, ctx->arena, now.store_id, &item, &want, &opened, err) < 0)
        return -1;
    const char *subject = arena_printf(ctx->arena, "pack %s %s", ctx->store, opened.code);
    if (cli_log(ctx, now.store_id, subject, args->reason, err) < 0)
        return -1;
    return say_opened(ctx, &item, &opened, err);
}

static int
find_treatment(struct ctx *ctx, const struct move_args *args, const struct ledger_now *now,
               struct stock_note *note, struct err *err)
{
    const struct db_value values[] = {db_int(now->store_id), db_text(args->treatment)};
    struct db_stmt *stmt;
    if (!args->treatment)
        return 0;
    int found = sql_first(ctx->db, &stmt, SQL_STOCK_TREATMENT_FIND, values, 2, err);
    if (found <= 0)
        return found < 0 ? -1 : err_set(err, ERR_DATA, _("%s: no such treatment"), args->treatment);
    note->treatment_id = db_get_int(stmt, 0);
    note->client_id = db_get_int(stmt, 1);
    db_finish(stmt);
    return 0;
}

int
cmd_use(struct ctx *ctx, void *data, struct err *err)
{
    const struct move_args *args = data;
    struct ledger_now now;
    struct stock_plan plan;
    struct stock_item item;
    const char *pack;
    int64_t quantity;
    if (ledger_begin(ctx, args->at, args->staff, &now, err) < 0 ||
        ledger_pack(ctx, &now, args->pack, &pack, err) < 0 ||
        stock_pack_item(ctx->db, ctx->arena, now.store_id, pack, &item, err) < 0 ||
        stock_quantity(&item, args->quantity, false, &quantity, err) < 0)
        return -1;
    struct stock_note note = note_of(&now, args, "use");
    if (item.controlled && !args->treatment && !args->paper)
        return err_set(err, ERR_DATA,
                       _("%s is controlled: --paper names the prescription, or --treatment what it "
                         "was for"),
                       item.code);
    const char *words = arena_printf(ctx->arena, "%s %s=%s for %s", pack, item.code, args->quantity,
                                     args->treatment ? args->treatment : args->paper);
    stock_plan_init(&plan, ctx->arena, now.store_id);
    if (item.controlled && stock_paper(ctx->db, now.store_id, &note, err) < 0)
        return -1;
    if (find_treatment(ctx, args, &now, &note, err) < 0 ||
        stock_plan_draw(ctx->db, &plan, pack, quantity, &note, err) < 0 ||
        need_second(ctx, &now, item.controlled, words, &note, err) < 0 ||
        stock_issue(ctx->db, &plan, &note, err) < 0)
        return -1;
    return ledger_say(ctx, &plan, now.store_id, "use", args->reason, err);
}

/* ---- place -------------------------------------------------------------------------------- */

int
cmd_move(struct ctx *ctx, void *data, struct err *err)
{
    struct move_args *args = data;
    struct ledger_now now;
    struct stock_item item;
    struct stock_lot lot;
    struct stock_piece piece = {0};
    struct stock_plan plan = {.pieces = &piece, .count = 1};
    int64_t id;
    if (need(args->place, "--to", err) < 0 ||
        ledger_begin(ctx, OPT_UNSET, args->staff, &now, err) < 0 ||
        ledger_names(ctx, now.store_id, &args->item, &args->lot, err) < 0 ||
        need(args->lot, "LOT", err) < 0 ||
        stock_item_find(ctx->db, ctx->arena, args->item, &item, err) < 0 ||
        stock_lot_find(ctx->db, now.store_id, &item, args->lot, &id, err) < 0 ||
        stock_lot(ctx->db, ctx->arena, now.store_id, id, &lot, err) < 0)
        return -1;
    if (lot.place && strcmp(lot.place, args->place) == 0)
        return err_set(err, ERR_DATA, _("lot %s: is there already"), lot.code);
    struct stock_note note = note_of(&now, args, "place");
    note.reason = arena_printf(ctx->arena, "%s → %s", lot.place ? lot.place : "", args->place);
    const struct stock_shift shift = {.item_id = item.id, .lot_id = id, .lot = lot.code};
    const struct db_value values[] = {db_int(now.store_id), db_int(id), db_text(args->place)};
    if (sql_run(ctx->db, SQL_STOCK_LOT_PLACE, values, 3, NULL, err) < 0 ||
        stock_shift(ctx->db, ctx->arena, now.store_id, &shift, &note, &piece.move, err) < 0)
        return -1;
    piece.item_id = item.id;
    piece.lot = lot.code;
    return ledger_say(ctx, &plan, now.store_id, "move", note.reason, err);
}

/* ---- back --------------------------------------------------------------------------------- */

int
cmd_return(struct ctx *ctx, void *data, struct err *err)
{
    const struct move_args *args = data;
    struct ledger_now now;
    struct stock_piece piece;
    struct stock_item item;
    struct stock_plan plan = {.pieces = &piece, .count = 1};
    int64_t quantity;
    if (ledger_begin(ctx, args->at, args->staff, &now, err) < 0 ||
        stock_move_item(ctx->db, ctx->arena, now.store_id, args->move, &item, err) < 0 ||
        stock_quantity(&item, args->quantity, false, &quantity, err) < 0)
        return -1;
    struct stock_note note = note_of(&now, args, "return");
    const char *words = arena_printf(ctx->arena, "%s %s=%s", args->move, item.code, args->quantity);
    if (need_second(ctx, &now, item.controlled, words, &note, err) < 0 ||
        stock_return(ctx->db, ctx->arena, now.store_id, args->move, quantity, &note, &piece, err) <
            0)
        return -1;
    return ledger_say(ctx, &plan, now.store_id, "return", args->reason, err);
}

int
cmd_counter(struct ctx *ctx, void *data, struct err *err)
{
    const struct move_args *args = data;
    struct ledger_now now;
    struct stock_piece piece;
    struct stock_item item;
    struct stock_plan plan = {.pieces = &piece, .count = 1};
    if (need(args->reason, "--reason", err) < 0 ||
        ledger_begin(ctx, OPT_UNSET, args->staff, &now, err) < 0 ||
        stock_move_item(ctx->db, ctx->arena, now.store_id, args->move, &item, err) < 0)
        return -1;
    struct stock_note note = note_of(&now, args, "counter");
    note.kind = "counter";
    note.at = STOCK_THEN;
    if (need_second(ctx, &now, item.controlled, args->move, &note, err) < 0 ||
        stock_counter(ctx->db, ctx->arena, now.store_id, args->move, &note, &piece, err) < 0)
        return -1;
    return ledger_say(ctx, &plan, now.store_id, "counter", args->reason, err);
}
