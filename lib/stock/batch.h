/*
 * batch: many issues in one transaction, by the rules of stock.h and by their own codes.
 *
 * What a store has of an item is read once, when the item is first wanted, and kept in memory: a
 * line then costs no statement but the look whether its code is there already. Movements are
 * written in bulk, opened packs and lots once, at the end. The caller's transaction holds the
 * store, so nothing moves meanwhile.
 *
 * A line that is split between places has movements CODE, CODE-2, CODE-3. What is controlled is
 * refused: two people consent to each of those by itself.
 */
#ifndef MEDI_STOCK_BATCH_H
#define MEDI_STOCK_BATCH_H

#include "stock/stock.h"

struct stock_batch;

struct stock_line {
    const char *code, *item, *quantity, *lot, *reason; /* lot, reason: NULL or "" for none */
}; /* item and lot: or what is scanned off the package, which costs statements */

int stock_batch_open(struct stock_batch **batch, struct db *db, struct arena *arena,
                     int64_t store_id, const struct stock_note *note, struct err *err);
void stock_batch_close(struct stock_batch *batch); /* NULL-safe */

/* 1 it will be issued, 0 its code was issued already, -1; with ERR_DATA the line is refused and nothing
 * changed, so that others may go on. */
int stock_batch_add(struct stock_batch *batch, const struct stock_line *given, struct err *err);

/* Writes what is not written yet: before the commit. The number of movements, or -1. */
int64_t stock_batch_finish(struct stock_batch *batch, struct err *err);

#endif
