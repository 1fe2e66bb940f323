/*
 * The verbs of medi-followup for people: what is planned, due, recorded, and what came of it. The
 * tables that name them are in bin/followup/options_people.h.
 */
#ifndef MEDI_BIN_FOLLOWUP_VERBS_PEOPLE_H
#define MEDI_BIN_FOLLOWUP_VERBS_PEOPLE_H

#include "cli/cli.h"
#include "cli/put.h"
#include "text/pack.h"

struct plan_args {
    int64_t from, to;
    bool again;
};

struct due_args {
    int64_t to;
    const char *staff, *role, *kind, *client, *reveal;
    bool mine, overdue, messages;
};

struct record_args { /* emergency takes some of these */
    const char *task, *client, *treatment, *code, *outcome, *way, *photo, *note, *by;
    struct opt_list symptoms;
    int64_t score, at;
    bool inbound;
};

struct sheet_args {
    const char *treatment, *reveal;
};

struct escalate_args {
    const char *task, *to;
};

struct answer_args {
    const char *asked, *client, *treatment, *survey, *note;
    struct opt_list questions;
    int64_t csat, nps, at;
};

struct stats_args {
    int64_t from, to;
    const char *by, *kind;
};

verb_run cmd_plan, cmd_due, cmd_record, cmd_sheet, cmd_emergency, cmd_escalate, cmd_survey,
    cmd_answer, cmd_stats;

/* What was raised and nobody took in time goes to the next person: how many, or -1. */
int64_t followup_climb(struct ctx *ctx, struct err *err);

static inline struct packs
followup_packs(const struct ctx *ctx)
{
    return (struct packs){ctx->config, ctx->share};
}

/* The store of -s, or 0: all of them. */
static inline int64_t
followup_store(const struct ctx *ctx)
{
    return ctx->store ? ctx->store_id : 0;
}

static inline int64_t
followup_today(const struct ctx *ctx)
{
    return zone_day(ctx->zone, ctx->as_of);
}

#endif
