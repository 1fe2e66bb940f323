/*
 * groups: what rows fall into, by keys of whole numbers, and sums of each. Grows; memory of its own.
 */
#ifndef MEDI_KPI_GROUPS_H
#define MEDI_KPI_GROUPS_H

#include <stdint.h>

struct groups {
    int width, sums; /* keys and sums of a group */
    int count, room;
    int64_t *key; /* count × width */
    int64_t *sum; /* count × sums */
    int32_t *table;
    uint32_t mask;
};

void groups_init(struct groups *groups, int width, int sums);
void groups_release(struct groups *groups);

/* The number of the group with that key, made with sums of 0 if there was none. */
int groups_find(struct groups *groups, const int64_t *key);

static inline const int64_t *
groups_key(const struct groups *groups, int group)
{
    return groups->key + (int64_t)group * groups->width;
}
static inline int64_t *
groups_sum(const struct groups *groups, int group)
{
    return groups->sum + (int64_t)group * groups->sums;
}

#endif
