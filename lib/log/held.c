#include "log/held.h"

#include <stdlib.h>
#include <string.h>

#include "base/codec.h"

enum { FIRST_BUCKETS = 256 };

struct held {
    const struct description *tables;
    struct held_set *sets;
    int count, room;
    int last;     /* table that was asked for: mostly it is asked for again */
    int *buckets; /* number of the set plus one; 0: none. Twice as many as sets, or more */
    unsigned bucket_count;
};

struct held *
held_new(const struct description *tables)
{
    struct held *held = mem_alloc(sizeof *held);
    *held = (struct held){.tables = tables, .bucket_count = FIRST_BUCKETS};
    held->buckets = mem_alloc(FIRST_BUCKETS * sizeof *held->buckets);
    memset(held->buckets, 0, FIRST_BUCKETS * sizeof *held->buckets);
    return held;
}

void
held_free(struct held *held)
{
    if (!held)
        return;
    free(held->sets);
    free(held->buckets);
    free(held);
}

/* Where it stands in the list of all; -1: not there. What names are asked for in a row are mostly few. */
static int
table_of(struct held *held, const char *name)
{
    const struct description *tables = held->tables;
    for (int i = 0, at = held->last; i < tables->count; i++, at = (at + 1) % tables->count)
        if (strcmp(tables->tables[at].name, name) == 0)
            return held->last = at;
    return -1;
}

static unsigned
bucket_of(const struct held *held, int table, int64_t store_id)
{
    uint64_t mix = ((uint64_t)store_id * 1024 + (uint64_t)table) * 0x9e3779b97f4a7c15u;
    unsigned bucket = (unsigned)(mix >> 32) & (held->bucket_count - 1);
    for (int number; (number = held->buckets[bucket]);) {
        const struct held_set *set = &held->sets[number - 1];
        if (set->table == table && set->store_id == store_id)
            break;
        bucket = (bucket + 1) & (held->bucket_count - 1);
    }
    return bucket;
}

static void
grow_buckets(struct held *held)
{
    held->bucket_count *= 2;
    held->buckets = mem_resize(held->buckets, held->bucket_count * sizeof *held->buckets);
    memset(held->buckets, 0, held->bucket_count * sizeof *held->buckets);
    for (int i = 0; i < held->count; i++)
        held->buckets[bucket_of(held, held->sets[i].table, held->sets[i].store_id)] = i + 1;
}

/* NULL: there are too many. */
static struct held_set *
set_of(struct held *held, int table, int64_t store_id)
{
    unsigned bucket = bucket_of(held, table, store_id);
    if (held->buckets[bucket])
        return &held->sets[held->buckets[bucket] - 1];
    if (held->count == HELD_SETS)
        return NULL;
    if (held->count == held->room) {
        held->room = held->room ? 2 * held->room : FIRST_BUCKETS / 2;
        held->sets = mem_resize(held->sets, (size_t)held->room * sizeof *held->sets);
    }
    held->sets[held->count] = (struct held_set){.table = table, .store_id = store_id};
    held->buckets[bucket] = ++held->count;
    if ((unsigned)held->count * 2 > held->bucket_count)
        grow_buckets(held);
    return &held->sets[held->count - 1];
}

bool
held_take(struct held *held, int64_t store_id, int64_t seq, const char *sets)
{
    struct chain_set line;
    bool wrong;
    while (chain_set_next(&sets, &line, &wrong)) {
        int table = table_of(held, line.name);
        struct held_set *set =
            table < 0 || db_is_untold(line.name) ? NULL : set_of(held, table, store_id);
        if (!set)
            return false;
        set->count = line.count;
        set->seq = seq;
        memcpy(set->digest, line.digest, CHAIN_DIGEST);
    }
    return !wrong;
}

struct held_set *
held_find(struct held *held, const char *table, int64_t store_id)
{
    int at = table_of(held, table);
    int number = at < 0 ? 0 : held->buckets[bucket_of(held, at, store_id)];
    return number ? &held->sets[number - 1] : NULL;
}

bool
held_says(const struct held_set *set, const unsigned char digest[HASH_SIZE])
{
    unsigned char own[HASH_SIZE];
    return base64_decode(own, HASH_SIZE, set->digest, CHAIN_DIGEST) == HASH_SIZE &&
           memcmp(own, digest, HASH_SIZE) == 0;
}

bool
held_is(struct held *held, const char *table, int64_t store_id, const struct multiset *set)
{
    static const struct multiset empty;
    const struct held_set *known = held_find(held, table, store_id);
    unsigned char digest[HASH_SIZE];
    if (!known)
        return multiset_equal(set, &empty);
    multiset_digest(set, digest);
    return known->count == set->count && held_says(known, digest);
}

const struct held_set *
held_next(const struct held *held, const struct held_set *after)
{
    ptrdiff_t next = after ? after - held->sets + 1 : 0;
    return next < held->count ? &held->sets[next] : NULL;
}
