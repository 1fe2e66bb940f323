/*
 * reorder: how much of an item to order now (采购量), for one store or for several that share a delivery.
 *
 * Time is in days from today, day 0. An order placed today is there on the morning of day `lead_days`; the
 * next one can be placed `review_days` later and is there that much later again. Until then, what is
 * at hand, what
 * is on its way, and this order must do. So the order covers the days from lead_days on, review_days
 * of them.
 *
 * Demand comes as paths: equally likely courses of what is to come, each a value a period (lib/forecast draws
 * them; what is booked is a floor below them). For every path the supplies are used up first expired first
 * out, day by day, and what they do not serve is counted:
 *
 *     before the order can be there   early   no order helps any more; it is reported
 *     until the next one is there     lack    what this order is for
 *     as long as this order is usable room    what could use it up before it expires
 *
 * What expires unused on the way serves nobody, so it needs no formula of its own.
 *
 * wanted = the `service` quantile of lack: with that chance nothing is short. (An order-up-to level S =
 * quantile of demand over lead + review, less the position, is the same where nothing expires: Silver, Pyke
 * and Thomas, "Inventory and Production Management in Supply Chains", 4th ed., 7.9.)
 *
 * most = the last unit that is worth it, where things expire: the courses in which it is missed weigh `weight`
 * times as much as those in which it expires unused (the newsvendor's ratio, unit by unit; ibid., 9.2). So
 * what is short of life and comes in bursts is kept in lower quantity than what keeps for years, at the same
 * service asked for.
 *
 * Several stores. Lacks are added path by path before the quantile is taken, which is less than the
 * sum of the
 * stores' own quantiles, since they are not all unlucky at once (`separate` - `wanted` is what that saves:
 * Eppen, Management Science 25, 1979). The order is then given out step by step, each to the store
 * whose chance of
 * being short is greatest.
 *
 * Quantities are in the item's smallest unit. Pure: no input, no output, no clock.
 */
#ifndef MEDI_PURCHASE_REORDER_H
#define MEDI_PURCHASE_REORDER_H

#include <stdint.h>

#include "base/arena.h"

/* What there is or will be: usable on days from … to, both included. */
struct reorder_supply {
    int64_t quantity;
    int from, to;
};

struct reorder_need {
    const double *paths; /* path_count × horizon; not below 0 */
    int path_count;      /* the same for all stores; at least 1 */
    int horizon;         /* periods; days behind them go on as the path did on average */
    int period_days;
    const struct reorder_supply *supplies;
    int supply_count;
};

struct reorder_terms {
    int lead_days, review_days; /* review_days at least 1 */
    int shelf_days;             /* what arrives is usable so many days; 0: without end */
    int service;                /* per mille */
    int weight;                 /* thousandths: of a missed unit, against an expired one */
    int64_t pack;               /* it is sold in these; at least 1 */
    int64_t minimum;            /* the least that is sold; 0: a pack */
    int64_t step; /* stores get multiples of it, as a pack may be broken; at least 1 */
};

enum reorder_limit {
    REORDER_FREE,     /* as wanted, in whole packs */
    REORDER_NOTHING,  /* nothing is wanted */
    REORDER_SHELF,    /* less: more would expire unused */
    REORDER_ONE_PACK, /* one pack, though a part of it will expire: the alternative is none */
    REORDER_MINIMUM,  /* more: the least that is sold */
    REORDER_BUDGET,   /* less: reorder_within */
    REORDER_LIMITS,
};
const char *reorder_limit_name(enum reorder_limit limit); /* "shelf-life" */

/* Of one store. */
struct reorder_line {
    int64_t quantity;    /* of the order */
    int64_t demand_mean; /* over lead + review */
    int64_t demand_high; /* the service quantile of it */
    int64_t supply;      /* at hand, or there within that time */
    int64_t wasted;      /* of it, what expires unused in that time, on average */
    int64_t wanted;      /* what this store would order for itself */
    int early;           /* per mille: chance to be short before the order is there */
    int short_after;     /* per mille: chance to be short until the next one, with what it gets */
    /* sorted, for the split and reorder_within */
    double *lacks, *rooms;
};

struct reorder_order {
    int64_t quantity;
    int64_t wanted;   /* at the service asked for, before packs and limits */
    int64_t separate; /* the sum of what the stores would have ordered */
    int64_t most;     /* INT64_MAX: without end */
    enum reorder_limit limit;
    int service; /* per mille that was aimed at */
    struct reorder_line *lines;
    int line_count;
    double *lacks, *rooms; /* of all stores together, sorted */
    int path_count;
};

/* Everything lives in `arena`; cannot fail. */
void reorder_plan(const struct reorder_need *needs, int count, const struct reorder_terms *terms,
                  struct arena *arena, struct reorder_order *order);

/* An order among others, with what a pack costs. */
struct reorder_item {
    struct reorder_order *order;
    const struct reorder_terms *terms;
    int64_t pack_fen;
};

/*
 * Makes them cost no more than `budget_fen` together: the service aimed at is lowered for all to the highest
 * common level that fits, so that no item goes without for another's last per mille. The cost.
 */
int64_t reorder_within(struct reorder_item *items, int count, int64_t budget_fen);

/* What an order costs: its packs. */
int64_t reorder_cost(const struct reorder_item *item);

#endif
