/* The verbs of rules, findings, waivers and corrective actions: their arguments. */
#ifndef MEDI_BIN_AUDIT_RULES_H
#define MEDI_BIN_AUDIT_RULES_H

#include "audit/judge.h"
#include "cli/cli.h"

struct run_args {
    const char *since, *topic, *fail_on;
    struct opt_list rules;
    bool changes, no_record;
};

struct rules_args {
    const char *topic, *rule;
};

struct waive_args {
    const char *rule, *subject, *reason;
    int64_t until;
    bool all;
};

struct trend_args {
    const char *rule;
    int64_t last;
};

struct action_args {
    const char *rule, *subject, *code, *what, *owner, *says, *reason;
    int64_t due;
    bool all;
};

verb_run cmd_audit_run, cmd_audit_rules, cmd_audit_explain, cmd_audit_waive, cmd_audit_trend;
verb_run cmd_action_open, cmd_action_assign, cmd_action_evidence, cmd_action_close, cmd_action_list;

/* The pack; its faults are told on stderr and counted in it. */
int audit_load(struct ctx *ctx, struct rules *rules, struct err *err);

#endif
