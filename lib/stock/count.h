/*
 * count: a stocktake (盘点). It stands for the moment when it began: what the books say of
 * that moment is compared with what was found, and the difference becomes a movement dated at
 * that moment. So what moves while people count, and what is entered later of before, is neither
 * lost nor counted twice; and once it is closed nothing can be entered at or before its moment.
 */
#ifndef MEDI_STOCK_COUNT_H
#define MEDI_STOCK_COUNT_H

#include "stock/stock.h"

struct stock_count {
    int64_t store_id, id, at, day;
    const char *code, *state;
};

/* Begins with the lots of those items (",A,B,"; NULL: all) at that place (NULL: all). The number of lots, 0
 * there are none, -1. */
int stock_count_start(struct db *db, struct arena *arena, const struct stock_note *note,
                      const char *items, const char *place, struct stock_count *count,
                      struct err *err);

/* ERR_DATA: there is none. */
int stock_count_find(struct db *db, struct arena *arena, int64_t store_id, const char *code,
                     struct stock_count *count, struct err *err);

/* How much of a lot was found; a lot that is not on the sheet comes onto it. */
int stock_count_enter(struct db *db, const struct stock_count *count, int64_t item_id,
                      int64_t lot_id, int64_t counted, const struct stock_note *note,
                      struct err *err);

/* What differs, as one text: "I1 L1: 300 on the books, 295 counted; …", "" nothing does.
 * ERR_DATA: a lot was not counted yet. */
int stock_count_differences(struct db *db, struct arena *arena, const struct stock_count *count,
                            const char **text, struct err *err);

/* Puts the books right and closes the count: the number of lots that differed, or -1. */
int stock_count_close(struct db *db, struct arena *arena, const struct stock_count *count,
                      const struct stock_note *note, const char *by, struct err *err);

#endif
