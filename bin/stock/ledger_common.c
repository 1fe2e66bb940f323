/* What the ledger's verbs share: where, when, by whom; what they say. */
#include <string.h>

#include "bin/stock/verbs.h"
#include "cli/scanned.h"
#include "stock/label.h"
#include "stock/words.h"
#include "duty/duty.h"

int
ledger_staff(struct ctx *ctx, const char *code, int64_t *id, struct err *err)
{
    const struct db_value values[] = {db_text(code), db_null()};
    struct db_stmt *stmt;
    int found = sql_first(ctx->db, &stmt, SQL_STOCK_STAFF_FIND, values, 2, err);
    if (found <= 0)
        return found < 0 ? -1 : err_set(err, ERR_DATA, _("%s: no such member of the staff"), code);
    *id = db_get_int(stmt, 0);
    db_finish(stmt);
    return 0;
}

/* Who the account is, if it is anybody. */
static int
own_staff(struct ctx *ctx, struct ledger_now *now, struct err *err)
{
    struct account account;
    const char *login = cli_actor(ctx);
    struct db_stmt *stmt;
    int found = login ? account_find(ctx->db, login, &account, err) : 0;
    if (found <= 0 || !account.staff_id)
        return found < 0 ? -1 : 0;
    const struct db_value values[] = {db_null(), db_int(account.staff_id)};
    found = sql_first(ctx->db, &stmt, SQL_STOCK_STAFF_FIND, values, 2, err);
    if (found <= 0)
        return found;
    now->staff_id = account.staff_id;
    now->staff = arena_strdup(ctx->arena, db_get_text(stmt, 1));
    db_finish(stmt);
    return 0;
}

int
ledger_begin(struct ctx *ctx, int64_t at, const char *staff, struct ledger_now *now,
             struct err *err)
{
    *now = (struct ledger_now){.at = at == OPT_UNSET ? ctx->now : at, .staff = staff};
    now->day = zone_day(ctx->zone, now->at);
    if (now->at > ctx->now)
        return err_set(err, ERR_DATA, _("%s: lies ahead; enter it when it is done"), "--at");
    if (cli_store_id(ctx, &now->store_id, err) < 0)
        return -1;
    return staff ? ledger_staff(ctx, staff, &now->staff_id, err) : own_staff(ctx, now, err);
}

/* ---- two people --------------------------------------------------------------------------- */

int
ledger_consenter(struct ctx *ctx, const char *deed, const char *subject,
                 struct ledger_second *second, struct err *err)
{
    const struct db_value values[] = {db_text(cli_actor(ctx)), db_text(deed), db_text(subject)};
    struct db_stmt *stmt;
    *second = (struct ledger_second){0};
    int found = sql_first(ctx->db, &stmt, SQL_STOCK_CONSENTER, values, 3, err);
    if (found <= 0)
        return found;
    second->login = arena_strdup(ctx->arena, db_get_text(stmt, 0));
    second->staff_id = db_get_int(stmt, 1);
    db_finish(stmt);
    return 0;
}

int
ledger_controlled(struct ctx *ctx, const struct ledger_now *now, const char *subject,
                  struct stock_note *note, struct err *err)
{
    struct ledger_second second;
    if (!now->staff_id)
        return err_set(
            err, ERR_DATA,
            _("%s: is controlled: --staff names who does it, and your account is nobody's"),
            subject);
    if (cli_second(ctx, "stock.controlled", subject, note->reason, err) < 0 ||
        ledger_consenter(ctx, "stock.controlled", subject, &second, err) < 0)
        return -1;
    note->second_id = second.staff_id;
    if (ctx->dry_run || (second.staff_id && second.staff_id != now->staff_id))
        return 0;
    return err_set(err, ERR_DATA,
                   second.staff_id
                       ? _("%s: is controlled: who consented (%s) is who does it")
                       : _("%s: is controlled: the account that consented (%s) is nobody's: "
                           "medi-db account edit --staff"),
                   subject, second.login ? second.login : "-");
}

/* ---- what was scanned ------------------------------------------------------------------------- */

