/* forecast: each method on series whose continuation is known, missing values, regressors, spread, and every shape
 * of series that could break it; scores against sums by hand; a set of made series with bounds. */
#include <check.h>
#include <math.h>
#include <string.h>
#include <time.h>

#include "forecast/decompose.h"
#include "forecast/draw.h"
#include "forecast/score.h"
#include "forecast/simplex.h"

Suite *forecast_suite(void);

static struct arena arena;

static void
set_up(void)
{
    arena_init(&arena);
}

static void
tear_down(void)
{
    arena_release(&arena);
}

static struct forecast
run(const double *y, int n, int horizon, int frequency, enum forecast_method method)
{
    const struct forecast_series series = {.y = y, .n = n};
    const struct forecast_options options = {
        .horizon = horizon, .frequency = frequency, .method = method, .seed = 1};
    struct forecast forecast;
    forecast_run(&series, &options, &arena, &forecast);
    return forecast;
}

static double
noise(struct rng *rng) /* roughly normal, variance 1 */
{
    double sum = -6;
    for (int i = 0; i < 12; i++)
        sum += draw_even(rng);
    return sum;
}

static void
near(double got, double want, double by)
{
    ck_assert_msg(fabs(got - want) <= by, "%.9g, not %.9g", got, want);
}

/* ---- parts ---- */

static double
banana(void *context, const double *at)
{
    (void)context;
    return pow(1 - at[0], 2) + 100 * pow(at[1] - at[0] * at[0], 2);
}

START_TEST(test_forecast_simplex)
{
    struct simplex simplex = {banana, NULL, 2, {-5, -5}, {5, 5}, {0.5, 0.5}, 1000, 1e-14};
    double at[SIMPLEX_MOST] = {-1.2, 1};
    near(simplex_find(&simplex, at), 0, 1e-9);
    near(at[0], 1, 1e-3);
    simplex.high[0] = 0.5; /* a bound in the way */
    simplex_find(&simplex, at);
    near(at[0], 0.5, 1e-3);
    near(at[1], 0.25, 1e-2);
}
END_TEST

START_TEST(test_forecast_season)
{
    double y[120], plain[120];
    struct rng rng;
    rng_seed(&rng, 5);
    for (int t = 0; t < 120; t++) {
        y[t] = 100 + t + 20 * sin(2 * M_PI * t / 12) + noise(&rng);
        plain[t] = 100 + noise(&rng);
    }
    y[50] = NAN;
    ck_assert(season_is_there(y, 120, 12));
    ck_assert(!season_is_there(plain, 120, 12));
    ck_assert(!season_is_there(y, 35, 12));
    double *index = season_indices(y, 120, 12, false, false, &arena);
    for (int i = 0; i < 12; i++)
        near(index[i], 20 * sin(2 * M_PI * i / 12), 2);
    ck_assert_ptr_null(season_indices(y, 23, 12, false, false, &arena));
    plain[7] = 0;
    ck_assert_ptr_null(season_indices(plain, 120, 12, true, false, &arena));
}
END_TEST

/* ---- methods ---- */

START_TEST(test_forecast_known)
{
    double line[60], wave[60], steady[60];
    for (int t = 0; t < 60; t++) {
        line[t] = 50 + 2 * t;
        wave[t] = (100 + t) * (1 + 0.3 * sin(2 * M_PI * t / 12));
        steady[t] = t % 2 ? 11 : 9;
    }
    static const enum forecast_method TRENDS[] = {FORECAST_AUTO, FORECAST_ETS, FORECAST_THETA,
                                                  FORECAST_HOLT, FORECAST_CES};
    for (int i = 0; i < 5; i++) {
        struct forecast forecast = run(line, 60, 6, 1, TRENDS[i]);
        near(forecast.mean[0], 170, 3);
        near(forecast.mean[5], 180, 6);
    }
    static const enum forecast_method SEASONS[] = {FORECAST_AUTO, FORECAST_ETS, FORECAST_THETA,
                                                   FORECAST_HW_TIMES};
    for (int i = 0; i < 4; i++) {
        struct forecast forecast = run(wave, 60, 12, 12, SEASONS[i]);
        for (int h = 0; h < 12; h++)
            near(forecast.mean[h], (160 + h) * (1 + 0.3 * sin(2 * M_PI * h / 12)), 10);
    }
    for (int t = 0; t < 60; t++)
        wave[t] = 100 + t + 30 * sin(2 * M_PI * t / 12);
    struct forecast added = run(wave, 60, 12, 12, FORECAST_HW);
    for (int h = 0; h < 12; h++)
        near(added.mean[h], 160 + h + 30 * sin(2 * M_PI * h / 12), 8);
    near(run(steady, 60, 1, 1, FORECAST_SES).mean[0], 10, 0.5);
    near(run(steady, 60, 1, 1, FORECAST_MEAN).mean[0], 10, 1e-9);
    near(run(steady, 60, 1, 1, FORECAST_NAIVE).mean[0], 11, 1e-9);
    near(run(wave, 60, 3, 12, FORECAST_SNAIVE).mean[2], wave[50], 1e-9);
    near(run(wave, 60, 3, 12, FORECAST_ZERO).mean[2], 0, 0);
    near(run(line, 60, 9, 1, FORECAST_DAMPED).mean[8], 186, 10);
}
END_TEST

