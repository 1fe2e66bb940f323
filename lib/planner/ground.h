/*
 * ground: what is reckoned once of a problem, and an area: the part of it that is planned anew.
 *
 * An area has people who are free, each with the choices that their cells have left (all that the problem
 * allows, or only those of some days), and all others with the lines that they have. What the others cost
 * and cover is taken off, so that the master and the dive see a smaller problem of the same kind.
 */
#ifndef MEDI_PLANNER_GROUND_H
#define MEDI_PLANNER_GROUND_H

#include <stdatomic.h>

#include "planner/clp.h"
#include "planner/pricing.h"

struct ground {
    const struct roster_problem *problem;
    struct clp clp;
    struct groups groups;
    struct worker *workers;
    int64_t grain;
    int *serve_first; /* days × shifts + 1: where its demands begin in `serve` */
    int *serve;       /* demands */
};

struct area {
    const struct ground *ground;
    int count;         /* people who are free */
    int *people;       /* which */
    uint64_t *allowed; /* people × days of the whole problem */
    int *need;         /* of each demand: what the others leave, may be below nought */
    int64_t base;      /* what the lines of the others cost */
};

/* When to stop: at a moment of the clock, or when told; NULL or 0 for never. */
struct patience {
    double until; /* seconds of clock_now() */
    const atomic_bool *stop;
    const atomic_bool *done; /* another thread knows that nothing is left to do */
};

/* ERR_DATA for a problem that is too large, ERR_IO when the solver is missing. */
int ground_make(struct ground *ground, const struct roster_problem *problem, struct arena *arena,
                struct err *err);

/* Whether everybody's line keeps the rules. */
bool ground_keeps(const struct ground *ground, const roster_cell *cells);

double clock_now(void);
bool patience_over(const struct patience *patience);

/* Everything is free: the whole problem. */
void area_whole(struct area *area, const struct ground *ground, struct arena *arena);

/* What of a person's line is planned anew. */
enum area_part { AREA_STAYS, AREA_WINDOW, AREA_WHOLE };

/* From a roster: `part` of each person; the window is the days `first` to `last`. */
void area_part(struct area *area, const struct ground *ground, const roster_cell *roster,
               const uint8_t *part, int first, int last, struct arena *arena);

/* relief[day × (shifts + 1) + choice]: what a head there saves by these duals, on the grid. Duals are
 * clipped to what a head can save at most and cost at least, which keeps the bound of generate.h a bound, and
 * rounded. */
void ground_relief(const struct ground *ground, double *duals, double *relief);

/* price[…] of a person: costs less relief. */
void ground_price(const struct ground *ground, int person, const double *relief, double *price);

#endif
