/*
 * window_private: what import_window.c (collects records, and divides a window of which a part cannot be
 * written), window_plan.c and window_write.c share.
 */
#ifndef MEDI_RECORD_WINDOW_PRIVATE_H
#define MEDI_RECORD_WINDOW_PRIVATE_H

#include "record/import_private.h"

enum fate {
    LOOKED_AT, /* something was refused before, so that nothing is written any more */
    NEW,
    SAME,
    CHANGED,
    REFUSED
};

/* What stands under a key, as the import goes on. */
struct standing {
    int next; /* of the same hash: 1 + its entry, or 0 */
    bool there, met;
    bool stored; /* and was before the window, under this id */
    int64_t id;
    const struct db_value *row;
};

struct entry {
    struct record record;
    struct row row;     /* values NULL: it could not be made */
    const char *column; /* why it is refused */
    const char *words;
    enum fate fate;
    bool tells;                    /* the columns that differ from `before` are told */
    const struct db_value *before; /* what stood there */
    struct db_value *merged;       /* CHANGED: what will */
    struct standing key;           /* of the first entry with this key */
    int first;                     /* which that is */
    int64_t id;                    /* NEW */
};

struct window {
    struct import *import;
    struct arena records, plan; /* until the window is flushed; until the next plan */
    size_t bytes;
    struct entry *entries;
    int count, most;
    int *slots; /* by hash of the key: 1 + entry */
    unsigned slot_mask;
    const struct db_value **rows; /* of what is asked for or loaded */
    const bool **given;
    int *which; /* and which entries they are */
    int64_t *ids;
};

int window_columns(const struct window *window); /* of the table */
struct db_value *window_copy(struct arena *arena, const struct db_value *values, int count);
int64_t window_store(const struct window *window, const struct entry *entry);

/* ---- window_plan.c ---- */

/* What each of the entries is. */
int window_plan(struct window *window, int from, int to, struct err *err);

/* ---- window_write.c ---- */

/* Writes what is planned: all or nothing. */
int window_write(struct window *window, int from, int to, struct err *err);

/* Tells what came of an entry that was planned, and written if it had to be. */
int window_tell(struct window *window, const struct entry *entry, struct err *err);

#endif
