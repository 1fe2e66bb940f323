/*
 * methods: what every method of forecasting looks like, and the table of them.
 *
 * A task is a series made ready: scaled to a mean size of 1, with its season found. A method gives the means of
 * the periods behind it, and keeps in `memory` what it found, where the next run on a part of the same series
 * begins (methods that have a form keep to that form).
 */
#ifndef MEDI_FORECAST_METHODS_H
#define MEDI_FORECAST_METHODS_H

#include <stdbool.h>

#include "base/arena.h"
#include "forecast/ces.h"
#include "forecast/decompose.h"
#include "forecast/ets.h"
#include "forecast/forecast.h"
#include "forecast/theta.h"

struct task {
    const double *y; /* NaN: missing */
    int n, m;
    struct arena *arena;
    struct adjusted adjusted;
};

/* The last TASK_MOST periods at most, in whole seasons, are looked at (of long seasons four), which bounds the
 * time. `seasonal`: the season is taken out whatever its test says. */
enum { TASK_MOST = 1000 };
void task_init(struct task *task, const double *y, int n, int m, bool seasonal,
               struct arena *arena);

enum {
    MEMORY_ETS,
    MEMORY_SES,
    MEMORY_HOLT,
    MEMORY_DAMPED,
    MEMORY_HW,
    MEMORY_HW_TIMES,
    MEMORY_FORMS
};

struct memory {
    struct ets ets[MEMORY_FORMS]; /* count > 0: known */
    struct theta theta;
    struct ces ces;
    double smooth[2]; /* TSB: of size and of chance */
    double croston;
};

/* False: this method can do nothing with this series. */
typedef bool method_run(const struct task *task, struct memory *memory, int horizon, double *mean);

struct method {
    const char *name;
    method_run *run; /* NULL: not a method by itself (auto, combination) */
};

const struct method *method_of(enum forecast_method method);

/* Whether the ETS model in memory has a season: AICc sees one in series that are too short for the test. */
bool memory_is_seasonal(const struct memory *memory);

/* As fit for a task with `m` up to ETS_SEASON_MOST; else of the adjusted series. Used for spreads, too. */
bool method_ets(const struct task *task, struct memory *memory, int horizon, double *mean);

/* The methods for intermittent demand; see intermittent.c. */
method_run method_croston, method_sba, method_tsb, method_adida;

#endif
