/* medi-complaint: complaints from opening to closing, with their clock. The verbs are in bin/complaint. */
#include "bin/complaint/verbs.h"

#define FIELD(type, field) offsetof(struct type, field)
#define EXAMPLES(...) (const char *const[]){__VA_ARGS__, NULL}

static const char *const ways[] = {"store", "phone", "wechat", "web", "letter", "authority", "media", NULL};
static const char *const states[] = {"open", "assigned", "responded", "investigated", "proposed", "agreed", "mediation", "compensated", "closed", NULL};
static const char *const severities[] = {"warning", "error", NULL};

/* ---- opening ------------------------------------------------------------------------------------------ */

static const struct opt open_options[] = {
    {0, "code", OPT_TEXT, FIELD(open_args, code), "CODE", N_("its code (one is made)"), NULL},
    {'c', "category", OPT_TEXT, FIELD(open_args, category), "CATEGORY", N_("what it is about: complaints.yaml"), NULL},
    {'w', "way", OPT_CHOICE, FIELD(open_args, way), "WAY", N_("how it came (store)"), ways},
    {0, "detail", OPT_TEXT, FIELD(open_args, detail), "TEXT", N_("what the client said; sealed"), NULL},
    {0, "severity", OPT_INT, FIELD(open_args, severity), "1-4", N_("how grave (that of the category)"), NULL},
    {0, "treatment", OPT_TEXT, FIELD(open_args, treatment), "CODE", N_("the treatment that it is about"), NULL},
    {0, "visit", OPT_TEXT, FIELD(open_args, visit), "CODE", N_("the visit that it is about"), NULL},
    {0, "about", OPT_TEXT, FIELD(open_args, about), "STAFF", N_("whom it is about"), NULL},
    {0, "product", OPT_TEXT, FIELD(open_args, product), "ITEM/LOT", N_("the product that it is about, by lot"), NULL},
    {0, "by", OPT_TEXT, FIELD(open_args, by), "STAFF", N_("who took it down (who runs this)"), NULL},
    {0, "at", OPT_MOMENT, FIELD(open_args, at), "TIME", N_("when it came (now)"), NULL},
    {0},
};
static const struct operand open_operands[] = {
    {"CLIENT", false, false, FIELD(open_args, client), N_("code of the client"), NULL},
    {0},
};

/* ---- steps -------------------------------------------------------------------------------------------- */

#define BY {0, "by", OPT_TEXT, FIELD(step_args, by), "STAFF", N_("who does it (who runs this)"), NULL}
#define AT {0, "at", OPT_MOMENT, FIELD(step_args, at), "TIME", N_("when it was done (now)"), NULL}
#define PROOF {0, "proof", OPT_TEXT, FIELD(step_args, proof), "TEXT", N_("where the papers are"), NULL}
#define NOTE(help) {0, "note", OPT_TEXT, FIELD(step_args, note), "TEXT", help, NULL}
#define AMOUNT(help) {0, "amount", OPT_MONEY, FIELD(step_args, amount), "YUAN", help, NULL}

static const struct operand step_operands[] = {
    {"COMPLAINT", false, false, FIELD(step_args, complaint), N_("code of the complaint"), NULL},
    {0},
};
static const struct opt assign_options[] = {
    {'t', "to", OPT_TEXT, FIELD(step_args, to), "STAFF", N_("the manager who answers for it from now on"), NULL},
    NOTE(N_("why; sealed")), BY, AT, {0},
};
static const struct opt respond_options[] = {
    {'w', "with", OPT_TEXT, FIELD(step_args, with), "STAFF", N_("the consultant beside (the client's own)"), NULL},
    NOTE(N_("what was said; sealed")), PROOF, BY, AT, {0},
};
static const struct opt note_options[] = {NOTE(N_("what was found or said; sealed")), PROOF, BY, AT, {0}};
static const struct opt propose_options[] = {
    NOTE(N_("what is offered; sealed")), AMOUNT(N_("the compensation that is offered (0)")), PROOF, BY, AT, {0}};
static const struct opt agree_options[] = {
    AMOUNT(N_("what is agreed (what was proposed)")), NOTE(N_("how; sealed")), PROOF, BY, AT, {0}};
static const struct opt mediate_options[] = {NOTE(N_("the third party, and what came of it; sealed")), PROOF, BY, AT, {0}};
static const struct opt compensate_options[] = {
    AMOUNT(N_("what is paid now")), NOTE(N_("how; sealed")), PROOF, BY, AT, {0}};