START_TEST(test_forecast_intermittent)
{
    double y[60], dead[60];
    for (int t = 0; t < 60; t++) {
        y[t] = t % 3 == 2 ? 3 : 0;
        dead[t] = t < 30 ? y[t] : 0;
    }
    struct forecast forecast = run(y, 60, 6, 12, FORECAST_CROSTON);
    near(forecast.adi, 3, 1e-9);
    near(forecast.cv2, 0, 1e-9);
    near(forecast.mean[0], 1, 0.02);
    near(run(y, 60, 6, 12, FORECAST_ADIDA).mean[3], 1, 0.02);
    near(run(y, 60, 6, 12, FORECAST_TSB).mean[3], 1, 0.1);
    ck_assert_double_lt(run(y, 60, 6, 12, FORECAST_SBA).mean[0], forecast.mean[0]);
    ck_assert_int_eq(run(y, 60, 6, 12, FORECAST_AUTO).reason, FORECAST_INTERMITTENT);
    /* what nobody asks for any more fades with TSB and not with Croston */
    ck_assert_double_lt(run(dead, 60, 1, 12, FORECAST_TSB).mean[0], 0.2);
    ck_assert_double_gt(run(dead, 60, 1, 12, FORECAST_CROSTON).mean[0], 0.4);
}
END_TEST

/* Missing is not nought: a level with holes stays what it is. */
START_TEST(test_forecast_missing)
{
    double whole[72], holes[72];
    struct rng rng;
    rng_seed(&rng, 3);
    for (int t = 0; t < 72; t++) {
        whole[t] = 100 + 20 * cos(2 * M_PI * t / 12) + noise(&rng);
        holes[t] = t % 9 == 4 || (t > 40 && t < 44) ? NAN : whole[t];
    }
    for (int method = 0; method < FORECAST_METHODS; method++) {
        struct forecast a = run(whole, 72, 12, 12, (enum forecast_method)method);
        struct forecast b = run(holes, 72, 12, 12, (enum forecast_method)method);
        ck_assert_int_eq(b.seen, 61);
        for (int h = 0; h < 12; h++)
            ck_assert_msg(fabs(b.mean[h] - a.mean[h]) < 10, "%s: %g, not %g",
                          forecast_method_name((enum forecast_method)method), b.mean[h], a.mean[h]);
    }
    holes[71] = INFINITY; /* neither is it a number */
    near(run(holes, 72, 1, 12, FORECAST_ETS).mean[0], 120, 6);
}
END_TEST

/* ---- what is known beforehand ---- */

START_TEST(test_forecast_regressors)
{
    double y[72], promotion[84] = {0}, days[84];
    struct rng rng;
    rng_seed(&rng, 11);
    for (int t = 0; t < 84; t++) {
        promotion[t] = t % 7 == 3;
        days[t] = 20 + t % 5;
    }
    days[30] = 0;
    for (int t = 0; t < 72; t++)
        y[t] = days[t] * 5 * (promotion[t] > 0 ? 1.5 : 1) * (1 + 0.02 * noise(&rng));
    const struct forecast_regressor regressors[] = {{FORECAST_EFFECT, promotion},
                                                    {FORECAST_SCALE, days}};
    const struct forecast_series series = {y, 72, regressors, 2};
    const struct forecast_options options = {.horizon = 12, .frequency = 1};
    struct forecast forecast;
    forecast_run(&series, &options, &arena, &forecast);
    near(exp(forecast.effects[0]), 1.5, 0.1);
    for (int h = 0; h < 12; h++) {
        double want = days[72 + h] * 5 * (promotion[72 + h] > 0 ? 1.5 : 1);
        near(forecast.mean[h], want, want * 0.08);
        ck_assert_double_le(forecast_quantile(&forecast, h, 0.1), forecast.mean[h]);
    }
    days[72] = 0; /* closed */
    forecast_run(&series, &options, &arena, &forecast);
    near(forecast.mean[0], 0, 0);
    near(forecast_quantile(&forecast, 0, 0.9), 0, 0);
}
END_TEST

