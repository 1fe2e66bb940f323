/*
 * code: a number for a record that was given none, such as V20261128-0007: the letters of its table, the day,
 * and a running number of that day.
 */
#ifndef MEDI_RECORD_CODE_H
#define MEDI_RECORD_CODE_H

#include "base/arena.h"
#include "db/db.h"

/*
 * A code that no row of the table has, of a store or (store_id 0) of the chain. In the arena. Inside a write
 * transaction, and the row must be written before the next code of the table is asked for. The number is
 * found by looking: it is the first free one behind those that are taken without a gap, and any free one if
 * there are gaps. A table whose letters are not known gets X.
 */
int code_make(struct db *db, struct arena *arena, const char *table, int64_t store_id, int64_t day,
              const char **code, struct err *err);

#endif
