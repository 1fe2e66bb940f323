/*
 * pool: equal rows of whole numbers counted together, since a likelihood needs each but once.
 *
 * Rows are appended; when the memory is full they are sorted and merged, and only if that frees less than
 * half of it, it grows. So memory follows the number of rows that differ: with weeks or days as they are, all
 * clients of one purchase share a row with those who came on the same day.
 */
#ifndef MEDI_CLIENT_POOL_H
#define MEDI_CLIENT_POOL_H

#include <stddef.h>
#include <stdint.h>

struct pool_row {
    int64_t key[3];
    int64_t count;
};

struct pool {
    struct pool_row *rows;
    size_t used, room;
};

void pool_add(struct pool *pool, int64_t first, int64_t second, int64_t third);
/* Sorts by first, second, third key, each combination once. */
void pool_merge(struct pool *pool);
void pool_release(struct pool *pool);

#endif
