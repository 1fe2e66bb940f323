/*
 * cells: sums by three small numbers, found by hashing.
 */
#ifndef MEDI_INSIGHT_CELLS_H
#define MEDI_INSIGHT_CELLS_H

#include <stddef.h>
#include <stdint.h>

struct cell {
    int64_t key[3];
    int64_t count, sums[3];
};

struct cells {
    struct cell *items; /* in the order in which they were asked for first */
    size_t count, room;
    uint32_t *slots; /* places of items, from 1 */
    size_t slot_count;
};

struct cell *cells_at(struct cells *cells, int64_t first, int64_t second, int64_t third);
void cells_sort(struct cells *cells); /* by first, second, third key; none is asked for any more */
void cells_release(struct cells *cells);

#endif
