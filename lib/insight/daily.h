/*
 * daily: one sum a store and day, over a window: what goals and their forecasts are made of.
 */
#ifndef MEDI_INSIGHT_DAILY_H
#define MEDI_INSIGHT_DAILY_H

#include "base/arena.h"
#include "db/db.h"

enum daily_what {
    DAILY_REVENUE,
    DAILY_RECOGNISED,
    DAILY_SPEND,
    DAILY_ARRIVALS,
    DAILY_NEW_CLIENTS,
    DAILY_DEALS,
    DAILIES
};

struct daily {
    int64_t from, to;
    struct daily_store {
        int64_t id;
        int64_t *days;
    } * stores;
    int store_count, room;
    int64_t *all; /* all stores together, and what is the chain's own */
    struct arena *arena;
};

int daily_read(struct db *db, struct arena *arena, enum daily_what what, int64_t from, int64_t to,
               const int64_t *store_id, struct daily *daily, struct err *err);

/* Of a store, or with 0 of all together; days outside the window have nothing. */
int64_t daily_sum(const struct daily *daily, int64_t store_id, int64_t from, int64_t to);

#endif
