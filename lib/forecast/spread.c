#include "forecast/spread.h"

#include <math.h>
#include <string.h>

#include "forecast/draw.h"

/* The ETS model's own opinion of its spread counts as so many origins. */
#define OWN_OPINION 3.0
#define WIDEST 3.0
#define NARROWEST 0.5
#define LEVEL_SHARE 0.08 /* of the variance of one step: α / (2 − α) with α = 0.15 */
enum { ERRORS_LEAST = 6, PATHS_MOST = 400000 };

struct paths {
    double *values;
    int count, horizon;
};

/* ---- regular demand ---- */

struct pool {
    double *errors;
    int count;
};

/* The errors of the model, their mean taken out, widened by the freedom that fitting took. */
static struct pool
pool_errors(const struct task *task, const struct ets *ets)
{
    struct pool pool = {arena_array(task->arena, (size_t)ets->count + 1, sizeof(double)), 0};
    double sum = 0, squares = 0;
    for (int t = 0; t < ets->count; t++)
        if (!isnan(ets->errors[t]))
            pool.errors[pool.count++] = ets->errors[t];
    for (int i = 0; i < pool.count; i++)
        sum += pool.errors[i] / pool.count;
    for (int i = 0; i < pool.count; i++) {
        pool.errors[i] -= sum;
        squares += pool.errors[i] * pool.errors[i] / pool.count;
    }
    double widen = squares > 0 ? fmax(1, ets->sigma / sqrt(squares)) : 1;
    for (int i = 0; i < pool.count; i++)
        pool.errors[i] *= widen;
    return pool;
}

static void
draw_paths(const struct task *task, const struct ets *ets, struct rng *rng, struct paths *paths)
{
    struct pool pool = pool_errors(task, ets);
    double *errors = arena_array(task->arena, (size_t)paths->horizon, sizeof(double));
    for (int i = 0; i < paths->count; i++) {
        for (int h = 0; h < paths->horizon; h++)
            errors[h] = pool.count ? pool.errors[rng_below(rng, (uint32_t)pool.count)] : 0;
        ets_path(ets, paths->horizon, errors, paths->values + (size_t)i * (size_t)paths->horizon);
    }
}

/* Mean and variance of the paths at step h. */
static void
moments(const struct paths *paths, int h, double *mean, double *variance)
{
    double sum = 0, squares = 0;
    for (int i = 0; i < paths->count; i++)
        sum += paths->values[(size_t)i * (size_t)paths->horizon + (size_t)h] / paths->count;
    for (int i = 0; i < paths->count; i++) {
        double delta = paths->values[(size_t)i * (size_t)paths->horizon + (size_t)h] - sum;
        squares += delta * delta / paths->count;
    }
    *mean = sum;
    *variance = squares;
}

/* How much wider than the model says: squared errors at the origins over the variances of those steps, the
 * model's own opinion beside them. */
static double
widening(const struct choice *choice, const double *variances)
{
    const struct roll *roll = &choice->roll;
    double sum = OWN_OPINION, weight = OWN_OPINION;
    for (int i = 0; i < roll->origins && choice->tried; i++) {
        double ratio = 0;
        int count = 0;
        for (int h = 0; h < roll->length; h++) {
            double error = roll->actual[i * roll->length + h] - choice->tried[i * roll->length + h];
            if (!isnan(error) && variances[h] > 0)
                ratio += error * error / variances[h], count++;
        }
        if (count)
            sum += ratio / count, weight++;
    }
    return fmin(fmax(sqrt(sum / weight), NARROWEST), WIDEST);
}

/* Moves the paths about the forecast. Where the model's errors are relative, and so are the paths; the season
 * that was taken out comes back as a factor of what differs. */
