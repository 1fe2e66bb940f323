#include "forecast/methods.h"

#include <math.h>
#include <string.h>

void
task_init(struct task *task, const double *y, int n, int m, bool seasonal, struct arena *arena)
{
    int drop = n > TASK_MOST ? (n - TASK_MOST + m - 1) / m * m : 0;
    if (n - drop < 3 * m) /* long seasons are looked at in whole */
        drop = n > 4 * m ? (n - 4 * m) / m * m : 0;
    *task = (struct task){.y = y + drop, .n = n - drop, .m = m, .arena = arena};
    season_adjust(task->y, task->n, m, seasonal, arena, &task->adjusted);
}

bool
memory_is_seasonal(const struct memory *memory)
{
    const struct ets *ets = &memory->ets[MEMORY_ETS];
    return ets->count > 0 && ets->form.season != ETS_FLAT;
}

/* ---- exponential smoothing ---- */

/* One form of the series without its season. */
static bool
smooth(const struct task *task, struct ets *ets, enum ets_trend trend, int horizon, double *mean)
{
    const struct ets_data data = {
        .y = task->adjusted.y, .n = task->n, .m = 1, .arena = task->arena};
    if (!ets_fit(&data, (struct ets_form){false, trend, ETS_FLAT}, ets))
        return false;
    ets_forecast(ets, horizon, mean);
    season_restore(&task->adjusted, horizon, mean);
    return true;
}

static bool
method_ses(const struct task *task, struct memory *memory, int horizon, double *mean)
{
    return smooth(task, &memory->ets[MEMORY_SES], ETS_LEVEL, horizon, mean);
}

static bool
method_holt(const struct task *task, struct memory *memory, int horizon, double *mean)
{
    return smooth(task, &memory->ets[MEMORY_HOLT], ETS_TREND, horizon, mean);
}

static bool
method_damped(const struct task *task, struct memory *memory, int horizon, double *mean)
{
    return smooth(task, &memory->ets[MEMORY_DAMPED], ETS_DAMPED, horizon, mean);
}

/* Data with their season in, as the seasonal forms want them. */
static struct ets_data
seasonal_data(const struct task *task)
{
    const double *added = season_indices(task->y, task->n, task->m, false, false, task->arena);
    const double *times = season_indices(task->y, task->n, task->m, true, false, task->arena);
    return (struct ets_data){task->y, task->n, task->m, {NULL, added, times}, task->arena};
}

static bool
winters(const struct task *task, struct ets *ets, bool times, int horizon, double *mean)
{
    if (task->m < 2 || task->m > ETS_SEASON_MOST)
        return false;
    struct ets_data data = seasonal_data(task);
    struct ets_form form = {times, ETS_DAMPED, times ? ETS_TIMES : ETS_ADDED};
    if (!ets_fit(&data, form, ets))
        return false;
    ets_forecast(ets, horizon, mean);
    return true;
}

static bool
method_hw(const struct task *task, struct memory *memory, int horizon, double *mean)
{
    return winters(task, &memory->ets[MEMORY_HW], false, horizon, mean);
}

static bool
method_hw_times(const struct task *task, struct memory *memory, int horizon, double *mean)
{
    return winters(task, &memory->ets[MEMORY_HW_TIMES], true, horizon, mean);
}

bool
method_ets(const struct task *task, struct memory *memory, int horizon, double *mean)
{
    struct ets *ets = &memory->ets[MEMORY_ETS];
    bool seasonal = task->m > 1 && task->m <= ETS_SEASON_MOST && task->n > 2 * task->m;
    struct ets_data data = {.y = task->adjusted.y, .n = task->n, .m = 1, .arena = task->arena};
    if (seasonal)
        data = seasonal_data(task);
    if (ets->count == 0 || !ets_fit(&data, ets->form, ets)) {
        memset(ets, 0, sizeof *ets);
        if (!ets_choose(&data, seasonal, ets))
            return false;
    }
    ets_forecast(ets, horizon, mean);
    if (!seasonal)
        season_restore(&task->adjusted, horizon, mean);
    return true;
}

