/*
 * The analyses of medi-kpi: each a short function, the struct that its options fill, and their table, in a file
 * of its own. The table that names them is in bin/medi-kpi.c.
 */
#ifndef MEDI_BIN_KPI_VERBS_H
#define MEDI_BIN_KPI_VERBS_H

#include "cli/put.h"
#include "client/codes.h"

struct retention_args {
    const char *definition, *by;
    int64_t from, to, days;
};
struct cohort_args {
    const char *by, *measure;
    bool wide;
    int64_t from, to, ages;
};

struct funnel_args {
    const char *by;
    int64_t from, to, within;
};
struct basket_args {
    const char *project, *of;
    int64_t from, to, least;
    bool all;
};

verb_run cmd_retention, cmd_cohort, cmd_funnel, cmd_basket;

extern const struct opt retention_options[], cohort_options[], funnel_options[], basket_options[];

/* The day of --as-of in the run's zone. */
int64_t kpi_today(const struct ctx *ctx);

/* The window of --from and --to; what was not given is the `months` up to the end of this one. */
int kpi_window(const struct ctx *ctx, int64_t given_from, int64_t given_to, int months,
               int64_t *from, int64_t *to, struct err *err);

/* NULL without -s. */
const int64_t *kpi_store(const struct ctx *ctx);

/* "2026-09" in the arena. */
struct db_value kpi_month(struct ctx *ctx, int64_t day);

/* What fewer cases are few: kpi.few. */
int kpi_few(struct ctx *ctx, int64_t *few, struct err *err);

/* The code of a channel, where 0 is one: unknown. */
int kpi_channel(struct code_book *book, int64_t id, struct db_value *value, struct err *err);

/* Ratio, interval and flag: five values from `values` on; returns the place behind them. */
int kpi_share(struct db_value *values, int at, int64_t part, int64_t whole, int64_t few);

/* Ends the output: says so if there was nothing. EXIT_NO by --exit-code. */
int kpi_end(struct ctx *ctx, struct out *out, int64_t rows, int result, struct err *err);

#endif
