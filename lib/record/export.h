/*
 * export: the rows of a kind as the records that import reads. Columns are the kind's, in its order and under
 * its English names; references are codes; rows stand in the order of their keys, so that
 * export → import into an empty database → export is byte-identical (if nothing was masked).
 *
 * Personal columns are opened with the vault's key and masked unless they are to be revealed; without a key
 * *** stands for each that is there.
 */
#ifndef MEDI_RECORD_EXPORT_H
#define MEDI_RECORD_EXPORT_H

#include "base/arena.h"
#include "db/db.h"
#include "db/relation.h"
#include "record/kind.h"
#include "text/out.h"
#include "vault/vault.h"

struct export_spec {
    const struct kind *kind;
    const struct packs *packs;
    const int64_t *store_id;  /* rows of that store; NULL: all. Ignored by kinds without a store */
    const char *const *codes; /* rows with these codes */
    int code_count;
    const struct relation_match *matches; /* rows with all of these; see match.h */
    int match_count;
    const int64_t *ids; /* rows with these ids; NULL: all */
    int id_count;
    struct vault *vault; /* NULL: no key */
    bool reveal;         /* personal columns as they are; needs the key */
    int64_t now, today;  /* for rows that need a consent that stands (standing.h) */
    int64_t *left_out;   /* how many had none, and were not given out; or NULL */
};

/* The columns of the kind for an out: kind->count of them, in the arena. */
struct out_column *export_columns(struct arena *arena, const struct kind *kind);

/* How many rows those are; counting ends at `most`. */
int export_count(struct db *db, struct arena *arena, const struct export_spec *spec, int64_t most,
                 int64_t *rows, struct err *err);

/* Each row's values, by column of the kind, as out_row takes them; they live until it returns. */
typedef int export_row(void *context, const struct db_value *values, struct err *err);
int export_each(struct db *db, struct arena *arena, const struct export_spec *spec,
                export_row *each, void *context, int64_t *rows, struct err *err);

/* Gives the rows to `out` (not its end) and their number to `rows`. */
int export_rows(struct db *db, struct arena *arena, const struct export_spec *spec, struct out *out,
                int64_t *rows, struct err *err);

#endif