/* A promotion of series with noughts is added. */
START_TEST(test_forecast_regressor_added)
{
    double y[60], promotion[66] = {0};
    for (int t = 0; t < 66; t++)
        promotion[t] = t % 6 == 2;
    for (int t = 0; t < 60; t++)
        y[t] = (t % 2 ? 0 : 2) + 6 * promotion[t];
    const struct forecast_regressor regressor = {FORECAST_EFFECT, promotion};
    const struct forecast_series series = {y, 60, &regressor, 1};
    const struct forecast_options options = {.horizon = 6, .frequency = 1};
    struct forecast forecast;
    forecast_run(&series, &options, &arena, &forecast);
    near(forecast.mean[2] - forecast.mean[1], 6, 1.5);
}
END_TEST

/* ---- spread ---- */

/* Of 300 made series, eight in ten values are to lie from p10 to p90, and nine in ten sums below their p90. */
static void
check_coverage(bool counts, double *inside, double *below)
{
    struct rng rng;
    int steps = 0, sums = 0;
    rng_seed(&rng, 21);
    *inside = *below = 0;
    for (int i = 0; i < 300; i++) {
        double y[66], level = 50, sum = 0;
        for (int t = 0; t < 66; t++) {
            level += noise(&rng);
            y[t] = counts ? draw_poisson(&rng, 0.6) : level + 3 * noise(&rng);
        }
        arena_reset(&arena);
        struct forecast forecast = run(y, 60, 6, 12, FORECAST_AUTO);
        for (int h = 0; h < 6; h++) {
            *inside += y[60 + h] >= forecast_quantile(&forecast, h, 0.1) &&
                       y[60 + h] <= forecast_quantile(&forecast, h, 0.9);
            steps++, sum += y[60 + h];
        }
        *below += sum <= forecast_sum_quantile(&forecast, 0, 6, 0.9);
        sums++;
    }
    *inside /= steps, *below /= sums;
}

START_TEST(test_forecast_coverage)
{
    double inside, below;
    check_coverage(false, &inside, &below);
    near(inside, 0.8, 0.06);
    near(below, 0.9, 0.06);
    check_coverage(true, &inside, &below); /* whole numbers hold more than is asked */
    ck_assert_double_ge(inside, 0.78);
    near(below, 0.92, 0.07);
}
END_TEST

START_TEST(test_forecast_quantiles)
{
    double y[48];
    struct rng rng;
    rng_seed(&rng, 2);
    for (int t = 0; t < 48; t++)
        y[t] = 5 + 2 * noise(&rng) + (t % 12 == 0) * 9;
    struct forecast one = run(y, 48, 24, 12, FORECAST_AUTO),
                    other = run(y, 48, 24, 12, FORECAST_AUTO);
    static const double LEVELS[] = {0.001, 0.05, 0.1, 0.5, 0.9, 0.95, 0.999};
    for (int h = 0; h < 24; h++) {
        double values[7], again[7];
        forecast_quantiles(&one, 0, h + 1, LEVELS, 7, values);
        forecast_quantiles(&other, 0, h + 1, LEVELS, 7, again);
        ck_assert_mem_eq(values, again, sizeof values); /* run to run the same */
        for (int i = 1; i < 7; i++)
            ck_assert_double_ge(values[i], values[i - 1]);
    }
}
END_TEST

/* ---- every shape ---- */

static double
shape(int kind, int t, struct rng *rng)
{
    switch (kind) {
    case 0:
        return 7;
    case 1:
        return 0;
    case 2:
        return 1e15 * (1 + draw_even(rng));
    case 3:
        return noise(rng) * 10;
    case 4:
        return NAN;
    case 5:
        return t % 4 ? NAN : t;
    case 6:
        return t % 5 ? 0 : 1e-300;
    case 7:
        return draw_poisson(rng, 0.2);
    case 8:
        return exp(t / 3.0 > 600 ? 600 : t / 3.0);
    case 9:
        return t % 10 ? 0 : 1e9;
    case 10:
        return -5;
    case 11:
        return t % 2 ? INFINITY : 3;
    default:
        return 100 + 10 * noise(rng);
    }
}
enum { SHAPES = 13, LONGEST = 130 };

