/*
 * recall: whom a rule takes today, and what goes out to them, each once.
 *
 * Clients are measured as segments measure them (client/facts.h), or are named by the caller. The best
 * come first, until the cap is reached; each is asked what speaks against it. Those of a campaign who
 * remain are cut in two by a hash of the campaign and the client: who is held out gets nothing, and
 * stands there to compare with.
 *
 * What is written, in the caller's transaction: a row of who was chosen, the voucher of the offer, the
 * message and the task. All of it is named by campaign, client and time, so that it stands once however
 * often this runs.
 */
#ifndef MEDI_FOLLOWUP_RECALL_H
#define MEDI_FOLLOWUP_RECALL_H

#include "base/zone.h"
#include "db/db.h"
#include "followup/campaign.h"
#include "followup/recalls.h"

enum recall_left {
    LEFT_NOT, /* is chosen */
    LEFT_STORE,
    LEFT_CLASS,
    LEFT_FORGOTTEN,
    LEFT_TAG,
    LEFT_BOOKED,
    LEFT_COMPLAINT,
    LEFT_LATELY,
    LEFT_ADDRESS,
    LEFT_CONSENT,
    LEFT_OVER, /* due behind the campaign's last day */
    LEFT_KINDS
};

struct recall_pick {
    const char *client, *store, *reason;
    const char *channel, *role; /* of what goes out; role NULL: no task */
    int64_t score, due_at; /* score NO_VALUE: was not reckoned; due_at 0: left out before it was */
    bool held;
    enum recall_left left;
};
typedef int recall_seen(void *context, const struct recall_pick *pick, struct err *err);

struct recall_run {
    struct db *db;
    struct arena *arena;
    const struct packs *packs;
    const struct recalls *recalls;
    const struct recall *rule;
    const struct campaign *campaign; /* NULL: it is only asked whom the rule would take */
    int64_t store_id;                /* clients of this one; 0: all */
    int64_t today, now;
    int64_t limit;          /* 0: none */
    const int64_t *clients; /* these, in this order; NULL: whom the rule takes */
    int client_count;
    recall_seen *seen;
    void *context;
    /* by recall_run: */
    int64_t sent, held, messages, tasks, vouchers;
    int64_t before; /* chosen before */
    int64_t behind; /* not looked at, since the cap was reached */
    int64_t left[LEFT_KINDS];
    const char *no_model; /* as facts.h */
};

int recall_run(struct recall_run *run, struct err *err);

/* A word for why; for people, in the plural. */
const char *recall_left_name(enum recall_left left);
const char *recall_left_says(enum recall_left left);

#endif
