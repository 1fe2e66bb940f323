/*
 * spread: paths that demand may take, about a forecast; see forecast.h.
 */
#ifndef MEDI_FORECAST_SPREAD_H
#define MEDI_FORECAST_SPREAD_H

#include "forecast/choose.h"

enum { SPREAD_PATHS = 1000 };

/* SPREAD_PATHS × horizon values, in the task's units; `unit` is what one piece is in them. */
double *spread_paths(const struct task *task, const struct demand *demand,
                     const struct choice *choice, struct memory *memory, int horizon, double unit,
                     uint64_t seed);

#endif
