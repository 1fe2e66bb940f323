/* What can be booked and when it is there: rooms, closed days, leave, shifts, what projects need. */
#include <string.h>

#include "bin/roster/verbs.h"
#include "db/sql.h"
#include "roster/booking.h"
#include "board/entries.h"

int
roster_drop(struct ctx *ctx, enum sql_id id, const struct db_value *values, int count,
            int64_t store_id, const char *subject, struct err *err)
{
    int64_t changed;
    if (sql_run(ctx->db, id, values, count, &changed, err) < 0)
        return -1;
    if (changed == 0)
        return err_set(err, ERR_DATA, _("%s: not there"), subject);
    return cli_log(ctx, store_id, subject, "dropped", err);
}

/* ---- rooms ----------------------------------------------------------------------------------- */

static int
put_room(struct ctx *ctx, const struct resource_args *args, enum put_mode mode, struct err *err)
{
    struct cli_record record;
    cli_record_init(&record, "rooms", mode);
    cli_give(&record, "code", args->code);
    cli_give(&record, "name", args->name || mode == PUT_EDIT ? args->name : args->code);
    cli_give(&record, "kinds", args->kinds);
    cli_give_day(ctx, &record, "from_on", args->from_on);
    cli_give_day(ctx, &record, "to_on", args->to_on);
    cli_give(&record, "note", args->note);
    return roster_done(ctx, args->code, cli_put(ctx, &record, err));
}

int
cmd_room_add(struct ctx *ctx, void *data, struct err *err)
{
    return put_room(ctx, data, PUT_ADD, err);
}

int
cmd_room_edit(struct ctx *ctx, void *data, struct err *err)
{
    return put_room(ctx, data, PUT_EDIT, err);
}

/* What was booked keeps its name: a room that ever was has a last day instead. */
int
cmd_room_drop(struct ctx *ctx, void *data, struct err *err)
{
    const struct resource_args *args = data;
    struct db_stmt *stmt;
    int64_t store_id;
    if (cli_store_id(ctx, &store_id, err) < 0)
        return -1;
    const struct db_value values[] = {db_int(store_id), db_text(args->code)};
    int used = sql_first(ctx->db, &stmt, SQL_ROSTER_ROOM_USED, values, 2, err);
    if (used < 0)
        return -1;
    if (used) {
        err_set(err, ERR_DATA,
                _("room %s: %s was booked in it; give it a last day: medi-roster resource edit "
                  "%s --to DAY"),
                args->code, db_get_text(stmt, 0), args->code);
        db_finish(stmt);
        return -1;
    }
    return roster_drop(ctx, SQL_ROSTER_ROOM_DROP, values, 2, store_id,
                       arena_printf(ctx->arena, "room %s %s", ctx->store, args->code), err);
}

/* ---- leave ----------------------------------------------------------------------------------- */

int
cmd_leave_add(struct ctx *ctx, void *data, struct err *err)
{
    const struct leave_args *args = data;
    struct cli_record record;
    if (args->from == OPT_UNSET || args->to == OPT_UNSET)
        return err_set(err, ERR_USAGE, _("a leave needs --from and --to"));
    cli_record_init(&record, "leaves", PUT_ADD);
    cli_give(&record, "staff", args->staff);
    cli_give_moment(ctx, &record, "from_at", args->from);
    /* a day alone is its last second: the leave ends with the day */
    cli_give_moment(ctx, &record, "to_at", args->to + (args->to % 60 == 59));
    cli_give(&record, "kind", args->kind);
    cli_give(&record, "approved", args->approved);
    cli_give(&record, "note", args->note);
    return roster_done(ctx, args->staff, cli_put(ctx, &record, err));
}

int
cmd_leave_drop(struct ctx *ctx, void *data, struct err *err)
{
    const struct leave_args *args = data;
    char when[32];
    if (args->from == OPT_UNSET)
        return err_set(err, ERR_USAGE, _("%s: missing"), "--from");
    const struct db_value values[] = {db_text(args->staff), db_int(args->from)};
    zone_format(ctx->zone, args->from, when);
    return roster_drop(ctx, SQL_ROSTER_LEAVE_DROP, values, 2, 0,
                       arena_printf(ctx->arena, "leave %s %s", args->staff, when), err);
}

/* ---- closed days ----------------------------------------------------------------------------- */

int
cmd_closure_add(struct ctx *ctx, void *data, struct err *err)
{
    const struct closure_args *args = data;
    struct cli_record record;
    int64_t from = 0, to = 1440;
    if (args->day == OPT_UNSET)
        return err_set(err, ERR_USAGE, _("%s: missing"), "--day");
    if ((args->from && roster_minute("--from", args->from, &from, err) < 0) ||
        (args->to && roster_minute("--to", args->to, &to, err) < 0))
        return -1;
    if (args->open && (!args->from || !args->to))
        return err_set(err, ERR_USAGE, _("--open: needs --from and --to"));
    cli_record_init(&record, "closures", PUT_ADD);
    cli_give(&record, "store", args->where);
    cli_give_day(ctx, &record, "day", args->day);
    cli_give(&record, "name", args->name);
    cli_give(&record, "state", args->open ? "open" : "closed");
    cli_give_int(ctx, &record, "from_minute", from);
    cli_give_int(ctx, &record, "to_minute", to);
    return roster_done(ctx, args->name, cli_put(ctx, &record, err));
}

