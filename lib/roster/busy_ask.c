/* Whether a store is open, a person at work, and one who or which is booked free. */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "db/sql.h"
#include "roster/busy.h"

const char *
busy_word(enum busy_kind kind)
{
    static const char *const words[] = {"doctor", "nurse", "room", "device", "client"};
    return words[kind];
}

void
busy_say(const struct busy *busy, struct busy_nos *nos, const char *about, const char *why,
         const char *format, ...)
{
    char words[ERR_TEXT];
    va_list args;
    if (!nos)
        return;
    va_start(args, format);
    vsnprintf(words, sizeof words, format, args);
    va_end(args);
    nos->items = arena_more(busy->arena, nos->items, nos->count, &nos->room, sizeof *nos->items);
    nos->items[nos->count++] =
        (struct busy_no){arena_strdup(busy->arena, about), why, arena_strdup(busy->arena, words)};
}

const char *
busy_time(const struct busy *busy, int64_t moment, int64_t day)
{
    struct civil civil;
    zone_civil(busy->zone, moment, &civil);
    if (zone_day(busy->zone, moment) == day)
        return arena_printf(busy->arena, "%02d:%02d", civil.hour, civil.minute);
    return arena_printf(busy->arena, "%04d-%02d-%02d %02d:%02d", civil.year, civil.month, civil.day,
                        civil.hour, civil.minute);
}

/* ---- opening --------------------------------------------------------------------------------- */

static void
open_piece(const struct busy *busy, struct busy_day *day, int from, int to, const char *why)
{
    if (from >= to || day->count == BUSY_OPEN_MOST)
        return;
    day->open[day->count++] =
        (struct busy_span){.from = zone_moment(busy->zone, day->day, from * 60),
                           .to = zone_moment(busy->zone, day->day + to / 1440, to % 1440 * 60),
                           .kind = why};
}

/* Takes [from, to) out of what is open. */
static void
close_piece(const struct busy *busy, struct busy_day *day, const struct busy_closure *closure)
{
    int64_t from = zone_moment(busy->zone, day->day, closure->from_minute * 60);
    int64_t to = zone_moment(busy->zone, day->day + closure->to_minute / 1440,
                             closure->to_minute % 1440 * 60);
    struct busy_day rest = {.day = day->day, .closed = closure->name};
    for (int i = 0; i < day->count; i++) {
        struct busy_span left = day->open[i], right = day->open[i];
        if (left.to > from)
            left.to = from;
        if (right.from < to)
            right.from = to;
        if (right.from < left.to) /* the closure lies beside it */
            left = right = day->open[i];
        if (left.from < left.to && rest.count < BUSY_OPEN_MOST)
            rest.open[rest.count++] = left;
        if (right.from < right.to && right.from != left.from && rest.count < BUSY_OPEN_MOST)
            rest.open[rest.count++] = right;
    }
    *day = rest;
}

/* A day on which the store has closures of its own is not the chain's. */
static bool
counts(const struct busy *busy, const struct busy_closure *closure, int64_t day)
{
    if (closure->day != day)
        return false;
    for (int i = 0; i < busy->closure_count && !closure->own; i++)
        if (busy->closures[i].day == day && busy->closures[i].own)
            return false;
    return true;
}

void
busy_open_day(const struct busy *busy, int64_t day, struct busy_day *open)
{
    int weekday = day_weekday(day);
    *open = (struct busy_day){.day = day};
    if (day < busy->opened_on || day > busy->closed_on)
        return;
    for (int i = 0; i < busy->closure_count; i++) {
        const struct busy_closure *closure = &busy->closures[i];
        if (closure->open && counts(busy, closure, day))
            open_piece(busy, open, closure->from_minute, closure->to_minute, closure->name);
    }
    if (!open->count && busy->has_hours)
        open_piece(busy, open, busy->opens[weekday], busy->closes[weekday], NULL);
    for (int i = 0; i < busy->closure_count; i++) {
        const struct busy_closure *closure = &busy->closures[i];
        if (!closure->open && counts(busy, closure, day))
            close_piece(busy, open, closure);
    }
}

const struct busy_day *
busy_day(const struct busy *busy, int64_t day)
{
    return day >= busy->window.from_day && day < busy->window.to_day
               ? &busy->days[day - busy->window.from_day]
               : NULL;
}

static bool
covers(const struct busy_span *spans, int count, const struct busy_want *want)
{
    for (int i = 0; i < count; i++)
        if (spans[i].from <= want->starts_at && spans[i].to >= want->ends_at)
            return true;
    return false;
}

