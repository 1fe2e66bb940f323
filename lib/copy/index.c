/* What hangs on which characters: collected, then laid out for reading alone. */
#include <stdlib.h>
#include <string.h>

#include "copy/lexicon.h"

struct index_entry {
    uint32_t key;
    uint32_t order; /* those of a key stay as they came */
    struct hook hook;
};

struct index_build {
    struct index_entry *entries;
    size_t count, room;
};

struct index_build *
index_begin(void)
{
    struct index_build *build = mem_alloc(sizeof *build);
    *build = (struct index_build){0};
    return build;
}

void
index_free(struct index_build *build)
{
    if (build)
        free(build->entries);
    free(build);
}

int
index_count(const struct index_build *build)
{
    return (int)build->count;
}

void
index_add(struct index_build *build, uint32_t key, struct hook hook)
{
    if (build->count == build->room) {
        build->room = build->room ? 2 * build->room : 1024;
        build->entries = mem_resize(build->entries, build->room * sizeof *build->entries);
    }
    build->entries[build->count] = (struct index_entry){key, (uint32_t)build->count, hook};
    build->count++;
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

const struct hook *
index_find(const struct copy_index *index, uint32_t key)
{
    uint32_t head = index->heads[slot_of(index, key)];
    return head ? &index->hooks[head - 1] : NULL;
}

static int
compare(const void *a, const void *b)
{
    const struct index_entry *left = a, *right = b;
    if (left->key != right->key)
        return left->key < right->key ? -1 : 1;
    return left->order < right->order ? -1 : 1;
}

static void
set_bit(uint64_t *bits, uint32_t bit)
{
    bits[bit >> 6] |= (uint64_t)1 << (bit & 63);
}

static void
mark(const struct index_entry *entry, uint64_t *pairs, uint64_t *sounds, uint8_t *flags,
     uint8_t flag)
{
    uint32_t first = entry->key >> 16, second = entry->key & 0xffff;
    if (first < 0xe000 && second)
        set_bit(pairs, index_hash(first, second));
    else if (first < 0xe000)
        flags[first] |= flag;
    else
        set_bit(sounds, index_sound_hash(entry->key));
}

void
index_end(struct index_build *build, struct copy_index *index, struct arena *arena, uint8_t *flags,
          uint8_t flag)
{
    uint32_t size = 64;
    while (size < 2 * build->count)
        size *= 2;
    uint64_t *pairs = arena_array(arena, PAIR_WORDS, sizeof *pairs);
    uint64_t *sounds = arena_array(arena, PAIR_WORDS, sizeof *sounds);
    uint32_t *keys = arena_array(arena, size, sizeof *keys);
    uint32_t *heads = arena_array(arena, size, sizeof *heads);
    struct hook *hooks = arena_array(arena, build->count + 1, sizeof *hooks);
    *index =
        (struct copy_index){pairs, sounds, keys, heads, hooks, size - 1, (uint32_t)build->count};
    if (build->count)
        qsort(build->entries, build->count, sizeof *build->entries, compare);
    for (size_t i = 0; i < build->count; i++) {
        const struct index_entry *entry = &build->entries[i];
        hooks[i] = entry->hook;
        hooks[i].more = i + 1 < build->count && entry[1].key == entry->key;
        mark(entry, pairs, sounds, flags, flag);
        uint32_t slot = slot_of(index, entry->key);
        if (!heads[slot])
            heads[slot] = (uint32_t)i + 1;
        keys[slot] = entry->key;
    }
}

void
index_ascii(const struct index_build *build, const bool *wanted, uint64_t (*ascii)[2])
{
    for (size_t i = 0; i < build->count; i++) {
        if (build->entries[i].hook.pattern < 0 || !wanted[build->entries[i].hook.pattern])
            continue;
        uint32_t first = build->entries[i].key >> 16, second = build->entries[i].key & 0xffff;
        if (first < 128 && second && second < 128)
            set_bit(ascii[first], second);
        for (int before = 0; first < 128 && !second && before < 128; before++)
            set_bit(ascii[before], first); /* whatever stands before it */
    }
}
