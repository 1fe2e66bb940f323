/*
 * facts: what segments, tiers and tags go by, of every client in the order of their ids, in one pass over the
 * records and in the memory that one client's days need.
 *
 * Counted are clients of class client who were neither merged nor forgotten. A visit is a day on which they
 * came; cancelled and planned ones and those entered in error are none. Spend is what was paid less what was
 * given back, of class sale. The cycle is their own median interval if they came three times or more, else
 * that of the project they were last treated with; without either they are never overdue. P(alive) is that of
 * MBG/NBD (client/nbd.h) with parameters fitted to a sample of the same clients, and has a value from the
 * second purchase on.
 */
#ifndef MEDI_CLIENT_FACTS_H
#define MEDI_CLIENT_FACTS_H

#include "client/nbd.h"
#include "client/rules.h"
#include "db/db.h"

enum { FACTS_YEAR = 365, FACTS_UNIT = 7 };

struct facts {
    int64_t client_id;
    int64_t first_on, last_on; /* NO_VALUE: never came */
    struct measures measures;  /* all but the score */
};

struct facts_spec {
    struct db *db;
    struct arena *arena;
    int64_t today;
    const struct nbd *nbd; /* in units of FACTS_UNIT days; NULL: no P(alive), unless it is fitted */
    bool fit;              /* to every so-many-th of these clients first */
    const char *no_model;  /* by facts_each: why it was not; NULL: it was */
};

typedef int facts_seen(void *context, const struct facts *facts, struct err *err);
int facts_each(struct facts_spec *spec, facts_seen *seen, void *context, struct err *err);

#endif
