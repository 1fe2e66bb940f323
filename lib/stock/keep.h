/*
 * keep: what is kept back for a booking follows it when it moves, and is given back when it is given up.
 */
#ifndef MEDI_STOCK_KEEP_H
#define MEDI_STOCK_KEEP_H

#include <stdint.h>

#include "db/db.h"

/* What is open for a booking is kept until that day; `changed`: how many reservations. */
int stock_keep_until(struct db *db, int64_t store_id, const char *booking, int64_t day,
                     int64_t *changed, struct err *err);

/* What is kept back by a reservation's own number or that of a booking is given back. */
int stock_keep_release(struct db *db, int64_t store_id, const char *code, int64_t at,
                       const char *reason, int64_t *changed, struct err *err);

#endif
