#include "forecast/decompose.h"

#include <math.h>
#include <string.h>

enum { HARMONICS = 3, PLACES_MOST = 24 };
#define CONFIDENCE 1.6448536269514722 /* normal, 95 % on one side */
#define INDEX_LEAST 0.01

/* ---- is there a season ---- */

static double
mean_of(const double *y, int n)
{
    double sum = 0;
    int count = 0;
    for (int t = 0; t < n; t++)
        if (!isnan(y[t]))
            sum += y[t], count++;
    return count ? sum / count : 0;
}

/* The sum of products; of missing ones as if they were as the others. */
static double
covariance(const double *y, int n, int lag, double mean)
{
    double sum = 0;
    int known = 0;
    for (int t = lag; t < n; t++) {
        double product = (y[t] - mean) * (y[t - lag] - mean);
        if (!isnan(product))
            sum += product, known++;
    }
    return known ? sum * (n - lag) / known : 0;
}

bool
season_is_there(const double *y, int n, int m)
{
    if (m < 2 || n < 3 * m)
        return false;
    double mean = mean_of(y, n), variance = covariance(y, n, 0, mean), before = 0;
    if (!(variance > 0))
        return false;
    for (int lag = 1; lag < m; lag++) {
        double r = covariance(y, n, lag, mean) / variance;
        before += r * r;
    }
    double at = covariance(y, n, m, mean) / variance;
    return fabs(at) > CONFIDENCE * sqrt((1 + 2 * before) / n);
}

/* ---- indices ---- */

/* The centred average at t over one season; NaN at the ends, or if less than half is there. */
static double
centred(const double *y, int n, int m, int t)
{
    int half = m / 2;
    double sum = 0, weights = 0;
    if (t < half || t + half >= n)
        return NAN;
    for (int at = t - half; at <= t + half; at++) {
        double weight = m % 2 == 0 && (at == t - half || at == t + half) ? 0.5 : 1;
        if (!isnan(y[at]))
            sum += weight * y[at], weights += weight;
    }
    return weights * 2 >= m ? sum / weights : NAN;
}

struct places {
    double *mean, *variance; /* of what differs from the trend, by place */
    int *count;
    int m;
};

static void
gather(struct places *places, const double *y, int n, bool times)
{
    int m = places->m;
    for (int t = 0; t < n; t++) {
        double trend = centred(y, n, m, t);
        double part = times ? y[t] / trend : y[t] - trend;
        if (!isfinite(part))
            continue;
        int place = t % m, count = ++places->count[place];
        double delta = part - places->mean[place];
        places->mean[place] += delta / count;
        places->variance[place] += delta * (part - places->mean[place]);
    }
}

/* James and Stein: the nearer to none, the smaller the indices are beside their own errors. */
static void
shrink_indices(const struct places *places, double *index, double neutral)
{
    int m = places->m, free = 0;
    double noise = 0, spread = 0, counts = 0;
    for (int i = 0; i < m; i++) {
        noise += places->variance[i];
        free += places->count[i] > 1 ? places->count[i] - 1 : 0;
        counts += places->count[i];
        spread += (index[i] - neutral) * (index[i] - neutral);
    }
    if (m < 4 || free < 1 || !(spread > 0))
        return;
    double error = noise / free / (counts / m); /* variance of an index */
    double weight = fmin(1, (m - 3) * error / spread);
    for (int i = 0; i < m; i++)
        index[i] = neutral + (1 - weight) * (index[i] - neutral);
}

static void
keep_harmonics(double *index, int m, double neutral, double *smooth)
{
    for (int i = 0; i < m; i++)
        smooth[i] = neutral;
    for (int k = 1; k <= HARMONICS; k++) {
        double turn = 2 * M_PI * k / m, a = 0, b = 0;
        for (int i = 0; i < m; i++)
            a += index[i] * cos(turn * i) * 2 / m, b += index[i] * sin(turn * i) * 2 / m;
        for (int i = 0; i < m; i++)
            smooth[i] += a * cos(turn * i) + b * sin(turn * i);
    }
    memcpy(index, smooth, (size_t)m * sizeof *index);
}

static bool
fit_for_times(const double *y, int n)
{
    for (int t = 0; t < n; t++)
        if (y[t] <= 0)
            return false;
    return true;
}

double *
season_indices(const double *y, int n, int m, bool times, bool shrink, struct arena *arena)
{
    if (m < 2 || n < 2 * m || (times && !fit_for_times(y, n)))
        return NULL;
    struct places places = {arena_array(arena, (size_t)m, sizeof(double)),
                            arena_array(arena, (size_t)m, sizeof(double)),
                            arena_array(arena, (size_t)m, sizeof(int)), m};
    double neutral = times, sum = 0;
    double *index = places.mean;
    gather(&places, y, n, times);
    for (int i = 0; i < m; i++) {
        if (places.count[i] == 0)
            index[i] = neutral;
        sum += index[i] / m;
    }
    if (times && !(sum > 0))
        return NULL;
    for (int i = 0; i < m; i++)
        index[i] = times ? index[i] / sum : index[i] - sum;
    if (m > PLACES_MOST)
        keep_harmonics(index, m, neutral, arena_array(arena, (size_t)m, sizeof(double)));
    else if (shrink)
        shrink_indices(&places, index, neutral);
    for (int i = 0; i < m && times; i++)
        index[i] = fmax(index[i], INDEX_LEAST);
    return index;
}

/* ---- without the season ---- */

void
season_adjust(const double *y, int n, int m, bool anyway, struct arena *arena,
              struct adjusted *adjusted)
{
    *adjusted = (struct adjusted){.y = y, .n = n, .m = m, .times = true};
    if (!anyway && !season_is_there(y, n, m))
        return;
    adjusted->index = season_indices(y, n, m, true, true, arena);
    if (!adjusted->index) {
        adjusted->times = false;
        adjusted->index = season_indices(y, n, m, false, true, arena);
    }
    if (!adjusted->index)
        return;
    double *without = arena_array(arena, (size_t)n, sizeof *without);
    for (int t = 0; t < n; t++) {
        double index = adjusted->index[t % m];
        without[t] = adjusted->times ? y[t] / index : y[t] - index;
    }
    adjusted->y = without;
}

void
season_restore(const struct adjusted *adjusted, int horizon, double *mean)
{
    for (int h = 0; h < horizon && adjusted->index; h++) {
        double index = adjusted->index[(adjusted->n + h) % adjusted->m];
        mean[h] = adjusted->times ? mean[h] * index : mean[h] + index;
    }
}
