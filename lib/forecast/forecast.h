/*
 * forecast: what comes next in a series of demand, how sure that is, and why it is said.
 *
 *     struct forecast_series series = {.y = y, .n = n};
 *     struct forecast_options options = {.horizon = 12, .frequency = 12};
 *     struct forecast forecast;
 *     forecast_run(&series, &options, &arena, &forecast);
 *     … forecast.mean[h], forecast_quantile(&forecast, h, 0.9), forecast_sum_quantile(&forecast, 0, 3, 0.95)
 *     …
 *
 * Pure: no input, no output, no clock, and the same numbers for the same series in every run.
 *
 * Series. Values of periods one after the other. A value that is NaN or infinite is missing: the clinic was
 * closed, the item was out of stock, the system was down. That is not zero demand, and no method takes it for
 * one: states go on, errors and likelihoods skip it.
 *
 * Methods (each file says where its formulas are from):
 *
 *     theta      dynamic optimised theta                          theta.h
 *     ets        exponential smoothing, the form by AICc          ets.h
 *     ces        complex exponential smoothing                    ces.h
 *     ses, holt, damped    level; with trend; with damped trend   ets.h, on the series without its season
 *     hw, hw-times         Holt-Winters, season added or multiplied, damped trend
 *     snaive, naive, mean, zero    the same period last season; the last value; the mean; nought
 *     croston, sba, tsb, adida     intermittent demand            intermittent.c
 *     combination          of several, equally weighed
 *     auto                 see below
 *
 * Auto. Demand is sorted by the mean interval between demands, ADI, and by the squared coefficient of variation
 * of their sizes (Syntetos, Boylan and Croston, "On the categorization of demand patterns", Journal of the
 * Operational Research Society 56 (2005)): intermittent from an ADI of 1.32 on. Each kind has its own
 * candidates.
 * They forecast from several origins within the series (time-series cross-validation; Tashman, International
 * Journal of Forecasting 16 (2000)), and are combined by the inverse of their mean squared errors there (Bates
 * and Granger, "The combination of forecasts", Operational Research Quarterly 20 (1969)), drawn towards equal
 * weights the more the fewer origins there are. Simple combinations of such models are hard to beat
 * (Petropoulos and Svetunkov, "A simple combination of univariate models", International Journal of
 * Forecasting 36 (2020)).
 *
 * Spread. Paths are drawn: of regular demand from the ETS model with errors drawn from those it made, about the
 * forecast, wide as the forecast's own errors at the origins say; of intermittent demand from the negative
 * binomial distribution (counts) or from the sizes seen. Quantiles of a step and of sums over steps are those
 * of the paths, so they never cross, and sums know that errors of neighbouring steps go together.
 *
 * Nothing below 0 comes from a series without values below 0. All that comes is finite.
 */
#ifndef MEDI_FORECAST_FORECAST_H
#define MEDI_FORECAST_FORECAST_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

enum forecast_method {
    FORECAST_AUTO,
    FORECAST_COMBINATION,
    FORECAST_THETA,
    FORECAST_ETS,
    FORECAST_CES,
    FORECAST_SES,
    FORECAST_HOLT,
    FORECAST_DAMPED,
    FORECAST_HW,
    FORECAST_HW_TIMES,
    FORECAST_SNAIVE,
    FORECAST_NAIVE,
    FORECAST_MEAN,
    FORECAST_ZERO,
    FORECAST_CROSTON,
    FORECAST_SBA,
    FORECAST_TSB,
    FORECAST_ADIDA,
    FORECAST_METHODS,
};

/* "ets"; false if there is none such. */
const char *forecast_method_name(enum forecast_method method);
bool forecast_method_parse(const char *name, enum forecast_method *method);

/*
 * What is known beforehand of each period, the n of history and the horizon's.
 *
 * A scale divides the history and multiplies the forecast: open days of a month, hours, beds. Where it is 0 the
 * period is closed: missing in the history, 0 in the forecast.
 *
 * An effect raises or lowers demand by a part that is learnt from the history: a promotion (0 or 1, or its
 * strength), a holiday. Parts multiply if all of the history is above 0, and are added otherwise. The weaker
 * the evidence, the smaller the part (ridge regression on what differs from the smooth series, in turn with the
 * smoothing).
 */
enum forecast_role { FORECAST_EFFECT, FORECAST_SCALE };
enum { FORECAST_REGRESSORS = 8 };

struct forecast_regressor {
    enum forecast_role role;
    const double *values; /* n + horizon, finite */
};

struct forecast_series {
    const double *y;
    int n;
    const struct forecast_regressor *regressors;
    int regressor_count; /* up to FORECAST_REGRESSORS */
};

struct forecast_options {
    int horizon;   /* 1 or more */
    int frequency; /* periods of a season: 12 of months, 7 of days, 52 of weeks; 1: none */
    enum forecast_method method;
    bool no_spread; /* no paths are drawn: quantiles are the mean */
    uint64_t seed;  /* of the paths */
};

enum forecast_reason {
    FORECAST_NO_DATA,  /* nothing was there: means are 0, the method is zero */
    FORECAST_CONSTANT, /* all values are one */
    FORECAST_FEW,      /* too few values to compare methods: equal weights, or simple smoothing */
    FORECAST_CROSS,    /* weighed by errors at origins within the series */
    FORECAST_INTERMITTENT, /* the same, among methods for intermittent demand */
    FORECAST_ASKED,        /* the method was asked for */
    FORECAST_FELL_BACK,    /* that method can do nothing with this series: simple smoothing did */
    FORECAST_REASONS,
};
const char *forecast_reason_name(enum forecast_reason reason); /* "cross-validated" */

struct forecast {
    int horizon;
    double *mean;
    enum forecast_method method; /* that made the mean; combination if several did */
    enum forecast_reason reason;
    double weights[FORECAST_METHODS];    /* of each method in the mean, their sum is 1 */
    const char *form;                    /* of the ETS model, "MAdM"; "" if there is none */
    double effects[FORECAST_REGRESSORS]; /* added; where parts multiply, logarithms of factors */
    double adi, cv2;                     /* ADI, CV²; NaN where there is no demand */
    int seen;                            /* values that were there */
    double fitted_rmse;                  /* of one step within the sample, of the ETS model */
    int origins;                         /* at which forecasts were tried; 0: none */
    double crossed_rmse;                 /* of the forecast there; NaN if none */
    double crossed_mae;
    double *paths; /* horizon values each; NULL: none */
    int path_count;
    struct arena *arena;
};

/* Everything lives in `arena`. Cannot fail: where nothing is known nothing is claimed, see the reasons. */
void forecast_run(const struct forecast_series *series, const struct forecast_options *options,
                  struct arena *arena, struct forecast *forecast);

/* The values that the sum over `steps` steps from `from` (0: the first) does not exceed with the chances `p`,
 * each in (0, 1). */
void forecast_quantiles(const struct forecast *forecast, int from, int steps, const double *p,
                        int count, double *values);

/* One of them, of a step by itself and of a sum. */
double forecast_quantile(const struct forecast *forecast, int h, double p);
double forecast_sum_quantile(const struct forecast *forecast, int from, int steps, double p);

#endif
