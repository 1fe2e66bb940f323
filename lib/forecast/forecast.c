#include "forecast/forecast.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "forecast/choose.h"
#include "forecast/methods.h"
#include "forecast/regress.h"
#include "forecast/spread.h"

#define GROWTH_MOST 1e3 /* no forecast is further than so many times the largest value */

struct work {
    const struct forecast_series *series;
    const struct forecast_options *options;
    struct arena *arena;
    struct regress regress;
    struct demand demand;
    double *y;
    double size, mean; /* what was divided by, before regressors were taken out and after */
};

/* What is known, without what regressors say, of a mean size of 1. */
static void
prepare(struct work *work)
{
    int n = work->series->n, count = 0;
    double most = 0, sum = 0;
    work->y = arena_array(work->arena, (size_t)n + 1, sizeof(double));
    for (int t = 0; t < n; t++) {
        work->y[t] = isfinite(work->series->y[t]) ? work->series->y[t] : NAN;
        most = fmax(most, isnan(work->y[t]) ? 0 : fabs(work->y[t]));
    }
    work->demand = demand_of(work->y, n);
    work->size = most > 0 ? most : 1;
    for (int t = 0; t < n; t++)
        work->y[t] /= work->size;
    if (work->series->regressor_count > 0)
        regress_take_out(work->series, work->options->frequency, work->arena, work->y,
                         &work->regress);
    for (int t = 0; t < n; t++)
        if (!isnan(work->y[t]))
            sum += fabs(work->y[t]), count++;
    work->mean = count && sum > 0 ? sum / count : 1;
    for (int t = 0; t < n; t++)
        work->y[t] /= work->mean;
}

/* Back to the units of the series, within what can be. */
static double
restore(const struct work *work, int h, double value)
{
    double most = GROWTH_MOST;
    value = fmin(fmax(value, work->demand.negative ? -most : 0), most) * work->mean;
    if (work->series->regressor_count > 0)
        value = regress_put_back(&work->regress, h, value);
    value = work->demand.negative ? value : fmax(value, 0);
    return fmin(fmax(value * work->size, -1e300), 1e300);
}

static void
report(const struct work *work, const struct choice *choice, const struct memory *memory,
       struct forecast *forecast)
{
    const struct ets *ets = &memory->ets[MEMORY_ETS];
    double unit = work->size * work->mean;
    forecast->method = choice->method;
    forecast->reason = work->demand.constant ? FORECAST_CONSTANT : choice->reason;
    memcpy(forecast->weights, choice->weights, sizeof forecast->weights);
    for (int k = 0; k < FORECAST_REGRESSORS; k++)
        forecast->effects[k] = work->regress.effects[k] * (work->regress.times ? 1 : work->size);
    forecast->form = ets->count > 0 && choice->weights[FORECAST_ETS] > 0 ? ets_name(ets->form) : "";
    forecast->fitted_rmse = sqrt(ets->mse) * unit;
    if (!choice->tried)
        return;
    struct roll_error error = roll_error(&choice->roll, choice->tried);
    forecast->origins = error.count ? choice->roll.origins : 0;
    forecast->crossed_rmse = error.count ? sqrt(error.mse) * unit : NAN;
    forecast->crossed_mae = error.count ? error.mae * unit : NAN;
}

static void
forecast_known(struct work *work, struct forecast *forecast)
{
    struct task task;
    struct choice choice;
    struct memory *memory = arena_alloc(work->arena, sizeof *memory);
    const struct forecast_options *options = work->options;
    int m = options->frequency > 1 ? options->frequency : 1, horizon = options->horizon;
    task_init(&task, work->y, work->series->n, m, false, work->arena);
    double *unused = arena_array(work->arena, (size_t)horizon, sizeof(double));
    if (!demand_is_intermittent(&work->demand) && method_ets(&task, memory, horizon, unused) &&
        memory_is_seasonal(memory))
        task_init(&task, work->y, work->series->n, m, true, work->arena);
    choose(&task, &work->demand, options->method, horizon, memory, &choice);
    if (!options->no_spread && !work->demand.constant) {
        forecast->paths = spread_paths(&task, &work->demand, &choice, memory, horizon,
                                       1 / work->size / work->mean, options->seed);
        forecast->path_count = SPREAD_PATHS;
    }
    for (int h = 0; h < horizon; h++) {
        forecast->mean[h] = restore(work, h, choice.mean[h]);
        for (int i = 0; i < forecast->path_count; i++) {
            double *value = &forecast->paths[(size_t)i * (size_t)horizon + (size_t)h];
            *value = restore(work, h, *value);
        }
    }
    report(work, &choice, memory, forecast);
}

void
forecast_run(const struct forecast_series *series, const struct forecast_options *options,
             struct arena *arena, struct forecast *forecast)
{
    struct work work = {.series = series, .options = options, .arena = arena};
    *forecast = (struct forecast){.horizon = options->horizon,
                                  .method = FORECAST_ZERO,
                                  .reason = FORECAST_NO_DATA,
                                  .form = "",
                                  .crossed_rmse = NAN,
                                  .crossed_mae = NAN,
                                  .arena = arena};
    forecast->mean = arena_array(arena, (size_t)options->horizon, sizeof(double));
    prepare(&work);
    forecast->adi = work.demand.adi;
    forecast->cv2 = work.demand.cv2;
    forecast->seen = work.demand.seen;
    if (work.demand.seen > 0)
        forecast_known(&work, forecast);
    else
        forecast->weights[FORECAST_ZERO] = 1;
}

/* ---- quantiles ---- */

static int
compare(const void *a, const void *b)
{
    double one = *(const double *)a, other = *(const double *)b;
    return (one > other) - (one < other);
}

static double
sorted_quantile(const double *sorted, int count, double p)
{
    double place = p * (count - 1);
    int below = (int)fmin(fmax(floor(place), 0), count - 2);
    double part = fmin(fmax(place - below, 0), 1);
    return sorted[below] + (sorted[below + 1] - sorted[below]) * part;
}

void
forecast_quantiles(const struct forecast *forecast, int from, int steps, const double *p, int count,
                   double *values)
{
    int paths = forecast->path_count, horizon = forecast->horizon;
    double sums[SPREAD_PATHS] = {0}, mean = 0;
    for (int h = from; h < from + steps; h++)
        mean += forecast->mean[h];
    for (int i = 0; i < paths; i++)
        for (int h = from; h < from + steps; h++)
            sums[i] += forecast->paths[(size_t)i * (size_t)horizon + (size_t)h];
    if (paths)
        qsort(sums, (size_t)paths, sizeof *sums, compare);
    for (int i = 0; i < count; i++)
        values[i] = paths ? sorted_quantile(sums, paths, p[i]) : mean;
}

double
forecast_sum_quantile(const struct forecast *forecast, int from, int steps, double p)
{
    double value;
    forecast_quantiles(forecast, from, steps, &p, 1, &value);
    return value;
}

double
forecast_quantile(const struct forecast *forecast, int h, double p)
{
    return forecast_sum_quantile(forecast, h, 1, p);
}

const char *
forecast_reason_name(enum forecast_reason reason)
{
    static const char *const NAMES[FORECAST_REASONS] = {
        "no-data", "constant", "few-data", "cross-validated", "intermittent", "asked", "fell-back",
    };
    return NAMES[reason];
}
