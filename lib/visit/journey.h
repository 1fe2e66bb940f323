/*
 * journey: the way of a visit from arrival to its close: how long the client waited, plans and their
 * revisions, and what must be over before the client leaves.
 */
#ifndef MEDI_VISIT_JOURNEY_H
#define MEDI_VISIT_JOURNEY_H

#include "base/arena.h"
#include "base/zone.h"
#include "db/db.h"
#include "visit/sell_line.h"

enum { JOURNEY_NEVER = -1 };

struct journey_visit {
    int64_t id, client_id;                /* of the file that counts */
    int64_t arrived_at, seen_at, left_at; /* or JOURNEY_NEVER */
    int64_t channel_id;                   /* that brought this visit, else the client's first */
    const char *code, *client, *status;
    const char *consultant, *doctor; /* codes, or NULL */
};

/* ERR_DATA: the store has no such visit. */
int journey_visit(struct db *db, struct arena *arena, int64_t store_id, const char *code,
                  struct journey_visit *visit, struct err *err);

/* ERR_DATA unless something can happen in the visit at that moment: the client had come, and it is not over. */
int journey_going_on(const struct journey_visit *visit, const struct zone *zone, int64_t at,
                     struct err *err);

/* The client is seen: ends the wait, and names who sees them where nobody is named yet. */
int journey_seen(struct db *db, int64_t store_id, const struct journey_visit *visit, int64_t at,
                 const char *consultant, const char *doctor, struct err *err);

/* ERR_DATA, naming them, if treatments of the visit are not ended. */
int journey_close(struct db *db, struct arena *arena, int64_t store_id,
                  const struct journey_visit *visit, int64_t at, struct err *err);

/* A client by their code, as the file that counts: ERR_DATA if there is none. `channel_id`: first touch. */
int journey_client(struct db *db, const char *code, int64_t *id, int64_t *channel_id,
                   struct err *err);

/* ERR_DATA if the client is in the store on that day already. */
int journey_not_here(struct db *db, int64_t store_id, int64_t client_id, int64_t day,
                     struct err *err);

/* ---- plans ---- */

/* The plan that a new one replaces must be this client's and still stand: ERR_DATA. Then it is `replaced`. */
int journey_plan_replace(struct db *db, int64_t store_id, int64_t client_id, const char *code,
                         struct err *err);

/* The plan of the client that waits for a word, or NULL. */
int journey_plan_open(struct db *db, struct arena *arena, int64_t store_id, int64_t client_id,
                      const char **code, struct err *err);

/* agreed or declined, of one that was proposed. */
int journey_plan_decide(struct db *db, int64_t store_id, const char *code, const char *state,
                        struct err *err);

/* ERR_DATA: there is no such plan, or it is another client's. */
int journey_plan_id(struct db *db, int64_t store_id, int64_t client_id, const char *code,
                    int64_t *id, struct err *err);

int journey_plan_lines(struct db *db, int64_t store_id, int64_t plan_id,
                       const struct sell_line *lines, int count, struct err *err);

#endif
