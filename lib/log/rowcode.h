/*
 * rowcode: a row of a table as 32 bytes that stand for it in the table's set, and 8 that mark it.
 *
 * BLAKE2b (purpose "medi row", 40 bytes) of the table's name and each value that is not NULL: its column's
 * place from 0 times four and its type, then its number, or the length of its bytes and these. So a column
 * that a migration adds at the end leaves the hash of rows in which it is NULL as it was. What is a number is
 * written seven bits a byte, the lowest first, of a signed one zigzag (0, -1, 1, -2 as 0, 1, 2, 3): each
 * piece says where it ends, so that two rows never give the same bytes, and most rows are one block of the
 * hash.
 */
#ifndef MEDI_LOG_ROWCODE_H
#define MEDI_LOG_ROWCODE_H

#include "base/hash.h"
#include "db/db.h"

enum { ROWCODE_MARK = 8, ROWCODE_TYPES = 4 };

struct rowcode {
    unsigned char element[HASH_SIZE];
    unsigned char mark[ROWCODE_MARK];
};

void rowcode_of(struct rowcode *code, const char *table, const struct db_value *values, int count);

#endif
