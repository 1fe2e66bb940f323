/*
 * worker: a person's rules as a machine, reckoned once.
 *
 * What a person may do tomorrow depends on a state: off for k days (k up to the shortest allowed), or at
 * work for r days with the last shift of some group. Shifts of one group have the same length, forbid the
 * same and are forbidden by the same, so the machine knows groups and not shifts. State 0 is the eve of
 * the first day: off for long, and a run that begins on the first day may end at any time, so such runs
 * have states of their own until they are long enough.
 *
 * Beside the state a person has sums: minutes in units of their largest common divisor, weekends with
 * work, and of each shift with a limit that can bind how often it was taken, seven bits each, packed in
 * words.
 */
#ifndef MEDI_PLANNER_WORKER_H
#define MEDI_PLANNER_WORKER_H

#include "planner/problem.h"

enum { COUNT_WORDS = ROSTER_LIMITS / 8 };

struct counts {
    uint64_t word[COUNT_WORDS];
};

/* Each of `a` at most that of `b`. */
static inline bool
counts_within(const struct counts *a, const struct counts *b)
{
    const uint64_t high = 0x8080808080808080u;
    uint64_t all = high;
    for (int i = 0; i < COUNT_WORDS; i++)
        all &= (b->word[i] | high) - a->word[i];
    return (all & high) == high;
}

struct groups {
    int count;
    int of[ROSTER_SHIFTS]; /* the group of a shift */
};

struct worker {
    const struct roster_problem *problem;
    const struct groups *groups;
    int person;
    int states;
    int16_t *
        next; /* states × (groups + 1): the state behind a group or off, -1 where that may not be */
    bool *works;               /* of a state */
    int unit;                  /* minutes */
    int least, most;           /* units of work */
    int length[ROSTER_SHIFTS]; /* of a shift, in units */
    int weekends;              /* at most; as many as there are where there is no limit */
    uint64_t never;            /* shifts that the person may take on no day */
    bool counted;              /* some limit can bind */
    struct counts one[ROSTER_SHIFTS], limit;
};

static inline int
worker_next(const struct worker *worker, int state, int choice)
{
    const struct groups *groups = worker->groups;
    int group = choice < worker->problem->shifts ? groups->of[choice] : groups->count;
    return worker->next[state * (groups->count + 1) + group];
}

void groups_make(struct groups *groups, const struct roster_problem *problem);

/* ERR_DATA when the machine would be too large. */
int worker_make(struct worker *worker, const struct roster_problem *problem,
                const struct groups *groups, int person, struct arena *arena, struct err *err);

/* Whether a line keeps all of the person's rules. */
bool worker_keeps(const struct worker *worker, const roster_cell *line);

#endif
