/*
 * decompose: the season of a series, found and taken out.
 *
 * Classical decomposition: a centred moving average of one season (2 × m where m is even) is the trend, the
 * means of what differs from it by place in the season are the indices, made to sum to 0 (added) or to have
 * the mean 1 (times). Where periods are missing, the average is over those that are there, if they are half
 * of it at least.
 *
 * Indices of short history are noisy: they are drawn towards none as Miller and Williams, "Shrinkage
 * estimators of time series seasonal factors and their effect on forecasting accuracy", International
 * Journal of Forecasting 19 (2003), do by James and Stein. Of seasons with more than 24 places (weeks or
 * days of a year) a few harmonics are kept, since there are few years to tell each place.
 *
 * Whether there is a season at all is asked of the autocorrelation at lag m with 90 % confidence, as by
 * Assimakopoulos and Nikolopoulos, "The theta model", International Journal of Forecasting 16 (2000).
 */
#ifndef MEDI_FORECAST_DECOMPOSE_H
#define MEDI_FORECAST_DECOMPOSE_H

#include <stdbool.h>

#include "base/arena.h"

/* Autocorrelation at lag m is above its 90 % limit; false for fewer than three seasons. */
bool season_is_there(const double *y, int n, int m);

/* m indices, or NULL if the series is too short (two whole seasons) or, for times, not all above 0. */
double *season_indices(const double *y, int n, int m, bool times, bool shrink, struct arena *arena);

struct adjusted {
    const double *y;     /* without the season; NaN where missing */
    const double *index; /* NULL: there is none */
    bool times;
    int n, m;
};

/* The series without its season, if it has one by the test, or `anyway`. */
void season_adjust(const double *y, int n, int m, bool anyway, struct arena *arena,
                   struct adjusted *adjusted);

/* Puts the season back on what comes behind the series. */
void season_restore(const struct adjusted *adjusted, int horizon, double *mean);

#endif
