/*
 * basket: 连带: which projects go together on a ticket: what one client bought (or had done) in one store
 * on one day.
 *
 * Of n tickets with any project, `a` have the one, `b` the partner, `both` both of them:
 *
 *   support     both ÷ n
 *   confidence  both ÷ a: of those with the one, who took the partner too
 *   lift        (both ÷ a) ÷ (b ÷ n): how much more often than anybody does
 *
 * A pair is significant if it was seen often enough and the lower end of the 95 % interval (Wilson) of
 * its confidence is above b ÷ n. With many projects some pairs are so by chance: of a hundred pairs
 * that have nothing to do with each other two or three; so `least` stands beside it.
 */
#ifndef MEDI_INSIGHT_BASKET_H
#define MEDI_INSIGHT_BASKET_H

#include <stdbool.h>

#include "base/arena.h"
#include "db/db.h"

struct basket_query {
    struct db *db;
    struct arena *arena;
    int64_t from, to;
    const int64_t *store_id; /* NULL: all */
    bool treated;            /* what was done together; else what was bought, lines above zero */
    int64_t least;           /* tickets with both that a pair needs to be significant */
};

struct basket_pair {
    const char *project, *partner; /* codes */
    int64_t project_id, partner_id;
    int64_t tickets, with_project, with_partner, both;
    int64_t low, high;      /* of the confidence, millionths */
    int64_t lift, lift_low; /* millionths */
    bool significant;
};

/* Each pair both ways; by project, the significant first, then by lift. */
int basket_count(const struct basket_query *query, struct basket_pair **pairs, int *count,
                 struct err *err);

#endif
