/*
 * window: when a clinic calls and writes: in the opening hours of the store, by its own clock.
 */
#ifndef MEDI_FOLLOWUP_WINDOW_H
#define MEDI_FOLLOWUP_WINDOW_H

#include "base/zone.h"
#include "db/db.h"
#include "record/hours.h"
#include "text/pack.h"

struct window {
    int64_t store_id;
    const char *store; /* code */
    const struct zone *zone;
    struct hours hours;
};

/* Of a store, whose hours are the setting followup.hours if it has none of its own. In the arena. */
int window_load(struct db *db, struct arena *arena, const struct packs *packs, int64_t store_id,
                struct window *window, struct err *err);

/* The first moment from `at` on in which the store is open; `day`: of it, there. */
int64_t window_open(const struct window *window, int64_t at, int64_t *day);

/* So long behind a moment: days keep the time of the day, hours are hours. */
int64_t window_after(const struct window *window, int64_t at, int64_t seconds, bool days);

#endif
