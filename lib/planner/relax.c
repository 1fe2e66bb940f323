#include "planner/relax.h"

#include <string.h>

#include "planner/pricing_private.h"

void
relax_make(struct relax *relax, const struct ground *ground, struct arena *arena)
{
    const struct roster_problem *problem = ground->problem;
    int states = 0;
    for (int p = 0; p < problem->people; p++)
        states = ground->workers[p].states > states ? ground->workers[p].states : states;
    *relax = (struct relax){.ground = ground};
    relax->rest =
        arena_array(arena, (size_t)states * (size_t)(problem->days + 1), sizeof *relax->rest);
    relax->price = arena_array(arena, (size_t)problem->days * (size_t)(problem->shifts + 1),
                               sizeof *relax->price);
}

/* ---- the table ---- */

static void
add_tolls(struct relax *relax, const struct worker *worker, const double *price,
          const struct toll *toll)
{
    const struct roster_problem *problem = worker->problem;
    double extra[ROSTER_SHIFTS + 1] = {0};
    for (int s = 0; s < problem->shifts; s++) {
        extra[s] = toll->unit * worker->length[s];
        for (int i = 0; i < worker->lanes; i++)
            extra[s] += worker->lane[i]->shifts >> s & 1 ? toll->lane[i] : 0;
    }
    for (int d = 0, at = 0; d < problem->days; d++)
        for (int choice = 0; choice <= problem->shifts; choice++, at++)
            relax->price[at] = price[at] + extra[choice];
}

static void
fill_day(struct relax *relax, const struct worker *worker, double toll, int day)
{
    const struct roster_problem *problem = worker->problem;
    int states = worker->states, wide = worker->groups->count + 1;
    double *here = relax->rest + (long)day * states, *there = here + states;
    const int16_t *table = worker_table(worker, day);
    struct day_choices choices;
    price_choices(&choices, worker, relax->price + (long)day * (problem->shifts + 1),
                  *roster_allowed(problem, worker->person, day));
    for (int state = 0; state < states; state++, table += wide) {
        double least = PRICE_NONE, extra = weekend_step(worker, day, state) ? toll : 0;
        for (int i = 0; i < choices.count; i++) {
            int next = table[choices.group[i]];
            if (next < 0)
                continue;
            double value = choices.price[i] + there[next];
            value += choices.group[i] < wide - 1 ? extra : 0;
            least = value < least ? value : least;
        }
        here[state] = least;
    }
}

/* The line that the table stands for. */
static void
follow(const struct relax *relax, const struct worker *worker, double toll, roster_cell *line)
{
    const struct roster_problem *problem = worker->problem;
    for (int day = 0, state = 0; day < problem->days; day++) {
        const double *here = relax->rest + (long)day * worker->states,
                     *there = here + worker->states;
        const double *price = relax->price + (long)day * (problem->shifts + 1);
        const int16_t *table = worker_table(worker, day);
        double extra = weekend_step(worker, day, state) ? toll : 0;
        uint64_t left = *roster_allowed(problem, worker->person, day) & worker->may;
        for (; left; left &= left - 1) {
            int choice = __builtin_ctzll(left), next = worker_next(worker, table, state, choice);
            double step = price[choice] + (choice < problem->shifts ? extra : 0);
            if (next < 0 || step + there[next] != here[state])
                continue;
            line[day] = (roster_cell)choice;
            state = next;
            break;
        }
    }
}

double
relax_line(struct relax *relax, int person, const double *price, const struct toll *toll,
           roster_cell *line)
{
    const struct worker *worker = &relax->ground->workers[person];
    int days = worker->problem->days;
    add_tolls(relax, worker, price, toll);
    memset(relax->rest + (long)days * worker->states, 0,
           (size_t)worker->states * sizeof *relax->rest);
    for (int day = days - 1; day >= 0; day--)
        fill_day(relax, worker, toll->weekend, day);
    if (relax->rest[0] >= PRICE_NONE / 2)
        return PRICE_NONE;
    follow(relax, worker, toll->weekend, line);
    return relax->rest[0];
}

/* ---- sums ---- */

void
sums_of(const struct worker *worker, const roster_cell *line, struct sums *sums)
{
    const struct roster_problem *problem = worker->problem;
    *sums = (struct sums){.weekends = roster_line_weekends(problem, worker->person, line)};
    for (int d = 0; d < problem->days; d++)
        sums->units += line[d] < problem->shifts ? worker->length[line[d]] : 0;
    for (int i = 0; i < worker->lanes; i++)
        sums->lane[i] = roster_line_taken(problem, worker->lane[i], line);
}

struct least {
    double value;
    int at;
};

static void
consider(struct least *least, int at, double value)
{
    if (value < least->value)
        *least = (struct least){value, at};
}

/* Convex between its bends: the bounds, and the minutes that are wanted. */
static struct least
credit_units(const struct worker *worker, double toll)
{
    const struct roster_person *person = &worker->problem->person[worker->person];
    bool contract = person->under_minute > 0 || person->over_minute > 0;
    int bend = person->wanted_minutes / worker->unit;
    int tries[] = {worker->least, worker->most, bend, bend + 1};
    struct least least = {PRICE_NONE, 0};
    for (int i = 0; i < (contract ? 4 : 2); i++)
        if (tries[i] >= worker->least && tries[i] <= worker->most) {
            double cost =
                contract ? (double)roster_contract_cost(person, (int64_t)tries[i] * worker->unit)
                         : 0;
            consider(&least, tries[i], cost - toll * tries[i]);
        }
    return least;
}

static struct least
credit_weekends(const struct worker *worker, double toll)
{
    const struct roster_person *person = &worker->problem->person[worker->person];
    struct least least = {PRICE_NONE, 0};
    for (int n = 0; n <= worker->weekends; n++)
        consider(&least, n, (person->weekend_cost ? person->weekend_cost[n] : 0) - toll * n);
    return least;
}

static struct least
credit_lane(const struct worker *worker, int lane, double toll)
{
    const struct roster_limit *limit = worker->lane[lane];
    int days = worker->problem->days;
    struct least least = {0, 0};
    consider(&least, limit->most, -toll * limit->most);
    if (limit->fine > 0)
        consider(&least, days, (double)(days - limit->most) * limit->fine - toll * days);
    return least;
}

double
toll_credit(const struct worker *worker, const struct toll *toll, struct sums *at)
{
    struct least units = credit_units(worker, toll->unit);
    struct least weekends = credit_weekends(worker, toll->weekend);
    double sum = units.value + weekends.value;
    *at = (struct sums){.units = units.at, .weekends = weekends.at};
    for (int i = 0; i < worker->lanes; i++) {
        struct least lane = credit_lane(worker, i, toll->lane[i]);
        sum += lane.value;
        at->lane[i] = lane.at;
    }
    return sum;
}
