/*
 * words: what a person writes of quantities, and what is said of what cannot be taken, one line each.
 */
#ifndef MEDI_STOCK_WORDS_H
#define MEDI_STOCK_WORDS_H

#include "stock/stock.h"

/*
 * ITEM=QUANTITY[UNIT][@LOT]: a whole number of the item's smallest unit, or with its pack's unit
 * behind it of packs. ERR_DATA: no such item or lot, another unit, a part of a unit, below zero.
 * `text` is not changed.
 */
struct stock_words {
    struct stock_item item;
    int64_t quantity, lot_id;
    const char *lot; /* or NULL */
};
int stock_words(struct db *db, struct arena *arena, int64_t store_id, const char *text,
                struct stock_words *words, struct err *err);

/* A quantity alone, of an item. `zero`: nothing is a quantity too (of a count). */
int stock_quantity(const struct stock_item *item, const char *text, bool zero, int64_t *quantity,
                   struct err *err);

/* ERR_DATA with why a plan gives 0. */
int stock_short(struct arena *arena, const struct stock_item *item, const struct stock_want *want,
                const struct stock_found *found, struct err *err);
int stock_unusable(const char *lot, enum stock_state state, const char *day, struct err *err);

#endif
