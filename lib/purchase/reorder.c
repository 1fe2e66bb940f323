#include "purchase/reorder.h"

#include <math.h>
#include <stdlib.h>

#include "purchase/cover.h"

enum { MILLE = 1000 };
#define MOST 1e15 /* beyond it a double counts no single units */

const char *
reorder_limit_name(enum reorder_limit limit)
{
    static const char *const names[REORDER_LIMITS] = {
        [REORDER_FREE] = "as-wanted",   [REORDER_NOTHING] = "nothing",
        [REORDER_SHELF] = "shelf-life", [REORDER_ONE_PACK] = "one-pack",
        [REORDER_MINIMUM] = "minimum",  [REORDER_BUDGET] = "budget",
    };
    return limit >= 0 && limit < REORDER_LIMITS ? names[limit] : "";
}

/* ---- numbers --------------------------------------------------------------------------------- */

static int
by_value(const void *a, const void *b)
{
    double left = *(const double *)a, right = *(const double *)b;
    return (left > right) - (left < right);
}

static void
sort(double *values, int count)
{
    qsort(values, (size_t)count, sizeof *values, by_value);
}

/* Of sorted values the least that so many per mille of them do not exceed. */
static double
quantile(const double *sorted, int count, int mille)
{
    int64_t rank = ((int64_t)count * mille + MILLE - 1) / MILLE;
    return sorted[rank < 1 ? 0 : rank > count ? count - 1 : rank - 1];
}

/* Up to whole units; a hair above one is that one, since shares of periods are no exact numbers. */
static int64_t
units_up(double value)
{
    return value >= MOST ? (int64_t)MOST : (int64_t)ceil(value - 1e-6);
}

static int64_t
whole_up(int64_t units, int64_t pack)
{
    return units <= 0 ? 0 : (units - 1) / pack * pack + pack;
}

/* How many of the sorted values are above. */
static int
above(const double *sorted, int count, int64_t value)
{
    int low = 0, high = count;
    while (low < high) {
        int middle = low + (high - low) / 2;
        if (sorted[middle] > (double)value + 1e-6)
            high = middle;
        else
            low = middle + 1;
    }
    return count - low;
}

/* ---- one store ------------------------------------------------------------------------------- */

static int64_t
supplied(const struct cover *cover)
{
    int64_t sum = 0;
    for (int i = 0; i < cover->need->supply_count; i++)
        if (cover->supplies[i].from < cover->next && cover->supplies[i].to >= 0)
            sum += cover->supplies[i].quantity;
    return sum;
}

/* Adds each path's lack and room to those of all. */
static void
plan_line(const struct reorder_need *need, const struct reorder_terms *terms, struct arena *arena,
          struct reorder_order *order, struct reorder_line *line)
{
    int count = need->path_count;
    double *demands = arena_array(arena, (size_t)count, sizeof *demands);
    double sum = 0, wasted = 0;
    int early = 0;
    struct cover cover;

    line->lacks = arena_array(arena, (size_t)count, sizeof *line->lacks);
    line->rooms = arena_array(arena, (size_t)count, sizeof *line->rooms);
    cover_init(&cover, need, terms, arena);
    for (int i = 0; i < count; i++) {
        struct covered covered;
        cover_path(&cover, i, &covered);
        demands[i] = covered.demand;
        line->lacks[i] = covered.lack;
        line->rooms[i] = covered.room;
        order->lacks[i] += covered.lack;
        order->rooms[i] += covered.room;
        sum += covered.demand;
        wasted += covered.wasted;
        early += covered.early > 1e-6;
    }
    sort(demands, count);
    sort(line->lacks, count);
    sort(line->rooms, count);
    line->demand_mean = llround(sum / count);
    line->demand_high = units_up(quantile(demands, count, terms->service));
    line->supply = supplied(&cover);
    line->wasted = llround(wasted / count);
    line->early = (int)((int64_t)early * MILLE / count);
    line->wanted = units_up(quantile(line->lacks, count, terms->service));
}

/* The last unit of an order that is worth it: what is missed, by its weight, falls with every unit, and
 * what expires rises. */
static int64_t
worth(const struct reorder_order *order, int weight)
{
    int64_t low = 0, high = units_up(order->rooms[order->path_count - 1]);
    while (low < high) {
        int64_t unit = low + (high - low + 1) / 2;
        int64_t missed = above(order->lacks, order->path_count, unit - 1);
        int64_t expired = order->path_count - above(order->rooms, order->path_count, unit - 1);
        if (missed * weight >= expired * MILLE)
            low = unit;
        else
            high = unit - 1;
    }
    return low;
}

/* ---- the order ------------------------------------------------------------------------------- */

