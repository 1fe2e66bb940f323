/* A code that a scanner sent, where a verb takes one: of which item, lot and unit it is. */
#ifndef MEDI_BIN_STOCK_SCANNED_H
#define MEDI_BIN_STOCK_SCANNED_H

#include "cli/cli.h"

struct scanned {
    const char *item;         /* its code */
    const char *lot, *serial; /* or NULL */
};

/* 1 it is one, of an item that is known; 0 it is no code of a scanner, so whatever else it may be;
 * -1: it is one with a fault, or of no item that is known (ERR_DATA). */
int scanned_read(struct ctx *ctx, const char *code, struct scanned *scanned, struct err *err);

#endif
