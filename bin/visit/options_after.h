/*
 * The option tables of the verbs for the time after a treatment; included by bin/medi-visit.c alone.
 */
#ifndef MEDI_BIN_VISIT_OPTIONS_AFTER_H
#define MEDI_BIN_VISIT_OPTIONS_AFTER_H

#define AFTER_AT(type)                                                                             \
    {                                                                                              \
        0, "at", OPT_MOMENT, FIELD(type, at), "TIME", N_("when (default: now)"), NULL              \
    }
#define AFTER_STAFF(type, help)                                                                    \
    {                                                                                              \
        0, "staff", OPT_TEXT, FIELD(type, staff), "STAFF", help, NULL                              \
    }
#define AFTER_CODE(type)                                                                           \
    {                                                                                              \
        0, "code", OPT_TEXT, FIELD(type, code), "CODE", N_("its number (default: made)"), NULL     \
    }

static const struct opt care_options[] = {
    {'a', "advice", OPT_TEXT, FIELD(care_args, advice), "TEXT",
     N_("what the client is told (default: care.yaml, by the kind of project)"), NULL},
    {0, "next", OPT_DAY, FIELD(care_args, next_on), "DAY",
     N_("when the client is seen again (default: care.yaml)"), NULL},
    {0, "proof", OPT_TEXT, FIELD(care_args, proof), "TEXT", N_("where the signed sheet is"), NULL},
    AFTER_STAFF(care_args, N_("who told it (default: whose account this is)")),
    AFTER_AT(care_args),
    AFTER_CODE(care_args),
    {0},
};
static const struct operand care_operands[] = {
    {"TREATMENT", false, false, FIELD(care_args, treatment), N_("code of the treatment"), NULL},
    {0}};

static const char *const raters[] = {"client", "staff", "third-party", NULL};
static const struct opt evaluate_options[] = {
    {0, "score", OPT_INT, FIELD(evaluate_args, score), "N", N_("from 1 (bad) to 5 (very good)"),
     NULL},
    {'b', "by", OPT_CHOICE, FIELD(evaluate_args, by), "RATER",
     N_("who judges: client, staff or third-party (default: client)"), raters},
    {0, "below", OPT_FLAG, FIELD(evaluate_args, below), NULL,
     N_("below what was expected; 1 and 2 are so anyway"), NULL},
    {0, "cause", OPT_TEXT, FIELD(evaluate_args, cause), "TEXT", N_("why it is below"), NULL},
    {0, "remedy", OPT_TEXT, FIELD(evaluate_args, remedy), "TEXT", N_("and what is done about it"),
     NULL},
    {0, "note", OPT_TEXT, FIELD(evaluate_args, note), "TEXT", N_("what was said; it is sealed"),
     NULL},
    {0, "proof", OPT_TEXT, FIELD(evaluate_args, proof), "TEXT",
     N_("what shows it: pictures, a sheet"), NULL},
    AFTER_STAFF(evaluate_args, N_("who judges, or took it down (default: whose account this is)")),
    AFTER_AT(evaluate_args),
    AFTER_CODE(evaluate_args),
    {0},
};
static const struct operand evaluate_operands[] = {
    {"TREATMENT", false, false, FIELD(evaluate_args, treatment), N_("code of the treatment"), NULL},
    {0}};

static const struct opt adverse_options[] = {
    {'k', "kind", OPT_TEXT, FIELD(adverse_args, kind), "KIND",
     N_("what it is: a kind of adverse.yaml, such as burn or 灼伤"), NULL},
    {'g', "grade", OPT_INT, FIELD(adverse_args, grade), "N",
     N_("from 1 (passes by itself) to 5 (death)"), NULL},
    {0, "found", OPT_MOMENT, FIELD(adverse_args, found), "TIME",
     N_("when it was found (default: now)"), NULL},
    {0, "detail", OPT_TEXT, FIELD(adverse_args, detail), "TEXT", N_("what happened; it is sealed"),
     NULL},
    {0, "confirmed-by", OPT_TEXT, FIELD(adverse_args, doctor), "STAFF",
     N_("the doctor who confirms it"), NULL},
    {'c', "client", OPT_TEXT, FIELD(adverse_args, client), "CODE",
     N_("whose it is, if no treatment is known"), NULL},
    AFTER_STAFF(adverse_args, N_("who records it (default: whose account this is)")),
    AFTER_CODE(adverse_args),
    {0},
};
static const struct operand adverse_operands[] = {
    {"TREATMENT", true, false, FIELD(adverse_args, treatment), N_("code of the treatment"), NULL},
    {0}};

