#include "base/multiset.h"

#include <endian.h>
#include <sodium.h>
#include <string.h>

_Static_assert(HASH_SIZE == crypto_stream_chacha20_KEYBYTES, "an element is a key");

/* From the machine's order of bytes to little-endian, or back. */
static void
little_endian(uint16_t lanes[MULTISET_LANES])
{
    for (int i = 0; i < MULTISET_LANES; i++)
        lanes[i] = le16toh(lanes[i]);
}

/* Two arrays that are not one, and a length the compiler knows: eight lanes an instruction. */
static void
lanes_add(uint16_t *restrict lanes, const uint16_t *restrict other)
{
    for (int i = 0; i < MULTISET_LANES; i++)
        lanes[i] = (uint16_t)(lanes[i] + other[i]);
}

static void
lanes_subtract(uint16_t *restrict lanes, const uint16_t *restrict other)
{
    for (int i = 0; i < MULTISET_LANES; i++)
        lanes[i] = (uint16_t)(lanes[i] - other[i]);
}

static void
expand(uint16_t lanes[MULTISET_LANES], const unsigned char element[HASH_SIZE])
{
    static const unsigned char nonce[crypto_stream_chacha20_NONCEBYTES];
    if (sodium_init() < 0)
        sodium_misuse();
    crypto_stream_chacha20((unsigned char *)lanes, MULTISET_SIZE, nonce, element);
    little_endian(lanes);
}

/* A count read from a damaged store may be any: it wraps, as the lanes do. */
static void
count_by(struct multiset *set, int64_t number)
{
    set->count = (int64_t)((uint64_t)set->count + (uint64_t)number);
}

void
multiset_init(struct multiset *set)
{
    *set = (struct multiset){.count = 0};
}

void
multiset_add(struct multiset *set, const unsigned char element[HASH_SIZE])
{
    _Alignas(32) uint16_t lanes[MULTISET_LANES];
    expand(lanes, element);
    lanes_add(set->lanes, lanes);
    count_by(set, 1);
}

void
multiset_remove(struct multiset *set, const unsigned char element[HASH_SIZE])
{
    _Alignas(32) uint16_t lanes[MULTISET_LANES];
    expand(lanes, element);
    lanes_subtract(set->lanes, lanes);
    count_by(set, -1);
}

void
multiset_merge(struct multiset *set, const struct multiset *other)
{
    struct multiset copy = *other; /* which may be the set itself */
    lanes_add(set->lanes, copy.lanes);
    count_by(set, copy.count);
}

bool
multiset_equal(const struct multiset *a, const struct multiset *b)
{
    return a->count == b->count && memcmp(a->lanes, b->lanes, sizeof a->lanes) == 0;
}

void
multiset_write(const struct multiset *set, unsigned char out[MULTISET_SIZE])
{
    struct multiset copy = *set;
    little_endian(copy.lanes);
    memcpy(out, copy.lanes, MULTISET_SIZE);
}

void
multiset_read(struct multiset *set, const unsigned char in[MULTISET_SIZE], int64_t count)
{
    memcpy(set->lanes, in, MULTISET_SIZE);
    little_endian(set->lanes);
    set->count = count;
}

void
multiset_digest(const struct multiset *set, unsigned char out[HASH_SIZE])
{
    unsigned char lanes[MULTISET_SIZE];
    struct hash hash;
    multiset_write(set, lanes);
    hash_begin(&hash, "multiset", HASH_SIZE, NULL);
    hash_add(&hash, lanes, sizeof lanes);
    hash_add_int(&hash, set->count);
    hash_end(&hash, out, HASH_SIZE);
}
