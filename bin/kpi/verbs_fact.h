/*
 * The verb of medi-kpi that keeps what figures are made of.
 */
#ifndef MEDI_BIN_KPI_VERBS_FACT_H
#define MEDI_BIN_KPI_VERBS_FACT_H

#include "cli/cli.h"

struct refresh_args {
    bool all;
};

int cmd_refresh(struct ctx *ctx, void *data, struct err *err);

#endif
