/*
 * respond: one person's best line against those of all others, which is exact.
 *
 * A person is one head on a demand or none, so what a shift adds to the objective depends on the others
 * alone: a demand that lacks heads saves `under`, one that does not costs `over`. That is a price a cell,
 * and pricing.h finds the line. Between lines of the same cost a noise smaller than the grain decides, so
 * that rosters drift over plateaus.
 */
#ifndef MEDI_PLANNER_RESPOND_H
#define MEDI_PLANNER_RESPOND_H

#include "base/rng.h"
#include "planner/ground.h"

/* A roster with what it covers. */
struct plan {
    const struct ground *ground;
    roster_cell *cells; /* people × days */
    int *heads;         /* on each demand */
    int64_t objective;
};

void plan_make(struct plan *plan, const struct ground *ground, struct arena *arena);
void plan_copy(struct plan *to, const struct plan *from);

/* From other cells. */
void plan_set(struct plan *plan, const roster_cell *cells);

/* One person's line comes to the heads (1) or goes from them (-1). */
void plan_count(struct plan *plan, int person, int by);

/* price[days × (shifts + 1)] of a person who is not counted, with that noise. */
void plan_price(const struct plan *plan, int person, struct rng *rng, double *price);

/* 0 … count - 1 in random order. */
void plan_shuffle(int *order, int count, struct rng *rng);

/* A first roster: everybody in turn by what is still missing. ERR_DATA names whose rules no line can keep. */
int plan_first(struct plan *plan, struct pricer *pricer, struct rng *rng, struct err *err);

/* People in random order answer to the others until nobody gains, but `sweeps` times at most, and then up
 * to `drift` people once more, who may move without gain. Never worse than before. */
void plan_respond(struct plan *plan, struct pricer *pricer, struct rng *rng, int sweeps, int drift);

#endif
