/*
 * theta: the dynamic optimised theta model.
 *
 * Fiorucci, Pellegrini, Louzada, Petropoulos and Koehler, "Models for optimising the theta method and their
 * relationship to state space models", International Journal of Forecasting 32 (2016), section 3.2: a line
 * through all that is known so far, and simple exponential smoothing, weighed by θ:
 *
 *     ŷ = l + (1 − 1/θ) ((1−α)^t A + (1 − (1−α)^(t+1)) / α · B)      l = α y + (1−α) l
 *
 * with A, B the intercept and slope of the line by least squares over the first t periods. l of the start, α
 * and θ have the least squares; a missing value is taken to be as forecast. θ = 2 and α by SES is the
 * theta method of Assimakopoulos and Nikolopoulos (2000).
 */
#ifndef MEDI_FORECAST_THETA_H
#define MEDI_FORECAST_THETA_H

#include <stdbool.h>

struct theta {
    double level, alpha, theta; /* level: at the start */
    double mse;
};

/* `y` has no season; `theta` may hold where to start (alpha > 0). Gives `horizon` means. */
bool theta_forecast(const double *y, int n, int horizon, struct theta *theta, double *mean);

#endif