int
cmd_closure_drop(struct ctx *ctx, void *data, struct err *err)
{
    const struct closure_args *args = data;
    int64_t from = 0, store_id = 0;
    char day[16];
    if (args->day == OPT_UNSET)
        return err_set(err, ERR_USAGE, _("%s: missing"), "--day");
    if (args->from && roster_minute("--from", args->from, &from, err) < 0)
        return -1;
    bool chain = args->where && strcmp(args->where, "*") == 0;
    if (!chain && cli_store_id(ctx, &store_id, err) < 0)
        return -1;
    const struct db_value values[] = {db_int(store_id), db_int(args->day), db_int(from)};
    day_format(args->day, day);
    return roster_drop(ctx, SQL_ROSTER_CLOSURE_DROP, values, 3, store_id,
                       arena_printf(ctx->arena, "closure %s %s", chain ? "*" : ctx->store, day),
                       err);
}

/* ---- shifts ---------------------------------------------------------------------------------- */

/* Calendars are told what a person works in this store on a day: before it is changed, and after. The
 * number of entries written. Who is given by name is told of as one who was imported is: when something
 * else is written. */
static int
tell_calendar(struct ctx *ctx, const char *staff, int64_t day, struct err *err)
{
    struct entries_scope scope = {.from = day, .to = day + 1};
    struct err ignored = {0};
    if (cli_store_id(ctx, &scope.store_id, err) < 0)
        return -1;
    if (booking_staff(ctx->db, staff, &scope.staff_id, &ignored) < 0)
        return 0;
    return entries_sync(ctx->db, ctx->arena, &scope, ctx->now, err);
}

static const char *
shift_subject(const struct ctx *ctx, const struct shift_args *args)
{
    char day[16];
    day_format(args->day, day);
    return arena_printf(ctx->arena, "shift %s %s %s", ctx->store, args->staff, day);
}

int
cmd_shift_add(struct ctx *ctx, void *data, struct err *err)
{
    const struct shift_args *args = data;
    struct cli_record record;
    int64_t from, to;
    if (args->day == OPT_UNSET || !args->from || !args->to)
        return err_set(err, ERR_USAGE, _("a shift needs --day, --from and --to"));
    if (roster_minute("--from", args->from, &from, err) < 0 ||
        roster_minute("--to", args->to, &to, err) < 0)
        return -1;
    if (to <= from) /* into the night */
        to += 1440;
    cli_record_init(&record, "shifts", PUT_ADD);
    cli_give(&record, "staff", args->staff);
    cli_give_moment(ctx, &record, "starts_at", zone_moment(ctx->zone, args->day, (int)from * 60));
    cli_give_moment(ctx, &record, "ends_at",
                    zone_moment(ctx->zone, args->day + to / 1440, (int)(to % 1440) * 60));
    if (tell_calendar(ctx, args->staff, args->day, err) < 0)
        return -1;
    int written = cli_put(ctx, &record, err);
    if (roster_done(ctx, args->staff, written) < 0)
        return -1;
    int told = tell_calendar(ctx, args->staff, args->day, err);
    return told <= 0 ? told
                     : cli_log(ctx, record.store_id, shift_subject(ctx, args), "calendar", err);
}

int
cmd_shift_drop(struct ctx *ctx, void *data, struct err *err)
{
    const struct shift_args *args = data;
    int64_t store_id;
    if (args->day == OPT_UNSET)
        return err_set(err, ERR_USAGE, _("%s: missing"), "--day");
    if (cli_store_id(ctx, &store_id, err) < 0)
        return -1;
    const struct db_value values[] = {db_int(store_id), db_text(args->staff), db_int(args->day)};
    const char *subject = shift_subject(ctx, args);
    int64_t changed;
    if (tell_calendar(ctx, args->staff, args->day, err) < 0 ||
        sql_run(ctx->db, SQL_ROSTER_SHIFT_DROP, values, 3, &changed, err) < 0)
        return -1;
    if (changed == 0)
        return err_set(err, ERR_DATA, _("%s: not there"), subject);
    return tell_calendar(ctx, args->staff, args->day, err) < 0
               ? -1
               : cli_log(ctx, store_id, subject, "dropped", err);
}

/* ---- what projects need ---------------------------------------------------------------------- */

/* "auto" takes back what was said. */
static void
give_need(struct cli_record *record, const char *column, const char *word)
{
    cli_give(record, column,
             !word                       ? NULL
             : strcmp(word, "auto") == 0 ? ""
             : strcmp(word, "yes") == 0  ? "1"
                                         : "0");
}

int
cmd_need_set(struct ctx *ctx, void *data, struct err *err)
{
    const struct need_args *args = data;
    struct cli_record record;
    cli_record_init(&record, "project_needs", PUT_SET);
    cli_give(&record, "project", args->project);
    give_need(&record, "doctor", args->doctor);
    give_need(&record, "nurse", args->nurse);
    give_need(&record, "room", args->room);
    cli_give_int(ctx, &record, "before_minutes", args->before);
    cli_give_int(ctx, &record, "after_minutes", args->after);
    return roster_done(ctx, args->project, cli_put(ctx, &record, err));
}
