/*
 * deals: the clients who bought, from the database, one after the other in constant memory.
 */
#ifndef MEDI_CLIENT_DEALS_H
#define MEDI_CLIENT_DEALS_H

#include "client/history.h"
#include "db/db.h"

struct deals {
    struct db *db;
    int64_t until;           /* the last day of the observation */
    const int64_t *store_id; /* NULL: the chain */
};

/* Gets each client's code and figures; -1 ends the reading. */
typedef int buyer_seen(void *context, const char *client, const struct buyer *buyer,
                       struct err *err);

int deals_each(const struct deals *deals, buyer_seen *seen, void *context, struct err *err);

#endif
