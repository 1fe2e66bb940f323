#include "forecast/ets.h"

#include <math.h>
#include <string.h>

#include "forecast/simplex.h"

enum { EVALUATIONS = 160, WARM_EVALUATIONS = 60, FORMS = 15 };
#define TOLERANCE 1e-6
#define ALPHA_LEAST 1e-4
#define PHI_LEAST 0.8
#define PHI_MOST 0.98
#define TINY 1e-9

struct sums {
    double squares, relative, logs;
    int count;
    bool broken; /* a forecast at which the form has no meaning */
};

/* The logarithm of a product is taken once in a while only: it is half the cost of a pass. */
static inline void
add_log(double *product, double factor, double *logs)
{
    *product *= factor;
    if (*product < 1e-150 || *product > 1e150) {
        *logs += log(*product);
        *product = 1;
    }
}

/*
 * One way over the data, forward (by = 1) or backward (by = -1). Inlined once for each of the nine forms, so
 * that the loop holds no question about it.
 */
static inline __attribute__((always_inline)) void
pass(const struct ets *ets, const struct ets_data *data, enum ets_trend trend,
     enum ets_season season, int by, struct ets_state *state, struct sums *sums, double *errors)
{
    const double alpha = ets->alpha, beta = ets->beta, gamma = ets->gamma;
    const double phi = trend == ETS_DAMPED ? ets->phi : 1;
    double level = state->level, slope = state->slope, product = 1;
    int t = by > 0 ? 0 : data->n - 1, place = season == ETS_FLAT ? 0 : t % data->m;
    for (int left = data->n; left > 0; left--, t += by) {
        double s = season == ETS_FLAT ? 0 : state->season[place];
        double drift = trend == ETS_LEVEL ? 0 : phi * slope, q = level + drift;
        double fitted = season == ETS_TIMES ? q * s : q + s;
        double error = data->y[t] - fitted;
        bool known = error == error;
        if (known && sums) {
            double positive = fabs(fitted) + TINY, part = error / positive;
            sums->broken |= fitted <= 0;
            sums->squares += error * error;
            sums->relative += part * part;
            sums->count++;
            add_log(&product, positive, &sums->logs);
        }
        if (errors)
            errors[t] = known && ets->form.relative ? error / (fabs(fitted) + TINY) : error;
        error = known ? error : 0;
        double part = season == ETS_TIMES ? error / (fabs(s) + TINY) : error;
        level = q + alpha * part;
        if (trend != ETS_LEVEL)
            slope = drift + beta * part;
        if (season == ETS_ADDED)
            state->season[place] = s + gamma * error;
        else if (season == ETS_TIMES)
            state->season[place] = s + gamma * error / (fabs(q) + TINY);
        if (season != ETS_FLAT) {
            place += by;
            place = place == data->m ? 0 : place < 0 ? data->m - 1 : place;
        }
    }
    state->level = level;
    state->slope = slope;
    if (sums)
        sums->logs += log(product);
}

static void
run(const struct ets *ets, const struct ets_data *data, int by, struct ets_state *state,
    struct sums *sums, double *errors)
{
#define PASS(trend, season)                                                                        \
    case (trend)*3 + (season):                                                                     \
        pass(ets, data, trend, season, by, state, sums, errors);                                   \
        break
    switch (ets->form.trend * 3 + (int)ets->form.season) {
        PASS(ETS_LEVEL, ETS_FLAT);
        PASS(ETS_LEVEL, ETS_ADDED);
        PASS(ETS_LEVEL, ETS_TIMES);
        PASS(ETS_TREND, ETS_FLAT);
        PASS(ETS_TREND, ETS_ADDED);
        PASS(ETS_TREND, ETS_TIMES);
        PASS(ETS_DAMPED, ETS_FLAT);
        PASS(ETS_DAMPED, ETS_ADDED);
        PASS(ETS_DAMPED, ETS_TIMES);
    }
#undef PASS
}

/* ---- the start ---- */

static double
adjusted(const struct ets_data *data, enum ets_season season, int t)
{
    if (season == ETS_FLAT)
        return data->y[t];
    double index = data->index[season][t % data->m];
    return season == ETS_ADDED ? data->y[t] - index : data->y[t] / index;
}

