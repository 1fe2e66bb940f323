#include <string.h>

#include "planner/improve.h"
#include "planner/part.h"

enum { STASH = 60 };

/* The part's lines into the whole. */
static void
write_back(struct plan *plan, const struct part *part, const struct plan *better)
{
    const struct roster_problem *whole = plan->ground->problem;
    size_t days = (size_t)part->problem.days;
    int first = part->first;
    for (int p = 0; p < part->problem.people; p++) {
        int person = part->person[p];
        plan->objective -=
            roster_line_cost(whole, person, plan->cells + (long)person * whole->days);
        plan_count(plan, person, -1);
        memcpy(plan->cells + (long)person * whole->days + first, better->cells + (size_t)p * days,
               days);
        plan_count(plan, person, 1);
        plan->objective +=
            roster_line_cost(whole, person, plan->cells + (long)person * whole->days);
    }
}

/* Of all demands; the heads are known. */
static int64_t
demands_cost(const struct plan *plan)
{
    const struct roster_problem *problem = plan->ground->problem;
    int64_t sum = 0;
    for (int i = 0; i < problem->demands; i++) {
        const struct roster_demand *demand = &problem->demand[i];
        int lacks = demand->need - plan->heads[i];
        sum += lacks > 0 ? (int64_t)lacks * demand->under : (int64_t)-lacks * demand->over;
    }
    return sum;
}

static void
work_on(struct plan *part, struct pricer *pricer, const struct effort *effort,
        const struct patience *patience, struct rng *rng)
{
    const struct ground *ground = part->ground;
    struct arena arena;
    struct stash stash;
    struct improve improve;
    plan_respond(part, pricer, rng, effort->sweeps, 0);
    if (effort->wholes + effort->parts == 0)
        return;
    arena_init(&arena);
    stash_make(&stash, ground->problem, STASH, &arena);
    improve_make(&improve, ground, pricer, patience, &stash, rng, &arena);
    int got = 0;
    for (int i = 0; i < effort->wholes && got == 0; i++)
        got = improve_whole(&improve, part);
    for (int i = 0; i < effort->parts && got == 0; i++)
        got = improve_once(&improve, part);
    improve_release(&improve);
    arena_release(&arena);
}

int
part_plan(struct plan *plan, const struct part_window *window, const struct effort *effort,
          const struct patience *patience, struct rng *rng, struct arena *scratch, struct err *err)
{
    struct part part;
    struct ground ground;
    struct plan own;
    struct pricer *pricer = NULL;
    arena_reset(scratch);
    part_make(&part, plan, window, scratch);
    if (part.problem.people == 0)
        return 0;
    if (ground_make(&ground, &part.problem, scratch, err) < 0 ||
        pricer_make(&pricer, ground.workers, part.problem.people, err) < 0)
        return -1;
    bool told = ground_keeps(&ground, part.cells);
    if (told) {
        plan_make(&own, &ground, scratch);
        plan_set(&own, part.cells);
        work_on(&own, pricer, effort, patience, rng);
        plan->objective -= demands_cost(plan);
        write_back(plan, &part, &own);
        plan->objective += demands_cost(plan);
    }
    pricer_free(pricer);
    return told;
}
