/*
 * told: sources that are no facts: statements of this room, and the standard procedure. Their rows are
 * cut by store, month, channel and staff as their columns say; a measure is one of their other columns.
 */
#ifndef MEDI_KPI_TOLD_H
#define MEDI_KPI_TOLD_H

#include <stdbool.h>
#include <stdint.h>

#include "db/db.h"
#include "db/sql.h"
#include "text/pack.h"

struct told {
    const char *name; /* of the source: "key_items" */
    enum sql_id sql;  /* SQL_NONE: the procedure (kpi/procedure.h) */
};

const struct told *told_find(const char *name);
bool told_has(const struct told *told, const char *column);

/* What a statement of this room may ask for. */
struct told_ask {
    int64_t from, to;
    const int64_t *store_id, *staff_id; /* NULL: all */
    const char *staff;                  /* and its code */
    bool by_store, by_month, by_channel, by_staff;
    int64_t threshold_fen, now;
    const char *projects; /* ",P1,P2,"; "," none */
    const struct packs *packs;
    struct arena *arena;
};

/* A row: codes of what it is cut by, NULL where it is not or nobody knows. */
struct told_row {
    const char *store, *month, *channel, *staff;
    const char *const *names; /* of the other columns, */
    const int64_t *values;
    int count;
};
typedef int told_fn(void *context, const struct told_row *row, struct err *err);
int told_rows(struct db *db, const struct told *told, const struct told_ask *ask, told_fn *row,
              void *context, struct err *err);

#endif
