/* Shifts as an iCalendar file. */
#include "board/ical.h"

#include <stdio.h>
#include <string.h>

#include "db/sql.h"
#include "board/entries.h"

enum {
    E_STORE_ID,
    E_STAFF_ID,
    E_STAFF,
    E_NAME,
    E_DAY,
    E_NUMBER,
    E_STARTS,
    E_ENDS,
    E_SHIFT,
    E_UID,
    E_SEQUENCE,
    E_CHANGED,
    E_SAME,
    E_CANCELLED
};

struct event {
    const struct grid_store *store;
    int64_t starts_at, ends_at, sequence, changed_at;
    const char *staff, *name, *shift, *uid;
    bool cancelled;
};

struct calendar {
    const struct ical *ical;
    struct grid_stores stores;
    const char *identity;
    struct event *events;
    int count, room;
};

/* ---- reading --------------------------------------------------------------------------------- */

static const char *
uid_of(const struct calendar *calendar, const struct db_stmt *stmt)
{
    char uid[ENTRY_UID];
    if (db_get_text(stmt, E_UID))
        return db_keep_text(stmt, E_UID, calendar->ical->arena);
    entries_uid(calendar->identity, db_get_int(stmt, E_STORE_ID), db_get_int(stmt, E_STAFF_ID),
                db_get_int(stmt, E_DAY), db_get_int(stmt, E_NUMBER), uid);
    return arena_strdup(calendar->ical->arena, uid);
}

static void
read_event(struct calendar *calendar, const struct db_stmt *stmt)
{
    struct arena *arena = calendar->ical->arena;
    bool told = db_get_text(stmt, E_UID), same = db_get_int(stmt, E_SAME);
    calendar->events = arena_more(arena, calendar->events, calendar->count, &calendar->room,
                                  sizeof *calendar->events);
    calendar->events[calendar->count++] =
        (struct event){.store = grid_store(&calendar->stores, db_get_int(stmt, E_STORE_ID)),
                       .starts_at = db_get_int(stmt, E_STARTS),
                       .ends_at = db_get_int(stmt, E_ENDS),
                       .sequence = db_get_int(stmt, E_SEQUENCE) + (told && !same),
                       .changed_at = same ? db_get_int(stmt, E_CHANGED) : calendar->ical->now,
                       .staff = db_keep_text(stmt, E_STAFF, arena),
                       .name = db_keep_text(stmt, E_NAME, arena),
                       .shift = db_keep_text(stmt, E_SHIFT, arena),
                       .uid = uid_of(calendar, stmt),
                       .cancelled = db_get_int(stmt, E_CANCELLED)};
}

static int
check_staff(const struct ical *ical, struct err *err)
{
    const struct db_value value = db_text(ical->staff);
    struct db_stmt *stmt;
    if (!ical->staff)
        return 0;
    int found = sql_first(ical->db, &stmt, SQL_BOARD_SHEET_STAFF, &value, 1, err);
    if (found == 0)
        return err_set(err, ERR_DATA, _("staff %s: there is none: medi-staff list"), ical->staff);
    if (found == 1)
        db_finish(stmt);
    return found < 0 ? -1 : 0;
}

static int
read_events(struct calendar *calendar, struct err *err)
{
    const struct ical *ical = calendar->ical;
    const int64_t *store_id = ical->store_id;
    struct db_stmt *stmt;
    int more;
    if (check_staff(ical, err) < 0 ||
        entries_identity(ical->db, ical->arena, &calendar->identity, err) < 0 ||
        grid_stores_load(ical->db, ical->arena, &calendar->stores, err) < 0)
        return -1;
    const struct grid_store *home = grid_store(&calendar->stores, store_id ? *store_id : 0);
    const struct db_value values[] = {store_id ? db_int(*store_id) : db_null(),
                                      db_text(ical->staff), db_int(ical->from), db_int(ical->to),
                                      db_int(zone_day(home->zone, ical->now))};
    if (sql_open(ical->db, &stmt, SQL_BOARD_ICAL_EVENTS, values, 5, err) < 0)
        return -1;
    while ((more = db_step(stmt, err)) == 1)
        read_event(calendar, stmt);
    db_finish(stmt);
    return more;
}

/* ---- events ---------------------------------------------------------------------------------- */

/* By the clock, unless it shows that time twice. */
static void
time_line(struct str *text, const char *name, const struct zone *zone, int64_t moment)
{
    struct civil civil;
    struct str line = STR_INIT;
    zone_civil(zone, moment, &civil);
    int second = civil.hour * 3600 + civil.minute * 60 + civil.second;
    int64_t ignored[2];
    bool clear = zone_readings(zone, day_from_civil(civil.year, civil.month, civil.day), second,
                               ignored) == 1;
    if (!clear) {
        int64_t day = floor_div(moment, DAY_SECONDS);
        day_to_civil(day, &civil);
        second = (int)(moment - day * DAY_SECONDS);
        str_adds(&line, name);
    } else {
        str_addf(&line, "%s;TZID=%s", name, zone_name(zone));
    }
    str_addf(&line, ":%04d%02d%02dT%02d%02d%02d%s", civil.year, civil.month, civil.day,
             second / 3600, second / 60 % 60, second % 60, clear ? "" : "Z");
    ical_line(text, line.text);
    str_release(&line);
}

