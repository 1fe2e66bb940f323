/*
 * outbox: messages that wait to be sent, and what becomes of each. A message is put in by the same
 * transaction that made the reason for it, and taken out by whoever sends:
 *
 *     pending → sent | pending (again, later) | dead
 *     pending → dropped | cancelled
 *
 * Who sends takes a lease first (outbox_lease.h). A lease ends by itself, so that a sender that was
 * killed holds nothing up; only the token of the lease that stands may say what became of a message.
 * Each message carries the same key over every try, made of what it is for and not of a running number,
 * so that a gateway that honours it sends once even when its answer was lost or the database came back
 * from a copy. What cannot be known is said: a message whose sender died between the gateway's yes and
 * the answer's record is sent again under the same key.
 *
 * Moments are UTC seconds. Nothing personal stands in the outbox: words are made at sending.
 */
#ifndef MEDI_FOLLOWUP_OUTBOX_H
#define MEDI_FOLLOWUP_OUTBOX_H

#include <stdint.h>

#include "base/arena.h"
#include "db/db.h"

struct outbox_message {
    int64_t id, store_id, client_id;
    int64_t treatment_id, task_id;        /* 0: none */
    const char *plan, *step, *occurrence; /* what it is for */
    const char *channel,
        *channels; /* sms, wechat, email; those to try next, with commas, or NULL */
    const char *template, *purpose; /* care, marketing */
    int64_t priority;
    int64_t due_at, day, until_at;
    int64_t tries, next_at; /* next_at 0: due_at */
    const char *code;       /* NULL: made of what it is for, as the table's prose says */
};

/* Puts one in unless it stands there already: 1 it is new, 0 it stood there, -1. */
int outbox_put(struct db *db, struct arena *arena, const struct outbox_message *message,
               struct err *err);

/* Puts in the same message for the next of its `channels`, to go at once: 1 it was put in, 0 there is
 * no other channel, or it stood there, -1. */
int outbox_put_next(struct db *db, struct arena *arena, const struct outbox_message *message,
                    int64_t now, struct err *err);

/* How many messages of a channel are due in a store. */
int outbox_waiting(struct db *db, int64_t store_id, const char *channel, int64_t now,
                   int64_t *count, struct err *err);

/* The key of a message: the same over every try, and of no other message. */
enum { OUTBOX_KEY = 33 }; /* 32 hexadecimal digits */
void outbox_key(const char *store, const char *code, char key[OUTBOX_KEY]);

#endif
