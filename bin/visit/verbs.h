/*
 * The verbs of medi-visit: each a short function and the struct that its options fill. The tables that name
 * them are in bin/medi-visit.c.
 */
#ifndef MEDI_BIN_VISIT_VERBS_H
#define MEDI_BIN_VISIT_VERBS_H

#include "cli/cli.h"
#include "cli/put.h"

/* ---- catalogue ---- */

struct project_args {
    const char *code, *name, *department, *kind, *licence, *device_kind, *contract, *consent,
        *ladder, *active;
    int64_t cycle_days, minutes, grade, horizon_days;
    bool all;
};

/* What a project needs: an examination, an item, a use of an item. */
struct need_args {
    const char *project, *what, *says;
    int64_t days, quantity;
    bool optional;
};

struct form_args {
    const char *code, *series, *name, *proof;
    int64_t version, from, to;
};

struct package_args {
    const char *code, *name, *trial, *active;
    int64_t price, floor, from, to, months;
    bool all;
};

struct package_line_args {
    const char *package, *project;
    int64_t quantity, share;
};

struct price_args {
    const char *project, *channel, *reason;
    int64_t amount, floor, from, to;
};

struct price_list_args {
    const char *project, *channel;
    int64_t day;
    bool all;
};

verb_run cmd_project_add, cmd_project_edit, cmd_project_show, cmd_exam_require, cmd_exam_unrequire,
    cmd_kit_add, cmd_kit_drop, cmd_indication_add, cmd_indication_drop, cmd_form_add,
    cmd_form_edit, cmd_package_add, cmd_package_edit, cmd_package_line, cmd_price_add,
    cmd_price_list;

/* ---- the journey to the contract ---- */


/* ---- money ---- */


/* ---- before and at the treatment ---- */


/* ---- after the treatment ---- */


/* ---- SOP ---- */


#endif
