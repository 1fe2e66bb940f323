#include "record/seen.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

struct seen_store {
    int64_t store_id;
    unsigned char *bits;
    size_t bytes;
};

void
seen_release(struct seen *seen)
{
    for (int i = 0; i < seen->count; i++)
        free(seen->stores[i].bits);
    free(seen->stores);
    *seen = (struct seen){0};
}

static struct seen_store *
find_store(struct seen *seen, int64_t store_id)
{
    for (int i = 0; i < seen->count; i++)
        if (seen->stores[i].store_id == store_id)
            return &seen->stores[i];
    seen->stores = mem_resize(seen->stores, ((size_t)seen->count + 1) * sizeof *seen->stores);
    struct seen_store *store = &seen->stores[seen->count++];
    *store = (struct seen_store){.store_id = store_id};
    return store;
}

bool
seen_has(const struct seen *seen, int64_t store_id, int64_t id)
{
    size_t byte = (size_t)id / 8;
    for (int i = 0; i < seen->count; i++) {
        const struct seen_store *store = &seen->stores[i];
        if (store->store_id == store_id)
            return byte < store->bytes && store->bits[byte] & 1u << (id % 8);
    }
    return false;
}

bool
seen_mark(struct seen *seen, int64_t store_id, int64_t id)
{
    struct seen_store *store = find_store(seen, store_id);
    size_t byte = (size_t)id / 8;
    unsigned char bit = (unsigned char)(1u << (id % 8));
    if (byte >= store->bytes) {
        size_t room = 2 * byte + 1024;
        store->bits = mem_resize(store->bits, room);
        memset(store->bits + store->bytes, 0, room - store->bytes);
        store->bytes = room;
    }
    bool before = store->bits[byte] & bit;
    store->bits[byte] |= bit;
    return before;
}
