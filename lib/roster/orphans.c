/* Bookings that what came later stands against. */
#include "roster/orphans.h"

#include <string.h>

#include "db/sql.h"

enum {
    C_STORE_ID,
    C_STORE,
    C_CODE,
    C_DAY,
    C_CLIENT,
    C_CLIENT_ID,
    C_PROJECT,
    C_DOCTOR,
    C_NURSE,
    C_ROOM,
    C_DEVICE,
    C_STARTS,
    C_ENDS
};

/* A project, and who passed the gates for it in the store that is judged. */
struct known {
    struct booking_project project;
    struct booking_passes *passes;
};

struct search {
    struct db *db;
    struct arena *arena;
    const struct orphans_ask *ask;
    orphan_found *found;
    void *context;
    struct gate_rules rules;
    struct busy busy; /* of the store that is judged */
    struct orphan *items;
    int count, room;
    struct known *known;
    int known_count, known_room;
};

static void
read_booking(struct search *search, const struct db_stmt *stmt)
{
    struct arena *arena = search->arena;
    search->items =
        arena_more(arena, search->items, search->count, &search->room, sizeof *search->items);
    search->items[search->count++] = (struct orphan){
        .store_id = db_get_int(stmt, C_STORE_ID),
        .store = db_keep_text(stmt, C_STORE, arena),
        .row = {.code = db_keep_text(stmt, C_CODE, arena),
                .client = db_keep_text(stmt, C_CLIENT, arena),
                .client_id = db_get_int(stmt, C_CLIENT_ID),
                .project = db_keep_text(stmt, C_PROJECT, arena),
                .doctor = db_keep_text(stmt, C_DOCTOR, arena),
                .nurse = db_keep_text(stmt, C_NURSE, arena),
                .room = db_keep_text(stmt, C_ROOM, arena),
                .device = db_keep_text(stmt, C_DEVICE, arena),
                .starts_at = db_get_int(stmt, C_STARTS),
                .ends_at = db_get_int(stmt, C_ENDS),
                .day = db_get_int(stmt, C_DAY)},
    };
}

static int
read_bookings(struct search *search, struct err *err)
{
    const struct orphans_ask *ask = search->ask;
    const struct db_value values[] = {ask->store_id ? db_int(*ask->store_id) : db_null(),
                                      db_int(ask->from), db_int(ask->to)};
    struct db_stmt *stmt;
    int more;
    if (sql_open(search->db, &stmt, SQL_ROSTER_CONFLICT_BOOKINGS, values, 3, err) < 0)
        return -1;
    while ((more = db_step(stmt, err)) == 1)
        read_booking(search, stmt);
    db_finish(stmt);
    return more;
}

/* A booking without a project asks for nothing but whom it names. */
static int
find_project(struct search *search, const char *code, struct known **known, struct err *err)
{
    struct arena *arena = search->arena;
    struct booking_project project = {.code = "-", .kind = "other"};
    if (code && booking_project(search->db, arena, code, &project, err) < 0)
        return -1;
    search->known = arena_more(arena, search->known, search->known_count, &search->known_room,
                               sizeof *search->known);
    *known = &search->known[search->known_count++];
    **known = (struct known){project, booking_passes(arena, &search->busy)};
    return 0;
}

static int
know(struct search *search, const char *code, struct known **known, struct err *err)
{
    for (int i = 0; i < search->known_count; i++)
        if (strcmp(search->known[i].project.code, code ? code : "-") == 0) {
            *known = &search->known[i];
            return 0;
        }
    return find_project(search, code, known, err);
}

/* What it needs is judged as if it were booked again, for those whom it has: at first without words. */
static int
judge(struct search *search, const struct orphan *orphan, struct err *err)
{
    const struct booking_row *row = &orphan->row;
    struct known *known;
    if (know(search, row->project, &known, err) < 0)
        return -1;
    const struct booking_project *project = &known->project;
    struct booking booking = {
        .db = search->db,
        .arena = search->arena,
        .rules = &search->rules,
        .busy = &search->busy,
        .project = project,
        .client_id = row->client_id,
        .client = row->client,
        .named = {row->doctor, row->nurse, row->room, row->device},
        .now = INT64_MIN,
        .as_is = true,
        .passes = known->passes,
        .want = {.starts_at = row->starts_at,
                 .ends_at = row->ends_at,
                 .before = 60 * project->before,
                 .after = 60 * project->after,
                 .day = row->day,
                 .skip = row->code},
    };
    int can = booking_try(&booking, err);
    if (can == 0)
        can = booking_ask(&booking, err);
    for (int i = 0; i < booking.nos.count && can >= 0; i++)
        if (search->found(search->context, orphan, &booking.nos.items[i], err) < 0)
            return -1;
    return can < 0 ? -1 : 0;
}

/* Those of one store, from `first` on; gives the first of the next. */
static int
judge_store(struct search *search, int first, struct err *err)
{
    struct orphan *items = search->items;
    struct busy_window window = {
        .store_id = items[first].store_id, .from_day = items[first].row.day, .booked = true};
    int last = first;
    while (last < search->count && items[last].store_id == items[first].store_id)
        last++;
    window.to_day = items[last - 1].row.day + 1;
    search->known_count = 0;
    if (busy_load(&search->busy, search->db, search->arena, &window, err) < 0)
        return -1;
    for (int i = first; i < last; i++)
        if (judge(search, &items[i], err) < 0)
            return -1;
    return last;
}

int
orphans_find(struct db *db, struct arena *arena, const struct orphans_ask *ask, orphan_found *found,
             void *context, struct err *err)
{
    struct search search = {
        .db = db, .arena = arena, .ask = ask, .found = found, .context = context};
    int next = 0;
    if (gate_rules_load(arena, ask->packs, &search.rules, err) < 0 ||
        read_bookings(&search, err) < 0)
        return -1;
    while (next >= 0 && next < search.count)
        next = judge_store(&search, next, err);
    return next < 0 ? -1 : 0;
}
