#include "planner/long.h"

#include <string.h>

enum { WEEK = 7, SWEEP_WEEKS = 2, STEPS = 240, FEW = 4, PEOPLE_DAYS = 1200 };
#define BOUND_SHARE 0.35
#define BOUND_DONE 0.75 /* of all time: then the bound has had its share */

struct run {
    const struct ground *ground;
    const struct roster_options *options;
    const struct patience *patience;
    double began, bounding; /* a moment; seconds for the bound */
    struct plan plan;
    struct lagrange lagrange;
    struct rng rng;
    struct arena scratch;
    int64_t told, bound; /* the objective that was told last; the best bound */
    long iterations;
    int week;    /* where the next window begins */
    int weeks;   /* of a window, at most */
    bool climbs; /* the bound still does */
};

static void
tell(struct run *run)
{
    int64_t bound = lagrange_bound(&run->lagrange);
    bool news = bound > run->bound || run->plan.objective < run->told;
    run->bound = bound > run->bound ? bound : run->bound;
    run->told = run->plan.objective;
    struct roster_progress progress = {clock_now() - run->began, run->told, run->bound,
                                       run->iterations};
    if (news && run->options->progress)
        run->options->progress(run->options->context, &progress);
}

/* ---- the bound ---- */

/* The share of its steps, or of its time, that is over. */
static double
share_done(const struct run *run, double spent)
{
    double steps = (double)run->lagrange.steps / STEPS,
           most = BOUND_SHARE * BOUND_DONE * run->options->seconds;
    double share = most > 0 && spent / most > steps ? spent / most : steps;
    return share < 1 ? share : 1;
}

/* A few steps; by the clock, as many as keep it at its share of the time. */
static void
climb(struct run *run)
{
    double from = clock_now(), spent = run->bounding;
    for (int i = 0; run->climbs; i++) {
        double now = clock_now();
        spent = run->bounding + now - from;
        if (run->options->seconds > 0 ? spent >= BOUND_SHARE * (now - run->began) : i >= FEW)
            break;
        run->climbs = lagrange_step(&run->lagrange, share_done(run, spent), run->patience);
    }
    run->bounding = spent;
}

/* ---- windows ---- */

/* Whole weeks, where there are any: fewer locked days are needed behind them. One window behind the other,
 * so that all weeks get their turn. */
static void
place(struct run *run, struct part_window *window, int weeks)
{
    const struct roster_problem *problem = run->ground->problem;
    int before = problem->first_weekday % WEEK, all = (before + problem->days + WEEK - 1) / WEEK;
    int week = run->week + weeks <= all ? run->week : all > weeks ? all - weeks : 0;
    run->week = week + weeks < all ? week + weeks : 0;
    int first = week * WEEK - before, last = first + weeks * WEEK - 1;
    window->first = first > 0 ? first : 0;
    window->last = last < problem->days ? last : problem->days - 1;
}

/* Everybody answers to the others. */
static int
sweep(struct run *run, const int *people, struct err *err)
{
    static const struct effort effort = {.sweeps = 1};
    struct part_window window = {.people = people, .count = run->ground->problem->people};
    place(run, &window, run->weeks < SWEEP_WEEKS ? run->weeks : SWEEP_WEEKS);
    return part_plan(&run->plan, &window, &effort, run->patience, &run->rng, &run->scratch, err);
}

/* Some people over some weeks. */
static int
replan(struct run *run, const int *people, struct err *err)
{
    static const struct effort effort = {.sweeps = 1, .wholes = 1, .parts = 2};
    const struct roster_problem *problem = run->ground->problem;
    static const int often[] = {45, 40, 15};
    int weeks = 1 << rng_pick(&run->rng, often, 3);
    weeks = weeks < run->weeks ? weeks : run->weeks;
    int most = PEOPLE_DAYS / (weeks * WEEK);
    struct part_window window = {.people = people,
                                 .count = problem->people < most ? problem->people : most};
    place(run, &window, weeks);
    return part_plan(&run->plan, &window, &effort, run->patience, &run->rng, &run->scratch, err);
}

static bool
in_first_round(const struct run *run)
{
    return run->iterations * SWEEP_WEEKS * WEEK < run->ground->problem->days;
}

/* A part that is too large is tried with half as many weeks from then on. */
static int
improve(struct run *run, struct err *err)
{
    const struct roster_problem *problem = run->ground->problem;
    int people[ROSTER_PEOPLE];
    bool all = in_first_round(run) || rng_chance(&run->rng, 50);
    plan_shuffle(people, problem->people, &run->rng);
    int got = all ? sweep(run, people, err) : replan(run, people, err);
    if (got < 0 && run->weeks > 1) {
        run->weeks /= 2;
        err_clear(err);
        got = 0;
    }
    run->iterations++;
    return got;
}

static int
improve_all(struct run *run, struct err *err)
{
    long most = run->options->iterations;
    int got = 0;
    while (got >= 0 && !patience_over(run->patience) && (most == 0 || run->iterations < most)) {
        if (run->iterations == 0 || !in_first_round(run)) /* a fair roster first, then its bound */
            climb(run);
        tell(run);
        if (run->plan.objective <= run->bound)
            break;
        got = improve(run, err);
    }
    if (got >= 0)
        tell(run);
    return got < 0 ? -1 : 0;
}

static bool
take_start(struct run *run)
{
    const struct ground *ground = run->ground;
    const roster_cell *start = run->options->start;
    if (!start || !ground_keeps(ground, start))
        return false;
    plan_set(&run->plan, start);
    return true;
}

int
long_solve(const struct ground *ground, const struct roster_options *options,
           const struct patience *patience, double began, struct roster_result *result,
           struct arena *arena, struct err *err)
{
    struct run run = {.ground = ground,
                      .options = options,
                      .patience = patience,
                      .began = began,
                      .told = INT64_MAX,
                      .bound = -1,
                      .weeks = 4,
                      .climbs = true};
    rng_stream(&run.rng, options->seed, 0, 0);
    plan_make(&run.plan, ground, arena);
    lagrange_make(&run.lagrange, ground, arena);
    arena_init(&run.scratch);
    int got = 0;
    if (!take_start(&run))
        got = long_first(&run.plan, &run.lagrange.relax, &run.rng, &run.scratch, err);
    if (got == 0)
        got = improve_all(&run, err);
    arena_release(&run.scratch);
    *result = (struct roster_result){.cells = run.plan.cells,
                                     .objective = run.plan.objective,
                                     .bound = run.bound > 0 ? run.bound : 0,
                                     .iterations = run.iterations,
                                     .seconds = clock_now() - began};
    return got;
}
