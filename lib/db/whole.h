/*
 * whole: tables as a whole, with their ids: read in the order of their keys, written as they were, emptied.
 * For copies of a database, which must know nothing of what is in it. Names are plain: [a-z0-9_].
 */
#ifndef MEDI_DB_WHOLE_H
#define MEDI_DB_WHOLE_H

#include "db/db.h"

/* Reads these columns of all rows, in the order of the columns `keys` (indexes; none: in any order). Finish
 * it with db_finish. */
int whole_read(struct db *db, struct db_stmt **stmt, const char *table, const char *const *columns,
               int count, const int *keys, int key_count, struct err *err);

/* Rows into a table: by the engine's bulk way if it has one. From begin to end no other statement may run.
 * Errors of a row are ERR_DATA, at the latest at the end. */
struct whole_writer;
int whole_begin(struct whole_writer **writer, struct db *db, const char *table,
                const char *const *columns, int count, struct err *err);
int whole_row(struct whole_writer *writer, const struct db_value *values, struct err *err);
int whole_end(struct whole_writer *writer, struct err *err); /* frees it in any case */
void whole_abort(struct whole_writer *writer);               /* NULL-safe */

int whole_clear(struct db *db, const char *table, struct err *err);

#endif
