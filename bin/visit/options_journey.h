/*
 * options_journey: the option tables of the verbs from arrival to contract, and of money. Included once, by
 * bin/medi-visit.c.
 */
#ifndef MEDI_BIN_VISIT_OPTIONS_JOURNEY_H
#define MEDI_BIN_VISIT_OPTIONS_JOURNEY_H

#include "bin/visit/verbs.h"

static const char *const purposes[] = {"consult", "treatment", "review", "follow-up",
                                       "payment", "other",     NULL};
static const char *const outcomes[] = {
    "deal", "pending", "lost", "medical-refusal", "entered-in-error", NULL};
static const char *const notice_kinds[] = {"risk",    "alternative", "price",
                                           "privacy", "other",       NULL};
static const char *const signers[] = {"client", "guardian", NULL};

static const struct opt arrive_options[] = {
    {0, "at", OPT_MOMENT, FIELD(arrive_args, at), "TIME", N_("when (now)"), NULL},
    {0, "purpose", OPT_CHOICE, FIELD(arrive_args, purpose), "PURPOSE", N_("what for"), purposes},
    {0, "channel", OPT_TEXT, FIELD(arrive_args, channel), "CHANNEL", N_("what brought this visit"),
     NULL},
    {0, "consultant", OPT_TEXT, FIELD(arrive_args, consultant), "STAFF", N_("the consultant"),
     NULL},
    {0, "doctor", OPT_TEXT, FIELD(arrive_args, doctor), "STAFF", N_("the doctor"), NULL},
    {0, "note", OPT_TEXT, FIELD(arrive_args, note), "TEXT", N_("a note"), NULL},
    {0, "code", OPT_TEXT, FIELD(arrive_args, code), "CODE",
     N_("code of the visit; made if none is given"), NULL},
    {0},
};
static const struct operand arrive_operands[] = {
    {"CLIENT", false, false, FIELD(arrive_args, client), N_("code of the client"), NULL},
    {0},
};

static const struct opt consult_options[] = {
    {0, "at", OPT_MOMENT, FIELD(consult_args, at), "TIME", N_("when it began (now)"), NULL},
    {0, "until", OPT_MOMENT, FIELD(consult_args, until), "TIME", N_("when it ended"), NULL},
    {0, "consultant", OPT_TEXT, FIELD(consult_args, consultant), "STAFF",
     N_("the consultant; else the visit's, else yourself"), NULL},
    {0, "doctor", OPT_TEXT, FIELD(consult_args, doctor), "STAFF", N_("the doctor who joined"),
     NULL},
    {0, "project", OPT_TEXT, FIELD(consult_args, project), "PROJECT",
     N_("what the client thinks of"), NULL},
    {0, "need", OPT_TEXT, FIELD(consult_args, need), "TEXT", N_("what the client wants"), NULL},
    {0, "expectation", OPT_TEXT, FIELD(consult_args, expectation), "TEXT",
     N_("what the client expects of it"), NULL},
    {0, "concern", OPT_TEXT, FIELD(consult_args, concern), "TEXT",
     N_("what the client is afraid of"), NULL},
    {0, "budget", OPT_MONEY, FIELD(consult_args, budget), "YUAN", N_("what it may cost"), NULL},
    {0, "outcome", OPT_CHOICE, FIELD(consult_args, outcome), "OUTCOME",
     N_("how it ended (pending)"), outcomes},
    {0, "note", OPT_TEXT, FIELD(consult_args, note), "TEXT", N_("a note"), NULL},
    {0, "code", OPT_TEXT, FIELD(consult_args, code), "CODE",
     N_("code of the consultation; made if none is given"), NULL},
    {0, "edit", OPT_TEXT, FIELD(consult_args, edit), "CODE", N_("change this consultation instead"),
     NULL},
    {0},
};
static const struct operand consult_operands[] = {
    {"VISIT", true, false, FIELD(consult_args, visit), N_("code of the visit"), NULL},
    {0},
};

static const struct opt objection_options[] = {
    {'k', "kind", OPT_TEXT, FIELD(objection_args, kind), "KIND",
     N_("the kind of doubt; else what the words of --note tell"), NULL},
    {0, "resolved", OPT_FLAG, FIELD(objection_args, resolved), NULL,
     N_("the answer satisfied the client"), NULL},
    {0, "staff", OPT_TEXT, FIELD(objection_args, staff), "STAFF", N_("who answered; else yourself"),
     NULL},
    {0, "note", OPT_TEXT, FIELD(objection_args, note), "TEXT", N_("the client's words"), NULL},
    {0, "at", OPT_MOMENT, FIELD(objection_args, at), "TIME", N_("when (now)"), NULL},
    {0, "code", OPT_TEXT, FIELD(objection_args, code), "CODE",
     N_("its code; made if none is given"), NULL},
    {0},
};
static const struct operand objection_operands[] = {
    {"VISIT", false, false, FIELD(objection_args, visit), N_("code of the visit"), NULL},
    {0},
};

