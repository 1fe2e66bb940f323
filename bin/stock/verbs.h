/*
 * The verbs of medi-stock: each a short function and the struct that its options fill. The tables
 * that name them are in bin/medi-stock.c.
 */
#ifndef MEDI_BIN_STOCK_VERBS_H
#define MEDI_BIN_STOCK_VERBS_H

#include "cli/cli.h"

struct scan_args {
    struct opt_list files, codes, separators;
    const char *form;
    bool join, serials, details;
};

verb_run cmd_scan;

#endif
