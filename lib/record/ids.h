/*
 * ids: the numbers of rows, given out by the table `counter`, never twice.
 */
#ifndef MEDI_RECORD_IDS_H
#define MEDI_RECORD_IDS_H

#include "db/db.h"

/* Takes the next id of a table; `store_id` 0: of a table of the chain. Inside a write transaction, with which
 * it goes back; not while the same table is open as a relation with ids that it has not saved. */
int ids_next(struct db *db, const char *table, int64_t store_id, int64_t *id, struct err *err);

#endif
