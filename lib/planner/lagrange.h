/*
 * lagrange: a bound on any roster, however long, from the lines of relax.h.
 *
 *     sum d_i need_i + sum over people of (cheapest line at cost less duals, with tolls, + credits)
 *
 * for any duals -over <= d <= under and any tolls (Geoffrion 1974; the argument is that of generate.h). They
 * climb along the slopes of soft.h, each multiplier by a step of its own size (Adam, Kingma and Ba 2015),
 * while heat and steps go down together. Only the bound is exact, and is reckoned now and then.
 */
#ifndef MEDI_PLANNER_LAGRANGE_H
#define MEDI_PLANNER_LAGRANGE_H

#include "planner/soft.h"

struct lagrange {
    const struct ground *ground;
    struct relax relax;
    struct soft soft;
    long size;           /* of the four below: demands, then each person's tolls */
    double *at, *slope;  /* multipliers; which way the value rises */
    double *way, *swing; /* running averages of slopes and of their squares */
    double *relief, *price;
    double *heads; /* of each demand, on the average */
    roster_cell *line;
    double scale; /* of prices: what is a lot */
    double bound;
    int steps;
};

void lagrange_make(struct lagrange *lagrange, const struct ground *ground, struct arena *arena);

/* One step, when that share of all is done: from 0 to 1, which is the last. false behind that, or when time
 * is up. */
bool lagrange_step(struct lagrange *lagrange, double done, const struct patience *patience);

/* The best bound so far as a whole number of the grain, -1 before the first step. */
int64_t lagrange_bound(const struct lagrange *lagrange);

#endif