/* Level and slope by least squares over the first two seasons, or ten periods. */
static void
rough_start(const struct ets_data *data, struct ets_form form, struct ets_state *state)
{
    int most = data->m > 5 ? 2 * data->m : 10;
    double count = 0, t_sum = 0, y_sum = 0, tt = 0, ty = 0;
    for (int t = 0; t < data->n && count < most; t++) {
        double y = adjusted(data, form.season, t);
        if (isnan(y))
            continue;
        count++;
        t_sum += t, y_sum += y, tt += (double)t * t, ty += t * y;
    }
    double below = count * tt - t_sum * t_sum;
    double slope = form.trend != ETS_LEVEL && below > 0 ? (count * ty - t_sum * y_sum) / below : 0;
    state->slope = slope;
    state->level = count > 0 ? (y_sum - slope * t_sum) / count - slope : 0;
    if (form.season != ETS_FLAT)
        memcpy(state->season, data->index[form.season], (size_t)data->m * sizeof(double));
}

/* Forward, and backward to before the first period. */
static void
backcast(const struct ets *ets, const struct ets_data *data, struct ets_state *state)
{
    run(ets, data, 1, state, NULL, NULL);
    state->slope = -state->slope;
    run(ets, data, -1, state, NULL, NULL);
    if (ets->form.trend != ETS_LEVEL)
        state->level += (ets->form.trend == ETS_DAMPED ? ets->phi : 1) * state->slope;
    state->slope = -state->slope;
}

/* ---- the search ---- */

struct search {
    const struct ets_data *data;
    struct ets *ets;
    struct ets_state rough;
};

/* What is searched: α, β/α, γ/(1−α), φ, those that the form has. */
static void
set_parameters(struct ets *ets, const double *at)
{
    int i = 0;
    ets->alpha = at[i++];
    ets->beta = ets->form.trend != ETS_LEVEL ? at[i++] * ets->alpha : 0;
    ets->gamma = ets->form.season != ETS_FLAT ? at[i++] * (1 - ets->alpha) : 0;
    ets->phi = ets->form.trend == ETS_DAMPED ? at[i++] : 1;
}

static double
deviance(const struct ets_form *form, const struct sums *sums)
{
    double n = sums->count;
    if (!form->relative)
        return n * log(sums->squares + TINY * TINY);
    if (sums->broken)
        return INFINITY;
    return n * log(sums->relative + TINY * TINY) + 2 * sums->logs;
}

static double
badness(void *context, const double *at)
{
    struct search *search = context;
    struct ets *ets = search->ets;
    struct ets_state state = search->rough;
    struct sums sums = {0};
    set_parameters(ets, at);
    backcast(ets, search->data, &state);
    run(ets, search->data, 1, &state, &sums, NULL);
    double value = deviance(&ets->form, &sums);
    return isnan(value) ? INFINITY : value;
}

static void
describe_search(struct simplex *simplex, const struct ets *ets, double *at)
{
    bool warm = ets->alpha > 0;
    int i = 0;
#define VARY(start, least, most, by)                                                               \
    (at[i] = (start), simplex->low[i] = (least), simplex->high[i] = (most),                        \
     simplex->step[i++] = (by))
    VARY(warm ? ets->alpha : 0.25, ALPHA_LEAST, 1 - ALPHA_LEAST, 0.2);
    if (ets->form.trend != ETS_LEVEL)
        VARY(warm ? ets->beta / ets->alpha : 0.1, ALPHA_LEAST, 1 - ALPHA_LEAST, 0.15);
    if (ets->form.season != ETS_FLAT)
        VARY(warm ? ets->gamma / (1 - ets->alpha) : 0.1, ALPHA_LEAST, 1 - ALPHA_LEAST, 0.15);
    if (ets->form.trend == ETS_DAMPED)
        VARY(warm ? ets->phi : 0.95, PHI_LEAST, PHI_MOST, -0.05);
#undef VARY
    simplex->count = i;
    simplex->evaluations = warm ? WARM_EVALUATIONS : EVALUATIONS;
    simplex->tolerance = TOLERANCE;
}

static double
corrected_aic(const struct ets *ets, double least, int count)
{
    const struct ets_form *form = &ets->form;
    int k = 2 + 1 + (form->trend != ETS_LEVEL) * 2 + (form->trend == ETS_DAMPED) +
            (form->season != ETS_FLAT) * ets->m;
    if (count <= k + 1)
        return INFINITY;
    return least + 2.0 * k + 2.0 * k * (k + 1) / (count - k - 1);
}

