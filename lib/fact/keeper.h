/*
 * keeper: keeps facts, people and rollups equal to the tables. It hears of every row that is written (see
 * db_watch), notes what of them is touched, and before the commit makes that again: fact_keep. Whoever begins a
 * transaction that writes opens one, or the next recount says so.
 *
 * What is noted too much, as by a savepoint that was rolled back, only costs time.
 */
#ifndef MEDI_FACT_KEEPER_H
#define MEDI_FACT_KEEPER_H

#include "db/db.h"

struct fact_keeper;

/* Begins to listen; one a connection, which must be watched too. */
struct fact_keeper *fact_keeper_open(struct db *db);
void fact_keeper_close(struct fact_keeper *keeper); /* NULL-safe */

/* For tests: so few clients, and so few records, are asked for one by one. */
void fact_keeper_few(struct fact_keeper *keeper, int clients, int records);

/* Within the transaction, behind its last row. If it fails, the transaction must. */
int fact_keep(struct fact_keeper *keeper, struct err *err);

#endif
