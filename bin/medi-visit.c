/* medi-visit: the way of a visit, from arrival to evaluation, and the gates before a treatment. The verbs are in bin/visit. */
#include "bin/visit/verbs.h"

#define FIELD(type, field) offsetof(struct type, field)
#define EXAMPLES(...) (const char *const[]){__VA_ARGS__, NULL}

/* ---- catalogue: options -------------------------------------------------------------------------------- */

static const char *const yes_no[] = {"yes", "no", NULL};
static const char *const project_kinds[] = {"injection", "laser", "skin", "surgery", "dental", "care", "exam", "other", NULL};
static const char *const licence_kinds[] = {"physician", "chief-physician", "nurse", "pharmacist", "device", "other", NULL};

static const struct opt project_options[] = {
    {0, "name", OPT_TEXT, FIELD(project_args, name), "TEXT", N_("name of the project"), NULL},
    {0, "department", OPT_TEXT, FIELD(project_args, department), "TEXT", N_("the department that a store must be licensed for"), NULL},
    {0, "kind", OPT_CHOICE, FIELD(project_args, kind), "KIND", N_("what it is"), project_kinds},
    {0, "cycle-days", OPT_INT, FIELD(project_args, cycle_days), "DAYS", N_("the usual time until it is due again"), NULL},
    {0, "minutes", OPT_INT, FIELD(project_args, minutes), "MINUTES", N_("the usual length"), NULL},
    {0, "grade", OPT_INT, FIELD(project_args, grade), "1-4", N_("grade of the surgery"), NULL},
    {0, "licence", OPT_CHOICE, FIELD(project_args, licence), "KIND", N_("the licence that its operator needs"), licence_kinds},
    {0, "device-kind", OPT_TEXT, FIELD(project_args, device_kind), "KIND", N_("the kind of equipment that it needs"), NULL},
    {0, "contract", OPT_CHOICE, FIELD(project_args, contract), "YES|NO", N_("whether a signed contract is due before it (yes)"), yes_no},
    {0, "consent", OPT_TEXT, FIELD(project_args, consent), "SERIES", N_("the series of consent forms that is signed before it"), NULL},
    {0, "ladder", OPT_TEXT, FIELD(project_args, ladder), "NAME", N_("the follow-up ladder"), NULL},
    {0, "horizon-days", OPT_INT, FIELD(project_args, horizon_days), "DAYS", N_("a complication within them counts"), NULL},
    {0, "active", OPT_CHOICE, FIELD(project_args, active), "YES|NO", N_("whether it is sold (yes)"), yes_no},
    {0},
};
static const struct operand project_operands[] = {
    {"PROJECT", false, false, FIELD(project_args, code), N_("code of the project"), NULL},
    {0},
};
static const struct opt project_list_options[] = {
    {0, "kind", OPT_CHOICE, FIELD(project_args, kind), "KIND", N_("of this kind only"), project_kinds},
    {'a', "all", OPT_FLAG, FIELD(project_args, all), NULL, N_("also those that are not sold any more"), NULL},
    {0},
};

static const struct opt exam_require_options[] = {
    {0, "days", OPT_INT, FIELD(need_args, days), "DAYS", N_("for how many days a result holds"), NULL},
    {0},
};
static const struct operand exam_need_operands[] = {
    {"PROJECT", false, false, FIELD(need_args, project), N_("code of the project"), NULL},
    {"EXAM", false, false, FIELD(need_args, what), N_("kind of examination"), NULL},
    {0},
};
static const struct opt kit_options[] = {
    {0, "quantity", OPT_INT, FIELD(need_args, quantity), "N", N_("how much, in the smallest unit of the item"), NULL},
    {0, "optional", OPT_FLAG, FIELD(need_args, optional), NULL, N_("used if the case needs it"), NULL},
    {0},
};
static const struct operand kit_operands[] = {
    {"PROJECT", false, false, FIELD(need_args, project), N_("code of the project"), NULL},
    {"ITEM", false, false, FIELD(need_args, what), N_("code of the item"), NULL},
    {0},
};
static const struct opt indication_options[] = {
    {0, "says", OPT_TEXT, FIELD(need_args, says), "TEXT", N_("the indication as it is registered"), NULL},
    {0},
};
static const struct operand indication_operands[] = {
    {"ITEM", false, false, FIELD(need_args, what), N_("code of the item"), NULL},
    {"PROJECT", false, false, FIELD(need_args, project), N_("code of the project"), NULL},
    {0},
};

