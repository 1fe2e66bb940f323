/*
 * sorter: numbers sorted by a key of 64 bits, any number of them in 16 MiB: full buffers go to a file without
 * a name, sorted, and are read back side by side. An engine's own sorter compares rows of any columns, and
 * takes several times as long.
 */
#ifndef MEDI_CLIENT_SORTER_H
#define MEDI_CLIENT_SORTER_H

#include <stdint.h>

#include "base/err.h"

struct sort_item {
    uint64_t key;
    int64_t value;
};

struct sorter;

struct sorter *sorter_new(void);
void sorter_free(struct sorter *sorter); /* NULL-safe */

int sorter_add(struct sorter *sorter, uint64_t key, int64_t value, struct err *err);

/* After the last one: sorter_next gives them in the order of their keys, of equal ones in any: 1, 0 the end,
 * -1. */
int sorter_sort(struct sorter *sorter, struct err *err);
/* Back to the first one, after sorter_sort. */
void sorter_rewind(struct sorter *sorter);
int sorter_next(struct sorter *sorter, struct sort_item *item, struct err *err);

#endif
