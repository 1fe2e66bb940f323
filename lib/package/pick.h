/*
 * pick: which rows belong into a package, by the references of the kinds themselves.
 *
 * A row belongs or is only named. One that belongs brings every row of any kind that refers to it, but for
 * the kinds that are left out (scope.h); both bring the rows that they refer to, which are named. So all
 * that a visit led to is found, and a client who is named does not bring their other visits.
 *
 *     a visit     that visit; rows of its client of its days that name no other record of the client; and what
 *                 was in force on these days
 *     a client    the client: everything that refers to them
 *     a period    rows of its days of every kind that names a client; and what was in force
 *
 * Rows are kept as ids, 16 to 32 bytes each; they are asked for some thousand at a time, by indexes where
 * there are some.
 */
#ifndef MEDI_PACKAGE_PICK_H
#define MEDI_PACKAGE_PICK_H

#include "base/zone.h"
#include "db/db.h"
#include "package/pile.h"
#include "package/scope.h"

struct pick_part { /* the rows of a kind in a store; store 0 for kinds of the chain */
    struct pick_part *next;
    int kind;
    int64_t store_id;
    struct pile belong, named;
    int belong_done, named_done; /* so many were followed */
};

struct pick {
    struct db *db;
    struct arena *arena;
    const struct scope *scope;
    const struct zone *zone;
    int64_t store_id;         /* only rows of that store, of kinds of stores; 0: of all */
    int64_t from, to;         /* days, half open */
    struct pick_part **parts; /* by kind, then by store */
    struct pile clients;      /* whom rows that belong name */
};

void pick_init(struct pick *pick, struct db *db, struct arena *arena, const struct scope *scope,
               const struct zone *zone);
void pick_release(struct pick *pick);

/* One of these. ERR_DATA: there is no such visit in the store of the pick, no such client. */
int pick_visit(struct pick *pick, const char *code, struct err *err);
int pick_client(struct pick *pick, const char *code, struct err *err);
int pick_period(struct pick *pick, int64_t from, int64_t to, struct err *err);

/* The ids of a part, sorted, in the arena. */
int pick_ids(const struct pick *pick, const struct pick_part *part, int64_t **ids);
bool pick_has(const struct pick *pick, int kind, int64_t store_id, int64_t id);

#endif
