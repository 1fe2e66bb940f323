/*
 * campaign: a rule of recall.yaml for a store, or all of them, and for some days, with an offer and a
 * group that is held out. draft → running → ended.
 */
#ifndef MEDI_FOLLOWUP_CAMPAIGN_H
#define MEDI_FOLLOWUP_CAMPAIGN_H

#include <stdbool.h>

#include "base/arena.h"
#include "db/db.h"

struct campaign {
    const char *code, *name, *rule, *state;
    int64_t id, store_id; /* store 0: all */
    int64_t starts_on, ends_on;
    int64_t cap;              /* 0: none */
    int64_t holdout;          /* of a hundred */
    const char *voucher_kind; /* NULL: no offer */
    int64_t voucher_fen, voucher_days;
    int64_t sent, sent_today; /* clients chosen to be written to or called */
};

/* ERR_DATA: there is none such. Texts in the arena. */
int campaign_find(struct db *db, struct arena *arena, const char *code, int64_t today,
                  struct campaign *campaign, struct err *err);

/* ERR_DATA with why nobody is chosen today: not running, or not within its days. */
int campaign_must_run(const struct campaign *campaign, int64_t today, struct err *err);

/* Whether a client is of the group that gets nothing: the same whenever it is asked, and of one campaign
 * independent of another. */
bool campaign_holds(const struct campaign *campaign, const char *client);

/* In a write transaction: what was not sent or done yet is taken back; `taken_back` gets how many. */
int campaign_stop(struct db *db, const struct campaign *campaign, int64_t *taken_back,
                  struct err *err);

#endif
