#include "fact/marked.h"

#include <stdlib.h>
#include <string.h>

void
marked_init(struct marked *marked, int most)
{
    *marked = (struct marked){.most = most};
    arena_init(&marked->arena);
}

void
marked_release(struct marked *marked)
{
    free(marked->list);
    free(marked->slot);
    arena_release(&marked->arena);
    marked_init(marked, marked->most);
}

static uint64_t
hash(int64_t store_id, int64_t id, const char *word, size_t length)
{
    uint64_t hash = (uint64_t)id * 0x9e3779b97f4a7c15U + (uint64_t)store_id;
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ (unsigned char)word[i]) * 0x100000001b3U;
    return hash ^ hash >> 29;
}

static bool
is(const struct mark *mark, int64_t store_id, int64_t id, const char *word, size_t length)
{
    if (mark->store_id != store_id || mark->id != id)
        return false;
    return !word || (strlen(mark->word) == length && memcmp(mark->word, word, length) == 0);
}

static int *
find(const struct marked *marked, int64_t store_id, int64_t id, const char *word, size_t length)
{
    uint64_t at = hash(store_id, id, word, length);
    for (;; at++) {
        int *slot = &marked->slot[at & ((uint64_t)marked->slots - 1)];
        if (!*slot || is(&marked->list[*slot - 1], store_id, id, word, length))
            return slot;
    }
}

static void
widen(struct marked *marked)
{
    marked->slots = marked->slots ? 2 * marked->slots : 64;
    free(marked->slot);
    marked->slot = mem_alloc((size_t)marked->slots * sizeof *marked->slot);
    memset(marked->slot, 0, (size_t)marked->slots * sizeof *marked->slot);
    for (int i = 0; i < marked->count; i++) {
        const struct mark *mark = &marked->list[i];
        size_t length = mark->word ? strlen(mark->word) : 0;
        *find(marked, mark->store_id, mark->id, mark->word, length) = i + 1;
    }
}

void
marked_add(struct marked *marked, int64_t store_id, int64_t id, const char *word, size_t length,
           unsigned flags)
{
    if (marked->more)
        return;
    if (2 * marked->count >= marked->slots)
        widen(marked);
    int *slot = find(marked, store_id, id, word, length);
    if (*slot) {
        marked->list[*slot - 1].flags |= flags;
        return;
    }
    if (marked->count == marked->most) {
        marked->more = true;
        return;
    }
    if (marked->count == marked->room) {
        marked->room = 2 * marked->room + 16;
        marked->list = mem_resize(marked->list, (size_t)marked->room * sizeof *marked->list);
    }
    marked->list[marked->count++] =
        (struct mark){.store_id = store_id,
                      .id = id,
                      .word = word ? arena_strndup(&marked->arena, word, length) : NULL,
                      .flags = flags};
    *slot = marked->count;
}
