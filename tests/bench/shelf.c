/*
 * shelf: two years of a chain of three stores, bought for by the plan and by minimum and target levels set by hand; the
 * same clients come to both. Prints what was short and what expired, and ends with 1 unless the plan has less of
 * both than the levels of a careful buyer.
 *
 *     shelf [SEED [ITEMS]]
 *
 * The year before is known to both: the plan forecasts from it, the buyer sets the levels of each store from its mean and sees
 * them through again every half year. Demand differs by item in all that matters: level, trend, season, weekday, open
 * days that are known beforehand, counts that come in bursts, weeks without any; items keep 60 days to two years. What is
 * short is lost. Both order once a week, whole packs, delivered after the item's lead time. Nobody sees
 * demand, only what was used, and on which days there was any.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/rng.h"
#include "purchase/planner.h"

enum { STORES = 3, YEAR = 364, YEARS = 3, DAYS = YEARS * YEAR, WEEKS = DAYS / 7, LOTS = 256 };

struct item {
    int lead_days, shelf_days;
    int64_t pack;
    double level[STORES]; /* a day */
    double trend, season, phase, burst;
    int rare; /* per mille of days with demand at all; 1000: every day */
};

struct lot {
    int64_t left;
    int from, to;
};

struct world {
    const struct item *item;
    const int (*demand)[DAYS]; /* of each store */
    const double *events;      /* of each day, 1: an open day */
    struct lot lots[STORES][LOTS];
    int lot_count[STORES];
    double used[STORES][WEEKS], open[STORES][WEEKS + PLANNER_YEAR];
};

struct outcome {
    int64_t wanted, missed, expired, bought;
    int short_days;
};

/* ---- demand ---------------------------------------------------------------------------------- */

static double
uniform(struct rng *rng)
{
    return (double)(rng_next(rng) >> 11) / 9007199254740992.0;
}

static int
poisson(struct rng *rng, double mean)
{
    double limit = exp(-mean), product = uniform(rng);
    int count = 0;
    while (product > limit && count < 10000) {
        product *= uniform(rng);
        count++;
    }
    return count;
}

static void
make_item(struct item *item, struct rng *rng)
{
    static const int lives[] = {60, 90, 180, 365, 730};
    static const int packs[] = {1, 5, 10, 20, 50};
    double level = exp(-2 + 4.5 * uniform(rng)); /* 0.14 … 12 a day */
    *item = (struct item){.lead_days = rng_between(rng, 3, 21),
                          .shelf_days = lives[rng_below(rng, 5)],
                          .trend = (uniform(rng) - 0.4) * 0.6,
                          .season = 0.4 * uniform(rng),
                          .phase = uniform(rng),
                          .burst = uniform(rng) < 0.3 ? 2 + 3 * uniform(rng) : 1,
                          .rare = uniform(rng) < 0.35 ? rng_between(rng, 60, 300) : 1000};
    for (int s = 0; s < STORES; s++)
        item->level[s] = level * (s == 0 ? 1 : 0.3 + 0.5 * uniform(rng));
    item->pack = 1;
    for (size_t i = 0; i < sizeof packs / sizeof *packs; i++)
        if (packs[i] <= level * 14)
            item->pack = packs[i];
}

static double
expected(const struct item *item, int store, int day, double event)
{
    static const double weekday[] = {0.7, 0.8, 0.9, 1.0, 1.2, 1.4, 1.0};
    double years = (double)day / YEAR;
    return item->level[store] * weekday[day % 7] * (1 + item->trend * years / YEARS) *
           (1 + item->season * sin(2 * M_PI * (years + item->phase))) * (1 + 1.2 * event);
}

static void
make_demand(const struct item *item, const double *events, struct rng *rng, int demand[][DAYS])
{
    for (int s = 0; s < STORES; s++)
        for (int day = 0; day < DAYS; day++) {
            double mean = expected(item, s, day, events[day]) / item->burst * 1000 / item->rare;
            demand[s][day] = 0;
            if (rng_chance(rng, item->rare))
                demand[s][day] = (int)lround(poisson(rng, mean) * item->burst);
        }
}

/* ---- a day in a store ------------------------------------------------------------------------ */

