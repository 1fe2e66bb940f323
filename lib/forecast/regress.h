/*
 * regress: what is known beforehand of each period is taken out of the history, and put back on the forecast;
 * see forecast.h.
 */
#ifndef MEDI_FORECAST_REGRESS_H
#define MEDI_FORECAST_REGRESS_H

#include "forecast/forecast.h"

struct regress {
    const struct forecast_series *series;
    bool times; /* parts multiply */
    double effects[FORECAST_REGRESSORS];
};

/* Takes it out of `y`, n values with NaN where missing, of a season of m. */
void regress_take_out(const struct forecast_series *series, int m, struct arena *arena, double *y,
                      struct regress *regress);

/* The value of step h with it put back. */
double regress_put_back(const struct regress *regress, int h, double value);

#endif
