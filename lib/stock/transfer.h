/*
 * transfer: goods on their way from one store to another, at once and with what they cost.
 *
 * What leaves a lot there begins one of the same number, dates and supplier here, or is more of
 * it if that is there already; then its units cost what all of them together are worth. Both
 * stores' rows are written in the one transaction, which must hold the locks of both
 * (VERB_CHAIN). Only unopened packs are sent.
 */
#ifndef MEDI_STOCK_TRANSFER_H
#define MEDI_STOCK_TRANSFER_H

#include "stock/stock.h"

struct stock_transfer {
    int64_t to_store_id, to_day; /* the day in the calendar of that store */
    const char *to;              /* its code */
    const char *code;            /* by stock_send: of the transfer */
};

/* Sends what is planned. ERR_DATA: the other store has that lot with another last day, or in
 * another state. */
int stock_send(struct db *db, struct stock_plan *plan, struct stock_transfer *transfer,
               const struct stock_note *note, struct err *err);

#endif
