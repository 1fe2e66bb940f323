/*
 * pool: lines that were good for something, a few hundred a person; the newest take the place of the oldest.
 */
#ifndef MEDI_ROSTER_POOL_H
#define MEDI_ROSTER_POOL_H

#include "roster/master.h"

struct pool {
    const struct roster_problem *problem;
    int room;           /* lines a person */
    int *count;         /* of each person, ever taken in */
    uint64_t *hash;     /* people × room */
    roster_cell *lines; /* people × room × days */
};

void pool_make(struct pool *pool, const struct roster_problem *problem, int room,
               struct arena *arena);
void pool_add(struct pool *pool, int person, const roster_cell *line);

/* Into a master: the lines of its free people that its area allows. */
void pool_pour(const struct pool *pool, struct master *master);

/* From a master that was just solved: the lines that cost at most `excess` beyond what they are worth. */
void pool_draw(struct pool *pool, const struct master *master, double excess);

#endif
