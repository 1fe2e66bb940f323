/*
 * duty: who may do what.
 *
 * An account is a login: of the operating system, on PostgreSQL a role of the server. It has
 * duties: a role in one store, or in all (store 0). What a role may do stands in the table
 * `permission`: a tool, its verb, and for verbs that deal with a kind of records, that kind. What
 * is not there is not allowed. The table is filled from the pack roles.yaml by roles.h, and the
 * pack is read for nothing else.
 *
 * Against someone who can write the database past the tools, none of this helps; the log shows it
 * (log/log.h).
 */
#ifndef MEDI_DUTY_DUTY_H
#define MEDI_DUTY_DUTY_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "db/db.h"

#define DUTY_ADMIN "admin"     /* the role that cannot be without a holder */
#define DUTY_MANAGER "manager" /* who makes the database has this one too */
#define DUTY_REVEAL "reveal"   /* stands in place of a verb: to see personal data */

enum { DUTY_CHAIN = 0, DUTY_ANY_STORE = -1 };

struct duty_question {
    const char *login, *tool, *verb;
    const char *subject; /* a kind of records; "" where the verb has none */
    int64_t
        store_id; /* a store; DUTY_CHAIN: a duty for all is needed; DUTY_ANY_STORE: any duty will do */
};

/* 1 with the store of the duty that allows it (DUTY_CHAIN before others), 0 no, -1. One statement. */
int duty_may(struct db *db, const struct duty_question *question, int64_t *scope, struct err *err);

/* After a no: ERR_DATA with why and what to do. Returns -1. */
int duty_refuse(struct db *db, struct arena *arena, const struct duty_question *question,
                struct err *err);

/* ---- accounts ---- */

struct account {
    int64_t id, staff_id; /* staff_id 0: nobody's */
    int64_t closed_at;    /* 0: open */
};

/* 1, 0 there is none, -1. */
int account_find(struct db *db, const char *login, struct account *account, struct err *err);

/* The open account of a login, else ERR_DATA. */
int account_require(struct db *db, const char *login, struct account *account, struct err *err);

/* Opens an account, or a closed one again, without duties. `staff` is a code or NULL. ERR_DATA: it
 * is open already, the login is none, no such staff. */
int account_add(struct db *db, const char *login, const char *staff, int64_t now, struct err *err);

/* Says whose it is; NULL: nobody's. 1 changed, 0 it was so, -1. */
int account_edit(struct db *db, const char *login, const char *staff, struct err *err);

/* Closes it and takes its duties. The last admin's is refused. */
int account_close(struct db *db, const char *login, int64_t now, struct err *err);

/* ---- duties ---- */

struct duty {
    const char *login, *role;
    int64_t store_id; /* DUTY_CHAIN: in all */
};

/* 1 changed, 0 it was so, -1. The last admin of the chain is not revoked. */
int duty_grant(struct db *db, const struct duty *duty, const char *by, int64_t now,
               struct err *err);
int duty_revoke(struct db *db, const struct duty *duty, struct err *err);

/* Whether a role has power over others, so that giving it may need a second person: 1, 0, -1. */
int duty_guarded(struct db *db, const char *role, struct err *err);

/* For a database without any account: the one who made it becomes admin and manager. 1 done, 0 there are
 * accounts, -1. */
int duty_found(struct db *db, const char *login, int64_t now, struct err *err);

/* For a database that was restored elsewhere: a login that never had an account in it becomes admin, since
 * nobody else can let it in there. 1 done, 0 it has one or had one, -1. */
int duty_inherit(struct db *db, const char *login, int64_t now, struct err *err);

#endif
