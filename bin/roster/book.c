/* Bookings: made, moved, put off, given up, and what became of them. */
#include <string.h>

#include "bin/roster/waiting.h"
#include "stock/keep.h"

/* ---- making one ------------------------------------------------------------------------------ */

static int
check_minutes(const struct book_args *args, struct err *err)
{
    return args->minutes == OPT_UNSET || (args->minutes >= 1 && args->minutes <= 1440)
               ? 0
               : err_set(err, ERR_USAGE, _("--minutes: must be from 1 to 1440"));
}

static void
give_names(struct roster_ask *ask, const struct book_args *args, const struct booking_row *row)
{
    ask->named[BUSY_DOCTOR] = args->doctor ? args->doctor : row ? row->doctor : NULL;
    ask->named[BUSY_NURSE] = args->nurse ? args->nurse : row ? row->nurse : NULL;
    ask->named[BUSY_ROOM] = args->room ? args->room : row ? row->room : NULL;
    ask->named[BUSY_DEVICE] = args->device ? args->device : row ? row->device : NULL;
}

static void
give_chosen(struct ctx *ctx, struct cli_record *record, const struct booking *booking)
{
    static const char *const columns[] = {"doctor", "nurse", "room", "device"};
    for (int kind = BUSY_DOCTOR; kind <= BUSY_DEVICE; kind++)
        if (booking->chosen[kind])
            cli_give(record, columns[kind], booking->chosen[kind]->code);
    cli_give_moment(ctx, record, "starts_at", booking->want.starts_at);
    cli_give_moment(ctx, record, "ends_at", booking->want.ends_at);
}

/* A code that is there already: the same booking again is no other one. 1 it is, 0 none has it, -1. */
static int
is_there(struct ctx *ctx, const struct book_args *args, const struct roster_case *judged,
         int64_t starts_at, struct err *err)
{
    struct booking_row row;
    if (!args->code)
        return 0;
    int found = booking_find(ctx->db, ctx->arena, judged->store_id, args->code, &row, err);
    if (found <= 0)
        return found;
    if (row.client_id == judged->booking.client_id && row.project &&
        strcmp(row.project, args->project) == 0 && row.starts_at == starts_at &&
        (booking_stands(row.status) || strcmp(row.status, "waitlist") == 0))
        return 1;
    return err_set(err, ERR_DATA, _("--code: %s is another booking: %s, %s, %s"), args->code,
                   row.client, row.project ? row.project : "-", row.status);
}

static int
put_booking(struct ctx *ctx, const struct book_args *args, const struct roster_case *judged,
            struct err *err)
{
    struct cli_record record;
    cli_record_init(&record, "appointments", PUT_ADD);
    cli_give(&record, "code", args->code);
    cli_give(&record, "client", judged->booking.client);
    cli_give(&record, "project", args->project);
    give_chosen(ctx, &record, &judged->booking);
    cli_give(&record, "status", args->status ? args->status : "booked");
    cli_give(&record, "note", args->note);
    return cli_put(ctx, &record, err) < 0 ? -1 : cli_say_record(ctx, &record, err);
}

static int
say_again(struct ctx *ctx, const char *code, int64_t store_id, struct err *err)
{
    const struct cli_record record = {.kind = "appointments", .code = code, .store_id = store_id};
    cli_say(ctx, _("%s: nothing to change"), code);
    return cli_say_record(ctx, &record, err);
}

static int
begin_at(struct ctx *ctx, struct roster_ask *ask, int64_t starts_at, struct roster_case *judged,
         struct err *err)
{
    int64_t day = zone_day(ctx->zone, starts_at);
    ask->from_day = day;
    ask->to_day = day + 1;
    return roster_begin(ctx, ask, judged, err);
}

