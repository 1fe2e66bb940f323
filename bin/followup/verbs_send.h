/*
 * The verbs of medi-followup that send: each a short function and the struct that its options fill. Their
 * option tables are in options_send.h.
 */
#ifndef MEDI_BIN_FOLLOWUP_VERBS_SEND_H
#define MEDI_BIN_FOLLOWUP_VERBS_SEND_H

#include "cli/cli.h"

struct claim_args {
    const char *channel, *lease;
    int64_t count;
};

struct ack_args {
    const char *file;
};

struct send_args {
    const char *channel, *lease;
    int64_t limit, batch;
    bool once;
};

struct dead_args {
    const char *channel, *plan;
    int64_t from, to;
    bool dropped;
};

struct retry_args {
    struct opt_list codes;
    const char *reason;
    int64_t until;
};

struct template_args {
    const char *name, *client, *treatment, *template, *reveal, *file;
};

verb_run cmd_claim, cmd_ack, cmd_send, cmd_retry, cmd_template_list, cmd_template_show,
    cmd_template_check, cmd_template_try;

#endif
