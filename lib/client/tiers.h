/*
 * tiers: 会员等级: the pack tiers.yaml, and every client's tier reckoned anew. A change closes one row of
 * client_tier and begins another on the same day; a tier that was reached is kept for keep_days before a lower
 * one follows.
 */
#ifndef MEDI_CLIENT_TIERS_H
#define MEDI_CLIENT_TIERS_H

#include "client/facts.h"
#include "client/segments.h"

struct benefit {
    const char *says, *zh;
};

struct tier {
    struct rule rule;
    struct benefit *benefits;
    int benefit_count;
};

struct tiers {
    struct tier *items; /* highest first */
    int count;
    int64_t keep_days;
};

int tiers_load(struct arena *arena, const struct packs *packs, struct tiers *tiers,
               struct err *err);

/* The number of a client's tier, count: none; what decides it as bits of its alternatives. M_SCORE must be
 * set. */
int tiers_place(const struct tiers *tiers, const struct measures *measures, uint64_t *reasons);
int tiers_find(const struct tiers *tiers, const char *name); /* or -1 */

struct tier_run {
    struct db *db;
    struct arena *arena;
    const struct tiers *tiers;
    const struct segments *segments; /* for the score */
    int64_t today;
    /* by tier_run: */
    int64_t *counts; /* clients by tier, and with none; count + 1 of them */
    int64_t changes;
    const char *no_model;
};

/* Inside a write transaction. */
int tier_run(struct tier_run *run, struct err *err);

#endif