int
cmd_book(struct ctx *ctx, void *data, struct err *err)
{
    const struct book_args *args = data;
    struct roster_ask ask = {.client = args->client, .project = args->project};
    struct roster_case judged;
    int64_t starts_at;
    if (!args->at)
        return err_set(err, ERR_USAGE, _("%s: missing"), "--at");
    give_names(&ask, args, NULL);
    if (check_minutes(args, err) < 0 || roster_time(ctx, "--at", args->at, &starts_at, err) < 0 ||
        begin_at(ctx, &ask, starts_at, &judged, err) < 0)
        return -1;
    int there = is_there(ctx, args, &judged, starts_at, err);
    if (there)
        return there < 0 ? -1 : say_again(ctx, args->code, judged.store_id, err);
    if (!judged.project.active)
        return err_set(err, ERR_DATA, _("project %s: is not sold any more"), args->project);
    roster_want(&judged, starts_at, args->minutes);
    int can = booking_ask(&judged.booking, err);
    if (can <= 0)
        return can < 0 ? -1 : roster_refuse(ctx, &judged.booking.nos, err);
    return put_booking(ctx, args, &judged, err);
}

/* ---- moving one ------------------------------------------------------------------------------ */

/* As long as it was, unless it waited, and so had a window and no length. */
static int64_t
length_of(const struct book_args *args, const struct booking_row *row)
{
    if (args->minutes != OPT_UNSET || strcmp(row->status, "waitlist") == 0)
        return args->minutes;
    return (row->ends_at - row->starts_at) / 60;
}

static int
put_moved(struct ctx *ctx, const struct booking_row *row, const struct roster_case *judged,
          struct err *err)
{
    bool waited = strcmp(row->status, "waitlist") == 0 || strcmp(row->status, "proposed") == 0;
    struct cli_record record;
    cli_record_init(&record, "appointments", PUT_EDIT);
    cli_give(&record, "code", row->code);
    give_chosen(ctx, &record, &judged->booking);
    cli_give(&record, "status", waited ? "booked" : NULL);
    if (roster_done(ctx, row->code, cli_put(ctx, &record, err)) < 0)
        return -1;
    int64_t moved = 0;
    if (judged->booking.want.day != row->day &&
        stock_keep_until(ctx->db, judged->store_id, row->code, judged->booking.want.day, &moved,
                         err) < 0)
        return -1;
    if (moved && cli_log(ctx, judged->store_id,
                         arena_printf(ctx->arena, "reservation %s %s", ctx->store, row->code),
                         "moved", err) < 0)
        return -1;
    return cli_say_record(ctx, &record, err);
}

int
cmd_move(struct ctx *ctx, void *data, struct err *err)
{
    const struct book_args *args = data;
    struct roster_ask ask = {0};
    struct roster_case judged;
    struct booking_row row;
    int64_t store_id, starts_at;
    if (cli_store_id(ctx, &store_id, err) < 0 || check_minutes(args, err) < 0 ||
        booking_get(ctx->db, ctx->arena, store_id, args->appointment, &row, err) < 0)
        return -1;
    if (strcmp(row.status, "booked") != 0 && strcmp(row.status, "pending") != 0 &&
        !booking_may_become(row.status, "booked"))
        return err_set(err, ERR_DATA, _("appointment %s: is %s and cannot be moved"), row.code,
                       row.status);
    if (!row.project)
        return err_set(err, ERR_DATA, _("appointment %s: names no project"), row.code);
    ask.client = row.client;
    ask.project = row.project;
    give_names(&ask, args, &row);
    starts_at = row.starts_at;
    if ((args->at && roster_time(ctx, "--at", args->at, &starts_at, err) < 0) ||
        begin_at(ctx, &ask, starts_at, &judged, err) < 0)
        return -1;
    judged.booking.want.skip = row.code;
    roster_want(&judged, starts_at, length_of(args, &row));
    int can = booking_ask(&judged.booking, err);
    if (can <= 0)
        return can < 0 ? -1 : roster_refuse(ctx, &judged.booking.nos, err);
    return put_moved(ctx, &row, &judged, err);
}

