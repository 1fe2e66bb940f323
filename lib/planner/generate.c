#include "planner/generate.h"

#include <math.h>

enum { LABELS = 100000, COLUMNS = 30000, AHEAD = 40 };
#define TOLERANCE 1e-4 /* what a line must save */

void
generate_make(struct generate *generate, struct master *master, struct pricer *pricer,
              const struct patience *patience)
{
    const struct roster_problem *problem = master->area->ground->problem;
    size_t cells = (size_t)problem->days * (size_t)(problem->shifts + 1);
    *generate = (struct generate){.master = master, .pricer = pricer, .patience = patience};
    generate->lines = 1;
    generate->columns = COLUMNS;
    generate->bound = -PRICE_NONE;
    generate->relief = arena_array(master->arena, cells, sizeof(double));
    generate->price = arena_array(master->arena, cells, sizeof(double));
}

/* Adds the person's better lines; returns how many, and to *bound the least price of any. */
static int
ask(struct generate *generate, int person, double dual, double *bound)
{
    struct master *master = generate->master;
    const struct ground *ground = master->area->ground;
    struct price_answer answer;
    ground_price(ground, person, generate->relief, generate->price);
    struct price_question question = {.price = generate->price,
                                      .allowed = master->area->allowed +
                                                 (long)person * ground->problem->days,
                                      .cutoff = dual - TOLERANCE,
                                      .lines = generate->lines,
                                      .labels = LABELS};
    price(generate->pricer, &ground->workers[person], &question, &answer);
    for (int i = 0; i < answer.count; i++)
        master_add(master, person, answer.line[i]);
    *bound += answer.bound;
    return answer.count;
}

static double
kept_price(const struct generate *generate, int person)
{
    const struct master *master = generate->master;
    const struct roster_problem *problem = master->area->ground->problem;
    const struct column *column = &master->columns[master->kept[person]];
    double price = (double)column->cost;
    for (int d = 0; d < problem->days; d++)
        price -= generate->relief[d * (problem->shifts + 1) + column->line[d]];
    return price;
}

/* Everybody who is not fixed; whether anybody had something better. */
static bool
ask_all(struct generate *generate)
{
    struct master *master = generate->master;
    const struct area *area = master->area;
    int demands = area->ground->problem->demands, found = 0, fixed = 0;
    double bound = (double)area->base;
    for (int i = 0; i < demands; i++)
        bound += master->duals[i] * area->need[i];
    for (int i = 0; i < area->count; i++) {
        int person = area->people[i];
        if (master->kept[person] >= 0) {
            bound += kept_price(generate, person);
            fixed++;
        } else {
            found += ask(generate, person, master->duals[demands + i], &bound);
        }
    }
    generate->node = bound > generate->node ? bound : generate->node;
    if (fixed == 0 && bound > generate->bound)
        generate->bound = bound;
    return found > 0;
}

int64_t
generate_bound(const struct generate *generate)
{
    int64_t grain = generate->master->area->ground->grain;
    double grains = ceil(generate->bound / (double)grain - 1e-9);
    return grains < 0 ? 0 : (int64_t)grains * grain;
}

/* Whether the bound, as a whole number, is what the master has already. */
static bool
is_closed(const struct generate *generate)
{
    double grain = (double)generate->master->area->ground->grain;
    return ceil(generate->node / grain - 1e-9) >= ceil(generate->master->value / grain - 1e-6);
}

int
generate_run(struct generate *generate, int rounds, double cutoff)
{
    struct master *master = generate->master;
    generate->node = -PRICE_NONE;
    for (int round = 0, ahead = 0;; round++) {
        if (!master_solve(master, generate->patience))
            return -1;
        if (master->value > cutoff + 1e-6 && ahead++ < AHEAD)
            round--;
        if (round >= rounds || master->count >= generate->columns)
            return 0;
        generate->rounds++;
        ground_relief(master->area->ground, master->duals, generate->relief);
        if (!ask_all(generate) || is_closed(generate) || generate->node > cutoff)
            return 1;
    }
}
