/* Who is due when. A client is in at most one list of the home store: that of the day on which
 * they are due, or that of those who are ready to come. The latest due comes first, so in a store that
 * is full the others fall asleep, and wake in a promotion. */
#include <stdlib.h>

#include "maker.h"

/* Who is due in so many days may come today; tries to find somebody to wake. */
enum { AHEAD = 5, TRIES = 12 };

static int32_t *
queue_head(struct world *world, const struct client *client)
{
    struct store *store = &world->stores[client->store];
    return client->list == LIST_READY ? &store->ready : &store->bucket[client->due % QUEUE_DAYS];
}

static void
queue_unlink(struct world *world, int32_t index)
{
    struct client *client = &world->clients[index];
    if (client->list == LIST_NONE)
        return;
    if (client->previous >= 0)
        world->clients[client->previous].next = client->next;
    else
        *queue_head(world, client) = client->next;
    if (client->next >= 0)
        world->clients[client->next].previous = client->previous;
    client->list = LIST_NONE;
}

static void
queue_link(struct world *world, int32_t index, enum list list)
{
    struct client *client = &world->clients[index];
    client->list = (uint8_t)list;
    int32_t *head = queue_head(world, client);
    client->previous = -1;
    client->next = *head;
    if (*head >= 0)
        world->clients[*head].previous = index;
    *head = index;
}

void
queue_join(struct world *world, int32_t index)
{
    struct store *store = &world->stores[world->clients[index].store];
    if (store->member_count == store->member_room) {
        store->member_room = store->member_room ? store->member_room * 2 : 64;
        store->members =
            realloc(store->members, (size_t)store->member_room * sizeof *store->members);
        if (!store->members)
            abort();
    }
    store->members[store->member_count++] = index;
}

void
queue_move(struct world *world, int32_t index, int store)
{
    queue_unlink(world, index);
    world->clients[index].store = (uint16_t)store;
}

void
queue_add(struct world *world, int32_t index, int64_t day)
{
    struct client *client = &world->clients[index];
    queue_unlink(world, index);
    client->due = (int32_t)day;
    if (day <= world->last_day)
        queue_link(world, index, LIST_READY);
    else if (day < world->last_day + QUEUE_DAYS)
        queue_link(world, index, LIST_BUCKET);
}

void
queue_turn(struct world *world, int64_t day)
{
    for (int i = 0; i < world->options.stores; i++) {
        int32_t *bucket = &world->stores[i].bucket[day % QUEUE_DAYS];
        while (*bucket >= 0) {
            int32_t index = *bucket;
            queue_unlink(world, index);
            queue_link(world, index, LIST_READY);
        }
    }
}

/* Whether what the client comes for can be done in another store than their own. */
static bool
queue_may(const struct world *world, const struct store *store, int32_t index)
{
    const struct client *client = &world->clients[index];
    return client->stage != STAGE_REVIEW && client->stage != STAGE_DEPOSIT &&
           store_treats(store, projects[client->need].department);
}

/* Now and then somebody goes to the sister store. */
static int32_t
queue_visitor(struct world *world, const struct store *store, struct rng *rng)
{
    if (world->options.stores < 2 || !rng_chance(rng, 25))
        return -1;
    int other = (int)rng_below(rng, (uint32_t)world->options.stores);
    int32_t index = world->stores[other].ready;
    return index >= 0 && queue_may(world, store, index) ? index : -1;
}

static int32_t
queue_due(const struct store *store, int64_t day)
{
    if (store->ready >= 0)
        return store->ready;
    for (int64_t ahead = day + 1; ahead <= day + AHEAD; ahead++)
        if (store->bucket[ahead % QUEUE_DAYS] >= 0)
            return store->bucket[ahead % QUEUE_DAYS];
    return -1;
}

/* Whether somebody could come before they are due: nothing is planned, and they were not here just now. */
static bool
queue_wakes(const struct client *client, int64_t day)
{
    return (client->stage == STAGE_IDLE || client->stage == STAGE_OPEN) &&
           client->last_day < day - 3;
}

/* Any client of the store, best one who can be woken. */
static int32_t
queue_wake(const struct world *world, const struct store *store, int64_t day, struct rng *rng)
{
    int32_t index = -1;
    if (!store->member_count)
        return -1;
    for (int i = 0; i < TRIES; i++) {
        index = store->members[rng_below(rng, (uint32_t)store->member_count)];
        if (queue_wakes(&world->clients[index], day))
            break;
    }
    return index;
}

/* A store that has just opened is visited by the clients of the others, until it has its share. */
static const struct store *
queue_source(const struct world *world, const struct store *store, struct rng *rng)
{
    uint64_t share = (uint64_t)world->client_count * (uint64_t)store->size / world->size_sum;
    bool enough = rng_below(rng, (uint32_t)share + 1) <= (uint32_t)store->member_count;
    int other = (int)rng_below(rng, (uint32_t)world->options.stores);
    return enough || !world->stores[other].member_count ? store : &world->stores[other];
}

int32_t
queue_take(struct world *world, struct store *store, int64_t day, struct rng *rng)
{
    int32_t index = queue_visitor(world, store, rng);
    if (index < 0)
        index = queue_due(store, day);
    if (index < 0)
        index = queue_wake(world, queue_source(world, store, rng), day, rng);
    for (int i = 0; index < 0 && i < world->options.stores; i++)
        index = queue_wake(world, &world->stores[i], day, rng);
    if (index >= 0)
        queue_unlink(world, index);
    return index;
}