static const char *
hours_words(const struct busy *busy, const struct busy_day *day)
{
    const char *words = "";
    for (int i = 0; i < day->count; i++)
        words = arena_printf(busy->arena, "%s%s%s-%s", words, i ? ", " : "",
                             busy_time(busy, day->open[i].from, day->day),
                             day->open[i].to == zone_moment(busy->zone, day->day + 1, 0)
                                 ? "24:00"
                                 : busy_time(busy, day->open[i].to, day->day));
    return words;
}

bool
busy_is_open(const struct busy *busy, const struct busy_want *want, struct busy_nos *nos)
{
    static const struct busy_day outside = {0};
    const struct busy_day *found = busy_day(busy, want->day), *day = found ? found : &outside;
    if (covers(day->open, day->count, want))
        return true;
    if (!nos)
        return false;
    const char *about = arena_printf(busy->arena, "store %s", busy->store);
    char date[16];
    day_format(want->day, date);
    if (want->day < busy->opened_on || want->day > busy->closed_on)
        busy_say(busy, nos, about, "closed", _("is not open for business on %s"), date);
    else if (day->closed && day->count)
        busy_say(busy, nos, about, "holiday", _("closed on %s for %s; open: %s"), date, day->closed,
                 hours_words(busy, day));
    else if (day->closed)
        busy_say(busy, nos, about, "holiday", _("closed on %s for %s"), date, day->closed);
    else if (!busy->has_hours && !day->count)
        busy_say(busy, nos, about, "hours",
                 _("has no opening hours on record: medi-db store edit %s --hours TEXT"),
                 busy->store);
    else if (!day->count)
        busy_say(busy, nos, about, "hours", _("is closed on %s"), date);
    else
        busy_say(busy, nos, about, "hours", _("is open on %s: %s"), date, hours_words(busy, day));
    return false;
}

/* ---- at work --------------------------------------------------------------------------------- */

static bool
is_away(const struct busy *busy, const struct busy_one *one, const char *about,
        const struct busy_want *want, struct busy_nos *nos)
{
    for (int i = 0; i < one->leaves.count; i++) {
        const struct busy_span *leave = &one->leaves.items[i];
        if (leave->from >= want->ends_at || leave->to <= want->starts_at)
            continue;
        if (nos)
            busy_say(busy, nos, about, "leave", _("on leave until %s (%s)"),
                     busy_time(busy, leave->to, want->day), leave->kind);
        return true;
    }
    return false;
}

/* Whether one has a shift in this store in the month of a day. */
static bool
is_rostered(const struct busy_one *one, int64_t day)
{
    int64_t month = day_month_start(day);
    for (int i = 0; i < one->month_count; i++)
        if (one->months[i] == month)
            return true;
    return false;
}

static const struct busy_span *
shift_at(const struct busy *busy, const struct busy_one *one, const struct busy_want *want,
         bool here)
{
    for (int i = 0; i < one->shifts.count; i++) {
        const struct busy_span *shift = &one->shifts.items[i];
        if ((shift->store_id == busy->window.store_id) != here)
            continue;
        if (here ? shift->from <= want->starts_at && shift->to >= want->ends_at
                 : shift->from < want->ends_at && shift->to > want->starts_at)
            return shift;
    }
    return NULL;
}

static bool
is_on_duty(const struct busy *busy, const struct busy_one *one, const char *about,
           const struct busy_want *want, struct busy_nos *nos)
{
    const struct busy_span *elsewhere = shift_at(busy, one, want, false);
    bool rostered = is_rostered(one, want->day);
    if (elsewhere) {
        if (nos)
            busy_say(busy, nos, about, "elsewhere", _("on shift at %s from %s to %s"),
                     elsewhere->store, busy_time(busy, elsewhere->from, want->day),
                     busy_time(busy, elsewhere->to, want->day));
        return false;
    }
    if (rostered && !shift_at(busy, one, want, true)) {
        if (nos)
            busy_say(busy, nos, about, "shift", _("not on shift then"));
        return false;
    }
    if (!rostered && one->store_id && one->store_id != busy->window.store_id) {
        busy_say(busy, nos, about, "elsewhere", _("belongs to %s and has no shift here"),
                 one->store);
        return false;
    }
    return true;
}