static const struct opt form_options[] = {
    {0, "series", OPT_TEXT, FIELD(form_args, series), "SERIES", N_("the series that it is a version of"), NULL},
    {0, "version", OPT_INT, FIELD(form_args, version), "N", N_("its number in the series"), NULL},
    {0, "name", OPT_TEXT, FIELD(form_args, name), "TEXT", N_("what it is called"), NULL},
    {0, "from", OPT_DAY, FIELD(form_args, from), "DAY", N_("its first day"), NULL},
    {0, "to", OPT_DAY, FIELD(form_args, to), "DAY", N_("its last day; without one: until the next version"), NULL},
    {0, "proof", OPT_TEXT, FIELD(form_args, proof), "TEXT", N_("where it lies"), NULL},
    {0},
};
static const struct operand form_operands[] = {
    {"FORM", false, false, FIELD(form_args, code), N_("code of the form"), NULL},
    {0},
};

static const struct opt package_options[] = {
    {0, "name", OPT_TEXT, FIELD(package_args, name), "TEXT", N_("name of the package"), NULL},
    {0, "price", OPT_MONEY, FIELD(package_args, price), "YUAN", N_("its price"), NULL},
    {0, "floor", OPT_MONEY, FIELD(package_args, floor), "YUAN", N_("below it a second person must consent"), NULL},
    {0, "from", OPT_DAY, FIELD(package_args, from), "DAY", N_("its first day"), NULL},
    {0, "to", OPT_DAY, FIELD(package_args, to), "DAY", N_("its last day"), NULL},
    {0, "months", OPT_INT, FIELD(package_args, months), "N", N_("for how long its balances hold"), NULL},
    {0, "trial", OPT_CHOICE, FIELD(package_args, trial), "YES|NO", N_("for first visits only (no)"), yes_no},
    {0, "active", OPT_CHOICE, FIELD(package_args, active), "YES|NO", N_("whether it is sold (yes)"), yes_no},
    {0},
};
static const struct operand package_operands[] = {
    {"PACKAGE", false, false, FIELD(package_args, code), N_("code of the package"), NULL},
    {0},
};
static const struct opt package_line_options[] = {
    {0, "quantity", OPT_INT, FIELD(package_line_args, quantity), "N", N_("how often (1)"), NULL},
    {0, "share", OPT_MONEY, FIELD(package_line_args, share), "YUAN", N_("what of the price is recognised for each one given"), NULL},
    {0},
};
static const struct operand package_line_operands[] = {
    {"PACKAGE", false, false, FIELD(package_line_args, package), N_("code of the package"), NULL},
    {"PROJECT", false, false, FIELD(package_line_args, project), N_("code of the project"), NULL},
    {0},
};
static const struct opt package_list_options[] = {
    {'a', "all", OPT_FLAG, FIELD(package_args, all), NULL, N_("also those that are not sold today"), NULL},
    {0},
};

static const struct opt price_options[] = {
    {0, "amount", OPT_MONEY, FIELD(price_args, amount), "YUAN", N_("what it costs"), NULL},
    {0, "floor", OPT_MONEY, FIELD(price_args, floor), "YUAN", N_("below it a second person must consent"), NULL},
    {0, "channel", OPT_TEXT, FIELD(price_args, channel), "CHANNEL", N_("for clients of this channel only"), NULL},
    {0, "from", OPT_DAY, FIELD(price_args, from), "DAY", N_("its first day (today)"), NULL},
    {0, "to", OPT_DAY, FIELD(price_args, to), "DAY", N_("its last day; without one: until another begins"), NULL},
    {0, "reason", OPT_TEXT, FIELD(price_args, reason), "TEXT", N_("why it is low, for the second person"), NULL},
    {0},
};
static const struct operand price_operands[] = {
    {"PROJECT", false, false, FIELD(price_args, project), N_("code of the project"), NULL},
    {0},
};
static const struct opt price_list_options[] = {
    {0, "channel", OPT_TEXT, FIELD(price_list_args, channel), "CHANNEL", N_("for clients of this channel"), NULL},
    {0, "day", OPT_DAY, FIELD(price_list_args, day), "DAY", N_("on that day (today)"), NULL},
    {'a', "all", OPT_FLAG, FIELD(price_list_args, all), NULL, N_("every price that was ever made"), NULL},
    {0},
};
static const struct operand price_list_operands[] = {
    {"PROJECT", true, false, FIELD(price_list_args, project), N_("of this project only"), NULL},
    {0},
};