static bool
method_theta(const struct task *task, struct memory *memory, int horizon, double *mean)
{
    bool can = theta_forecast(task->adjusted.y, task->n, horizon, &memory->theta, mean);
    if (can)
        season_restore(&task->adjusted, horizon, mean);
    return can;
}

static bool
method_ces(const struct task *task, struct memory *memory, int horizon, double *mean)
{
    bool can = ces_forecast(task->adjusted.y, task->n, horizon, &memory->ces, mean);
    if (can)
        season_restore(&task->adjusted, horizon, mean);
    return can;
}

/* ---- the plain ones ---- */

static double
last_of(const double *y, int n, int by)
{
    for (int t = n - 1; t >= 0; t -= by)
        if (!isnan(y[t]))
            return y[t];
    return NAN;
}

static bool
method_naive(const struct task *task, struct memory *memory, int horizon, double *mean)
{
    (void)memory;
    double last = last_of(task->y, task->n, 1);
    for (int h = 0; h < horizon; h++)
        mean[h] = last;
    return !isnan(last);
}

/* The last value of that place in the season; of a place that has none, the last value. */
static bool
method_snaive(const struct task *task, struct memory *memory, int horizon, double *mean)
{
    if (!method_naive(task, memory, horizon, mean))
        return false;
    for (int h = 0; h < horizon; h++) {
        int place = task->n - task->m + h % task->m;
        double last = last_of(task->y, place + 1, task->m);
        mean[h] = isnan(last) ? mean[h] : last;
    }
    return true;
}

static bool
method_mean(const struct task *task, struct memory *memory, int horizon, double *mean)
{
    (void)memory;
    double sum = 0;
    int count = 0;
    for (int t = 0; t < task->n; t++)
        if (!isnan(task->y[t]))
            sum += task->y[t], count++;
    for (int h = 0; h < horizon; h++)
        mean[h] = count ? sum / count : 0;
    return count > 0;
}

static bool
method_zero(const struct task *task, struct memory *memory, int horizon, double *mean)
{
    (void)task, (void)memory;
    for (int h = 0; h < horizon; h++)
        mean[h] = 0;
    return true;
}

/* ---- the table ---- */

static const struct method METHODS[FORECAST_METHODS] = {
    [FORECAST_AUTO] = {"auto", NULL},
    [FORECAST_COMBINATION] = {"combination", NULL},
    [FORECAST_THETA] = {"theta", method_theta},
    [FORECAST_ETS] = {"ets", method_ets},
    [FORECAST_CES] = {"ces", method_ces},
    [FORECAST_SES] = {"ses", method_ses},
    [FORECAST_HOLT] = {"holt", method_holt},
    [FORECAST_DAMPED] = {"damped", method_damped},
    [FORECAST_HW] = {"hw", method_hw},
    [FORECAST_HW_TIMES] = {"hw-times", method_hw_times},
    [FORECAST_SNAIVE] = {"snaive", method_snaive},
    [FORECAST_NAIVE] = {"naive", method_naive},
    [FORECAST_MEAN] = {"mean", method_mean},
    [FORECAST_ZERO] = {"zero", method_zero},
    [FORECAST_CROSTON] = {"croston", method_croston},
    [FORECAST_SBA] = {"sba", method_sba},
    [FORECAST_TSB] = {"tsb", method_tsb},
    [FORECAST_ADIDA] = {"adida", method_adida},
};

const struct method *
method_of(enum forecast_method method)
{
    return &METHODS[method];
}

const char *
forecast_method_name(enum forecast_method method)
{
    return METHODS[method].name;
}

bool
forecast_method_parse(const char *name, enum forecast_method *method)
{
    for (int i = 0; i < FORECAST_METHODS; i++) {
        if (strcmp(METHODS[i].name, name) == 0) {
            *method = (enum forecast_method)i;
            return true;
        }
    }
    return false;
}