static void
stamp_line(struct str *text, const char *name, int64_t moment)
{
    int64_t day = floor_div(moment, DAY_SECONDS);
    int second = (int)(moment - day * DAY_SECONDS);
    struct civil civil;
    char line[64];
    day_to_civil(day, &civil);
    snprintf(line, sizeof line, "%s:%04d%02d%02dT%02d%02d%02dZ", name, civil.year, civil.month,
             civil.day, second / 3600, second / 60 % 60, second % 60);
    ical_line(text, line);
}

static void
text_line(struct str *text, const char *name, const char *value)
{
    struct str line = STR_INIT;
    str_addf(&line, "%s:", name);
    ical_text(&line, value);
    ical_line(text, line.text);
    str_release(&line);
}

static const char *
shift_name(const struct ical *ical, const struct event *event)
{
    int shift = event->shift ? rota_shift(ical->rules, event->shift) : -1;
    if (shift >= 0 && ical->zh && ical->rules->shift[shift].zh)
        return ical->rules->shift[shift].zh;
    return event->shift ? event->shift : _("shift");
}

static void
add_event(const struct ical *ical, const struct event *event, struct str *text)
{
    const char *title =
        arena_printf(ical->arena, "%s %s", shift_name(ical, event), event->store->name);
    if (!ical->staff)
        title = arena_printf(ical->arena, "%s %s", title, event->name);
    ical_line(text, "BEGIN:VEVENT");
    text_line(text, "UID", event->uid);
    stamp_line(text, "DTSTAMP", event->changed_at);
    stamp_line(text, "LAST-MODIFIED", event->changed_at);
    ical_line(text, arena_printf(ical->arena, "SEQUENCE:%lld", (long long)event->sequence));
    time_line(text, "DTSTART", event->store->zone, event->starts_at);
    time_line(text, "DTEND", event->store->zone, event->ends_at);
    text_line(text, "SUMMARY", title);
    text_line(text, "LOCATION", event->store->name);
    ical_line(text, event->cancelled ? "STATUS:CANCELLED" : "STATUS:CONFIRMED");
    ical_line(text, event->cancelled ? "TRANSP:TRANSPARENT" : "TRANSP:OPAQUE");
    ical_line(text, "END:VEVENT");
}

/* ---- the calendar ------------------------------------------------------------------------------ */

/* Each zone once, for all events in it. */
static void
add_zones(const struct calendar *calendar, struct str *text)
{
    for (int i = 0; i < calendar->count; i++) {
        const struct zone *zone = calendar->events[i].store->zone;
        int64_t from = INT64_MAX, to = INT64_MIN;
        bool first = true;
        for (int k = 0; k < calendar->count; k++) {
            const struct event *event = &calendar->events[k];
            if (strcmp(zone_name(event->store->zone), zone_name(zone)) != 0)
                continue;
            first = first && k >= i;
            from = event->starts_at < from ? event->starts_at : from;
            to = event->ends_at > to ? event->ends_at : to;
            if (!first)
                break;
        }
        if (first)
            ical_zone(text, zone, from, to);
    }
}

static const char *
calendar_name(const struct calendar *calendar)
{
    const struct ical *ical = calendar->ical;
    const struct grid_store *store =
        ical->store_id ? grid_store(&calendar->stores, *ical->store_id) : NULL;
    return arena_printf(ical->arena, "%s%s%s%s%s", _("roster"), store ? " " : "",
                        store ? store->name : "", ical->staff ? " " : "",
                        ical->staff ? ical->staff : "");
}

int
ical_write(const struct ical *ical, struct str *text, struct err *err)
{
    struct calendar calendar = {.ical = ical};
    if (read_events(&calendar, err) < 0)
        return -1;
    ical_line(text, "BEGIN:VCALENDAR");
    ical_line(text, "VERSION:2.0");
    ical_line(text, "PRODID:-//medi//medi-roster//EN");
    ical_line(text, "CALSCALE:GREGORIAN");
    text_line(text, "NAME", calendar_name(&calendar));
    text_line(text, "X-WR-CALNAME", calendar_name(&calendar));
    ical_line(text, "REFRESH-INTERVAL;VALUE=DURATION:PT1H");
    add_zones(&calendar, text);
    for (int i = 0; i < calendar.count; i++)
        add_event(ical, &calendar.events[i], text);
    ical_line(text, "END:VCALENDAR");
    return calendar.count;
}
