#include "forecast/ces.h"

#include <math.h>
#include <stddef.h>

#include "forecast/simplex.h"

enum { EVALUATIONS = 160, WARM_EVALUATIONS = 60, START = 10 };
#define TOLERANCE 1e-7

struct data {
    const double *y;
    int n;
};

struct state {
    double l, c;
};

static void
step(const struct ces *ces, struct state *state, double error)
{
    double l = state->l, c = state->c;
    state->l = l - (1 - ces->a1) * c + (ces->a0 - ces->a1) * error;
    state->c = l + (1 - ces->a0) * c + (ces->a0 + ces->a1) * error;
}

static double
pass(const struct data *data, const struct ces *ces, int by, struct state *state)
{
    double squares = 0;
    int count = 0, t = by > 0 ? 0 : data->n - 1;
    for (int left = data->n; left > 0; left--, t += by) {
        double error = data->y[t] - state->l;
        if (isnan(error))
            error = 0;
        else
            squares += error * error, count++;
        step(ces, state, error);
    }
    return count ? squares / count : 0;
}

/* A level to begin with; then c stands still where l does: c (1−α₁) = 0, so c = l (1/α₀)·… is left
 * to backcasting and starts from the level's own share. */
static struct state
rough_start(const struct data *data)
{
    double sum = 0;
    int count = 0;
    for (int t = 0; t < data->n && count < START; t++)
        if (!isnan(data->y[t]))
            sum += data->y[t], count++;
    double level = count ? sum / count : 0;
    return (struct state){level, level / 1.1};
}

static double
run(const struct data *data, const struct ces *ces, struct state *state)
{
    *state = rough_start(data);
    pass(data, ces, 1, state);
    pass(data, ces, -1, state);
    return pass(data, ces, 1, state);
}

static double
badness(void *context, const double *at)
{
    struct state state;
    struct ces ces = {at[0], at[1], 0};
    double value = run(context, &ces, &state);
    return isfinite(value) ? value : INFINITY;
}

bool
ces_forecast(const double *y, int n, int horizon, struct ces *ces, double *mean)
{
    struct data data = {y, n};
    struct state state;
    bool warm = ces->a0 > 0;
    struct simplex simplex = {
        .function = badness,
        .context = &data,
        .count = 2,
        .low = {0.01, 0.01},
        .high = {2.5, 1.99},
        .step = {0.2, 0.05},
        .evaluations = warm ? WARM_EVALUATIONS : EVALUATIONS,
        .tolerance = TOLERANCE,
    };
    double at[SIMPLEX_MOST] = {warm ? ces->a0 : 1.3, warm ? ces->a1 : 1.0};
    if (n < 6)
        return false;
    ces->mse = simplex_find(&simplex, at);
    ces->a0 = at[0], ces->a1 = at[1];
    ces->mse = run(&data, ces, &state);
    for (int h = 0; h < horizon; h++) {
        mean[h] = state.l;
        step(ces, &state, 0);
    }
    return isfinite(ces->mse) && (horizon == 0 || isfinite(mean[horizon - 1]));
}
