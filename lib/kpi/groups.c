#include "kpi/groups.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

enum { FIRST = 64 };

static uint32_t
hash(const int64_t *key, int width)
{
    uint64_t sum = 0x9e3779b97f4a7c15u;
    for (int i = 0; i < width; i++) {
        sum = (sum ^ (uint64_t)key[i]) * 0xff51afd7ed558ccdu;
        sum ^= sum >> 32;
    }
    return (uint32_t)sum;
}

static void
put(struct groups *groups, int group)
{
    uint32_t at = hash(groups_key(groups, group), groups->width) & groups->mask;
    while (groups->table[at])
        at = (at + 1) & groups->mask;
    groups->table[at] = group + 1;
}

static void
grow(struct groups *groups)
{
    int room = groups->room ? 2 * groups->room : FIRST;
    size_t places = 2 * (size_t)room;
    groups->key =
        mem_resize(groups->key, (size_t)room * (size_t)(groups->width + 1) * sizeof(int64_t));
    groups->sum =
        mem_resize(groups->sum, (size_t)room * (size_t)(groups->sums + 1) * sizeof(int64_t));
    groups->table = mem_resize(groups->table, places * sizeof *groups->table);
    memset(groups->table, 0, places * sizeof *groups->table);
    groups->room = room;
    groups->mask = (uint32_t)places - 1;
    for (int i = 0; i < groups->count; i++)
        put(groups, i);
}

void
groups_init(struct groups *groups, int width, int sums)
{
    *groups = (struct groups){.width = width, .sums = sums};
    grow(groups);
}

void
groups_release(struct groups *groups)
{
    free(groups->key);
    free(groups->sum);
    free(groups->table);
    *groups = (struct groups){0};
}

int
groups_find(struct groups *groups, const int64_t *key)
{
    size_t size = (size_t)groups->width * sizeof *key;
    uint32_t at = hash(key, groups->width) & groups->mask;
    for (; groups->table[at]; at = (at + 1) & groups->mask)
        if (memcmp(groups_key(groups, groups->table[at] - 1), key, size) == 0)
            return groups->table[at] - 1;
    if (groups->count == groups->room)
        grow(groups);
    int made = groups->count++;
    if (size)
        memcpy(groups->key + (int64_t)made * groups->width, key, size);
    memset(groups_sum(groups, made), 0, (size_t)groups->sums * sizeof *groups->sum);
    put(groups, made);
    return made;
}
