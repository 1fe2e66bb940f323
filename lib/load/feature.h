/*
 * feature: what is known beforehand of a day and moves a clinic's arrivals: numbers beside names, the same
 * for every store but for its campaigns.
 *
 *     each holiday of the calendar      1 on its days off
 *     tail                              1 from the fourth day of a holiday on
 *     make-up                           1 on a weekend day that is worked (调休上班)
 *     before-3 … before-1, after-1, -2  1 in the weeks around 春节: days −21…−15, −14…−8,
 *                                       −7…−1, 7…13, 14…20 of it
 *     each promotion of the calendar    1 while it lasts
 *     campaign                          1 while one of the store or the chain runs
 *     month-1 … month-12                1 in that month; only where a history has two of each
 *                                       (FEATURE_YEARS days)
 */
#ifndef MEDI_LOAD_FEATURE_H
#define MEDI_LOAD_FEATURE_H

#include "load/calendar.h"

enum {
    FEATURE_HOLIDAYS = 12, /* names; those beyond are taken for the last */
    FEATURE_MOST = FEATURE_HOLIDAYS + CALENDAR_PROMOTIONS + 20,
    FEATURE_YEARS = 700
};

struct features {
    const struct calendar *calendar;
    const char *names[FEATURE_MOST];
    int count, holidays;
    int tail, makeup, weeks, promotions, campaign, months; /* where they begin */
};

void features_init(struct features *features, const struct calendar *calendar);

/* x[count], zeroed and filled. */
void features_of(const struct features *features, int64_t day, bool campaign, double *x);

/* "国庆节", "调休", "春节 −2", "双11": what a person calls the day, the first that fits; ""
 * for an ordinary one. */
const char *features_name(const struct features *features, struct arena *arena, int64_t day);

#endif
