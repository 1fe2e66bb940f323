#include "planner/lagrange.h"

#include <math.h>
#include <string.h>

enum { TOLLS = 2 + ROSTER_LIMITS, OFTEN = 10 };

/* Found on the public instances, planned by windows. */
static const double HEAT = 0.1, STEP = 0.1,
                    COOL = 0.02; /* of the scale at first; and at last, of that */
static const double KEEP_WAY = 0.8, KEEP_SWING = 0.95, LEAST_SWING = 0.05;

void
lagrange_make(struct lagrange *lagrange, const struct ground *ground, struct arena *arena)
{
    const struct roster_problem *problem = ground->problem;
    size_t cells = (size_t)problem->days * (size_t)(problem->shifts + 1);
    *lagrange = (struct lagrange){.ground = ground, .bound = -PRICE_NONE};
    relax_make(&lagrange->relax, ground, arena);
    soft_make(&lagrange->soft, ground, arena);
    lagrange->size = problem->demands + (long)problem->people * TOLLS;
    double **vectors[] = {&lagrange->at, &lagrange->slope, &lagrange->way, &lagrange->swing};
    for (int i = 0; i < 4; i++)
        *vectors[i] = arena_array(arena, (size_t)lagrange->size, sizeof(double));
    lagrange->relief = arena_array(arena, cells, sizeof(double));
    lagrange->price = arena_array(arena, cells, sizeof(double));
    lagrange->heads = arena_array(arena, (size_t)problem->demands, sizeof *lagrange->heads);
    lagrange->line = arena_alloc(arena, (size_t)problem->days);
    for (int i = 0; i < problem->demands; i++)
        lagrange->scale += problem->demand[i].under;
    lagrange->scale = problem->demands > 0 ? lagrange->scale / problem->demands : 0;
    lagrange->scale = lagrange->scale > 1 ? lagrange->scale : 1;
}

/* ---- one person ---- */

/* Units are counted as shifts of the longest kind, so that all tolls are of one size. */
static double
unit_scale(const struct worker *worker)
{
    int longest = 1;
    for (int s = 0; s < worker->problem->shifts; s++)
        longest = worker->length[s] > longest ? worker->length[s] : longest;
    return longest;
}

static double *
of_person(const struct lagrange *lagrange, double *vector, int person)
{
    return vector + lagrange->ground->problem->demands + (long)person * TOLLS;
}

static struct toll
toll_of(const struct lagrange *lagrange, int person)
{
    const struct worker *worker = &lagrange->ground->workers[person];
    const double *at = of_person(lagrange, lagrange->at, person);
    struct toll toll = {price_round(at[0] / unit_scale(worker)), price_round(at[1]), {0}};
    for (int i = 0; i < worker->lanes; i++)
        toll.lane[i] = price_round(at[2 + i]);
    return toll;
}

static double
bound_person(struct lagrange *lagrange, int person)
{
    struct toll toll = toll_of(lagrange, person);
    struct sums at;
    ground_price(lagrange->ground, person, lagrange->relief, lagrange->price);
    return relax_line(&lagrange->relax, person, lagrange->price, &toll, lagrange->line) +
           toll_credit(&lagrange->ground->workers[person], &toll, &at);
}

static void
count_shares(struct lagrange *lagrange)
{
    const struct ground *ground = lagrange->ground;
    int shifts = ground->problem->shifts;
    for (int d = 0; d < ground->problem->days; d++)
        for (int s = 0; s < shifts; s++) {
            double share = lagrange->soft.share[d * (shifts + 1) + s];
            int cell = d * shifts + s;
            for (int i = ground->serve_first[cell]; share > 0 && i < ground->serve_first[cell + 1];
                 i++)
                lagrange->heads[ground->serve[i]] += share;
        }
}

static bool
slope_person(struct lagrange *lagrange, int person, double heat)
{
    const struct worker *worker = &lagrange->ground->workers[person];
    double *slope = of_person(lagrange, lagrange->slope, person);
    struct toll toll = toll_of(lagrange, person);
    struct soft_sums has, want;
    ground_price(lagrange->ground, person, lagrange->relief, lagrange->price);
    if (!soft_line(&lagrange->soft, person, lagrange->price, &toll, heat, &has))
        return false;
    soft_credit(worker, &toll, heat, &want);
    count_shares(lagrange);
    slope[0] = (has.units - want.units) / unit_scale(worker);
    slope[1] = has.weekends - want.weekends;
    for (int i = 0; i < worker->lanes; i++)
        slope[2 + i] = has.lane[i] - want.lane[i];
    return true;
}

/* ---- all ---- */

/* The bound at these multipliers; false when time was up. */
static bool
reckon(struct lagrange *lagrange, const struct patience *patience)
{
    const struct roster_problem *problem = lagrange->ground->problem;
    double value = 0;
    for (int i = 0; i < problem->demands; i++)
        value += lagrange->at[i] * problem->demand[i].need;
    for (int p = 0; p < problem->people; p++) {
        if (patience_over(patience))
            return false;
        value += bound_person(lagrange, p);
    }
    lagrange->bound = value > lagrange->bound ? value : lagrange->bound;
    return true;
}

static bool
slope_all(struct lagrange *lagrange, double heat, const struct patience *patience)
{
    const struct roster_problem *problem = lagrange->ground->problem;
    memset(lagrange->heads, 0, (size_t)problem->demands * sizeof *lagrange->heads);
    for (int p = 0; p < problem->people; p++)
        if (patience_over(patience) || !slope_person(lagrange, p, heat))
            return false;
    for (int i = 0; i < problem->demands; i++)
        lagrange->slope[i] = problem->demand[i].need - lagrange->heads[i];
    return true;
}

/* ground_relief() keeps duals within their borders. */
static void
move(struct lagrange *lagrange, double step)
{
    double way = 1 - pow(KEEP_WAY, lagrange->steps), swing = 1 - pow(KEEP_SWING, lagrange->steps);
    for (long i = 0; i < lagrange->size; i++) {
        double slope = lagrange->slope[i];
        lagrange->way[i] += (1 - KEEP_WAY) * (slope - lagrange->way[i]);
        lagrange->swing[i] += (1 - KEEP_SWING) * (slope * slope - lagrange->swing[i]);
        lagrange->at[i] +=
            step * lagrange->way[i] / way / (sqrt(lagrange->swing[i] / swing) + LEAST_SWING);
    }
}

bool
lagrange_step(struct lagrange *lagrange, double done, const struct patience *patience)
{
    double cool = lagrange->scale * pow(COOL, done);
    ground_relief(lagrange->ground, lagrange->at, lagrange->relief);
    if ((done >= 1 || lagrange->steps % OFTEN == 0) && !reckon(lagrange, patience))
        return false;
    lagrange->steps++;
    if (done >= 1 || !slope_all(lagrange, HEAT * cool, patience))
        return false;
    move(lagrange, STEP * cool);
    return true;
}

int64_t
lagrange_bound(const struct lagrange *lagrange)
{
    int64_t grain = lagrange->ground->grain;
    if (lagrange->bound <= -PRICE_NONE)
        return -1;
    double grains = ceil(lagrange->bound / (double)grain - 1e-9);
    return grains < 0 ? 0 : (int64_t)grains * grain;
}
