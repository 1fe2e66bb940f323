#include "planner/worker_private.h"

#include <string.h>

/* ---- groups ---- */

static uint64_t
forbidden_by(const struct roster_problem *problem, int shift)
{
    uint64_t before = 0;
    for (int s = 0; s < problem->shifts; s++)
        before |= (problem->shift[s].not_next >> shift & 1) << s;
    return before;
}

static bool
alike(const struct roster_problem *problem, int a, int b)
{
    const struct roster_shift *one = &problem->shift[a], *other = &problem->shift[b];
    return one->minutes == other->minutes && one->not_next == other->not_next &&
           forbidden_by(problem, a) == forbidden_by(problem, b);
}

void
groups_make(struct groups *groups, const struct roster_problem *problem)
{
    groups->count = 0;
    for (int s = 0; s < problem->shifts; s++) {
        int same = 0;
        while (same < s && !alike(problem, same, s))
            same++;
        groups->of[s] = same < s ? groups->of[same] : groups->count++;
    }
}

/* ---- sums ---- */

static int
lesser(int a, int b)
{
    return a < b ? a : b;
}

static void
set_choices(struct worker *worker, const struct roster_person *person)
{
    const struct roster_problem *problem = worker->problem;
    uint64_t never = 0;
    for (int d = 0; d < problem->days; d++)
        worker->may |= *roster_allowed(problem, worker->person, d);
    for (int i = 0; i < person->limits; i++)
        if (person->limit[i].most == 0 && person->limit[i].fine == 0)
            never |= person->limit[i].shifts;
    worker->may &= ~(never & (((uint64_t)1 << problem->shifts) - 1));
    worker->unit = 0;
    for (int s = 0; s < problem->shifts; s++)
        if (worker->may >> s & 1)
            worker->unit = (int)roster_divisor(worker->unit, problem->shift[s].minutes);
    worker->unit = worker->unit > 0 ? worker->unit : 1;
}

static void
set_minutes(struct worker *worker, const struct roster_person *person)
{
    const struct roster_problem *problem = worker->problem;
    int longest = 0;
    for (int s = 0; s < problem->shifts; s++) {
        worker->length[s] = worker->may >> s & 1 ? problem->shift[s].minutes / worker->unit : 0;
        longest = longest > worker->length[s] ? longest : worker->length[s];
    }
    worker->least = (person->min_minutes + worker->unit - 1) / worker->unit;
    worker->most = lesser(person->max_minutes / worker->unit, problem->days * longest);
    if (worker->least > 0 || worker->most < problem->days * longest || person->under_minute > 0 ||
        person->over_minute > 0)
        return;
    worker->most = 0;
    memset(worker->length, 0, sizeof worker->length);
}

/* A limit that minutes and days keep anyway is not counted. */
static void
set_counts(struct worker *worker, const struct roster_person *person)
{
    const struct roster_problem *problem = worker->problem;
    for (int i = 0; i < person->limits; i++) {
        const struct roster_limit *limit = &person->limit[i];
        uint64_t shifts = limit->shifts & worker->may & (((uint64_t)1 << problem->shifts) - 1);
        int shortest = INT32_MAX, at = worker->lanes / 8, bit = worker->lanes % 8 * 8;
        for (int s = 0; s < problem->shifts; s++)
            if (shifts >> s & 1)
                shortest = lesser(shortest, problem->shift[s].minutes);
        if (limit->most >= lesser(problem->days, person->max_minutes / shortest))
            continue;
        for (int s = 0; s < problem->shifts; s++)
            if (shifts >> s & 1)
                worker->one[s].word[at] |= (uint64_t)1 << bit;
        worker->limit.word[at] |= (uint64_t)limit->most << bit;
        worker->hard.word[at] |= limit->fine == 0 ? (uint64_t)0x80 << bit : 0;
        worker->lane[worker->lanes++] = limit;
    }
}

double
worker_end(const struct worker *worker, int units, int weekends)
{
    const struct roster_person *person = &worker->problem->person[worker->person];
    int64_t cost = person->weekend_cost ? person->weekend_cost[weekends] : 0;
    if (person->under_minute > 0 || person->over_minute > 0)
        cost += roster_contract_cost(person, (int64_t)units * worker->unit);
    return (double)cost;
}

int
worker_make(struct worker *worker, const struct roster_problem *problem,
            const struct groups *groups, int person, struct arena *arena, struct err *err)
{
    const struct roster_person *rules = &problem->person[person];
    *worker = (struct worker){.problem = problem, .groups = groups, .person = person};
    set_choices(worker, rules);
    if (worker_machine(worker, arena, err) < 0)
        return -1;
    set_minutes(worker, rules);
    worker->weekends = lesser(rules->max_weekends, roster_weekends(problem));
    set_counts(worker, rules);
    return 0;
}

static bool
keeps_counts(const struct worker *worker, const roster_cell *line)
{
    const struct roster_problem *problem = worker->problem;
    for (int i = 0; i < worker->lanes; i++) {
        int taken = 0;
        for (int d = 0; d < problem->days; d++)
            taken += line[d] < problem->shifts && worker->lane[i]->shifts >> line[d] & 1;
        if (worker->lane[i]->fine == 0 && taken > worker->lane[i]->most)
            return false;
    }
    return true;
}

bool
worker_keeps(const struct worker *worker, const roster_cell *line)
{
    const struct roster_problem *problem = worker->problem;
    int state = 0, units = 0, weekends = 0;
    for (int d = 0; d < problem->days; d++) {
        int choice = line[d];
        uint64_t allowed = *roster_allowed(problem, worker->person, d) & worker->may;
        if (choice > problem->shifts || !(allowed >> choice & 1))
            return false;
        int next = worker_next(worker, worker_table(worker, d), state, choice);
        if (next < 0)
            return false;
        if (choice < problem->shifts) {
            units += worker->length[choice];
            weekends += roster_is_weekend(problem, d) &&
                        !(roster_is_sunday(problem, d) && worker->works[state]);
        }
        state = next;
    }
    return units >= worker->least && units <= worker->most && weekends <= worker->weekends &&
           keeps_counts(worker, line);
}
