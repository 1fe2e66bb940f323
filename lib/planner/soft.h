/*
 * soft: not the cheapest line, but what lines are on the average, when each stands with the weight
 * exp(-price / heat).
 *
 * The least over lines has no slope where several are as cheap, and of a year's lines there are always
 * many. -heat log(sum of exp(-price / heat)) is within heat log(lines) of it and smooth; its slopes are the
 * averages (Nesterov 2005). They come from one pass back and one forth through the machine of relax.h, as
 * in a hidden Markov model. Doubles only: nothing here is a proof.
 */
#ifndef MEDI_PLANNER_SOFT_H
#define MEDI_PLANNER_SOFT_H

#include "planner/relax.h"

struct soft {
    const struct ground *ground;
    double *back;    /* (days + 1) × the most states of any person */
    double *here[2]; /* states: of a day and the next, forth */
    double *weight;  /* days × (shifts + 1) */
    double *share;   /* days × (shifts + 1): how often a choice is taken */
};

struct soft_sums {
    double units, weekends, lane[ROSTER_LIMITS];
};

void soft_make(struct soft *soft, const struct ground *ground, struct arena *arena);

/* Fills `share` and the sums; false when the weights have run out of range. */
bool soft_line(struct soft *soft, int person, const double *price, const struct toll *toll,
               double heat, struct soft_sums *sums);

/* The averages likewise of what toll_credit() looks for. */
void soft_credit(const struct worker *worker, const struct toll *toll, double heat,
                 struct soft_sums *sums);

#endif
