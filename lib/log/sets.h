/*
 * sets: what was written in this transaction, per table and store, until it stands behind an entry: how the
 * sets' hashes change, the marks, and the rows before and after that the entry will hold. Inside lib/log.
 *
 * Fed by db_watch. Memory does not grow with the number of rows: marks go to the database as their parts
 * fill, rows are kept up to SETS_ADDED and SETS_CHANGED, and then counted.
 */
#ifndef MEDI_LOG_SETS_H
#define MEDI_LOG_SETS_H

#include "base/str.h"
#include "db/db.h"

enum { SETS_ADDED = 16, SETS_CHANGED = 1000 };

struct sets;

struct sets *sets_new(struct db *db);
void sets_free(struct sets *sets); /* NULL-safe */

/* Those of db_watch. What fails inside is kept until the transaction ends: `sound` and sets_flush tell it. */
void sets_row(void *sets, const struct db_written *row);
void sets_settle(void *sets, bool stay);
void sets_moment(void *sets, enum db_moment moment);
int sets_sound(void *sets, struct err *err);

bool sets_is_clean(const struct sets *sets);

/* The lowest store above `after` whose rows were written since its last flush; -1: none. Begin with -1. */
int64_t sets_next_store(const struct sets *sets, int64_t after);

/* Brings tally and mark of a store up to date, and gives an entry's `sets` and `changes` (empty: none). */
int sets_flush(struct sets *sets, int64_t store_id, struct str *lines, struct str *changes,
               struct err *err);

/* Every row of the table as if it had just been written, without keeping any. */
int sets_recount(struct sets *sets, const char *table, struct err *err);

#endif
