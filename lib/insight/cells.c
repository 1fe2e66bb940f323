#include "insight/cells.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

static size_t
slot_of(const struct cells *cells, const int64_t key[3])
{
    uint64_t hash = (uint64_t)key[0] * 0x9E3779B97F4A7C15u;
    hash = (hash ^ (uint64_t)key[1]) * 0xC2B2AE3D27D4EB4Fu;
    hash = (hash ^ (hash >> 29) ^ (uint64_t)key[2]) * 0x165667B19E3779F9u;
    return (size_t)(hash >> 32) & (cells->slot_count - 1);
}

static void
widen(struct cells *cells)
{
    cells->room = cells->room ? 2 * cells->room : 512;
    cells->slot_count = 2 * cells->room;
    cells->items = mem_resize(cells->items, cells->room * sizeof *cells->items);
    cells->slots = mem_resize(cells->slots, cells->slot_count * sizeof *cells->slots);
    memset(cells->slots, 0, cells->slot_count * sizeof *cells->slots);
    for (size_t i = 0; i < cells->count; i++) {
        size_t slot = slot_of(cells, cells->items[i].key);
        while (cells->slots[slot])
            slot = (slot + 1) & (cells->slot_count - 1);
        cells->slots[slot] = (uint32_t)i + 1;
    }
}

struct cell *
cells_at(struct cells *cells, int64_t first, int64_t second, int64_t third)
{
    const int64_t key[3] = {first, second, third};
    if (cells->count == cells->room)
        widen(cells);
    size_t slot = slot_of(cells, key);
    for (; cells->slots[slot]; slot = (slot + 1) & (cells->slot_count - 1))
        if (memcmp(cells->items[cells->slots[slot] - 1].key, key, sizeof key) == 0)
            return &cells->items[cells->slots[slot] - 1];
    cells->slots[slot] = (uint32_t)++cells->count;
    cells->items[cells->count - 1] = (struct cell){.key = {first, second, third}};
    return &cells->items[cells->count - 1];
}

static int
by_keys(const void *a, const void *b)
{
    const struct cell *one = a, *other = b;
    for (int i = 0; i < 3; i++)
        if (one->key[i] != other->key[i])
            return one->key[i] < other->key[i] ? -1 : 1;
    return 0;
}

void
cells_sort(struct cells *cells)
{
    if (cells->count > 1)
        qsort(cells->items, cells->count, sizeof *cells->items, by_keys);
}

void
cells_release(struct cells *cells)
{
    free(cells->items);
    free(cells->slots);
    *cells = (struct cells){0};
}
