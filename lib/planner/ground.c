#include "planner/ground.h"

#include <string.h>
#include <time.h>

/* ---- once ---- */

static void
list_served(struct ground *ground, struct arena *arena)
{
    const struct roster_problem *problem = ground->problem;
    int cells = problem->days * problem->shifts, count = 0;
    ground->serve_first = arena_array(arena, (size_t)cells + 1, sizeof *ground->serve_first);
    for (int i = 0; i < problem->demands; i++)
        count += __builtin_popcountll(problem->demand[i].shifts);
    ground->serve = arena_array(arena, (size_t)count, sizeof *ground->serve);
    count = 0;
    for (int cell = 0; cell < cells; cell++) {
        ground->serve_first[cell] = count;
        for (int i = 0; i < problem->demands; i++)
            if (problem->demand[i].day == cell / problem->shifts &&
                problem->demand[i].shifts >> cell % problem->shifts & 1)
                ground->serve[count++] = i;
    }
    ground->serve_first[cells] = count;
}

int
ground_make(struct ground *ground, const struct roster_problem *problem, struct arena *arena,
            struct err *err)
{
    *ground = (struct ground){.problem = problem};
    if (roster_problem_check(problem, err) < 0 || clp_load(&ground->clp, err) < 0)
        return -1;
    groups_make(&ground->groups, problem);
    ground->grain = roster_grain(problem);
    ground->workers = arena_array(arena, (size_t)problem->people, sizeof *ground->workers);
    for (int p = 0; p < problem->people; p++)
        if (worker_make(&ground->workers[p], problem, &ground->groups, p, arena, err) < 0)
            return -1;
    list_served(ground, arena);
    return 0;
}

bool
ground_keeps(const struct ground *ground, const roster_cell *cells)
{
    for (int p = 0; p < ground->problem->people; p++)
        if (!worker_keeps(&ground->workers[p], cells + (long)p * ground->problem->days))
            return false;
    return true;
}

/* ---- time ---- */

double
clock_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

static bool
is_set(const atomic_bool *flag)
{
    return flag && atomic_load_explicit(flag, memory_order_relaxed);
}

bool
patience_over(const struct patience *patience)
{
    if (is_set(patience->stop) || is_set(patience->done))
        return true;
    return patience->until > 0 && clock_now() >= patience->until;
}

/* ---- areas ---- */

static void
area_make(struct area *area, const struct ground *ground, struct arena *arena)
{
    const struct roster_problem *problem = ground->problem;
    size_t cells = (size_t)problem->people * (size_t)problem->days;
    *area = (struct area){.ground = ground};
    area->people = arena_array(arena, (size_t)problem->people, sizeof *area->people);
    area->need = arena_array(arena, (size_t)problem->demands, sizeof *area->need);
    area->allowed = arena_array(arena, cells, sizeof *area->allowed);
    memcpy(area->allowed, problem->allowed, cells * sizeof *area->allowed);
    for (int i = 0; i < problem->demands; i++)
        area->need[i] = problem->demand[i].need;
}

void
area_whole(struct area *area, const struct ground *ground, struct arena *arena)
{
    area_make(area, ground, arena);
    for (int p = 0; p < ground->problem->people; p++)
        area->people[area->count++] = p;
}

static void
take_off(struct area *area, int person, const roster_cell *line)
{
    const struct ground *ground = area->ground;
    const struct roster_problem *problem = ground->problem;
    area->base += roster_line_cost(problem, person, line);
    for (int d = 0; d < problem->days; d++) {
        if (line[d] == problem->shifts)
            continue;
        int cell = d * problem->shifts + line[d];
        for (int i = ground->serve_first[cell]; i < ground->serve_first[cell + 1]; i++)
            area->need[ground->serve[i]]--;
    }
}

void
area_part(struct area *area, const struct ground *ground, const roster_cell *roster,
          const uint8_t *part, int first, int last, struct arena *arena)
{
    const struct roster_problem *problem = ground->problem;
    area_make(area, ground, arena);
    for (int p = 0; p < problem->people; p++) {
        const roster_cell *line = roster + (long)p * problem->days;
        if (part[p] == AREA_STAYS) {
            take_off(area, p, line);
            continue;
        }
        area->people[area->count++] = p;
        for (int d = 0; d < problem->days && part[p] == AREA_WINDOW; d++)
            if (d < first || d > last)
                area->allowed[(long)p * problem->days + d] = (uint64_t)1 << line[d];
    }
}

/* ---- prices ---- */

void
ground_relief(const struct ground *ground, double *duals, double *relief)
{
    const struct roster_problem *problem = ground->problem;
    int wide = problem->shifts + 1;
    for (int i = 0; i < problem->demands; i++) {
        const struct roster_demand *demand = &problem->demand[i];
        double dual = price_round(duals[i]);
        duals[i] = dual > demand->under   ? demand->under
                   : dual < -demand->over ? -demand->over
                                          : dual;
    }
    for (int d = 0; d < problem->days; d++) {
        relief[d * wide + problem->shifts] = 0;
        for (int s = 0; s < problem->shifts; s++) {
            double sum = 0;
            int cell = d * problem->shifts + s;
            for (int i = ground->serve_first[cell]; i < ground->serve_first[cell + 1]; i++)
                sum += duals[ground->serve[i]];
            relief[d * wide + s] = sum;
        }
    }
}

void
ground_price(const struct ground *ground, int person, const double *relief, double *price)
{
    const struct roster_problem *problem = ground->problem;
    const int *cost = roster_cost(problem, person, 0);
    for (int i = 0; i < problem->days * (problem->shifts + 1); i++)
        price[i] = cost[i] - relief[i];
}
