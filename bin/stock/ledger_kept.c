/* What is sent to another store, and what is kept back for a client. */
#include <string.h>

#include "bin/stock/verbs.h"
#include "stock/keep.h"
#include "stock/transfer.h"
#include "stock/words.h"
#include "text/zonefile.h"

/* ---- transfer ---- */

static int
find_target(struct ctx *ctx, const struct move_args *args, const struct ledger_now *now,
            struct stock_transfer *transfer, struct err *err)
{
    const struct db_value code = db_text(args->to);
    struct db_stmt *stmt;
    if (!args->to)
        return err_set(err, ERR_USAGE, _("%s: missing"), "--to");
    int found = sql_first(ctx->db, &stmt, SQL_STOCK_STORE_FIND, &code, 1, err);
    if (found <= 0)
        return found < 0 ? -1 : err_set(err, ERR_DATA, _("%s: no such store"), args->to);
    transfer->to = args->to;
    transfer->to_store_id = db_get_int(stmt, 0);
    const struct zone *zone = zone_load(ctx->arena, db_get_text(stmt, 1), err);
    db_finish(stmt);
    if (!zone)
        return -1;
    transfer->to_day = zone_day(zone, now->at);
    return transfer->to_store_id != now->store_id
               ? 0
               : err_set(err, ERR_DATA, _("%s: is this store itself"), args->to);
}

int
cmd_transfer(struct ctx *ctx, void *data, struct err *err)
{
    const struct move_args *args = data;
    struct stock_transfer transfer = {0};
    struct ledger_now now;
    struct stock_plan plan;
    bool controlled = false;
    const char *words = "";
    if (ledger_begin(ctx, args->at, args->staff, &now, err) < 0 ||
        find_target(ctx, args, &now, &transfer, err) < 0)
        return -1;
    stock_plan_init(&plan, ctx->arena, now.store_id);
    for (int i = 0; i < args->wants.count; i++) {
        if (ledger_plan(ctx, &now, args->wants.items[i], LEDGER_SEALED, &plan, &controlled, err) <
            0)
            return -1;
        words = arena_printf(ctx->arena, "%s %s", words, args->wants.items[i]);
    }
    struct stock_note note = {.at = now.at,
                              .day = now.day,
                              .staff_id = now.staff_id,
                              .reason = args->reason,
                              .paper = args->paper};
    if (controlled &&
        ledger_controlled(ctx, &now,
                          arena_printf(ctx->arena, "transfer %s %s%s", ctx->store, args->to, words),
                          &note, err) < 0)
        return -1;
    if (stock_send(ctx->db, &plan, &transfer, &note, err) < 0)
        return -1;
    const char *detail = arena_printf(ctx->arena, "%s to %s", transfer.code, args->to);
    return ledger_say(ctx, &plan, now.store_id, "transfer", detail, err);
}

/* ---- reserve ---- */

struct booking {
    const char *code, *client, *project;
    int64_t store_id, at, day, until_on;
};

static int
find_booking(struct ctx *ctx, const struct reserve_args *args, struct booking *booking,
             struct err *err)
{
    struct db_stmt *stmt;
    if (cli_store_id(ctx, &booking->store_id, err) < 0)
        return -1;
    const struct db_value values[] = {db_int(booking->store_id), db_text(args->booking)};
    int found = sql_first(ctx->db, &stmt, SQL_STOCK_BOOKING_FIND, values, 2, err);
    if (found <= 0)
        return found < 0 ? -1
                         : err_set(err, ERR_DATA,
                                   _("%s: no appointment that stands and no visit that goes on"),
                                   args->booking);
    const char *project = db_get_text(stmt, 1);
    booking->code = args->booking;
    booking->client = arena_strdup(ctx->arena, db_get_text(stmt, 0));
    booking->project = args->project ? args->project
                       : project     ? arena_strdup(ctx->arena, project)
                                     : NULL;
    booking->at = db_get_int(stmt, 2);
    booking->day = db_get_int(stmt, 3);
    db_finish(stmt);
    booking->until_on = args->until == OPT_UNSET ? booking->day : args->until;
    return booking->until_on >= zone_day(ctx->zone, ctx->now)
               ? 0
               : err_set(err, ERR_DATA, _("%s: is over; --until says how long it is kept"),
                         args->booking);
}

