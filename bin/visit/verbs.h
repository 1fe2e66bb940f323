/*
 * The verbs of medi-visit: each a short function and the struct that its options fill. The tables that name
 * them are in bin/medi-visit.c.
 */
#ifndef MEDI_BIN_VISIT_VERBS_H
#define MEDI_BIN_VISIT_VERBS_H

#include "cli/cli.h"
#include "cli/put.h"

/* ---- catalogue ---- */


/* ---- the journey to the contract ---- */


/* ---- money ---- */


/* ---- before and at the treatment ---- */


/* ---- after the treatment ---- */


/* ---- SOP ---- */

struct sop_done_args {
    const char *visit, *staff, *proof;
    struct opt_list actions;
    int64_t at;
};

struct sop_show_args {
    const char *visit;
    bool all;
};

struct sop_report_args {
    const char *by, *staff;
    int64_t from, to;
};

verb_run cmd_sop_list, cmd_sop_done, cmd_sop_show, cmd_sop_report;


#endif
