#include "load/arrivals.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "db/sql.h"
#include "load/effects.h"

enum { WEEK = 7, FEAST_BEFORE = -4, FEAST_AFTER = 10, SHOW_DAYS = 365 };
#define POISSON_MOST 500.0
#define EVENT_SD 0.5
#define MONTH_SD 0.3
#define STORE_SD 0.15
#define SHOW_WEIGHT 20.0
#define SHOW_USUAL 0.8

/* ---- effects ---------------------------------------------------------------------------------- */

static int
days_of(const struct load_store *store, int64_t until)
{
    int64_t days = until - store->first;
    return days < 0 ? 0 : days > store->n ? store->n : (int)days;
}

/* How large a store is beside others. */
static double
size_of(const struct load_store *store, int n)
{
    double sum = 0;
    int count = 0;
    for (int t = 0; t < n; t++)
        if (!isnan(store->y[t])) {
            sum += store->y[t];
            count++;
        }
    return count ? sum / count : 0;
}

/* The sums of all stores, and beside them which part of those that there are is open. */
static int
add_up(const struct load *load, int64_t until, double *y, double *offset, double *x, int64_t *first)
{
    size_t width = (size_t)load->features.count;
    int n;
    *first = until;
    for (int i = 0; i < load->count; i++)
        if (days_of(&load->stores[i], until) > 0 && load->stores[i].first < *first)
            *first = load->stores[i].first;
    n = (int)(until - *first);
    double *open = arena_array(load->arena, (size_t)n + 1, sizeof(double));
    double *there = arena_array(load->arena, (size_t)n + 1, sizeof(double));
    for (int i = 0; i < load->count; i++) {
        const struct load_store *store = &load->stores[i];
        int days = days_of(store, until), at = (int)(store->first - *first);
        double size = size_of(store, days);
        for (int t = 0; t < days; t++) {
            there[at + t] += size;
            for (size_t k = 0; k < width; k++)
                x[(size_t)(at + t) * width + k] += size * store->x[(size_t)t * width + k];
            if (!isnan(store->y[t])) {
                y[at + t] += store->y[t];
                open[at + t] += size * store->open[t];
            }
        }
    }
    for (int t = 0; t < n; t++) {
        for (size_t k = 0; k < width && there[t] > 0; k++)
            x[(size_t)t * width + k] /= there[t];
        offset[t] = open[t] > 0 ? log(open[t] / there[t]) : -INFINITY;
    }
    return n;
}

static void
learn_chain(const struct load *load, int64_t until, double *sd, double *beta)
{
    size_t most = HISTORY_DAYS + 1, width = (size_t)load->features.count;
    double *y = arena_array(load->arena, most, sizeof(double));
    double *offset = arena_array(load->arena, most, sizeof(double));
    double *x = arena_array(load->arena, most * width, sizeof(double));
    struct effects_task task = {
        .y = y, .offset = offset, .x = x, .count = load->features.count, .sd = sd};
    task.n = add_up(load, until, y, offset, x, &task.first);
    for (int k = load->features.months; k < load->features.count; k++)
        sd[k] = task.n >= FEATURE_YEARS ? MONTH_SD : 0;
    effects_learn(&task, load->arena, beta);
}

static void
learn_store(const struct load *load, const struct load_store *store, int64_t until, double *sd,
            const double *centre, double *beta)
{
    int n = days_of(store, until);
    double *offset = arena_array(load->arena, (size_t)n + 1, sizeof(double));
    const struct effects_task task = {.first = store->first,
                                      .y = store->y,
                                      .offset = offset,
                                      .n = n,
                                      .x = store->x,
                                      .count = load->features.count,
                                      .centre = centre,
                                      .sd = sd};
    for (int t = 0; t < n; t++)
        offset[t] = store->open[t] > 0 ? log(store->open[t]) : -INFINITY;
    for (int k = load->features.months; k < load->features.count; k++)
        sd[k] = n >= FEATURE_YEARS ? STORE_SD : 0;
    effects_learn(&task, load->arena, beta);
}

