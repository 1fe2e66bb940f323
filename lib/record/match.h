/*
 * match: "phone=138-0013-8000" as a condition on the rows of a kind.
 *
 * COLUMN is any name that a header may have (its English or Chinese name, or an alias); VALUE is read like a
 * cell of that column, so every spelling of it finds the same rows; nothing behind the = finds rows that have
 * nothing there. References are compared by code (and by name where a file may give that). Personal columns
 * are compared by their index, so only those that have one can be matched, and only with the key.
 */
#ifndef MEDI_RECORD_MATCH_H
#define MEDI_RECORD_MATCH_H

#include "base/zone.h"
#include "db/relation.h"
#include "record/kind.h"
#include "vault/vault.h"

struct match_place {
    struct arena *arena;
    const struct kind *kind;
    const struct zone *zone; /* for moments without an offset */
    struct vault *vault;     /* or NULL */
};

/* ERR_USAGE. In the arena; `field` is the column's place in the kind. */
int match_parse(struct relation_match *match, const struct match_place *place, const char *text,
                struct err *err);

#endif
