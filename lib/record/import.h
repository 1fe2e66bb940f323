/*
 * import: records of files into their table, all or nothing, and the same file twice changes nothing.
 *
 * A record whose natural key is new is inserted; one whose key is there is compared column by column:
 * equal is "the same", else the columns that the file has are updated. One key twice in the files
 * with different content is refused. The first load of an empty table from real files goes the fast
 * way: indexes are built after it; if that finds double keys, all is rolled back and read again carefully.
 *
 * An engine that is asked over a wire, and loads rows in bulk (db_can_load), is given them by the window: the
 * references and keys of some thousand records are asked for together, and the new rows loaded together. What
 * comes of it is the same, row by row.
 *
 * The caller has begun a transaction and commits or rolls back; memory does not grow with the file.
 */
#ifndef MEDI_RECORD_IMPORT_H
#define MEDI_RECORD_IMPORT_H

#include "base/arena.h"
#include "db/db.h"
#include "record/kind.h"
#include "record/map.h"
#include "text/records.h"
#include "vault/vault.h"

struct import_change {
    const char *action; /* "insert", "update" */
    const char *file;
    int64_t line;
    const char *key;
    const char *column;         /* update: which; insert: NULL */
    const char *before, *after; /* update: as text, personal ones masked */
};

struct import_count {
    int64_t read, inserted, updated, unchanged, refused;
};

/* Each may be NULL. */
struct import_events {
    void *context;
    void (*refused)(void *context, const char *words); /* of several: a single one is the error */
    int (*changed)(void *context, const struct import_change *change, struct err *err);
    void (*progress)(void *context, const char *file, int64_t done, int64_t total);
    /* A file (by its place in the list) is written whole; told again if all is read a second time. */
    int (*done)(void *context, int file, const struct import_count *count, struct err *err);
};

struct import_spec {
    const struct kind *kind; /* with the map and the store applied */
    const struct packs *packs;
    const struct ignored *ignored;
    const char *const *files;
    int count;
    struct records_options read;
    struct vault *vault; /* NULL: no key, so no personal value can be written */
    const char *rejects; /* a file for refused records; NULL: any refusal refuses all */
    int64_t bound_to;    /* only rows of this store may be written; 0: of all */
    int window; /* records taken together where the engine loads rows; 0: as many as are best */
};

/* `counts`: one a file. 0; 1 if records were refused into the rejects file; -1 with the first thing that is
 * wrong, and nothing may be committed. */
int import_run(struct db *db, struct arena *arena, const struct import_spec *spec,
               struct import_count *counts, const struct import_events *events, struct err *err);

#endif
