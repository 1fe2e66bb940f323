/*
 * rules: the limits of a store's complaints, as settings have them, and its clock.
 */
#ifndef MEDI_COMPLAINT_RULES_H
#define MEDI_COMPLAINT_RULES_H

#include "base/arena.h"
#include "complaint/clock.h"
#include "db/db.h"
#include "text/pack.h"

struct complaint_rules {
    int64_t store_id;
    const char *store; /* code */
    struct clock clock;
    int64_t respond_s; /* seconds of the clock until the first response */
    int64_t answer_s;  /* until a solution is proposed; 0: no limit */
    int64_t warn_s;
    int64_t alone_fen;       /* compensations above it need a second person */
    const char *escalate_to; /* code; "": a manager who is not the owner */
};

/* ERR_DATA: the clock counts opening hours and the store has none. In the arena. */
int complaint_rules(struct db *db, struct arena *arena, const struct packs *packs, int64_t store_id,
                    struct complaint_rules *rules, struct err *err);

#endif
