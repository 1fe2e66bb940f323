/*
 * sql: the statements that were embedded from the sql/ folders at build time, typed.
 *
 * One file is one statement. Its first comment says what it answers; then come
 *     -- param: store text          bound to $1, $2, … in this order
 *     -- column: arrivals int       the columns it returns, in order
 * Types: int text bytes day moment fen ratio share bool (see text/out.h for what they print).
 * lib/kpi/sql/arrivals.sql becomes SQL_KPI_ARRIVALS; a missing file fails the compile.
 */
#ifndef MEDI_DB_SQL_H
#define MEDI_DB_SQL_H

#include "sql_list.h" /* generated: enum sql_id { SQL_NONE, …, SQL_COUNT } */
#include "base/err.h"
#include "db/db.h"

struct sql_field {
    const char *name;
    const char *type;
};

struct sql {
    const char *name; /* "kpi/arrivals" */
    const char *says; /* the first comment */
    const char *text;
    const struct sql_field *params;
    int param_count;
    const struct sql_field *columns;
    int column_count;
};

extern const struct sql sql_statements[]; /* generated; by enum sql_id */

const struct sql *sql_get(enum sql_id id);

/* Prepares the statement and binds all of its parameters ($1…); `count` must be its param_count. */
int sql_open(struct db *db, struct db_stmt **stmt, enum sql_id id, const struct db_value *values,
             int count, struct err *err);

/* sql_open, one step: 1 and the statement on its row, 0 none (statement finished), -1 error. */
int sql_first(struct db *db, struct db_stmt **stmt, enum sql_id id, const struct db_value *values,
              int count, struct err *err);

/* Gives each row to `each` until there is none, or it fails: 0, -1. */
typedef int sql_row(void *context, const struct db_stmt *stmt, struct err *err);
int sql_each(struct db *db, enum sql_id id, const struct db_value *values, int count, sql_row *each,
             void *context, struct err *err);

/* For statements without rows; `changed` (may be NULL) gets the number of rows written. */
int sql_run(struct db *db, enum sql_id id, const struct db_value *values, int count,
            int64_t *changed, struct err *err);

#endif
