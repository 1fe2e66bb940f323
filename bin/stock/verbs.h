/*
 * The verbs of medi-stock: each a short function and the struct that its options fill. The
 * tables that name them are in bin/stock/options_*.h and bin/medi-stock.c.
 */
#ifndef MEDI_BIN_STOCK_VERBS_H
#define MEDI_BIN_STOCK_VERBS_H

#include "bin/stock/ledger.h"

#endif
