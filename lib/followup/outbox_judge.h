/*
 * outbox_judge: whether what was taken may go now, asked in the transaction that took it. Nothing that was
 * true when a message was planned is believed:
 *
 *     cancelled  its treatment was entered in error; its task was taken back
 *     dropped    too old; the client was forgotten, or did not agree to this purpose and way, or took it
 *                back; they have no address of this kind; over their cap until it is too old
 *     later      quiet hours in the store's zone (not if urgent); over the cap of marketing today
 *     dead       its senders died over it, time and again
 */
#ifndef MEDI_FOLLOWUP_OUTBOX_JUDGE_H
#define MEDI_FOLLOWUP_OUTBOX_JUDGE_H

#include "followup/outbox_lease.h"

struct outbox_verdict {
    const char *state; /* NULL: it goes; "pending": later, at next_at */
    int64_t next_at;
    const char *reason;
};

/* Judges without writing, except that what goes counts for its client's cap from now on. */
int outbox_judge(struct ready *ready, struct arena *arena, const struct outbox_rules *rules,
                 const struct outbox_taken *taken, int64_t now, struct outbox_verdict *verdict,
                 struct err *err);

/* Judges all and settles those that may not go: how many stay, in front and in order, or -1. */
int outbox_sift(struct ready *ready, struct arena *arena, const struct outbox_rules *rules,
                struct outbox_taken *list, int count, int64_t now, struct err *err);

#endif
