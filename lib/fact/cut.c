#include "fact/cut.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "fact/pack.h"

enum { PAIR = 64, PAIR_ROW = 16, MONTH = 31, TABLE_MOST = 1 << 16, SPARSE = 64 };

/* ---- which there are ----------------------------------------------------------------------------- */

void
cuts_of(struct cuts *cuts, const struct fact *fact)
{
    *cuts = (struct cuts){.dim_count = 0};
    for (int i = 0; i < fact->column_count; i++) {
        if (!fact->columns[i].rolled)
            continue;
        if (fact->columns[i].role == FACT_DIMENSION)
            cuts->dims[cuts->dim_count++] = i;
        else
            cuts->sums[cuts->sum_count++] = i;
    }
    if (!fact->has_client)
        return;
    cuts->dims[cuts->dim_count++] = FACT_CHANNEL;
    cuts->dims[cuts->dim_count++] = FACT_NEW;
}

/* 0 none; 1 + i one; 64 + 16 i + j two; 1024 above by days. */
static bool
cut_at(const struct cuts *cuts, struct cut *cut, int number)
{
    int of = number % CUT_DAILY;
    *cut = (struct cut){.number = number, .daily = number >= CUT_DAILY};
    if (of == 0)
        return true;
    cut->dim_count = of < PAIR ? 1 : 2;
    cut->places[0] = of < PAIR ? of - 1 : (of - PAIR) / PAIR_ROW;
    cut->places[1] = of < PAIR ? 0 : (of - PAIR) % PAIR_ROW;
    if (cut->places[0] >= cuts->dim_count || cut->places[1] >= cuts->dim_count)
        return false;
    return of < PAIR || (!cut->daily && cut->places[0] < cut->places[1]);
}

bool
cut_next(const struct cuts *cuts, struct cut *cut, int number)
{
    while (++number < CUT_MOST)
        if (cut_at(cuts, cut, number))
            return true;
    return false;
}

/* ---- coding -------------------------------------------------------------------------------------- */

struct coded {
    int32_t *code;  /* by row: its value's place among the values, */
    int64_t *value; /* which are in order */
    int count;
};

struct cutter {
    struct arena arena; /* of the rows that were taken */
    struct arena cells; /* of the cut that is made */
    struct cuts cuts;
    struct cut_rows rows;
    struct coded dim[CUT_DIMS], day;
    bool zero[CUT_SUMS]; /* all values of that measure are 0 */
    struct coded made;   /* of both keys and the day together: codes of cells */
    int64_t *columns[PACK_COLUMNS];
};

struct cutter *
cutter_new(void)
{
    struct cutter *cutter = mem_alloc(sizeof *cutter);
    *cutter = (struct cutter){.rows.count = 0};
    arena_init(&cutter->arena);
    arena_init(&cutter->cells);
    return cutter;
}

void
cutter_free(struct cutter *cutter)
{
    if (!cutter)
        return;
    arena_release(&cutter->arena);
    arena_release(&cutter->cells);
    free(cutter);
}

static int
compare(const void *one, const void *other)
{
    int64_t a = *(const int64_t *)one, b = *(const int64_t *)other;
    return a < b ? -1 : a > b;
}

/* Values of a narrow span by a table of it, */
static void
code_dense(struct arena *arena, struct coded *coded, const int64_t *values, int rows, int64_t least,
           int span)
{
    int32_t *table = arena_array(arena, (size_t)span, sizeof *table);
    for (int i = 0; i < rows; i++)
        table[values[i] - least] = 1;
    coded->value = arena_array(arena, (size_t)(span < rows ? span : rows), sizeof *coded->value);
    for (int at = 0; at < span; at++)
        if (table[at]) {
            table[at] = coded->count;
            coded->value[coded->count++] = least + at;
        }
    for (int i = 0; i < rows; i++)
        coded->code[i] = table[values[i] - least];
}

/* and others by sorting them. */
static void
code_sparse(struct arena *arena, struct coded *coded, const int64_t *values, int rows)
{
    int64_t *sorted = arena_array(arena, (size_t)rows, sizeof *sorted);
    memcpy(sorted, values, (size_t)rows * sizeof *sorted);
    qsort(sorted, (size_t)rows, sizeof *sorted, compare);
    for (int i = 0; i < rows; i++)
        if (i == 0 || sorted[i] != sorted[coded->count - 1])
            sorted[coded->count++] = sorted[i];
    coded->value = sorted;
    for (int i = 0; i < rows; i++) {
        const int64_t *at =
            bsearch(&values[i], sorted, (size_t)coded->count, sizeof *sorted, compare);
        coded->code[i] = (int32_t)(at - sorted);
    }
}

