/* draw: random numbers of some distributions, from base/rng.h: the same seed, the same numbers. */
#ifndef MEDI_FORECAST_DRAW_H
#define MEDI_FORECAST_DRAW_H

#include "base/rng.h"

double draw_even(struct rng *rng); /* in (0, 1) */

/* Of the mean and variance given (variance 0: the mean). Marsaglia and Tsang, "A simple method for generating
 * gamma variables", ACM Transactions on Mathematical Software 26 (2000). */
double draw_gamma(struct rng *rng, double mean, double variance);

/* By inversion up to a mean of 30, above it by the normal distribution, rounded. */
double draw_poisson(struct rng *rng, double mean);

#endif