/* ---- what becomes of it ---------------------------------------------------------------------- */

static int
become(struct ctx *ctx, const struct booking_row *row, int64_t store_id, const char *status,
       const char *reason, struct err *err)
{
    struct cli_record record;
    if (strcmp(row->status, status) == 0)
        return roster_done(ctx, row->code, 0);
    if (!booking_may_become(row->status, status))
        return err_set(err, ERR_DATA, _("appointment %s: is %s and cannot become %s"), row->code,
                       row->status, status);
    cli_record_init(&record, "appointments", PUT_EDIT);
    cli_give(&record, "code", row->code);
    cli_give(&record, "status", status);
    if (cli_put(ctx, &record, err) < 0)
        return -1;
    return reason ? cli_log(ctx, store_id,
                            arena_printf(ctx->arena, "appointment %s %s", ctx->store, row->code),
                            arena_printf(ctx->arena, "%s: %s", status, reason), err)
                  : 0;
}

int
cmd_mark(struct ctx *ctx, void *data, struct err *err)
{
    const struct cancel_args *args = data;
    struct booking_row row;
    int64_t store_id;
    if (cli_store_id(ctx, &store_id, err) < 0 ||
        booking_get(ctx->db, ctx->arena, store_id, args->appointment, &row, err) < 0)
        return -1;
    if (!booking_stands(row.status) && booking_stands(args->status) && strcmp(row.status, "noshow"))
        return err_set(
            err, ERR_DATA,
            _("appointment %s: is %s and has no time yet: medi-roster move %s --at TIME"), row.code,
            row.status, row.code);
    if (strcmp(args->status, "noshow") == 0 && row.starts_at > ctx->now)
        return err_set(err, ERR_DATA,
                       _("appointment %s: has not begun; cancel it: medi-roster cancel"), row.code);
    return become(ctx, &row, store_id, args->status, args->reason, err);
}

int
cmd_cancel(struct ctx *ctx, void *data, struct err *err)
{
    const struct cancel_args *args = data;
    struct booking_row row;
    int64_t store_id, released;
    if (!args->reason || !args->reason[strspn(args->reason, " ")])
        return err_set(err, ERR_USAGE, _("%s: missing"), "--reason");
    if (cli_store_id(ctx, &store_id, err) < 0 ||
        booking_get(ctx->db, ctx->arena, store_id, args->appointment, &row, err) < 0)
        return -1;
    bool over = row.ends_at <= ctx->now &&
                (strcmp(row.status, "booked") == 0 || strcmp(row.status, "pending") == 0);
    bool stood = booking_stands(row.status);
    if (become(ctx, &row, store_id, over ? "noshow" : "cancelled", args->reason, err) < 0 ||
        stock_keep_release(ctx->db, store_id, row.code, ctx->now, args->reason, &released, err) < 0)
        return -1;
    if (released &&
        cli_log(ctx, store_id, arena_printf(ctx->arena, "reservation %s %s", ctx->store, row.code),
                "released", err) < 0)
        return -1;
    if (over)
        cli_say(ctx, _("%s: its time was over: noshow"), row.code);
    const struct waiting_time freed = {store_id, row.starts_at, row.ends_at};
    return stood && !over ? roster_say_waiting(ctx, &freed, err) : 0;
}

/* ---- what is booked -------------------------------------------------------------------------- */

int
cmd_agenda(struct ctx *ctx, void *data, struct err *err)
{
    struct agenda_args *args = data;
    if (args->from_day == OPT_UNSET)
        args->from_day = args->to_day == OPT_UNSET ? zone_day(ctx->zone, ctx->as_of) : args->to_day;
    if (args->to_day == OPT_UNSET)
        args->to_day = args->from_day;
    if (!args->by)
        args->by = "doctor";
    return cli_list(ctx, data, err);
}
