#include "fact/touched.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

enum { AHEAD = 64, GAP = 3 };

void
touched_release(struct touched *touched)
{
    for (int i = 0; i < touched->count; i++)
        free(touched->stores[i].mask);
    free(touched->stores);
    *touched = (struct touched){0};
}

static struct touched_store *
store_of(struct touched *touched, int64_t store_id)
{
    if (touched->last < touched->count && touched->stores[touched->last].store_id == store_id)
        return &touched->stores[touched->last];
    for (touched->last = 0; touched->last < touched->count; touched->last++)
        if (touched->stores[touched->last].store_id == store_id)
            return &touched->stores[touched->last];
    touched->stores =
        mem_resize(touched->stores, ((size_t)touched->count + 1) * sizeof *touched->stores);
    touched->stores[touched->count] = (struct touched_store){.store_id = store_id};
    return &touched->stores[touched->count++];
}

/* Room for that day, and some on its side. */
static void
widen(struct touched_store *store, int64_t day)
{
    int64_t from = store->mask ? store->from : day - AHEAD, to = from + store->room;
    int64_t low = day < from ? day - store->room / 2 - AHEAD : from;
    int64_t high = day >= to ? day + store->room / 2 + AHEAD : to;
    uint32_t *mask = mem_alloc((size_t)(high - low) * sizeof *mask);
    memset(mask, 0, (size_t)(high - low) * sizeof *mask);
    if (store->room)
        memcpy(mask + (from - low), store->mask, (size_t)store->room * sizeof *mask);
    free(store->mask);
    store->mask = mask;
    store->from = low;
    store->room = (int)(high - low);
}

void
touched_add(struct touched *touched, uint32_t facts, int64_t store_id, int64_t day)
{
    struct touched_store *store = store_of(touched, store_id);
    if (day < store->from || day >= store->from + store->room)
        widen(store, day);
    store->mask[day - store->from] |= facts;
}

static int64_t
first_in(const struct touched_store *store, uint32_t facts, int64_t from, int64_t to)
{
    int64_t day = from < store->from ? store->from : from, end = store->from + store->room;
    for (end = to < end ? to : end; day < end; day++)
        if (store->mask[day - store->from] & facts)
            return day;
    return INT64_MAX;
}

bool
touched_next(const struct touched *touched, uint32_t facts, int most, struct touched_run *run)
{
    int64_t day = INT64_MAX;
    for (; run->store < touched->count; run->store++, run->to = INT64_MIN) {
        day = first_in(&touched->stores[run->store], facts, run->to, INT64_MAX);
        if (day != INT64_MAX)
            break;
    }
    if (day == INT64_MAX)
        return false;
    const struct touched_store *store = &touched->stores[run->store];
    run->from = day;
    run->facts = 0;
    while (day != INT64_MAX) {
        run->facts |= store->mask[day - store->from] & facts;
        run->to = day + 1;
        int64_t end = run->to + GAP < run->from + most ? run->to + GAP : run->from + most;
        day = first_in(store, facts, run->to, end);
    }
    return true;
}
