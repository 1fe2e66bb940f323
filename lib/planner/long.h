/*
 * long: what is too large to be planned in one piece: a year, or a thousand people.
 *
 * A first line of everybody, by relax.h with tolls that bring its sums within bounds, and by windows that
 * mend what those leave broken. Then windows (part.h), one after the other over all days, everybody
 * answering to the others; then some people and some weeks at a time, by programmes. The bound is that of
 * lagrange.h, which gets a third of the time until it is done. At any time there is a roster that keeps
 * all rules, and memory is that of the problem, of one window, and of one table of relax.h.
 */
#ifndef MEDI_PLANNER_LONG_H
#define MEDI_PLANNER_LONG_H

#include "planner/lagrange.h"
#include "planner/solve.h"
#include "planner/part.h"

/* Everybody's first line, into an empty plan. ERR_DATA: nobody's rules can be kept by a line, or none was
 * found; names the person. */
int long_first(struct plan *plan, struct relax *relax, struct rng *rng, struct arena *scratch,
               struct err *err);

/* As roster_solve(); `ground` is made, `began` is a moment of clock_now(). One thread. */
int long_solve(const struct ground *ground, const struct roster_options *options,
               const struct patience *patience, double began, struct roster_result *result,
               struct arena *arena, struct err *err);

#endif
