/*
 * transactions: lines of purchases from a file.
 *
 *     client date quantity amount            C0017 2026-09-11 1 1280.00
 *     client sample date quantity amount     00004 0001 19970101 2 29.33      (the layout of the CDNOW data)
 *
 * parted by blanks, or by commas or TABs if the first line has any (see records.h). All lines have the same
 * number of columns. A first line of the very words above is a header. Dates are as in base/day.h, amounts
 * as in base/money.h: whole fen, nothing is rounded; below 0 they are refunds. The quantity must be a
 * number, and is not used.
 *
 * What is wrong with a line is ERR_DATA, with file and line.
 */
#ifndef MEDI_CLIENT_TRANSACTIONS_H
#define MEDI_CLIENT_TRANSACTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"

struct transactions;

struct transaction {
    const char *client; /* never empty; lives until the next line */
    size_t length;
    int64_t day, fen;
};

/* A field has at most 256 bytes. */
int transactions_open(struct transactions **transactions, const char *path, struct err *err);
void transactions_close(struct transactions *transactions); /* NULL-safe */

/* 1 a line, 0 the end, -1. */
int transactions_next(struct transactions *transactions, struct transaction *transaction,
                      struct err *err);

/* Back to the first line; false for a pipe, with `err`. */
bool transactions_rewind(struct transactions *transactions, struct err *err);
bool transactions_can_rewind(const struct transactions *transactions);

/* Puts file and line of the last line in front of an error about it: -1. */
int transactions_place(const struct transactions *transactions, struct err *err);

#endif