static const struct opt notice_options[] = {
    {'k', "kind", OPT_CHOICE, FIELD(notice_args, kind), "KIND",
     N_("what the client was told of (risk)"), notice_kinds},
    {0, "project", OPT_TEXT, FIELD(notice_args, project), "PROJECT", N_("about this project"),
     NULL},
    {0, "acknowledged", OPT_FLAG, FIELD(notice_args, acknowledged), NULL,
     N_("the client said or signed that it was understood"), NULL},
    {0, "proof", OPT_TEXT, FIELD(notice_args, proof), "TEXT", N_("where the paper lies"), NULL},
    {0, "staff", OPT_TEXT, FIELD(notice_args, staff), "STAFF", N_("who told it; else yourself"),
     NULL},
    {0, "at", OPT_MOMENT, FIELD(notice_args, at), "TIME", N_("when (now)"), NULL},
    {0, "code", OPT_TEXT, FIELD(notice_args, code), "CODE", N_("its code; made if none is given"),
     NULL},
    {0},
};
static const struct operand notice_operands[] = {
    {"VISIT", false, false, FIELD(notice_args, visit), N_("code of the visit"), NULL},
    {0},
};

static const struct opt plan_options[] = {
    {'l', "line", OPT_LIST, FIELD(plan_args, lines), "PROJECT[*N][=YUAN]",
     N_("a project, how often, for how much in all"), NULL},
    {0, "replaces", OPT_TEXT, FIELD(plan_args, replaces), "PLAN",
     N_("it is a revision of this plan"), NULL},
    {0, "agree", OPT_TEXT, FIELD(plan_args, agree), "PLAN", N_("the client agrees to this plan"),
     NULL},
    {0, "decline", OPT_TEXT, FIELD(plan_args, decline), "PLAN", N_("the client declines this plan"),
     NULL},
    {0, "doctor", OPT_TEXT, FIELD(plan_args, doctor), "STAFF", N_("the doctor; else the visit's"),
     NULL},
    {0, "consultant", OPT_TEXT, FIELD(plan_args, consultant), "STAFF",
     N_("the consultant; else the visit's, else yourself"), NULL},
    {0, "note", OPT_TEXT, FIELD(plan_args, note), "TEXT", N_("a note"), NULL},
    {0, "at", OPT_MOMENT, FIELD(plan_args, at), "TIME", N_("when (now)"), NULL},
    {0, "code", OPT_TEXT, FIELD(plan_args, code), "CODE", N_("its code; made if none is given"),
     NULL},
    {0},
};
static const struct operand plan_operands[] = {
    {"VISIT", true, false, FIELD(plan_args, visit), N_("code of the visit"), NULL},
    {0},
};

static const struct opt draft_options[] = {
    {0, "visit", OPT_TEXT, FIELD(draft_args, visit), "VISIT", N_("the visit in which it is made"),
     NULL},
    {0, "client", OPT_TEXT, FIELD(draft_args, client), "CLIENT",
     N_("for this client, outside a visit"), NULL},
    {'l', "line", OPT_LIST, FIELD(draft_args, lines), "PROJECT[*N][=YUAN]",
     N_("a project, how often, for how much in all"), NULL},
    {0, "package", OPT_LIST, FIELD(draft_args, packages), "PACKAGE[*N][=YUAN]", N_("a package"),
     NULL},
    {0, "gift", OPT_LIST, FIELD(draft_args, gifts), "PROJECT[*N]", N_("a project given free"),
     NULL},
    {0, "channel", OPT_TEXT, FIELD(draft_args, channel), "CHANNEL",
     N_("at the prices of this channel; else of what brought the visit or the client"), NULL},
    {0, "voucher", OPT_TEXT, FIELD(draft_args, voucher), "VOUCHER",
     N_("redeem this voucher: the contract costs less"), NULL},
    {0, "plan", OPT_TEXT, FIELD(draft_args, plan), "PLAN", N_("the plan that it follows"), NULL},
    {0, "consultant", OPT_TEXT, FIELD(draft_args, consultant), "STAFF",
     N_("who sells it; else the visit's consultant, else yourself"), NULL},
    {0, "note", OPT_TEXT, FIELD(draft_args, note), "TEXT", N_("a note"), NULL},
    {0, "reason", OPT_TEXT, FIELD(draft_args, reason), "TEXT",
     N_("why below the floor, for the second person"), NULL},
    {0, "at", OPT_MOMENT, FIELD(draft_args, at), "TIME", N_("when (now)"), NULL},
    {0, "code", OPT_TEXT, FIELD(draft_args, code), "CODE",
     N_("its code, also that of an order with deposits; made if none is given"), NULL},
    {0},
};
static const struct opt review_options[] = {
    {0, "staff", OPT_TEXT, FIELD(contract_args, staff), "STAFF",
     N_("who reviewed it; else yourself"), NULL},
    {0, "at", OPT_MOMENT, FIELD(contract_args, at), "TIME", N_("when (now)"), NULL},
    {0},
};
static const struct opt sign_options[] = {
    {0, "signer", OPT_CHOICE, FIELD(contract_args, signer), "WHO", N_("who signed it (client)"),
     signers},
    {0, "proof", OPT_TEXT, FIELD(contract_args, proof), "TEXT", N_("where the paper lies"), NULL},
    {0, "at", OPT_MOMENT, FIELD(contract_args, at), "TIME", N_("when (now)"), NULL},
    {0},
};
static const struct opt cancel_options[] = {
    {0, "reason", OPT_TEXT, FIELD(contract_args, reason), "TEXT", N_("why"), NULL},
    {0},
};
static const struct operand contract_operands[] = {
    {"CONTRACT", false, false, FIELD(contract_args, contract), N_("code of the contract"), NULL},
    {0},
};

