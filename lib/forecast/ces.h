/*
 * ces: complex exponential smoothing.
 *
 * Svetunkov, Kourentzes and Ord, "Complex exponential smoothing", Naval Research Logistics 69 (2022),
 * equation 13 (no season): beside the level l stands c, what is not seen of it, and one complex parameter
 * smooths both:
 *
 *     ŷ = l    l' = l − (1−α₁) c + (α₀−α₁) e    c' = l + (1−α₀) c + (α₀+α₁) e
 *
 * A level, a trend and what lies between come out by themselves, so that no form has to be chosen. The start
 * is found by backcasting. A missing value has the error 0.
 */
#ifndef MEDI_FORECAST_CES_H
#define MEDI_FORECAST_CES_H

#include <stdbool.h>

struct ces {
    double a0, a1;
    double mse;
};

/* `y` has no season; `ces` may hold where to start (a0 > 0). Gives `horizon` means. */
bool ces_forecast(const double *y, int n, int horizon, struct ces *ces, double *mean);

#endif
