/* What is read of a store's window: people, rooms, machines, and what takes them. */
#include "roster/busy.h"

#include <string.h>

#include "db/sql.h"
#include "record/hours.h"
#include "text/zonefile.h"

static struct busy_one *
add_one(struct busy *busy, struct busy_ones *ones, enum busy_kind kind)
{
    ones->items =
        arena_more(busy->arena, ones->items, ones->count, &ones->room, sizeof *ones->items);
    struct busy_one *one = &ones->items[ones->count++];
    *one = (struct busy_one){.kind = kind, .from_on = INT64_MIN, .to_on = INT64_MAX};
    return one;
}

static void
add_span(struct busy *busy, struct busy_spans *spans, const struct busy_span *span)
{
    spans->items =
        arena_more(busy->arena, spans->items, spans->count, &spans->room, sizeof *spans->items);
    spans->items[spans->count++] = *span;
}

static void
read_days(const struct db_stmt *stmt, int from, int to, struct busy_one *one)
{
    if (db_get(stmt, from).type == DB_INT)
        one->from_on = db_get_int(stmt, from);
    if (db_get(stmt, to).type == DB_INT)
        one->to_on = db_get_int(stmt, to);
}

/* ---- the store ------------------------------------------------------------------------------- */

enum {
    S_CODE,
    S_ZONE,
    S_HOURS,
    S_OPENED,
    S_CLOSED,
    S_LEVEL,
    S_DEPARTMENTS,
    S_LICENCE,
    S_LICENCE_TO
};

static int
read_store(struct busy *busy, struct db_stmt *stmt, struct err *err)
{
    const char *hours = db_get_text(stmt, S_HOURS);
    struct hours week;
    busy->store = db_keep_text(stmt, S_CODE, busy->arena);
    busy->level = db_keep_text(stmt, S_LEVEL, busy->arena);
    busy->departments = db_keep_text(stmt, S_DEPARTMENTS, busy->arena);
    busy->licence_no = db_keep_text(stmt, S_LICENCE, busy->arena);
    busy->has_licence_to = db_get(stmt, S_LICENCE_TO).type == DB_INT;
    busy->licence_to = db_get_int(stmt, S_LICENCE_TO);
    busy->opened_on =
        db_get(stmt, S_OPENED).type == DB_INT ? db_get_int(stmt, S_OPENED) : INT64_MIN;
    busy->closed_on =
        db_get(stmt, S_CLOSED).type == DB_INT ? db_get_int(stmt, S_CLOSED) : INT64_MAX;
    busy->has_hours = hours && hours_parse(hours, strlen(hours), &week);
    if (busy->has_hours) {
        memcpy(busy->opens, week.opens, sizeof busy->opens);
        memcpy(busy->closes, week.closes, sizeof busy->closes);
    }
    busy->zone = zone_load(busy->arena, db_get_text(stmt, S_ZONE), err);
    return busy->zone ? 0 : -1;
}

static int
load_store(struct busy *busy, struct err *err)
{
    const struct db_value id = db_int(busy->window.store_id);
    struct db_stmt *stmt;
    int found = sql_first(busy->db, &stmt, SQL_ROSTER_BUSY_STORE, &id, 1, err);
    if (found <= 0)
        return found < 0 ? -1 : err_set(err, ERR_DATA, _("no such store"));
    int result = read_store(busy, stmt, err);
    db_finish(stmt);
    return result;
}

/* ---- who and what there is ------------------------------------------------------------------- */

static int
read_person(void *context, const struct db_stmt *stmt, struct err *err)
{
    struct busy *busy = context;
    struct busy_one *one = add_one(busy, &busy->people, BUSY_DOCTOR);
    one->id = db_get_int(stmt, 0);
    one->code = db_keep_text(stmt, 1, busy->arena);
    one->suits = db_keep_text(stmt, 2, busy->arena);
    one->store_id = db_get_int(stmt, 3);
    one->store = db_keep_text(stmt, 4, busy->arena);
    read_days(stmt, 5, 6, one);
    (void)err;
    return 0;
}

static int
read_room(void *context, const struct db_stmt *stmt, struct err *err)
{
    struct busy *busy = context;
    struct busy_one *one = add_one(busy, &busy->rooms, BUSY_ROOM);
    one->code = db_keep_text(stmt, 0, busy->arena);
    one->suits = db_keep_text(stmt, 1, busy->arena);
    read_days(stmt, 2, 3, one);
    (void)err;
    return 0;
}

