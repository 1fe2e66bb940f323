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

struct goal_args {
    const char *metric, *target, *period, *note;
    int64_t day, from, to;
};
struct spend_args {
    const char *channel, *amount, *purpose, *note;
    int64_t from, to;
};
struct channel_args {
    const char *code, *name, *category;
};
struct market_args {
    const char *competitor, *offer, *amount, *project, *activity, *source, *note;
    int64_t from, to, days;
    bool unmatched;
};
struct budget_args {
    const char *metric;
    int64_t day;
};

struct ltv_args {
    const char *by, *margin, *discount;
    int64_t from, to;
};

struct profit_args {
    const char *by;
    int64_t from, to;
};

struct advise_args {
    const char *of;
};
struct brief_args {
    bool morning, evening;
};

verb_run cmd_retention, cmd_cohort, cmd_funnel, cmd_basket, cmd_goal_set, cmd_goal_drop,
    cmd_spend_add, cmd_channel_add, cmd_market, cmd_market_add, cmd_budget, cmd_ltv, cmd_profit,
    cmd_payback, cmd_advise, cmd_brief;

extern const struct opt retention_options[], cohort_options[], funnel_options[], basket_options[],
    goal_set_options[], goal_list_options[], goal_drop_options[], spend_add_options[],
    spend_list_options[], channel_add_options[], market_options[], market_list_options[],
    market_add_options[], budget_options[], ltv_options[], profit_options[], advise_options[],
    brief_options[];
extern const struct operand goal_set_operands[], goal_drop_operands[], spend_add_operands[],
    channel_add_operands[], market_add_operands[];

/* Puts the record, and says so if it was there already; `what` names it. */
int kpi_put(struct ctx *ctx, struct cli_record *record, const char *what, struct err *err);

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
