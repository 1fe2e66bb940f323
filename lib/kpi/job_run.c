/* From where the rows of a job come: rollups where they cover, facts elsewhere. */
#include <stdlib.h>
#include <string.h>

#include "base/day.h"
#include "kpi/job_people.h"

/* ---- facts ------------------------------------------------------------------------------------------ */

struct reading {
    struct job *job;
};

static int
take_block(void *context, const struct fact_block *from, struct err *err)
{
    struct reading *reading = context;
    struct job *job = reading->job;
    struct job_rows block = {
        .rows = {from->rows, from->store_id, from->day, from->client, block.columns, job->later}};
    for (int i = 0; i < job->column_count; i++)
        block.columns[job->columns[i]] = from->column[i];
    return job_rows(job, &block, err);
}

/* What looks from one day to the next wants days in order: of a store they are. */
static bool
by_day(const struct job *job)
{
    if (job->kind != JOB_TRAILING && job->kind != JOB_PEOPLE)
        return false;
    for (int i = 0; i < job->question->cut_count && job->kind == JOB_TRAILING; i++)
        if (job->cuts[i].take == TAKE_STORE && !job->cuts[i].map)
            return false;
    return !job->question->store_id;
}

static int
scan(struct job *job, const struct job_source *source, struct window window, struct err *err)
{
    struct reading reading = {job};
    const struct fact_scan asked = {.fact = job->fact,
                                    .from = window.from,
                                    .to = window.to,
                                    .store_id = job->question->store_id,
                                    .columns = job->columns,
                                    .column_count = job->column_count,
                                    .by_day = by_day(job)};
    return window.from < window.to
               ? source->scan(source->context, &asked, take_block, &reading, err)
               : 0;
}

/* ---- rollups: what they cover ------------------------------------------------------------------------ */

struct cover {
    const struct job *job;
    int dims[2], count;
    bool days; /* something looks at days */
};

static bool
add_dim(struct cover *cover, int column)
{
    const struct fact_column *info = fact_column_at(cover->job->fact, column);
    for (int i = 0; i < cover->count; i++)
        if (cover->dims[i] == column)
            return true;
    if (!info->rolled || info->role != FACT_DIMENSION || cover->count == 2)
        return false;
    cover->dims[cover->count++] = column;
    return true;
}

static bool
lens_covered(struct cover *cover, const struct lens *lens)
{
    enum take take = lens->take;
    if (take == TAKE_AGE || take == TAKE_TIER || take == TAKE_SEGMENT)
        return false;
    cover->days |= take == TAKE_DAY || take == TAKE_WEEK || take == TAKE_WEEKDAY;
    for (int i = 0; i < lens->column_count; i++)
        if (!add_dim(cover, lens->columns[i]))
            return false;
    return true;
}

static bool
slot_covered(void *context, int slot)
{
    struct cover *cover = context;
    if (slot >= SLOT_LENS)
        return lens_covered(cover, &cover->job->lenses[slot - SLOT_LENS]);
    return add_dim(cover, slot);
}

static bool
use_covered(struct cover *cover, const struct use *use)
{
    const struct job *job = cover->job;
    if (use->kept &&
        (use->measure->kind != MEASURE_DISTINCT || use->measure->distinct != DISTINCT_STORE_MONTH))
        return false;
    if (!expr_all(use->where, slot_covered, cover))
        return false;
    if (use->kept)
        return true;
    for (int i = 0; i < FACT_CHANNEL; i++)
        if (use->factors[i] &&
            (i >= job->fact->column_count || job->fact->columns[i].role != FACT_MEASURE ||
             !job->fact->columns[i].rolled))
            return false;
    for (int i = FACT_CHANNEL; i < EXPR_SLOTS; i++)
        if (use->factors[i])
            return false;
    return use->linear;
}

static bool
covered(const struct job *job, struct cover *cover)
{
    *cover = (struct cover){.job = job};
    if (job->kind != JOB_PLAIN || job->later || !expr_all(job->where, slot_covered, cover))
        return false;
    for (int i = 0; i < job->question->cut_count; i++)
        if (!lens_covered(cover, &job->cuts[i]))
            return false;
    for (int i = 0; i < job->use_count; i++)
        if (!use_covered(cover, &job->uses[i]))
            return false;
    return fact_has_rollup(job->fact, cover->dims, cover->count, cover->days);
}

