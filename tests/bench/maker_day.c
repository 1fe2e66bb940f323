/* A day: how many come to each store, who, and at what time; the stores' visits in one stream. */
#include <stdlib.h>
#include <string.h>

#include "maker.h"

/* A visit to be: its second of the day in front, so that sorting the numbers sorts the day. */
struct arrivals {
    struct arrival {
        uint64_t key; /* second << 32 | order in which it was drawn */
        int32_t client;
        int store;
    } * list;
    size_t count, room;
};

static void
arrivals_add(struct arrivals *arrivals, int32_t client, int store, int second)
{
    if (arrivals->count == arrivals->room) {
        arrivals->room = arrivals->room ? arrivals->room * 2 : 1024;
        arrivals->list = realloc(arrivals->list, arrivals->room * sizeof *arrivals->list);
        if (!arrivals->list)
            abort();
    }
    arrivals->list[arrivals->count] =
        (struct arrival){(uint64_t)second << 32 | arrivals->count, client, store};
    arrivals->count++;
}

static int
arrival_order(const void *one, const void *other)
{
    uint64_t a = ((const struct arrival *)one)->key, b = ((const struct arrival *)other)->key;
    return (a > b) - (a < b);
}

/* Late mornings and afternoons; few at lunch. Nobody comes in the last 95 minutes. */
static int
arrival_second(struct rng *rng, int open, int close)
{
    static const int halves[48] = {[19] = 5,  [20] = 9, [21] = 10, [22] = 9,  [23] = 6,  [24] = 3,
                                   [25] = 4,  [26] = 8, [27] = 11, [28] = 12, [29] = 12, [30] = 11,
                                   [31] = 10, [32] = 9, [33] = 8,  [34] = 7,  [35] = 6,  [36] = 5};
    int first = open / 30, last = (close - 95) / 30;
    int half = first + rng_pick(rng, halves + first, last - first + 1);
    int from = half * 30 * 60, to = from + 1799;
    int latest = (close - 95) * 60;
    return rng_between(rng, from, to < latest ? to : latest);
}

/* So many of `total` fall to a thing of so much `weight`: the rest is carried to the next. */
static int64_t
portion(uint64_t *carry, uint64_t total, uint64_t weight, uint64_t sum)
{
    *carry += weight * total;
    int64_t count = (int64_t)(*carry / sum);
    *carry %= sum;
    return count;
}

/* New clients of the day: those for whom there is room today come, the others soon. */
static int64_t
newcomers(struct world *world, struct store *store, int64_t day, int64_t fresh, int64_t room,
          struct arrivals *arrivals, struct rng *rng)
{
    int open, close;
    store_hours(store, day, &open, &close);
    int64_t come = 0;
    for (int64_t i = 0; i < fresh && world->client_count < world->options.clients; i++) {
        int32_t client = client_make(world, store, day, false);
        lead_write(world, client, day);
        if (come < room) {
            world->clients[client].last_day = (int32_t)day;
            arrivals_add(arrivals, client, store->number - 1, arrival_second(rng, open, close));
            come++;
        } else {
            queue_add(world, client, day + 1);
        }
    }
    return come;
}

static void
store_arrivals(struct world *world, struct store *store, int64_t day, int64_t visits, int64_t fresh,
               struct arrivals *arrivals)
{
    struct rng rng;
    int open, close;
    rng_stream(&rng, world->options.seed, STREAM_DAY,
               (uint64_t)day * 4096 + (uint64_t)store->number);
    store_hours(store, day, &open, &close);
    for (int team = 0; team < store->team_count; team++)
        store->teams[team].free_at = open;
    int64_t come = newcomers(world, store, day, fresh, visits, arrivals, &rng);
    for (; come < visits; come++) {
        int32_t client = queue_take(world, store, day, &rng);
        if (client < 0)
            client = client_make(world, store, day, false);
        world->clients[client].last_day = (int32_t)day;
        arrivals_add(arrivals, client, store->number - 1, arrival_second(&rng, open, close));
    }
    leads_write_lost(world, store, day, (int)fresh);
}

static void
play_arrivals(struct world *world, struct arrivals *arrivals, int64_t day)
{
    if (arrivals->count)
        qsort(arrivals->list, arrivals->count, sizeof *arrivals->list, arrival_order);
    for (size_t i = 0; i < arrivals->count; i++) {
        const struct arrival *arrival = &arrivals->list[i];
        struct store *store = &world->stores[arrival->store];
        struct story story = {.number = ++world->visits,
                              .day = day,
                              .store = store,
                              .client = arrival->client,
                              .arrived = (int)(arrival->key >> 32)};
        int open, close;
        store_hours(store, day, &open, &close);
        story.closing = close * 60;
        world->silent = story.number <= world->options.skip;
        journey_play(world, &story);
        story_write(world, &story);
    }
    arrivals->count = 0;
}

/* Once a month: supplies on its second working week's Wednesday, the brand's advertising. */
static void
play_month(struct world *world, int64_t day)
{
    int64_t supply = day_week_start(day_month_start(day) + 6) + 2;
    if (day == supply)
        for (int i = 0; i < world->options.stores; i++)
            if (world->stores[i].opened_on <= day + 30)
                stock_write_month(world, &world->stores[i], day);
    if (day == day_month_start(day))
        spend_write_chain(world, day);
}

static void
play_day(struct world *world, int64_t day, uint64_t total, struct arrivals *arrivals)
{
    world->last_day = day;
    queue_turn(world, day);
    world->silent = world->visits < world->options.skip;
    play_month(world, day);
    for (int i = 0; i < world->options.stores; i++) {
        struct store *store = &world->stores[i];
        int weight = store_weight(world, store, day);
        if (!weight)
            continue;
        memset(store->daily, 0, sizeof store->daily);
        int64_t visits =
            portion(&world->visit_carry, world->rate, (uint64_t)weight, world->weight_sum);
        int64_t fresh = 0;
        if (day < world->end_day)
            fresh = portion(&world->client_carry, world->options.clients - world->old_clients,
                            (uint64_t)weight, world->weight_sum);
        if ((uint64_t)visits > total - world->visits - arrivals->count)
            visits = (int64_t)(total - world->visits - arrivals->count);
        store_arrivals(world, store, day, visits, fresh, arrivals);
        spend_write(world, store, day, weight);
    }
    play_arrivals(world, arrivals, day);
}

static void
weigh(struct world *world)
{
    for (int64_t day = world->first_day; day < world->end_day; day++)
        for (int i = 0; i < world->options.stores; i++)
            world->weight_sum += (uint64_t)store_weight(world, &world->stores[i], day);
}

/* Days beyond the period are played too while visits are wanted (--skip-visits): at the same pace. */
void
days_play(struct world *world)
{
    struct arrivals arrivals = {0};
    uint64_t total = world->options.skip + world->options.visits;
    weigh(world);
    for (int64_t day = world->first_day; world->weight_sum; day++) {
        if (day >= world->end_day && world->visits >= total)
            break;
        play_day(world, day, total, &arrivals);
    }
    free(arrivals.list);
}
