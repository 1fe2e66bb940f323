#include "roster/solve.h"

#include <string.h>

#include "roster/improve.h"

enum { STASH = 250 };

/* One thread's work. */
struct solver {
    const struct roster_options *options;
    struct ground ground;
    struct pricer *pricer;
    struct stash stash;
    struct rng rng;
    struct patience patience;
    struct plan best;
    struct roster_result *result;
    double began;
};

static void
tell(struct solver *solver)
{
    struct roster_result *result = solver->result;
    struct roster_progress progress = {.seconds = clock_now() - solver->began,
                                       .objective = solver->best.objective,
                                       .bound = result->bound,
                                       .iterations = result->iterations};
    if (solver->options->progress)
        solver->options->progress(solver->options->context, &progress);
}

/* The programme over all lines of everybody, its bound, and a dive from it. */
static int
solve_root(struct solver *solver, struct arena *arena)
{
    const struct roster_problem *problem = solver->ground.problem;
    struct area area;
    struct master master;
    struct generate generate;
    struct plan trial;
    area_whole(&area, &solver->ground, arena);
    master_open(&master, &area, arena);
    for (int p = 0; p < problem->people; p++)
        master_add(&master, p, solver->best.cells + (long)p * problem->days);
    generate_make(&generate, &master, solver->pricer, &solver->patience);
    int got = generate_run(&generate, 100000, PRICE_NONE);
    int64_t bound = generate_bound(&generate);
    solver->result->bound = bound > solver->result->bound ? bound : solver->result->bound;
    tell(solver);
    struct dive how = {.cutoff = (double)(solver->best.objective - solver->ground.grain),
                       .rounds = 10,
                       .surely = 0.5,
                       .noise = 0.05};
    plan_make(&trial, &solver->ground, arena);
    plan_copy(&trial, &solver->best);
    if (got >= 0) {
        stash_draw(&solver->stash, &master, master.value / 200);
        got = dive(&generate, &how, &solver->rng, trial.cells);
    }
    master_close(&master);
    if (got > 0) {
        plan_set(&trial, trial.cells);
        plan_respond(&trial, solver->pricer, &solver->rng, 5, 0);
        if (trial.objective < solver->best.objective)
            plan_copy(&solver->best, &trial);
        tell(solver);
    }
    return got;
}

static void
solve_parts(struct solver *solver, struct arena *arena)
{
    struct improve improve;
    struct roster_result *result = solver->result;
    long most = solver->options->iterations;
    improve_make(&improve, &solver->ground, solver->pricer, &solver->patience, &solver->stash,
                 &solver->rng, arena);
    int64_t before = solver->best.objective;
    while (solver->best.objective > result->bound && (most == 0 || result->iterations < most)) {
        if (improve_once(&improve, &solver->best) < 0)
            break;
        result->iterations++;
        if (solver->best.objective < before)
            tell(solver);
        before = solver->best.objective;
    }
    improve_release(&improve);
}

static int
solve_all(struct solver *solver, struct arena *arena, struct err *err)
{
    const struct roster_problem *problem = solver->ground.problem;
    struct arena root;
    plan_make(&solver->best, &solver->ground, arena);
    stash_make(&solver->stash, problem, STASH, arena);
    if (plan_first(&solver->best, solver->pricer, &solver->rng, err) < 0)
        return -1;
    plan_respond(&solver->best, solver->pricer, &solver->rng, 10, 0);
    tell(solver);
    arena_init(&root);
    int got = solve_root(solver, &root);
    arena_release(&root);
    if (got >= 0)
        solve_parts(solver, arena);
    return 0;
}

int
roster_solve(const struct roster_problem *problem, const struct roster_options *options,
             struct roster_result *result, struct arena *arena, struct err *err)
{
    struct solver solver = {.options = options, .result = result, .began = clock_now()};
    solver.patience = (struct patience){.stop = options->stop};
    if (options->seconds > 0)
        solver.patience.until = solver.began + options->seconds;
    *result = (struct roster_result){.bound = -1};
    rng_seed(&solver.rng, options->seed);
    if (ground_make(&solver.ground, problem, arena, err) < 0 ||
        pricer_make(&solver.pricer, solver.ground.workers, problem->people, err) < 0)
        return -1;
    int got = solve_all(&solver, arena, err);
    pricer_free(solver.pricer);
    result->cells = solver.best.cells;
    result->objective = solver.best.objective;
    result->seconds = clock_now() - solver.began;
    return got;
}