static void
settle_quantity(struct reorder_order *order, const struct reorder_terms *terms, int64_t wanted)
{
    int64_t fits = order->most == INT64_MAX ? INT64_MAX : order->most / terms->pack * terms->pack;
    int64_t minimum = whole_up(terms->minimum, terms->pack);

    order->quantity = whole_up(wanted, terms->pack);
    order->limit = order->quantity > 0 ? REORDER_FREE : REORDER_NOTHING;
    if (order->quantity > fits) {
        order->quantity = fits > 0 ? fits : terms->pack;
        order->limit = fits > 0 ? REORDER_SHELF : REORDER_ONE_PACK;
    }
    if (order->quantity > 0 && order->quantity < minimum) {
        order->quantity = minimum;
        order->limit = REORDER_MINIMUM;
    }
}

/* Whose turn it is: the greatest chance to be short until the next order, then of what comes behind it. */
static int
neediest(const struct reorder_order *order)
{
    int best = 0, best_short = -1, best_later = -1;
    for (int i = 0; i < order->line_count; i++) {
        const struct reorder_line *line = &order->lines[i];
        int now = above(line->lacks, order->path_count, line->quantity);
        int later = above(line->rooms, order->path_count, line->quantity);
        if (now > best_short || (now == best_short && later > best_later)) {
            best = i;
            best_short = now;
            best_later = later;
        }
    }
    return best;
}

/* In at most a thousand shares: of a large order each share is several steps. */
static void
split(struct reorder_order *order, const struct reorder_terms *terms)
{
    int64_t step = terms->step, left = order->quantity;
    for (int i = 0; i < order->line_count; i++)
        order->lines[i].quantity = 0;
    if (left / step > MILLE)
        step *= left / step / MILLE;
    while (left > 0) {
        int64_t share = left < step ? left : step;
        order->lines[neediest(order)].quantity += share;
        left -= share;
    }
    for (int i = 0; i < order->line_count; i++) {
        struct reorder_line *line = &order->lines[i];
        line->short_after = (int)((int64_t)above(line->lacks, order->path_count, line->quantity) *
                                  MILLE / order->path_count);
    }
}

static void
aim(struct reorder_order *order, const struct reorder_terms *terms, int service)
{
    order->service = service;
    settle_quantity(order, terms,
                    service > 0 ? units_up(quantile(order->lacks, order->path_count, service)) : 0);
}

void
reorder_plan(const struct reorder_need *needs, int count, const struct reorder_terms *terms,
             struct arena *arena, struct reorder_order *order)
{
    int paths = needs[0].path_count;

    *order = (struct reorder_order){.line_count = count, .path_count = paths, .most = INT64_MAX};
    order->lines = arena_array(arena, (size_t)count, sizeof *order->lines);
    order->lacks = arena_array(arena, (size_t)paths, sizeof *order->lacks);
    order->rooms = arena_array(arena, (size_t)paths, sizeof *order->rooms);
    for (int i = 0; i < count; i++) {
        plan_line(&needs[i], terms, arena, order, &order->lines[i]);
        order->separate += order->lines[i].wanted;
    }
    sort(order->lacks, paths);
    sort(order->rooms, paths);
    if (terms->shelf_days > 0)
        order->most = worth(order, terms->weight);
    order->wanted = units_up(quantile(order->lacks, paths, terms->service));
    aim(order, terms, terms->service);
    split(order, terms);
}

/* ---- several under one budget ---------------------------------------------------------------- */

int64_t
reorder_cost(const struct reorder_item *item)
{
    return item->order->quantity / item->terms->pack * item->pack_fen;
}

/* Aims at no more than `service` for any; 0 per mille: nothing is ordered. */
static int64_t
lower(struct reorder_item *items, int count, int service)
{
    int64_t cost = 0;
    for (int i = 0; i < count; i++) {
        struct reorder_order *order = items[i].order;
        int own = items[i].terms->service;
        aim(order, items[i].terms, service < own ? service : own);
        cost += reorder_cost(&items[i]);
    }
    return cost;
}

int64_t
reorder_within(struct reorder_item *items, int count, int64_t budget_fen)
{
    int low = 0, high = MILLE;
    int64_t cost = lower(items, count, MILLE);

    if (cost <= budget_fen)
        low = MILLE;
    while (high - low > 1) {
        int middle = (low + high) / 2;
        if (lower(items, count, middle) <= budget_fen)
            low = middle;
        else
            high = middle;
    }
    cost = lower(items, count, low);
    for (int i = 0; i < count; i++) {
        struct reorder_order *order = items[i].order;
        const struct reorder_terms *terms = items[i].terms;
        int64_t quantity = order->quantity;
        aim(order, terms, terms->service);
        if (quantity < order->quantity) {
            order->limit = REORDER_BUDGET;
            order->quantity = quantity;
        }
        order->service = low < terms->service ? low : terms->service;
        split(order, terms);
    }
    return cost;
}
