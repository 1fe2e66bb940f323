/*
 * generate: rounds of solving the master and asking each free person for better lines.
 *
 * When nobody has one, the master's value is that of the linear programme over all lines there are. The
 * bound needs no end: for any duals d of demands (-over <= d <= under), by Lagrange's relaxation of the
 * demands (Geoffrion 1974),
 *
 *     base + sum d_i need_i + sum over free people of the cheapest (cost - sum of d_i served)
 *         <= what any roster costs,
 *
 * and all of that is exact in doubles on the grid of pricing.h. As costs are whole multiples of `grain`,
 * it is rounded up to the next one, and rounds end when that reaches the master's own value so rounded.
 */
#ifndef MEDI_PLANNER_GENERATE_H
#define MEDI_PLANNER_GENERATE_H

#include "planner/master.h"

struct generate {
    struct master *master;
    struct pricer *pricer;
    const struct patience *patience;
    int lines;   /* a person and round */
    int columns; /* of the master, at most */
    double
        bound; /* the best so far, -PRICE_NONE at first; of the whole area, so only while nobody is fixed */
    double node; /* the same of what the fixed lines leave, found in the last run */
    long rounds; /* done so far */
    double *relief, *price;
};

void generate_make(struct generate *generate, struct master *master, struct pricer *pricer,
                   const struct patience *patience);

/* At most so many rounds, of which those do not count (but 40) whose master is still above `cutoff`; ends
 * early when the node's bound exceeds `cutoff`. 1: nobody has a better line, or the bound says as much; 0:
 * rounds ended before; -1: time is up. In the first two cases the master is solved. */
int generate_run(struct generate *generate, int rounds, double cutoff);

/* `bound` as a whole number of the grain. */
int64_t generate_bound(const struct generate *generate);

#endif
