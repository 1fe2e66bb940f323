#include "kpi/bits.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "base/arena.h"

void
bits_release(struct bits *bits)
{
    for (int i = 0; i < bits->chunks; i++)
        munmap(bits->chunk[i], BITS_CHUNK);
    free(bits->set);
    *bits = (struct bits){0};
}

void
bits_begin(struct bits *bits, int64_t numbers)
{
    bits->words = (uint32_t)((numbers + 63) / 64);
}

/* Zeroed; in large pages where there are such, since sets are touched all over. */
static void *
take(struct bits *bits, size_t size)
{
    if (size > BITS_CHUNK)
        return NULL;
    if (!bits->chunks || bits->used + size > BITS_CHUNK) {
        if (bits->chunks == BITS_CHUNKS)
            return NULL;
        void *chunk =
            mmap(NULL, BITS_CHUNK, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        if (chunk == MAP_FAILED)
            return NULL;
        madvise(chunk, BITS_CHUNK, MADV_HUGEPAGE);
        bits->chunk[bits->chunks++] = chunk;
        bits->used = 0;
    }
    char *set = bits->chunk[bits->chunks - 1] + bits->used;
    bits->used += size;
    return set;
}

uint64_t *
bits_of(struct bits *bits, int group)
{
    if (group >= bits->sets) {
        int sets = 2 * group + 64;
        bits->set = mem_resize(bits->set, (size_t)sets * sizeof *bits->set);
        memset(bits->set + bits->sets, 0, (size_t)(sets - bits->sets) * sizeof *bits->set);
        bits->sets = sets;
    }
    if (!bits->set[group])
        bits->set[group] = take(bits, bits->words * sizeof **bits->set);
    return bits->set[group];
}
