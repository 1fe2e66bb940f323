/* Times that are proposed. */
#include <string.h>

#include "bin/roster/verbs.h"
#include "db/sql.h"
#include "roster/slots.h"

enum { LIMIT_MOST = 200 };

static int
check_slots(struct slots_args *args, struct err *err)
{
    if (args->days == OPT_UNSET)
        args->days = 14;
    if (args->limit == OPT_UNSET)
        args->limit = 5;
    if (args->step == OPT_UNSET)
        args->step = 15;
    if (args->days < 1 || args->days > 366)
        return err_set(err, ERR_USAGE, _("--days: must be from 1 to 366"));
    if (args->limit < 1 || args->limit > LIMIT_MOST)
        return err_set(err, ERR_USAGE, _("--limit: must be from 1 to %d"), LIMIT_MOST);
    if (args->step < 5 || args->step > 240)
        return err_set(err, ERR_USAGE, _("--step: must be from 5 to 240"));
    return 0;
}

static const char *
code_of(const struct slot *slot, enum busy_kind kind)
{
    return slot->chosen[kind] ? slot->chosen[kind]->code : NULL;
}

static int
print_slots(struct ctx *ctx, const struct slot *slots, int count, struct err *err)
{
    static const struct out_column columns[] = {
        {"starts_at", NULL, OUT_MOMENT}, {"ends_at", NULL, OUT_MOMENT},
        {"doctor", NULL, OUT_TEXT},      {"nurse", NULL, OUT_TEXT},
        {"room", NULL, OUT_TEXT},        {"device", NULL, OUT_TEXT},
        {"days", NULL, OUT_INT},         {"idle_minutes", NULL, OUT_INT},
        {"score", NULL, OUT_INT},
    };
    struct out *out = cli_out(ctx, columns, 9);
    int result = 0;
    for (int i = 0; i < count && result == 0; i++) {
        const struct slot *slot = &slots[i];
        const struct db_value values[] = {db_int(slot->want.starts_at),
                                          db_int(slot->want.ends_at),
                                          db_text(code_of(slot, BUSY_DOCTOR)),
                                          db_text(code_of(slot, BUSY_NURSE)),
                                          db_text(code_of(slot, BUSY_ROOM)),
                                          db_text(code_of(slot, BUSY_DEVICE)),
                                          db_int(slot->days),
                                          db_int(slot->idle),
                                          db_int(slot->score)};
        result = out_row(out, values, err);
    }
    if (result == 0)
        result = out_end(out, err);
    out_free(out);
    return result;
}

/* Other days of the same case. */
static int
load_days(struct ctx *ctx, struct roster_case *judged, int64_t from, int64_t to, struct err *err)
{
    struct busy_window window = judged->busy.window;
    window.from_day = from;
    window.to_day = to;
    return window.to_day == judged->busy.window.to_day
               ? 0
               : busy_load(&judged->busy, ctx->db, ctx->arena, &window, err);
}

/* Two days are read, then twice as many, until no later day can be better. */
static int
find_slots(struct ctx *ctx, const struct slots_args *args, int64_t from, struct slots *slots,
           struct err *err)
{
    int64_t last = from + args->days, next = from + (args->days < 2 ? 1 : 2);
    const struct roster_ask ask = {.client = args->client,
                                   .project = args->project,
                                   .named = {args->doctor, args->nurse, args->room, args->device},
                                   .from_day = from,
                                   .to_day = next};
    struct slots_ask wanted = {
        .first_day = from, .from_day = from, .step = args->step, .limit = (int)args->limit};
    struct roster_case judged;
    int found = 0;
    if (roster_begin(ctx, &ask, &judged, err) < 0)
        return -1;
    roster_want(&judged, ctx->now, args->minutes);
    wanted.length = judged.booking.want.ends_at - judged.booking.want.starts_at;
    for (int64_t days = 4; found == 0 && wanted.from_day < last; days *= 2) {
        if (load_days(ctx, &judged, wanted.from_day, next, err) < 0)
            return -1;
        wanted.to_day = next;
        found = slots_find(&judged.booking, &wanted, slots, err);
        wanted.from_day = next;
        next = next + days < last ? next + days : last;
    }
    return found;
}

int
cmd_slots(struct ctx *ctx, void *data, struct err *err)
{
    struct slots_args *args = data;
    int64_t today = zone_day(ctx->zone, ctx->now);
    struct slots slots = {0};
    if (check_slots(args, err) < 0)
        return -1;
    slots.items = arena_array(ctx->arena, (size_t)args->limit + 1, sizeof *slots.items);
    if (find_slots(ctx, args, args->from == OPT_UNSET || args->from < today ? today : args->from,
                   &slots, err) < 0)
        return -1;
    if (slots.count == 0)
        cli_say(ctx, _("no time is free in these days; medi-roster waitlist add"));
    return print_slots(ctx, slots.items, slots.count, err);
}
