/* The verbs of medi-roster about arrivals, heads and holidays, and the structs that their options fill. */
#ifndef MEDI_BIN_ROSTER_LOAD_H
#define MEDI_BIN_ROSTER_LOAD_H

#include "cli/put.h"

struct load_args {
    const char *by;
    int64_t month, from, days, origins, horizon;
    bool heads, write, backtest;
};

struct head_args { /* heads set, list, drop */
    const char *role, *from, *to, *skill, *staff, *note, *source;
    int64_t day, heads, from_day, to_day;
};

struct holiday_args {
    const char *where, *closed;
    int64_t year;
};

verb_run cmd_load, cmd_heads_set, cmd_heads_drop, cmd_holiday_list, cmd_holiday_apply;

#endif
