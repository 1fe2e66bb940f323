/* medi-followup: the options of its verbs for people. Included by bin/medi-followup.c alone. */
/* ---- plan ------------------------------------------------------------------------------------------- */

static const struct opt plan_options[] = {
    {'f', "from", OPT_DAY, FIELD(plan_args, from), "DAY",
     N_("treatments from this day on (as far back as the longest ladder reaches)"), NULL},
    {'t', "to", OPT_DAY, FIELD(plan_args, to), "DAY", N_("treatments before this day (tomorrow)"),
     NULL},
    {0, "again", OPT_FLAG, FIELD(plan_args, again), NULL,
     N_("make what is open as the ladders are now"), NULL},
    {0},
};

/* ---- due -------------------------------------------------------------------------------------------- */

static const char *const task_kinds[] = {"call",   "care",       "evaluation", "survey",
                                         "recall", "escalation", "emergency",  NULL};

static const struct opt due_options[] = {
    {'t', "to", OPT_DAY, FIELD(due_args, to), "DAY", N_("due before this day (tomorrow)"), NULL},
    {0, "staff", OPT_TEXT, FIELD(due_args, staff), "STAFF",
     N_("theirs, and what anyone of their role may do"), NULL},
    {'m', "mine", OPT_FLAG, FIELD(due_args, mine), NULL,
     N_("mine, and what anyone of my role may do"), NULL},
    {0, "role", OPT_TEXT, FIELD(due_args, role), "ROLE", N_("those of this role"), NULL},
    {'k', "kind", OPT_CHOICE, FIELD(due_args, kind), "KIND", N_("those of this kind"), task_kinds},
    {0, "client", OPT_TEXT, FIELD(due_args, client), "CLIENT", N_("those for this client"), NULL},
    {0, "overdue", OPT_FLAG, FIELD(due_args, overdue), NULL, N_("only what is late"), NULL},
    {0, "messages", OPT_FLAG, FIELD(due_args, messages), NULL,
     N_("messages that wait to be sent, and not tasks"), NULL},
    {0, "reveal", OPT_TEXT, FIELD(due_args, reveal), "REASON",
     N_("show names and numbers; who and why is logged"), NULL},
    {0},
};

/* ---- record ------------------------------------------------------------------------------------------ */

static const char *const outcomes[] = {"answered", "unreachable", "refused", NULL};
static const char *const followup_ways[] = {"phone", "wechat", "sms", "email", "visit", NULL};

#define RECORD_SYMPTOM                                                                             \
    {                                                                                              \
        0, "symptom", OPT_LIST, FIELD(record_args, symptoms), "NAME=GRADE",                        \
            N_("as redness=2: symptoms.yaml; may be given again"), NULL                            \
    }

