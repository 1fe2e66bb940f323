/* Which facts are made again, and that. */
#include "base/day.h"
#include "fact/keep.h"

enum { HOLD_DAYS = 60, HOLD_SHARE = 8 }; /* in so many days, and an eighth of all between them */

uint32_t
keep_facts_of_clients(void)
{
    uint32_t facts = 0;
    for (int i = 0; i < FACTS; i++)
        facts |= fact_at(i)->has_client ? FACT_BIT(i) : 0;
    return facts;
}

/* ---- days of records ----------------------------------------------------------------------------- */

static int
touch_treatment(struct keeping *keeping, const struct mark *mark, struct err *err)
{
    struct db_value values[] = {db_int(mark->store_id), db_int(mark->id),
                                db_int((mark->flags & HEARD_GONE) != 0)};
    struct db_stmt *stmt = maker_ask(keeping->maker, SQL_FACT_TREATMENT_DAYS, values, err);
    int more = -1;
    while (stmt && (more = db_step(stmt, err)) == 1)
        touched_add(&keeping->heard->days, FACT_BIT(db_get_int(stmt, 0)), mark->store_id,
                    db_get_int(stmt, 1));
    if (stmt)
        db_reset(stmt);
    return more;
}

static int
touch_days(struct keeping *keeping, enum sql_id id, const struct db_value *values, uint32_t facts,
           struct err *err)
{
    struct db_stmt *stmt = maker_ask(keeping->maker, id, values, err);
    int more = -1;
    while (stmt && (more = db_step(stmt, err)) == 1)
        touched_add(&keeping->heard->days, facts, values[0].number, db_get_int(stmt, 0));
    if (stmt)
        db_reset(stmt);
    return more;
}

int
keep_records(struct keeping *keeping, struct err *err)
{
    struct heard *heard = keeping->heard;
    if (heard->treatments.more)
        heard->whole |= FACT_BIT(FACT_TREATMENT) | FACT_BIT(FACT_EVALUATION) |
                        FACT_BIT(FACT_COMPLAINT) | FACT_BIT(FACT_TASK) | FACT_BIT(FACT_ANSWER);
    for (int i = 0; i < heard->treatments.count && !heard->treatments.more; i++)
        if (touch_treatment(keeping, &heard->treatments.list[i], err) < 0)
            return -1;
    heard->whole |= heard->tasks.more ? FACT_BIT(FACT_TASK) : 0;
    for (int i = 0; i < heard->tasks.count && !heard->tasks.more; i++) {
        const struct mark *mark = &heard->tasks.list[i];
        struct db_value values[] = {db_int(mark->store_id), db_int(mark->id)};
        if (touch_days(keeping, SQL_FACT_TASK_DAY, values, FACT_BIT(FACT_TASK), err) < 0)
            return -1;
    }
    heard->whole |= heard->orders.more ? FACTS_PAID : 0;
    for (int i = 0; i < heard->orders.count && !heard->orders.more; i++) {
        const struct mark *mark = &heard->orders.list[i];
        struct db_value values[] = {db_int(mark->store_id), db_text(mark->word)};
        if (touch_days(keeping, SQL_FACT_ORDER_DAYS, values, FACTS_PAID, err) < 0)
            return -1;
    }
    return 0;
}

/* ---- facts --------------------------------------------------------------------------------------- */

/* All days of a store that have anything. */
static int
touch_whole(struct keeping *keeping, uint32_t facts, int64_t store_id, struct err *err)
{
    struct db_value value = db_int(store_id);
    struct db_stmt *stmt = maker_ask(keeping->maker, SQL_FACT_BOUNDS, &value, err);
    int found = stmt ? db_step(stmt, err) : -1;
    if (found == 1 && db_get(stmt, 0).type == DB_INT)
        for (int64_t day = db_get_int(stmt, 0); day <= db_get_int(stmt, 1); day++)
            touched_add(&keeping->heard->days, facts, store_id, day);
    if (stmt)
        db_reset(stmt);
    return found < 0 ? -1 : 0;
}

/* Where many days of a store are touched, its visits are read at once. */
static int
hold_visits(struct keeping *keeping, int store, struct err *err)
{
    const struct touched_store *days = &keeping->heard->days.stores[store];
    int64_t from = INT64_MAX, to = 0, touched = 0;
    for (int i = 0; i < days->room; i++) {
        if (!(days->mask[i] & FACT_BIT(FACT_VISIT)))
            continue;
        from = from == INT64_MAX ? days->from + i : from;
        to = days->from + i + 1;
        touched++;
    }
    if (touched <= HOLD_DAYS || touched * HOLD_SHARE < to - from)
        return 0;
    return maker_visits_hold(keeping->maker, days->store_id, from, to, err);
}

static int
make_run(struct keeping *keeping, const struct touched_run *run, struct err *err)
{
    int64_t store_id = keeping->heard->days.stores[run->store].store_id;
    return maker_make(keeping->maker, run->facts, store_id, run->from, run->to, err);
}

int
keep_facts(struct keeping *keeping, uint32_t facts, struct err *err)
{
    struct touched_run run = {.to = INT64_MIN};
    uint32_t whole = keeping->heard->whole & facts;
    for (int i = 0; i < keeping->maker->store_count && whole; i++)
        if (touch_whole(keeping, whole, keeping->maker->stores[i].id, err) < 0)
            return -1;
    for (int held = -1; touched_next(&keeping->heard->days, facts, MAKER_DAYS, &run);) {
        if (run.store != held && (facts & FACT_BIT(FACT_VISIT)) &&
            hold_visits(keeping, run.store, err) < 0)
            return -1;
        held = run.store;
        if (make_run(keeping, &run, err) < 0)
            return -1;
    }
    return 0;
}
