/*
 * draft: a roster made of a model, its cells, what it lacks, and how it is kept.
 */
#ifndef MEDI_ROTA_DRAFT_H
#define MEDI_ROTA_DRAFT_H

#include "planner/solve.h"
#include "rota/model.h"

struct rota_short {
    const struct rota_part *part;
    const struct rota_store *store;
    int64_t day;
    int from, to; /* minutes of the day */
    const char *skill;
    const char *named; /* a person who is wanted by name, or NULL */
    int wanted, there;
};

struct rota_draft {
    struct rota_model *model;
    struct roster_result *made; /* a part each */
    int64_t objective;
    int64_t bound; /* -1: nothing is proven of the whole */
    int64_t short_minutes;
    struct rota_cell *cells; /* by person and day, all days of the roster */
    int cell_count;
    struct rota_short *shorts;
    int short_count, short_room;
};

/* Plans every part; `options` are of the whole: its seconds are shared out by how much there is to
 * plan. Rules that leave a person no line are left out for that person, with a note. */
int rota_draft_make(struct rota_draft *draft, struct rota_model *model,
                    const struct roster_options *options, struct err *err);

/* The roster that the model's cells are, without planning: what it lacks today. */
void rota_draft_as_is(struct rota_draft *draft, struct rota_model *model);

/* One part, also one without people. Where somebody's rules leave no line, some are left out, with a note. */
int rota_solve(struct rota_model *model, struct rota_part *part,
               const struct roster_options *options, struct roster_result *result, struct err *err);

/* Of parts that are made: what they lack, and the cells. */
void rota_draft_finish(struct rota_draft *draft);

/* What a roster of a part lacks, added to the shorts. */
void rota_shorts(struct rota_draft *draft, const struct rota_part *part, const roster_cell *cells);

/* A roster's row. */
struct rota_roster {
    int64_t id, store_id, from_on, to_on;
    const char *code, *state, *of_code;
};

/* 1, 0: there is none, -1. */
int rota_roster_get(struct db *db, struct arena *arena, int64_t store_id, const char *code,
                    struct rota_roster *roster, struct err *err);

/* The roster with its cells, in the transaction of the caller: a draft of that code is replaced.
 * ERR_DATA: it is published, or its locked cells are others than those that were planned with. */
int rota_draft_keep(const struct rota_draft *draft, const struct rota_roster *roster, int64_t now,
                    int64_t seed, struct err *err);

#endif
