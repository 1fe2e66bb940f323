/*
 * score: how good forecasts were, over many series and origins.
 *
 *     mase       mean absolute error ÷ that of the seasonal naive forecast (frequency m) within the history
 *                (Hyndman and Koehler, "Another look at measures of forecast accuracy", International
 *                Journal of Forecasting 22 (2006))
 *     smape      200 |e| / (|y| + |f|), nought where both are nought (Makridakis and Hibon, "The
 *                M3-Competition", 2000)
 *     rmsse      root of the mean squared error ÷ the mean squared step of the history (Makridakis,
 *                Spiliotis and Assimakopoulos, "M5 accuracy competition", 2022)
 *     bias       mean of forecast − value, ÷ the mean size of the history; above 0: too high
 *     sum_error  |sum of forecasts − sum of values| over the horizon, ÷ horizon × mean size: what a lead
 *                time feels
 *     coverage   values from p10 to p90, as part of all; 0.8 is right
 *     pinball    mean pinball loss of p10, p50 and p90, ÷ the mean size
 *
 * Missing values have no part. A series whose scale is nought or cannot be told has no part in that measure.
 * Each is the mean over a series' origins first, then over series.
 */
#ifndef MEDI_FORECAST_SCORE_H
#define MEDI_FORECAST_SCORE_H

#include "forecast/forecast.h"

enum score_measure {
    SCORE_MASE,
    SCORE_SMAPE,
    SCORE_RMSSE,
    SCORE_BIAS,
    SCORE_SUM_ERROR,
    SCORE_COVERAGE,
    SCORE_PINBALL,
    SCORE_MEASURES,
};

/* Sums of values and how many they are. */
struct score {
    double sum[SCORE_MEASURES];
    int64_t count[SCORE_MEASURES];
};

/* One forecast of a history of n values against what came, `horizon` values. */
void score_add(struct score *score, const double *history, int n, int m, const double *came,
               const struct forecast *forecast);

/* A series' mean as one value of the whole. */
void score_join(struct score *whole, const struct score *series);

double score_mean(const struct score *score, enum score_measure measure); /* NaN: no value */

#endif
