/*
 * cohort: clients by the month of their first visit, and what they did in each month from then on.
 *
 * Age 0 is the month of the first visit. With a store, all is of that store alone: the first visit there, the
 * visits and the money there.
 *
 *   clients   distinct clients with a visit in the month
 *   revenue   实收: paid less given back, by the day of the money; what was paid before the first visit
 *             counts as
 *             age 0. Who paid and never came is of no cohort: their money is in `stray`, so that cohorts and
 *             stray
 *             make up all of it.
 */
#ifndef MEDI_INSIGHT_COHORT_H
#define MEDI_INSIGHT_COHORT_H

#include <stdbool.h>

#include "base/arena.h"
#include "db/db.h"

struct cohort_query {
    struct db *db;
    struct arena *arena;
    int64_t from, to;        /* cohorts that begin in these months, half open */
    int64_t today;           /* nothing of later days is looked at */
    const int64_t *store_id; /* NULL: the chain */
    int months;              /* of a period: 1, 3 a quarter, 12 a year */
    bool revenue;            /* else clients */
};

struct cohort {
    int64_t from;     /* first day of its period */
    int64_t clients;  /* who belong to it */
    int ages;         /* periods that have begun by today */
    int64_t *figures; /* by age: clients, or fen */
};

struct cohorts {
    struct cohort *items; /* in order, those without clients too */
    int count;
    int64_t stray; /* revenue only: fen of those who never came */
};

int cohort_count(const struct cohort_query *query, struct cohorts *cohorts, struct err *err);

#endif
