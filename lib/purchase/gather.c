#include "purchase/gather.h"

#include <limits.h>

#include "db/sql.h"

/* ---- items ----------------------------------------------------------------------------------- */

int
gather_items(struct db *db, struct arena *arena, const char *codes, const char *supplier,
             struct gather_item **items, int *count, struct err *err)
{
    const struct db_value values[] = {db_text(codes), db_text(supplier)};
    struct db_stmt *stmt;
    int more, room = 0;

    *items = NULL;
    *count = 0;
    if (sql_open(db, &stmt, SQL_PURCHASE_PLAN_ITEMS, values, 2, err) < 0)
        return -1;
    while ((more = db_step(stmt, err)) == 1) {
        *items = arena_more(arena, *items, *count, &room, sizeof **items);
        (*items)[(*count)++] = (struct gather_item){.id = db_get_int(stmt, 0),
                                                    .code = db_keep_text(stmt, 1, arena),
                                                    .name = db_keep_text(stmt, 2, arena),
                                                    .unit = db_keep_text(stmt, 3, arena),
                                                    .vial_size = db_get_int(stmt, 4),
                                                    .supplier = db_keep_text(stmt, 5, arena),
                                                    .lead_days = db_get_int(stmt, 6),
                                                    .pack = db_get_int(stmt, 7),
                                                    .minimum = db_get_int(stmt, 8),
                                                    .price_fen = db_get_int(stmt, 9),
                                                    .shelf_days = db_get_int(stmt, 10)};
    }
    db_finish(stmt);
    return more < 0 ? -1 : 0;
}

/* ---- weeks ----------------------------------------------------------------------------------- */

struct days {
    int64_t day, came, used;
};

/* Weeks end with yesterday; those before the first delivery are none. */
static int
weeks_since(int64_t first, int64_t today)
{
    int64_t weeks = (today - first + PLANNER_WEEK - 1) / PLANNER_WEEK;
    return weeks > GATHER_WEEKS ? GATHER_WEEKS : (int)weeks;
}

/* Day by day: a day on which something was there, or was used, counts; the others do not. */
static void
fill_weeks(struct arena *arena, const struct days *days, int count, int64_t today, int horizon,
           struct planner_store *plan)
{
    int weeks = weeks_since(days[0].day, today), next = 0;
    int64_t first = today - (int64_t)weeks * PLANNER_WEEK, there = 0;
    double *used = arena_array(arena, (size_t)weeks, sizeof *used);
    double *open = arena_array(arena, (size_t)(weeks + horizon), sizeof *open);

    for (int week = 0; week < weeks + horizon; week++)
        open[week] = week < weeks ? 0 : 1;
    for (; next < count && days[next].day < first; next++)
        there += days[next].came;
    for (int64_t day = first; day < today; day++) {
        int week = (int)((day - first) / PLANNER_WEEK);
        bool moved = next < count && days[next].day == day;
        bool was = there > 0;
        if (moved) {
            there += days[next].came;
            used[week] += days[next].used > 0 ? (double)days[next].used : 0;
            was = was || days[next].used > 0;
            next++;
        }
        if (was || there > 0)
            open[week] += 1.0 / PLANNER_WEEK;
    }
    plan->used = used;
    plan->open = open;
    plan->weeks = weeks;
}

/* ---- what is known of the weeks to come ------------------------------------------------------ */

static int
read_booked(struct db *db, struct arena *arena, const struct db_value values[3], int64_t today,
            int horizon, struct planner_store *plan, struct err *err)
{
    double *booked = arena_array(arena, (size_t)horizon, sizeof *booked);
    struct db_stmt *stmt;
    int more;

    if (sql_open(db, &stmt, SQL_PURCHASE_PLAN_BOOKED, values, 3, err) < 0)
        return -1;
    while ((more = db_step(stmt, err)) == 1) {
        int64_t week = (db_get_int(stmt, 0) - today) / PLANNER_WEEK;
        if (week < horizon)
            booked[week] += (double)db_get_int(stmt, 1);
    }
    db_finish(stmt);
    plan->booked = booked;
    return more < 0 ? -1 : 0;
}

static int
day_from(int64_t on, int64_t today)
{
    int64_t days = on - today;
    return days > INT_MAX ? INT_MAX : days < -INT_MAX ? -INT_MAX : (int)days;
}

/* The last day on which it is usable: of an opened pack the day of the last second before its time is over. */
static int
day_to(const struct db_stmt *stmt, const struct gather_when *when)
{
    struct db_value to = db_get(stmt, 2), use_by = db_get(stmt, 3);
    int last = to.type == DB_INT ? day_from(to.number, when->today) : INT_MAX;
    int over = use_by.type == DB_INT
                   ? day_from(zone_day(when->zone, use_by.number - 1), when->today)
                   : INT_MAX;
    return over < last ? over : last;
}

