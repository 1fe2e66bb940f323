#include "base/heap.h"

#include <limits.h>
#include <malloc.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>

/* Whether what malloc gives comes from a heap that grows at its end; a sanitizer's does not. */
#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__)
#define HEAP_GROWS 1
#else
#define HEAP_GROWS 0
#endif

enum {
    HUGE_SIZE = 2 * 1024 * 1024,
    APART = 32 * 1024 * 1024 /* larger pieces get pages of their own, as ever */
};

/* A piece of the whole size moves the heap's end; given back, it is what the next small pieces are cut from,
 * since the end is not to be moved back. */
void
heap_expect(size_t size)
{
    if (!HEAP_GROWS || size > INT_MAX / 2)
        return;
    mallopt(M_TRIM_THRESHOLD, (int)size * 2);
    mallopt(M_MMAP_THRESHOLD, (int)size * 2);
    void *room = malloc(size);
    mallopt(M_MMAP_THRESHOLD, APART);
    if (!room)
        return;
    uintptr_t from = ((uintptr_t)room + HUGE_SIZE - 1) & ~(uintptr_t)(HUGE_SIZE - 1);
    uintptr_t to = ((uintptr_t)room + size) & ~(uintptr_t)(HUGE_SIZE - 1);
    if (from < to)
        madvise((void *)from, to - from, MADV_HUGEPAGE);
    free(room);
}
