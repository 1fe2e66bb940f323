/*
 * flow: what happened to clients, row by row in the order of days: the rows of a fact (fact/fact.h), so that an
 * analysis sees a row and not a block. Names are the fact's and its columns', the derived ones too ("channel").
 *
 * Rows come by day, within it by store, within that by client. Clients of class staff and test are out.
 */
#ifndef MEDI_INSIGHT_FLOW_H
#define MEDI_INSIGHT_FLOW_H

#include "base/arena.h"
#include "db/db.h"

enum { FLOW_MOST = 8 };

struct flow {
    struct db *db;
    struct arena *arena;
    const char *of;                 /* the fact */
    const char *columns[FLOW_MOST]; /* and what is wanted of it, up to a NULL */
    int64_t from, to;               /* days, half open */
    const int64_t *store_id;        /* NULL: all stores */
};

struct flow_row {
    int64_t store_id, day;
    int32_t client;
    int64_t value[FLOW_MOST]; /* by `columns` */
};

/* Every day that a record can have. */
#define FLOW_FIRST INT64_C(-1000000)
#define FLOW_LAST INT64_C(4000000)

typedef int flow_seen(void *context, const struct flow_row *row, struct err *err);
int flow_each(const struct flow *flow, flow_seen *seen, void *context, struct err *err);

#endif
