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


/* ---- verbs, in the order of a visit ------------------------------------------------------------------------ */

static const struct verb verbs[] = {
    /* ---- catalogue ---- */

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
