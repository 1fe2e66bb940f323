/*
 * import_private: what import.c (files and passes), import_row.c (one record) and import_window.c (many records
 * at once) share.
 */
#ifndef MEDI_RECORD_IMPORT_PRIVATE_H
#define MEDI_RECORD_IMPORT_PRIVATE_H

#include "record/import.h"
#include "record/rejects.h"
#include "record/row.h"
#include "record/seen.h"
#include "record/table.h"

/* How the rows of this run are written. */
enum pace {
    CAREFUL, /* each key is looked for */
    FAST,    /* the table was empty: indexes come later, and find double keys */
};

struct window;

struct import {
    struct db *db;
    struct arena *arena;
    const struct import_spec *spec;
    const struct import_events *events;
    struct row_maker *maker;
    struct table *table;
    struct rejects *rejects;
    struct window *window; /* NULL: records are taken one by one */
    struct seen seen;
    struct arena scratch; /* what is told of one record */
    enum pace pace;
    bool known;                          /* the last row's key was in the table */
    struct db_value *current;            /* the row that is in the table */
    struct import_count *counts, *count; /* all; of the file that is read */
    const char *file;
    bool guarded;     /* a savepoint was set for this record */
    bool created;     /* rows were, for this record's references */
    bool making;      /* of a window: nothing can be created now */
    bool must_create; /* but would have been */
    bool spoiled;     /* FAST: a rule was broken, and nothing tells by which row */
    bool refused;     /* something was, and there is no rejects file: only look, write no more */
    bool first_told;  /* which waits for a second, see tell_refused */
    struct err first; /* the first refusal */
};

/* ---- import_row.c ---- */

/* One record is not taken: into the rejects file, or told, and the import will fail in the end.
 * `err` has the reason; -1 only if the rejects file cannot be written. */
int import_refuse(struct import *import, const struct record *record, const char *column,
                  struct err *err);

/* A change, if anyone wants to know: of a column of the table, or (-1) a new row. */
int import_tell(struct import *import, const struct record *record, int column,
                struct db_value before, struct db_value after, struct err *err);

/* Two reasons to refuse; -1. */
int import_came_before(struct import *import, const struct record *record, struct err *err);
int import_own_row(struct import *import, const struct record *record, struct err *err);

/* Makes a row of a record and writes it. 0 also for one that was refused. */
int import_take(struct import *import, const struct record *record, struct err *err);

row_create import_create;

/* ---- import_window.c ---- */

/* Records that are taken together: each comes out as by import_take, at a few questions to the database for
 * all. They wait until the window is full or flushed, and so do refusals and changes, which are told in
 * their order. For tables that can be loaded, and kinds that do not refer to themselves. */
struct window *window_new(struct import *import);
void window_free(struct window *window); /* NULL-safe */
int window_add(struct window *window, const struct record *record, struct err *err);
int window_flush(struct window *window, struct err *err);
void window_forget(struct window *window); /* what waits */

#endif
