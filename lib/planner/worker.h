/*
 * worker: a person's rules as a machine, reckoned once.
 *
 * What a person may do tomorrow depends on a state: off for k days (k up to the shortest allowed), or at
 * work for r days with the last shift of some group. Shifts of one group have the same length, forbid the
 * same and are forbidden by the same, so the machine knows groups and not shifts. State 0 is the eve of
 * the first day (struct roster_start). Where that is off for long, a run that begins on the first day may
 * end at any time, so such runs have states of their own until they are long enough.
 *
 * Where a week's minutes can bind, a state knows also what is left of them. Weeks begin on Mondays, so the
 * machine has two tables, for Mondays and for other days. What is left counts as the largest sum of shifts
 * that it has room for: of 44 hours and shifts of 8, that is six amounts.
 *
 * Beside the state a person has sums: minutes in units of their largest common divisor, weekends with
 * work, and of each limit that can bind how much of it was taken, seven bits each, packed in words. What
 * is beyond a limit that costs was paid when it was taken, and is not counted further.
 */
#ifndef MEDI_PLANNER_WORKER_H
#define MEDI_PLANNER_WORKER_H

#include "planner/problem.h"

enum { COUNT_WORDS = ROSTER_LIMITS / 8 };
#define COUNT_HIGH 0x8080808080808080u

struct counts {
    uint64_t word[COUNT_WORDS];
};

/* Each of `a` at most that of `b`. */
static inline bool
counts_within(const struct counts *a, const struct counts *b)
{
    uint64_t all = COUNT_HIGH;
    for (int i = 0; i < COUNT_WORDS; i++)
        all &= (b->word[i] | COUNT_HIGH) - a->word[i];
    return (all & COUNT_HIGH) == COUNT_HIGH;
}

struct groups {
    int count;
    int of[ROSTER_SHIFTS]; /* the group of a shift */
};

struct worker {
    const struct roster_problem *problem;
    const struct groups *groups;
    int person;
    uint64_t may; /* choices of some day at all */
    int states;
    int16_t *next
        [2]; /* of Mondays [1]: states × (groups + 1), the state behind a group or off; -1: none */
    bool *works;               /* of a state */
    int unit;                  /* minutes */
    int least, most;           /* units of work; 0 where they neither bind nor cost */
    int length[ROSTER_SHIFTS]; /* of a shift, in units; 0 likewise */
    int weekends;              /* at most; as many as there are where there is no limit */
    int lanes;                 /* limits that can bind */
    const struct roster_limit *lane[ROSTER_LIMITS];
    struct counts one[ROSTER_SHIFTS], limit;
    struct counts hard; /* the high bit of each lane that may not be exceeded */
};

/* The table of a day. */
static inline const int16_t *
worker_table(const struct worker *worker, int day)
{
    return worker->next[roster_is_monday(worker->problem, day)];
}

static inline int
worker_next(const struct worker *worker, const int16_t *table, int state, int choice)
{
    const struct groups *groups = worker->groups;
    int group = choice < worker->problem->shifts ? groups->of[choice] : groups->count;
    return table[state * (groups->count + 1) + group];
}

/* What a line's minutes and weekends cost at its end. */
double worker_end(const struct worker *worker, int units, int weekends);

void groups_make(struct groups *groups, const struct roster_problem *problem);

/* ERR_DATA when the machine would be too large. */
int worker_make(struct worker *worker, const struct roster_problem *problem,
                const struct groups *groups, int person, struct arena *arena, struct err *err);

/* Whether a line keeps all of the person's rules. */
bool worker_keeps(const struct worker *worker, const roster_cell *line);

#endif
