/* All of it made anew, or compared with what would be made anew. */
#include <string.h>

#include "base/day.h"
#include "fact/deals.h"
#include "fact/files.h"
#include "fact/maker.h"
#include "fact/roller.h"
#include "fact/scan.h"

struct whole {
    struct db *db;
    struct arena *arena;
    struct maker *maker;
    struct people people;
    bool writes;
    fact_found *found;
    void *context;
};

/* ---- what differs -------------------------------------------------------------------------------- */

static int
say(struct whole *whole, const char *what, int64_t store_id, int64_t day, struct err *err)
{
    char text[16];
    day_format(day, text);
    return whole->found(whole->context,
                        arena_printf(whole->arena, "%s %s %s", what,
                                     maker_store(whole->maker, store_id)->code, text),
                        err);
}

static int
fact_differs(void *context, int fact, int64_t store_id, int64_t day, struct err *err)
{
    struct whole *whole = context;
    return whole->writes ? 0 : say(whole, fact_at(fact)->name, store_id, day, err);
}

static int
rollup_differs(void *context, int fact, int64_t store_id, int64_t month, struct err *err)
{
    struct whole *whole = context;
    const char *what = arena_printf(whole->arena, "%s by month", fact_at(fact)->name);
    return say(whole, what, store_id, month, err);
}

static int
part_differs(void *context, int kind, int part, struct err *err)
{
    struct whole *whole = context;
    return whole->found(whole->context,
                        arena_printf(whole->arena, "clients %d to %d: %s", part << PEOPLE_BITS,
                                     ((part + 1) << PEOPLE_BITS) - 1,
                                     kind == 1 ? "files" : "first visits and deals"),
                        err);
}

/* ---- store by store ------------------------------------------------------------------------------ */

static int
bounds(struct whole *whole, int64_t store_id, int64_t *from, int64_t *to, struct err *err)
{
    struct db_value value = db_int(store_id);
    struct db_stmt *stmt;
    int found = sql_first(whole->db, &stmt, SQL_FACT_BOUNDS, &value, 1, err);
    if (found <= 0)
        return found;
    found = db_get(stmt, 0).type == DB_INT;
    *from = day_month_start(db_get_int(stmt, 0));
    *to = db_get_int(stmt, 1) + 1;
    db_finish(stmt);
    return found;
}

static int
make_store(struct whole *whole, unsigned facts, int64_t store_id, struct err *err)
{
    int64_t from, to;
    int found = bounds(whole, store_id, &from, &to, err);
    if (found == 1 && (facts & FACT_BIT(FACT_VISIT)) &&
        maker_visits_hold(whole->maker, store_id, from, day_add_months(to, 1), err) < 0)
        return -1;
    for (int64_t next; found == 1 && from < to; from = next) {
        next = day_add_months(from, 1);
        if (maker_make(whole->maker, facts, store_id, from, next, err) < 0)
            return -1;
    }
    return found < 0 ? -1 : 0;
}

static int
make_facts(struct whole *whole, unsigned facts, struct err *err)
{
    for (int i = 0; i < whole->maker->store_count; i++)
        if (make_store(whole, facts, whole->maker->stores[i].id, err) < 0)
            return -1;
    return 0;
}

static int
roll_store(struct whole *whole, struct roller *roller, int64_t store_id, struct err *err)
{
    int64_t from, to;
    int found = bounds(whole, store_id, &from, &to, err);
    for (int fact = 0; fact < FACTS && found == 1; fact++)
        if (roller_roll(roller, fact, store_id, from, day_add_months(day_month_start(to - 1), 1),
                        err) < 0)
            return -1;
    return found < 0 ? -1 : 0;
}

static int
roll(struct whole *whole, struct err *err)
{
    struct roller *roller;
    int result = 0;
    if (roller_open(&roller, whole->db, &whole->people, whole->writes, whole->writes, err) < 0)
        return -1;
    roller_listen(roller, rollup_differs, whole);
    for (int i = 0; i < whole->maker->store_count && result == 0; i++)
        result = roll_store(whole, roller, whole->maker->stores[i].id, err);
    roller_close(roller);
    return result;
}

/* ---- all ----------------------------------------------------------------------------------------- */

static int
clear(struct whole *whole, struct err *err)
{
    for (int i = 0; i < whole->maker->store_count; i++) {
        struct db_value value = db_int(whole->maker->stores[i].id);
        if (sql_run(whole->db, SQL_FACT_CLEAR, &value, 1, NULL, err) < 0 ||
            sql_run(whole->db, SQL_FACT_ROLLUP_CLEAR, &value, 1, NULL, err) < 0)
            return -1;
    }
    return sql_run(whole->db, SQL_FACT_PEOPLE_CLEAR, NULL, 0, NULL, err);
}

/* Consultations ask for deals, people for visits and deals, rollups for all. */
static int
run(struct whole *whole, struct err *err)
{
    unsigned last = FACT_BIT(FACT_CONSULTATION);
    whole->maker->differs = fact_differs;
    whole->maker->context = whole;
    if ((whole->writes && clear(whole, err) < 0) || make_facts(whole, FACTS_ALL & ~last, err) < 0 ||
        deals_load(whole->maker, err) < 0 || make_facts(whole, last, err) < 0 ||
        files_read(&whole->people, 0, INT32_MAX, err) < 0 ||
        files_firsts(&whole->people, false, whole->arena, err) < 0 ||
        files_firsts(&whole->people, true, whole->arena, err) < 0)
        return -1;
    int result = whole->writes ? people_save(&whole->people, err)
                               : people_compare(&whole->people, part_differs, whole, err);
    return result < 0 ? -1 : roll(whole, err);
}

static int
open_and_run(struct whole *whole, struct err *err)
{
    if (maker_open(&whole->maker, whole->db, whole->writes, err) < 0)
        return -1;
    people_init(&whole->people, whole->db, PEOPLE_ALL);
    int result = run(whole, err);
    people_release(&whole->people);
    maker_close(whole->maker);
    return result;
}

int
fact_refresh_all(struct db *db, struct err *err)
{
    struct arena arena;
    struct whole whole = {.db = db, .arena = &arena, .writes = true};
    arena_init(&arena);
    int result = open_and_run(&whole, err);
    arena_release(&arena);
    return result;
}

int
fact_recount(struct db *db, struct arena *arena, fact_found *found, void *context, struct err *err)
{
    struct whole whole = {.db = db, .arena = arena, .found = found, .context = context};
    return open_and_run(&whole, err);
}