#define ADVERSE_CODE(type)                                                                         \
    {                                                                                              \
        "CODE", false, false, FIELD(type, code), N_("code of the adverse event"), NULL             \
    }
static const struct opt adverse_confirm_options[] = {
    {0, "doctor", OPT_TEXT, FIELD(adverse_confirm_args, doctor), "STAFF",
     N_("the doctor who confirms it (default: whose account this is)"), NULL},
    {'k', "kind", OPT_TEXT, FIELD(adverse_confirm_args, kind), "KIND", N_("what it is rather"),
     NULL},
    {'g', "grade", OPT_INT, FIELD(adverse_confirm_args, grade), "N",
     N_("the grade that it has rather"), NULL},
    {0},
};
static const struct operand adverse_confirm_operands[] = {ADVERSE_CODE(adverse_confirm_args), {0}};
static const struct opt adverse_report_options[] = {
    {0, "to", OPT_TEXT, FIELD(adverse_report_args, to), "TEXT",
     N_("the authority that it was reported to"), NULL},
    {0, "number", OPT_TEXT, FIELD(adverse_report_args, number), "TEXT",
     N_("the number that it has there"), NULL},
    AFTER_AT(adverse_report_args),
    {0},
};
static const struct operand adverse_report_operands[] = {ADVERSE_CODE(adverse_report_args), {0}};
static const struct opt adverse_close_options[] = {
    {0, "outcome", OPT_TEXT, FIELD(adverse_close_args, outcome), "TEXT",
     N_("what was done, and how it ended; no personal data"), NULL},
    {0, "treated", OPT_FLAG, FIELD(adverse_close_args, treated), NULL,
     N_("it is treated, but not closed yet"), NULL},
    {0, "error", OPT_FLAG, FIELD(adverse_close_args, error), NULL,
     N_("it was entered in error; --outcome says why"), NULL},
    AFTER_AT(adverse_close_args),
    {0},
};
static const struct operand adverse_close_operands[] = {ADVERSE_CODE(adverse_close_args), {0}};

static const char *const adverse_states[] = {"open", "treated", "closed", "entered-in-error", NULL};
static const struct opt adverse_list_options[] = {
    {0, "state", OPT_CHOICE, FIELD(adverse_list_args, state), "STATE",
     N_("only those in this state"), adverse_states},
    {'k', "kind", OPT_TEXT, FIELD(adverse_list_args, kind), "KIND", N_("only those of this kind"),
     NULL},
    {'c', "client", OPT_TEXT, FIELD(adverse_list_args, client), "CODE",
     N_("only those of this client"), NULL},
    {0, "treatment", OPT_TEXT, FIELD(adverse_list_args, treatment), "CODE",
     N_("only those of this treatment"), NULL},
    {'f', "from", OPT_DAY, FIELD(adverse_list_args, from), "DAY", N_("found from this day on"),
     NULL},
    {'t', "to", OPT_DAY, FIELD(adverse_list_args, to), "DAY", N_("found before this day"), NULL},
    {0, "late", OPT_FLAG, FIELD(adverse_list_args, late), NULL,
     N_("only those whose report is late, or was"), NULL},
    {0},
};
static const char *const due_severities[] = {"warning", "error", NULL};
static const struct opt adverse_due_options[] = {
    {0, "days", OPT_INT, FIELD(adverse_due_args, days), "N",
     N_("also what is due within so many days (3)"), NULL},
    {0, "fail-on", OPT_CHOICE, FIELD(adverse_due_args, fail_on), "SEVERITY",
     N_("exit 1 from this severity on (warning)"), due_severities},
    {0},
};

static const struct opt objection_list_options[] = {
    {'k', "kind", OPT_TEXT, FIELD(objection_list_args, kind), "KIND",
     N_("only doubts of this kind, such as safety or 安全"), NULL},
    {0},
};
static const struct operand objection_list_operands[] = {
    {"WORDS", true, false, FIELD(objection_list_args, words),
     N_("what the client said: only what fits it"), NULL},
    {0}};

static const struct opt visit_show_options[] = {
    {0, "reveal", OPT_TEXT, FIELD(visit_show_args, reveal), "REASON",
     N_("show personal data unmasked; logged with the reason"), NULL},
    {0},
};
static const struct operand visit_show_operands[] = {
    {"VISIT", false, false, FIELD(visit_show_args, visit), N_("code of the visit"), NULL}, {0}};

#endif