static const struct opt record_options[] = {
    {0, "client", OPT_TEXT, FIELD(record_args, client), "CLIENT",
     N_("whom, where no task had been planned"), NULL},
    {0, "treatment", OPT_TEXT, FIELD(record_args, treatment), "CODE",
     N_("with --client: after which treatment"), NULL},
    {0, "outcome", OPT_CHOICE, FIELD(record_args, outcome), "OUTCOME",
     N_("answered, unreachable or refused (answered)"), outcomes},
    RECORD_SYMPTOM,
    {0, "score", OPT_INT, FIELD(record_args, score), "1-5", N_("how satisfied they are"), NULL},
    {0, "photo", OPT_TEXT, FIELD(record_args, photo), "TEXT", N_("where the picture is kept"),
     NULL},
    {0, "note", OPT_TEXT, FIELD(record_args, note), "TEXT", N_("what was said; sealed"), NULL},
    {'w', "way", OPT_CHOICE, FIELD(record_args, way), "WAY", N_("how (phone)"), followup_ways},
    {0, "inbound", OPT_FLAG, FIELD(record_args, inbound), NULL, N_("the client began it"), NULL},
    {0, "by", OPT_TEXT, FIELD(record_args, by), "STAFF", N_("who spoke with them (who runs this)"),
     NULL},
    {0, "at", OPT_MOMENT, FIELD(record_args, at), "TIME", N_("when (now)"), NULL},
    {0, "code", OPT_TEXT, FIELD(record_args, code), "CODE", N_("its code (one is made)"), NULL},
    {0},
};
static const struct operand record_operands[] = {
    {"TASK", true, false, FIELD(record_args, task), N_("code of the task that this does"), NULL},
    {0},
};
static const struct opt sheet_options[] = {
    {0, "reveal", OPT_TEXT, FIELD(sheet_args, reveal), "REASON",
     N_("show names, numbers and what was said; who and why is logged"), NULL},
    {0},
};
static const struct operand sheet_operands[] = {
    {"TREATMENT", false, false, FIELD(sheet_args, treatment), N_("code of the treatment"), NULL},
    {0},
};
static const struct opt emergency_options[] = {
    {0, "treatment", OPT_TEXT, FIELD(record_args, treatment), "CODE", N_("after which treatment"),
     NULL},
    RECORD_SYMPTOM,
    {0, "note", OPT_TEXT, FIELD(record_args, note), "TEXT", N_("what was said; sealed"), NULL},
    {'w', "way", OPT_CHOICE, FIELD(record_args, way), "WAY", N_("how (phone)"), followup_ways},
    {0, "photo", OPT_TEXT, FIELD(record_args, photo), "TEXT", N_("where the picture is kept"),
     NULL},
    {0, "by", OPT_TEXT, FIELD(record_args, by), "STAFF", N_("who took it (who runs this)"), NULL},
    {0, "at", OPT_MOMENT, FIELD(record_args, at), "TIME", N_("when (now)"), NULL},
    {0, "code", OPT_TEXT, FIELD(record_args, code), "CODE", N_("its code (one is made)"), NULL},
    {0},
};
static const struct operand emergency_operands[] = {
    {"CLIENT", false, false, FIELD(record_args, client), N_("code of the client"), NULL},
    {0},
};
static const struct opt escalate_options[] = {
    {'t', "to", OPT_TEXT, FIELD(escalate_args, to), "STAFF",
     N_("whom (the next of nurse, doctor and manager)"), NULL},
    {0},
};
static const struct operand escalate_operands[] = {
    {"TASK", false, false, FIELD(escalate_args, task), N_("code of the task"), NULL},
    {0},
};

/* ---- surveys and figures --------------------------------------------------------------------------- */

static const struct opt answer_options[] = {
    {0, "client", OPT_TEXT, FIELD(answer_args, client), "CLIENT", N_("who answered unasked"), NULL},
    {0, "treatment", OPT_TEXT, FIELD(answer_args, treatment), "CODE",
     N_("with --client: about which treatment"), NULL},
    {0, "survey", OPT_TEXT, FIELD(answer_args, survey), "SURVEY",
     N_("of surveys.yaml (service, about no treatment store)"), NULL},
    {0, "csat", OPT_INT, FIELD(answer_args, csat), "1-5", N_("how satisfied they are"), NULL},
    {0, "nps", OPT_INT, FIELD(answer_args, nps), "0-10", N_("whether they would recommend it"),
     NULL},
    {0, "question", OPT_LIST, FIELD(answer_args, questions), "NAME=MARK",
     N_("another question, as effect=4; may be given again"), NULL},
    {0, "note", OPT_TEXT, FIELD(answer_args, note), "TEXT", N_("their own words; sealed"), NULL},
    {0, "at", OPT_MOMENT, FIELD(answer_args, at), "TIME", N_("when (now)"), NULL},
    {0},
};
static const struct operand answer_operands[] = {
    {"CODE", true, false, FIELD(answer_args, asked), N_("the message or task that asked"), NULL},
    {0},
};
static const char *const stats_by[] = {"step",  "project", "staff", "doctor",
                                       "store", "month",   "all",   NULL};
static const struct opt stats_options[] = {
    {'b', "by", OPT_CHOICE, FIELD(stats_args, by), "WHAT",
     N_("step, project, staff, doctor, store, month or all (step)"), stats_by},
    {'f', "from", OPT_DAY, FIELD(stats_args, from), "DAY", N_("due from this day on (30 days ago)"),
     NULL},
    {'t', "to", OPT_DAY, FIELD(stats_args, to), "DAY", N_("due before this day (tomorrow)"), NULL},
    {'k', "kind", OPT_CHOICE, FIELD(stats_args, kind), "KIND",
     N_("tasks of this kind alone (calls, care, evaluations and surveys)"), task_kinds},
    {0},
};
