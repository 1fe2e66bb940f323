/*
 * action: what is done about findings: let stand for a time (waiver), or put right by somebody until a day
 * (corrective action). Each in the transaction of its caller, who writes the log's entry. `login` is who does
 * it.
 */
#ifndef MEDI_AUDIT_ACTION_H
#define MEDI_AUDIT_ACTION_H

#include "base/arena.h"
#include "db/db.h"

struct action_found {
    int64_t store_id, id;
    const char *store, *rule;
    bool fixed;
};

/* The finding of a rule with that subject, in a store (-1: whichever); ERR_DATA: none, or several. */
int action_finding(struct db *db, struct arena *arena, const char *rule, const char *subject,
                   int64_t store_id, struct action_found *found, struct err *err);

struct action_waiver {
    int64_t store_id, from_on, until_on, at;
    const char *rule, *subject, *reason, *login;
};
int action_waive(struct db *db, const struct action_waiver *waiver, struct err *err);

struct action {
    int64_t store_id, id, finding_id;
    const char *code, *state, *last_login; /* last_login: of the last evidence; or NULL */
    bool fixed, waived;                    /* its finding */
};

/* A step, and what it makes of the action. */
struct action_step {
    const char *kind, *login, *owner, *says; /* owner: the code of staff, or NULL */
    int64_t at, today, due_on;               /* due_on: OPT_UNSET's or NULL's place is INT64_MIN */
};

int action_open(struct db *db, struct arena *arena, const struct action_found *found,
                const char *what, const struct action_step *step, const char **code,
                struct err *err);
int action_find(struct db *db, struct arena *arena, const char *code, int64_t today,
                struct action *action, struct err *err);
int action_assign(struct db *db, const struct action *action, const struct action_step *step,
                  struct err *err);
int action_evidence(struct db *db, const struct action *action, const struct action_step *step,
                    struct err *err);

/* Needs evidence, and that the finding is gone or let stand; not by who gave the evidence. */
int action_close(struct db *db, const struct action *action, const struct action_step *step,
                 struct err *err);

#endif
