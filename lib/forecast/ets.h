/*
 * ets: exponential smoothing as state space models, chosen by AICc.
 *
 * Hyndman, Koehler, Ord and Snyder, "Forecasting with Exponential Smoothing" (2008), tables 2.2 and 2.3
 * and section 5.1: error additive or multiplicative, trend none, additive or damped, season none, additive
 * or multiplicative. In the form of error corrections additive and multiplicative errors lead to the same
 * recursion,
 *
 *     q = l + φ b        ŷ = q | q + s | q s        e = y − ŷ
 *     l = q + α e'       b = φ b + β e'             s = s + γ e''
 *     e' = e | e | e / s                            e'' = · | e | e / q
 *
 * and differ only in their likelihood: n log Σ e²  or  n log Σ (e / ŷ)² + 2 Σ log |ŷ|.
 *
 * As Hyndman et al. advise (section 4.3), additive errors with a multiplicative season are left out: fifteen
 * forms, six where the data are not all above 0.
 *
 * The first state is not searched for but found by backcasting (Box and Jenkins; Svetunkov, "Forecasting and
 * Analytics with ADAM", 2023, section 11.4): the recursion goes forward from a rough start, backward to the
 * first period, and forward again. So at most four parameters are searched. AICc counts the first state as
 * parameters all the same.
 *
 * A missing value is NaN: its error is taken for 0 and it has no part in the likelihood.
 */
#ifndef MEDI_FORECAST_ETS_H
#define MEDI_FORECAST_ETS_H

#include <stdbool.h>

#include "base/arena.h"

enum { ETS_SEASON_MOST = 24 };
enum ets_trend { ETS_LEVEL, ETS_TREND, ETS_DAMPED };
enum ets_season { ETS_FLAT, ETS_ADDED, ETS_TIMES };

struct ets_form {
    bool relative; /* errors are multiplicative */
    enum ets_trend trend;
    enum ets_season season;
};

struct ets_state {
    double level, slope;
    double season[ETS_SEASON_MOST]; /* by t mod m */
};

struct ets {
    struct ets_form form;
    int m; /* periods of a season; 1: none */
    double alpha, beta, gamma, phi;
    struct ets_state start, state; /* before the first period, after the last */
    int next;                      /* the next period's place in state.season */
    double aicc, sigma;            /* sigma: of e, or of e / ŷ */
    double mse;                    /* of one step in the sample */
    double *errors;                /* of each period, e or e / ŷ; NaN where there was none */
    int count;
};

/* What is fitted: y with NaN where missing; `index` the seasonal indices of decompose.h or NULL. */
struct ets_data {
    const double *y;
    int n, m;
    const double *index[3]; /* by enum ets_season; [0] unused */
    struct arena *arena;
};

/* One form; `ets` may hold parameters to start from (alpha > 0). False if it cannot be fitted. */
bool ets_fit(const struct ets_data *data, struct ets_form form, struct ets *ets);

/* The form with the least AICc; `seasonal`: forms with a season are tried. */
bool ets_choose(const struct ets_data *data, bool seasonal, struct ets *ets);

void ets_forecast(const struct ets *ets, int horizon, double *mean);

/* What would come if the next errors were these, as in `errors` above. */
void ets_path(const struct ets *ets, int horizon, const double *errors, double *path);

/* "MAdM": error, trend, season. */
const char *ets_name(struct ets_form form);

#endif
