#include "insight/ltv_curve.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "insight/ltv.h"

void
ltv_curve_init(struct ltv_curve *curve, const struct nbd *nbd, double unit, double discount)
{
    *curve = (struct ltv_curve){.nbd = *nbd, .unit = unit, .discount = discount};
}

/* E[X(t)] ÷ P(alive) does not depend on t_x, so any will do. */
static double
reckon(const struct ltv_curve *curve, int64_t x, int64_t t)
{
    double age = (double)t / curve->unit, before = 0, sum = 0;
    double alive = nbd_alive(&curve->nbd, (double)x, age, age);
    for (int month = 1; month <= LTV_MONTHS; month++) {
        double ahead = 365.0 * month / LTV_MONTHS / curve->unit;
        double expected = nbd_expected(&curve->nbd, (double)x, age, age, ahead) / alive;
        sum += (expected - before) / pow(1 + curve->discount, (double)month / LTV_MONTHS);
        before = expected;
    }
    return sum;
}

static void *
widen(void *items, int64_t *count, int64_t wanted, size_t size)
{
    int64_t more = 2 * (wanted + 8);
    items = mem_resize(items, (size_t)more * size);
    memset((char *)items + (size_t)*count * size, 0, (size_t)(more - *count) * size);
    *count = more;
    return items;
}

double
ltv_curve_at(struct ltv_curve *curve, int64_t x, int64_t t)
{
    if (x >= curve->row_count)
        curve->rows = widen(curve->rows, &curve->row_count, x, sizeof *curve->rows);
    struct ltv_curve_row *row = &curve->rows[x];
    if (t >= row->count)
        row->by_t = widen(row->by_t, &row->count, t, sizeof *row->by_t);
    if (row->by_t[t] == 0)
        row->by_t[t] = reckon(curve, x, t);
    return row->by_t[t];
}

void
ltv_curve_release(struct ltv_curve *curve)
{
    for (int64_t x = 0; x < curve->row_count; x++)
        free(curve->rows[x].by_t);
    free(curve->rows);
    *curve = (struct ltv_curve){0};
}
