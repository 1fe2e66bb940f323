/*
 * improve: large neighbourhoods of a roster, planned anew by generating and diving.
 *
 * Three kinds: a third to two thirds of the people over all days; everybody within a window of days; both
 * at once, some people over all days and the others within the window. Windows are taken most often, since
 * one costs a fiftieth of the others.
 */
#ifndef MEDI_PLANNER_IMPROVE_H
#define MEDI_PLANNER_IMPROVE_H

#include "planner/dive.h"
#include "planner/stash.h"
#include "planner/respond.h"

enum { IMPROVE_KINDS = 3 };

struct improve {
    const struct ground *ground;
    struct pricer *pricer;
    const struct patience *patience;
    struct stash *stash;
    struct rng *rng;
    struct arena scratch; /* of one neighbourhood */
    int weight[IMPROVE_KINDS];
    struct plan trial;
};

void improve_make(struct improve *improve, const struct ground *ground, struct pricer *pricer,
                  const struct patience *patience, struct stash *stash, struct rng *rng,
                  struct arena *arena);
void improve_release(struct improve *improve);

/* One neighbourhood: `plan` becomes better, or stays as good. 0, or -1 when time is up. */
int improve_once(struct improve *improve, struct plan *plan);

/* The same with everybody and all days, for a problem that is small. */
int improve_whole(struct improve *improve, struct plan *plan);

#endif
