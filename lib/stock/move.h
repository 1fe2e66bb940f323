/*
 * move: one movement, written with the sums that it changes. Inside lib/stock.
 *
 * It is refused (ERR_DATA) if the lot, or the opened pack, has not got so much, now or at any
 * moment since it happened; if it happened before the lot was received; if a closed count of the
 * item stands for its moment or a later one.
 */
#ifndef MEDI_STOCK_MOVE_H
#define MEDI_STOCK_MOVE_H

#include "stock/stock.h"

struct move {
    int64_t store_id, item_id, lot_id, vial_id;
    int64_t quantity, cost_fen; /* below zero: out */
    const char *lot, *reverses;
};

int move_add(struct db *db, struct arena *arena, const struct move *move,
             const struct stock_note *note, const char **code, struct err *err);

/* A part of a plan's piece, priced, as a movement of its own: issue.c. */
int move_piece(struct db *db, struct stock_plan *plan, struct stock_piece *piece, int64_t vial_id,
               int64_t quantity, const struct stock_note *note, struct err *err);

#endif