static void
add_lot(struct world *world, int store, int64_t quantity, int from)
{
    struct lot *lots = world->lots[store];
    int kept = 0;
    for (int i = 0; i < world->lot_count[store]; i++)
        if (lots[i].left > 0)
            lots[kept++] = lots[i];
    if (quantity > 0 && kept < LOTS)
        lots[kept++] = (struct lot){quantity, from, from + world->item->shelf_days - 1};
    world->lot_count[store] = kept;
}

static void
live(struct world *world, int store, int day, struct outcome *outcome)
{
    int64_t wanted = world->demand[store][day], there = 0, left = wanted;
    for (int i = 0; i < world->lot_count[store];
         i++) { /* the first bought are the first to expire */
        struct lot *lot = &world->lots[store][i];
        if (lot->to < day) {
            outcome->expired += lot->left;
            lot->left = 0;
        }
        if (lot->from > day)
            continue;
        int64_t taken = lot->left < left ? lot->left : left;
        there += lot->left;
        lot->left -= taken;
        left -= taken;
    }
    outcome->wanted += wanted;
    outcome->missed += left;
    outcome->short_days += left > 0;
    world->used[store][day / 7] += (double)(wanted - left);
    world->open[store][day / 7] += there > 0 && left == 0 ? 1.0 / 7 : 0;
}

/* ---- two ways to buy ------------------------------------------------------------------------- */

static int
supplies_of(const struct world *world, int store, int day, struct reorder_supply *supplies)
{
    int count = 0;
    for (int i = 0; i < world->lot_count[store]; i++) {
        const struct lot *lot = &world->lots[store][i];
        if (lot->left > 0)
            supplies[count++] = (struct reorder_supply){lot->left, lot->from - day, lot->to - day};
    }
    return count;
}

static void
buy_by_plan(struct world *world, int day, uint64_t seed, struct outcome *outcome)
{
    static struct reorder_supply supplies[STORES][LOTS];
    struct planner_store stores[STORES];
    const struct item *item = world->item;
    const struct reorder_terms terms = {.lead_days = item->lead_days,
                                        .review_days = 7,
                                        .shelf_days = item->shelf_days,
                                        .service = 940,
                                        .weight = 2000,
                                        .pack = item->pack,
                                        .step = 1};
    struct reorder_order order;
    struct arena arena;
    int weeks = day / 7, horizon = planner_horizon(&terms);
    double *events;

    arena_init(&arena);
    events = arena_array(&arena, (size_t)(weeks + horizon), sizeof *events);
    for (int week = 0; week < weeks + horizon; week++) {
        events[week] = 0;
        for (int i = 0; i < 7 && week * 7 + i < DAYS; i++)
            events[week] += world->events[week * 7 + i] / 7;
    }
    for (int s = 0; s < STORES; s++) {
        for (int week = weeks; week < weeks + horizon; week++)
            world->open[s][week] = 1;
        stores[s] = (struct planner_store){.used = world->used[s],
                                           .open = world->open[s],
                                           .events = events,
                                           .weeks = weeks,
                                           .supplies = supplies[s],
                                           .seed = seed + (uint64_t)s};
        stores[s].supply_count = supplies_of(world, s, day, supplies[s]);
    }
    planner_order(stores, STORES, &terms, &arena, &order, NULL);
    for (int s = 0; s < STORES; s++) {
        for (int week = weeks; week < weeks + horizon; week++)
            world->open[s][week] = 0;
        add_lot(world, s, order.lines[s].quantity, day + item->lead_days);
    }
    outcome->bought += order.quantity;
    arena_release(&arena);
}

struct levels {
    double minimum_weeks, target_weeks; /* of mean use, both beyond the lead time */
    int64_t minimum[STORES], target[STORES];
};

/* From the mean of the last half year. */
static void
set_levels(struct levels *levels, const struct world *world, int day)
{
    for (int s = 0; s < STORES; s++) {
        double sum = 0, weeks = 0;
        for (int week = day / 7 - 26; week < day / 7; week++) {
            sum += world->used[s][week];
            weeks += 1;
        }
        double mean = sum / weeks, lead = world->item->lead_days / 7.0;
        levels->minimum[s] = (int64_t)ceil(mean * (lead + levels->minimum_weeks));
        levels->target[s] = (int64_t)ceil(mean * (lead + levels->target_weeks));
    }
}

