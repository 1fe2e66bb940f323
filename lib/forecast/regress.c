#include "forecast/regress.h"

#include <math.h>
#include <string.h>

#include "forecast/decompose.h"

enum { ROUNDS = 12, WINDOW = 5 };
#define RIDGE 1.0 /* evidence of one period on the side of no effect */
#define EFFECT_MOST 3.0

struct normal { /* equations */
    double a[FORECAST_REGRESSORS][FORECAST_REGRESSORS + 1];
    int count;
};

/* Gauss and Jordan; the ridge makes the diagonal greater than 0. */
static void
solve(struct normal *normal, double *x)
{
    for (int i = 0; i < normal->count; i++) {
        for (int row = 0; row < normal->count; row++) {
            double by = row == i ? 0 : normal->a[row][i] / normal->a[i][i];
            for (int k = i; k <= normal->count && by != 0; k++)
                normal->a[row][k] -= by * normal->a[i][k];
        }
    }
    for (int i = 0; i < normal->count; i++)
        x[i] = normal->a[i][normal->count] / normal->a[i][i];
}

static double
part_of(const struct regress *regress, int t)
{
    double sum = 0;
    for (int k = 0; k < regress->series->regressor_count; k++)
        if (regress->series->regressors[k].role == FORECAST_EFFECT)
            sum += regress->effects[k] * regress->series->regressors[k].values[t];
    return sum;
}

static double
scale_of(const struct forecast_series *series, int t)
{
    double scale = 1;
    for (int k = 0; k < series->regressor_count; k++)
        if (series->regressors[k].role == FORECAST_SCALE)
            scale *= series->regressors[k].values[t];
    return scale;
}

/* The mean of the known neighbours. */
static double
local_mean(const double *y, int n, int t)
{
    double sum = 0;
    int count = 0;
    for (int at = t - WINDOW; at <= t + WINDOW; at++)
        if (at >= 0 && at < n && !isnan(y[at]))
            sum += y[at], count++;
    return count ? sum / count : NAN;
}

/* What is left of `y` by effects as they are now, and its smooth course: season, and the local mean. */
struct course {
    double *clean, *smooth;
};

static void
smooth_course(const double *y, int n, int m, const struct regress *regress, struct arena *arena,
              struct course *course)
{
    struct adjusted adjusted;
    for (int t = 0; t < n; t++)
        course->clean[t] = y[t] - part_of(regress, t);
    const double *index = season_indices(course->clean, n, m, false, true, arena);
    adjusted = (struct adjusted){.y = course->clean, .index = index, .n = 0, .m = m};
    for (int t = 0; t < n && index; t++)
        course->clean[t] -= index[t % m];
    for (int t = 0; t < n; t++)
        course->smooth[t] = local_mean(course->clean, n, t);
    season_restore(&adjusted, n, course->smooth);
}

/* Least squares of what differs from the smooth course, each regressor about its own local mean, since the
 * course has taken that. */
static void
learn(const double *y, int n, const double *smooth, double *const *centred, struct regress *regress)
{
    struct normal normal = {.count = regress->series->regressor_count};
    for (int t = 0; t < n; t++) {
        double rest = y[t] - part_of(regress, t) - smooth[t];
        if (isnan(rest))
            continue;
        for (int k = 0; k < normal.count; k++) {
            for (int j = 0; j < normal.count; j++)
                normal.a[k][j] += centred[k][t] * centred[j][t];
            normal.a[k][normal.count] += centred[k][t] * rest;
        }
    }
    double change[FORECAST_REGRESSORS];
    for (int k = 0; k < normal.count; k++) {
        normal.a[k][normal.count] -= RIDGE * regress->effects[k];
        normal.a[k][k] += RIDGE;
    }
    solve(&normal, change);
    for (int k = 0; k < normal.count; k++)
        if (regress->series->regressors[k].role == FORECAST_EFFECT)
            regress->effects[k] += change[k];
}

static void
find_effects(double *y, int n, int m, struct arena *arena, struct regress *regress)
{
    int count = regress->series->regressor_count;
    double *centred[FORECAST_REGRESSORS];
    struct course course = {arena_array(arena, (size_t)n + 1, sizeof(double)),
                            arena_array(arena, (size_t)n + 1, sizeof(double))};
    for (int k = 0; k < count; k++) {
        const struct forecast_regressor *regressor = &regress->series->regressors[k];
        centred[k] = arena_array(arena, (size_t)n + 1, sizeof(double));
        for (int t = 0; t < n && regressor->role == FORECAST_EFFECT; t++)
            centred[k][t] = regressor->values[t] - local_mean(regressor->values, n, t);
    }
    for (int round = 0; round < ROUNDS; round++) {
        smooth_course(y, n, m, regress, arena, &course);
        learn(y, n, course.smooth, centred, regress);
    }
    for (int k = 0; k < count && regress->times; k++)
        regress->effects[k] = fmin(fmax(regress->effects[k], -EFFECT_MOST), EFFECT_MOST);
}

void
regress_take_out(const struct forecast_series *series, int m, struct arena *arena, double *y,
                 struct regress *regress)
{
    bool any = false;
    *regress = (struct regress){.series = series, .times = true};
    for (int k = 0; k < series->regressor_count; k++)
        any |= series->regressors[k].role == FORECAST_EFFECT;
    for (int t = 0; t < series->n; t++) {
        double scale = scale_of(series, t);
        y[t] = scale > 0 ? y[t] / scale : NAN;
        regress->times &= !(y[t] <= 0);
    }
    if (!any)
        return;
    for (int t = 0; t < series->n && regress->times; t++)
        y[t] = log(y[t]);
    find_effects(y, series->n, m, arena, regress);
    for (int t = 0; t < series->n; t++) {
        y[t] -= part_of(regress, t);
        y[t] = regress->times ? exp(y[t]) : y[t];
    }
}

double
regress_put_back(const struct regress *regress, int h, double value)
{
    int t = regress->series->n + h;
    double part = part_of(regress, t);
    value = regress->times ? value * exp(part) : value + part;
    return value * scale_of(regress->series, t);
}
