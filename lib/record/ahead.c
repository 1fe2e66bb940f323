#include "record/ahead.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

struct expected {
    int column;
    enum ahead_answer answer;
    struct lookup_key key;
    int64_t id;
    uint64_t hash;
};

struct ahead {
    struct expected *list;
    int count, room;
    int *slots; /* by hash: 1 + its place in the list, or 0 */
    unsigned slot_mask;
};

struct ahead *
ahead_new(void)
{
    struct ahead *ahead = mem_alloc(sizeof *ahead);
    memset(ahead, 0, sizeof *ahead);
    return ahead;
}

void
ahead_free(struct ahead *ahead)
{
    if (!ahead)
        return;
    free(ahead->list);
    free(ahead->slots);
    free(ahead);
}

void
ahead_clear(struct ahead *ahead)
{
    if (ahead->count)
        memset(ahead->slots, 0, ((size_t)ahead->slot_mask + 1) * sizeof *ahead->slots);
    ahead->count = 0;
}

/* ---- the list by its keys -------------------------------------------------------------------------- */

/* FNV-1a, eight bytes a time while they last. */
static uint64_t
hash_of(int column, const struct lookup_key *key)
{
    uint64_t hash = UINT64_C(0xCBF29CE484222325) ^ (uint64_t)column, word;
    const char *at = key->text;
    size_t left = key->length;
    hash = (hash ^ (uint64_t)key->store_id) * UINT64_C(0x100000001B3);
    for (; left >= sizeof word; at += sizeof word, left -= sizeof word) {
        memcpy(&word, at, sizeof word);
        hash = (hash ^ word) * UINT64_C(0x9E3779B97F4A7C15);
        hash ^= hash >> 32;
    }
    for (; left; at++, left--)
        hash = (hash ^ (unsigned char)*at) * UINT64_C(0x100000001B3);
    return hash ^ hash >> 29;
}

static bool
is(const struct expected *expected, int column, const struct lookup_key *key, uint64_t hash)
{
    return expected->hash == hash && expected->column == column &&
           expected->key.store_id == key->store_id && expected->key.length == key->length &&
           memcmp(expected->key.text, key->text, key->length) == 0;
}

/* The slot of a key, or the free one where it belongs. */
static int *
slot_of(const struct ahead *ahead, int column, const struct lookup_key *key, uint64_t hash)
{
    unsigned at = (unsigned)hash & ahead->slot_mask;
    while (ahead->slots[at] && !is(&ahead->list[ahead->slots[at] - 1], column, key, hash))
        at = (at + 1) & ahead->slot_mask;
    return &ahead->slots[at];
}

/* Half of the slots stay free. */
static void
grow(struct ahead *ahead)
{
    ahead->room = ahead->room ? 2 * ahead->room : 1024;
    ahead->list = mem_resize(ahead->list, (size_t)ahead->room * sizeof *ahead->list);
    ahead->slot_mask = 2 * (unsigned)ahead->room - 1;
    size_t size = ((size_t)ahead->slot_mask + 1) * sizeof *ahead->slots;
    ahead->slots = memset(mem_resize(ahead->slots, size), 0, size);
    for (int i = 0; i < ahead->count; i++) {
        const struct expected *old = &ahead->list[i];
        *slot_of(ahead, old->column, &old->key, old->hash) = i + 1;
    }
}

void
ahead_expect(struct ahead *ahead, int column, const struct lookup_key *key)
{
    uint64_t hash = hash_of(column, key);
    if (ahead->count == ahead->room)
        grow(ahead);
    int *slot = slot_of(ahead, column, key, hash);
    if (*slot)
        return;
    ahead->list[ahead->count++] =
        (struct expected){.column = column, .key = *key, .hash = hash, .answer = AHEAD_UNKNOWN};
    *slot = ahead->count;
}

enum ahead_answer
ahead_get(const struct ahead *ahead, int column, const struct lookup_key *key, int64_t *id)
{
    int place = ahead->count ? *slot_of(ahead, column, key, hash_of(column, key)) : 0;
    if (!place)
        return AHEAD_UNKNOWN;
    *id = ahead->list[place - 1].id;
    return ahead->list[place - 1].answer;
}

void
ahead_made(struct ahead *ahead)
{
    for (int i = 0; i < ahead->count; i++)
        if (ahead->list[i].answer != AHEAD_ONE)
            ahead->list[i].answer = AHEAD_UNKNOWN;
}

/* ---- asking ------------------------------------------------------------------------------------------ */

struct question {
    struct expected **list;
    struct lookup_key *keys;
    int count;
};

static void
take_answer(void *context, int index, int64_t id)
{
    const struct question *question = context;
    struct expected *expected = question->list[index];
    expected->answer = expected->answer == AHEAD_NONE ? AHEAD_ONE : AHEAD_SEVERAL;
    expected->id = id;
}

/* What of the column has the answer `of`. */
static void
gather(struct question *question, const struct ahead *ahead, int column, enum ahead_answer of)
{
    question->count = 0;
    for (int i = 0; i < ahead->count; i++) {
        struct expected *expected = &ahead->list[i];
        if (expected->column != column || expected->answer != of)
            continue;
        expected->answer = AHEAD_NONE;
        question->list[question->count] = expected;
        question->keys[question->count++] = expected->key;
    }
}

int
ahead_ask(struct ahead *ahead, int column, struct lookup *by_code, struct lookup *by_name,
          struct err *err)
{
    struct question question = {
        .list = mem_alloc((size_t)ahead->count * sizeof *question.list),
        .keys = mem_alloc((size_t)ahead->count * sizeof *question.keys),
    };
    gather(&question, ahead, column, AHEAD_UNKNOWN);
    int result =
        lookup_find_many(by_code, question.keys, question.count, take_answer, &question, err);
    if (result == 0 && by_name) {
        gather(&question, ahead, column, AHEAD_NONE);
        result =
            lookup_find_many(by_name, question.keys, question.count, take_answer, &question, err);
    }
    free(question.list);
    free(question.keys);
    return result;
}
