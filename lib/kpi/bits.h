/*
 * bits: sets of small numbers (clients), one a group, a bit each, as long as they fit into a fixed room: a
 * set costs an eighth of a byte a client, so some hundreds of large groups are counted as their rows come.
 */
#ifndef MEDI_KPI_BITS_H
#define MEDI_KPI_BITS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { BITS_ROOM = 128 << 20, BITS_CHUNK = 4 << 20, BITS_CHUNKS = BITS_ROOM / BITS_CHUNK };

struct bits {
    uint64_t **set; /* by group; NULL: has none */
    int sets;
    uint32_t words; /* of each */
    char *chunk[BITS_CHUNKS];
    int chunks;
    size_t used; /* of the last chunk */
};

void bits_release(struct bits *bits);

/* Room for numbers below `numbers` in each set; called before the first one. */
void bits_begin(struct bits *bits, int64_t numbers);

/* The set of a group; NULL: there is no room for it. */
uint64_t *bits_of(struct bits *bits, int group);

static inline bool
bits_put(uint64_t *set, int64_t number)
{
    uint64_t bit = UINT64_C(1) << (number & 63), *word = &set[number >> 6];
    bool added = (*word & bit) == 0;
    *word |= bit;
    return added;
}

#endif