/* ---- the journey to the contract: options --------------------------------------------------------------- */


/* ---- money: options --------------------------------------------------------------------------------------- */


/* ---- before and at the treatment: options ------------------------------------------------------------------ */


/* ---- after the treatment: options --------------------------------------------------------------------------- */


/* ---- SOP: options ------------------------------------------------------------------------------------------- */


/* ---- verbs, in the order of a visit ------------------------------------------------------------------------ */

static const struct verb verbs[] = {
    /* ---- catalogue ---- */
    {.name = "project list", .summary = N_("list the projects"), .mode = DB_READ, .run = cli_list,
     .query = SQL_VISIT_CATALOGUE_PROJECT_LIST, .args_size = sizeof(struct project_args),
     .options = project_list_options, .flags = VERB_EXIT_ROWS | VERB_ANY_STORE,
     .examples = EXAMPLES("medi-visit project list", "medi-visit project list --kind laser --all")},
    {.name = "project show", .summary = N_("show what a project needs and uses"), .mode = DB_READ,
     .run = cmd_project_show, .query = SQL_VISIT_CATALOGUE_PROJECT_SHOW, .args_size = sizeof(struct project_args),
     .operands = project_operands, .flags = VERB_ANY_STORE,
     .examples = EXAMPLES("medi-visit project show ZS01", "medi-visit project show ZS01 -o json")},
    {.name = "project add", .summary = N_("add a project"), .mode = DB_WRITE, .run = cmd_project_add,
     .args_size = sizeof(struct project_args), .options = project_options, .operands = project_operands,
     .examples = EXAMPLES("medi-visit project add ZS90 --name 眉间除皱 --kind injection --department 美容皮肤科 --licence physician",
                          "medi-visit project add GD90 --name 光子 --kind laser --device-kind 强脉冲光 --cycle-days 30")},
    {.name = "project edit", .summary = N_("change a project"), .mode = DB_WRITE, .run = cmd_project_edit,
     .args_size = sizeof(struct project_args), .options = project_options, .operands = project_operands,
     .examples = EXAMPLES("medi-visit project edit ZS01 --consent toxin --ladder default",
                          "medi-visit project edit ZS01 --active no")},
    {.name = "exam require", .summary = N_("say that a project needs an examination before it"), .mode = DB_WRITE,
     .run = cmd_exam_require, .args_size = sizeof(struct need_args), .options = exam_require_options,
     .operands = exam_need_operands,
     .examples = EXAMPLES("medi-visit exam require ZS01 blood --days 14",
                          "medi-visit exam require ZS01 coagulation --days 30")},
    {.name = "exam unrequire", .summary = N_("say that it does not need it any more"), .mode = DB_WRITE,
     .run = cmd_exam_unrequire, .args_size = sizeof(struct need_args), .operands = exam_need_operands,
     .examples = EXAMPLES("medi-visit exam unrequire ZS01 coagulation", "medi-visit exam unrequire ZS01 blood -n")},
    {.name = "kit add", .summary = N_("say what a project uses of an item"), .mode = DB_WRITE, .run = cmd_kit_add,
     .args_size = sizeof(struct need_args), .options = kit_options, .operands = kit_operands,
     .examples = EXAMPLES("medi-visit kit add ZS01 YP001 --quantity 40",
                          "medi-visit kit add ZS01 YP002 --quantity 10 --optional")},
    {.name = "kit drop", .summary = N_("say that it does not use it any more"), .mode = DB_WRITE, .run = cmd_kit_drop,
     .args_size = sizeof(struct need_args), .operands = kit_operands,
     .examples = EXAMPLES("medi-visit kit drop ZS01 YP002", "medi-visit kit drop ZS01 YP001 -n")},
    {.name = "indication add", .summary = N_("say that the registration of an item covers a project"), .mode = DB_WRITE,
     .run = cmd_indication_add, .args_size = sizeof(struct need_args), .options = indication_options,
     .operands = indication_operands,
     .examples = EXAMPLES("medi-visit indication add YP001 ZS01 --says 中重度眉间纹",
                          "medi-visit indication add YP001 ZS01 --says '暂时改善65岁及65岁以下成人的中重度眉间纹'")},
    {.name = "indication drop", .summary = N_("say that it does not cover it any more"), .mode = DB_WRITE,
     .run = cmd_indication_drop, .args_size = sizeof(struct need_args), .operands = indication_operands,
     .examples = EXAMPLES("medi-visit indication drop YP001 ZS01", "medi-visit indication drop YP001 ZS01 -n")},
    {.name = "form add", .summary = N_("add a version of a consent form"), .mode = DB_WRITE, .run = cmd_form_add,
     .args_size = sizeof(struct form_args), .options = form_options, .operands = form_operands,
     .examples = EXAMPLES("medi-visit form add ZQ01-1 --series toxin --version 1 --name 注射知情同意书 --from 2026-01-01",
                          "medi-visit form add ZQ01-2 --series toxin --version 2 --name 注射知情同意书 --from 2026-07-01 --proof 柜1")},
    {.name = "form edit", .summary = N_("change a version of a consent form"), .mode = DB_WRITE, .run = cmd_form_edit,
     .args_size = sizeof(struct form_args), .options = form_options, .operands = form_operands,
     .examples = EXAMPLES("medi-visit form edit ZQ01-1 --to 2026-06-30", "medi-visit form edit ZQ01-2 --proof 柜2")},
    {.name = "package list", .summary = N_("list the packages and what is in them"), .mode = DB_READ, .run = cli_list,
     .query = SQL_VISIT_CATALOGUE_PACKAGE_LIST, .args_size = sizeof(struct package_args),
     .options = package_list_options, .flags = VERB_EXIT_ROWS | VERB_ANY_STORE,
     .examples = EXAMPLES("medi-visit package list", "medi-visit package list --all -o json")},
    {.name = "package add", .summary = N_("add a package"), .mode = DB_WRITE, .run = cmd_package_add,
     .args_size = sizeof(struct package_args), .options = package_options, .operands = package_operands,
     .examples = EXAMPLES("medi-visit package add TC01 --name 光子三次卡 --price 2980 --floor 2400 --from 2026-07-01 --months 12",
                          "medi-visit package add TY01 --name 新客体验 --price 99 --from 2026-07-01 --trial yes")},
    {.name = "package edit", .summary = N_("change a package"), .mode = DB_WRITE, .run = cmd_package_edit,
     .args_size = sizeof(struct package_args), .options = package_options, .operands = package_operands,
     .examples = EXAMPLES("medi-visit package edit TC01 --to 2026-12-31", "medi-visit package edit TC01 --active no")},
    {.name = "package line", .summary = N_("say how often a project is in a package"), .mode = DB_WRITE,
     .run = cmd_package_line, .args_size = sizeof(struct package_line_args), .options = package_line_options,
     .operands = package_line_operands,
     .examples = EXAMPLES("medi-visit package line TC01 ZS01 --quantity 2 --share 1490",
                          "medi-visit package line TY01 ZS01 --share 99")},
    {.name = "price list", .summary = N_("show what projects cost on a day"), .mode = DB_READ, .run = cmd_price_list,
     .args_size = sizeof(struct price_list_args), .options = price_list_options, .operands = price_list_operands,
     .flags = VERB_EXIT_ROWS | VERB_ANY_STORE,
     .examples = EXAMPLES("medi-visit price list ZS01 -s CG01 --channel dy", "medi-visit price list --all")},
    {.name = "price add", .summary = N_("add a price of the chain, or (-s) of a store"), .mode = DB_WRITE,
     .run = cmd_price_add, .args_size = sizeof(struct price_args), .options = price_options,
     .operands = price_operands, .flags = VERB_OF_STORE,
     .examples = EXAMPLES("medi-visit price add ZS01 --amount 2980 --floor 1870 --from 2027-01-01",
                          "medi-visit price add ZS01 -s CG02 --channel dy --amount 2580 --floor 2000 --from 2027-01-01 --to 2027-03-31")},

    /* ---- the journey to the contract ---- */

    /* ---- money ---- */

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