void
arrivals_learn(const struct load *load, int64_t until, struct arrivals_effects *effects)
{
    int width = load->features.count, alone = 0;
    double *sd = arena_array(load->arena, (size_t)width, sizeof(double));
    effects->chain = arena_array(load->arena, (size_t)width, sizeof(double));
    effects->stores = arena_array(load->arena, (size_t)load->count + 1, sizeof(double *));
    for (int k = 0; k < width; k++)
        sd[k] = EVENT_SD;
    learn_chain(load, until, sd, effects->chain);
    for (int i = 0; i < load->count; i++)
        alone += days_of(&load->stores[i], until) > 0;
    for (int k = 0; k < width; k++)
        sd[k] = STORE_SD;
    for (int i = 0; i < load->count; i++) {
        effects->stores[i] = effects->chain;
        if (alone < 2 || days_of(&load->stores[i], until) == 0)
            continue; /* the chain is this store */
        effects->stores[i] = arena_array(load->arena, (size_t)width, sizeof(double));
        learn_store(load, &load->stores[i], until, sd, effects->chain, effects->stores[i]);
    }
}

/* ---- days ------------------------------------------------------------------------------------- */

/* Whether on the days as far from 春节 before `n` the store was idle each time, and that was seen. */
static bool
was_idle(const struct load *load, const struct load_store *store, int n, int distance)
{
    int seen = 0;
    for (int i = 0; i < load->calendar.spring_count; i++) {
        int64_t t = load->calendar.springs[i] + distance - store->first;
        if (t < 0 || t >= n)
            continue;
        if (!store->idle[t] && store->open[t] > 0)
            return false;
        seen += store->idle[t];
    }
    return seen > 0;
}

static bool
is_feast(const struct load *load, const struct load_store *store, int n, int64_t day)
{
    int distance;
    if (!calendar_spring(&load->calendar, day, &distance) || distance < FEAST_BEFORE ||
        distance > FEAST_AFTER)
        return false;
    for (int i = 0; i < store->hours.closure_count; i++)
        if (store->hours.closures[i].day == day && store->hours.closures[i].open)
            return false;
    return was_idle(load, store, n, distance);
}

static double
factor_of(const struct load *load, const struct load_store *store, const double *beta, int t)
{
    const double *x = store->x + (size_t)t * (size_t)load->features.count;
    double sum = 0;
    for (int k = 0; k < load->features.count; k++)
        sum += beta[k] * x[k];
    return exp(fmin(fmax(sum, -4), 4));
}

void
arrivals_forecast(const struct load *load, int index, int64_t until, int horizon,
                  const struct arrivals_effects *effects, struct arrivals *arrivals)
{
    const struct load_store *store = &load->stores[index];
    int n = days_of(store, until), skip = n ? 0 : (int)(until - store->first);
    double *scale = arena_array(load->arena, (size_t)(n + horizon), sizeof(double));
    const struct forecast_regressor regressor = {FORECAST_SCALE, scale};
    const struct forecast_series series = {store->y, n, &regressor, 1};
    const struct forecast_options options = {
        .horizon = horizon, .frequency = WEEK, .method = FORECAST_AUTO, .seed = 1};
    *arrivals = (struct arrivals){.first = until, .horizon = horizon, .scale = scale + n};
    arrivals->feast = arena_array(load->arena, (size_t)horizon, sizeof(bool));
    for (int t = 0; t < n + horizon; t++) {
        bool feast = t >= n && is_feast(load, store, n, until + t - n);
        if (t >= n)
            arrivals->feast[t - n] = feast;
        scale[t] = feast ? 0
                         : store->open[t + skip] *
                               factor_of(load, store, effects->stores[index], t + skip);
    }
    forecast_run(&series, &options, load->arena, &arrivals->forecast);
}

/* ---- what is booked --------------------------------------------------------------------------- */

