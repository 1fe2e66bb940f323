/*
 * outbox_lease: taking messages to send them, and saying what became of each.
 *
 *     outbox_take     one statement takes up to `count` of a channel in a store, under one token
 *     outbox_judge    whether each may go now (outbox_judge.h); what may not is settled at once
 *     (commit)
 *     outbox_still    just before the words go out, without a transaction: may it still?
 *     outbox_answer   sent, again later, or dead; only by who has the lease
 *     (commit)
 *
 * Whom a lease belongs to is decided by the database's write lock, so no two senders ever have one message. A
 * lease stands until it is answered or until somebody else takes the message after its end: who answers late,
 * but before that, is believed, since what was sent was sent.
 */
#ifndef MEDI_FOLLOWUP_OUTBOX_LEASE_H
#define MEDI_FOLLOWUP_OUTBOX_LEASE_H

#include <stdbool.h>

#include "db/ready.h"
#include "followup/outbox.h"
#include "followup/outbox_rules.h"

enum {
    OUTBOX_TOKEN = 33,
    OUTBOX_LEASE_MOST = 3600
}; /* seconds; what ends later was a clock's error */

/* One that was taken. Texts and bytes are in the arena. */
struct outbox_taken {
    struct outbox_message message; /* with code */
    const char *token;             /* of its lease */
    int64_t taken;                 /* how many times in a row without an answer, this one with it */
    const char *client, *language; /* code; NULL: not known */
    struct db_value name, address, data_key; /* sealed */
    const char *place;                       /* the address's column: phone, email, wechat */
    const char *treatment_status;            /* NULL: it is not about a treatment */
    int64_t treatment_at;
    const char *project, *doctor, *task_state; /* or NULL */
    bool late;
};

struct outbox_claim {
    int64_t store_id;
    const char *channel;
    int64_t now, lease_s, count;
    bool fresh; /* only what is not late, and what is urgent */
    char token[OUTBOX_TOKEN];
};

/* Makes the token and takes: the number of `list`, most urgent first, or -1. */
int outbox_take(struct ready *ready, struct arena *arena, const struct outbox_rules *rules,
                struct outbox_claim *claim, struct outbox_taken **list, struct err *err);

/* What is seen just before the words go: it goes; somebody else has it, or it was taken back (nothing is to be
 * done); the client said no meanwhile (`why`: it is to be dropped); -1. The lease must stand for `need_s` more
 * seconds. */
enum outbox_still { STILL_GOES, STILL_NOT_OURS, STILL_TAKEN_BACK, STILL_REFUSED };
int outbox_still(struct ready *ready, struct arena *arena, const struct outbox_rules *rules,
                 const struct outbox_taken *taken, int64_t now, int64_t need_s, const char **why,
                 struct err *err);

enum outbox_state { OUTBOX_SENT, OUTBOX_RETRY, OUTBOX_DEAD };

/* "sent", "retry", "dead": false if it is none of them. */
bool outbox_state_parse(const char *text, enum outbox_state *state);

struct outbox_answer {
    const char *code, *token;
    enum outbox_state state;
    const char *receipt, *reason; /* or NULL */
    int64_t after_s;              /* retry: not before so many seconds (0: by the backoff) */
};

/* Writes what became of a message: 0, or -1: ERR_DATA if there is no such message, or somebody else has it by
 * now. `left` tells whether it will be tried again. */
int outbox_answer(struct ready *ready, struct arena *arena, const struct outbox_rules *rules,
                  const struct outbox_answer *answer, int64_t now, bool *left, struct err *err);

/* Ends what was taken without an answer, as who judges does: the message in `state`, again at `next_at`
 * if that is pending. If it is dead or dropped its next channel is put in. Nothing is done if the lease
 * is another's by now. */
int outbox_settle(struct ready *ready, struct arena *arena, const struct outbox_taken *taken,
                  const char *state, int64_t next_at, const char *reason, int64_t now,
                  struct err *err);

/* Gives what was taken back as it was: 1, 0 the lease was another's, -1. */
int outbox_release(struct ready *ready, const struct outbox_taken *taken, struct err *err);

#endif
