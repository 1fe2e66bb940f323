/*
 * retention: 留存率: who of those that came in a period came again, by each of five definitions that are
 * in use. Each has the same base: the clients with a visit on a day of [from, to).
 *
 *   after-period   ÷ of them with a visit in the N days behind the period, [to, to + N)
 *   next-month     ÷ … in the first calendar month that begins behind the period
 *   after-first    ÷ … within N days after their own first visit of the period, the day itself left out
 *   within-period  ÷ … on two days or more of the period
 *   before-period  ÷ … before the period, ever: those who were no new clients
 *
 * The last two need nothing behind the period and so are known at its end; the others are mature when
 * the last day that counts is over. What is counted until then is a part.
 *
 * Cut by store, each store is taken by itself, as if there were no other; by channel, that is the
 * client's first touch; by month, each month that begins in [from, to) is a period.
 */
#ifndef MEDI_INSIGHT_RETENTION_H
#define MEDI_INSIGHT_RETENTION_H

#include <stdbool.h>

#include "base/arena.h"
#include "db/db.h"

enum retention_definition {
    RETAIN_AFTER_PERIOD,
    RETAIN_NEXT_MONTH,
    RETAIN_AFTER_FIRST,
    RETAIN_WITHIN_PERIOD,
    RETAIN_BEFORE_PERIOD,
    RETENTIONS
};
enum retention_cut { RETAIN_WHOLE, RETAIN_BY_STORE, RETAIN_BY_CHANNEL, RETAIN_BY_MONTH };

const char *retention_name(enum retention_definition definition);
/* ERR_USAGE with the names that there are, and the nearest. */
int retention_find(const char *name, enum retention_definition *definition, struct err *err);

struct retention_query {
    struct db *db;
    struct arena *arena;
    int64_t from, to;        /* the period */
    int64_t days;            /* N */
    int64_t today;           /* visits of later days are not looked at */
    const int64_t *store_id; /* NULL: the chain; else only visits of that store */
    enum retention_cut by;
};

struct retention_row {
    int64_t from, to; /* the period */
    int64_t key;      /* id of the store or channel it was cut by */
    int64_t base;
    int64_t kept[RETENTIONS];
    int64_t counted_to
        [RETENTIONS]; /* the day behind the last one that counts: mature when it has come */
};

/* By period, then by key. None where nobody came. */
int retention_count(const struct retention_query *query, struct retention_row **rows, int *count,
                    struct err *err);

#endif
