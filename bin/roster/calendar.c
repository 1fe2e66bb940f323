/* Days of bookings by who, what or where; and shifts for the calendars of others. */
#include <errno.h>
#include <stdio.h>

#include "bin/roster/verbs.h"
#include "bin/roster/verbs_show.h"
#include "board/ical.h"

enum { ICAL_DAYS_BEFORE = 31, ICAL_DAYS_AFTER = 366 };

static int
print_ical(struct ctx *ctx, const struct agenda_args *args, struct err *err)
{
    struct rota_rules rules;
    int64_t today = zone_day(ctx->zone, ctx->as_of);
    struct str text = STR_INIT;
    struct ical ical = {
        .db = ctx->db,
        .arena = ctx->arena,
        .rules = &rules,
        .store_id = ctx->store_id > 0 ? &ctx->store_id : NULL,
        .staff = args->staff,
        .from = args->from_day == OPT_UNSET ? today - ICAL_DAYS_BEFORE : args->from_day,
        .to = args->to_day == OPT_UNSET ? today + ICAL_DAYS_AFTER : args->to_day + 1,
        .now = ctx->as_of,
        .zh = ctx->zh};
    if (ical.from >= ical.to)
        return err_set(err, ERR_USAGE, _("--to-day: is before --from-day"));
    if (show_rules(ctx, &rules, err) < 0)
        return -1;
    int result = ical_write(&ical, &text, err);
    if (result >= 0 && fwrite(text.text, 1, text.length, ctx->stream) != text.length)
        result = err_errno(err, errno, _("the output cannot be written"));
    str_release(&text);
    return result < 0 ? -1 : 0;
}

int
cmd_calendar(struct ctx *ctx, void *data, struct err *err)
{
    const struct agenda_args *args = data;
    if (args->ical && (args->by || ctx->format_given))
        return err_set(err, ERR_USAGE, _("--ical: goes with neither --by nor --output"));
    if (args->staff && !args->ical)
        return err_set(err, ERR_USAGE, _("--staff: goes with --ical; --by doctor shows bookings"));
    return args->ical ? print_ical(ctx, args, err) : cmd_agenda(ctx, data, err);
}
