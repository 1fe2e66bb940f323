/* medi-stock scan: its arguments and its function. */
#ifndef MEDI_BIN_STOCK_VERBS_SCAN_H
#define MEDI_BIN_STOCK_VERBS_SCAN_H

#include "cli/cli.h"

struct scan_args {
    struct opt_list files, codes, separators;
    const char *form;
    bool join, serials, details;
};

verb_run cmd_scan;

#endif