static void
check_sane(const struct forecast *forecast, bool negative)
{
    for (int h = 0; h < forecast->horizon; h++) {
        double low = forecast_quantile(forecast, h, 0.1),
               high = forecast_quantile(forecast, h, 0.9);
        ck_assert_double_finite(forecast->mean[h]);
        ck_assert_double_finite(low);
        ck_assert_double_finite(high);
        ck_assert_double_le(low, high);
        ck_assert(negative || (forecast->mean[h] >= 0 && low >= 0));
    }
}

START_TEST(test_forecast_shapes)
{
    static const int LENGTHS[] = {0, 1, 2, 3, 5, 9, 13, 25, 40, LONGEST};
    static const int FREQUENCIES[] = {1, 7, 12, 52, 365};
    double y[LONGEST];
    struct rng rng;
    for (int kind = 0; kind < SHAPES; kind++) {
        rng_seed(&rng, 9);
        for (int t = 0; t < LONGEST; t++)
            y[t] = shape(kind, t, &rng);
        for (int i = 0; i < 10; i++) {
            for (int f = 0; f < 5; f++) {
                enum forecast_method method =
                    (enum forecast_method)((kind + i + f) % FORECAST_METHODS);
                arena_reset(&arena);
                struct forecast forecast = run(y, LENGTHS[i], 5, FREQUENCIES[f], FORECAST_AUTO);
                check_sane(&forecast, kind == 3 || kind == 10);
                forecast = run(y, LENGTHS[i], 5, FREQUENCIES[f], method);
                check_sane(&forecast, kind == 3 || kind == 10);
            }
        }
    }
}
END_TEST

START_TEST(test_forecast_reasons)
{
    static const double none[] = {NAN, NAN}, three[] = {4, 5, 6}, alike[] = {2, 2, 2, 2, 2, 2};
    struct forecast forecast = run(none, 2, 2, 12, FORECAST_AUTO);
    ck_assert_int_eq(forecast.reason, FORECAST_NO_DATA);
    ck_assert_int_eq(forecast.method, FORECAST_ZERO);
    ck_assert_int_eq(run(three, 3, 2, 12, FORECAST_AUTO).reason, FORECAST_FEW);
    forecast = run(alike, 6, 2, 12, FORECAST_AUTO);
    ck_assert_int_eq(forecast.reason, FORECAST_CONSTANT);
    near(forecast_quantile(&forecast, 1, 0.9), 2, 1e-6);
    ck_assert_int_eq(run(three, 3, 2, 12, FORECAST_HW).reason, FORECAST_FELL_BACK);
    ck_assert_int_eq(run(three, 3, 2, 12, FORECAST_NAIVE).reason, FORECAST_ASKED);
    enum forecast_method method;
    for (int i = 0; i < FORECAST_METHODS; i++) {
        ck_assert(forecast_method_parse(forecast_method_name((enum forecast_method)i), &method));
        ck_assert_int_eq(method, i);
    }
    ck_assert(!forecast_method_parse("arima", &method));
    ck_assert_str_eq(forecast_reason_name(FORECAST_FELL_BACK), "fell-back");
}
END_TEST

/* 10,000 points, and a horizon of 400, within seconds. */
START_TEST(test_forecast_long)
{
    enum { LONG = 10000 };
    double *y = arena_array(&arena, LONG, sizeof *y);
    static const int FREQUENCIES[] = {1, 7, 12, 365};
    struct rng rng;
    rng_seed(&rng, 4);
    for (int t = 0; t < LONG; t++)
        y[t] = 100 + 30 * sin(2 * M_PI * t / 365) + 10 * (t % 7 == 0) + 5 * noise(&rng);
    clock_t begun = clock();
    for (int i = 0; i < 4; i++) {
        struct forecast forecast = run(y, LONG, 400, FREQUENCIES[i], FORECAST_AUTO);
        check_sane(&forecast, false);
        if (FREQUENCIES[i] == 365)
            near(forecast.mean[91], 100 + 30 * sin(2 * M_PI * (LONG + 91) / 365), 15);
    }
    ck_assert_double_lt((double)(clock() - begun) / CLOCKS_PER_SEC, 20);
}
END_TEST

