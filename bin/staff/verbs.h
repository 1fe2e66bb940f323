/*
 * The verbs of medi-staff: each a short function and the struct that its options fill. The tables
 * that name them are in bin/medi-staff.c.
 */
#ifndef MEDI_BIN_STAFF_VERBS_H
#define MEDI_BIN_STAFF_VERBS_H

#include "cli/put.h"
#include "staff/staff.h"
#include "text/pack.h"

struct file_args { /* add, edit */
    const char *code, *name, *role, *title, *home, *phone;
    int64_t hired_on, left_on;
};

struct list_args {
    const char *role;
    bool all;
};

struct show_args {
    const char *staff;
};

struct post_args {
    const char *staff, *role, *title, *home, *reason;
    int64_t from;
    bool correct;
};

struct licence_args {
    const char *staff, *kind, *number, *scope, *place;
    int64_t from, to;
};

struct train_args {
    const char *kind, *code, *topic, *trainer, *proof;
    int64_t at, minutes;
};

struct attend_args {
    const char *training, *state;
    struct opt_list staff;
};

struct assess_args {
    const char *staff, *kind, *code, *reviewer, *note;
    int64_t score, day;
};

struct due_args {
    const char *training;
    int64_t within;
};

struct expiring_args {
    const char *fail_on;
    int64_t days;
};

struct score_args {
    const char *staff, *role;
    int64_t month;
};

verb_run cmd_add, cmd_edit, cmd_show, cmd_post, cmd_licence, cmd_train, cmd_attend, cmd_assess,
    cmd_due, cmd_expiring, cmd_score;

/* ---- what they share ---- */

static inline struct packs
verbs_packs(const struct ctx *ctx)
{
    return (struct packs){ctx->config, ctx->share};
}

static inline int64_t
verbs_today(const struct ctx *ctx)
{
    return zone_day(ctx->zone, ctx->as_of);
}

/* The staff member of a code as of today; of a run that is bound to a store, one who works there. */
int verbs_staff(struct ctx *ctx, const char *code, struct staff *staff, struct err *err);

/* After cli_put: says so if there was nothing to do. */
int verbs_done(struct ctx *ctx, const char *what, int written);

#endif
