/*
 * clock: how long a complaint waits. The wall clock counts every second; the clock of the opening
 * hours counts only those in which the store is open, by its own hours and zone, so that a night, a
 * closed Sunday and the hour that a clock skips in spring are no time, and the hour that it shows
 * twice in autumn counts twice if the store is open.
 *
 * Nothing here asks a database. Moments are UTC seconds.
 */
#ifndef MEDI_COMPLAINT_CLOCK_H
#define MEDI_COMPLAINT_CLOCK_H

#include <stdbool.h>
#include <stdint.h>

#include "base/zone.h"
#include "record/hours.h"

struct clock {
    bool wall;
    const struct zone *zone; /* the two are for a clock that is not the wall's */
    struct hours hours;      /* open on at least one weekday */
};

/* The seconds that the clock counts in [from, to); 0 if `to` is not behind `from`. */
int64_t clock_between(const struct clock *clock, int64_t from, int64_t to);

/* The moment at which the clock has counted `seconds` (>= 0) since `from`: the first one, so that
 * what is due at closing time is due then, and not when the store opens again. */
int64_t clock_add(const struct clock *clock, int64_t from, int64_t seconds);

/* A time in which the clock stands still: [from, to). */
struct clock_pause {
    int64_t from, to;
};

/* When a limit that began at `from` is reached, given the pauses in their order: each that began
 * before the limit moves it by what the clock would have counted in it. */
int64_t clock_due(const struct clock *clock, int64_t from, int64_t seconds,
                  const struct clock_pause *pauses, int count);

#endif
