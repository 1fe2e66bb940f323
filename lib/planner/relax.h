/*
 * relax: one person's cheapest line by the machine of worker.h alone, over any number of days.
 *
 * The sums (minutes, weekends, limits) are not in the table, which so has states × days and fits at any
 * length. What a sum must keep, or costs, comes in as a toll on each unit of it, Lagrange's relaxation: for
 * a sum n with cost C(n) within its bounds and any toll t,
 *
 *     cost + C(n) >= (cost + t n) + least over all m within the bounds of (C(m) - t m),
 *
 * whatever the sign of t. So the line's value with tolls, and the credits of the tolls, are a bound on what
 * any of the person's lines costs. Prices and tolls stand on the grid of pricing.h: both are exact.
 */
#ifndef MEDI_PLANNER_RELAX_H
#define MEDI_PLANNER_RELAX_H

#include "planner/ground.h"

/* What a line takes of each sum, in the units of its worker. */
struct sums {
    int units, weekends, lane[ROSTER_LIMITS];
};

struct toll {
    double unit, weekend, lane[ROSTER_LIMITS];
};

/* Tables of one thread. */
struct relax {
    const struct ground *ground;
    double *rest;  /* (days + 1) × the most states of any person */
    double *price; /* days × (shifts + 1), with tolls */
};

void relax_make(struct relax *relax, const struct ground *ground, struct arena *arena);

/* The cheapest by `price` (days × (shifts + 1)) and tolls: its value with tolls; PRICE_NONE without one. */
double relax_line(struct relax *relax, int person, const double *price, const struct toll *toll,
                  roster_cell *line);

void sums_of(const struct worker *worker, const roster_cell *line, struct sums *sums);

/* The credits of all tolls, and at which sums they are found. */
double toll_credit(const struct worker *worker, const struct toll *toll, struct sums *at);

#endif
