#include "planner/respond.h"

#include <string.h>

enum { LABELS = 50000 };

void
plan_make(struct plan *plan, const struct ground *ground, struct arena *arena)
{
    const struct roster_problem *problem = ground->problem;
    size_t cells = (size_t)problem->people * (size_t)problem->days;
    *plan = (struct plan){.ground = ground};
    plan->cells = arena_alloc(arena, cells);
    plan->heads = arena_array(arena, (size_t)problem->demands, sizeof *plan->heads);
    memset(plan->cells, problem->shifts, cells);
    plan->objective = roster_objective(problem, plan->cells);
}

static void
count_heads(struct plan *plan, int person, int by)
{
    const struct ground *ground = plan->ground;
    const struct roster_problem *problem = ground->problem;
    const roster_cell *line = plan->cells + (long)person * problem->days;
    for (int d = 0; d < problem->days; d++) {
        if (line[d] == problem->shifts)
            continue;
        int cell = d * problem->shifts + line[d];
        for (int i = ground->serve_first[cell]; i < ground->serve_first[cell + 1]; i++)
            plan->heads[ground->serve[i]] += by;
    }
}

void
plan_copy(struct plan *to, const struct plan *from)
{
    const struct roster_problem *problem = from->ground->problem;
    memcpy(to->cells, from->cells, (size_t)problem->people * (size_t)problem->days);
    memcpy(to->heads, from->heads, (size_t)problem->demands * sizeof *to->heads);
    to->objective = from->objective;
}

void
plan_set(struct plan *plan, const roster_cell *cells)
{
    const struct roster_problem *problem = plan->ground->problem;
    memmove(plan->cells, cells, (size_t)problem->people * (size_t)problem->days);
    memset(plan->heads, 0, (size_t)problem->demands * sizeof *plan->heads);
    for (int p = 0; p < problem->people; p++)
        count_heads(plan, p, 1);
    plan->objective = roster_objective(problem, plan->cells);
}

/* ---- one person, who is not counted ---- */

static double
head_cost(const struct plan *plan, int cell)
{
    const struct ground *ground = plan->ground;
    double cost = 0;
    for (int i = ground->serve_first[cell]; i < ground->serve_first[cell + 1]; i++) {
        const struct roster_demand *demand = &ground->problem->demand[ground->serve[i]];
        cost += plan->heads[ground->serve[i]] < demand->need ? -demand->under : demand->over;
    }
    return cost;
}

static void
price_heads(const struct plan *plan, int person, struct rng *rng, double *price)
{
    const struct ground *ground = plan->ground;
    const struct roster_problem *problem = ground->problem;
    int wide = problem->shifts + 1;
    uint32_t noise = (uint32_t)(1 / PRICE_GRID) / (uint32_t)(problem->days + 1);
    for (int d = 0; d < problem->days; d++)
        for (int choice = 0; choice < wide; choice++) {
            double cost = roster_cost(problem, person, d)[choice];
            if (choice < problem->shifts)
                cost += head_cost(plan, d * problem->shifts + choice);
            price[d * wide + choice] = cost + rng_below(rng, noise) * PRICE_GRID;
        }
}

static double
price_line(const struct roster_problem *problem, const double *price, const roster_cell *line)
{
    double sum = 0;
    for (int d = 0; d < problem->days; d++)
        sum += price[d * (problem->shifts + 1) + line[d]];
    return sum;
}

/* Gives the person a line below `cutoff`; 1 if there was one. `price` has room. */
static bool
answer(struct plan *plan, struct pricer *pricer, int person, const double *price_of, double cutoff)
{
    const struct ground *ground = plan->ground;
    const struct roster_problem *problem = ground->problem;
    struct price_answer found;
    struct price_question question = {.price = price_of,
                                      .allowed = roster_allowed(problem, person, 0),
                                      .cutoff = cutoff,
                                      .lines = 1,
                                      .labels = LABELS};
    price(pricer, &ground->workers[person], &question, &found);
    if (found.count > 0)
        memcpy(plan->cells + (long)person * problem->days, found.line[0], (size_t)problem->days);
    return found.count > 0;
}

static bool
respond_one(struct plan *plan, struct pricer *pricer, int person, struct rng *rng)
{
    const struct roster_problem *problem = plan->ground->problem;
    double price_of[ROSTER_DAYS * (ROSTER_SHIFTS + 1)];
    const roster_cell *line = plan->cells + (long)person * problem->days;
    int64_t before = plan->objective;
    count_heads(plan, person, -1);
    price_heads(plan, person, rng, price_of);
    double cost =
        price_line(problem, price_of, line) + (double)roster_sums_cost(problem, person, line);
    bool moved = answer(plan, pricer, person, price_of, cost);
    count_heads(plan, person, 1);
    if (moved)
        plan->objective = roster_objective(problem, plan->cells);
    return plan->objective < before;
}

/* ---- all ---- */

static void
shuffle(int *order, int count, struct rng *rng)
{
    memset(order, 0, (size_t)count * sizeof *order);
    for (int i = 0; i < count; i++) {
        int j = (int)rng_below(rng, (uint32_t)i + 1);
        order[i] = order[j];
        order[j] = i;
    }
}

int
plan_first(struct plan *plan, struct pricer *pricer, struct rng *rng, struct err *err)
{
    const struct roster_problem *problem = plan->ground->problem;
    double price_of[ROSTER_DAYS * (ROSTER_SHIFTS + 1)];
    int order[ROSTER_PEOPLE];
    shuffle(order, problem->people, rng);
    for (int i = 0; i < problem->people; i++) {
        price_heads(plan, order[i], rng, price_of);
        if (!answer(plan, pricer, order[i], price_of, PRICE_NONE / 2))
            return err_set(err, ERR_DATA, _("%s: no line of shifts keeps all rules of this person"),
                           problem->person[order[i]].code);
        count_heads(plan, order[i], 1);
    }
    plan->objective = roster_objective(problem, plan->cells);
    return 0;
}

void
plan_respond(struct plan *plan, struct pricer *pricer, struct rng *rng, int sweeps, int drift)
{
    int people = plan->ground->problem->people, order[ROSTER_PEOPLE];
    for (bool gained = true; gained && sweeps > 0; sweeps--) {
        gained = false;
        shuffle(order, people, rng);
        for (int i = 0; i < people; i++)
            gained |= respond_one(plan, pricer, order[i], rng);
    }
    shuffle(order, people, rng);
    for (int i = 0; i < people && i < drift; i++)
        respond_one(plan, pricer, order[i], rng);
}
