/*
 * roles: the pack roles.yaml, and how it gets into the database. What decides is what was taken
 * over; the pack itself is read when it is taken over and at no other time, so that whoever can
 * point MEDI_CONFIG elsewhere gains nothing by it.
 *
 *     everyone: {TOOL: {VERB: SUBJECTS}}     what every role may
 *     roles:
 *       NAME:
 *         zh: 前台
 *         says: …
 *         may: {TOOL: {VERB: SUBJECTS}}      SUBJECTS: a list of kinds of records, or all
 *     second:
 *       DEED: {by: [ROLE…], hours: 24}       who may consent, and how long a request lives
 */
#ifndef MEDI_DUTY_ROLES_H
#define MEDI_DUTY_ROLES_H

#include <stdint.h>

#include "base/arena.h"
#include "db/db.h"
#include "text/pack.h"

enum { FACT_WORDS = 4 };

/* A row of one of the three tables: role (name, zh, says), permission (role, tool, verb, subject),
 * consenter (deed, role, hours). */
struct fact {
    const char *words[FACT_WORDS];
};

struct facts {
    struct fact *items;
    int count, room;
};

enum { FACTS_ROLES, FACTS_PERMISSIONS, FACTS_CONSENTERS, FACTS_KINDS };

struct roles {
    struct facts of[FACTS_KINDS]; /* sorted, none twice */
};

/* Reads and checks the pack: roles that are named exist, admin keeps what it needs to change this again. */
int roles_load(struct arena *arena, const struct packs *packs, struct roles *roles,
               struct err *err);

/* What stands in the database. */
int roles_read(struct db *db, struct arena *arena, struct roles *roles, struct err *err);

/* Makes the tables say what `roles` says, and tells each difference: `added` or dropped. The
 * number of differences, or -1; a role that accounts have is not dropped. `told` may be NULL. */
typedef int roles_told(void *context, bool added, int kind, const struct fact *fact,
                       struct err *err);
int64_t roles_apply(struct db *db, struct arena *arena, const struct roles *roles, roles_told *told,
                    void *context, struct err *err);

/* The roles as one hash in hexadecimal, so that a consent is to exactly these. In the arena. */
char *roles_digest(struct arena *arena, const struct roles *roles);

#endif
