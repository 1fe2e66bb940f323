/*
 * seen: which rows of a table this import has met already: a bit a row. Ids are dense, so a million rows
 * are 125 kB. By it a key that a file gives twice with different content is told from a change.
 */
#ifndef MEDI_RECORD_SEEN_H
#define MEDI_RECORD_SEEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct seen {
    struct seen_store *stores;
    int count;
};

void seen_release(struct seen *seen);

bool seen_has(const struct seen *seen, int64_t store_id, int64_t id);

/* Marks the row and tells whether it was marked before. */
bool seen_mark(struct seen *seen, int64_t store_id, int64_t id);

#endif
