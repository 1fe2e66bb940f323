/*
 * The verbs of medi-followup that bring clients back, and tell what it brought. Their option tables are in
 * options_recall.h.
 */
#ifndef MEDI_BIN_FOLLOWUP_VERBS_RECALL_H
#define MEDI_BIN_FOLLOWUP_VERBS_RECALL_H

#include "cli/cli.h"

struct recall_args {
    const char *what, *campaign; /* a rule, or "-" */
    bool running;
    int64_t limit;
};

struct campaign_args {
    const char *code, *rule, *name, *offer;
    int64_t from, to, answer_days, cap, holdout, worth, valid, cost;
};

struct campaigns_args { /* of those that read */
    const char *code, *state, *rule, *by;
    bool all;
};

verb_run cmd_recall, cmd_campaign_add, cmd_campaign_start, cmd_campaign_end, cmd_campaign_show,
    cmd_campaign_results;

#endif