static int
read_machine(void *context, const struct db_stmt *stmt, struct err *err)
{
    struct busy *busy = context;
    struct busy_one *one = add_one(busy, &busy->machines, BUSY_DEVICE);
    one->code = db_keep_text(stmt, 0, busy->arena);
    one->suits = db_keep_text(stmt, 1, busy->arena);
    (void)err;
    return 0;
}

static int
read_closure(void *context, const struct db_stmt *stmt, struct err *err)
{
    struct busy *busy = context;
    busy->closures = arena_more(busy->arena, busy->closures, busy->closure_count,
                                &busy->closure_room, sizeof *busy->closures);
    busy->closures[busy->closure_count++] =
        (struct busy_closure){.day = db_get_int(stmt, 0),
                              .name = db_keep_text(stmt, 1, busy->arena),
                              .open = strcmp(db_get_text(stmt, 2), "open") == 0,
                              .from_minute = (int)db_get_int(stmt, 3),
                              .to_minute = (int)db_get_int(stmt, 4),
                              .own = db_get_int(stmt, 5) != 0};
    (void)err;
    return 0;
}

/* ---- what takes them ------------------------------------------------------------------------- */

enum {
    T_STORE_ID,
    T_CODE,
    T_CLIENT,
    T_PROJECT,
    T_DOCTOR,
    T_NURSE,
    T_ROOM,
    T_DEVICE,
    T_STARTS,
    T_ENDS
};

static int
read_need(void *context, const struct db_stmt *stmt, struct err *err)
{
    struct busy *busy = context;
    busy->needs = arena_more(busy->arena, busy->needs, busy->need_count, &busy->need_room,
                             sizeof *busy->needs);
    busy->needs[busy->need_count++] =
        (struct busy_need){db_get_int(stmt, 0), 60 * db_get_int(stmt, 1), 60 * db_get_int(stmt, 2)};
    (void)err;
    return 0;
}

static const struct busy_need *
need_of(const struct busy *busy, int64_t project_id)
{
    static const struct busy_need none = {0};
    for (int i = 0; i < busy->need_count; i++)
        if (busy->needs[i].project_id == project_id)
            return &busy->needs[i];
    return &none;
}

/* A room or machine that bookings name and no file has is one as well: two must not name it at once. */
static struct busy_one *
named(struct busy *busy, struct busy_ones *ones, enum busy_kind kind, const char *code)
{
    struct busy_one *one = busy_find(ones, code);
    if (one)
        return one;
    one = add_one(busy, ones, kind);
    one->code = arena_strdup(busy->arena, code);
    one->to_on = INT64_MIN;
    return one;
}

static void
take_person(struct busy *busy, const struct db_stmt *stmt, int column, const struct busy_span *span)
{
    struct busy_one *one =
        db_get(stmt, column).type == DB_INT ? busy_person(busy, db_get_int(stmt, column)) : NULL;
    if (one)
        add_span(busy, &one->taken, span);
}

static int
read_taken(void *context, const struct db_stmt *stmt, struct err *err)
{
    struct busy *busy = context;
    const struct busy_need *need = need_of(busy, db_get_int(stmt, T_PROJECT));
    struct busy_span span = {
        .store_id = db_get_int(stmt, T_STORE_ID),
        .code = db_keep_text(stmt, T_CODE, busy->arena),
        .client_id = db_get_int(stmt, T_CLIENT),
        .starts_at = db_get_int(stmt, T_STARTS),
        .ends_at = db_get_int(stmt, T_ENDS),
    };
    span.from = span.starts_at - need->before;
    span.to = span.ends_at + need->after;
    take_person(busy, stmt, T_DOCTOR, &span);
    take_person(busy, stmt, T_NURSE, &span);
    if (span.store_id == busy->window.store_id) {
        const char *room = db_get_text(stmt, T_ROOM), *device = db_get_text(stmt, T_DEVICE);
        if (room)
            add_span(busy, &named(busy, &busy->rooms, BUSY_ROOM, room)->taken, &span);
        if (device)
            add_span(busy, &named(busy, &busy->machines, BUSY_DEVICE, device)->taken, &span);
    }
    if (busy->client.count && span.client_id == busy->window.client_id) {
        span.from = span.starts_at;
        span.to = span.ends_at;
        add_span(busy, &busy->client.items[0].taken, &span);
    }
    (void)err;
    return 0;
}

