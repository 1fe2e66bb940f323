/* medi-visit: the way of a visit, from arrival to evaluation, and the gates before a treatment. The verbs are in bin/visit. */
#include "bin/visit/verbs.h"

#define FIELD(type, field) offsetof(struct type, field)
#define EXAMPLES(...) (const char *const[]){__VA_ARGS__, NULL}

#include "bin/visit/options_catalogue.h"
#include "bin/visit/options_journey.h"

/* ---- before and at the treatment: options ------------------------------------------------------------------ */


/* ---- after the treatment: options --------------------------------------------------------------------------- */


/* ---- SOP: options ------------------------------------------------------------------------------------------- */


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
     .examples = EXAMPLES("medi-visit exam require P01 blood --days 14",
                          "medi-visit exam require P01 coagulation --days 30")},
    {.name = "exam unrequire", .summary = N_("say that it does not need it any more"), .mode = DB_WRITE,
     .run = cmd_exam_unrequire, .args_size = sizeof(struct need_args), .operands = exam_need_operands,
     .examples = EXAMPLES("medi-visit exam unrequire P01 coagulation",
                          "medi-visit exam unrequire P01 blood")},
    {.name = "kit add", .summary = N_("say what a project uses of an item"), .mode = DB_WRITE, .run = cmd_kit_add,
     .args_size = sizeof(struct need_args), .options = kit_options, .operands = kit_operands,
     .examples = EXAMPLES("medi-visit kit add P01 I01 --quantity 40",
                          "medi-visit kit add P01 I02 --quantity 1 --optional")},
    {.name = "kit drop", .summary = N_("say that it does not use it any more"), .mode = DB_WRITE, .run = cmd_kit_drop,
     .args_size = sizeof(struct need_args), .operands = kit_operands,
     .examples = EXAMPLES("medi-visit kit drop P01 I02",
                          "medi-visit kit drop P01 I01 -n")},
    {.name = "indication add", .summary = N_("say that the registration of an item covers a project"), .mode = DB_WRITE,
     .run = cmd_indication_add, .args_size = sizeof(struct need_args), .options = indication_options,
     .operands = indication_operands,
     .examples = EXAMPLES("medi-visit indication add I01 P01 --says 中重度眉间纹",
                          "medi-visit indication add I01 P02 --says 中重度眉间纹")},
    {.name = "indication drop", .summary = N_("say that it does not cover it any more"), .mode = DB_WRITE,
     .run = cmd_indication_drop, .args_size = sizeof(struct need_args), .operands = indication_operands,
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
    {.name = "show", .summary = N_("show the way of a visit, step by step"), .mode = DB_READ, .run = cmd_visit_show,
     .query = SQL_VISIT_JOURNEY_SHOW, .args_size = sizeof(struct close_args), .operands = close_operands,
     .flags = VERB_OF_STORE,
     .examples = EXAMPLES("medi-visit show -s S01 V0001",
                          "medi-visit show -s S01 V0001 -o json")},
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

    /* ---- after the treatment ---- */

    /* ---- SOP ---- */

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
