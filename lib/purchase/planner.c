#include "purchase/planner.h"

#include <math.h>
#include <string.h>

int
planner_horizon(const struct reorder_terms *terms)
{
    int64_t reach = terms->review_days > terms->shelf_days ? terms->review_days : terms->shelf_days;
    int64_t weeks = (terms->lead_days + reach + PLANNER_WEEK - 1) / PLANNER_WEEK;

    return weeks < 1 ? 1 : weeks > PLANNER_YEAR ? PLANNER_YEAR : (int)weeks;
}

void
planner_demand(const struct planner_store *store, double *weekly)
{
    for (int week = 0; week < store->weeks; week++) {
        double open = store->open ? store->open[week] : 1;
        weekly[week] = open < 0.5 ? NAN : round(store->used[week] / open * 1e6) / 1e6;
    }
}

/* Seasons of a year are looked for only where two of them were seen. */
static int
frequency_of(const struct planner_store *store)
{
    return store->weeks >= 2 * PLANNER_YEAR ? PLANNER_YEAR : 1;
}

/* A week of which most is missing says little, and divided by its small part it would say too much. */
static const double *
open_weeks(const struct planner_store *store, int horizon, struct arena *arena)
{
    double *open = arena_array(arena, (size_t)(store->weeks + horizon), sizeof *open);

    for (int week = 0; week < store->weeks + horizon; week++)
        open[week] = week < store->weeks && store->open[week] < 0.5 ? 0 : store->open[week];
    return open;
}

static void
run_forecast(const struct planner_store *store, int horizon, struct arena *arena,
             struct forecast *forecast)
{
    struct forecast_regressor regressors[2];
    struct forecast_series series = {.y = store->used, .n = store->weeks, .regressors = regressors};
    const struct forecast_options options = {
        .horizon = horizon, .frequency = frequency_of(store), .seed = store->seed};

    if (store->open)
        regressors[series.regressor_count++] =
            (struct forecast_regressor){FORECAST_SCALE, open_weeks(store, horizon, arena)};
    if (store->events)
        regressors[series.regressor_count++] =
            (struct forecast_regressor){FORECAST_EFFECT, store->events};
    forecast_run(&series, &options, arena, forecast);
}

void
planner_courses(const struct planner_store *store, int horizon, struct arena *arena,
                struct forecast *forecast, double **courses)
{
    double *made = arena_array(arena, (size_t)PLANNER_COURSES * (size_t)horizon, sizeof *made);

    run_forecast(store, horizon, arena, forecast);
    for (int i = 0; i < PLANNER_COURSES; i++)
        for (int week = 0; week < horizon; week++) {
            double *at = &made[(size_t)i * (size_t)horizon + (size_t)week];
            *at = forecast->paths
                      ? forecast->paths[(size_t)(i % forecast->path_count) * (size_t)horizon +
                                        (size_t)week]
                      : forecast->mean[week];
            if (*at < 0)
                *at = 0;
            if (store->booked && *at < store->booked[week])
                *at = store->booked[week];
        }
    *courses = made;
}

void
planner_order(const struct planner_store *stores, int count, const struct reorder_terms *terms,
              struct arena *arena, struct reorder_order *order, struct forecast *forecasts)
{
    struct reorder_need *needs = arena_array(arena, (size_t)count, sizeof *needs);
    int horizon = planner_horizon(terms);

    for (int i = 0; i < count; i++) {
        struct forecast own;
        double *courses;
        planner_courses(&stores[i], horizon, arena, forecasts ? &forecasts[i] : &own, &courses);
        needs[i] = (struct reorder_need){.paths = courses,
                                         .path_count = PLANNER_COURSES,
                                         .horizon = horizon,
                                         .period_days = PLANNER_WEEK,
                                         .supplies = stores[i].supplies,
                                         .supply_count = stores[i].supply_count};
    }
    reorder_plan(needs, count, terms, arena, order);
}