int
ledger_names(struct ctx *ctx, int64_t store_id, const char **item, const char **lot,
             struct err *err)
{
    struct stock_names names = {0};
    if (cli_scanned(ctx, *item, &names.item, err) < 0 ||
        cli_scanned(ctx, *lot, &names.lot, err) < 0 ||
        stock_label_names(ctx->db, ctx->arena, store_id, zone_day(ctx->zone, ctx->now), &names,
                          err) < 0)
        return -1;
    *item = names.item;
    *lot = names.lot;
    return 0;
}

int
ledger_pack(struct ctx *ctx, const struct ledger_now *now, const char *code, const char **pack,
            struct err *err)
{
    return cli_scanned(ctx, code, &code, err) < 0
               ? -1
               : stock_label_pack(ctx->db, ctx->arena, now->store_id, now->at,
                                  zone_day(ctx->zone, ctx->now), code, pack, err);
}

int
dose_words(struct ctx *ctx, void *data, struct err *err)
{
    struct due_args *args = data;
    if (cli_scanned_items(ctx, args, err) < 0)
        return -1;
    if (!args->pack || ctx->store_id <= 0)
        return 0;
    const struct ledger_now now = {.store_id = ctx->store_id, .at = ctx->as_of};
    return ledger_pack(ctx, &now, args->pack, &args->pack, err);
}

/* ---- what is wanted --------------------------------------------------------------------------- */

int
ledger_plan(struct ctx *ctx, const struct ledger_now *now, const char *text, unsigned how,
            struct stock_plan *plan, bool *controlled, struct err *err)
{
    struct stock_words words;
    struct stock_found found;
    if (stock_words(ctx->db, ctx->arena, now->store_id, zone_day(ctx->zone, ctx->now), text, &words,
                    err) < 0)
        return -1;
    *controlled |= words.item.controlled;
    const struct stock_want want = {.item_id = words.item.id,
                                    .quantity = words.quantity,
                                    .lot_id = words.lot_id,
                                    .at = now->at,
                                    .day = now->day,
                                    .any = (how & LEDGER_ANY) != 0 && words.lot_id,
                                    .sealed = (how & LEDGER_SEALED) != 0};
    int planned = stock_plan_add(ctx->db, plan, &want, &found, err);
    return planned == 0 ? stock_short(ctx->arena, &words.item, &want, &found, err) : planned;
}

/* ---- what is said ------------------------------------------------------------------------- */

static int
print_pieces(struct ctx *ctx, const struct stock_plan *plan, struct err *err)
{
    static const struct out_column columns[] = {
        {"code", NULL, OUT_TEXT},    {"item", NULL, OUT_TEXT}, {"lot", NULL, OUT_TEXT},
        {"quantity", NULL, OUT_INT}, {"unit", NULL, OUT_TEXT}, {"cost_fen", NULL, OUT_FEN},
    };
    struct out *out = cli_out(ctx, columns, 6);
    int result = 0;
    for (int i = 0; i < plan->count && result == 0; i++) {
        const struct stock_piece *piece = &plan->pieces[i];
        struct stock_item item;
        if (stock_item(ctx->db, ctx->arena, piece->item_id, &item, err) < 0) {
            result = -1;
            break;
        }
        struct db_value values[] = {db_text(piece->move), db_text(item.code),
                                    db_text(piece->lot),  db_int(piece->quantity),
                                    db_text(item.unit),   db_int(piece->cost_fen)};
        result = out_row(out, values, err);
    }
    if (result == 0)
        result = out_end(out, err);
    out_free(out);
    return result;
}

int
ledger_say(struct ctx *ctx, const struct stock_plan *plan, int64_t store_id, const char *what,
           const char *detail, struct err *err)
{
    const char *code = plan->count ? plan->pieces[0].move : "-";
    const char *subject = arena_printf(ctx->arena, "%s %s %s", what, ctx->store, code);
    if (cli_log(ctx, store_id, subject, detail, err) < 0)
        return -1;
    return print_pieces(ctx, plan, err);
}
