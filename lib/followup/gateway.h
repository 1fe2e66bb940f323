/*
 * gateway: how fast, and whether at all, messages go to the gateway of a channel. All senders of a
 * database share this, by its row in `gateway`:
 *
 *   rate     so many a second, with no more saved up than one second's worth
 *   breaker  after so many failures in a row nothing goes for a while (open); then one message tries (half
 *            open): if it goes, all may again, if not, the while begins anew
 *
 * Each function is called in the transaction that takes messages, or that writes what became of them.
 */
#ifndef MEDI_FOLLOWUP_GATEWAY_H
#define MEDI_FOLLOWUP_GATEWAY_H

#include <stdbool.h>

#include "db/ready.h"

struct gateway {
    const char *channel;
    int64_t rate, failures, rest_s; /* rate 0: as fast as it goes */
};

/* Of `want` so many may be taken now; if none, `wait_ms` says for how long not. A half open gateway
 * gives one, and is held shut for the others until it was told of. */
int gateway_ask(struct ready *ready, const struct gateway *gateway, int64_t now_ms, int64_t want,
                int64_t *count, int64_t *wait_ms, struct err *err);

/* So many were taken. */
int gateway_take(struct ready *ready, const struct gateway *gateway, int64_t now_ms, int64_t count,
                 struct err *err);

/* What the gateway did with those that went, in order: whether any of them were taken by it, and how
 * many failed since the last that was. 1 it is open now, 0 not, -1. */
int gateway_tell(struct ready *ready, const struct gateway *gateway, int64_t now_ms, bool any_good,
                 int64_t failed, struct err *err);

#endif
