#include "forecast/score.h"

#include <math.h>

/* The mean of |y(t) − y(t−lag)| to that power; 0: cannot be told. */
static double
mean_step(const double *y, int n, int lag, bool squared)
{
    double sum = 0;
    int count = 0;
    for (int t = lag; t < n; t++) {
        double step = fabs(y[t] - y[t - lag]);
        if (!isnan(step))
            sum += squared ? step * step : step, count++;
    }
    return count ? sum / count : 0;
}

static double
mean_size(const double *y, int n)
{
    double sum = 0;
    int count = 0;
    for (int t = 0; t < n; t++)
        if (!isnan(y[t]))
            sum += fabs(y[t]), count++;
    return count ? sum / count : 0;
}

static double
pinball(double value, double quantile, double p)
{
    return value >= quantile ? p * (value - quantile) : (1 - p) * (quantile - value);
}

static void
add(struct score *score, enum score_measure measure, double value)
{
    if (!isfinite(value))
        return;
    score->sum[measure] += value;
    score->count[measure]++;
}

struct errors {
    double absolute, squares, signed_sum, relative, inside, pinball;
    int count;
};

static void
add_step(struct errors *errors, double came, const struct forecast *forecast, int h)
{
    static const double LEVELS[] = {0.1, 0.5, 0.9};
    double error = forecast->mean[h] - came, size = fabs(forecast->mean[h]) + fabs(came), at[3];
    forecast_quantiles(forecast, h, 1, LEVELS, 3, at);
    errors->absolute += fabs(error);
    errors->squares += error * error;
    errors->signed_sum += error;
    errors->relative += size > 0 ? 200 * fabs(error) / size : 0;
    errors->inside += came >= at[0] && came <= at[2];
    for (int i = 0; i < 3; i++)
        errors->pinball += pinball(came, at[i], LEVELS[i]) / 3;
    errors->count++;
}

void
score_add(struct score *score, const double *history, int n, int m, const double *came,
          const struct forecast *forecast)
{
    struct errors errors = {0};
    for (int h = 0; h < forecast->horizon; h++)
        if (!isnan(came[h]))
            add_step(&errors, came[h], forecast, h);
    if (errors.count == 0)
        return;
    double size = mean_size(history, n), count = errors.count;
    add(score, SCORE_MASE, errors.absolute / count / mean_step(history, n, m, false));
    add(score, SCORE_SMAPE, errors.relative / count);
    add(score, SCORE_RMSSE, sqrt(errors.squares / count / mean_step(history, n, 1, true)));
    add(score, SCORE_BIAS, errors.signed_sum / count / size);
    add(score, SCORE_SUM_ERROR, fabs(errors.signed_sum) / count / size);
    add(score, SCORE_COVERAGE, errors.inside / count);
    add(score, SCORE_PINBALL, errors.pinball / count / size);
}

void
score_join(struct score *whole, const struct score *series)
{
    for (int i = 0; i < SCORE_MEASURES; i++)
        add(whole, (enum score_measure)i, score_mean(series, (enum score_measure)i));
}

double
score_mean(const struct score *score, enum score_measure measure)
{
    return score->count[measure] ? score->sum[measure] / (double)score->count[measure] : NAN;
}
