/* The machine of a worker, which worker_machine.c makes. */
#ifndef MEDI_PLANNER_WORKER_PRIVATE_H
#define MEDI_PLANNER_WORKER_PRIVATE_H

#include "planner/worker.h"

/* Needs `may` and `unit`. ERR_DATA when it would be too large. */
int worker_machine(struct worker *worker, struct arena *arena, struct err *err);

/* What is left of a week's minutes, as levels. */
struct weeks {
    int levels, first, full; /* how many; that of day 0, and that of a Monday */
    int *after; /* levels × groups: the level behind a shift of the group, -1 for none */
};

/* One level only, where the week's minutes cannot bind. In the arena. */
void weeks_make(struct weeks *weeks, const struct worker *worker, struct arena *arena);

/* Of a group the length in minutes, 0 for one of which the person may take no shift. */
int worker_group_minutes(const struct worker *worker, int group);

#endif