static const struct opt close_options[] = {
    {0, "at", OPT_MOMENT, FIELD(close_args, at), "TIME", N_("when the client left (now)"), NULL},
    {0},
};
static const struct operand close_operands[] = {
    {"VISIT", false, false, FIELD(close_args, visit), N_("code of the visit"), NULL},
    {0},
};
static const struct opt visit_list_options[] = {
    {0, "from-day", OPT_DAY, FIELD(visit_list_args, from_day), "DAY", N_("the first day (today)"),
     NULL},
    {0, "to-day", OPT_DAY, FIELD(visit_list_args, to_day), "DAY", N_("the last day (today)"), NULL},
    {0, "open", OPT_FLAG, FIELD(visit_list_args, open), NULL, N_("those that are not over only"),
     NULL},
    {0},
};

/* ---- money ---- */

static const char *const payment_classes[] = {"sale", "gift", "staff", "test", NULL};

static const struct opt pay_options[] = {
    {0, "amount", OPT_MONEY, FIELD(pay_args, amount), "YUAN",
     N_("how much; for a project what the list says"), NULL},
    {0, "deposit", OPT_FLAG, FIELD(pay_args, deposit), NULL, N_("it is a deposit"), NULL},
    {0, "method", OPT_TEXT, FIELD(pay_args, method), "TEXT", N_("how it was paid"), NULL},
    {0, "client", OPT_TEXT, FIELD(pay_args, client), "CLIENT", N_("without a contract: who pays"),
     NULL},
    {0, "project", OPT_TEXT, FIELD(pay_args, project), "PROJECT",
     N_("and for what, if no contract is due before it"), NULL},
    {0, "quantity", OPT_INT, FIELD(pay_args, quantity), "N", N_("how often (1)"), NULL},
    {0, "order", OPT_TEXT, FIELD(pay_args, order), "CODE",
     N_("order of a deposit without a contract; else the payment's code"), NULL},
    {0, "visit", OPT_TEXT, FIELD(pay_args, visit), "VISIT", N_("the visit in which it was paid"),
     NULL},
    {0, "consultant", OPT_TEXT, FIELD(pay_args, consultant), "STAFF",
     N_("who sold it; else yourself"), NULL},
    {0, "voucher", OPT_TEXT, FIELD(pay_args, voucher), "VOUCHER",
     N_("redeem this voucher: the project costs less"), NULL},
    {0, "class", OPT_CHOICE, FIELD(pay_args, class), "CLASS", N_("what kind of order it is (sale)"),
     payment_classes},
    {0, "note", OPT_TEXT, FIELD(pay_args, note), "TEXT", N_("a note"), NULL},
    {0, "reason", OPT_TEXT, FIELD(pay_args, reason), "TEXT",
     N_("why below the floor, for the second person"), NULL},
    {0, "at", OPT_MOMENT, FIELD(pay_args, at), "TIME", N_("when (now)"), NULL},
    {0, "code", OPT_TEXT, FIELD(pay_args, code), "CODE", N_("its code; made if none is given"),
     NULL},
    {0},
};
static const struct operand pay_operands[] = {
    {"CONTRACT", true, false, FIELD(pay_args, contract), N_("code of the contract"), NULL},
    {0},
};
static const struct opt refund_options[] = {
    {0, "amount", OPT_MONEY, FIELD(refund_args, amount), "YUAN",
     N_("how much; else all that is not used"), NULL},
    {0, "return", OPT_LIST, FIELD(refund_args, returns), "BALANCE[*N]",
     N_("a balance that is given back, or so much of it"), NULL},
    {0, "reason", OPT_TEXT, FIELD(refund_args, reason), "TEXT", N_("why"), NULL},
    {0, "method", OPT_TEXT, FIELD(refund_args, method), "TEXT", N_("how it was given back"), NULL},
    {0, "at", OPT_MOMENT, FIELD(refund_args, at), "TIME", N_("when (now)"), NULL},
    {0, "code", OPT_TEXT, FIELD(refund_args, code), "CODE", N_("its code; made if none is given"),
     NULL},
    {0},
};
static const struct operand refund_operands[] = {
    {"ORDER", false, false, FIELD(refund_args, order), N_("code of the contract or order"), NULL},
    {0},
};
static const struct opt balance_options[] = {
    {'a', "all", OPT_FLAG, FIELD(balance_args, all), NULL, N_("also what is used up or expired"),
     NULL},
    {0},
};
static const struct operand balance_operands[] = {
    {"CLIENT", true, false, FIELD(balance_args, client), N_("of this client only"), NULL},
    {0},
};

#endif
