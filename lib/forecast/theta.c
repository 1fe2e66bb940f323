#include "forecast/theta.h"

#include <math.h>
#include <stddef.h>

#include "forecast/simplex.h"

enum { EVALUATIONS = 250, WARM_EVALUATIONS = 80, WARM_UP = 2 };
#define TOLERANCE 1e-7

struct walk {
    const double *y;
    int n, horizon;
    double *mean; /* NULL: only the squares are wanted */
    double scale;
};

struct line {
    double count, t, y, tt, ty;
};

/* The line through what was seen, at time t counted from 1: its intercept and slope. */
static void
least_squares(const struct line *line, double *a, double *b)
{
    double below = line->count * line->tt - line->t * line->t;
    *b = below > 0 ? (line->count * line->ty - line->t * line->y) / below : 0;
    *a = line->count > 0 ? (line->y - *b * line->t) / line->count : 0;
}

/* The mean of squares of one step; and the means ahead, where each forecast is taken for what came. */
static double
walk(const struct walk *walk, const struct theta *theta)
{
    struct line line = {0};
    double level = theta->level, weight = 1 - 1 / theta->theta, power = 1, squares = 0;
    double decay = 1 - theta->alpha;
    int count = 0;
    for (int t = 0; t < walk->n + walk->horizon; t++) {
        double a, b;
        least_squares(&line, &a, &b);
        double forecast = level + weight * (power * a + (1 - power * decay) / theta->alpha * b);
        double y = t < walk->n ? walk->y[t] : NAN;
        if (t == 0 && !isnan(y))
            forecast = level + weight * y;
        if (isnan(y))
            y = forecast;
        else if (t >= WARM_UP)
            squares += (y - forecast) * (y - forecast), count++;
        if (t >= walk->n && walk->mean)
            walk->mean[t - walk->n] = forecast;
        level = theta->alpha * y + decay * level;
        power *= decay;
        line.count++, line.t += t + 1, line.y += y, line.tt += (t + 1.0) * (t + 1.0);
        line.ty += (t + 1) * y;
    }
    return count ? squares / count : 0;
}

static double
badness(void *context, const double *at)
{
    const struct walk *data = context;
    struct walk within = {data->y, data->n, 0, NULL, data->scale};
    double value = walk(&within, &(struct theta){at[0], at[1], at[2], 0});
    return isfinite(value) ? value : INFINITY;
}

static double
first_of(const double *y, int n)
{
    for (int t = 0; t < n; t++)
        if (!isnan(y[t]))
            return y[t];
    return NAN;
}

bool
theta_forecast(const double *y, int n, int horizon, struct theta *theta, double *mean)
{
    struct walk data = {y, n, horizon, mean, 1};
    double first = first_of(y, n), size = fabs(first) > 0.1 ? fabs(first) : 1;
    bool warm = theta->alpha > 0;
    struct simplex simplex = {
        .function = badness,
        .context = &data,
        .count = 3,
        .low = {-10 * size - 10, 0.1, 1},
        .high = {10 * size + 10, 0.99, 1e4},
        .step = {0.25 * size, 0.2, 1},
        .evaluations = warm ? WARM_EVALUATIONS : EVALUATIONS,
        .tolerance = TOLERANCE,
    };
    double at[SIMPLEX_MOST] = {warm ? theta->level : first / 2, warm ? theta->alpha : 0.5,
                               warm ? theta->theta : 2};
    if (isnan(first) || n < 4)
        return false;
    theta->mse = simplex_find(&simplex, at);
    theta->level = at[0], theta->alpha = at[1], theta->theta = at[2];
    walk(&data, theta);
    return isfinite(theta->mse);
}
