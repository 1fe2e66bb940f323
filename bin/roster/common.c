/* Times as people say them, and the case that a booking is judged by. */
#include <string.h>

#include "bin/roster/verbs.h"
#include "db/sql.h"

/* ---- times ----------------------------------------------------------------------------------- */

/* A day in words before the time: today, tomorrow, +3d. */
static bool
split_words(const struct ctx *ctx, const char *text, struct moment_parts *parts)
{
    const char *blank = strrchr(text, ' ');
    struct moment_parts time;
    int64_t day;
    if (!blank || !opt_day(arena_strndup(ctx->arena, text, (size_t)(blank - text)),
                           zone_day(ctx->zone, ctx->now), &day))
        return false;
    const char *whole = arena_printf(ctx->arena, "2000-01-01%s", blank);
    if (!moment_parse(whole, strlen(whole), &time) || !time.has_time)
        return false;
    *parts = time;
    parts->day = day;
    return true;
}

int
roster_time(const struct ctx *ctx, const char *option, const char *text, int64_t *moment,
            struct err *err)
{
    struct moment_parts parts;
    int64_t moments[2];
    char first[32], second[32];
    if ((!moment_parse(text, strlen(text), &parts) || !parts.has_time) &&
        !split_words(ctx, text, &parts))
        return err_set(err, ERR_USAGE, _("%s: %s is no day with a time, such as 2026-12-01 14:30"),
                       option, text);
    if (parts.has_offset) {
        *moment = parts.day * DAY_SECONDS + parts.second_of_day - parts.offset;
        return 0;
    }
    int shown = zone_readings(ctx->zone, parts.day, parts.second_of_day, moments);
    *moment = moments[0];
    if (shown == 1)
        return 0;
    if (shown == 0)
        return err_set(err, ERR_DATA, _("%s: %s does not exist: the clock of %s skips it"), option,
                       text, zone_name(ctx->zone));
    zone_format(ctx->zone, moments[0], first);
    zone_format(ctx->zone, moments[1], second);
    return err_set(err, ERR_DATA, _("%s: %s comes twice on the clock of %s; say %s or %s"), option,
                   text, zone_name(ctx->zone), first, second);
}

int
roster_minute(const char *option, const char *text, int64_t *minute, struct err *err)
{
    int second;
    if (strcmp(text, "24:00") == 0) {
        *minute = 1440;
        return 0;
    }
    if (!clock_parse(text, strlen(text), &second) || second % 60)
        return err_set(err, ERR_USAGE, _("%s: %s is no time of a day, such as 9:30"), option, text);
    *minute = second / 60;
    return 0;
}

/* ---- the case -------------------------------------------------------------------------------- */

static bool
is_named(const char *code)
{
    return code && strcmp(code, BOOKING_ANY) != 0;
}

static int
find_people(struct ctx *ctx, const struct roster_ask *ask, struct busy_window *window,
            struct err *err)
{
    if (is_named(ask->named[BUSY_DOCTOR]) &&
        booking_staff(ctx->db, ask->named[BUSY_DOCTOR], &window->doctor_id, err) < 0)
        return err_wrap(err, "--doctor");
    if (is_named(ask->named[BUSY_NURSE]) &&
        booking_staff(ctx->db, ask->named[BUSY_NURSE], &window->nurse_id, err) < 0)
        return err_wrap(err, "--nurse");
    return 0;
}

int
roster_begin(struct ctx *ctx, const struct roster_ask *ask, struct roster_case *judged,
             struct err *err)
{
    /* what a gate compares with is not to hang on the environment: the shipped packs alone */
    const struct packs packs = {NULL, ctx->share};
    struct busy_window window = {.from_day = ask->from_day, .to_day = ask->to_day};
    struct booking *booking = &judged->booking;
    *judged = (struct roster_case){0};
    if (cli_store_id(ctx, &judged->store_id, err) < 0)
        return -1;
    window.store_id = judged->store_id;
    *booking = (struct booking){.db = ctx->db,
                                .arena = ctx->arena,
                                .rules = &judged->rules,
                                .busy = &judged->busy,
                                .project = &judged->project,
                                .now = ctx->now};
    memcpy(booking->named, ask->named, sizeof booking->named);
    if (gate_rules_load(ctx->arena, &packs, &judged->rules, err) < 0 ||
        booking_project(ctx->db, ctx->arena, ask->project, &judged->project, err) < 0 ||
        (ask->client && booking_client(ctx->db, ctx->arena, ask->client, &booking->client_id,
                                       &booking->client, err) < 0) ||
        find_people(ctx, ask, &window, err) < 0)
        return -1;
    window.client_id = booking->client_id;
    return busy_load(&judged->busy, ctx->db, ctx->arena, &window, err);
}

void
roster_want(struct roster_case *judged, int64_t starts_at, int64_t minutes)
{
    int64_t length = minutes != OPT_UNSET          ? minutes
                     : judged->project.minutes > 0 ? judged->project.minutes
                                                   : BOOKING_MINUTES;
    judged->booking.want = (struct busy_want){.starts_at = starts_at,
                                              .ends_at = starts_at + 60 * length,
                                              .before = 60 * judged->project.before,
                                              .after = 60 * judged->project.after,
                                              .day = zone_day(judged->busy.zone, starts_at),
                                              .skip = judged->booking.want.skip};
}

/* "doctor D1" in the run's language. */
static const char *
about_words(const struct ctx *ctx, const char *about)
{
    static const char *const known[] = {N_("doctor"), N_("nurse"), N_("room"), N_("device"),
                                        N_("client"), N_("store"), N_("time"), NULL};
    size_t length = strcspn(about, " ");
    for (int i = 0; known[i]; i++)
        if (strlen(known[i]) == length && memcmp(known[i], about, length) == 0)
            return arena_printf(ctx->arena, "%s%s", _(known[i]), about + length);
    return about;
}

int
roster_refuse(const struct ctx *ctx, const struct busy_nos *nos, struct err *err)
{
    const struct busy_no *last = &nos->items[nos->count - 1];
    for (const struct busy_no *no = nos->items; no < last; no++)
        cli_refuse(ctx, arena_printf(ctx->arena, "%s: %s", about_words(ctx, no->about), no->words));
    return err_set(err, ERR_DATA, "%s: %s", about_words(ctx, last->about), last->words);
}

int
roster_done(struct ctx *ctx, const char *what, int written)
{
    if (written == 0)
        cli_say(ctx, _("%s: nothing to change"), what);
    return written < 0 ? -1 : 0;
}
