#include "insight/crowd.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

enum { PAGE = 512 };

static void
more_pages(struct crowd *crowd, size_t wanted)
{
    size_t count = crowd->page_count ? crowd->page_count : 64;
    while (count <= wanted)
        count *= 2;
    crowd->pages = mem_resize(crowd->pages, count * sizeof *crowd->pages);
    memset(crowd->pages + crowd->page_count, 0, (count - crowd->page_count) * sizeof *crowd->pages);
    crowd->page_count = count;
}

void *
crowd_at(struct crowd *crowd, int32_t client)
{
    size_t page = (size_t)client / PAGE;
    if (page >= crowd->page_count)
        more_pages(crowd, page);
    if (!crowd->pages[page]) {
        crowd->pages[page] = mem_alloc(PAGE * crowd->size);
        memset(crowd->pages[page], 0, PAGE * crowd->size);
    }
    return crowd->pages[page] + (size_t)client % PAGE * crowd->size;
}

void *
crowd_next(const struct crowd *crowd, int64_t *client)
{
    size_t at = (size_t)(*client + 1);
    while (at / PAGE < crowd->page_count && !crowd->pages[at / PAGE])
        at = (at / PAGE + 1) * PAGE;
    if (at / PAGE >= crowd->page_count)
        return NULL;
    *client = (int64_t)at;
    return crowd->pages[at / PAGE] + at % PAGE * crowd->size;
}

void
crowd_release(struct crowd *crowd)
{
    for (size_t i = 0; i < crowd->page_count; i++)
        free(crowd->pages[i]);
    free(crowd->pages);
    *crowd = (struct crowd){.size = crowd->size};
}
