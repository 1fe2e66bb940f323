/*
 * outbox_rules: by what a store sends: its zone, when nobody is to be disturbed, how much marketing a client
 * may get, how often something is tried. From the settings `send.…`, for the store of the message.
 */
#ifndef MEDI_FOLLOWUP_OUTBOX_RULES_H
#define MEDI_FOLLOWUP_OUTBOX_RULES_H

#include <stdbool.h>

#include "base/zone.h"
#include "db/db.h"
#include "text/pack.h"

enum {
    OUTBOX_URGENT = 8
}; /* from this priority on, quiet hours and catching up do not hold a message */

struct outbox_rules {
    int64_t store_id;
    const char *store, *name, *phone; /* code; as clients know it; NULL: has none */
    const struct zone *zone;
    int quiet_from,
        quiet_to; /* seconds of the local day, over midnight if from > to; equal: never */
    int64_t cap_day,
        cap_week;  /* marketing messages to a client in a local day, in seven of them; 0: no cap */
    int64_t tries; /* then it is dead */
    int64_t backoff_s, backoff_most_s;
    int64_t late_s;   /* sent so long after its time it is marked late */
    int64_t catch_up; /* late ones that one run sends at most */
};

int outbox_rules(struct db *db, struct arena *arena, const struct packs *packs, int64_t store_id,
                 struct outbox_rules *rules, struct err *err);

/* `moment`, or if that lies in the quiet hours of the store, their end. */
int64_t outbox_awake(const struct outbox_rules *rules, int64_t moment);

/* How long to wait after the n-th try failed (from 1): twice as long each time up to the most, and
 * of that between half and all, by chance (`draw`: any number), so that what failed together is not
 * tried together. */
int64_t outbox_backoff(const struct outbox_rules *rules, int64_t tries, uint64_t draw);

/* "21:00-08:30", or "none": false if it is neither. */
bool outbox_quiet_parse(const char *text, int *from, int *to);

#endif
