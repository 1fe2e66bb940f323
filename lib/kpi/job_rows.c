/* A block of rows: filtered, grouped, added. */
#include <stdlib.h>

#include "kpi/job_people.h"
#include "kpi/scratch_rows.h"

struct block { /* as it is worked on */
    struct job *job;
    const struct job_rows *from;
    int rows;
    const int64_t *slots[EXPR_SLOTS];
    int64_t fixed[EXPR_SLOTS];
    int64_t *buffers;    /* for expr_run */
    const int64_t *pass; /* NULL: all */
    int32_t *group;      /* -1: out */
};

static const int64_t *
run(struct block *block, const struct expr *expr)
{
    struct scratch_rows *scratch = block->job->scratch;
    int64_t *out = scratch_rows_column(scratch);
    struct expr_rows over = {block->slots, block->fixed, block->rows, NULL};
    over.buffers = mem_alloc((size_t)block->rows * (size_t)(expr->depth + 1) * sizeof(int64_t));
    expr_run(expr, &over, out);
    free(over.buffers);
    return out;
}

/* ---- what is filtered ------------------------------------------------------------------------------- */

static void
fill_slots(struct block *block)
{
    const struct job *job = block->job;
    const struct lens_rows *rows = &block->from->rows;
    for (int i = 0; i < job->column_count; i++)
        block->slots[job->columns[i]] = rows->columns[job->columns[i]];
    for (int i = 0; i < job->lens_count; i++)
        block->slots[SLOT_LENS + i] = lens_run(
            &job->lenses[i], rows, scratch_rows_column(job->scratch), &block->fixed[SLOT_LENS + i]);
}

/* Rows that belong to a day of the window by their column `since`. */
static const int64_t *
pass_since(struct block *block, const int64_t *pass)
{
    const struct job *job = block->job;
    const struct window *window = &job->question->window;
    const int64_t *since = block->slots[job->since];
    int64_t *out = scratch_rows_column(job->scratch), day = block->from->rows.day;
    for (int i = 0; i < block->rows; i++)
        out[i] = (!pass || pass[i]) && since[i] >= window->from && since[i] < window->to &&
                 since[i] <= day && since[i] != 0 && (!job->within || day - since[i] < job->within);
    return out;
}

/* ---- what it falls into ----------------------------------------------------------------------------- */

struct varying {
    const int64_t *column[CUTS];
    int cut[CUTS], count;
    int64_t width; /* of the second of two small ones; 0: they are not small */
};

static bool
small(const int64_t *column, int rows, int64_t *width)
{
    int64_t least = 0, most = 0;
    for (int i = 0; i < rows; i++) {
        least = column[i] < least ? column[i] : least;
        most = column[i] > most ? column[i] : most;
    }
    *width = most + 1;
    return least >= 0 && most < SCRATCH_PLACES;
}

static void
find_width(struct varying *varying, int rows)
{
    int64_t one = 1, other = 1;
    varying->width = 0;
    if (varying->count > 2 || !small(varying->column[0], rows, &one) ||
        (varying->count == 2 && !small(varying->column[1], rows, &other)))
        return;
    if (one * other <= SCRATCH_PLACES)
        varying->width = other;
}

static int
group_of(const struct varying *varying, struct groups *groups, int64_t *key, int row)
{
    for (int k = 0; k < varying->count; k++)
        key[varying->cut[k]] = varying->column[k][row];
    return groups_find(groups, key);
}

static void
group_rows(struct block *block, const struct varying *varying, struct groups *groups, int64_t *key)
{
    struct scratch_rows *scratch = block->job->scratch;
    for (int i = 0; i < block->rows; i++) {
        block->group[i] = -1;
        if (block->pass && !block->pass[i])
            continue;
        if (!varying->width) {
            block->group[i] = group_of(varying, groups, key, i);
            continue;
        }
        int64_t at = varying->column[0][i] * varying->width +
                     (varying->count == 2 ? varying->column[1][i] : 0);
        if (scratch->stamp[at] != scratch->block) {
            scratch->stamp[at] = scratch->block;
            scratch->place[at] = group_of(varying, groups, key, i);
        }
        block->group[i] = scratch->place[at];
    }
}

/* Trailing windows and people are grouped without periods, sums that trail by the day instead. */
static void
find_groups(struct block *block)
{
    struct job *job = block->job;
    bool local = job->kind == JOB_TRAILING || job->kind == JOB_PEOPLE;
    struct groups *groups = local ? &job->local : &job->question->groups;
    struct varying varying = {.count = 0};
    int64_t key[CUTS + 1] = {0};
    for (int i = 0; i < job->question->cut_count; i++) {
        if (local && is_period(job->cuts[i].take))
            continue;
        const int64_t *column =
            lens_run(&job->cuts[i], &block->from->rows, scratch_rows_column(job->scratch), &key[i]);
        if (!column)
            continue;
        varying.cut[varying.count] = i;
        varying.column[varying.count++] = column;
    }
    if (varying.count) {
        find_width(&varying, block->rows);
        group_rows(block, &varying, groups, key);
        return;
    }
    int all = -1;
    for (int i = 0; i < block->rows; i++) {
        bool in = !block->pass || block->pass[i];
        if (in && all < 0)
            all = groups_find(groups, key);
        block->group[i] = in ? all : -1;
    }
}

