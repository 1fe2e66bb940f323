/*
 * profit: what is left of 消耗 (revenue that treatments consumed), by project, store, doctor or channel.
 *
 *   recognised    消耗: of the treatments of the window
 *   consumables   what was used for them, at the cost of its lots
 *   channel       what was spent on channels in the window, each channel's on the 消耗 of the clients whom
 *                 it brought
 *                 (first touch) in the window, in proportion: a store's own spending on its own, the chain's
 *                 on all
 *                 stores'. Spending on a channel that has no 消耗 there falls on nobody: the row without a
 *                 key.
 *   commission    kpi.commission_permille of 消耗, as it is in the treatment's store
 *   profit        recognised - consumables - channel - commission
 *
 * Parts are cut along a running sum, so that they are exactly the whole.
 */
#ifndef MEDI_INSIGHT_PROFIT_H
#define MEDI_INSIGHT_PROFIT_H

#include <stdbool.h>

#include "base/arena.h"
#include "db/db.h"
#include "text/pack.h"

enum profit_cut { PROFIT_BY_PROJECT, PROFIT_BY_STORE, PROFIT_BY_DOCTOR, PROFIT_BY_CHANNEL };

struct profit_query {
    struct db *db;
    struct arena *arena;
    const struct packs *packs;
    int64_t from, to;
    const int64_t *store_id; /* NULL: all; else the chain's spending is left out */
    enum profit_cut by;
};

struct profit_row {
    int64_t key; /* an id; 0 none (of a channel: unknown) */
    bool nobody; /* spending that falls on nobody */
    int64_t treatments, recognised_fen, consumables_fen, channel_fen, commission_fen;
};

/* By key, and at the end what falls on nobody, if there is any. */
int profit_count(const struct profit_query *query, struct profit_row **rows, int *count,
                 struct err *err);

static inline int64_t
profit_of(const struct profit_row *row)
{
    return row->recognised_fen - row->consumables_fen - row->channel_fen - row->commission_fen;
}

/*
 * 回本: how far the profit of a store, less its fixed cost (kpi.store_fixed_fen a month), has paid back
 * what was invested in it (kpi.store_invested_fen), from its opening on. The run rate is that of the
 * last three whole months.
 */
struct payback {
    int64_t store_id, opened_on;
    const char *store;
    int64_t invested_fen, fixed_fen; /* a month */
    int64_t months;                  /* whole ones since the opening's, that one with it */
    int64_t profit_fen;              /* of these months, before the fixed cost */
    int64_t returned_fen;            /* less that */
    int64_t rate_fen;                /* a month, after the fixed cost; 0 months: 0 */
    int64_t
        paid_back_on; /* the first day behind the month that did, or will at this rate; 0: never */
    bool done;
};

/* Stores in which something was invested. */
int payback_count(const struct profit_query *query, int64_t today, struct payback **paybacks,
                  int *count, struct err *err);

#endif
