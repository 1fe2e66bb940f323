/* medi-visit: the way of a visit, from arrival to evaluation, and the gates before a treatment. The verbs are in bin/visit. */
#include "bin/visit/verbs.h"
#include "cli/scanned.h"

#define FIELD(type, field) offsetof(struct type, field)
#define EXAMPLES(...) (const char *const[]){__VA_ARGS__, NULL}

#include "bin/visit/options_catalogue.h"
#include "bin/visit/options_after.h"
#include "bin/visit/options_journey.h"

/* ---- before and at the treatment: options ------------------------------------------------------------------ */

static const char *const verdicts[] = {"fit", "unfit", "postponed", NULL};
static const char *const exam_results[] = {"pending", "normal", "acceptable", "abnormal", NULL};
static const char *const amendment_kinds[] = {"correction", "addition", "late-note", NULL};

static const struct opt assess_options[] = {
    {'p', "project", OPT_TEXT, FIELD(assess_args, project), "PROJECT", N_("the project that it is for"), NULL},
    {0, "doctor", OPT_TEXT, FIELD(assess_args, doctor), "STAFF", N_("who assesses (default: whose account this is)"), NULL},
    {0, "verdict", OPT_CHOICE, FIELD(assess_args, verdict), "WORD", N_("fit, unfit or postponed"), verdicts},
    {0, "in-person", OPT_FLAG, FIELD(assess_args, in_person), NULL, N_("the doctor saw the client in person"), NULL},
    {0, "at", OPT_MOMENT, FIELD(assess_args, at), "TIME", N_("when (default: now)"), NULL},
    {0, "valid-to", OPT_DAY, FIELD(assess_args, valid_to), "DAY", N_("its last day (default: visit.assessment_days)"), NULL},
    {0, "history", OPT_TEXT, FIELD(assess_args, history), "TEXT", N_("history of illness and treatment"), NULL},
    {0, "allergy", OPT_TEXT, FIELD(assess_args, allergy), "TEXT", N_("allergies"), NULL},
    {0, "expectation", OPT_TEXT, FIELD(assess_args, expectation), "TEXT", N_("what the client expects"), NULL},
    {0, "finding", OPT_TEXT, FIELD(assess_args, finding), "TEXT", N_("what was found"), NULL},
    {0, "reason", OPT_TEXT, FIELD(assess_args, reason), "TEXT", N_("why the client does not fit, or has to wait"), NULL},
    {0, "code", OPT_TEXT, FIELD(assess_args, code), "CODE", N_("its number (default: made)"), NULL},
    {0},
};
static const struct operand assess_operands[] = {
    {"VISIT", false, false, FIELD(assess_args, visit), N_("code of the visit"), NULL}, {0}};

static const struct opt exam_options[] = {
    {0, "kind", OPT_TEXT, FIELD(exam_args, kind), "KIND", N_("the examination, as the project requires it"), NULL},
    {0, "taken", OPT_MOMENT, FIELD(exam_args, taken), "TIME", N_("when the sample was taken (default: now)"), NULL},
    {0, "result", OPT_CHOICE, FIELD(exam_args, result), "WORD", N_("pending, normal, acceptable or abnormal (default: pending)"), exam_results},
    {0, "judge", OPT_TEXT, FIELD(exam_args, judge), "CODE", N_("give the result of one that is pending"), NULL},
    {0, "staff", OPT_TEXT, FIELD(exam_args, staff), "STAFF", N_("who judged it (default: whose account this is)"), NULL},
    {0, "finding", OPT_TEXT, FIELD(exam_args, finding), "TEXT", N_("what was found"), NULL},
    {0, "proof", OPT_TEXT, FIELD(exam_args, proof), "TEXT", N_("where the report is"), NULL},
    {0, "code", OPT_TEXT, FIELD(exam_args, code), "CODE", N_("its number (default: made)"), NULL},
    {0},
};
static const struct operand exam_operands[] = {
    {"VISIT", true, false, FIELD(exam_args, visit), N_("code of the visit"), NULL}, {0}};

static const struct opt consent_options[] = {
    {'p', "project", OPT_TEXT, FIELD(sign_args, project), "PROJECT", N_("the project that it is for"), NULL},
    {0, "form", OPT_TEXT, FIELD(sign_args, form), "CODE", N_("the version that was signed (default: the one in force)"), NULL},
    {0, "signer", OPT_CHOICE, FIELD(sign_args, signer), "WORD", N_("client or guardian (default: client)"), signers},
    {0, "guardian", OPT_TEXT, FIELD(sign_args, guardian), "TEXT", N_("the guardian's name and relation"), NULL},
    {0, "at", OPT_MOMENT, FIELD(sign_args, at), "TIME", N_("when it was signed, or withdrawn (default: now)"), NULL},
    {0, "staff", OPT_TEXT, FIELD(sign_args, staff), "STAFF", N_("who explained it (default: whose account this is)"), NULL},
    {0, "proof", OPT_TEXT, FIELD(sign_args, proof), "TEXT", N_("where the signed paper is"), NULL},
    {0, "withdraw", OPT_TEXT, FIELD(sign_args, withdraw), "CODE", N_("the client takes back this signature"), NULL},
    {0, "code", OPT_TEXT, FIELD(sign_args, code), "CODE", N_("its number (default: made)"), NULL},
    {0},
};
static const struct operand consent_operands[] = {
    {"VISIT", true, false, FIELD(sign_args, visit), N_("code of the visit"), NULL}, {0}};

