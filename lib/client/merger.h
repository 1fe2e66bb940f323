/*
 * merger: lists of numbers, each in the order of a key of 64 bits, read as one list in that order, and again.
 * They wait in a file without a name, so memory does not grow with their length.
 */
#ifndef MEDI_CLIENT_MERGER_H
#define MEDI_CLIENT_MERGER_H

#include <stdint.h>

#include "base/err.h"

enum { MERGER_LISTS = 8 };

struct merge_item {
    uint64_t key;
    int64_t value;
};

struct merger;

int merger_new(struct merger **merger, struct err *err);
void merger_free(struct merger *merger); /* NULL-safe */

/* What is added from here on is a list of its own; at most MERGER_LISTS of them. */
int merger_list(struct merger *merger, struct err *err);
/* ERR_DB: the key is below that of the item before it. */
int merger_add(struct merger *merger, const struct merge_item *item, struct err *err);

/* After the last item was added, and again to come back to the first. */
int merger_begin(struct merger *merger, struct err *err);
/* In the order of keys, of equal ones the earlier list first: 1, 0 the end, -1. */
int merger_next(struct merger *merger, struct merge_item *item, struct err *err);

#endif
