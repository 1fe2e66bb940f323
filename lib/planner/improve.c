#include "planner/improve.h"

#include <string.h>

enum kind { PEOPLE, WINDOW, BOTH };

void
improve_make(struct improve *improve, const struct ground *ground, struct pricer *pricer,
             const struct patience *patience, struct stash *stash, struct rng *rng,
             struct arena *arena)
{
    *improve = (struct improve){.ground = ground,
                                .pricer = pricer,
                                .patience = patience,
                                .stash = stash,
                                .rng = rng,
                                .weight = {25, 60, 15}};
    arena_init(&improve->scratch);
    plan_make(&improve->trial, ground, arena);
}

void
improve_release(struct improve *improve)
{
    arena_release(&improve->scratch);
}

/* ---- what is planned anew ---- */

struct neighbourhood {
    enum kind kind;
    uint8_t part[ROSTER_PEOPLE];
    int first, last;
};

/* `count` people at random are planned over all days. */
static void
free_people(struct improve *improve, struct neighbourhood *neighbourhood, int count)
{
    int people = improve->ground->problem->people;
    for (int left = people, p = 0; p < people; p++, left--)
        if ((int)rng_below(improve->rng, (uint32_t)left) < count) {
            neighbourhood->part[p] = AREA_WHOLE;
            count--;
        }
}

static void
choose(struct improve *improve, struct neighbourhood *neighbourhood)
{
    const struct roster_problem *problem = improve->ground->problem;
    struct rng *rng = improve->rng;
    int people = problem->people;
    memset(neighbourhood, 0, sizeof *neighbourhood);
    neighbourhood->kind = (enum kind)rng_pick(rng, improve->weight, IMPROVE_KINDS);
    int length = rng_between(rng, 4, 9);
    length = length < problem->days ? length : problem->days;
    neighbourhood->first = rng_between(rng, 0, problem->days - length);
    neighbourhood->last = neighbourhood->first + length - 1;
    if (neighbourhood->kind != PEOPLE)
        memset(neighbourhood->part, AREA_WINDOW, (size_t)people);
    if (neighbourhood->kind == PEOPLE)
        free_people(improve, neighbourhood,
                    rng_between(rng, people / 3 > 2 ? people / 3 : 2, people * 2 / 3));
    if (neighbourhood->kind == BOTH)
        free_people(improve, neighbourhood, rng_between(rng, people / 6, people / 3));
}

/* ---- planning it ---- */

/* 1: the lines are in the trial; 0: nothing better; -1. */
static int
replan(struct improve *improve, const struct plan *plan, struct master *master)
{
    struct generate generate;
    const struct ground *ground = improve->ground;
    int days = ground->problem->days;
    struct dive how = {.cutoff = (double)(plan->objective - ground->grain),
                       .rounds = 3,
                       .surely = 0.5,
                       .noise = 0.1};
    for (int i = 0; i < master->area->count; i++)
        stash_add(improve->stash, master->area->people[i],
                  plan->cells + (long)master->area->people[i] * days);
    stash_pour(improve->stash, master);
    generate_make(&generate, master, improve->pricer, improve->patience);
    if (generate_run(&generate, 15, how.cutoff) < 0)
        return -1;
    if (generate.node > how.cutoff)
        return 0;
    stash_draw(improve->stash, master, master->value / 200);
    plan_copy(&improve->trial, plan);
    return dive(&generate, &how, improve->rng, improve->trial.cells);
}

static int
improve_there(struct improve *improve, struct plan *plan, const struct neighbourhood *where)
{
    struct area area;
    struct master master;
    arena_reset(&improve->scratch);
    area_part(&area, improve->ground, plan->cells, where->part, where->first, where->last,
              &improve->scratch);
    master_open(&master, &area, &improve->scratch);
    int got = replan(improve, plan, &master);
    master_close(&master);
    if (got < 0)
        return -1;
    if (got > 0) {
        plan_set(&improve->trial, improve->trial.cells);
        plan_respond(&improve->trial, improve->pricer, improve->rng, 3, 0);
        if (improve->trial.objective <= plan->objective)
            plan_copy(plan, &improve->trial);
    }
    plan_respond(plan, improve->pricer, improve->rng, 0, improve->ground->problem->people / 2);
    return 0;
}

int
improve_once(struct improve *improve, struct plan *plan)
{
    struct neighbourhood neighbourhood;
    choose(improve, &neighbourhood);
    return improve_there(improve, plan, &neighbourhood);
}

int
improve_whole(struct improve *improve, struct plan *plan)
{
    struct neighbourhood neighbourhood = {.last = improve->ground->problem->days - 1};
    memset(neighbourhood.part, AREA_WHOLE, sizeof neighbourhood.part);
    return improve_there(improve, plan, &neighbourhood);
}