static const struct opt check_options[] = {
    {'p', "project", OPT_TEXT, FIELD(check_args, project), "PROJECT", N_("the project that it is for"), NULL},
    {0, "item", OPT_TEXT, FIELD(check_args, item), "ITEM", N_("the item"), NULL},
    {0, "lot", OPT_TEXT, FIELD(check_args, lot), "LOT", N_("its lot, or what is scanned off the pack; - for stdin"), NULL},
    {0, "unit", OPT_TEXT, FIELD(check_args, unit), "CODE", N_("the serial number of the unit, or what is scanned"), NULL},
    {0, "confirmed", OPT_FLAG, FIELD(check_args, confirmed), NULL, N_("the client confirmed it"), NULL},
    {0, "confirm", OPT_TEXT, FIELD(check_args, confirm), "CODE", N_("the client confirms this check"), NULL},
    {0, "at", OPT_MOMENT, FIELD(check_args, at), "TIME", N_("when (default: now)"), NULL},
    {0, "staff", OPT_TEXT, FIELD(check_args, staff), "STAFF", N_("who checked it (default: whose account this is)"), NULL},
    {0, "code", OPT_TEXT, FIELD(check_args, code), "CODE", N_("its number (default: made)"), NULL},
    {0},
};
static const struct operand check_operands[] = {
    {"VISIT", true, false, FIELD(check_args, visit), N_("code of the visit"), NULL}, {0}};

static const struct opt treat_options[] = {
    {'p', "project", OPT_TEXT, FIELD(treat_args, project), "PROJECT", N_("what is done"), NULL},
    {0, "operator", OPT_TEXT, FIELD(treat_args, operator), "STAFF", N_("who does it (default: the visit's doctor)"), NULL},
    {0, "doctor", OPT_TEXT, FIELD(treat_args, doctor), "STAFF", N_("the doctor who answers for it (default: the operator, if a doctor)"), NULL},
    {0, "nurse", OPT_TEXT, FIELD(treat_args, nurse), "STAFF", N_("the nurse who assists"), NULL},
    {0, "hand", OPT_LIST, FIELD(treat_args, hands), "STAFF[:PART[:SHARE]]", N_("who else takes part: operator, assistant, anaesthetist or nurse, and their share of the work in thousandths"), NULL},
    {0, "device", OPT_TEXT, FIELD(treat_args, device), "CODE", N_("the device (default: the only one of the kind)"), NULL},
    {0, "room", OPT_TEXT, FIELD(treat_args, room), "ROOM", N_("the room"), NULL},
    {'u', "use", OPT_LIST, FIELD(treat_args, uses), "ITEM=QUANTITY[@LOT][#UNIT]", N_("what is used, in the smallest unit (default: the project's kit)"), NULL},
    {0, "quantity", OPT_INT, FIELD(treat_args, quantity), "N", N_("how many treatments it counts (default: 1)"), NULL},
    {0, "start", OPT_MOMENT, FIELD(treat_args, start), "TIME", N_("when it began (default: now)"), NULL},
    {0, "until", OPT_MOMENT, FIELD(treat_args, until), "TIME", N_("when it ended (default: it is under way)"), NULL},
    {0, "end", OPT_TEXT, FIELD(treat_args, end), "CODE", N_("end this treatment (--until, default: now)"), NULL},
    {0, "stopped", OPT_FLAG, FIELD(treat_args, stopped), NULL, N_("with --end: it was broken off"), NULL},
    {0, "prepaid", OPT_TEXT, FIELD(treat_args, prepaid), "CODE", N_("the prepaid balance that it draws on, or auto"), NULL},
    {0, "recognised", OPT_MONEY, FIELD(treat_args, recognised), "AMOUNT", N_("the revenue that it consumes, without a balance"), NULL},
    {0, "order", OPT_TEXT, FIELD(treat_args, order), "CODE", N_("the contract or order that it belongs to"), NULL},
    {0, "note", OPT_TEXT, FIELD(treat_args, note), "TEXT", N_("a note; no personal data belongs there"), NULL},
    {0, "override", OPT_TEXT, FIELD(treat_args, override), "REASON", N_("an emergency: pass over what is missing, with a second person's consent"), NULL},
    {0, "code", OPT_TEXT, FIELD(treat_args, code), "CODE", N_("its number (default: made)"), NULL},
    {0},
};
static const struct operand treat_operands[] = {
    {"VISIT", true, false, FIELD(treat_args, visit), N_("code of the visit"), NULL}, {0}};