static void
code(struct arena *arena, struct coded *coded, const int64_t *values, int rows)
{
    int64_t least = values[0], most = values[0];
    for (int i = 1; i < rows; i++) {
        least = values[i] < least ? values[i] : least;
        most = values[i] > most ? values[i] : most;
    }
    uint64_t span = (uint64_t)most - (uint64_t)least;
    *coded = (struct coded){.code = arena_array(arena, (size_t)rows, sizeof *coded->code)};
    if (span < TABLE_MOST || span / SPARSE < (uint64_t)rows)
        code_dense(arena, coded, values, rows, least, (int)span + 1);
    else
        code_sparse(arena, coded, values, rows);
}

void
cutter_take(struct cutter *cutter, const struct cuts *cuts, const struct cut_rows *rows)
{
    arena_reset(&cutter->arena);
    cutter->cuts = *cuts;
    cutter->rows = *rows;
    if (!rows->count)
        return;
    for (int i = 0; i < cuts->dim_count; i++)
        code(&cutter->arena, &cutter->dim[i], rows->column[i], rows->count);
    for (int i = 0; i < cuts->sum_count; i++) {
        const int64_t *values = rows->column[cuts->dim_count + i];
        int64_t any = 0;
        for (int row = 0; row < rows->count; row++)
            any |= values[row];
        cutter->zero[i] = any == 0;
    }
    size_t size = (size_t)rows->count;
    for (int i = 0; i < PACK_COLUMNS; i++)
        cutter->columns[i] = arena_array(&cutter->arena, size, sizeof *cutter->columns[i]);
}

/* ---- cells --------------------------------------------------------------------------------------- */

/* Each row's cell by the parts of its key, cells in the order of these. */
static void
code_cells(struct cutter *cutter, const struct cut *cut, struct arena *arena)
{
    int rows = cutter->rows.count;
    int64_t *key = arena_array(arena, (size_t)rows, sizeof *key);
    const struct coded *one = cut->dim_count > 0 ? &cutter->dim[cut->places[0]] : NULL;
    const struct coded *two = cut->dim_count > 1 ? &cutter->dim[cut->places[1]] : NULL;
    int64_t by_one = one ? one->count : 1, by_two = two ? two->count : 1;
    for (int i = 0; i < rows; i++) {
        int64_t at = cut->daily ? cutter->rows.day[i] : 0;
        at = at * by_one + (one ? one->code[i] : 0);
        key[i] = at * by_two + (two ? two->code[i] : 0);
    }
    code(arena, &cutter->made, key, rows);
}

static void
fill_keys(struct cutter *cutter, const struct cut *cut)
{
    const struct coded *one = cut->dim_count > 0 ? &cutter->dim[cut->places[0]] : NULL;
    const struct coded *two = cut->dim_count > 1 ? &cutter->dim[cut->places[1]] : NULL;
    int64_t by_one = one ? one->count : 1, by_two = two ? two->count : 1;
    int first = cut->daily;
    for (int i = 0; i < cutter->made.count; i++) {
        int64_t key = cutter->made.value[i];
        if (two)
            cutter->columns[first + 1][i] = two->value[key % by_two];
        key /= by_two;
        if (one)
            cutter->columns[first][i] = one->value[key % by_one];
        if (cut->daily)
            cutter->columns[0][i] = key / by_one;
    }
}

static void
add_up(struct cutter *cutter, int64_t *to, const int64_t *values)
{
    const int32_t *cell = cutter->made.code;
    memset(to, 0, (size_t)cutter->made.count * sizeof *to);
    for (int i = 0; i < cutter->rows.count && !values; i++)
        to[cell[i]]++;
    for (int i = 0; i < cutter->rows.count && values; i++)
        to[cell[i]] += values[i];
}

void
cutter_cut(struct cutter *cutter, const struct cut *cut, struct str *data)
{
    const struct cuts *cuts = &cutter->cuts;
    str_clear(data);
    if (!cutter->rows.count)
        return;
    arena_reset(&cutter->cells);
    code_cells(cutter, cut, &cutter->cells);
    fill_keys(cutter, cut);
    int at = cut->daily + cut->dim_count;
    add_up(cutter, cutter->columns[at++], NULL);
    for (int i = 0; i < cuts->sum_count; i++, at++) {
        if (cutter->zero[i])
            memset(cutter->columns[at], 0, (size_t)cutter->made.count * sizeof(int64_t));
        else
            add_up(cutter, cutter->columns[at], cutter->rows.column[cuts->dim_count + i]);
    }
    pack_columns(data, cutter->made.count, (const int64_t *const *)cutter->columns, at);
}
