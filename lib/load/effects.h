/*
 * effects: by what factor each thing that is known of a day (feature.h) raises or lowers a series of daily
 * counts.
 *
 * A Poisson regression with a logarithmic link, by iterated weighted least squares (McCullagh and Nelder,
 * "Generalized linear models", 2nd edition 1989, section 2.5):
 *
 *     log E[y_t] = offset_t + weekday + level_t + Σ β_k x_tk
 *
 * The level is a broken line with a knot each 91 days; Σ ((l_k − 2 l_k+1 + l_k+2) ÷ 0.15)² is a penalty
 * on its bends, so that growth and filling up are neither taken for the year's season nor for an event. Each
 * β is drawn towards `centre` by the penalty ((β − centre) ÷ sd)²: ridge regression, the weaker the
 * evidence, the smaller what is learnt. Counts vary more than a Poisson's: squares are divided by their
 * dispersion (Pearson's χ² ÷ days), at least 1.
 *
 * A store's effects are drawn towards those of the chain (all stores' sums), so that one that opened lately
 * knows of 春节 what the others know.
 */
#ifndef MEDI_LOAD_EFFECTS_H
#define MEDI_LOAD_EFFECTS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

enum { EFFECTS_WEEK = 7, EFFECTS_KNOT_DAYS = 91, EFFECTS_KNOTS = 16, EFFECTS_MOST = 72 };

struct effects_task {
    int64_t first;        /* the day of y[0] */
    const double *y;      /* NaN: missing */
    const double *offset; /* logarithms; NULL: nought */
    int n;
    const double *x; /* n × count; */
    int count;
    const double *centre; /* count; NULL: nought */
    const double *sd;     /* count; 0: no such effect, it stays at its centre */
};

/* beta[count]; the centre where nothing can be learnt. */
void effects_learn(const struct effects_task *task, struct arena *arena, double *beta);

#endif
