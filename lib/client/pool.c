#include "client/pool.h"

#include <stdlib.h>

#include "base/arena.h"

enum { LEAST_ROOM = 1024 };

static int
compare(const void *left, const void *right)
{
    const struct pool_row *a = left, *b = right;
    for (int i = 0; i < 3; i++)
        if (a->key[i] != b->key[i])
            return a->key[i] < b->key[i] ? -1 : 1;
    return 0;
}

void
pool_merge(struct pool *pool)
{
    size_t kept = 0;
    if (pool->used)
        qsort(pool->rows, pool->used, sizeof *pool->rows, compare);
    for (size_t i = 0; i < pool->used; i++) {
        if (kept && compare(&pool->rows[kept - 1], &pool->rows[i]) == 0)
            pool->rows[kept - 1].count += pool->rows[i].count;
        else
            pool->rows[kept++] = pool->rows[i];
    }
    pool->used = kept;
}

static void
make_room(struct pool *pool)
{
    pool_merge(pool);
    if (pool->room && pool->used < pool->room / 2)
        return;
    pool->room = pool->room ? 2 * pool->room : LEAST_ROOM;
    pool->rows = mem_resize(pool->rows, pool->room * sizeof *pool->rows);
}

void
pool_add(struct pool *pool, int64_t first, int64_t second, int64_t third)
{
    if (pool->used == pool->room)
        make_room(pool);
    pool->rows[pool->used++] = (struct pool_row){{first, second, third}, 1};
}

void
pool_release(struct pool *pool)
{
    free(pool->rows);
    *pool = (struct pool){0};
}
