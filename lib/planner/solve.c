#include "planner/solve.h"

#include <pthread.h>
#include <string.h>

#include "planner/improve.h"

enum { STASH = 250, THREADS = 2 };

/* What the threads share; under the lock but for what never changes. */
struct shared {
    const struct roster_options *options;
    struct ground ground;
    struct patience patience;
    double began;
    pthread_mutex_t lock;
    struct plan best;
    int64_t bound;
    long iterations;
    atomic_bool done;
};

/* One thread's own. */
struct solver {
    struct shared *shared;
    struct pricer *pricer;
    struct stash stash;
    struct rng rng;
    struct plan plan;
    struct arena arena;
    bool proves; /* it solves the programme of everybody first */
};

/* ---- what is shared ---- */

static void
tell(const struct shared *shared)
{
    struct roster_progress progress = {.seconds = clock_now() - shared->began,
                                       .objective = shared->best.objective,
                                       .bound = shared->bound,
                                       .iterations = shared->iterations};
    if (shared->options->progress)
        shared->options->progress(shared->options->context, &progress);
}

/* Gives the own plan if it is better, takes the other if that is; false when nothing is left to do. */
static bool
exchange(struct solver *solver, int64_t bound, int iterations)
{
    struct shared *shared = solver->shared;
    long most = shared->options->iterations;
    pthread_mutex_lock(&shared->lock);
    bool news = bound > shared->bound || solver->plan.objective < shared->best.objective;
    shared->iterations += iterations;
    shared->bound = bound > shared->bound ? bound : shared->bound;
    if (solver->plan.objective < shared->best.objective)
        plan_copy(&shared->best, &solver->plan);
    else if (shared->best.objective < solver->plan.objective)
        plan_copy(&solver->plan, &shared->best);
    bool left = shared->best.objective > shared->bound && (most == 0 || shared->iterations < most);
    if (news)
        tell(shared);
    pthread_mutex_unlock(&shared->lock);
    if (!left)
        atomic_store(&shared->done, true);
    return left;
}

/* ---- one thread ---- */

/* From the programme of everybody. */
static int
dive_root(struct solver *solver, struct generate *generate, struct arena *arena)
{
    const struct ground *ground = &solver->shared->ground;
    struct plan trial;
    struct dive how = {.cutoff = (double)(solver->plan.objective - ground->grain),
                       .rounds = 10,
                       .surely = 0.5,
                       .noise = 0.05};
    plan_make(&trial, ground, arena);
    plan_copy(&trial, &solver->plan);
    int got = dive(generate, &how, &solver->rng, trial.cells);
    if (got <= 0)
        return got;
    plan_set(&trial, trial.cells);
    plan_respond(&trial, solver->pricer, &solver->rng, 5, 0);
    if (trial.objective < solver->plan.objective)
        plan_copy(&solver->plan, &trial);
    return got;
}

/* The programme over all lines of everybody, its bound, and a dive from it. */
static int
solve_root(struct solver *solver, struct arena *arena)
{
    struct shared *shared = solver->shared;
    const struct roster_problem *problem = shared->ground.problem;
    struct area area;
    struct master master;
    struct generate generate;
    area_whole(&area, &shared->ground, arena);
    master_open(&master, &area, arena);
    for (int p = 0; p < problem->people; p++)
        master_add(&master, p, solver->plan.cells + (long)p * problem->days);
    generate_make(&generate, &master, solver->pricer, &shared->patience);
    int got = generate_run(&generate, INT32_MAX, PRICE_NONE);
    bool left = exchange(solver, generate_bound(&generate), 0);
    if (got >= 0 && left) {
        stash_draw(&solver->stash, &master, master.value / 200);
        got = dive_root(solver, &generate, arena);
    }
    master_close(&master);
    return got;
}

static void
solve_parts(struct solver *solver)
{
    struct improve improve;
    struct shared *shared = solver->shared;
    improve_make(&improve, &shared->ground, solver->pricer, &shared->patience, &solver->stash,
                 &solver->rng, &solver->arena);
    while (exchange(solver, -1, 0)) {
        if (improve_once(&improve, &solver->plan) < 0)
            break;
        if (!exchange(solver, -1, 1))
            break;
    }
    improve_release(&improve);
}

