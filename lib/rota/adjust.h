/*
 * adjust: a roster is made to fit what has changed since (leave, heads, hours), with the fewest changes.
 *
 * First it is planned with nothing priced but
 *
 *     short × minutes of heads missing + booking, named
 *     + change × days of people that are other than they were
 *
 * A day that cannot stay as it was (its person is on leave now) is no change by choice and is not
 * counted. When the bound of that problem is its objective, no roster with as little missing has fewer
 * changes: they are proven the fewest. Then, with no more missing and no more changes than that, the
 * roster is planned for its own price.
 */
#ifndef MEDI_ROTA_ADJUST_H
#define MEDI_ROTA_ADJUST_H

#include "rota/draft.h"

struct rota_change {
    const struct rota_person *person;
    int64_t day;
    const struct rota_cell *before, *after;
    bool forced; /* it could not stay */
};

struct rota_adjusted {
    struct rota_change *changes;
    int count, room;
    int by_choice;  /* of them */
    int64_t fewest; /* no roster with as little missing has fewer by choice; -1: not proven */
};

/* `model` is made with the roster's cells as model->cells; the draft is as of rota_draft_make. */
int rota_adjust(struct rota_draft *draft, struct rota_model *model,
                const struct roster_options *options, struct rota_adjusted *adjusted,
                struct err *err);

#endif
