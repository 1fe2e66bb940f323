/*
 * roll: methods tried from origins within the series, the only judge of what suits it.
 *
 * Each origin cuts the series there; the methods forecast what followed. Origins lie evenly in the later half,
 * so that every one has two seasons before it, if the series has three, and ten periods in any case. Parameters
 * are found anew at each, from where those of the whole series are; the form of the ETS model stays.
 */
#ifndef MEDI_FORECAST_ROLL_H
#define MEDI_FORECAST_ROLL_H

#include "forecast/methods.h"

enum { ROLL_ORIGINS = 8 };

struct roll {
    int origins, length; /* steps ahead at each */
    int at[ROLL_ORIGINS];
    /* length values an origin; NaN after the last and where missing */
    double *actual;
    double *means[FORECAST_METHODS]; /* NULL: was not tried or failed at one of them */
};

/* Tries the `count` methods; origins is 0 if the series is too short. */
void roll_run(struct roll *roll, const struct task *task, int horizon,
              const enum forecast_method *methods, int count, const struct memory *memory);

struct roll_error {
    double mse, mae;
    int count;
};
/* Of any means laid out as those of roll. */
struct roll_error roll_error(const struct roll *roll, const double *means);

#endif
