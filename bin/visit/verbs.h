/*
 * The verbs of medi-visit: each a short function and the struct that its options fill. The tables that name
 * them are in bin/medi-visit.c.
 */
#ifndef MEDI_BIN_VISIT_VERBS_H
#define MEDI_BIN_VISIT_VERBS_H

#include "cli/cli.h"
#include "cli/put.h"

/* ---- catalogue ---- */

struct project_args {
    const char *code, *name, *department, *kind, *licence, *device_kind, *contract, *consent,
        *ladder, *active;
    int64_t cycle_days, minutes, grade, horizon_days;
    bool all;
};

/* What a project needs: an examination, an item, a use of an item. */
struct need_args {
    const char *project, *what, *says;
    int64_t days, quantity;
    bool optional;
};

struct form_args {
    const char *code, *series, *name, *proof;
    int64_t version, from, to;
};

struct package_args {
    const char *code, *name, *trial, *active;
    int64_t price, floor, from, to, months;
    bool all;
};

struct package_line_args {
    const char *package, *project;
    int64_t quantity, share;
};

struct price_args {
    const char *project, *channel, *reason;
    int64_t amount, floor, from, to;
};

struct price_list_args {
    const char *project, *channel;
    int64_t day;
    bool all;
};

verb_run cmd_project_add, cmd_project_edit, cmd_project_show, cmd_exam_require, cmd_exam_unrequire,
    cmd_kit_add, cmd_kit_drop, cmd_indication_add, cmd_indication_drop, cmd_form_add, cmd_form_edit,
    cmd_package_add, cmd_package_edit, cmd_package_line, cmd_price_add, cmd_price_list;

/* ---- the journey to the contract ---- */

struct arrive_args {
    const char *client, *code, *purpose, *channel, *consultant, *doctor, *note;
    int64_t at;
};

struct consult_args {
    const char *visit, *code, *edit, *consultant, *doctor, *project, *need, *expectation, *concern,
        *outcome, *note;
    int64_t at, until, budget;
};

struct objection_args {
    const char *visit, *code, *kind, *staff, *note;
    int64_t at;
    bool resolved;
};

struct notice_args {
    const char *visit, *code, *kind, *project, *staff, *proof;
    int64_t at;
    bool acknowledged;
};

struct plan_args {
    const char *visit, *code, *agree, *decline, *replaces, *doctor, *consultant, *note;
    struct opt_list lines;
    int64_t at;
};

struct draft_args {
    const char *visit, *client, *channel, *plan, *consultant, *code, *note, *reason;
    struct opt_list lines, packages, gifts;
    int64_t at;
};

struct contract_args {
    const char *contract, *staff, *signer, *proof, *reason;
    int64_t at;
};

struct close_args {
    const char *visit;
    int64_t at;
};

struct visit_list_args {
    int64_t from_day, to_day;
    bool open;
};

verb_run cmd_arrive, cmd_consult, cmd_objection, cmd_notice, cmd_plan, cmd_contract_draft,
    cmd_contract_review, cmd_contract_sign, cmd_contract_cancel, cmd_close, cmd_visit_list,
    cmd_visit_show;

/* What these verbs share: the moment that was given, which is not ahead of now; the member of the staff that
 * was named or whose account runs this (NULL: nobody's). */
int journey_now(const struct ctx *ctx, int64_t given, int64_t *at, struct err *err);
int journey_staff(struct ctx *ctx, const char *given, const char **code, struct err *err);
/* ---- money ---- */

struct pay_args {
    const char *contract, *client, *project, *order, *visit, *consultant, *method, *class, *code,
        *note, *reason;
    int64_t amount, quantity, at;
    bool deposit;
};

struct refund_args {
    const char *order, *code, *method, *reason;
    struct opt_list returns;
    int64_t amount, at;
};

struct balance_args {
    const char *client;
    bool all;
};

verb_run cmd_pay, cmd_refund;
/* ---- before and at the treatment ---- */

/* ---- after the treatment ---- */

/* ---- SOP ---- */

#endif
