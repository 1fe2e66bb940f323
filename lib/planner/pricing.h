/*
 * pricing: the cheapest line of one person for given prices of cells, and a few that are nearly so.
 *
 * Column generation (Dantzig and Wolfe 1960; for rosters Jaumard, Semet and Vovor 1998) wants of each
 * person a line with the least reduced cost,
 *
 *     sum over days of (cost of the choice - duals of the demands that it serves) - dual of the person,
 *
 * that is a shortest path through the states of worker.h with sums that must stay in bounds. It is found
 * in two passes:
 *
 * Back. `rest[day][state][units][weekends]` is the least that the days from `day` on can cost when this
 * much has been worked; behind the last day that is what minutes and weekends cost (worker_end). It knows
 * no counts of shifts, and so is exact only for people without limits on them. For the others each shift
 * of a limit i costs a fine f_i more (Lagrange's relaxation of the limits, after Beasley and Christofides
 * 1989): of any line that keeps them, cost >= cost with fines - sum f_i most_i. Of a limit that costs F a
 * shift, n shifts cost F max(0, n - most) >= f (n - most) for each f from 0 to F, so the same holds if
 * its fine stays at or below F. Fines climb by subgradients; a person keeps them from one question to the
 * next.
 *
 * Forth. Labels (cost, counts) are extended day by day; one with cost and fines + rest - sum f_i most_i
 * at or above the cutoff cannot lead to a line below it and is dropped (A*), and so is one that another of
 * the same state, units and weekends dominates: cost and each count no greater. A shift beyond a limit that
 * costs adds F to the cost in the place of the fine, and the count stays at the limit: what follows costs
 * the same as if it had gone on. The cutoff is raised from
 * just above rest[0] in steps until a line is found, which then is the cheapest; nothing is guessed. Only
 * if `most` labels do not suffice, few labels a bucket are kept and the answer is not exact, but its bound
 * still holds: the last cutoff below which there was nothing.
 *
 * Prices are doubles that hold whole multiples of PRICE_GRID, so that sums are exact and a bound made of
 * them is proven.
 */
#ifndef MEDI_PLANNER_PRICING_H
#define MEDI_PLANNER_PRICING_H

#include "planner/worker.h"

#define PRICE_GRID (1.0 / 1048576)
#define PRICE_NONE 1e15 /* no line: above any price */

struct pricer; /* tables of one thread */

struct price_question {
    const double *price;     /* days × (shifts + 1) */
    const uint64_t *allowed; /* a day; within what the problem allows */
    double cutoff;           /* only lines that cost less */
    int lines;               /* how many lines at most */
    long labels;             /* at most; beyond it the search narrows */
};

enum { PRICE_LINES = 16 };

struct price_answer {
    int count;                 /* lines found, the cheapest first */
    double value[PRICE_LINES]; /* of each */
    roster_cell *line[PRICE_LINES];
    double bound; /* no line costs less than this, or than the cutoff */
    bool exact;   /* the cheapest line below the cutoff is among them, or there is none */
};

/* For workers of this problem. Released by pricer_free, NULL-safe. ERR_DATA when the tables would be too
 * large. */
int pricer_make(struct pricer **pricer, const struct worker *workers, int count, struct err *err);
void pricer_free(struct pricer *pricer);

/* The lines of the answer stay until the next call. */
void price(struct pricer *pricer, const struct worker *worker,
           const struct price_question *question, struct price_answer *answer);

/* The nearest price on the grid. */
double price_round(double value);

#endif
