/*
 * scope: what share/medi/package.yaml says of record packages, with the kinds that it speaks of. It is
 * read from the shipped packs alone, and so are the kinds: what an inspector gets is not for the caller's
 * own packs to say.
 */
#ifndef MEDI_PACKAGE_SCOPE_H
#define MEDI_PACKAGE_SCOPE_H

#include "record/kind.h"

struct scope_link {       /* a reference from one kind to another */
    int from, column, to; /* places in scope.kinds; of the column in its kind */
};

struct scope_force {            /* records that hold for a time: see package.yaml */
    int kind, client, from, to; /* columns; to: -1, it does not end */
};

struct scope {
    const struct kind **kinds; /* in the order of their names */
    int count;
    int clients, visits; /* where these two stand */
    bool *left_out;      /* by kind */
    struct scope_link *links;
    int link_count;
    struct scope_force *forces;
    int force_count;
    struct scope_link *beside;
    int beside_count;
};

/* ERR_DATA with file and line: a kind or column that is not there, one without its reason. In the arena. */
int scope_load(struct arena *arena, const struct packs *packs, struct scope *scope,
               struct err *err);

/* The place of a kind, or -1. Of a kind: its first column with a day, its column that names a client; or -1. */
int scope_kind(const struct scope *scope, const char *name);
int scope_day(const struct kind *kind);
int scope_client(const struct kind *kind);

/* Whether records of that kind are in force for a time. */
bool scope_is_force(const struct scope *scope, int kind);

#endif
