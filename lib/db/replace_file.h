/*
 * replace_file: the files of an SQLite database that takes another's place. Inside lib/db.
 */
#ifndef MEDI_DB_REPLACE_FILE_H
#define MEDI_DB_REPLACE_FILE_H

#include "base/arena.h"
#include "db/replace.h"

struct replace_file {
    const char *place, *build; /* where it is to stand; where it is built */
    const char *kept;          /* what the old one is called afterwards; NULL: there is none */
    bool old, wal;             /* there is an old file, a log beside its place */
    int folder, lock;          /* open and locked: the directory, the old file; or -1 */
};

/* The names are in the arena. On an error, and at the end, replace_file_release. */
int replace_file_take(struct replace_file *file, struct arena *arena, const char *place,
                      const struct replace_options *options, struct err *err);

/* Nobody has it open, and all is in the one file. */
int replace_file_put(struct replace_file *file, struct err *err);

/* Takes away what was built and not put in its place. */
void replace_file_drop(struct replace_file *file);
void replace_file_release(struct replace_file *file);

#endif
