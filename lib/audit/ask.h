/*
 * ask: one rule put to the database, confined as db_confine says: it reads, and not for ever.
 */
#ifndef MEDI_AUDIT_ASK_H
#define MEDI_AUDIT_ASK_H

#include "audit/cases.h"
#include "db/db.h"

enum { ASK_SECONDS = 600, ASK_MOST = 200000 };

#define ASK_WHOLE INT64_MIN
#define NO_DAY INT64_MIN

struct found {
    int64_t store_id;                     /* 0: no one store's */
    const char *store, *subject, *detail; /* store: NULL, which a run makes "*"; detail: or NULL */
    int64_t day;                          /* or NO_DAY */
};

struct founds {
    struct found *items;
    int count, room;
};

/* What a run judges by. `from`: the first day that is looked at, or ASK_WHOLE. `cases`: what is looked
 * at, whatever its day; NULL: that is not bounded. */
struct asking {
    int64_t today, now, from;
    int seconds; /* that a question may take */
    const struct cases *cases;
};

/* Asks under db_confine, for so many seconds at most, and leaves nothing behind: in a transaction, which
 * goes on whatever comes of it. */
typedef int ask_confined_fn(struct db *db, void *context, struct err *err);
int ask_confined(struct db *db, int seconds, ask_confined_fn *ask, void *context, struct err *err);

/* What every question is given: $1 today, $2 now, $3 the first day. */
void ask_bind(struct db_stmt *stmt, const struct asking *asking);

/* Appends what the rule finds, at most ASK_MOST; in the arena. In a transaction. An error (ERR_DATA, ERR_DB)
 * is the rule's: file, line and why; the transaction goes on. */
int ask_rule(struct db *db, struct arena *arena, const struct rule *rule,
             const struct asking *asking, struct founds *founds, struct err *err);

#endif
