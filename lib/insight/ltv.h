/*
 * ltv: what clients have been worth and what they will be in the next year, by channel, by month of the first
 * purchase, or all together, beside what it cost to win them.
 *
 * A purchase is a day on which a client's payments of class sale left money in a store
 * (client/history.h). Clients are those whose first purchase lies in [from, to).
 *
 *   history    Σ margin so far: 消耗 of their treatments less the consumables; with a margin that is
 *              given, that
 *              part of what they paid
 *   forecast   Σ over the months t = 1 … 12 of (E[X(t)] - E[X(t-1)]) · E[M] · margin ÷ (1+d)^(t/12)
 *
 * E[X(t)] of MBG/NBD and E[M] of Gamma-Gamma (client/fit.h), fitted in weeks to all clients, or every
 * so-manieth so that there are at most LTV_SAMPLE. E[X(t)] is P(alive) times what depends on x and T
 * alone, which is reckoned once for all clients that share them. Margin: the chain's, 1 - consumables ÷
 * 消耗 of the 365 days up to today, unless one is given.
 */
#ifndef MEDI_INSIGHT_LTV_H
#define MEDI_INSIGHT_LTV_H

#include <stdbool.h>

#include "base/arena.h"
#include "db/db.h"

enum { LTV_SAMPLE = 20000, LTV_MONTHS = 12 };
enum ltv_cut { LTV_WHOLE, LTV_BY_CHANNEL, LTV_BY_COHORT };

struct ltv_query {
    struct db *db;
    struct arena *arena;
    int64_t from, to;        /* of the first purchase */
    int64_t today;           /* the end of the observation */
    const int64_t *store_id; /* NULL: the chain; else all is of that store */
    enum ltv_cut by;
    double discount; /* a year */
    double margin;   /* NAN: as treatments say */
};

struct ltv_group {
    int64_t key; /* id of the channel, first day of the month, or 0 */
    int64_t clients, repeaters;
    int64_t paid_fen, margin_fen;
    int64_t spend_fen;   /* on the channel, or in the month, on days of [from, to) */
    double forecast_fen; /* not if the query has no model */
    double alive;        /* Σ P(alive) */
};

struct ltv {
    struct ltv_group *groups; /* by key */
    int count;
    double margin;
    bool margin_known;    /* false: nothing was treated, and none was given */
    const char *no_model; /* why there is no forecast; NULL: there is */
};

int ltv_count(const struct ltv_query *query, struct ltv *ltv, struct err *err);

#endif
