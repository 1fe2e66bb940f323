/* medi-stock cost, price, turnover, dead, loss: their arguments and functions. */
#ifndef MEDI_BIN_STOCK_VERBS_FIGURES_H
#define MEDI_BIN_STOCK_VERBS_FIGURES_H

#include "cli/cli.h"

struct figure_args {
    const char *by, *item, *supplier;
    int64_t from, to, few, jump;
};
verb_run cmd_cost, cmd_price_history, cmd_turnover, cmd_dead, cmd_loss;

#endif
