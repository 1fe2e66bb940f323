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

/* ---- what the files of load share -------------------------------------------------------------- */

struct load;
int load_backtest(struct ctx *ctx, const struct load *load, const struct load_args *args,
                  int64_t store_id, struct err *err);

/* Millionths, as out.h wants decimals. */
struct db_value load_decimal(double number);

/* What was given, else `otherwise`; from 1 to `most`. */
int load_number(int64_t given, int64_t otherwise, int64_t most, const char *option, int64_t *value,
                struct err *err);

#endif
