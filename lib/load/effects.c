#include "load/effects.h"

#include <math.h>
#include <string.h>

#include "base/day.h"

enum { ROUNDS = 12, SPARSE = 16, KNOWN_LEAST = 14 };
#define WEEKDAY_SD 1.0
#define BEND_SD 0.15
#define KNOT_SD 3.0
#define ETA_MOST 14.0
#define BETA_MOST 2.5

/* Unknowns: weekdays, knots, effects. */
struct fit {
    const struct effects_task *task;
    int knots, size;
    double base; /* logarithm of the mean, taken out */
    double b[EFFECTS_MOST], prior[EFFECTS_MOST];
    double a[EFFECTS_MOST][EFFECTS_MOST], right[EFFECTS_MOST];
};

/* What of a day is not nought. */
struct line {
    int at[SPARSE];
    double by[SPARSE];
    int count;
};

static void
put(struct line *line, int at, double by)
{
    if (by != 0 && line->count < SPARSE) {
        line->at[line->count] = at;
        line->by[line->count++] = by;
    }
}

static void
line_of(const struct fit *fit, int t, struct line *line)
{
    const struct effects_task *task = fit->task;
    int knot = t / EFFECTS_KNOT_DAYS;
    double part = (double)(t % EFFECTS_KNOT_DAYS) / EFFECTS_KNOT_DAYS;
    line->count = 0;
    if (knot > fit->knots - 2) {
        knot = fit->knots - 2;
        part = 1;
    }
    put(line, day_weekday(task->first + t) - 1, 1);
    put(line, EFFECTS_WEEK + knot, 1 - part);
    put(line, EFFECTS_WEEK + knot + 1, part);
    for (int k = 0; k < task->count; k++)
        if (task->sd[k] > 0)
            put(line, EFFECTS_WEEK + fit->knots + k,
                task->x[(size_t)t * (size_t)task->count + (size_t)k]);
}

/* What is known without the unknowns: the offset, and effects that stay as they are. */
static double
known_of(const struct fit *fit, int t)
{
    const struct effects_task *task = fit->task;
    double known = fit->base + (task->offset ? task->offset[t] : 0);
    for (int k = 0; k < task->count; k++)
        if (task->sd[k] <= 0)
            known += fit->b[EFFECTS_WEEK + fit->knots + k] *
                     task->x[(size_t)t * (size_t)task->count + (size_t)k];
    return known;
}

static double
sum_of(const struct fit *fit, const struct line *line)
{
    double sum = 0;
    for (int i = 0; i < line->count; i++)
        sum += fit->b[line->at[i]] * line->by[i];
    return sum;
}

static bool
is_known(const struct effects_task *task, int t)
{
    return !isnan(task->y[t]) && (!task->offset || isfinite(task->offset[t]));
}

/* Penalties: of each unknown about its prior, and of the bends of the level. */
static void
penalise(struct fit *fit)
{
    const struct effects_task *task = fit->task;
    double bend = 1 / (BEND_SD * BEND_SD);
    memset(fit->a, 0, sizeof fit->a);
    memset(fit->right, 0, sizeof fit->right);
    for (int i = 0; i < fit->size; i++) {
        int k = i - EFFECTS_WEEK - fit->knots;
        double sd = i < EFFECTS_WEEK ? WEEKDAY_SD : k < 0 ? KNOT_SD : task->sd[k];
        double weight = sd > 0 ? 1 / (sd * sd) : 1;
        fit->a[i][i] += weight;
        fit->right[i] += weight * fit->prior[i];
    }
    for (int i = EFFECTS_WEEK; i + 2 < EFFECTS_WEEK + fit->knots; i++) {
        static const double by[3] = {1, -2, 1};
        for (int r = 0; r < 3; r++)
            for (int c = 0; c < 3; c++)
                fit->a[i + r][i + c] += bend * by[r] * by[c];
    }
}