/* ---- what it adds ----------------------------------------------------------------------------------- */

/* The value of each row; NULL: 1 each. */
static const int64_t *
values_of(struct block *block, const struct use *use)
{
    const int64_t *weight = block->from->weight;
    if (!weight || !use->linear)
        return use->value ? run(block, use->value) : NULL;
    int64_t *out = scratch_rows_column(block->job->scratch);
    for (int i = 0; i < block->rows; i++)
        out[i] = use->constant * weight[i];
    for (int c = 0; c < block->job->column_count; c++) {
        int column = block->job->columns[c];
        int64_t factor = use->factors[column];
        for (int i = 0; factor && i < block->rows; i++)
            out[i] += factor * block->slots[column][i];
    }
    return out;
}

static void
add_sums(struct block *block, const struct use *use, const int64_t *in)
{
    struct groups *groups = &block->job->question->groups;
    const int64_t *values = values_of(block, use);
    int64_t *sum = groups->sum + use->sum, step = groups->sums;
    for (int i = 0; i < block->rows; i++)
        if (block->group[i] >= 0 && (!in || in[i]))
            sum[block->group[i] * step] += values ? values[i] : 1;
}

static int64_t
who_is(const struct block *block, const struct measure *measure, int row)
{
    const struct lens_rows *rows = &block->from->rows;
    if (measure->kind == MEASURE_DISTINCT && measure->distinct == DISTINCT_STORE_MONTH)
        return rows->store_id * 4096 + period_of(TAKE_MONTH, rows->day) - 12 * 1900;
    return rows->client ? rows->client[row] : 0;
}

static void
keep_latest(struct block *block, const struct use *use, int64_t place, int row)
{
    const struct fact *fact = block->job->fact;
    use->kept->store[place] = block->from->rows.store_id;
    use->kept->of[place] = block->slots[fact_column_find(fact, use->measure->of)][row];
    use->kept->at[place] = block->slots[fact_column_find(fact, use->measure->by)][row];
}

/* The bit of a row ahead is fetched: waiting for it is most of what counting costs. (Always inline: a function
 * that does nothing else is thought to do nothing.) */
__attribute__((always_inline)) static inline void
soon(const struct block *block, const struct kept *kept, int row)
{
    enum { AHEAD = 12 };
    int at = row + AHEAD, group = at < block->rows ? block->group[at] : -1;
    if (group >= 0 && group < kept->bits.sets && kept->bits.set[group])
        __builtin_prefetch(&kept->bits.set[group][block->from->rows.client[at] >> 6], 1);
}

/* Distinct clients are counted as they come where their group has a set; the others wait. */
static void
keep_distinct(struct block *block, const struct use *use, const int64_t *in)
{
    struct kept *kept = use->kept;
    struct groups *groups = &block->job->question->groups;
    uint64_t *set = NULL;
    int of = -1;
    for (int i = 0; i < block->rows; i++) {
        int group = block->group[i];
        if (kept->numbers)
            soon(block, kept, i);
        int64_t who = group < 0 || (in && !in[i]) ? 0 : who_is(block, use->measure, i);
        if (who == 0)
            continue;
        if (group != of && kept->numbers)
            set = bits_of(&kept->bits, of = group);
        if (!set || who >= kept->numbers)
            kept_add(kept, group, who);
        else
            groups_sum(groups, group)[use->sum] += bits_put(set, who);
    }
}

static void
keep_rows(struct block *block, const struct use *use, const int64_t *in)
{
    struct kept *kept = use->kept;
    bool people = block->job->kind == JOB_PEOPLE,
         clients = people || use->measure->kind == MEASURE_DISTINCT ||
                   use->measure->kind == MEASURE_OBSERVED;
    const int64_t *values = kept->values ? values_of(block, use) : NULL;
    for (int i = 0; i < block->rows; i++) {
        bool out = block->group[i] < 0;
        int64_t who = clients ? who_is(block, use->measure, i) : 0;
        if ((out && !people) || (in && !in[i]) || (clients && who == 0))
            continue;
        int64_t place = kept_add(kept, out ? 0 : block->group[i], who);
        if (kept->days)
            kept->day[place] = (int32_t)block->from->rows.day;
        if (kept->values)
            kept->value[place] = people && out ? 0 : values ? values[i] : 1;
        if (kept->latest)
            keep_latest(block, use, place, i);
    }
}

int
job_rows(struct job *job, const struct job_rows *from, struct err *err)
{
    struct block block = {.job = job, .from = from, .rows = from->rows.rows};
    (void)err;
    scratch_rows_begin(job->scratch, block.rows);
    block.group = job->scratch->group;
    fill_slots(&block);
    if (job->where)
        block.pass = run(&block, job->where);
    if (job->kind == JOB_SINCE)
        block.pass = pass_since(&block, block.pass);
    find_groups(&block);
    for (int i = 0; i < job->use_count; i++) {
        const struct use *use = &job->uses[i];
        const int64_t *in = use->where ? run(&block, use->where) : NULL;
        if (!use->kept)
            add_sums(&block, use, in);
        else if (job->kind != JOB_TRAILING && use->measure->kind == MEASURE_DISTINCT)
            keep_distinct(&block, use, in);
        else if (job->kind != JOB_PEOPLE || i == 0)
            keep_rows(&block, use, in);
    }
    return 0;
}