/* ---- scores ---- */

START_TEST(test_forecast_score)
{
    static const double history[] = {2, 4, 2, 6}, came[] = {3, NAN, 5};
    double means[] = {4, 100, 3};
    const struct forecast forecast = {.horizon = 3, .mean = means, .arena = &arena};
    struct score series = {.sum = {0}}, whole = {.sum = {0}};
    score_add(&series, history, 4, 2, came, &forecast);
    score_join(&whole, &series);
    near(score_mean(&whole, SCORE_MASE), 1.5 / 1, 1e-12); /* steps of two: 0, 2 */
    near(score_mean(&whole, SCORE_SMAPE), (200.0 / 7 + 400.0 / 8) / 2, 1e-12);
    near(score_mean(&whole, SCORE_RMSSE), sqrt(2.5 / 8), 1e-12); /* steps: 4, 4, 16 */
    near(score_mean(&whole, SCORE_BIAS), -0.5 / 3.5, 1e-12);
    near(score_mean(&whole, SCORE_SUM_ERROR), 0.5 / 3.5, 1e-12);
    near(score_mean(&whole, SCORE_COVERAGE), 0, 0); /* without paths the quantiles are the mean */
    static const double flat[] = {1, 1, 1};
    struct score none = {.sum = {0}};
    score_add(&none, flat, 3, 1, came, &forecast);
    ck_assert(isnan(score_mean(&none, SCORE_MASE))); /* no scale */
}
END_TEST

/* ---- a set of made series ---- */

/* Months with a trend that changes, a season, noise, some of them intermittent: auto against the plain ones. */
START_TEST(test_forecast_made_set)
{
    static const enum forecast_method METHODS[] = {FORECAST_AUTO, FORECAST_SNAIVE, FORECAST_NAIVE,
                                                   FORECAST_MEAN};
    struct score totals[4] = {0};
    struct rng rng;
    rng_seed(&rng, 77);
    for (int i = 0; i < 120; i++) {
        double y[84], level = 100, slope = noise(&rng) / 2, season = 25 * draw_even(&rng);
        for (int t = 0; t < 84; t++) {
            slope += 0.05 * noise(&rng);
            level = fmax(level + slope + 2 * noise(&rng), 5);
            y[t] = i % 6 == 0 ? draw_poisson(&rng, 0.5) * 10
                              : fmax(level + season * sin(2 * M_PI * t / 12) + 6 * noise(&rng), 0);
        }
        for (int k = 0; k < 4; k++) {
            struct score score = {.sum = {0}};
            arena_reset(&arena);
            struct forecast forecast = run(y, 72, 12, 12, METHODS[k]);
            score_add(&score, y, 72, 12, y + 72, &forecast);
            score_join(&totals[k], &score);
        }
    }
    for (int k = 1; k < 4; k++) {
        ck_assert_double_lt(score_mean(&totals[0], SCORE_MASE), score_mean(&totals[k], SCORE_MASE));
        ck_assert_double_lt(score_mean(&totals[0], SCORE_RMSSE),
                            score_mean(&totals[k], SCORE_RMSSE));
    }
    ck_assert_double_lt(score_mean(&totals[0], SCORE_MASE), 0.85);
    ck_assert_double_lt(fabs(score_mean(&totals[0], SCORE_BIAS)), 0.05);
    near(score_mean(&totals[0], SCORE_COVERAGE), 0.8, 0.08);
}
END_TEST

Suite *
forecast_suite(void)
{
    Suite *suite = suite_create("forecast");
    TCase *tests = tcase_create("forecast");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_set_timeout(tests, 120);
    tcase_add_test(tests, test_forecast_simplex);
    tcase_add_test(tests, test_forecast_season);
    tcase_add_test(tests, test_forecast_known);
    tcase_add_test(tests, test_forecast_intermittent);
    tcase_add_test(tests, test_forecast_missing);
    tcase_add_test(tests, test_forecast_regressors);
    tcase_add_test(tests, test_forecast_regressor_added);
    tcase_add_test(tests, test_forecast_coverage);
    tcase_add_test(tests, test_forecast_quantiles);
    tcase_add_test(tests, test_forecast_shapes);
    tcase_add_test(tests, test_forecast_reasons);
    tcase_add_test(tests, test_forecast_long);
    tcase_add_test(tests, test_forecast_score);
    tcase_add_test(tests, test_forecast_made_set);
    suite_add_tcase(suite, tests);
    return suite;
}