/* One day into the equations; gives its share of Pearson's χ². */
static double
take_day(struct fit *fit, int t, double dispersion)
{
    struct line line;
    line_of(fit, t, &line);
    double sum = sum_of(fit, &line);
    double eta = fmin(fmax(known_of(fit, t) + sum, -ETA_MOST), ETA_MOST), mu = exp(eta);
    double rest = fit->task->y[t] - mu, z = sum + fmin(fmax(rest / mu, -4), 4);
    double weight = mu / dispersion;
    for (int i = 0; i < line.count; i++) {
        for (int k = 0; k < line.count; k++)
            fit->a[line.at[i]][line.at[k]] += weight * line.by[i] * line.by[k];
        fit->right[line.at[i]] += weight * line.by[i] * z;
    }
    return rest * rest / mu;
}

/* Cholesky; false: the equations say nothing. */
static bool
solve(struct fit *fit)
{
    int n = fit->size;
    for (int i = 0; i < n; i++)
        for (int k = 0; k <= i; k++) {
            double sum = fit->a[i][k];
            for (int j = 0; j < k; j++)
                sum -= fit->a[i][j] * fit->a[k][j];
            if (i == k && !(sum > 0))
                return false;
            fit->a[i][k] = i == k ? sqrt(sum) : sum / fit->a[k][k];
        }
    for (int i = 0; i < n; i++) {
        for (int j = 0; j < i; j++)
            fit->right[i] -= fit->a[i][j] * fit->right[j];
        fit->right[i] /= fit->a[i][i];
    }
    for (int i = n - 1; i >= 0; i--) {
        for (int j = i + 1; j < n; j++)
            fit->right[i] -= fit->a[j][i] * fit->right[j];
        fit->right[i] /= fit->a[i][i];
    }
    return true;
}

static bool
begin(const struct effects_task *task, struct fit *fit)
{
    double sum = 0, exposed = 0;
    int known = 0;
    fit->task = task;
    fit->knots = task->n / EFFECTS_KNOT_DAYS + 2;
    fit->knots = fit->knots < EFFECTS_KNOTS ? fit->knots : EFFECTS_KNOTS;
    fit->size = EFFECTS_WEEK + fit->knots + task->count;
    for (int t = 0; t < task->n; t++)
        if (is_known(task, t)) {
            sum += task->y[t];
            exposed += task->offset ? exp(task->offset[t]) : 1;
            known++;
        }
    if (known < KNOWN_LEAST || !(sum > 0) || fit->size > EFFECTS_MOST)
        return false;
    fit->base = log(sum / exposed);
    for (int k = 0; k < task->count; k++)
        fit->prior[EFFECTS_WEEK + fit->knots + k] = task->centre ? task->centre[k] : 0;
    memcpy(fit->b, fit->prior, sizeof fit->b);
    return true;
}

static bool
iterate(struct fit *fit)
{
    const struct effects_task *task = fit->task;
    double dispersion = 1;
    for (int round = 0; round < ROUNDS; round++) {
        double chi = 0;
        int known = 0;
        penalise(fit);
        for (int t = 0; t < task->n; t++)
            if (is_known(task, t)) {
                chi += take_day(fit, t, dispersion);
                known++;
            }
        if (!solve(fit))
            return false;
        memcpy(fit->b, fit->right, sizeof fit->b);
        if (round >= 2)
            dispersion = fmax(chi / known, 1);
    }
    return true;
}

void
effects_learn(const struct effects_task *task, struct arena *arena, double *beta)
{
    struct fit *fit = arena_alloc(arena, sizeof *fit);
    for (int k = 0; k < task->count; k++)
        beta[k] = task->centre ? task->centre[k] : 0;
    if (!begin(task, fit) || !iterate(fit))
        return;
    for (int k = 0; k < task->count; k++) {
        double learnt = fit->b[EFFECTS_WEEK + fit->knots + k];
        if (task->sd[k] > 0 && isfinite(learnt))
            beta[k] = fmin(fmax(learnt, -BETA_MOST), BETA_MOST);
    }
}
