#include "forecast/simplex.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

struct corner {
    double at[SIMPLEX_MOST], value;
};

struct search {
    const struct simplex *simplex;
    struct corner corners[SIMPLEX_MOST + 1];
    int left; /* evaluations */
};

static void
evaluate(struct search *search, struct corner *corner)
{
    const struct simplex *simplex = search->simplex;
    for (int i = 0; i < simplex->count; i++)
        corner->at[i] = fmin(fmax(corner->at[i], simplex->low[i]), simplex->high[i]);
    corner->value = simplex->function(simplex->context, corner->at);
    search->left--;
}

/* The best first; few corners, so by insertion. */
static void
sort(struct search *search)
{
    for (int i = 1; i <= search->simplex->count; i++) {
        struct corner moved = search->corners[i];
        int to = i;
        for (; to > 0 && search->corners[to - 1].value > moved.value; to--)
            search->corners[to] = search->corners[to - 1];
        search->corners[to] = moved;
    }
}

static void
begin(struct search *search, const double *at)
{
    const struct simplex *simplex = search->simplex;
    for (int i = 0; i <= simplex->count; i++) {
        struct corner *corner = &search->corners[i];
        memcpy(corner->at, at, (size_t)simplex->count * sizeof *at);
        if (i > 0) {
            double step = simplex->step[i - 1];
            corner->at[i - 1] += at[i - 1] + step > simplex->high[i - 1] ? -step : step;
        }
        evaluate(search, corner);
    }
    sort(search);
}

/* From the worst corner through the middle of the others: 1 reflects, 2 expands, ±1/2 contracts. */
static void
move(struct search *search, const double *middle, double by, struct corner *moved)
{
    int count = search->simplex->count;
    for (int i = 0; i < count; i++)
        moved->at[i] = middle[i] + by * (middle[i] - search->corners[count].at[i]);
    evaluate(search, moved);
}

static void
shrink(struct search *search)
{
    int count = search->simplex->count;
    for (int c = 1; c <= count; c++) {
        for (int i = 0; i < count; i++)
            search->corners[c].at[i] = (search->corners[c].at[i] + search->corners[0].at[i]) / 2;
        evaluate(search, &search->corners[c]);
    }
}

static void
take_step(struct search *search)
{
    int count = search->simplex->count;
    struct corner *worst = &search->corners[count], reflected, other;
    double middle[SIMPLEX_MOST] = {0};
    for (int c = 0; c < count; c++)
        for (int i = 0; i < count; i++)
            middle[i] += search->corners[c].at[i] / count;
    move(search, middle, 1, &reflected);
    if (reflected.value < search->corners[0].value) {
        move(search, middle, 2, &other);
        *worst = other.value < reflected.value ? other : reflected;
    } else if (reflected.value < search->corners[count - 1].value) {
        *worst = reflected;
    } else {
        bool outside = reflected.value < worst->value;
        move(search, middle, outside ? 0.5 : -0.5, &other);
        if (other.value < (outside ? reflected.value : worst->value))
            *worst = other;
        else
            shrink(search);
    }
    sort(search);
}

double
simplex_find(const struct simplex *simplex, double *at)
{
    struct search search = {.simplex = simplex, .left = simplex->evaluations};
    begin(&search, at);
    const struct corner *best = &search.corners[0], *worst = &search.corners[simplex->count];
    while (search.left > 0 && simplex->count > 0) {
        double spread = worst->value - best->value;
        if (spread <= simplex->tolerance * (fabs(best->value) + simplex->tolerance))
            break;
        take_step(&search);
    }
    memcpy(at, best->at, (size_t)simplex->count * sizeof *at);
    return best->value;
}
