/* Reading rollups. */
#include <stdlib.h>
#include <string.h>

#include "base/day.h"
#include "db/sql.h"
#include "fact/cut.h"
#include "fact/pack.h"
#include "fact/scan.h"

static int
place_of(const struct cuts *cuts, int column)
{
    for (int i = 0; i < cuts->dim_count; i++)
        if (cuts->dims[i] == column)
            return i;
    return -1;
}

/* `swapped`: its keys stand the other way round. */
static bool
find_cut(const struct cuts *cuts, struct cut *cut, const int *dims, int count, bool daily,
         bool *swapped)
{
    int places[2] = {0};
    for (int i = 0; i < count; i++)
        places[i] = place_of(cuts, dims[i]);
    *swapped = count == 2 && places[0] > places[1];
    int low = places[*swapped], high = places[!*swapped];
    for (int number = -1; cut_next(cuts, cut, number); number = cut->number)
        if (cut->dim_count == count && cut->daily == daily &&
            (count < 1 || cut->places[0] == low) && (count < 2 || cut->places[1] == high))
            return true;
    return false;
}

bool
fact_has_rollup(const struct fact *fact, const int *dims, int dim_count, bool daily)
{
    struct cuts cuts;
    struct cut cut;
    bool swapped;
    cuts_of(&cuts, fact);
    return find_cut(&cuts, &cut, dims, dim_count, daily, &swapped);
}

struct reader {
    struct db *db;
    const struct fact_rollup *rollup;
    struct cuts cuts;
    struct cut cut;
    bool swapped;
    fact_cell_fn *cell;
    void *context;
    int64_t *values[PACK_COLUMNS];
    int room;
};

static int
give(struct reader *reader, const struct pack *pack, int64_t store_id, int64_t month,
     struct err *err)
{
    const struct fact_rollup *rollup = reader->rollup;
    int64_t sums[64] = {0};
    int first = reader->cut.daily, count = first + reader->cut.dim_count;
    struct fact_cell cell = {.store_id = store_id, .day = month, .sums = sums};
    for (int i = 0; i < pack->rows; i++) {
        if (reader->cut.daily)
            cell.day = month + reader->values[0][i];
        if (cell.day < rollup->from || cell.day >= rollup->to)
            continue;
        for (int d = 0; d < reader->cut.dim_count; d++)
            cell.key[reader->swapped ? !d : d] = reader->values[first + d][i];
        cell.count = reader->values[count][i];
        for (int s = 0; s < reader->cuts.sum_count; s++)
            sums[reader->cuts.sums[s]] = reader->values[count + 1 + s][i];
        if (reader->cell(reader->context, &cell, err) < 0)
            return -1;
    }
    return 0;
}

static int
read_month(struct reader *reader, struct db_value data, int64_t store_id, int64_t month,
           struct err *err)
{
    struct pack pack;
    int columns = reader->cut.daily + reader->cut.dim_count + 1 + reader->cuts.sum_count;
    if (data.type != DB_BYTES || !pack_open(&pack, data.text, data.length) || pack.count != columns)
        return err_set(err, ERR_DB, _("%s: rollups are damaged; run: %s"), db_place(reader->db),
                       "medi-kpi refresh --all");
    if (pack.rows > reader->room) {
        reader->room = 2 * pack.rows;
        for (int i = 0; i < columns; i++)
            reader->values[i] =
                mem_resize(reader->values[i], (size_t)reader->room * sizeof(int64_t));
    }
    for (int i = 0; i < columns; i++)
        pack_read(&pack, i, reader->values[i]);
    return give(reader, &pack, store_id, month, err);
}

static int
read_store(struct reader *reader, struct db_stmt *stmt, int64_t store_id, struct err *err)
{
    const struct fact_rollup *rollup = reader->rollup;
    struct db_value values[] = {db_int(store_id), db_int(rollup->fact->id),
                                db_int(reader->cut.number), db_int(day_month_start(rollup->from)),
                                db_int(rollup->to)};
    int more;
    for (int i = 0; i < 5; i++)
        db_bind(stmt, i + 1, values[i]);
    while ((more = db_step(stmt, err)) == 1)
        if (read_month(reader, db_get(stmt, 1), store_id, db_get_int(stmt, 0), err) < 0) {
            more = -1;
            break;
        }
    db_reset(stmt);
    return more;
}

int
fact_rollup(struct db *db, struct arena *arena, const struct fact_rollup *rollup,
            fact_cell_fn *cell, void *context, struct err *err)
{
    struct reader reader = {.db = db, .rollup = rollup, .cell = cell, .context = context};
    int64_t *stores = NULL;
    int count = 1, result;
    struct db_stmt *stmt = NULL;
    cuts_of(&reader.cuts, rollup->fact);
    if (!find_cut(&reader.cuts, &reader.cut, rollup->dims, rollup->dim_count, rollup->daily,
                  &reader.swapped))
        return err_set(err, ERR_DB, _("internal error: %s has no such rollup"), rollup->fact->name);
    if (!rollup->store_id && scan_stores(db, arena, &stores, &count, err) < 0)
        return -1;
    result = db_prepare(db, &stmt, sql_get(SQL_FACT_ROLLUP)->text, err);
    for (int i = 0; i < count && result == 0; i++)
        result = read_store(&reader, stmt, stores ? stores[i] : *rollup->store_id, err);
    db_finish(stmt);
    for (int i = 0; i < PACK_COLUMNS; i++)
        free(reader.values[i]);
    return result;
}
