/*
 * The verbs of medi-stock, by what they are about. The tables that name them are in bin/medi-stock.c.
 */
#ifndef MEDI_BIN_STOCK_VERBS_H
#define MEDI_BIN_STOCK_VERBS_H

#include "bin/stock/equipment.h"
#include "bin/stock/forecast.h"
#include "bin/stock/ledger.h"
#include "bin/stock/verbs_figures.h"
#include "bin/stock/verbs_plan.h"
#include "bin/stock/verbs_scan.h"
#include "bin/stock/verbs_supply.h"

#endif
