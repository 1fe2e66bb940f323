#include "planner/problem.h"

#include <string.h>

void
roster_problem_make(struct roster_problem *problem, int days, int people, int shifts, int demands,
                    struct arena *arena)
{
    size_t cells = (size_t)people * (size_t)days;
    *problem = (struct roster_problem){.days = days, .people = people, .shifts = shifts};
    problem->shift = arena_array(arena, (size_t)shifts, sizeof *problem->shift);
    problem->person = arena_array(arena, (size_t)people, sizeof *problem->person);
    problem->demand = arena_array(arena, (size_t)demands, sizeof *problem->demand);
    problem->allowed = arena_array(arena, cells, sizeof *problem->allowed);
    problem->cost = arena_array(arena, cells * (size_t)(shifts + 1), sizeof *problem->cost);
    for (size_t i = 0; i < cells; i++)
        problem->allowed[i] = ((uint64_t)1 << (shifts + 1)) - 1;
}

/* ---- what the engine can hold ---- */

static int
check_person(const struct roster_problem *problem, const struct roster_person *person,
             struct err *err)
{
    int limits = 0;
    for (int s = 0; s < problem->shifts; s++)
        limits += person->most[s] > 0 && person->most[s] < problem->days;
    if (limits > ROSTER_LIMITS)
        return err_set(err, ERR_DATA, _("%s: %d shifts with a limit each; at most %d can be kept"),
                       person->code, limits, ROSTER_LIMITS);
    if (person->min_minutes > person->max_minutes)
        return err_set(err, ERR_DATA, _("%s: at least %d minutes, but at most %d"), person->code,
                       person->min_minutes, person->max_minutes);
    if (person->min_run > person->max_run)
        return err_set(err, ERR_DATA, _("%s: runs of at least %d days, but at most %d"),
                       person->code, person->min_run, person->max_run);
    return 0;
}

int
roster_size_check(const struct roster_problem *problem, struct err *err)
{
    if (problem->days < 1 || problem->days > ROSTER_DAYS)
        return err_set(err, ERR_DATA, _("%d days; a plan has 1 to %d"), problem->days, ROSTER_DAYS);
    if (problem->people < 1 || problem->people > ROSTER_PEOPLE)
        return err_set(err, ERR_DATA, _("%d people; a plan has 1 to %d"), problem->people,
                       ROSTER_PEOPLE);
    if (problem->shifts < 1 || problem->shifts > ROSTER_SHIFTS)
        return err_set(err, ERR_DATA, _("%d shifts; a plan has 1 to %d"), problem->shifts,
                       ROSTER_SHIFTS);
    return 0;
}

int
roster_problem_check(const struct roster_problem *problem, struct err *err)
{
    if (roster_size_check(problem, err) < 0)
        return -1;
    for (int p = 0; p < problem->people; p++)
        if (check_person(problem, &problem->person[p], err) < 0)
            return -1;
    return 0;
}

/* ---- what a roster costs ---- */

int64_t
roster_line_cost(const struct roster_problem *problem, int person, const roster_cell *line)
{
    int64_t sum = 0;
    for (int d = 0; d < problem->days; d++)
        sum += roster_cost(problem, person, d)[line[d]];
    return sum;
}

int64_t
roster_objective(const struct roster_problem *problem, const roster_cell *roster)
{
    int64_t sum = 0;
    for (int p = 0; p < problem->people; p++)
        sum += roster_line_cost(problem, p, roster + (long)p * problem->days);
    for (int i = 0; i < problem->demands; i++) {
        const struct roster_demand *demand = &problem->demand[i];
        int short_of = demand->need;
        for (int p = 0; p < problem->people; p++)
            short_of -= demand->shifts >> roster[(long)p * problem->days + demand->day] & 1;
        sum += short_of > 0 ? (int64_t)short_of * demand->under : (int64_t)-short_of * demand->over;
    }
    return sum;
}

int64_t
roster_divisor(int64_t a, int64_t b)
{
    while (b != 0) {
        int64_t rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

int64_t
roster_grain(const struct roster_problem *problem)
{
    int64_t grain = 0;
    long costs = (long)problem->people * problem->days * (problem->shifts + 1);
    for (long i = 0; i < costs && grain != 1; i++)
        grain = roster_divisor(grain, problem->cost[i]);
    for (int i = 0; i < problem->demands && grain != 1; i++) {
        grain = roster_divisor(grain, problem->demand[i].under);
        grain = roster_divisor(grain, problem->demand[i].over);
    }
    return grain > 0 ? grain : 1;
}
