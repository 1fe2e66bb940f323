/* medi-client: clients, and what is to be expected of them. The verbs are in bin/client. */
#include "bin/client/verbs.h"

#define FIELD(type, field) offsetof(struct type, field)
#define EXAMPLES(...) (const char *const[]){__VA_ARGS__, NULL}

/* ---- options ------------------------------------------------------------------------------------- */

static const char *const units[] = {"day", "week", NULL};
static const char *const models[] = {"mbg", "bg", NULL};

static const struct opt fit_options[] = {
    {'t', "transactions", OPT_FILE, FIELD(fit_args, transactions), "FILE", N_("lines of client, date, quantity, amount; - is standard input; no database is opened"), NULL},
    {'u', "unit", OPT_CHOICE, FIELD(fit_args, unit), "UNIT", N_("of time: day or week (week)"), units},
    {'m', "model", OPT_CHOICE, FIELD(fit_args, model), "MODEL", N_("mbg: MBG/NBD, bg: BG/NBD (mbg)"), models},
    {'g', "gamma-gamma", OPT_FLAG, FIELD(fit_args, gamma_gamma), NULL, N_("fit what clients pay a time, too"), NULL},
    {0, "until", OPT_DAY, FIELD(fit_args, until), "DAY", N_("the last day of the observation; what comes later is left out"), NULL},
    {'p', "predict", OPT_INT, FIELD(fit_args, predict), "T", N_("a row a client instead: what to expect in the next T days or weeks"), NULL},
    {0},
};

/* ---- verbs --------------------------------------------------------------------------------------- */

static const struct verb verbs[] = {
    {.name = "fit", .summary = N_("fit when clients come back, and tell who is still alive"), .mode = DB_READ,
     .run = cmd_fit, .args_size = sizeof(struct fit_args), .options = fit_options, .flags = VERB_OF_STORE,
     .pure = fit_is_pure,
     .examples = EXAMPLES("medi-client fit -t transactions.txt --gamma-gamma -o json",
                          "medi-client fit -t transactions.txt --unit day --predict 90 -o csv >outlook.csv")},
    {.name = NULL},
};

static const struct tool tool = {
    .name = "medi-client",
    .summary = N_("clients, and what is to be expected of them"),
    .verbs = verbs,
};

int
main(int argc, char **argv)
{
    return cli_main(&tool, argc, argv);
}
