#include <math.h>
#include <string.h>

#include "planner/long.h"

enum { TRIES = 16, MENDS = 4, MEND_DAYS = 28 };

struct first {
    struct plan *plan;
    struct relax *relax;
    struct rng *rng;
    struct arena *scratch;
    double *price;
    roster_cell *line;
};

/* ---- how far sums are off ---- */

static int
off_bounds(int value, int least, int most)
{
    return value < least ? value - least : value > most ? value - most : 0;
}

/* Of each sum: below its bounds, or above; returns how many there are. */
static int
broken_sums(const struct worker *worker, const roster_cell *line, struct sums *by)
{
    struct sums has;
    sums_of(worker, line, &has);
    *by = (struct sums){.units = off_bounds(has.units, worker->least, worker->most),
                        .weekends = off_bounds(has.weekends, 0, worker->weekends)};
    int broken = (by->units != 0) + (by->weekends != 0);
    for (int i = 0; i < worker->lanes; i++) {
        if (worker->lane[i]->fine == 0)
            by->lane[i] = off_bounds(has.lane[i], 0, worker->lane[i]->most);
        broken += by->lane[i] != 0;
    }
    return broken;
}

static double
how_broken(const struct worker *worker, const struct sums *by, double scale)
{
    double sum = fabs(by->units / scale) + by->weekends;
    for (int i = 0; i < worker->lanes; i++)
        sum += by->lane[i];
    return sum;
}

/* ---- tolls that bring them there ---- */

/* A toll rises while its sum is above, falls while it is below, by less each time that turns. */
static void
adjust(double *toll, double *step, int by, double scale)
{
    if (by == 0)
        return;
    if ((by > 0) != (*step > 0))
        *step /= -2;
    *toll = price_round(*toll + *step / scale);
}

static double
longest_units(const struct worker *worker)
{
    int longest = 1;
    for (int s = 0; s < worker->problem->shifts; s++)
        longest = worker->length[s] > longest ? worker->length[s] : longest;
    return longest;
}

/* What the others leave, and noise of up to a third: where all days are worth the same, no toll could bring
 * about that some of them are worked. Returns the largest. */
static double
price_person(struct first *first, int person)
{
    const struct roster_problem *problem = first->plan->ground->problem;
    double largest = 1;
    plan_price(first->plan, person, first->rng, first->price);
    for (int i = 0; i < problem->days * (problem->shifts + 1); i++) {
        double noise = 1 + (rng_below(first->rng, 600) - 300.0) / 900;
        first->price[i] = price_round(first->price[i] * noise);
        largest = fabs(first->price[i]) > largest ? fabs(first->price[i]) : largest;
    }
    return largest;
}

/* The least broken of some lines; false when not even the machine has one. */
static bool
find_line(struct first *first, int person, roster_cell *best)
{
    const struct ground *ground = first->plan->ground;
    const struct worker *worker = &ground->workers[person];
    struct toll toll = {0}, step;
    double large = price_person(first, person), scale = longest_units(worker), least = PRICE_NONE;
    step = (struct toll){large / 4, large / 4, {0}};
    for (int i = 0; i < ROSTER_LIMITS; i++)
        step.lane[i] = large / 4;
    for (int i = 0; i < TRIES && least > 0; i++) {
        struct sums by;
        if (relax_line(first->relax, person, first->price, &toll, first->line) >= PRICE_NONE)
            return false;
        broken_sums(worker, first->line, &by);
        double broken = how_broken(worker, &by, scale);
        if (broken < least)
            memcpy(best, first->line, (size_t)ground->problem->days);
        least = broken < least ? broken : least;
        adjust(&toll.unit, &step.unit, by.units, scale);
        adjust(&toll.weekend, &step.weekend, by.weekends, 1);
        for (int k = 0; k < worker->lanes; k++)
            adjust(&toll.lane[k], &step.lane[k], by.lane[k], 1);
    }
    return true;
}

/* ---- windows that mend the rest ---- */

static bool
keeps(const struct first *first, int person)
{
    const struct ground *ground = first->plan->ground;
    return worker_keeps(&ground->workers[person],
                        first->plan->cells + (long)person * ground->problem->days);
}

static int
mend(struct first *first, int person, struct err *err)
{
    static const struct effort once = {.sweeps = 1};
    static const struct patience endless = {0};
    const struct roster_problem *problem = first->plan->ground->problem;
    int length = MEND_DAYS < problem->days ? MEND_DAYS : problem->days;
    for (int i = 0; i < MENDS && !keeps(first, person); i++)
        for (int day = i % 2 * 14; day < problem->days && !keeps(first, person); day += length) {
            int last = day + length < problem->days ? day + length - 1 : problem->days - 1;
            struct part_window window = {day, last, &person, 1, true};
            if (part_plan(first->plan, &window, &once, &endless, first->rng, first->scratch, err) <
                0)
                return -1;
        }
    if (keeps(first, person))
        return 0;
    return err_set(err, ERR_DATA,
                   _("%s: no line of shifts was found that keeps all rules of this person"),
                   problem->person[person].code);
}

int
long_first(struct plan *plan, struct relax *relax, struct rng *rng, struct arena *scratch,
           struct err *err)
{
    const struct roster_problem *problem = plan->ground->problem;
    struct arena arena;
    int order[ROSTER_PEOPLE], got = 0;
    struct first first = {plan, relax, rng, scratch, NULL, NULL};
    arena_init(&arena);
    first.price =
        arena_array(&arena, (size_t)problem->days * (size_t)(problem->shifts + 1), sizeof(double));
    first.line = arena_alloc(&arena, (size_t)problem->days);
    plan_shuffle(order, problem->people, rng);
    for (int i = 0; i < problem->people && got == 0; i++) {
        int person = order[i];
        if (!find_line(&first, person, plan->cells + (long)person * problem->days))
            got = err_set(err, ERR_DATA, _("%s: no line of shifts keeps all rules of this person"),
                          problem->person[person].code);
        plan_count(plan, person, 1);
        if (got == 0)
            got = mend(&first, person, err);
    }
    arena_release(&arena);
    plan->objective = roster_objective(problem, plan->cells);
    return got;
}
