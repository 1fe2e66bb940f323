#include "fact/roller.h"

#include <stdlib.h>
#include <string.h>

#include "base/day.h"
#include "db/sql.h"
#include "fact/scan.h"

enum { BOTH = CUT_DIMS + CUT_SUMS };

struct roller {
    struct db *db;
    const struct people *people;
    bool writes, fresh;
    roller_differs *differs;
    void *context;
    struct db_stmt *put, *drop, *standing;
    struct cutter *cutter;
    struct arena arena;
    struct str data;

    /* the month that is gathered */
    int fact;
    struct cuts cuts;
    int64_t store_id, month;
    int count, room;
    int32_t *day;
    int64_t *column[BOTH];
};

int
roller_open(struct roller **out, struct db *db, const struct people *people, bool writes,
            bool fresh, struct err *err)
{
    struct roller *roller = mem_alloc(sizeof *roller);
    *roller = (struct roller){
        .db = db, .people = people, .writes = writes, .fresh = fresh, .data = STR_INIT};
    roller->cutter = cutter_new();
    arena_init(&roller->arena);
    if (db_prepare(db, &roller->put, sql_get(SQL_FACT_ROLLUP_PUT)->text, err) < 0 ||
        db_prepare(db, &roller->drop, sql_get(SQL_FACT_ROLLUP_DROP)->text, err) < 0 ||
        db_prepare(db, &roller->standing, sql_get(SQL_FACT_ROLLUP_ONE)->text, err) < 0) {
        roller_close(roller);
        return -1;
    }
    *out = roller;
    return 0;
}

void
roller_close(struct roller *roller)
{
    if (!roller)
        return;
    db_finish(roller->put);
    db_finish(roller->drop);
    db_finish(roller->standing);
    cutter_free(roller->cutter);
    arena_release(&roller->arena);
    str_release(&roller->data);
    free(roller->day);
    for (int i = 0; i < BOTH; i++)
        free(roller->column[i]);
    free(roller);
}

void
roller_listen(struct roller *roller, roller_differs *differs, void *context)
{
    roller->differs = differs;
    roller->context = context;
}

/* ---- one cut of a month -------------------------------------------------------------------------- */

static void
bind_key(const struct roller *roller, struct db_stmt *stmt, const struct cut *cut)
{
    db_bind(stmt, 1, db_int(roller->store_id));
    db_bind(stmt, 2, db_int(roller->fact));
    db_bind(stmt, 3, db_int(cut->number));
    db_bind(stmt, 4, db_int(roller->month));
}

static int
write_cut(struct roller *roller, const struct cut *cut, struct err *err)
{
    bool none = roller->data.length == 0;
    struct db_stmt *stmt = none ? roller->drop : roller->put;
    if (none && roller->fresh)
        return 0;
    bind_key(roller, stmt, cut);
    if (!none)
        db_bind(stmt, 5, db_bytes(roller->data.text, roller->data.length));
    int result = db_step(stmt, err);
    db_reset(stmt);
    return result < 0 ? -1 : 0;
}

/* 1: it is as it stands. */
static int
compare_cut(struct roller *roller, const struct cut *cut, struct err *err)
{
    bind_key(roller, roller->standing, cut);
    int found = db_step(roller->standing, err);
    struct db_value there = found == 1 ? db_get(roller->standing, 0) : db_null();
    bool same = found == 1 ? there.length == roller->data.length &&
                                 memcmp(there.text, roller->data.text, there.length) == 0
                           : roller->data.length == 0;
    db_reset(roller->standing);
    return found < 0 ? -1 : same;
}

static int
compare_none(struct roller *roller, const struct cut *cut, struct err *err)
{
    str_clear(&roller->data);
    return compare_cut(roller, cut, err);
}

static int
flush(struct roller *roller, struct err *err)
{
    const struct cut_rows rows = {roller->count, roller->day,
                                  (const int64_t *const *)roller->column};
    struct cut cut;
    if (!roller->count) { /* where there is any cut there is that of no dimension */
        const struct cut none = {.number = 0};
        int same = roller->fresh ? 1 : compare_none(roller, &none, err);
        if (same)
            return same < 0 ? -1 : 0;
    }
    cutter_take(roller->cutter, &roller->cuts, &rows);
    roller->count = 0;
    for (int number = -1; cut_next(&roller->cuts, &cut, number); number = cut.number) {
        cutter_cut(roller->cutter, &cut, &roller->data);
        if (roller->writes && write_cut(roller, &cut, err) < 0)
            return -1;
        int same = roller->writes ? 1 : compare_cut(roller, &cut, err);
        if (same < 0)
            return -1;
        if (!same)
            return roller->differs(roller->context, roller->fact, roller->store_id, roller->month,
                                   err);
    }
    return 0;
}

/* ---- months -------------------------------------------------------------------------------------- */

static int
end_months(struct roller *roller, int64_t until, struct err *err)
{
    while (roller->month < until) {
        if (flush(roller, err) < 0)
            return -1;
        roller->month = day_add_months(roller->month, 1);
    }
    return 0;
}

static void
make_room(struct roller *roller, int more)
{
    if (roller->count + more <= roller->room)
        return;
    roller->room = 2 * (roller->count + more);
    size_t room = (size_t)roller->room;
    roller->day = mem_resize(roller->day, room * sizeof *roller->day);
    for (int i = 0; i < BOTH; i++)
        roller->column[i] = mem_resize(roller->column[i], room * sizeof *roller->column[i]);
}

static int
take_block(void *context, const struct fact_block *block, struct err *err)
{
    struct roller *roller = context;
    if (end_months(roller, day_month_start(block->day), err) < 0)
        return -1;
    make_room(roller, block->rows);
    for (int i = 0; i < block->rows; i++)
        roller->day[roller->count + i] = (int32_t)(block->day - roller->month);
    for (int i = 0; i < roller->cuts.dim_count + roller->cuts.sum_count; i++)
        memcpy(roller->column[i] + roller->count, block->column[i],
               (size_t)block->rows * sizeof(int64_t));
    roller->count += block->rows;
    return 0;
}

int
roller_roll(struct roller *roller, int fact, int64_t store_id, int64_t from, int64_t to,
            struct err *err)
{
    const struct cuts *cuts = &roller->cuts;
    int columns[BOTH];
    cuts_of(&roller->cuts, fact_at(fact));
    memcpy(columns, cuts->dims, (size_t)cuts->dim_count * sizeof *columns);
    memcpy(columns + cuts->dim_count, cuts->sums, (size_t)cuts->sum_count * sizeof *columns);
    roller->fact = fact;
    roller->store_id = store_id;
    roller->month = from;
    roller->count = 0;
    const struct fact_scan scan = {.fact = fact_at(fact),
                                   .from = from,
                                   .to = to,
                                   .store_id = &store_id,
                                   .columns = columns,
                                   .column_count = cuts->dim_count + cuts->sum_count};
    arena_reset(&roller->arena);
    if (scan_with(roller->db, &roller->arena, &scan,
                  fact_at(fact)->has_client ? roller->people : NULL, take_block, roller, err) < 0)
        return -1;
    return end_months(roller, to, err);
}
