/*
 * needs: heads that are wanted in a grid's days (rows of head), against those who are there.
 *
 * For each store, role and day the worst time of it is kept: where most are missing, and of equals
 * where most are wanted. There counts who works in that store, as that role, has the skill that is
 * asked for on that day, and is the person who is named: the fewest at any moment of that time.
 */
#ifndef MEDI_BOARD_NEEDS_H
#define MEDI_BOARD_NEEDS_H

#include "board/grid.h"

struct need {
    bool asked;
    int wanted, there;
};
struct need_line {
    const struct grid_store *store;
    const char *role;
    struct need *days; /* of the grid */
};
struct needs {
    struct need_line *items;
    int count, room;
};

int needs_load(struct needs *needs, const struct grid *grid, struct err *err);

#endif