static void
centre_paths(const struct task *task, const struct choice *choice, const struct ets *ets,
             struct paths *paths)
{
    int horizon = paths->horizon;
    double *means = arena_array(task->arena, (size_t)horizon, sizeof(double));
    double *variances = arena_array(task->arena, (size_t)horizon, sizeof(double));
    double *factors = arena_array(task->arena, (size_t)horizon, sizeof(double));
    bool adjusted = ets->m == 1 && task->adjusted.index && task->adjusted.times;
    for (int h = 0; h < horizon; h++) {
        moments(paths, h, &means[h], &variances[h]);
        factors[h] = adjusted ? task->adjusted.index[(task->n + h) % task->m] : 1;
        if (ets->form.relative && means[h] > 0 && choice->mean[h] > 0)
            factors[h] = fmin(choice->mean[h] / means[h], 10);
        variances[h] *= factors[h] * factors[h];
    }
    double wide = widening(choice, variances);
    for (int i = 0; i < paths->count; i++) {
        double *path = paths->values + (size_t)i * (size_t)horizon;
        for (int h = 0; h < horizon; h++)
            path[h] = choice->mean[h] + wide * factors[h] * (path[h] - means[h]);
    }
}

/* ---- intermittent demand, and too little to have errors ---- */

static double
variance_of(const struct task *task, const struct choice *choice)
{
    double mean = 0, squares = 0;
    int count = 0;
    for (int t = 0; t < task->n; t++) {
        if (isnan(task->y[t]))
            continue;
        double delta = task->y[t] - mean;
        mean += delta / ++count;
        squares += delta * (task->y[t] - mean);
    }
    double variance = count > 1 ? squares / (count - 1) : 0;
    if (!choice->tried)
        return variance;
    struct roll_error error = roll_error(&choice->roll, choice->tried);
    return error.count ? (variance + error.mse) / 2 : variance;
}

/* Counts: Poisson about a gamma, which is the negative binomial; the level itself is not sure. */
static void
draw_counts(const struct choice *choice, double variance, double unit, struct rng *rng,
            struct paths *paths)
{
    for (int i = 0; i < paths->count; i++) {
        double *path = paths->values + (size_t)i * (size_t)paths->horizon;
        double level = draw_gamma(rng, 1, 0);
        for (int h = 0; h < paths->horizon; h++) {
            double mean = fmax(choice->mean[h], 0) / unit, square = variance / unit / unit;
            if (h == 0 && mean > 0)
                level = draw_gamma(rng, 1, fmin(LEVEL_SHARE * square / mean / mean, 1));
            double rate = draw_gamma(rng, mean * level, fmax(square - mean, 0));
            path[h] = draw_poisson(rng, rate) * unit;
        }
    }
}

/* Amounts: with the chance of demand one of the sizes seen, so that the mean is the forecast's. */
static void
draw_sizes(const struct task *task, const struct choice *choice, struct rng *rng,
           struct paths *paths)
{
    double *seen = arena_array(task->arena, (size_t)task->n + 1, sizeof(double)), sum = 0;
    int count = 0;
    for (int t = 0; t < task->n; t++)
        if (!isnan(task->y[t]))
            sum += seen[count++] = task->y[t];
    double mean = count ? sum / count : 0;
    for (int i = 0; i < paths->count; i++) {
        for (int h = 0; h < paths->horizon; h++) {
            double drawn = count ? seen[rng_below(rng, (uint32_t)count)] : 0;
            double *value = &paths->values[(size_t)i * (size_t)paths->horizon + (size_t)h];
            *value = mean > 0 ? drawn * choice->mean[h] / mean : choice->mean[h] + drawn - mean;
        }
    }
}

double *
spread_paths(const struct task *task, const struct demand *demand, const struct choice *choice,
             struct memory *memory, int horizon, double unit, uint64_t seed)
{
    struct paths paths = {.count = SPREAD_PATHS, .horizon = horizon};
    struct rng rng;
    rng_seed(&rng, seed);
    paths.values = arena_array(task->arena, (size_t)SPREAD_PATHS * (size_t)horizon, sizeof(double));
    struct ets *ets = &memory->ets[MEMORY_ETS];
    double *unused = arena_array(task->arena, (size_t)horizon, sizeof(double));
    bool few = demand->seen < ERRORS_LEAST || demand_is_intermittent(demand);
    if (!few && ets->count == 0)
        few = !method_ets(task, memory, horizon, unused);
    if (!few) {
        draw_paths(task, ets, &rng, &paths);
        centre_paths(task, choice, ets, &paths);
    } else if (demand->whole && !demand->negative) {
        draw_counts(choice, variance_of(task, choice), unit, &rng, &paths);
    } else {
        draw_sizes(task, choice, &rng, &paths);
    }
    return paths.values;
}
