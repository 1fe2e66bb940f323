/* medi-roster holiday: days off and make-up days as the pack has them, and the closures of those on
 * which a store closes. */
#include <string.h>

#include "bin/roster/load.h"
#include "bin/roster/verbs.h"
#include "load/calendar.h"

static int
load_calendar(struct ctx *ctx, struct calendar *calendar, struct err *err)
{
    const struct packs packs = {ctx->config, ctx->share};
    return calendar_load(ctx->arena, &packs, calendar, err);
}

static int
year_of(int64_t day)
{
    struct civil civil;
    day_to_civil(day, &civil);
    return civil.year;
}

/* ---- list ------------------------------------------------------------------------------------- */

/* "2026-02-14 2026-02-28" */
static const char *
work_words(struct arena *arena, const struct calendar_holiday *holiday)
{
    const char *words = "";
    for (int i = 0; i < holiday->work_count; i++) {
        char day[16];
        day_format(holiday->work[i], day);
        words = arena_printf(arena, "%s%s%s", words, i ? " " : "", day);
    }
    return words;
}

static int
list_holidays(struct ctx *ctx, const struct calendar *calendar, int year, struct out *out,
              struct err *err)
{
    int count = 0;
    for (int i = 0; i < calendar->count; i++) {
        const struct calendar_holiday *holiday = &calendar->holidays[i];
        if (holiday->year != year)
            continue;
        const char *work = work_words(ctx->arena, holiday);
        const struct db_value values[] = {db_text(holiday->name),
                                          db_text("holiday"),
                                          db_int(holiday->from),
                                          db_int(holiday->to),
                                          db_int(holiday->to - holiday->from + 1),
                                          *work ? db_text(work) : db_null(),
                                          db_int(holiday->confirmed),
                                          db_text(holiday->source)};
        if (out_row(out, values, err) < 0)
            return -1;
        count++;
    }
    return count;
}

static int
list_promotions(const struct calendar *calendar, int year, struct out *out, struct err *err)
{
    for (int i = 0; i < calendar->promotion_count; i++) {
        const struct calendar_promotion *at = &calendar->promotions[i];
        int64_t from = day_from_civil(year, at->from / 100, at->from % 100);
        int64_t to = day_from_civil(year + (at->to < at->from), at->to / 100, at->to % 100);
        const struct db_value values[] = {db_text(at->name),
                                          db_text("promotion"),
                                          db_int(from),
                                          db_int(to),
                                          db_int(to - from + 1),
                                          db_null(),
                                          db_null(),
                                          db_null()};
        if (out_row(out, values, err) < 0)
            return -1;
    }
    return 0;
}

int
cmd_holiday_list(struct ctx *ctx, void *data, struct err *err)
{
    static const struct out_column columns[] = {
        {"name", NULL, OUT_TEXT},      {"kind", NULL, OUT_TEXT},  {"starts_on", NULL, OUT_DAY},
        {"ends_on", NULL, OUT_DAY},    {"days", NULL, OUT_INT},   {"make_up", NULL, OUT_TEXT},
        {"confirmed", NULL, OUT_BOOL}, {"source", NULL, OUT_TEXT}};
    const struct holiday_args *args = data;
    int64_t year = args->year == OPT_UNSET ? year_of(zone_day(ctx->zone, ctx->as_of)) : args->year;
    struct calendar calendar;
    if (year < 1 || year > 9998)
        return err_set(err, ERR_USAGE, _("--year: no year"));
    if (load_calendar(ctx, &calendar, err) < 0)
        return -1;
    struct out *out = cli_out(ctx, columns, 8);
    int count = list_holidays(ctx, &calendar, (int)year, out, err);
    int result = count < 0 ? -1 : list_promotions(&calendar, (int)year, out, err);
    if (result == 0)
        result = out_end(out, err);
    out_free(out);
    if (result == 0 && count == 0)
        cli_say(ctx, _("%lld: its holidays are not in holidays.yaml"), (long long)year);
    return result;
}

/* ---- apply ------------------------------------------------------------------------------------ */

static int
close_day(struct ctx *ctx, const struct holiday_args *args, const char *name, int64_t day,
          struct err *err)
{
    struct cli_record record;
    cli_record_init(&record, "closures", PUT_SET);
    cli_give(&record, "store", args->where);
    cli_give_day(ctx, &record, "day", day);
    cli_give(&record, "name", name);
    cli_give(&record, "state", "closed");
    cli_give_int(ctx, &record, "from_minute", 0);
    cli_give_int(ctx, &record, "to_minute", 1440);
    return cli_put(ctx, &record, err);
}

/* The days of one name in that year: how many were written, or -1. */
static int
apply_name(struct ctx *ctx, const struct holiday_args *args, const struct calendar *calendar,
           const char *name, struct err *err)
{
    int written = 0;
    bool found = false;
    for (int i = 0; i < calendar->count; i++) {
        const struct calendar_holiday *holiday = &calendar->holidays[i];
        if (holiday->year != args->year || strcmp(holiday->name, name) != 0)
            continue;
        found = true;
        if (!holiday->confirmed)
            cli_say(ctx, _("%s %lld: not confirmed by a notice; only the days that the law names"),
                    name, (long long)args->year);
        for (int64_t day = holiday->from; day <= holiday->to; day++) {
            int done = close_day(ctx, args, name, day, err);
            if (done < 0)
                return -1;
            written += done;
        }
    }
    if (!found)
        return err_set(err, ERR_DATA,
                       _("--closed: %s is no holiday of %lld; see medi-roster holiday list "
                         "--year %lld"),
                       name, (long long)args->year, (long long)args->year);
    return written;
}

/* The names are separated by commas, of either width. */
static int
apply_names(struct ctx *ctx, const struct holiday_args *args, const struct calendar *calendar,
            struct err *err)
{
    char *names = arena_strdup(ctx->arena, args->closed), *rest = NULL;
    int written = 0;
    for (char *at; (at = strstr(names, "，"));)
        memcpy(at, ",  ", 3);
    for (char *name = strtok_r(names, ",", &rest); name; name = strtok_r(NULL, ",", &rest)) {
        name += strspn(name, " ");
        if (!*name)
            continue;
        int done = apply_name(ctx, args, calendar, name, err);
        if (done < 0)
            return -1;
        written += done;
    }
    return written;
}

int
cmd_holiday_apply(struct ctx *ctx, void *data, struct err *err)
{
    const struct holiday_args *args = data;
    struct calendar calendar;
    if (args->year == OPT_UNSET)
        return err_set(err, ERR_USAGE, _("%s: missing"), "--year");
    if (!args->closed) {
        cli_say(ctx, _("closed on no holiday: clinics work on them; --closed names those on which "
                       "this one does not"));
        return 0;
    }
    if (load_calendar(ctx, &calendar, err) < 0)
        return -1;
    int written = apply_names(ctx, args, &calendar, err);
    if (written > 0)
        cli_say(ctx, _("%d days closed; medi-roster conflicts lists what is booked on them"),
                written);
    return roster_done(ctx, args->closed, written);
}
