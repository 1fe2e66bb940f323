/* medi-stock forecast and backtest: their arguments and functions. */
#ifndef MEDI_BIN_STOCK_FORECAST_H
#define MEDI_BIN_STOCK_FORECAST_H

#include "cli/cli.h"
#include "stock/series.h"

struct forecast_args {
    const char *series, *method, *against;
    struct opt_list methods, items;
    int64_t horizon, frequency, origins;
    bool why, sums, history;
};
verb_run cmd_forecast, cmd_backtest;

/* With --series no database is needed. */
bool forecast_is_pure(const void *args);

typedef int series_seen(void *context, const struct series *series, struct err *err);

/* What stores used of the items, week by week, from the books: the items in the order given, each
 * store for itself (demand.c). */
int demand_each(struct ctx *ctx, const struct opt_list *items, series_seen *seen, void *context,
                struct err *err);

/* The same as lines that --series reads. */
int demand_print(struct ctx *ctx, const struct opt_list *items, struct err *err);

#endif