static int
read_shift(void *context, const struct db_stmt *stmt, struct err *err)
{
    struct busy *busy = context;
    struct busy_one *one = busy_person(busy, db_get_int(stmt, 0));
    const struct busy_span span = {.store_id = db_get_int(stmt, 1),
                                   .store = db_keep_text(stmt, 2, busy->arena),
                                   .from = db_get_int(stmt, 4),
                                   .to = db_get_int(stmt, 5)};
    if (!one)
        return 0;
    add_span(busy, &one->shifts, &span);
    int64_t month = day_month_start(db_get_int(stmt, 3));
    if (span.store_id == busy->window.store_id && one->month_count < BUSY_MONTHS_MOST &&
        (!one->month_count || one->months[one->month_count - 1] != month))
        one->months[one->month_count++] = month;
    (void)err;
    return 0;
}

static int
read_leave(void *context, const struct db_stmt *stmt, struct err *err)
{
    struct busy *busy = context;
    struct busy_one *one = busy_person(busy, db_get_int(stmt, 0));
    const struct busy_span span = {.from = db_get_int(stmt, 1),
                                   .to = db_get_int(stmt, 2),
                                   .kind = db_keep_text(stmt, 3, busy->arena)};
    if (one)
        add_span(busy, &one->leaves, &span);
    (void)err;
    return 0;
}

int
busy_load_hours(struct busy *busy, struct db *db, struct arena *arena,
                const struct busy_window *window, struct err *err)
{
    const struct db_value values[] = {db_int(window->store_id), db_int(window->from_day),
                                      db_int(window->to_day)};
    *busy = (struct busy){.db = db, .arena = arena, .window = *window};
    return load_store(busy, err) < 0
               ? -1
               : sql_each(busy->db, SQL_ROSTER_BUSY_CLOSURES, values, 3, read_closure, busy, err);
}

int
busy_hours(struct busy *busy, struct db *db, struct arena *arena, const struct busy_window *window,
           struct err *err)
{
    if (busy_load_hours(busy, db, arena, window, err) < 0)
        return -1;
    busy->days =
        arena_array(arena, (size_t)(window->to_day - window->from_day), sizeof *busy->days);
    for (int64_t day = window->from_day; day < window->to_day; day++)
        busy_open_day(busy, day, &busy->days[day - window->from_day]);
    return 0;
}

int
busy_load(struct busy *busy, struct db *db, struct arena *arena, const struct busy_window *window,
          struct err *err)
{
    if (busy_hours(busy, db, arena, window, err) < 0)
        return -1;
    if (window->client_id)
        add_one(busy, &busy->client, BUSY_CLIENT)->id = window->client_id;
    struct db_value values[8] = {db_int(window->store_id), db_int(window->from_day),
                                 db_int(window->to_day),   db_id(window->doctor_id),
                                 db_id(window->nurse_id),  db_int(window->booked),
                                 db_id(window->client_id)};
    if (sql_each(busy->db, SQL_ROSTER_BUSY_ROOMS, values, 1, read_room, busy, err) < 0 ||
        sql_each(busy->db, SQL_ROSTER_BUSY_MACHINES, values, 1, read_machine, busy, err) < 0 ||
        sql_each(busy->db, SQL_ROSTER_BUSY_NEEDS, NULL, 0, read_need, busy, err) < 0 ||
        sql_each(busy->db, SQL_ROSTER_BUSY_PEOPLE, values, 6, read_person, busy, err) < 0 ||
        sql_each(busy->db, SQL_ROSTER_BUSY_TAKEN, values, 7, read_taken, busy, err) < 0)
        return -1;
    values[6] = db_int(day_month_start(window->from_day));
    values[7] = db_int(day_add_months(day_month_start(window->to_day - 1), 1));
    if (sql_each(busy->db, SQL_ROSTER_BUSY_SHIFTS, values, 8, read_shift, busy, err) < 0)
        return -1;
    values[6] = db_int(zone_moment(busy->zone, window->from_day, 0));
    values[7] = db_int(zone_moment(busy->zone, window->to_day + 1, 0));
    return sql_each(busy->db, SQL_ROSTER_BUSY_LEAVES, values, 8, read_leave, busy, err);
}

struct busy_one *
busy_person(const struct busy *busy, int64_t id)
{
    for (int i = 0; i < busy->people.count; i++)
        if (busy->people.items[i].id == id)
            return &busy->people.items[i];
    return NULL;
}

struct busy_one *
busy_find(const struct busy_ones *ones, const char *code)
{
    for (int i = 0; i < ones->count; i++)
        if (strcmp(ones->items[i].code, code) == 0)
            return &ones->items[i];
    return NULL;
}
