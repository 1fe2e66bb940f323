#include "load/backtest.h"

#include <math.h>

enum { WEEK = 7 };

/* The same weekday of the week before, on days that are open. */
static void
naive_forecast(const struct load *load, const struct load_store *store, int n, int horizon,
               struct forecast *forecast)
{
    double *scale = arena_array(load->arena, (size_t)(n + horizon), sizeof(double));
    const struct forecast_regressor regressor = {FORECAST_SCALE, scale};
    const struct forecast_series series = {store->y, n, &regressor, 1};
    const struct forecast_options options = {
        .horizon = horizon, .frequency = WEEK, .method = FORECAST_SNAIVE, .no_spread = true};
    for (int t = 0; t < n + horizon; t++)
        scale[t] = store->open[t] > 0;
    forecast_run(&series, &options, load->arena, forecast);
}

static void
test_origin(const struct load *load, int index, int64_t until, int horizon,
            const struct arrivals_effects *effects, struct backtest *test)
{
    const struct load_store *store = &load->stores[index];
    int n = (int)(until - store->first);
    struct arrivals arrivals;
    struct forecast naive;
    arrivals_forecast(load, index, until, horizon, effects, &arrivals);
    naive_forecast(load, store, n, horizon, &naive);
    score_add(&test->ours, store->y, n, WEEK, store->y + n, &arrivals.forecast);
    score_add(&test->naive, store->y, n, WEEK, store->y + n, &naive);
    test->origins++;
}

void
backtest_run(const struct load *load, int origins, int horizon, struct backtest *stores,
             struct backtest *whole)
{
    for (int i = 0; i < load->count; i++)
        stores[i] = (struct backtest){0};
    *whole = (struct backtest){0};
    for (int k = origins; k > 0; k--) {
        int64_t until = load->until - (int64_t)k * horizon;
        struct arrivals_effects effects;
        arrivals_learn(load, until, &effects);
        for (int i = 0; i < load->count; i++)
            if (until - load->stores[i].first >= BACKTEST_LEAST)
                test_origin(load, i, until, horizon, &effects, &stores[i]);
    }
    for (int i = 0; i < load->count; i++) {
        score_join(&whole->ours, &stores[i].ours);
        score_join(&whole->naive, &stores[i].naive);
        whole->origins += stores[i].origins;
    }
}
