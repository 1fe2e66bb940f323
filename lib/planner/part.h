/*
 * part: some people's days of a long roster, planned anew as a problem of their own.
 *
 * The days of the window are free, those around it stay. What was before it is the part's start (struct
 * roster_start); behind it come as many days, locked, as it takes until nothing that crosses the border is
 * left to judge (the next run, or the days off that are enough, and a week's end). Of minutes, weekends and
 * limits the part has what the days outside leave. So whatever line keeps the part's rules keeps those of
 * the whole, and what the part costs less, the whole does.
 */
#ifndef MEDI_PLANNER_PART_H
#define MEDI_PLANNER_PART_H

#include "base/rng.h"
#include "planner/respond.h"

struct part_window {
    int first, last; /* days */
    const int *people;
    int count;
    bool mends; /* sums that lines break now cost, much, instead of having to be kept */
};

/* How long a window is worked on: answers of everybody to the others; programmes of all, and of some. */
struct effort {
    int sweeps, wholes, parts;
};

/* The problem of a window, in the arena, with the cells that stand there now; some of the people may be left
 * out, so that `person` says who is who. */
struct part {
    struct roster_problem problem;
    int first; /* its day 0 in the whole */
    roster_cell *cells;
    int *person;
};

void part_make(struct part *part, const struct plan *plan, const struct part_window *window,
               struct arena *arena);

/* Plans a window anew: `plan` becomes better, or stays as good. 1; 0 when somebody's line could not be told in
 * a part of its own; -1 with ERR_DATA when the part is too large. The arena is emptied first. */
int part_plan(struct plan *plan, const struct part_window *window, const struct effort *effort,
              const struct patience *patience, struct rng *rng, struct arena *scratch,
              struct err *err);

#endif
