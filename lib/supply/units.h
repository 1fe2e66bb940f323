/*
 * units: how much of an item, in the words of who buys and unpacks it: 盒 holds 瓶 holds the smallest unit.
 * Everything is kept in the smallest unit; what is no whole number of it is refused.
 */
#ifndef MEDI_SUPPLY_UNITS_H
#define MEDI_SUPPLY_UNITS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "db/db.h"

struct supply_item {
    int64_t id;
    const char *code, *name, *kind, *unit, *pack_unit, *vial_unit; /* the last two may be NULL */
    int64_t pack_size, vial_size;                                  /* 0: none */
    const char *registration_no, *spec, *storage, *category;       /* NULL: not on file */
    bool controlled;
    int64_t remaining_days;          /* -1: not on file */
    bool has_temp_min, has_temp_max; /* of its own label */
    int64_t temp_min, temp_max;      /* thousandths of a degree */
    int64_t excursion_minutes;       /* 0: none is allowed */
    bool has_excursion_min, has_excursion_max;
    int64_t excursion_min, excursion_max;
};

/* By its code: ERR_DATA if there is none. */
int supply_item_find(struct db *db, struct arena *arena, const char *code, struct supply_item *item,
                     struct err *err);

/* "12", "2盒", "3 vial", "1 pack": a number and the item's own word for a pack, a vial or a unit,
 * or pack, vial,
 * unit. `size` gets how many smallest units the word is, `count` the number. ERR_DATA, with the
 * words that the
 * item has. */
int supply_amount(const struct supply_item *item, const char *text, size_t length, int64_t *count,
                  int64_t *size, struct err *err);

/* That sizes go into each other: a pack holds whole vials. ERR_DATA. */
int supply_sizes(int64_t pack_size, int64_t vial_size, struct err *err);

#endif