static const struct opt pause_options[] = {NOTE(N_("the reason; sealed")), BY, AT, {0}};
static const struct opt resume_options[] = {NOTE(N_("why; sealed")), BY, AT, {0}};
static const struct opt close_options[] = {
    {0, "improvement", OPT_TEXT, FIELD(step_args, improvement), "TEXT", N_("what is done so that it does not happen again"), NULL},
    {0, "reason", OPT_TEXT, FIELD(step_args, reason), "TEXT", N_("why there is no feedback; sealed"), NULL},
    PROOF, BY, AT, {0},
};

/* ---- lists -------------------------------------------------------------------------------------------- */

static const struct opt list_options[] = {
    {0, "state", OPT_CHOICE, FIELD(list_args, state), "STATE", N_("only those in this state"), states},
    {'c', "category", OPT_TEXT, FIELD(list_args, category), "CATEGORY", N_("only those of this category"), NULL},
    {0, "client", OPT_TEXT, FIELD(list_args, client), "CODE", N_("only those of this client"), NULL},
    {0, "owner", OPT_TEXT, FIELD(list_args, owner), "STAFF", N_("only those that this manager answers for"), NULL},
    {0, "open", OPT_FLAG, FIELD(list_args, open), NULL, N_("only those that are not closed"), NULL},
    {'f', "from", OPT_DAY, FIELD(list_args, from), "DAY", N_("opened from this day on"), NULL},
    {'t', "to", OPT_DAY, FIELD(list_args, to), "DAY", N_("opened before this day"), NULL},
    {0},
};
static const struct opt show_options[] = {
    {0, "reveal", OPT_TEXT, FIELD(show_args, reveal), "REASON", N_("show what was said; who and why is logged"), NULL},
    {0},
};
static const struct operand show_operands[] = {
    {"COMPLAINT", false, false, FIELD(show_args, complaint), N_("code of the complaint"), NULL},
    {0},
};
static const struct opt due_options[] = {
    {'a', "all", OPT_FLAG, FIELD(due_args, all), NULL, N_("those too that are not due yet or are paused"), NULL},
    {0, "fail-on", OPT_CHOICE, FIELD(due_args, fail_on), "SEVERITY", N_("exit 1 from this severity on (warning)"), severities},
    {0},
};
static const struct opt top_options[] = {
    {'m', "month", OPT_DAY, FIELD(top_args, month), "MONTH", N_("like 2026-09 (the last whole month)"), NULL},
    {0, "count", OPT_INT, FIELD(top_args, count), "N", N_("how many (3)"), NULL},
    {0},
};

/* ---- verbs ---------------------------------------------------------------------------------------------- */

#define STEP(verb_name, verb_summary, run_it, with_options) \
    .name = verb_name, .summary = verb_summary, .mode = DB_WRITE, .run = run_it, .args_size = sizeof(struct step_args), \
    .options = with_options, .operands = step_operands, .flags = VERB_OF_STORE