static void
finish(struct search *search, double least)
{
    struct ets *ets = search->ets;
    const struct ets_data *data = search->data;
    struct sums sums = {0};
    ets->start = search->rough;
    backcast(ets, data, &ets->start);
    ets->state = ets->start;
    ets->errors = arena_array(data->arena, (size_t)data->n, sizeof(double));
    run(ets, data, 1, &ets->state, &sums, ets->errors);
    ets->count = data->n;
    ets->next = data->n % (data->m > 0 ? data->m : 1);
    ets->aicc = corrected_aic(ets, least, sums.count);
    double free = sums.count > 4 ? sums.count - 2 : 1;
    ets->sigma = sqrt((ets->form.relative ? sums.relative : sums.squares) / free);
    ets->mse = sums.count ? sums.squares / sums.count : 0;
}

bool
ets_fit(const struct ets_data *data, struct ets_form form, struct ets *ets)
{
    struct search search = {.data = data, .ets = ets};
    struct simplex simplex = {.function = badness, .context = &search};
    double at[SIMPLEX_MOST];
    ets->form = form;
    ets->m = data->m;
    if (form.season != ETS_FLAT && (!data->index[form.season] || data->m > ETS_SEASON_MOST))
        return false;
    rough_start(data, form, &search.rough);
    describe_search(&simplex, ets, at);
    double least = simplex_find(&simplex, at);
    if (!isfinite(least))
        return false;
    set_parameters(ets, at);
    finish(&search, least);
    return isfinite(ets->state.level) && isfinite(ets->state.slope);
}

static bool
all_positive(const struct ets_data *data)
{
    for (int t = 0; t < data->n; t++)
        if (data->y[t] <= 0)
            return false;
    return true;
}

bool
ets_choose(const struct ets_data *data, bool seasonal, struct ets *best)
{
    bool positive = all_positive(data), found = false;
    for (int form = 0; form < 18; form++) {
        struct ets_form tried = {form % 2, (enum ets_trend)(form / 2 % 3),
                                 (enum ets_season)(form / 6)};
        struct ets ets = {0};
        if ((tried.relative && !positive) || (tried.season == ETS_TIMES && !tried.relative) ||
            (tried.season != ETS_FLAT && !seasonal))
            continue;
        if (ets_fit(data, tried, &ets) && (!found || ets.aicc < best->aicc)) {
            *best = ets;
            found = true;
        }
    }
    return found;
}

/* ---- what comes ---- */

void
ets_forecast(const struct ets *ets, int horizon, double *mean)
{
    double level = ets->state.level, slope = ets->state.slope;
    int place = ets->next;
    for (int h = 0; h < horizon; h++) {
        if (ets->form.trend != ETS_LEVEL) {
            slope *= ets->form.trend == ETS_DAMPED ? ets->phi : 1;
            level += slope;
        }
        double s = ets->form.season == ETS_FLAT ? 0 : ets->state.season[place];
        mean[h] = ets->form.season == ETS_TIMES ? level * s : level + s;
        place = place + 1 >= ets->m ? 0 : place + 1;
    }
}

void
ets_path(const struct ets *ets, int horizon, const double *errors, double *path)
{
    struct ets_state state = ets->state;
    enum ets_season season = ets->form.season;
    int place = ets->next;
    for (int h = 0; h < horizon; h++) {
        double s = season == ETS_FLAT ? 0 : state.season[place];
        double drift = ets->form.trend == ETS_LEVEL ? 0 : ets->phi * state.slope;
        double q = state.level + drift, fitted = season == ETS_TIMES ? q * s : q + s;
        double error = ets->form.relative ? errors[h] * fitted : errors[h];
        double part = season == ETS_TIMES ? error / (fabs(s) + TINY) : error;
        path[h] = fitted + error;
        state.level = q + ets->alpha * part;
        state.slope = drift + ets->beta * part;
        if (season != ETS_FLAT)
            state.season[place] =
                s + ets->gamma * (season == ETS_TIMES ? error / (fabs(q) + TINY) : error);
        place = place + 1 >= ets->m ? 0 : place + 1;
    }
}

const char *
ets_name(struct ets_form form)
{
    static const char *const NAMES[] = {
        "ANN", "MNN",  "AAN",  "MAN", "AAdN", "MAdN", "ANA", "MNA",  "AAA",
        "MAA", "AAdA", "MAdA", "ANM", "MNM",  "AAM",  "MAM", "AAdM", "MAdM",
    };
    return NAMES[(int)form.season * 6 + (int)form.trend * 2 + form.relative];
}
