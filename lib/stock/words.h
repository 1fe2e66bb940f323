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
 *
 * ITEM, or LOT, may be what a scanner reads off the package (stock/label.h): a label that says its
 * lot needs no other. Since it may have = in it, the last one before @ parts item and quantity.
 * `day` is today's.
 */
struct stock_words {
    struct stock_item item;
    int64_t quantity, lot_id;
    const char *lot, *unit; /* or NULL; unit: a label's serial number */
    bool lot_said;          /* behind @, and not only on a label */
};
int stock_words(struct db *db, struct arena *arena, int64_t store_id, int64_t day, const char *text,
                struct stock_words *words, struct err *err);

/* Parts "A=N@L" in place: what stands before the quantity, the quantity, and the lot or NULL.
 * False: there is none. */
bool stock_words_part(char *text, char **number, char **lot);

/* A quantity alone, of an item. `zero`: nothing is a quantity too (of a count). */
int stock_quantity(const struct stock_item *item, const char *text, bool zero, int64_t *quantity,
                   struct err *err);

/* ERR_DATA with why a plan gives 0. */
int stock_short(struct arena *arena, const struct stock_item *item, const struct stock_want *want,
                const struct stock_found *found, struct err *err);
int stock_unusable(const char *lot, enum stock_state state, const char *day, struct err *err);

#endif
