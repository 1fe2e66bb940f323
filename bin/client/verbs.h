/*
 * The verbs of medi-client: each a short function and the struct that its options fill. The tables that name
 * them are in bin/medi-client.c.
 */
#ifndef MEDI_BIN_CLIENT_VERBS_H
#define MEDI_BIN_CLIENT_VERBS_H

#include "cli/cli.h"

struct fit_args {
    const char *transactions, *unit, *model;
    bool gamma_gamma;
    int64_t until, predict;
};

verb_run cmd_fit;

/* With --transactions fit is a filter, and no database is opened. */
bool fit_is_pure(const void *args);

#endif