bool
busy_works(const struct busy *busy, const struct busy_one *one, const char *about,
           const struct busy_want *want, struct busy_nos *nos)
{
    if (want->day < one->from_on || want->day > one->to_on) {
        busy_say(busy, nos, about, "left", _("does not work here on that day"));
        return false;
    }
    bool away = is_away(busy, one, about, want, nos);
    bool duty = is_on_duty(busy, one, about, want, nos);
    return !away && duty;
}

bool
busy_duty(const struct busy *busy, const struct busy_one *one, const struct busy_want *want,
          struct busy_span *duty)
{
    const struct busy_span *shift = shift_at(busy, one, want, true);
    const struct busy_day *day = busy_day(busy, want->day);
    if (shift) {
        *duty = *shift;
        return true;
    }
    for (int i = 0; day && i < day->count; i++) {
        if (day->open[i].from > want->starts_at || day->open[i].to < want->ends_at)
            continue;
        *duty = day->open[i];
        return true;
    }
    return false;
}

/* ---- free ------------------------------------------------------------------------------------ */

static bool
is_skipped(const struct busy *busy, const struct busy_span *span, const struct busy_want *want)
{
    return want->skip && span->store_id == busy->window.store_id &&
           strcmp(span->code, want->skip) == 0;
}

/* "A1 of C1", or "A1 (S02) of C1". */
static const char *
whose(const struct busy *busy, const struct busy_span *span)
{
    const struct db_value values[] = {db_int(span->store_id), db_int(span->client_id)};
    struct db_stmt *stmt;
    struct err err;
    err_clear(&err);
    if (sql_first(busy->db, &stmt, SQL_ROSTER_BUSY_WHOSE, values, 2, &err) != 1)
        return span->code;
    const char *words =
        span->store_id == busy->window.store_id
            ? arena_printf(busy->arena, _("%s of %s"), span->code, db_get_text(stmt, 1))
            : arena_printf(busy->arena, _("%s (%s) of %s"), span->code, db_get_text(stmt, 0),
                           db_get_text(stmt, 1));
    db_finish(stmt);
    return words;
}

/* Who has it, and until when; or that only the time between is too short. */
static void
say_taken(const struct busy *busy, const struct busy_span *span, const char *about,
          const struct busy_want *want, struct busy_nos *nos)
{
    const char *words = whose(busy, span);
    if (span->starts_at < want->ends_at && span->ends_at > want->starts_at)
        busy_say(busy, nos, about, "taken", _("taken by %s until %s"), words,
                 busy_time(busy, span->ends_at, want->day));
    else
        busy_say(busy, nos, about, "buffer",
                 _("too close to %s: with what it takes before and after, %s to %s"), words,
                 busy_time(busy, span->from, want->day), busy_time(busy, span->to, want->day));
}

bool
busy_is_free(const struct busy *busy, const struct busy_one *one, const char *about,
             const struct busy_want *want, struct busy_nos *nos)
{
    int64_t from = want->starts_at, to = want->ends_at;
    const char *last = NULL;
    bool is_free = true;
    if (one->kind != BUSY_CLIENT) {
        from -= want->before;
        to += want->after;
    }
    for (int i = 0; i < one->taken.count; i++) {
        const struct busy_span *span = &one->taken.items[i];
        if (span->from >= to || span->to <= from || is_skipped(busy, span, want) ||
            (last && strcmp(last, span->code) == 0))
            continue;
        if (!nos)
            return false;
        say_taken(busy, span, about, want, nos);
        last = span->code;
        is_free = false;
    }
    return is_free;
}

/* ---- how tight it is ------------------------------------------------------------------------- */

bool
busy_gaps(const struct busy *busy, const struct busy_one *one, const struct busy_want *want,
          struct busy_gaps *gaps)
{
    int64_t from = want->starts_at - want->before, to = want->ends_at + want->after;
    struct busy_span duty;
    *gaps = (struct busy_gaps){0};
    if (!busy_duty(busy, one, want, &duty))
        return false;
    for (int i = 0; i < one->taken.count; i++) {
        const struct busy_span *span = &one->taken.items[i];
        if (span->from >= duty.to || span->to <= duty.from || is_skipped(busy, span, want))
            continue;
        gaps->taken += (span->to - span->from) / 60;
        if (span->to <= from && span->to > duty.from)
            duty.from = span->to;
        else if (span->from >= to && span->from < duty.to)
            duty.to = span->from;
    }
    gaps->before = from > duty.from ? (from - duty.from) / 60 : 0;
    gaps->after = duty.to > to ? (duty.to - to) / 60 : 0;
    return true;
}
