#include "insight/people.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

enum { PAGE = 512 };

static void
more_pages(struct people *people, size_t wanted)
{
    size_t count = people->page_count ? people->page_count : 64;
    while (count <= wanted)
        count *= 2;
    people->pages = mem_resize(people->pages, count * sizeof *people->pages);
    memset(people->pages + people->page_count, 0,
           (count - people->page_count) * sizeof *people->pages);
    people->page_count = count;
}

void *
people_at(struct people *people, int32_t client)
{
    size_t page = (size_t)client / PAGE;
    if (page >= people->page_count)
        more_pages(people, page);
    if (!people->pages[page]) {
        people->pages[page] = mem_alloc(PAGE * people->size);
        memset(people->pages[page], 0, PAGE * people->size);
    }
    return people->pages[page] + (size_t)client % PAGE * people->size;
}

void *
people_next(const struct people *people, int64_t *client)
{
    size_t at = (size_t)(*client + 1);
    while (at / PAGE < people->page_count && !people->pages[at / PAGE])
        at = (at / PAGE + 1) * PAGE;
    if (at / PAGE >= people->page_count)
        return NULL;
    *client = (int64_t)at;
    return people->pages[at / PAGE] + at % PAGE * people->size;
}

void
people_release(struct people *people)
{
    for (size_t i = 0; i < people->page_count; i++)
        free(people->pages[i]);
    free(people->pages);
    *people = (struct people){.size = people->size};
}
