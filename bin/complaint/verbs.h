/*
 * The verbs of medi-complaint: each a short function and the struct that its options fill. The
 * tables that name them are in bin/medi-complaint.c.
 */
#ifndef MEDI_BIN_COMPLAINT_VERBS_H
#define MEDI_BIN_COMPLAINT_VERBS_H

#include "cli/put.h"
#include "complaint/complaint.h"
#include "text/pack.h"

struct open_args {
    const char *client, *code, *category, *way, *detail, *treatment, *visit, *about, *product, *by;
    int64_t severity, at;
};

struct step_args { /* every step takes some of these */
    const char *complaint, *by, *to, *with, *note, *proof, *reason, *improvement;
    int64_t amount, at;
};

struct list_args {
    const char *state, *category, *client, *owner;
    bool open;
    int64_t from, to;
};

struct show_args {
    const char *complaint, *reveal;
};

struct due_args {
    const char *fail_on;
    bool all;
};

struct top_args {
    int64_t month, count;
};

verb_run cmd_open, cmd_assign, cmd_respond, cmd_investigate, cmd_propose, cmd_agree, cmd_mediate,
    cmd_compensate, cmd_feedback, cmd_pause, cmd_resume, cmd_close, cmd_show, cmd_due, cmd_top,
    cmd_steps;

static inline struct packs
verbs_packs(const struct ctx *ctx)
{
    return (struct packs){ctx->config, ctx->share};
}

#endif
