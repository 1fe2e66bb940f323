/*
 * ready: statements that a run asks many times, each prepared once.
 *
 *     struct ready ready;
 *     ready_init(&ready, db);
 *     …
 *     ready_release(&ready);
 *
 * They are as sql_open, sql_first and sql_run give them, and belong to `ready`: who reads rows resets the
 * statement (db_reset) instead of finishing it, before the commit and before it is asked again.
 */
#ifndef MEDI_DB_READY_H
#define MEDI_DB_READY_H

#include "db/sql.h"

struct ready {
    struct db *db;
    struct db_stmt **stmts; /* by enum sql_id */
};

void ready_init(struct ready *ready, struct db *db);
void ready_release(struct ready *ready); /* also of one that is all zero */

int ready_open(struct ready *ready, struct db_stmt **stmt, enum sql_id id,
               const struct db_value *values, int count, struct err *err);
int ready_first(struct ready *ready, struct db_stmt **stmt, enum sql_id id,
                const struct db_value *values, int count, struct err *err);
int ready_run(struct ready *ready, enum sql_id id, const struct db_value *values, int count,
              int64_t *changed, struct err *err);

#endif
