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
check_limits(const struct roster_person *person, struct err *err)
{
    if (person->limits < 0 || person->limits > ROSTER_LIMITS)
        return err_set(err, ERR_DATA, _("%s: %d limits; at most %d can be kept"), person->code,
                       person->limits, ROSTER_LIMITS);
    for (int i = 0; i < person->limits; i++) {
        const struct roster_limit *limit = &person->limit[i];
        if (limit->most < 0 || limit->fine < 0 || limit->fine > ROSTER_WEIGHT)
            return err_set(err, ERR_DATA,
                           _("%s: a limit of %d shifts at %d each; 0 to %d can be weighed"),
                           person->code, limit->most, limit->fine, ROSTER_WEIGHT);
    }
    return 0;
}

static int
check_start(const struct roster_problem *problem, const struct roster_person *person,
            struct err *err)
{
    const struct roster_start *start = &person->start;
    if (start->run < 0 || start->off < 0 || (start->run > 0 && start->off > 0) ||
        start->shift < -1 || start->shift >= problem->shifts || start->week_minutes < 0)
        return err_set(err, ERR_DATA,
                       _("%s: before the first day %d days of work and %d off, shift %d and %d "
                         "minutes cannot be"),
                       person->code, start->run, start->off, start->shift, start->week_minutes);
    return 0;
}

/* What sums may cost is bounded, so that prices stay exact. */
static int
check_sums(const struct roster_problem *problem, const struct roster_person *person,
           struct err *err)
{
    enum { MOST = 1000000000 };
    int64_t minutes = 0;
    for (int s = 0; s < problem->shifts; s++)
        minutes = problem->shift[s].minutes > minutes ? problem->shift[s].minutes : minutes;
    minutes *= problem->days;
    if (person->wanted_minutes < 0 || person->under_minute < 0 || person->over_minute < 0 ||
        person->week_minutes < 0 || roster_contract_cost(person, 0) > MOST ||
        roster_contract_cost(person, minutes) > MOST)
        return err_set(
            err, ERR_DATA, _("%s: %d minutes at %d below and %d above each cannot be weighed"),
            person->code, person->wanted_minutes, person->under_minute, person->over_minute);
    for (int n = roster_weekends(problem); n >= 0 && person->weekend_cost; n--)
        if (n <= person->max_weekends &&
            (person->weekend_cost[n] < 0 || person->weekend_cost[n] > MOST))
            return err_set(err, ERR_DATA, _("%s: %d weekends at %d cannot be weighed"),
                           person->code, n, person->weekend_cost[n]);
    return 0;
}

static int
check_person(const struct roster_problem *problem, const struct roster_person *person,
             struct err *err)
{
    int shortest = person->min_run > 1 ? person->min_run : 1;
    if (person->min_minutes > person->max_minutes)
        return err_set(err, ERR_DATA, _("%s: at least %d minutes, but at most %d"), person->code,
                       person->min_minutes, person->max_minutes);
    if (shortest > person->max_run)
        return err_set(err, ERR_DATA, _("%s: runs of at least %d days, but at most %d"),
                       person->code, shortest, person->max_run);
    if (check_limits(person, err) < 0 || check_start(problem, person, err) < 0)
        return -1;
    return check_sums(problem, person, err);
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

int
roster_weekends(const struct roster_problem *problem)
{
    int weekends = 0;
    for (int d = 0; d < problem->days; d++)
        weekends += roster_is_weekend(problem, d) && (d == 0 || !roster_is_sunday(problem, d));
    return weekends;
}

int64_t
roster_contract_cost(const struct roster_person *person, int64_t minutes)
{
    int64_t above = minutes - person->wanted_minutes;
    return above > 0 ? above * person->over_minute : -above * person->under_minute;
}

static int64_t
limits_cost(const struct roster_problem *problem, const struct roster_person *person,
            const roster_cell *line)
{
    int64_t sum = 0;
    for (int i = 0; i < person->limits; i++) {
        const struct roster_limit *limit = &person->limit[i];
        int beyond = -limit->most;
        for (int d = 0; d < problem->days && limit->fine > 0; d++)
            beyond += line[d] < problem->shifts && limit->shifts >> line[d] & 1;
        sum += beyond > 0 ? (int64_t)beyond * limit->fine : 0;
    }
    return sum;
}

static int
weekends_of(const struct roster_problem *problem, const struct roster_person *person,
            const roster_cell *line)
{
    int weekends = 0;
    bool worked = person->start.run > 0;
    for (int d = 0; d < problem->days; d++) {
        bool works = line[d] != problem->shifts;
        weekends +=
            works && roster_is_weekend(problem, d) && !(roster_is_sunday(problem, d) && worked);
        worked = works;
    }
    return weekends;
}

int64_t
roster_sums_cost(const struct roster_problem *problem, int p, const roster_cell *line)
{
    const struct roster_person *person = &problem->person[p];
    int64_t sum = limits_cost(problem, person, line), minutes = 0;
    if (person->under_minute > 0 || person->over_minute > 0) {
        for (int d = 0; d < problem->days; d++)
            minutes += line[d] < problem->shifts ? problem->shift[line[d]].minutes : 0;
        sum += roster_contract_cost(person, minutes);
    }
    if (person->weekend_cost) {
        int weekends = weekends_of(problem, person, line);
        sum += weekends <= person->max_weekends ? person->weekend_cost[weekends] : 0;
    }
    return sum;
}

int64_t
roster_line_cost(const struct roster_problem *problem, int person, const roster_cell *line)
{
    int64_t sum = 0;
    for (int d = 0; d < problem->days; d++)
        sum += roster_cost(problem, person, d)[line[d]];
    return sum + roster_sums_cost(problem, person, line);
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

/* What every sum of a person's costs is a multiple of. */
static int64_t
grain_of(const struct roster_problem *problem, const struct roster_person *person, int64_t grain)
{
    int64_t step = person->wanted_minutes;
    for (int s = 0; s < problem->shifts; s++)
        step = roster_divisor(step, problem->shift[s].minutes);
    grain = roster_divisor(grain, step * person->under_minute);
    grain = roster_divisor(grain, step * person->over_minute);
    for (int i = 0; i < person->limits; i++)
        grain = roster_divisor(grain, person->limit[i].fine);
    for (int n = roster_weekends(problem); n >= 0 && person->weekend_cost; n--)
        if (n <= person->max_weekends)
            grain = roster_divisor(grain, person->weekend_cost[n]);
    return grain;
}

int64_t
roster_grain(const struct roster_problem *problem)
{
    int64_t grain = 0;
    long costs = (long)problem->people * problem->days * (problem->shifts + 1);
    for (long i = 0; i < costs && grain != 1; i++)
        grain = roster_divisor(grain, problem->cost[i]);
    for (int p = 0; p < problem->people && grain != 1; p++)
        grain = grain_of(problem, &problem->person[p], grain);
    for (int i = 0; i < problem->demands && grain != 1; i++) {
        grain = roster_divisor(grain, problem->demand[i].under);
        grain = roster_divisor(grain, problem->demand[i].over);
    }
    return grain > 0 ? grain : 1;
}