static void
buy_by_levels(struct world *world, int day, const struct levels *levels, struct outcome *outcome)
{
    int64_t pack = world->item->pack;
    for (int s = 0; s < STORES; s++) {
        int64_t position = 0, wanted;
        for (int i = 0; i < world->lot_count[s]; i++)
            position += world->lots[s][i].to >= day ? world->lots[s][i].left : 0;
        if (position > levels->minimum[s])
            continue;
        wanted = (levels->target[s] - position + pack - 1) / pack * pack;
        if (wanted <= 0)
            continue;
        add_lot(world, s, wanted, day + world->item->lead_days);
        outcome->bought += wanted;
    }
}

/* ---- three years ----------------------------------------------------------------------------- */

/* `levels` NULL: by the plan. The first year is the same for both: there is always enough, and nothing counts. */
static void
run(const struct item *item, const int (*demand)[DAYS], const double *events, struct levels *levels,
    uint64_t seed, struct outcome *outcome)
{
    static struct world world;
    world = (struct world){.item = item, .demand = demand, .events = events};
    for (int day = 0; day < DAYS; day++) {
        if (day == YEAR)
            for (int s = 0; s < STORES; s++) {
                world.lot_count[s] = 0;
                add_lot(&world, s, (int64_t)ceil(item->level[s] * (item->lead_days + 14)), day);
            }
        if (day >= YEAR && levels && (day - YEAR) % (YEAR / 2) == 0)
            set_levels(levels, &world, day);
        if (day >= YEAR && day % 7 == 0 && levels)
            buy_by_levels(&world, day, levels, outcome);
        else if (day >= YEAR && day % 7 == 0)
            buy_by_plan(&world, day, seed + (uint64_t)day * STORES, outcome);
        for (int s = 0; s < STORES; s++) {
            if (day >= YEAR) {
                live(&world, s, day, outcome);
            } else {
                world.used[s][day / 7] += demand[s][day];
                world.open[s][day / 7] = 1;
            }
        }
    }
}

static void
print(const char *label, const struct outcome *outcome)
{
    printf("%s\t%lld\t%lld\t%.2f\t%d\t%lld\t%.2f\n", label, (long long)outcome->wanted,
           (long long)outcome->missed, 100.0 * (double)outcome->missed / (double)outcome->wanted,
           outcome->short_days, (long long)outcome->expired,
           100.0 * (double)outcome->expired / (double)outcome->bought);
}

int
main(int argc, char **argv)
{
    static int demand[STORES][DAYS];
    static double events[DAYS];
    uint64_t seed = argc > 1 ? strtoull(argv[1], NULL, 10) : 1;
    int items = argc > 2 ? atoi(argv[2]) : 30;
    struct levels levels[] = {{.minimum_weeks = 1, .target_weeks = 3},
                              {.minimum_weeks = 2, .target_weeks = 5},
                              {.minimum_weeks = 4, .target_weeks = 8}};
    const char *const names[] = {"lean levels", "careful levels", "generous levels"};
    struct outcome plan = {0}, hand[3] = {{0}, {0}, {0}};
    struct rng rng;

    rng_seed(&rng, seed);
    for (int day = 0; day < DAYS; day++)
        events[day] = day % 91 >= 84; /* the last week of a quarter */
    for (int i = 0; i < items; i++) {
        struct item item;
        make_item(&item, &rng);
        make_demand(&item, events, &rng, demand);
        run(&item, (const int(*)[DAYS])demand, events, NULL, seed, &plan);
        for (int k = 0; k < 3; k++)
            run(&item, (const int(*)[DAYS])demand, events, &levels[k], seed, &hand[k]);
    }
    printf("bought by\twanted\tmissed\tmissed_pct\tshort_days\texpired\texpired_pct\n");
    print("plan", &plan);
    for (int k = 0; k < 3; k++)
        print(names[k], &hand[k]);
    return !(plan.missed < hand[1].missed && plan.short_days < hand[1].short_days &&
             plan.expired < hand[1].expired);
}
