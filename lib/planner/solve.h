/*
 * solve: the best roster that can be found in the time, and a proof of how good it is.
 *
 * A first roster, at once; the linear programme over all lines of everybody, which proves the bound; a
 * dive; then large neighbourhoods (Shaw 1998; Pisinger and Ropke 2010): some people, or some days, are
 * planned anew while all else stays, until time or iterations are over, or the bound is reached. At any
 * time there is a roster that keeps all rules.
 *
 * One thread with a limit of iterations and none of time does the same for the same seed, on machines that
 * round alike.
 */
#ifndef MEDI_PLANNER_SOLVE_H
#define MEDI_PLANNER_SOLVE_H

#include <stdatomic.h>

#include "planner/problem.h"

struct roster_progress {
    double seconds;
    int64_t objective;
    int64_t bound; /* -1 until something is proven */
    long iterations;
};

struct roster_options {
    double seconds;  /* 0: no limit */
    long iterations; /* of neighbourhoods; 0: no limit */
    uint64_t seed;
    const roster_cell *start; /* NULL, or people × days: begun from if it keeps all rules */
    int threads;              /* 1 or 2; the second begins with neighbourhoods at once */
    const atomic_bool *stop;  /* NULL, or what ends it early */
    void (*progress)(void *context,
                     const struct roster_progress
                         *progress); /* NULL, or told of changes, by any thread, one at a time */
    void *context;
};

struct roster_result {
    roster_cell *cells; /* people × days */
    int64_t objective, bound;
    long iterations;
    double seconds;
};

/* The result lives in the arena. ERR_DATA: a person's rules leave no line, or the problem is too large;
 * ERR_IO: the solver is not installed. */
int roster_solve(const struct roster_problem *problem, const struct roster_options *options,
                 struct roster_result *result, struct arena *arena, struct err *err);

#endif