static void *
work(void *argument)
{
    struct solver *solver = argument;
    struct arena root;
    int got = 0;
    arena_init(&root);
    if (solver->proves)
        got = solve_root(solver, &root);
    arena_release(&root);
    if (got >= 0)
        solve_parts(solver);
    return NULL;
}

static int
solver_make(struct solver *solver, struct shared *shared, int index, struct err *err)
{
    const struct roster_problem *problem = shared->ground.problem;
    *solver = (struct solver){.shared = shared, .proves = index == 0};
    arena_init(&solver->arena);
    rng_stream(&solver->rng, shared->options->seed, 0, (uint64_t)index);
    plan_make(&solver->plan, &shared->ground, &solver->arena);
    stash_make(&solver->stash, problem, STASH, &solver->arena);
    return pricer_make(&solver->pricer, shared->ground.workers, problem->people, err);
}

static void
solver_release(struct solver *solver)
{
    pricer_free(solver->pricer);
    arena_release(&solver->arena);
}

/* ---- all ---- */

/* The roster that was given, if everybody's line keeps the rules. */
static bool
take_start(struct solver *solver)
{
    const struct ground *ground = &solver->shared->ground;
    const roster_cell *start = solver->shared->options->start;
    for (int p = 0; start && p < ground->problem->people; p++)
        if (!worker_keeps(&ground->workers[p], start + (long)p * ground->problem->days))
            start = NULL;
    if (start)
        plan_set(&solver->plan, start);
    return start;
}

/* The first roster is made by one, and is what all begin with. */
static int
begin(struct solver *solver, struct err *err)
{
    struct shared *shared = solver->shared;
    if (!take_start(solver) && plan_first(&solver->plan, solver->pricer, &solver->rng, err) < 0)
        return -1;
    plan_respond(&solver->plan, solver->pricer, &solver->rng, 10, 0);
    plan_copy(&shared->best, &solver->plan);
    tell(shared);
    return 0;
}

/* A thread that cannot be had is done without. */
static void
run(struct solver *solvers, int count)
{
    pthread_t threads[THREADS];
    int others = 0;
    while (1 + others < count &&
           pthread_create(&threads[others], NULL, work, &solvers[1 + others]) == 0)
        others++;
    work(&solvers[0]);
    for (int i = 0; i < others; i++)
        pthread_join(threads[i], NULL);
}

static int
solve_all(struct shared *shared, struct err *err)
{
    struct solver solvers[THREADS];
    int count = shared->options->threads < THREADS ? shared->options->threads : THREADS, made = 0;
    int got = 0;
    count = count > 1 ? count : 1;
    while (got == 0 && made < count) {
        got = solver_make(&solvers[made], shared, made, err);
        made++;
    }
    if (got == 0)
        got = begin(&solvers[0], err);
    for (int i = 1; i < count && got == 0; i++)
        plan_copy(&solvers[i].plan, &shared->best);
    if (got == 0)
        run(solvers, count);
    for (int i = 0; i < made; i++)
        solver_release(&solvers[i]);
    return got;
}

int
roster_solve(const struct roster_problem *problem, const struct roster_options *options,
             struct roster_result *result, struct arena *arena, struct err *err)
{
    struct shared shared = {.options = options, .began = clock_now(), .bound = -1};
    shared.patience = (struct patience){.stop = options->stop, .done = &shared.done};
    if (options->seconds > 0)
        shared.patience.until = shared.began + options->seconds;
    if (ground_make(&shared.ground, problem, arena, err) < 0)
        return -1;
    plan_make(&shared.best, &shared.ground, arena);
    pthread_mutex_init(&shared.lock, NULL);
    int got = solve_all(&shared, err);
    pthread_mutex_destroy(&shared.lock);
    *result = (struct roster_result){.cells = shared.best.cells,
                                     .objective = shared.best.objective,
                                     .bound = shared.bound > 0 ? shared.bound : 0,
                                     .iterations = shared.iterations,
                                     .seconds = clock_now() - shared.began};
    return got;
}
