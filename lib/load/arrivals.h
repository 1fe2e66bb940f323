/*
 * arrivals: how many clients come to a store on each day to come, and at each hour, with intervals.
 *
 * The day. Effects of what is known of days (effects.h) are learnt from all stores' sums, then from the
 * store's own days, drawn to the former; a history of FEATURE_YEARS days or more learns the year's season as
 * well, a shorter one takes the chain's. Factor and opening are divided out of the history (forecast.h,
 * FORECAST_SCALE), what is left is forecast with a week's season, and paths are drawn, from which p10, p50
 * and p90 come. Where the store was idle (history.h) on the same day from 春节 whenever that was seen, it
 * will be closed again, unless an open closure says otherwise.
 *
 * What is booked. Of b clients who are booked for a day b × show come at least: paths and means that lie
 * below are raised to it.
 *
 *     show = (came + 20 × 0.8) ÷ (came + missed + 20)         of the bookings of the last year; given up
 *                                                             counts as missed
 *
 * When a booking was made is not kept by rows of `appointment`, so how much of a day is booked how long
 * before is not learnt; bookings raise a forecast and never lower it; of a moment that is
 * past they have no part in it.
 *
 * The hour. Of a day's clients each comes at an hour by itself with the chance of the profile: given a day's
 * level λ of its paths, an hour's clients are Poisson with λ × share, and its quantiles those of the
 * mixture over a hundred levels.
 */
#ifndef MEDI_LOAD_ARRIVALS_H
#define MEDI_LOAD_ARRIVALS_H

#include "forecast/forecast.h"
#include "load/history.h"

enum { ARRIVALS_LEVELS = 100 };

/* What was learnt of effects: beta[feature] of each store. */
struct arrivals_effects {
    double *chain;
    double **stores;
};

/* From what was known before `until`, which is not later than load->until. */
void arrivals_learn(const struct load *load, int64_t until, struct arrivals_effects *effects);

struct arrivals {
    int64_t first; /* the day of step 0 */
    int horizon;
    struct forecast
        forecast;  /* mean and paths as they are told: scaled, raised to what is booked */
    double *scale; /* part of a usual day that is open × factor; 0: closed */
    bool *feast;   /* closed, since it was so around 春节 before */
};

/* The `horizon` days from `until` on. */
void arrivals_forecast(const struct load *load, int store, int64_t until, int horizon,
                       const struct arrivals_effects *effects, struct arrivals *arrivals);

/* Raises what is told of days from load->until on to what is booked. */
void arrivals_raise(const struct load_store *store, struct arrivals *arrivals);

/* Reads `show` of a store. */
int arrivals_read_show(const struct load *load, struct load_store *store, struct err *err);

/* ---- hours ------------------------------------------------------------------------------------ */

/* Whole hours of the clock in which the store is open, cut at its opening and closing. */
enum { ARRIVALS_SLOTS = PROFILE_HOURS + LOAD_PIECES };
struct arrivals_slot {
    int from, to; /* minutes of the day */
    double share; /* of the day's clients */
};
int arrivals_slots(const struct load_store *store, int64_t day, struct arrivals_slot *slots);

/* The value that a number of clients does not exceed with chance p, of a Poisson mixture over `count`
 * levels. */
int64_t arrivals_quantile(const double *levels, int count, double share, double p);

/* ARRIVALS_LEVELS even quantiles of a day. */
void arrivals_levels(const struct arrivals *arrivals, int h, double *levels);

#endif
