/*
 * stash: lines that were good for something, a few hundred a person; the newest take the place of the oldest.
 */
#ifndef MEDI_PLANNER_STASH_H
#define MEDI_PLANNER_STASH_H

#include "planner/master.h"

struct stash {
    const struct roster_problem *problem;
    int room;           /* lines a person */
    int *count;         /* of each person, ever taken in */
    uint64_t *hash;     /* people × room */
    roster_cell *lines; /* people × room × days */
};

void stash_make(struct stash *stash, const struct roster_problem *problem, int room,
                struct arena *arena);
void stash_add(struct stash *stash, int person, const roster_cell *line);

/* Into a master: the lines of its free people that its area allows. */
void stash_pour(const struct stash *stash, struct master *master);

/* From a master that was just solved: the lines that cost at most `excess` beyond what they are worth. */
void stash_draw(struct stash *stash, const struct master *master, double excess);

#endif
