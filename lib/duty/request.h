/*
 * request: a second person's consent.
 *
 * Who wants to do a deed that needs one makes a request; somebody else, from an account of their
 * own and with a role that the table `consenter` names for that deed, approves or refuses it; then
 * the asker runs the same command again, and the consent is used up in the transaction of what is done.
 *
 *     pending → approved → used          pending, approved → refused (by who may consent)
 *                                        pending, approved → withdrawn (by the asker)
 *
 * A consent is to exactly this deed, subject and reason, in this store, by this asker, once. What
 * is pending or approved when its hours are over is expired, and nothing brings it back: time is
 * the clock's or the latest that the database has seen, whichever is later, so that setting the
 * clock back does not help.
 *
 * Nobody consents to their own request: not by their login, nor by another login of the same staff member.
 */
#ifndef MEDI_DUTY_REQUEST_H
#define MEDI_DUTY_REQUEST_H

#include <stdint.h>

#include "base/arena.h"
#include "db/db.h"

/* What is asked for. */
struct request_deed {
    const char *deed, *subject;
    const char *reason; /* "" if none is asked for */
    const char *by;     /* login */
    int64_t store_id;   /* 0: the chain */
};

struct request {
    int64_t id, expires_at;
};

/* The clock's time, or what the database has seen if that is later. */
int request_time(struct db *db, int64_t clock, int64_t *now, struct err *err);

/* Uses up a consent: 1 with its id, 0 there is none, -1. In the transaction of the deed. `now`
 * here and below is request_time's. */
int request_use(struct db *db, const struct request_deed *deed, int64_t now, int64_t *id,
                struct err *err);

/* Makes a request: 1, or 0 if the same one is pending; -1 with ERR_DATA if no role may consent to
 * this deed. */
int request_make(struct db *db, const struct request_deed *deed, int64_t now,
                 struct request *request, struct err *err);

/* The logins that may consent, "a, b"; "" if there are none; NULL on an error. */
char *request_consenters(struct db *db, struct arena *arena, const struct request_deed *deed,
                         struct err *err);
/* And the roles. */
char *request_roles(struct db *db, struct arena *arena, const char *deed, struct err *err);

/* ERR_DATA: there is no such request, it is over, it was decided already, it is not theirs to decide. */
int request_approve(struct db *db, int64_t id, const char *by, int64_t now, struct err *err);
int request_refuse(struct db *db, int64_t id, const char *by, const char *answer, int64_t now,
                   struct err *err);
int request_withdraw(struct db *db, int64_t id, const char *by, int64_t now, struct err *err);

#endif