int
arrivals_read_show(const struct load *load, struct load_store *store, struct err *err)
{
    const struct db_value values[] = {db_int(store->id), db_int(load->until - SHOW_DAYS),
                                      db_int(load->until)};
    struct db_stmt *stmt;
    int found = sql_first(load->db, &stmt, SQL_LOAD_SHOWN, values, 3, err);
    if (found < 0)
        return -1;
    double came = found ? (double)db_get_int(stmt, 0) : 0,
           missed = found ? (double)db_get_int(stmt, 1) : 0;
    store->show = (came + SHOW_WEIGHT * SHOW_USUAL) / (came + missed + SHOW_WEIGHT);
    if (found)
        db_finish(stmt);
    return 0;
}

void
arrivals_raise(const struct load_store *store, struct arrivals *arrivals)
{
    struct forecast *forecast = &arrivals->forecast;
    for (int h = 0; h < arrivals->horizon && h < store->ahead && store->booked; h++) {
        if (store->open[store->n + h] <= 0)
            continue;
        double least = store->booked[h] * store->show;
        forecast->mean[h] = fmax(forecast->mean[h], least);
        for (int i = 0; i < forecast->path_count; i++) {
            double *value = &forecast->paths[(size_t)i * (size_t)forecast->horizon + (size_t)h];
            *value = fmax(*value, least);
        }
    }
}

/* ---- hours ------------------------------------------------------------------------------------ */

static int
cut_hours(const struct load_open *open, struct arrivals_slot *slots)
{
    int count = 0;
    for (int i = 0; i < open->count; i++)
        for (int from = open->pieces[i].from; from < open->pieces[i].to;) {
            int to = (from / 60 + 1) * 60;
            to = to < open->pieces[i].to ? to : open->pieces[i].to;
            slots[count++] = (struct arrivals_slot){.from = from, .to = to};
            from = to;
        }
    return count;
}

int
arrivals_slots(const struct load_store *store, int64_t day, struct arrivals_slot *slots)
{
    int w = day_weekday(day) - 1, opens = store->hours.opens[w + 1],
        closes = store->hours.closes[w + 1], minutes = 0;
    struct load_open open;
    double sum = 0;
    load_open_day(store, day, &open);
    int count = cut_hours(&open, slots);
    for (int i = 0; i < count; i++) {
        double usual = profile_part(slots[i].from / 60, opens, closes);
        if (usual > 0)
            slots[i].share = store->profile.share[w][slots[i].from / 60] *
                             fmin((slots[i].to - slots[i].from) / 60.0 / usual, 1);
        sum += slots[i].share;
        minutes += slots[i].to - slots[i].from;
    }
    for (int i = 0; i < count; i++)
        slots[i].share =
            sum > 0 ? slots[i].share / sum : (double)(slots[i].to - slots[i].from) / minutes;
    return count;
}

void
arrivals_levels(const struct arrivals *arrivals, int h, double *levels)
{
    double p[ARRIVALS_LEVELS];
    for (int i = 0; i < ARRIVALS_LEVELS; i++)
        p[i] = (i + 0.5) / ARRIVALS_LEVELS;
    forecast_quantiles(&arrivals->forecast, h, 1, p, ARRIVALS_LEVELS, levels);
}

int64_t
arrivals_quantile(const double *levels, int count, double share, double p)
{
    double chance[ARRIVALS_LEVELS], below = 0, most = 0;
    for (int i = 0; i < count; i++) {
        chance[i] = exp(-levels[i] * share);
        most = fmax(most, levels[i] * share);
    }
    if (most > POISSON_MOST) /* e^-most is nothing: the levels alone spread them */
        return (int64_t)ceil(levels[(int)(p * (count - 1))] * share);
    for (int64_t k = 0; (double)k < most + 20 * sqrt(most) + 20; k++) {
        for (int i = 0; i < count; i++) {
            below += chance[i] / count;
            chance[i] *= levels[i] * share / (double)(k + 1);
        }
        if (below >= p)
            return k;
    }
    return (int64_t)ceil(most);
}