static const struct opt amend_options[] = {
    {0, "kind", OPT_CHOICE, FIELD(amend_args, kind), "WORD", N_("correction, addition or late-note (default: addition)"), amendment_kinds},
    {0, "what", OPT_TEXT, FIELD(amend_args, what), "TEXT", N_("what is added to the record"), NULL},
    {0, "reason", OPT_TEXT, FIELD(amend_args, reason), "TEXT", N_("why"), NULL},
    {0, "undo", OPT_LIST, FIELD(amend_args, undo), "LINE", N_("take back this line of what was used"), NULL},
    {'u', "use", OPT_LIST, FIELD(amend_args, uses), "ITEM=QUANTITY[@LOT][#UNIT]", N_("what was used besides, or instead"), NULL},
    {0, "staff", OPT_TEXT, FIELD(amend_args, staff), "STAFF", N_("who adds it (default: whose account this is)"), NULL},
    {0, "at", OPT_MOMENT, FIELD(amend_args, at), "TIME", N_("when (default: now)"), NULL},
    {0, "code", OPT_TEXT, FIELD(amend_args, code), "CODE", N_("its number (default: made)"), NULL},
    {0},
};
static const struct operand amend_operands[] = {
    {"TREATMENT", false, false, FIELD(amend_args, treatment), N_("code of the treatment"), NULL}, {0}};

static const struct opt retract_options[] = {
    {0, "reason", OPT_TEXT, FIELD(amend_args, reason), "TEXT", N_("why"), NULL},
    {0, "what", OPT_TEXT, FIELD(amend_args, what), "TEXT", N_("what the record says of it (default: the reason)"), NULL},
    {0, "staff", OPT_TEXT, FIELD(amend_args, staff), "STAFF", N_("who retracts it (default: whose account this is)"), NULL},
    {0, "code", OPT_TEXT, FIELD(amend_args, code), "CODE", N_("its number (default: made)"), NULL},
    {0},
};

static const struct opt next_options[] = {
    {'p', "project", OPT_LIST, FIELD(next_args, projects), "PROJECT", N_("what is to be done (default: what the visit is about)"), NULL},
    {0, "operator", OPT_TEXT, FIELD(next_args, operator), "STAFF", N_("who will do it (default: the visit's doctor)"), NULL},
    {0, "nurse", OPT_TEXT, FIELD(next_args, nurse), "STAFF", N_("the nurse who will assist"), NULL},
    {0, "device", OPT_TEXT, FIELD(next_args, device), "CODE", N_("the device (default: the only one of the kind)"), NULL},
    {'u', "use", OPT_LIST, FIELD(next_args, uses), "ITEM=QUANTITY[@LOT][#UNIT]", N_("what will be used (default: the project's kit)"), NULL},
    {0, "at", OPT_MOMENT, FIELD(next_args, at), "TIME", N_("when it is to begin (default: now)"), NULL},
    {0},
};
static const struct operand next_operands[] = {
    {"VISIT", false, false, FIELD(next_args, visit), N_("code of the visit"), NULL}, {0}};


/* ---- SOP: options ------------------------------------------------------------------------------------------- */

static const struct opt sop_done_options[] = {
    {0, "at", OPT_MOMENT, FIELD(sop_done_args, at), "TIME", N_("when it was done (now)"), NULL},
    {0, "staff", OPT_TEXT, FIELD(sop_done_args, staff), "CODE", N_("who did it"), NULL},
    {0, "proof", OPT_TEXT, FIELD(sop_done_args, proof), "TEXT", N_("what shows it: a picture, a sheet"), NULL},
    {0},
};
static const struct operand sop_done_operands[] = {
    {"VISIT", false, false, FIELD(sop_done_args, visit), N_("code of the visit"), NULL},
    {"ACTION", false, true, FIELD(sop_done_args, actions), N_("what was done, as `sop list` names it"), NULL},
    {0},
};

static const struct opt sop_show_options[] = {
    {0, "all", OPT_FLAG, FIELD(sop_show_args, all), NULL, N_("also what this visit does not need"), NULL},
    {0},
};
static const struct operand sop_show_operands[] = {
    {"VISIT", false, false, FIELD(sop_show_args, visit), N_("code of the visit"), NULL},
    {0},
};

static const struct opt sop_list_options[] = {
    {'p', "project", OPT_TEXT, FIELD(sop_list_args, project), "CODE", N_("as it is for this project"), NULL},
    {'k', "kind", OPT_CHOICE, FIELD(sop_list_args, kind), "KIND", N_("as it is for projects of this kind"), project_kinds},
    {0},
};

static const struct opt sop_report_options[] = {
    {'b', "by", OPT_TEXT, FIELD(sop_report_args, by), "CUTS", N_("store, month, project, staff, stage, action, visit, or several with commas (stage)"), NULL},
    {'f', "from", OPT_DAY, FIELD(sop_report_args, from), "DAY", N_("first day of the visits"), NULL},
    {'t', "to", OPT_DAY, FIELD(sop_report_args, to), "DAY", N_("the day after the last"), NULL},
    {'w', "worst", OPT_INT, FIELD(sop_report_args, worst), "N", N_("only the N with the lowest conformance, the worst first"), NULL},
    {0},
};


/* ---- verbs, in the order of a visit ------------------------------------------------------------------------ */