static const struct verb verbs[] = {
    {.name = "open", .summary = N_("take down a complaint; its clock begins"), .mode = DB_WRITE, .run = cmd_open, .args_size = sizeof(struct open_args),
     .options = open_options, .operands = open_operands, .flags = VERB_OF_STORE,
     .examples = EXAMPLES("medi-complaint open C0001 -s S01 --code CP1 -c price --detail 价格不符", "medi-complaint open C0002 -s S01 --code CP2 -c attitude --about Q01")},
    {STEP("assign", N_("say which manager answers for it"), cmd_assign, assign_options),
     .examples = EXAMPLES("medi-complaint assign CP1 -s S01 --to M09 --by M09", "medi-complaint assign CP2 -s S01 --to M09 --by M09")},
    {STEP("respond", N_("record the first response, by its owner with the client's consultant"), cmd_respond, respond_options),
     .examples = EXAMPLES("medi-complaint respond CP1 -s S01 --by M09 --with Q01 --note 已致电致歉", "medi-complaint respond CP2 -s S01 --by M09 --with Q01 --note 已当面致歉")},
    {STEP("pause", N_("stop its clock, with the reason"), cmd_pause, pause_options),
     .examples = EXAMPLES("medi-complaint pause CP1 -s S01 --by M09 --note 客户出国", "medi-complaint pause CP2 -s S01 --by M09 --note 等待鉴定")},
    {STEP("resume", N_("let its clock go on"), cmd_resume, resume_options),
     .examples = EXAMPLES("medi-complaint resume CP1 -s S01 --by M09", "medi-complaint resume CP2 -s S01 --by M09 --note 鉴定已出")},
    {STEP("investigate", N_("record what was found"), cmd_investigate, note_options),
     .examples = EXAMPLES("medi-complaint investigate CP1 -s S01 --by M09 --note 未写明日期", "medi-complaint investigate CP2 -s S01 --by D01 --note 情况属实")},
    {STEP("propose", N_("propose a solution to the client"), cmd_propose, propose_options),
     .examples = EXAMPLES("medi-complaint propose CP1 -s S01 --by M09 --amount 300 --note 退还差价", "medi-complaint propose CP2 -s S01 --by M09 --note 书面致歉")},
    {STEP("mediate", N_("record a session of third-party mediation"), cmd_mediate, mediate_options),
     .examples = EXAMPLES("medi-complaint mediate CP1 -s S01 --by M09 --note 市医调委", "medi-complaint mediate CP1 -s S01 --by M09 --note 第二次")},
    {STEP("agree", N_("record that the client agrees"), cmd_agree, agree_options),
     .examples = EXAMPLES("medi-complaint agree CP1 -s S01 --by M09 --amount 500 --proof 和解协议", "medi-complaint agree CP2 -s S01 --by M09")},
    {STEP("compensate", N_("record what is paid to the client"), cmd_compensate, compensate_options),
     .examples = EXAMPLES("medi-complaint compensate CP1 -s S01 --by M09 --amount 200 --proof 转账", "medi-complaint compensate CP1 -s S01 --by M09 --amount 300")},
    {STEP("feedback", N_("record what the client says of the outcome"), cmd_feedback, note_options),
     .examples = EXAMPLES("medi-complaint feedback CP1 -s S01 --by M09 --note 表示满意", "medi-complaint feedback CP1 -s S01 --by Q01 --note 愿意再来")},
    {STEP("close", N_("close it, with what is improved"), cmd_close, close_options),
     .examples = EXAMPLES("medi-complaint close CP1 -s S01 --by M09 --improvement 写明日期", "medi-complaint close CP2 -s S01 --by M09 --improvement 培训 --reason 失联")},
    {.name = "list", .summary = N_("list complaints as they stand"), .mode = DB_READ, .run = cli_list, .args_size = sizeof(struct list_args), .options = list_options,
     .query = SQL_COMPLAINT_LIST, .flags = VERB_EXIT_ROWS | VERB_OF_STORE,
     .examples = EXAMPLES("medi-complaint list --open", "medi-complaint list -s S01 --category price --from 2026-09-01 -o csv")},
    {.name = "show", .summary = N_("show a complaint's steps"), .mode = DB_READ, .run = cmd_show, .args_size = sizeof(struct show_args),
     .options = show_options, .operands = show_operands, .flags = VERB_OF_STORE,
     .examples = EXAMPLES("medi-complaint show CP1 -s S01", "medi-complaint show CP1 -s S01 --reveal 复核 -o json")},
    {.name = "due", .summary = N_("find complaints that are due soon or late, and who is to be told"), .mode = DB_READ, .run = cmd_due, .args_size = sizeof(struct due_args),
     .options = due_options, .flags = VERB_OF_STORE,
     .examples = EXAMPLES("medi-complaint due --all", "medi-complaint due -s S01 --fail-on error || echo too late")},
    {.name = "top", .summary = N_("print the categories with most complaints of a month"), .mode = DB_READ, .run = cmd_top, .args_size = sizeof(struct top_args),
     .options = top_options, .flags = VERB_EXIT_ROWS | VERB_OF_STORE,
     .examples = EXAMPLES("medi-complaint top --month 2026-09", "medi-complaint top --month 2026-09 --count 10 -s S01 -o csv")},
    {.name = "steps", .summary = N_("print which step may follow which, and who may take it"), .mode = DB_NONE, .run = cmd_steps,
     .examples = EXAMPLES("medi-complaint steps", "medi-complaint steps -o json")},
    {.name = NULL},
};

static const struct tool tool = {
    .name = "medi-complaint",
    .summary = N_("see complaints through, from opening to closing, within their time"),
    .verbs = verbs,
};

int
main(int argc, char **argv)
{
    return cli_main(&tool, argc, argv);
}