static int
read_supplies(struct db *db, struct arena *arena, int64_t item_id, int64_t store_id,
              const struct gather_when *when, struct planner_store *plan, struct err *err)
{
    const struct db_value values[] = {db_int(item_id), db_int(store_id), db_int(when->today),
                                      db_int(when->now)};
    struct reorder_supply *supplies = NULL;
    struct db_stmt *stmt;
    int more, count = 0, room = 0;

    if (sql_open(db, &stmt, SQL_PURCHASE_PLAN_SUPPLIES, values, 4, err) < 0)
        return -1;
    while ((more = db_step(stmt, err)) == 1) {
        int from = day_from(db_get_int(stmt, 1), when->today);
        if (db_get_int(stmt, 0) <= 0)
            continue;
        supplies = arena_more(arena, supplies, count, &room, sizeof *supplies);
        supplies[count++] =
            (struct reorder_supply){db_get_int(stmt, 0), from < 0 ? 0 : from, day_to(stmt, when)};
    }
    db_finish(stmt);
    plan->supplies = supplies;
    plan->supply_count = count;
    return more < 0 ? -1 : 0;
}

/* The part of each week that such days take; none at all: no effect is looked for. */
static int
read_events(struct db *db, struct arena *arena, int64_t store_id, int64_t today, int horizon,
            struct planner_store *plan, struct err *err)
{
    int64_t first = today - (int64_t)plan->weeks * PLANNER_WEEK;
    int total = plan->weeks + horizon, more;
    const struct db_value values[] = {db_int(store_id), db_int(first)};
    double *events = arena_array(arena, (size_t)total, sizeof *events);
    bool any = false;
    struct db_stmt *stmt;

    if (sql_open(db, &stmt, SQL_PURCHASE_PLAN_EVENTS, values, 2, err) < 0)
        return -1;
    while ((more = db_step(stmt, err)) == 1)
        for (int64_t day = db_get_int(stmt, 0); day <= db_get_int(stmt, 1); day++)
            if (day >= first && day < first + (int64_t)total * PLANNER_WEEK) {
                double *week = &events[(day - first) / PLANNER_WEEK];
                *week = *week + 1.0 / PLANNER_WEEK > 1 ? 1 : *week + 1.0 / PLANNER_WEEK;
                any = any || day < today;
            }
    db_finish(stmt);
    plan->events = any ? events : NULL;
    return more < 0 ? -1 : 0;
}

/* ---- stores ---------------------------------------------------------------------------------- */

static int
complete(struct db *db, struct arena *arena, int64_t item_id, const struct gather_when *when,
         int horizon, struct gathered *store, struct err *err)
{
    int64_t today = when->today;
    const struct db_value values[] = {db_int(item_id), db_int(store->store_id), db_int(today)};

    store->plan.seed = (uint64_t)item_id * 1000003 + (uint64_t)store->store_id;
    return read_booked(db, arena, values, today, horizon, &store->plan, err) < 0 ||
                   read_supplies(db, arena, item_id, store->store_id, when, &store->plan, err) < 0
               ? -1
               : read_events(db, arena, store->store_id, today, horizon, &store->plan, err);
}

int
gather_stores(struct db *db, struct arena *arena, int64_t item_id, int64_t store_id,
              const struct gather_when *when, int horizon, struct gathered **stores, int *count,
              struct err *err)
{
    int64_t today = when->today;
    const struct db_value values[] = {db_int(item_id), db_id(store_id), db_int(today)};
    struct days *days = NULL;
    struct db_stmt *stmt;
    int more, room = 0, day_count = 0, day_room = 0;

    *stores = NULL;
    *count = 0;
    if (sql_open(db, &stmt, SQL_PURCHASE_PLAN_DAYS, values, 3, err) < 0)
        return -1;
    while ((more = db_step(stmt, err)) == 1) {
        int64_t id = db_get_int(stmt, 0);
        if (*count == 0 || (*stores)[*count - 1].store_id != id) {
            if (*count > 0)
                fill_weeks(arena, days, day_count, today, horizon, &(*stores)[*count - 1].plan);
            *stores = arena_more(arena, *stores, *count, &room, sizeof **stores);
            (*stores)[(*count)++] =
                (struct gathered){.store_id = id, .store = db_keep_text(stmt, 1, arena)};
            day_count = 0;
        }
        days = arena_more(arena, days, day_count, &day_room, sizeof *days);
        days[day_count++] =
            (struct days){db_get_int(stmt, 2), db_get_int(stmt, 3), db_get_int(stmt, 4)};
    }
    db_finish(stmt);
    if (more == 0 && *count > 0)
        fill_weeks(arena, days, day_count, today, horizon, &(*stores)[*count - 1].plan);
    for (int i = 0; more == 0 && i < *count; i++)
        more = complete(db, arena, item_id, when, horizon, &(*stores)[i], err);
    return more < 0 ? -1 : 0;
}
