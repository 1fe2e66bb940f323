/*
 * shelf: where backups are put: FILE, which is the newest, and its older generations beside it, FILE.TIME,
 * by the time at which each was made (FILE.20261001T010000Z, and -2, -3 … behind for more of one second).
 *
 * A backup is written to FILE.unfinished, and gets its name when it was verified; what a killed program
 * left under that name is overwritten. At every moment FILE is a whole backup if it was one before. Nothing
 * is ever removed but generations that are backups of the same database.
 */
#ifndef MEDI_BACKUP_SHELF_H
#define MEDI_BACKUP_SHELF_H

#include "backup/outer.h"
#include "base/arena.h"

struct shelf {
    struct arena *arena;
    const char *path, *unfinished, *identity;
    int64_t keep; /* generations, the new one among them; 0: FILE must not be there */
    int file;     /* FILE.unfinished: open, empty, locked, 0600; or -1 */
};

/* ERR_IO: FILE is there and `keep` is 0, or is no backup or another database's, or cannot be written;
 * ERR_BUSY: another program is writing it. The texts live as long. On an error nothing is to be closed. */
int shelf_begin(struct shelf *shelf, struct arena *arena, const char *path, const char *identity,
                int64_t keep, struct err *err);

/* Reads what was written back from its beginning: a descriptor of its own, to be closed; -1. */
int shelf_reread(struct shelf *shelf, struct err *err);

/* The unfinished one becomes FILE; `removed` gets the number of generations that were too many. */
int shelf_put(struct shelf *shelf, int64_t *removed, struct err *err);

/* In any case, at the end; takes an unfinished one away. */
void shelf_close(struct shelf *shelf);

#endif
