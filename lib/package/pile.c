#include "package/pile.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

enum { FIRST = 16 };

/* The slot where it stands, or would. */
static int
slot_of(const struct pile *pile, int64_t number)
{
    uint64_t hash = (uint64_t)number * 0x9E3779B97F4A7C15u;
    int mask = pile->slot_count - 1, at = (int)(hash >> 33) & mask;
    while (pile->slots[at] && pile->items[pile->slots[at] - 1] != number)
        at = (at + 1) & mask;
    return at;
}

static void
widen(struct pile *pile)
{
    pile->room = pile->room ? pile->room * 2 : FIRST;
    pile->slot_count = pile->room * 2;
    pile->items = mem_resize(pile->items, (size_t)pile->room * sizeof *pile->items);
    pile->slots = mem_resize(pile->slots, (size_t)pile->slot_count * sizeof *pile->slots);
    memset(pile->slots, 0, (size_t)pile->slot_count * sizeof *pile->slots);
    for (int i = 0; i < pile->count; i++)
        pile->slots[slot_of(pile, pile->items[i])] = i + 1;
}

bool
pile_has(const struct pile *pile, int64_t number)
{
    return pile->slot_count && pile->slots[slot_of(pile, number)];
}

bool
pile_add(struct pile *pile, int64_t number)
{
    if (pile_has(pile, number))
        return false;
    if (pile->count == pile->room)
        widen(pile);
    pile->items[pile->count++] = number;
    pile->slots[slot_of(pile, number)] = pile->count;
    return true;
}

static int
compare(const void *a, const void *b)
{
    int64_t left = *(const int64_t *)a, right = *(const int64_t *)b;
    return (left > right) - (left < right);
}

void
pile_sort(struct pile *pile)
{
    if (pile->count)
        qsort(pile->items, (size_t)pile->count, sizeof *pile->items, compare);
}

void
pile_release(struct pile *pile)
{
    free(pile->items);
    free(pile->slots);
    *pile = (struct pile){0};
}
