/*
 * waiting: who of those that wait can have a time that was given up: rows on stdout, those first
 * who wait longest.
 */
#ifndef MEDI_BIN_ROSTER_WAITING_H
#define MEDI_BIN_ROSTER_WAITING_H

#include "bin/roster/verbs.h"

struct waiting_time {
    int64_t store_id, starts_at, ends_at;
};

int roster_say_waiting(struct ctx *ctx, const struct waiting_time *freed, struct err *err);

#endif
