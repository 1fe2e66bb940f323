/*
 * rows: what lib/duty asks for as one line of words. Inside lib/duty only.
 */
#ifndef MEDI_DUTY_ROWS_H
#define MEDI_DUTY_ROWS_H

#include <stdbool.h>

#include "base/arena.h"
#include "db/db.h"
#include "db/sql.h"

/* The first column of all rows, "a, b, c"; "" if there are none; NULL on an error. With `wanted`,
 * whether it is among them. */
char *rows_join(struct db *db, struct arena *arena, enum sql_id id, const struct db_value *values,
                const char *wanted, bool *found, struct err *err);

/* The first column of the one row that a statement gives, a number. */
int rows_number(struct db *db, enum sql_id id, const struct db_value *values, int64_t *number,
                struct err *err);

#endif
