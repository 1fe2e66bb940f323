/*
 * pile: a set of numbers that grows, in the order in which they came.
 */
#ifndef MEDI_PACKAGE_PILE_H
#define MEDI_PACKAGE_PILE_H

#include <stdbool.h>
#include <stdint.h>

struct pile {
    int64_t *items;
    int count, room;
    int *slots; /* places in items, plus one; a power of two of them */
    int slot_count;
};

bool pile_add(struct pile *pile, int64_t number); /* whether it is new */
bool pile_has(const struct pile *pile, int64_t number);
void pile_sort(struct pile *pile); /* the last thing that is done with it: it is no set then */
void pile_release(struct pile *pile);

#endif