/* Kept back is what will be usable when it is needed, and is nobody else's, nor this client's already. */
static int
check_kept(struct ctx *ctx, const struct booking *booking, const struct stock_item *item,
           int64_t quantity, struct err *err)
{
    const struct db_value values[] = {db_int(booking->store_id), db_text(booking->code),
                                      db_text(item->code)};
    struct stock_found found;
    struct stock_plan plan;
    struct db_stmt *stmt;
    const struct stock_want want = {.item_id = item->id,
                                    .quantity = quantity,
                                    .at = booking->at > ctx->now ? booking->at : ctx->now,
                                    .day = booking->until_on};
    int kept = sql_first(ctx->db, &stmt, SQL_STOCK_RESERVATION_OF, values, 3, err);
    if (kept == 1) {
        err_set(err, ERR_DATA, _("%s: is kept back for %s already, by %s"), item->code,
                booking->code, db_get_text(stmt, 0));
        db_finish(stmt);
    }
    if (kept)
        return -1;
    stock_plan_init(&plan, ctx->arena, booking->store_id);
    int planned = stock_plan_add(ctx->db, &plan, &want, &found, err);
    return planned == 0 ? stock_short(ctx->arena, item, &want, &found, err) : planned;
}

static int
keep_item(struct ctx *ctx, const struct booking *booking, const char *staff,
          const struct stock_item *item, int64_t quantity, struct err *err)
{
    struct cli_record record;
    if (check_kept(ctx, booking, item, quantity, err) < 0)
        return -1;
    cli_record_init(&record, "reservations", PUT_ADD);
    cli_give(&record, "item", item->code);
    cli_give(&record, "client", booking->client);
    cli_give(&record, "project", booking->project);
    cli_give(&record, "booking", booking->code);
    cli_give_int(ctx, &record, "quantity", quantity);
    cli_give_moment(ctx, &record, "at", ctx->now);
    cli_give_day(ctx, &record, "until_on", booking->until_on);
    cli_give(&record, "staff", staff);
    return cli_put(ctx, &record, err) < 0 ? -1 : cli_say_record(ctx, &record, err);
}

/* The project's kit. */
static int
keep_kit(struct ctx *ctx, const struct booking *booking, const char *staff, struct err *err)
{
    enum { MOST = 64 };
    const struct db_value project = db_text(booking->project);
    const char *codes[MOST];
    int64_t quantities[MOST];
    struct stock_item item;
    struct db_stmt *stmt;
    int count = 0, more;
    if (!booking->project)
        return err_set(err, ERR_USAGE, _("--project: missing, and the booking names none"));
    if (sql_open(ctx->db, &stmt, SQL_STOCK_KIT_LINES, &project, 1, err) < 0)
        return -1;
    while ((more = db_step(stmt, err)) == 1 && count < MOST) {
        codes[count] = arena_strdup(ctx->arena, db_get_text(stmt, 0));
        quantities[count++] = db_get_int(stmt, 1);
    }
    db_finish(stmt);
    if (more == 0 && count == 0)
        return err_set(err, ERR_DATA, _("%s: no such project, or it uses nothing"),
                       booking->project);
    for (int i = 0; i < count && more >= 0; i++)
        if (stock_item_find(ctx->db, ctx->arena, codes[i], &item, err) < 0 ||
            keep_item(ctx, booking, staff, &item, quantities[i], err) < 0)
            more = -1;
    return more < 0 ? -1 : 0;
}

int
cmd_reserve(struct ctx *ctx, void *data, struct err *err)
{
    const struct reserve_args *args = data;
    struct booking booking;
    struct ledger_now now;
    if (ledger_begin(ctx, OPT_UNSET, args->staff, &now, err) < 0 ||
        find_booking(ctx, args, &booking, err) < 0)
        return -1;
    if (!args->wants.count)
        return keep_kit(ctx, &booking, now.staff, err);
    for (int i = 0; i < args->wants.count; i++) {
        struct stock_words words;
        if (stock_words(ctx->db, ctx->arena, booking.store_id, zone_day(ctx->zone, ctx->now),
                        args->wants.items[i], &words, err) < 0)
            return -1;
        if (words.lot_said)
            return err_set(err, ERR_DATA, _("%s: an item is kept back, not a lot"),
                           args->wants.items[i]);
        if (keep_item(ctx, &booking, now.staff, &words.item, words.quantity, err) < 0)
            return -1;
    }
    return 0;
}

int
cmd_unreserve(struct ctx *ctx, void *data, struct err *err)
{
    const struct reserve_args *args = data;
    struct ledger_now now;
    int64_t changed;
    if (!args->reason)
        return err_set(err, ERR_USAGE, _("%s: missing"), "--reason");
    if (ledger_begin(ctx, OPT_UNSET, NULL, &now, err) < 0)
        return -1;
    if (stock_keep_release(ctx->db, now.store_id, args->booking, now.at, args->reason, &changed,
                           err) < 0)
        return -1;
    if (!changed)
        return err_set(err, ERR_DATA, _("%s: nothing is kept back by that number, or for it"),
                       args->booking);
    cli_say(ctx, _("%lld released"), (long long)changed);
    const char *subject = arena_printf(ctx->arena, "unreserve %s %s", ctx->store, args->booking);
    return cli_log(ctx, now.store_id, subject, args->reason, err);
}
