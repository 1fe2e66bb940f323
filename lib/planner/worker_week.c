#include "planner/worker_private.h"

#include <stdlib.h>

enum { WEEK = 7 };

int
worker_group_minutes(const struct worker *worker, int group)
{
    const struct roster_problem *problem = worker->problem;
    for (int s = 0; s < problem->shifts; s++)
        if (worker->groups->of[s] == group && worker->may >> s & 1)
            return problem->shift[s].minutes;
    return 0;
}

static int
longest_shift(const struct worker *worker)
{
    int longest = 0;
    for (int g = 0; g < worker->groups->count; g++) {
        int minutes = worker_group_minutes(worker, g);
        longest = minutes > longest ? minutes : longest;
    }
    return longest;
}

/* ---- whether the limit can bind at all ---- */

/* Whether runs and days off leave these days (bits) of work, as far as they lie within `days`. */
static bool
is_rhythm(const struct roster_person *person, int days, unsigned pattern)
{
    for (int first = 0, end; first < days; first = end) {
        unsigned works = pattern >> first & 1;
        for (end = first; end < days && (pattern >> end & 1) == works; end++)
            ;
        if (works ? end - first > person->max_run
                  : first > 0 && end < days && end - first < person->min_off)
            return false;
    }
    return true;
}

static int
most_days(const struct roster_person *person, int days)
{
    int most = 0;
    for (unsigned pattern = 0; pattern < 1u << days; pattern++)
        if (__builtin_popcount(pattern) > most && is_rhythm(person, days, pattern))
            most = __builtin_popcount(pattern);
    return most;
}

/* Minutes of the first week that were worked before day 0. */
static int
worked_before(const struct worker *worker)
{
    const struct roster_person *person = &worker->problem->person[worker->person];
    int before = worker->problem->first_weekday % WEEK == 0 ? 0 : person->start.week_minutes;
    return before < person->week_minutes ? before : person->week_minutes;
}

static bool
can_bind(const struct worker *worker, int longest)
{
    const struct roster_person *person = &worker->problem->person[worker->person];
    int before = worked_before(worker), left = WEEK - worker->problem->first_weekday % WEEK;
    if (person->week_minutes == 0 || longest == 0)
        return false;
    return (int64_t)most_days(person, WEEK) * longest > person->week_minutes ||
           before + (int64_t)most_days(person, left) * longest > person->week_minutes;
}

/* ---- levels ---- */

/* level[r]: which one `r` units left are, the largest sum of shifts within them. */
static int *
number_levels(const struct worker *worker, int units, int *count)
{
    int *level = mem_alloc(((size_t)units + 1) * sizeof *level);
    *count = 0;
    for (int left = 0; left <= units; left++) {
        bool sum = left == 0;
        for (int g = 0; g < worker->groups->count && !sum; g++) {
            int length = worker_group_minutes(worker, g) / worker->unit;
            sum = length > 0 && length <= left &&
                  (left == length || level[left - length] != level[left - length - 1]);
        }
        *count += sum;
        level[left] = *count - 1;
    }
    return level;
}

void
weeks_make(struct weeks *weeks, const struct worker *worker, struct arena *arena)
{
    const struct roster_person *person = &worker->problem->person[worker->person];
    int groups = worker->groups->count, longest = longest_shift(worker), levels = 1;
    int units = can_bind(worker, longest) ? person->week_minutes / worker->unit : 0;
    int *level = number_levels(worker, units, &levels);
    *weeks = (struct weeks){.levels = levels, .full = level[units]};
    weeks->first =
        units == 0 ? 0 : level[(person->week_minutes - worked_before(worker)) / worker->unit];
    weeks->after = arena_array(arena, (size_t)(levels * groups), sizeof *weeks->after);
    for (int left = 0; left <= units; left++) {
        if (left > 0 && level[left] == level[left - 1])
            continue; /* not the sum itself */
        for (int g = 0; g < groups && units > 0; g++) {
            int rest = left - worker_group_minutes(worker, g) / worker->unit;
            weeks->after[level[left] * groups + g] = rest < 0 ? -1 : level[rest];
        }
    }
    free(level);
}
