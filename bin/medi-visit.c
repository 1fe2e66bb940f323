/* medi-visit: the way of a visit, from arrival to evaluation, and the gates before a treatment. The verbs are in bin/visit. */
#include "bin/visit/verbs.h"

#define FIELD(type, field) offsetof(struct type, field)
#define EXAMPLES(...) (const char *const[]){__VA_ARGS__, NULL}

/* ---- catalogue: options -------------------------------------------------------------------------------- */


/* ---- the journey to the contract: options --------------------------------------------------------------- */


/* ---- money: options --------------------------------------------------------------------------------------- */


/* ---- before and at the treatment: options ------------------------------------------------------------------ */


/* ---- after the treatment: options --------------------------------------------------------------------------- */


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

static const char *const sop_cuts[] = {"action", "stage", "store", "project", "staff", NULL};
static const struct opt sop_report_options[] = {
    {'b', "by", OPT_CHOICE, FIELD(sop_report_args, by), "CUT", N_("action, stage, store, project or staff (action)"), sop_cuts},
    {'f', "from", OPT_DAY, FIELD(sop_report_args, from), "DAY", N_("first day of the visits"), NULL},
    {'t', "to", OPT_DAY, FIELD(sop_report_args, to), "DAY", N_("the day after the last"), NULL},
    {0, "staff", OPT_TEXT, FIELD(sop_report_args, staff), "CODE", N_("only what that person did or should have done"), NULL},
    {0},
};


/* ---- verbs, in the order of a visit ------------------------------------------------------------------------ */

static const struct verb verbs[] = {
    /* ---- catalogue ---- */

    /* ---- the journey to the contract ---- */

    /* ---- money ---- */

    /* ---- before and at the treatment ---- */

    /* ---- after the treatment ---- */

    /* ---- SOP ---- */
    {.name = "sop list", .summary = N_("show the standard procedure: stages, actions, what decides them"),
     .mode = DB_NONE, .run = cmd_sop_list,
     .examples = EXAMPLES("medi-visit sop list", "medi-visit sop list -o csv | grep surgery")},
    {.name = "sop done", .summary = N_("report actions that leave no other record"), .mode = DB_WRITE,
     .run = cmd_sop_done, .args_size = sizeof(struct sop_done_args), .options = sop_done_options,
     .operands = sop_done_operands, .flags = VERB_OF_STORE,
     .examples = EXAMPLES("medi-visit sop done -s S01 V1 preparation.clean preparation.emergency --staff N1")},
    {.name = "sop show", .summary = N_("show what was done, late or left out on a visit; exit 1 if anything is missing"),
     .mode = DB_READ, .run = cmd_sop_show, .args_size = sizeof(struct sop_show_args),
     .options = sop_show_options, .operands = sop_show_operands, .flags = VERB_OF_STORE,
     .examples = EXAMPLES("medi-visit sop show -s S01 V1", "medi-visit sop show -s S01 V1 --all")},
    {.name = "sop report", .summary = N_("count how visits kept to the standard procedure, worst first"),
     .mode = DB_READ, .run = cmd_sop_report, .args_size = sizeof(struct sop_report_args),
     .options = sop_report_options, .flags = VERB_OF_STORE | VERB_EXIT_ROWS,
     .examples = EXAMPLES("medi-visit sop report --from 2026-07-01 --to 2026-08-01",
                          "medi-visit sop report -s S01 --by staff --from 2026-07-01 -o csv")},

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
