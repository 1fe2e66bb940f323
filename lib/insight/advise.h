/*
 * advise: what the figures say should be done, each with the figures behind it and the command that
 * prints them.
 *
 *   channel   ROI of the clients whose first visit lay in the half year that ended ADVISE_DAYS ago, so that
 *             what they
 *             paid within ADVISE_DAYS of it is all there: (revenue · margin - spend) ÷ spend, with a 95 %
 *             interval by
 *             the spread of what clients paid. Below 0 for sure: stop, and move to the best; above 0.5 for
 *             sure: grow. A
 *             channel on which nothing was spent before is too young: wait.
 *   project   who had it first in the year that ended ADVISE_AFTER days ago, and bought again within
 *             ADVISE_AFTER days;
 *             low if the interval (Wilson) lies below that of the other projects together: bundle it with the
 *             partner
 *             of the greatest significant lift (insight/basket.h), or look into it.
 *   client    the ADVISE_CALLS at risk who paid most: call.
 *   store     conversion, satisfaction, complications, repurchase and in-time first answers of the last
 *             ADVISE_DAYS,
 *             if the store's interval lies on the worse side of all others together: look into it.
 *
 * Nothing is said of fewer than ADVISE_FEW cases.
 */
#ifndef MEDI_INSIGHT_ADVISE_H
#define MEDI_INSIGHT_ADVISE_H

#include <stdbool.h>

#include "base/arena.h"
#include "db/db.h"
#include "text/pack.h"

enum { ADVISE_DAYS = 90, ADVISE_AFTER = 180, ADVISE_FEW = 30, ADVISE_CALLS = 5 };

struct advice {
    const char *of, *subject, *advice;
    const char *with;                 /* the channel to move to, the partner; NULL */
    const char *figure;               /* what value, low, high and against are of */
    double value, low, high, against; /* NAN: none */
    int64_t n;
    bool mature;
    int64_t amount_fen; /* spent, or paid; -1: none */
    const char *command;
};

struct advise_query {
    struct db *db;
    struct arena *arena;
    const struct packs *packs;
    int64_t today, now;
    const int64_t *store_id; /* NULL: all */
    const char *store;       /* its code, for the commands */
};

typedef int advice_seen(void *context, const struct advice *advice, struct err *err);

int advise_channels(const struct advise_query *query, advice_seen *seen, void *context,
                    struct err *err);
int advise_projects(const struct advise_query *query, advice_seen *seen, void *context,
                    struct err *err);
int advise_clients(const struct advise_query *query, advice_seen *seen, void *context,
                   struct err *err);
int advise_stores(const struct advise_query *query, advice_seen *seen, void *context,
                  struct err *err);

/* " --from … --to …", with " -s STORE" in front if the question is of one. */
const char *advise_window(const struct advise_query *query, int64_t from, int64_t to);

#endif
