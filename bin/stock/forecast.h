/* medi-stock forecast and backtest: their arguments and functions. */
#ifndef MEDI_BIN_STOCK_FORECAST_H
#define MEDI_BIN_STOCK_FORECAST_H

#include "cli/cli.h"

struct forecast_args {
    const char *series, *method, *against;
    struct opt_list methods;
    int64_t horizon, frequency, origins;
    bool why, sums;
};
verb_run cmd_forecast, cmd_backtest;

#endif
