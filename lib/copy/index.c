/* Pairs of characters, and what hangs on them. */
#include <string.h>

#include "copy/fold_data.h"
#include "copy/lexicon.h"

enum { SLOTS = 1 << 17 };

void
index_begin(struct copy_index *index, struct arena *arena)
{
    index->codes = arena_array(arena, 0x10000, sizeof *index->codes);
    index->keys = arena_array(arena, SLOTS, sizeof *index->keys);
    index->heads = arena_array(arena, SLOTS, sizeof *index->heads);
    index->mask = SLOTS - 1;
}

/* Its place, or the free one where it would be. */
static uint32_t
slot_of(const struct copy_index *index, uint32_t key)
{
    uint32_t slot = key * 0x9e3779b1u >> 13 & index->mask;
    while (index->heads[slot] && index->keys[slot] != key)
        slot = (slot + 1) & index->mask;
    return slot;
}

int32_t
index_find(const struct copy_index *index, uint32_t key)
{
    return index->heads[slot_of(index, key)] - 1;
}

static void
hang(struct copy_index *index, struct arena *arena, uint32_t key, struct hook hook)
{
    uint32_t slot = slot_of(index, key);
    if (index->hook_count >= SLOTS / 2)
        return; /* lexicon.c refuses so large a pack */
    hook.next = index->heads[slot] - 1;
    index->hooks =
        arena_more(arena, index->hooks, index->hook_count, &index->hook_room, sizeof *index->hooks);
    index->hooks[index->hook_count++] = hook;
    index->keys[slot] = key;
    index->heads[slot] = index->hook_count;
}

static void
set_bit(uint64_t *bits, uint32_t bit)
{
    bits[bit >> 6] |= (uint64_t)1 << (bit & 63);
}

void
index_add(struct copy_index *index, struct arena *arena, uint16_t first, uint16_t second,
          struct hook hook, bool look)
{
    hang(index, arena, index_key(first, second), hook);
    if (!look || second == 0)
        return;
    index->codes[first] = index->codes[second] = 2; /* known; index_end gives it its value */
    set_bit(index->pairs, index_hash(first, second));
}

void
index_sound(struct copy_index *index, struct arena *arena, uint16_t first, uint16_t second,
            struct hook hook)
{
    hang(index, arena, index_key(first, second) | (uint32_t)SOUND_KEY << 1, hook);
    set_bit(index->sounds, index_hash(first, second));
}

/* Halves must be looked at as well: a whole character may be in them. */
static void
add_halves(struct copy_index *index)
{
    for (int i = 0; i < copy_half_count; i++) {
        index->codes[copy_halves[i].left] = index->codes[copy_halves[i].right] = 2;
        set_bit(index->pairs, index_hash(copy_halves[i].left, copy_halves[i].right));
    }
}

void
index_end(struct copy_index *index)
{
    uint32_t *known = index->codes;
    uint64_t keep[1024] = {0};
    add_halves(index);
    for (uint32_t c = 0; c < 0x10000; c++)
        if (known[c])
            set_bit(keep, c);
    for (uint32_t code = 0; code < 0x10000; code++) {
        uint16_t c = fold_code((int32_t)code);
        uint32_t value = INDEX_NOTHING;
        if (c > 0 && c < SKIP_LAST)
            value = INDEX_SKIP;
        else if (c >= FOLD_MORE && c != FOLD_NONE)
            value =
                copy_fold_more[c - FOLD_MORE][0]; /* its first letter, good enough for the filter */
        else if (keep[c >> 6] >> (c & 63) & 1)
            value = c;
        known[code] = value | (uint32_t)fold_sound(c < FOLD_MORE && c >= SKIP_LAST ? c : 0) << 16;
    }
}
