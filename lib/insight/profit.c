#include "insight/profit.h"

#include <stdlib.h>

#include "db/sql.h"
#include "insight/cells.h"
#include "insight/flow.h"
#include "setting/setting.h"
#include "insight/spend.h"

__extension__ typedef __int128 wide; /* fen times fen may exceed 64 bits */

enum { RECOGNISED, COST, CHANNEL_COST };

/* Cells by channel, store and key. */
struct counting {
    const struct profit_query *query;
    struct cells cells;
    struct settings settings;
    int64_t nobody;
    struct profit_row *rows;
    int count, room;
};

static int
take_treatment(void *context, const struct flow_row *row, struct err *err)
{
    struct counting *counting = context;
    const int64_t keys[] = {[PROFIT_BY_PROJECT] = row->value[3],
                            [PROFIT_BY_STORE] = row->store_id,
                            [PROFIT_BY_DOCTOR] = row->value[4],
                            [PROFIT_BY_CHANNEL] = row->value[0]};
    struct cell *cell =
        cells_at(&counting->cells, row->value[0], row->store_id, keys[counting->query->by]);
    (void)err;
    cell->count++;
    cell->sums[RECOGNISED] += row->value[1];
    cell->sums[COST] += row->value[2];
    return 0;
}

/* ---- spending on those whom it brought ----------------------------------------------------------- */

static bool
is_of(const struct cell *cell, int64_t channel, int64_t store_id)
{
    return cell->key[0] == channel && (store_id == 0 || cell->key[1] == store_id) &&
           cell->sums[RECOGNISED] > 0;
}

static void
share_out(struct counting *counting, int64_t channel, int64_t store_id, int64_t fen)
{
    const struct cells *cells = &counting->cells;
    int64_t whole = 0, so_far = 0, given = 0;
    for (size_t i = 0; i < cells->count; i++)
        if (is_of(&cells->items[i], channel, store_id))
            whole += cells->items[i].sums[RECOGNISED];
    if (whole == 0)
        counting->nobody += fen;
    for (size_t i = 0; i < cells->count && whole > 0; i++) {
        struct cell *cell = &cells->items[i];
        if (!is_of(cell, channel, store_id))
            continue;
        so_far += cell->sums[RECOGNISED];
        int64_t until = (int64_t)((wide)fen * so_far / whole);
        cell->sums[CHANNEL_COST] += until - given;
        given = until;
    }
}

/* By channel and store. */
static void
add_spent(void *context, const struct spend_day *spent)
{
    cells_at(context, spent->channel_id, spent->store_id, 0)->sums[0] += spent->amount_fen;
}

static int
read_spend(struct counting *counting, struct err *err)
{
    const struct profit_query *query = counting->query;
    struct cells spent = {0};
    int result =
        spend_each(query->db, query->from, query->to, query->store_id, add_spent, &spent, err);
    cells_sort(&spent);
    for (size_t i = 0; i < spent.count && result == 0; i++)
        share_out(counting, spent.items[i].key[0], spent.items[i].key[1], spent.items[i].sums[0]);
    cells_release(&spent);
    return result;
}

/* ---- rows ---------------------------------------------------------------------------------------- */

static struct profit_row *
row_of(struct counting *counting, int64_t key, bool nobody)
{
    for (int i = 0; i < counting->count; i++)
        if (counting->rows[i].key == key && counting->rows[i].nobody == nobody)
            return &counting->rows[i];
    counting->rows = arena_more(counting->query->arena, counting->rows, counting->count,
                                &counting->room, sizeof *counting->rows);
    counting->rows[counting->count] = (struct profit_row){.key = key, .nobody = nobody};
    return &counting->rows[counting->count++];
}

static int
add_cell(struct counting *counting, const struct cell *cell, struct err *err)
{
    const struct profit_query *query = counting->query;
    const struct setting *setting =
        setting_find(&counting->settings, "kpi.commission_permille", err);
    int64_t permille;
    if (!setting || setting_int(query->db, query->arena, setting, cell->key[1], &permille, err) < 0)
        return -1;
    struct profit_row *row = row_of(counting, cell->key[2], false);
    row->treatments += cell->count;
    row->recognised_fen += cell->sums[RECOGNISED];
    row->consumables_fen += cell->sums[COST];
    row->channel_fen += cell->sums[CHANNEL_COST];
    row->commission_fen += cell->sums[RECOGNISED] * permille / 1000;
    return 0;
}

static int
by_key(const void *a, const void *b)
{
    const struct profit_row *one = a, *other = b;
    if (one->nobody != other->nobody)
        return one->nobody - other->nobody;
    return (one->key > other->key) - (one->key < other->key);
}

int
profit_count(const struct profit_query *query, struct profit_row **rows, int *count,
             struct err *err)
{
    struct counting counting = {.query = query};
    const struct flow flow = {
        query->db,      query->arena,
        "treatment",    {"channel", "recognised_fen", "cost_fen", "project", "doctor"},
        query->from,    query->to,
        query->store_id};
    int result = settings_load(query->arena, query->packs, &counting.settings, err);
    if (result == 0)
        result = flow_each(&flow, take_treatment, &counting, err);
    cells_sort(&counting.cells);
    if (result == 0)
        result = read_spend(&counting, err);
    for (size_t i = 0; i < counting.cells.count && result == 0; i++)
        result = add_cell(&counting, &counting.cells.items[i], err);
    cells_release(&counting.cells);
    if (counting.nobody)
        row_of(&counting, 0, true)->channel_fen = counting.nobody;
    if (counting.count > 1)
        qsort(counting.rows, (size_t)counting.count, sizeof *counting.rows, by_key);
    *rows = counting.rows;
    *count = counting.count;
    return result;
}
