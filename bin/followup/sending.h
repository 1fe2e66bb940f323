/*
 * sending: what claim and send have alike: the key, the templates (checked whole before anything is taken), the
 * rules of each store, and the transaction in which messages are taken and judged.
 */
#ifndef MEDI_BIN_FOLLOWUP_SENDING_H
#define MEDI_BIN_FOLLOWUP_SENDING_H

#include "cli/cli.h"
#include "followup/gateway.h"
#include "followup/outbox_judge.h"
#include "followup/outgoing.h"
#include "followup/templates.h"

struct sending {
    struct ctx *ctx;
    struct vault *vault;
    struct templates templates;
    struct ready ready;
    struct arena batch; /* as long as a batch */
    struct outbox_rules *stores;
    int store_count;
};

/* ERR_USAGE: no duty to see who gets what, or no key; ERR_DATA: a template is wrong, a store lacks what the
 * templates put in. */
int sending_open(struct sending *sending, struct ctx *ctx, struct err *err);
void sending_close(struct sending *sending); /* also of one that is all zero */

/* Work in a transaction for one store, again if the engine gave it up for another's sake. What it
 * wrote must stand behind an entry. */
typedef int sending_work(struct sending *sending, const struct outbox_rules *rules, void *context,
                         struct err *err);
int sending_transaction(struct sending *sending, const struct outbox_rules *rules,
                        sending_work *work, void *context, struct err *err);

struct batch {
    struct outbox_claim claim;
    struct outgoing *items;
    int taken, count; /* that were taken; of these, may go and have words */
    const char *why;  /* for the entry that names who saw them; NULL: none is written */
    const struct gateway *gateway; /* whose rate and state are heeded; NULL: those of nobody */
    int64_t now_ms, wait_ms;       /* of the gateway; it gives nothing for so long */
};

/* Takes up to claim.count, settles what may not go, makes the words of the rest, and commits. Everything is in
 * sending->batch, which it empties first. */
int sending_take(struct sending *sending, const struct outbox_rules *rules, struct batch *batch,
                 struct err *err);

/* "90s", "5m", "1h", "300": seconds. ERR_USAGE. */
int sending_seconds(const char *text, const char *option, int64_t most, int64_t *seconds,
                    struct err *err);

#endif