/* ---- rollups: cells as rows -------------------------------------------------------------------------- */

enum { CELLS = 512 };
struct cells {
    struct job *job;
    const struct cover *cover;
    struct job_rows block;
    int64_t *columns[FACT_CHANNEL + FACT_DERIVED_END];
    int64_t *weight;
};

static int
flush(struct cells *cells, struct err *err)
{
    int result = cells->block.rows.rows ? job_rows(cells->job, &cells->block, err) : 0;
    cells->block.rows.rows = 0;
    return result;
}

static int
take_cell(void *context, const struct fact_cell *cell, struct err *err)
{
    struct cells *cells = context;
    struct lens_rows *rows = &cells->block.rows;
    const struct job *job = cells->job;
    if ((rows->rows == CELLS || rows->store_id != cell->store_id || rows->day != cell->day) &&
        flush(cells, err) < 0)
        return -1;
    int n = rows->rows++;
    rows->store_id = cell->store_id;
    rows->day = cell->day;
    cells->weight[n] = cell->count;
    for (int i = 0; i < job->column_count; i++)
        if (job->columns[i] < FACT_CHANNEL)
            cells->columns[job->columns[i]][n] = cell->sums[job->columns[i]];
    for (int i = 0; i < cells->cover->count; i++)
        cells->columns[cells->cover->dims[i]][n] = cell->key[i];
    return 0;
}

static void
cells_begin(struct cells *cells, struct job *job, const struct cover *cover)
{
    struct arena *arena = job->question->arena;
    *cells = (struct cells){.job = job, .cover = cover};
    cells->weight = arena_array(arena, CELLS, sizeof *cells->weight);
    for (int i = 0; i < job->column_count; i++) {
        int column = job->columns[i];
        cells->columns[column] = arena_array(arena, CELLS, sizeof(int64_t));
        cells->block.columns[column] = cells->columns[column];
    }
    cells->block.weight = cells->weight;
    cells->block.rows.columns = cells->block.columns;
}

static int
read_cells(struct job *job, const struct cover *cover, const struct job_source *source,
           struct window window, bool daily, struct err *err)
{
    struct cells cells;
    const struct fact_rollup rollup = {.fact = job->fact,
                                       .dims = {cover->dims[0], cover->dims[1]},
                                       .dim_count = cover->count,
                                       .daily = daily,
                                       .from = window.from,
                                       .to = window.to,
                                       .store_id = job->question->store_id};
    if (window.from >= window.to)
        return 0;
    cells_begin(&cells, job, cover);
    return fact_rollup(source->db, job->question->arena, &rollup, take_cell, &cells, err) < 0
               ? -1
               : flush(&cells, err);
}

/* Days by cells of days where there are such, else by facts. */
static int
read_days(struct job *job, const struct cover *cover, const struct job_source *source,
          struct window window, struct err *err)
{
    if (fact_has_rollup(job->fact, cover->dims, cover->count, true))
        return read_cells(job, cover, source, window, true, err);
    job->way = window.from < window.to ? N_("rollups, and facts at the edges") : job->way;
    return scan(job, source, window, err);
}

/* Whole months by their cells, what is before and behind them by days. */
static int
run_rollups(struct job *job, const struct cover *cover, const struct job_source *source,
            struct window window, struct err *err)
{
    struct window months = {day_add_months(day_month_start(window.from - 1), 1),
                            day_month_start(window.to)};
    job->way = cover->days ? N_("rollups by day") : N_("rollups");
    if (cover->days)
        return read_cells(job, cover, source, window, true, err);
    if (months.from >= months.to)
        return read_days(job, cover, source, window, err);
    return read_days(job, cover, source, (struct window){window.from, months.from}, err) < 0 ||
                   read_cells(job, cover, source, months, false, err) < 0
               ? -1
               : read_days(job, cover, source, (struct window){months.to, window.to}, err);
}

int
job_run(struct job *job, const struct job_source *source, struct err *err)
{
    struct cover cover;
    struct window window = job_window(job);
    job->way = N_("facts");
    int result = source->rollups && covered(job, &cover)
                     ? run_rollups(job, &cover, source, window, err)
                     : scan(job, source, window, err);
    if (result == 0)
        job_end(job);
    return result;
}
