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
    const char *visit, *client, *channel, *plan, *consultant, *voucher, *code, *note, *reason;
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
    cmd_contract_review, cmd_contract_sign, cmd_contract_cancel, cmd_close, cmd_visit_list;

/* What these verbs share: the moment that was given, which is not ahead of now; the member of the staff that
 * was named or whose account runs this (NULL: nobody's). */
int journey_now(const struct ctx *ctx, int64_t given, int64_t *at, struct err *err);
int journey_staff(struct ctx *ctx, const char *given, const char **code, struct err *err);
/* ---- money ---- */

struct pay_args {
    const char *contract, *client, *project, *order, *visit, *consultant, *method, *class, *voucher,
        *code, *note, *reason;
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

struct assess_args {
    const char *visit, *project, *doctor, *verdict, *history, *allergy, *expectation, *finding,
        *reason, *code;
    int64_t at, valid_to;
    bool in_person;
};

struct exam_args {
    const char *visit, *kind, *result, *staff, *finding, *proof, *code, *judge;
    int64_t taken;
};

struct sign_args {
    const char *visit, *project, *form, *signer, *guardian, *staff, *proof, *code, *withdraw;
    int64_t at;
};

struct check_args {
    const char *visit, *project, *item, *lot, *unit, *staff, *code, *confirm;
    int64_t at;
    bool confirmed;
};

struct treat_args {
    const char *visit, *project, *operator, * doctor, *nurse, *device, *room, *prepaid, *order,
        *note, *override, *code, *end;
    struct opt_list hands, uses;
    int64_t start, until, quantity, recognised;
    bool stopped;
};

struct amend_args {
    const char *treatment, *kind, *what, *reason, *staff, *code;
    struct opt_list undo, uses;
    int64_t at;
};

struct next_args {
    const char *visit, *operator, * nurse, *device;
    struct opt_list projects, uses;
    int64_t at;
};

verb_run cmd_assess, cmd_exam, cmd_consent, cmd_verify_product, cmd_treat, cmd_amend, cmd_retract,
    cmd_next;

/* The code on stdout, and the entry of the log. */
int visit_say_treatment(struct ctx *ctx, int64_t store_id, const char *code, const char *detail,
                        struct err *err);

/* What is used at the end of a treatment or later passes the gates of products, as if it were used then. */
struct treated;
struct stock_note;
int visit_add_uses(struct ctx *ctx, const struct opt_list *list, const struct treated *treated,
                   const struct stock_note *note, int64_t store_id, struct err *err);

/* What these verbs share: the store of -s, and the rules of the gates (NULL: not needed). */
struct gate_rules;
int gates_begin(struct ctx *ctx, int64_t *store_id, struct gate_rules *rules, struct err *err);

/* ---- after the treatment ---- */

struct care_args {
    const char *treatment, *advice, *staff, *proof, *code;
    int64_t next_on, at;
};

struct evaluate_args {
    const char *treatment, *by, *staff, *cause, *remedy, *proof, *note, *code;
    int64_t score, at;
    bool below;
};

struct adverse_args {
    const char *treatment, *client, *kind, *staff, *doctor, *detail, *code;
    int64_t grade, found;
};

struct adverse_confirm_args {
    const char *code, *doctor, *kind;
    int64_t grade;
};

struct adverse_report_args {
    const char *code, *to, *number;
    int64_t at;
};

struct adverse_close_args {
    const char *code, *outcome;
    int64_t at;
    bool treated, error;
};

struct adverse_list_args {
    const char *state, *kind, *client, *treatment;
    int64_t from, to;
    bool late;
};

struct adverse_due_args {
    const char *fail_on;
    int64_t days;
};

struct objection_list_args {
    const char *words, *kind;
};

struct visit_show_args {
    const char *visit, *reveal;
};

verb_run cmd_care, cmd_evaluate, cmd_adverse, cmd_adverse_confirm, cmd_adverse_report,
    cmd_adverse_close, cmd_adverse_due, cmd_objection_list, cmd_visit_show;

/* The moment that is meant: now, or one that has passed and does not lie before `begin`. */
int after_moment(const struct ctx *ctx, const char *option, int64_t given, int64_t begin,
                 int64_t *at, struct err *err);

/* ---- SOP ---- */

struct sop_done_args {
    const char *visit, *staff, *proof;
    struct opt_list actions;
    int64_t at;
};

struct sop_show_args {
    const char *visit;
    bool all;
};

struct sop_list_args {
    const char *project, *kind;
};

struct sop_report_args {
    const char *by;
    int64_t from, to, worst;
};

/* What conformance is measured by: per cent and points. */
struct sop_measure {
    int64_t target, tolerance, few;
};
int sop_measure(struct ctx *ctx, struct sop_measure *measure, struct err *err);

verb_run cmd_sop_list, cmd_sop_done, cmd_sop_show, cmd_sop_report;

#endif
