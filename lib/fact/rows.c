#include "fact/rows.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

void
rows_clear(struct rows *rows, int columns)
{
    if (columns > rows->columns) {
        rows_release(rows);
        rows->columns = columns;
    }
    rows->count = 0;
}

void
rows_release(struct rows *rows)
{
    free(rows->day);
    free(rows->client);
    for (int i = 0; i < ROWS_COLUMNS; i++)
        free(rows->column[i]);
    *rows = (struct rows){0};
}

static void
grow(struct rows *rows)
{
    rows->room = 2 * rows->room + 256;
    size_t size = (size_t)rows->room * sizeof(int64_t);
    rows->day = mem_resize(rows->day, size);
    rows->client = mem_resize(rows->client, size);
    for (int i = 0; i < rows->columns; i++)
        rows->column[i] = mem_resize(rows->column[i], size);
}

int
rows_add(struct rows *rows, int64_t day, int64_t client)
{
    if (rows->count == rows->room)
        grow(rows);
    rows->day[rows->count] = day;
    rows->client[rows->count] = client;
    for (int i = 0; i < rows->columns; i++)
        rows->column[i][rows->count] = 0;
    return rows->count++;
}

/* ---- the order ----------------------------------------------------------------------------------- */

struct place {
    int64_t day, client;
    int row;
    const struct rows *rows;
};

static int
compare_numbers(int64_t a, int64_t b)
{
    return a < b ? -1 : a > b;
}

static int
compare(const void *one, const void *other)
{
    const struct place *a = one, *b = other;
    int order = compare_numbers(a->day, b->day);
    if (order == 0)
        order = compare_numbers(a->client, b->client);
    for (int i = 0; order == 0 && i < a->rows->columns; i++)
        order = compare_numbers(a->rows->column[i][a->row], a->rows->column[i][b->row]);
    return order;
}

int *
rows_order(const struct rows *rows)
{
    size_t count = (size_t)rows->count;
    struct place *places = mem_alloc((count + 1) * sizeof *places);
    int *order = mem_alloc((count + 1) * sizeof *order);
    bool sorted = true;
    for (size_t i = 0; i < count; i++) {
        places[i] = (struct place){rows->day[i], rows->client[i], (int)i, rows};
        sorted = sorted && (i == 0 || compare(&places[i - 1], &places[i]) <= 0);
    }
    if (!sorted)
        qsort(places, count, sizeof *places, compare);
    for (size_t i = 0; i < count; i++)
        order[i] = places[i].row;
    free(places);
    return order;
}
