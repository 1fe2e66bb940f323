/*
 * pack: columns of whole numbers in few bytes. Each stands at the narrowest width of 0, 1, 2, 4 or 8 bytes that
 * holds how far its values are above its least one; a column that never falls stands as its steps where these
 * are narrower. So a client among a million, in the order of ids, takes two bytes or one.
 *
 *     version 1, columns (a byte each); rows (a varint)
 *     a column: width, plus 128 for steps (a byte); its least value (a zigzag varint)
 *     then the values of the first column, of the second, …, little-endian
 *
 * The same columns give the same bytes.
 */
#ifndef MEDI_FACT_PACK_H
#define MEDI_FACT_PACK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

enum { PACK_COLUMNS = 20, PACK_ROWS = 100000000 };

void pack_columns(struct str *out, int rows, const int64_t *const *columns, int count);

struct pack_column {
    int width;
    bool steps;
    int64_t least;
    const unsigned char *at;
};

struct pack {
    int rows, count;
    struct pack_column column[PACK_COLUMNS];
};

/* A view; false: these bytes are no pack. */
bool pack_open(struct pack *pack, const void *bytes, size_t length);

/* All values of a column; `to` has place for `rows`. */
void pack_read(const struct pack *pack, int column, int64_t *to);

#endif