static const struct verb verbs[] = {
    /* ---- catalogue ---- */
    {.name = "project list", .summary = N_("list the projects"), .mode = DB_READ, .run = cli_list,
     .query = SQL_VISIT_CATALOGUE_PROJECT_LIST, .args_size = sizeof(struct project_args),
     .options = project_list_options, .flags = VERB_EXIT_ROWS | VERB_ANY_STORE,
     .examples = EXAMPLES("medi-visit project list",
                          "medi-visit project list --kind laser --all")},
    {.name = "project show", .summary = N_("show what a project needs and uses"), .mode = DB_READ,
     .run = cmd_project_show, .query = SQL_VISIT_CATALOGUE_PROJECT_SHOW, .args_size = sizeof(struct project_args),
     .operands = project_operands, .flags = VERB_ANY_STORE,
     .examples = EXAMPLES("medi-visit project show P01",
                          "medi-visit project show P01 -o json")},
    {.name = "project add", .summary = N_("add a project"), .mode = DB_WRITE, .run = cmd_project_add,
     .args_size = sizeof(struct project_args), .options = project_options, .operands = project_operands,
     .examples = EXAMPLES("medi-visit project add P02 --name 眉间除皱 --kind injection --department 美容皮肤科 --licence physician",
                          "medi-visit project add P03 --name 强脉冲光 --kind laser --device-kind 强脉冲光 --cycle-days 30 --contract no")},
    {.name = "project edit", .summary = N_("change a project"), .mode = DB_WRITE, .run = cmd_project_edit,
     .args_size = sizeof(struct project_args), .options = project_options, .operands = project_operands,
     .examples = EXAMPLES("medi-visit project edit P01 --consent laser --ladder default",
                          "medi-visit project edit P02 --active no")},
    {.name = "exam require", .summary = N_("say that a project needs an examination before it"), .mode = DB_WRITE,
     .run = cmd_exam_require, .args_size = sizeof(struct need_args), .options = exam_require_options,
     .operands = exam_need_operands,
     .examples = EXAMPLES("medi-visit exam require P01 blood-routine --days 14",
                          "medi-visit exam require P01 coagulation --days 30")},
    {.name = "exam unrequire", .summary = N_("say that it does not need it any more"), .mode = DB_WRITE,
     .run = cmd_exam_unrequire, .args_size = sizeof(struct need_args), .operands = exam_need_operands,
     .examples = EXAMPLES("medi-visit exam unrequire P01 coagulation",
                          "medi-visit exam unrequire P01 blood-routine")},
    {.name = "kit add", .summary = N_("say what a project uses of an item"), .mode = DB_WRITE, .run = cmd_kit_add,
     .args_size = sizeof(struct need_args), .options = kit_options, .operands = kit_operands, .before = cli_scanned_items,
     .examples = EXAMPLES("medi-visit kit add P01 I01 --quantity 40",
                          "medi-visit kit add P01 I02 --quantity 1 --optional")},
    {.name = "kit drop", .summary = N_("say that it does not use it any more"), .mode = DB_WRITE, .run = cmd_kit_drop,
     .args_size = sizeof(struct need_args), .operands = kit_operands, .before = cli_scanned_items,
     .examples = EXAMPLES("medi-visit kit drop P01 I02",
                          "medi-visit kit drop P01 I01 -n")},
    {.name = "indication add", .summary = N_("say that the registration of an item covers a project"), .mode = DB_WRITE,
     .run = cmd_indication_add, .args_size = sizeof(struct need_args), .options = indication_options,
     .operands = indication_operands, .before = cli_scanned_items,
     .examples = EXAMPLES("medi-visit indication add I01 P01 --says 中重度眉间纹",
                          "medi-visit indication add I01 P02 --says 中重度眉间纹")},
    {.name = "indication drop", .summary = N_("say that it does not cover it any more"), .mode = DB_WRITE,
     .run = cmd_indication_drop, .args_size = sizeof(struct need_args), .operands = indication_operands, .before = cli_scanned_items,
     .examples = EXAMPLES("medi-visit indication drop I01 P02",
                          "medi-visit indication drop I01 P01 -n")},
    {.name = "form add", .summary = N_("add a version of a consent form"), .mode = DB_WRITE, .run = cmd_form_add,
     .args_size = sizeof(struct form_args), .options = form_options, .operands = form_operands,
     .examples = EXAMPLES("medi-visit form add F01-1 --series laser --edition 1 --name 光电知情同意书 --from 2026-01-01",
                          "medi-visit form add F01-2 --series laser --edition 2 --name 光电知情同意书 --from 2026-07-01 --proof 柜1")},
    {.name = "form edit", .summary = N_("change a version of a consent form"), .mode = DB_WRITE, .run = cmd_form_edit,
     .args_size = sizeof(struct form_args), .options = form_options, .operands = form_operands,
     .examples = EXAMPLES("medi-visit form edit F01-1 --to 2026-06-30",
                          "medi-visit form edit F01-2 --proof 柜2")},
    {.name = "package add", .summary = N_("add a package"), .mode = DB_WRITE, .run = cmd_package_add,
     .args_size = sizeof(struct package_args), .options = package_options, .operands = package_operands,
     .examples = EXAMPLES("medi-visit package add G01 --name 光子两次卡 --price 2980 --floor 2400 --from 2026-07-01 --months 12",
                          "medi-visit package add G02 --name 新客体验 --price 99 --from 2026-07-01 --trial yes")},
    {.name = "package edit", .summary = N_("change a package"), .mode = DB_WRITE, .run = cmd_package_edit,
     .args_size = sizeof(struct package_args), .options = package_options, .operands = package_operands,
     .examples = EXAMPLES("medi-visit package edit G01 --to 2026-12-31",
                          "medi-visit package edit G02 --active no")},
    {.name = "package line", .summary = N_("say how often a project is in a package"), .mode = DB_WRITE,
     .run = cmd_package_line, .args_size = sizeof(struct package_line_args), .options = package_line_options,
     .operands = package_line_operands,
     .examples = EXAMPLES("medi-visit package line G01 P01 --quantity 2 --share 1490",
                          "medi-visit package line G02 P01 --share 99")},
    {.name = "package list", .summary = N_("list the packages and what is in them"), .mode = DB_READ, .run = cli_list,
     .query = SQL_VISIT_CATALOGUE_PACKAGE_LIST, .args_size = sizeof(struct package_args),
     .options = package_list_options, .flags = VERB_EXIT_ROWS | VERB_ANY_STORE,
     .examples = EXAMPLES("medi-visit package list",
                          "medi-visit package list --all -o json")},
    {.name = "price add", .summary = N_("add a price of the chain, or (-s) of a store"), .mode = DB_WRITE,
     .run = cmd_price_add, .args_size = sizeof(struct price_args), .options = price_options,
     .operands = price_operands, .flags = VERB_OF_STORE,
     .examples = EXAMPLES("medi-visit price add P01 --amount 1980 --floor 1280 --from 2026-01-01",
                          "medi-visit price add P01 -s S01 --channel dianping --amount 1680 --floor 1280 --from 2026-09-01 --to 2026-12-31")},
    {.name = "price list", .summary = N_("show what projects cost on a day"), .mode = DB_READ, .run = cmd_price_list,
     .args_size = sizeof(struct price_list_args), .options = price_list_options, .operands = price_list_operands,
     .flags = VERB_EXIT_ROWS | VERB_ANY_STORE,
     .examples = EXAMPLES("medi-visit price list P01 -s S01 --channel dianping",
                          "medi-visit price list --all")},

    /* ---- the journey to the contract ---- */
    {.name = "arrive", .summary = N_("note that a client has come"), .mode = DB_WRITE, .run = cmd_arrive,
     .args_size = sizeof(struct arrive_args), .options = arrive_options, .operands = arrive_operands,
     .flags = VERB_OF_STORE,
     .examples = EXAMPLES("medi-visit arrive -s S01 C0001 --purpose consult --code V0101",
                          "medi-visit arrive -s S01 C0002 --channel friend --consultant Q01 --code V0102")},
    {.name = "list", .summary = N_("list visits, and how long each waited"), .mode = DB_READ, .run = cmd_visit_list,
     .query = SQL_VISIT_JOURNEY_LIST, .args_size = sizeof(struct visit_list_args), .options = visit_list_options,
     .flags = VERB_EXIT_ROWS | VERB_OF_STORE,
     .examples = EXAMPLES("medi-visit list -s S01 --open",
                          "medi-visit list --from-day 2026-07-01 --to-day 2026-09-30")},
    {.name = "consult", .summary = N_("note a consultation; the wait is over"), .mode = DB_WRITE, .run = cmd_consult,
     .args_size = sizeof(struct consult_args), .options = consult_options, .operands = consult_operands,
     .flags = VERB_OF_STORE,
     .examples = EXAMPLES("medi-visit consult -s S01 V0101 --consultant Q01 --doctor D01 --need 淡斑 --expectation 均匀 --concern 反黑 --budget 3000",
                          "medi-visit consult -s S01 --edit K0002 --outcome deal")},
    {.name = "objection", .summary = N_("note a doubt, and get the standard answer"), .mode = DB_WRITE, .run = cmd_objection,
     .args_size = sizeof(struct objection_args), .options = objection_options, .operands = objection_operands,
     .flags = VERB_OF_STORE,
     .examples = EXAMPLES("medi-visit objection -s S01 V0101 --kind price --note 太贵",
                          "medi-visit objection -s S01 V0101 --kind pain --resolved")},
    {.name = "notice", .summary = N_("note that the client was told"), .mode = DB_WRITE, .run = cmd_notice,
     .args_size = sizeof(struct notice_args), .options = notice_options, .operands = notice_operands,
     .flags = VERB_OF_STORE,
     .examples = EXAMPLES("medi-visit notice -s S01 V0101 --kind risk --project P01 --acknowledged --proof 告知书1",
                          "medi-visit notice -s S01 V0101 --kind price --acknowledged")},
    {.name = "plan", .summary = N_("propose a plan, revise it, or note the client's word"), .mode = DB_WRITE,
     .run = cmd_plan, .args_size = sizeof(struct plan_args), .options = plan_options, .operands = plan_operands,
     .flags = VERB_OF_STORE,
     .examples = EXAMPLES("medi-visit plan -s S01 V0101 --line 'P01*2' --doctor D01 --code PL01",
                          "medi-visit plan -s S01 --agree PL01")},
    {.name = "contract draft", .summary = N_("draft a contract at the prices of the day"), .mode = DB_WRITE,
     .run = cmd_contract_draft, .args_size = sizeof(struct draft_args), .options = draft_options,
     .flags = VERB_OF_STORE,
     .examples = EXAMPLES("medi-visit contract draft -s S01 --visit V0101 --line 'P01*2' --gift P03 --plan PL01 --code HT01",
                          "medi-visit contract draft -s S01 --client C0002 --package G01=2680")},
    {.name = "contract review", .summary = N_("note that a contract was reviewed"), .mode = DB_WRITE,
     .run = cmd_contract_review, .args_size = sizeof(struct contract_args), .options = review_options,
     .operands = contract_operands, .flags = VERB_OF_STORE,
     .examples = EXAMPLES("medi-visit contract review -s S01 HT90 --staff D01",
                          "medi-visit contract review -s S01 HT91 --staff D01")},
    {.name = "contract sign", .summary = N_("note that a contract was signed"), .mode = DB_WRITE,
     .run = cmd_contract_sign, .args_size = sizeof(struct contract_args), .options = sign_options,
     .operands = contract_operands, .flags = VERB_OF_STORE,
     .examples = EXAMPLES("medi-visit contract sign -s S01 HT90 --proof 柜3-17",
                          "medi-visit contract sign -s S01 HT91 --signer guardian --proof 柜3-18")},
    {.name = "contract cancel", .summary = N_("call a contract off"), .mode = DB_WRITE, .run = cmd_contract_cancel,
     .args_size = sizeof(struct contract_args), .options = cancel_options, .operands = contract_operands,
     .flags = VERB_OF_STORE,
     .examples = EXAMPLES("medi-visit contract cancel -s S01 HT91 --reason 客户改期 -n",
                          "medi-visit contract cancel -s S01 HT91 --reason 客户改期")},

    /* ---- money ---- */
    {.name = "pay", .summary = N_("take a payment or a deposit"), .mode = DB_WRITE, .run = cmd_pay,
     .args_size = sizeof(struct pay_args), .options = pay_options, .operands = pay_operands, .flags = VERB_OF_STORE,
     .examples = EXAMPLES("medi-visit pay -s S01 HT90 --amount 3960 --method 微信",
                          "medi-visit pay -s S01 --client C0001 --deposit --amount 500 --order O0009")},
    {.name = "balance", .summary = N_("list what clients have left of what they bought"), .mode = DB_READ,
     .run = cli_list, .query = SQL_VISIT_SELL_BALANCE_LIST, .args_size = sizeof(struct balance_args),
     .options = balance_options, .operands = balance_operands, .flags = VERB_EXIT_ROWS | VERB_OF_STORE,
     .examples = EXAMPLES("medi-visit balance C0001",
                          "medi-visit balance -s S01 --all -o csv")},
    {.name = "refund", .summary = N_("give money back, with the balances that it stands for"), .mode = DB_WRITE,
     .run = cmd_refund, .args_size = sizeof(struct refund_args), .options = refund_options,
     .operands = refund_operands, .flags = VERB_OF_STORE,
     .examples = EXAMPLES("medi-visit refund -s S01 O0009 --reason 客户改期",
                          "medi-visit refund -s S01 HT90 --return 'B20260915-0001*1' --reason 过敏")},
    {.name = "close", .summary = N_("note that the client has left"), .mode = DB_WRITE, .run = cmd_close,
     .args_size = sizeof(struct close_args), .options = close_options, .operands = close_operands,
     .flags = VERB_OF_STORE,
     .examples = EXAMPLES("medi-visit close -s S01 V0101",
                          "medi-visit close -s S01 V0102 --at 2026-09-15T12:00")},

    /* ---- before and at the treatment ---- */
    {.name = "assess", .summary = N_("record a doctor's assessment before a treatment"), .mode = DB_WRITE, .run = cmd_assess,
     .args_size = sizeof(struct assess_args), .options = assess_options, .operands = assess_operands, .flags = VERB_OF_STORE,
     .examples = EXAMPLES("medi-visit assess V0090 -s S01 -p P90 --doctor D01 --in-person --verdict fit --allergy 无",
                          "medi-visit assess V0090 -s S01 -p P01 --doctor D01 --verdict unfit --reason 妊娠期")},
    {.name = "exam", .summary = N_("record an examination before a treatment, or its result"), .mode = DB_WRITE, .run = cmd_exam,
     .args_size = sizeof(struct exam_args), .options = exam_options, .operands = exam_operands, .flags = VERB_OF_STORE,
     .examples = EXAMPLES("medi-visit exam V0090 -s S01 --kind blood-routine --code EX90 --proof LIS-8812",
                          "medi-visit exam -s S01 --judge EX90 --result acceptable --staff D01")},
    {.name = "consent", .summary = N_("record a signature under a consent form, or its withdrawal"), .mode = DB_WRITE, .run = cmd_consent,
     .args_size = sizeof(struct sign_args), .options = consent_options, .operands = consent_operands, .flags = VERB_OF_STORE,
     .examples = EXAMPLES("medi-visit consent V0090 -s S01 -p P90 --code SG90 --staff D01 --proof 'archive 2026-0915'",
                          "medi-visit consent -s S01 --withdraw SG90",
                          "medi-visit consent V0090 -s S01 -p P90 --form F90 --signer client --proof 'archive 2026-0916'")},
    {.name = "verify-product", .summary = N_("check a product against its lot, and have the client confirm it"), .mode = DB_WRITE,
     .run = cmd_verify_product, .args_size = sizeof(struct check_args), .options = check_options, .operands = check_operands,
     .flags = VERB_OF_STORE,
     .examples = EXAMPLES("medi-visit verify-product V0090 -s S01 -p P90 --item I90 --lot L90 --code PC90",
                          "medi-visit verify-product -s S01 --confirm PC90")},
    {.name = "next", .summary = N_("print what is still missing before a treatment, and who brings it"), .mode = DB_READ, .run = cmd_next,
     .args_size = sizeof(struct next_args), .options = next_options, .operands = next_operands, .flags = VERB_OF_STORE,
     .examples = EXAMPLES("medi-visit next V0090 -s S01 -p P90 --operator D01", "medi-visit next V0090 -s S01 -p P90 --operator D01 -o json")},
    {.name = "treat", .summary = N_("record a treatment with what it uses, if every gate is open"), .mode = DB_WRITE, .run = cmd_treat,
     .args_size = sizeof(struct treat_args), .options = treat_options, .operands = treat_operands, .flags = VERB_OF_STORE,
     .examples = EXAMPLES("medi-visit treat V0090 -s S01 -p P90 --operator D01 --use I90=20@L90 --code T90",
                          "medi-visit treat -s S01 --end T90 --use I90=5")},
    {.name = "amend", .summary = N_("add to the record of a treatment what was wrong or missing"), .mode = DB_WRITE, .run = cmd_amend,
     .args_size = sizeof(struct amend_args), .options = amend_options, .operands = amend_operands, .flags = VERB_OF_STORE,
     .examples = EXAMPLES("medi-visit amend T90 -s S01 --staff D01 --what 'left side, 8 U' --reason 'side was missing'",
                          "medi-visit amend T90 -s S01 --staff D01 --kind correction --undo 2 --use I90=4 --what '4 U at the end, not 5' --reason 'read wrongly'")},
    {.name = "retract", .summary = N_("call a treatment entered in error: it never took place"), .mode = DB_WRITE, .run = cmd_retract,
     .args_size = sizeof(struct amend_args), .options = retract_options, .operands = amend_operands, .flags = VERB_OF_STORE,
     .examples = EXAMPLES("medi-visit retract T90 -s S01 --staff D01 --reason '录在了别人名下' -n")},

    /* ---- after the treatment ---- */
    {.name = "care", .summary = N_("record what the client is told after a treatment, and when they are seen again"), .mode = DB_WRITE,
     .run = cmd_care, .args_size = sizeof(struct care_args), .options = care_options, .operands = care_operands, .flags = VERB_OF_STORE,
     .examples = EXAMPLES("medi-visit care T80 -s S01 --staff D01 --proof 'sheet 12'",
                          "medi-visit care T80 -s S01 --next 2026-10-15 --advice '三天内不碰水'")},
    {.name = "evaluate", .summary = N_("judge the effect of a treatment, in the short or in the long term"), .mode = DB_WRITE,
     .run = cmd_evaluate, .args_size = sizeof(struct evaluate_args), .options = evaluate_options, .operands = evaluate_operands,
     .flags = VERB_OF_STORE,
     .examples = EXAMPLES("medi-visit evaluate T80 -s S01 --score 5",
                          "medi-visit evaluate T80 -s S01 --by staff --staff D01 --score 2 --cause 剂量不足 --remedy 再次治疗")},
    {.name = "adverse", .summary = N_("record a complication or an adverse event, with the deadline of its report"), .mode = DB_WRITE,
     .run = cmd_adverse, .args_size = sizeof(struct adverse_args), .options = adverse_options, .operands = adverse_operands,
     .flags = VERB_OF_STORE,
     .examples = EXAMPLES("medi-visit adverse T80 -s S01 --kind burn --grade 2 --code X80",
                          "medi-visit adverse -s S01 --client C0002 --kind 过敏 --grade 3 --found '2026-09-14 14:30' --confirmed-by D01 -n")},
    {.name = "adverse confirm", .summary = N_("a doctor confirms an adverse event, its kind and its grade"), .mode = DB_WRITE,
     .run = cmd_adverse_confirm, .args_size = sizeof(struct adverse_confirm_args), .options = adverse_confirm_options,
     .operands = adverse_confirm_operands, .flags = VERB_OF_STORE,
     .examples = EXAMPLES("medi-visit adverse confirm X80 -s S01 --doctor D01",
                          "medi-visit adverse confirm X80 -s S01 --doctor D01 --grade 1")},
    {.name = "adverse report", .summary = N_("record that an adverse event was reported to the authority"), .mode = DB_WRITE,
     .run = cmd_adverse_report, .args_size = sizeof(struct adverse_report_args), .options = adverse_report_options,
     .operands = adverse_report_operands, .flags = VERB_OF_STORE,
     .examples = EXAMPLES("medi-visit adverse report X80 -s S01 --to 市药监局 --number 2026-118 -n",
                          "medi-visit adverse report X80 -s S01 --to 市药监局 --number 2026-118 --at '2026-09-15 12:00'")},
    {.name = "adverse close", .summary = N_("close an adverse event with its outcome"), .mode = DB_WRITE, .run = cmd_adverse_close,
     .args_size = sizeof(struct adverse_close_args), .options = adverse_close_options, .operands = adverse_close_operands,
     .flags = VERB_OF_STORE,
     .examples = EXAMPLES("medi-visit adverse close X80 -s S01 --treated --outcome 已冷敷换药",
                          "medi-visit adverse close X80 -s S01 --outcome 痊愈")},
    {.name = "adverse list", .summary = N_("list complications and adverse events"), .mode = DB_READ, .run = cli_list,
     .args_size = sizeof(struct adverse_list_args), .options = adverse_list_options, .query = SQL_VISIT_ADVERSE_LIST,
     .flags = VERB_EXIT_ROWS | VERB_OF_STORE,
     .examples = EXAMPLES("medi-visit adverse list --late",
                          "medi-visit adverse list -s S01 --from 2026-07-01 --to 2026-10-01 -o csv")},
    {.name = "adverse due", .summary = N_("list reports to the authority that are due or late; exit 1 if any is"), .mode = DB_READ,
     .run = cmd_adverse_due, .args_size = sizeof(struct adverse_due_args), .options = adverse_due_options, .flags = VERB_OF_STORE,
     .examples = EXAMPLES("medi-visit adverse due",
                          "medi-visit adverse due -s S01 --days 7 --fail-on error")},
    {.name = "objection list", .summary = N_("show the handbook of doubts and their answers"), .mode = DB_NONE, .run = cmd_objection_list,
     .args_size = sizeof(struct objection_list_args), .options = objection_list_options, .operands = objection_list_operands,
     .examples = EXAMPLES("medi-visit objection list --kind price", "medi-visit objection list 我怕疼")},
    {.name = "show", .summary = N_("show everything of a visit in the order of time"), .mode = DB_READ, .run = cmd_visit_show,
     .args_size = sizeof(struct visit_show_args), .options = visit_show_options, .operands = visit_show_operands, .flags = VERB_OF_STORE,
     .examples = EXAMPLES("medi-visit show V0001 -s S01",
                          "medi-visit show V0001 -s S01 --reveal 'complaint of the client' -o json")},

    /* ---- SOP ---- */
    {.name = "sop list", .summary = N_("show the standard procedure: stages, actions, what decides each"), .mode = DB_NONE,
     .run = cmd_sop_list, .args_size = sizeof(struct sop_list_args), .options = sop_list_options,
     .examples = EXAMPLES("medi-visit sop list", "medi-visit sop list --kind surgery -o csv")},
    {.name = "sop done", .summary = N_("say that actions were done which leave no other record"), .mode = DB_WRITE,
     .run = cmd_sop_done, .args_size = sizeof(struct sop_done_args), .options = sop_done_options,
     .operands = sop_done_operands, .flags = VERB_OF_STORE,
     .examples = EXAMPLES("medi-visit sop done V0001 reception.greet reception.identity -s S01 --at '2026-07-03 10:02'",
                          "medi-visit sop done V0001 preparation.verify -s S01 --staff D01 --proof 'sheet 12'")},
    {.name = "sop show", .summary = N_("show what of the standard procedure a visit has, in time, late or not at all"), .mode = DB_READ,
     .run = cmd_sop_show, .args_size = sizeof(struct sop_show_args), .options = sop_show_options,
     .operands = sop_show_operands, .flags = VERB_OF_STORE,
     .examples = EXAMPLES("medi-visit sop show V0001 -s S01",
                          "medi-visit sop show V0001 -s S01 --all -o json")},
    {.name = "sop report", .summary = N_("count how visits kept to the standard procedure"), .mode = DB_READ,
     .run = cmd_sop_report, .args_size = sizeof(struct sop_report_args), .options = sop_report_options,
     .flags = VERB_OF_STORE | VERB_EXIT_ROWS,
     .examples = EXAMPLES("medi-visit sop report --from 2026-07-01 --to 2026-08-01",
                          "medi-visit sop report --by store,action --worst 10 --from 2026-07-01 --to 2026-10-01")},

    {.name = NULL},
};

static const struct tool tool = {
    .name = "medi-visit",
    .summary = N_("keep the way of a visit, from arrival to evaluation, and the gates before a treatment"),
    .verbs = verbs,
};

int
main(int argc, char **argv)
{
    return cli_main(&tool, argc, argv);
}
