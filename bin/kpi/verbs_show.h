/*
 * The verbs of medi-kpi that say what figures are and show them.
 */
#ifndef MEDI_BIN_KPI_VERBS_SHOW_H
#define MEDI_BIN_KPI_VERBS_SHOW_H

#include "cli/cli.h"
#include "kpi/layer.h"

struct show_args {
    struct opt_list metrics;
    const char *by, *where, *staff, *compare, *per, *spark, *sort;
    int64_t from, to, days, top;
    bool total, bars, now, facts, target;
};

struct kpi_list_args {
    const char *dimension;
};

struct explain_args {
    const char *metric;
};

int cmd_show(struct ctx *ctx, void *data, struct err *err);
int cmd_list(struct ctx *ctx, void *data, struct err *err);
int cmd_explain(struct ctx *ctx, void *data, struct err *err);

#endif
