/*
 * profile: at which hours of a day clients come, by weekday.
 *
 *     all[h]      = (c_h + 20 u_h) ÷ (c + 20)                      whatever the weekday; u: even over the
 *                 hours that are open
 *     share[w][h] = (c_wh + 50 all[h]) ÷ (c_w + 50)                drawn towards it, as much as fifty
 *                                                                  clients weigh
 *
 * with c the clients of the last `profile_days` days. Hours in which a store is never open have no part.
 */
#ifndef MEDI_LOAD_PROFILE_H
#define MEDI_LOAD_PROFILE_H

enum { PROFILE_HOURS = 24, PROFILE_WEEK = 7 };

struct profile {
    double count[PROFILE_WEEK][PROFILE_HOURS]; /* Monday first */
    double share[PROFILE_WEEK][PROFILE_HOURS]; /* their sum over a day is 1, or 0: never open */
};

/* From the counts; usual[w][h]: the part of the hour in which the store is usually open, 0 … 1. */
void profile_learn(struct profile *profile, double usual[PROFILE_WEEK][PROFILE_HOURS]);

/* The part of the hour from `hour` on that lies in [from, to), minutes of the day. */
double profile_part(int hour, int from, int to);

#endif
