/*
 * folder: the files of a package. They are written into a folder of another name beside it, PLACE.XXXXXX,
 * which gets its name when all of it is on the disk: under that name there is a whole package or nothing.
 * A run that was killed leaves the other one, which may be removed. Folders are 0700, files 0600.
 *
 *     manifest.tsv   a line a file, by path: path, bytes, rows (empty: it has none), sha256
 */
#ifndef MEDI_PACKAGE_FOLDER_H
#define MEDI_PACKAGE_FOLDER_H

#include <stdint.h>
#include <stdio.h>

#include "base/arena.h"
#include "base/err.h"

enum { FOLDER_HEX = 65, FOLDER_NO_ROWS = -1 };
extern const char folder_manifest[]; /* its name, and that of what signs it */
extern const char folder_note[];
extern const char folder_records[]; /* the one folder inside */

struct folder_file {
    const char *path;
    int64_t bytes, rows;
    char sha256[FOLDER_HEX];
};

struct folder {
    struct arena *arena;
    const char *place;
    char *build; /* where it is written; NULL: not begun, or finished */
    int fd;
    struct folder_file *files;
    int count, room;
    FILE *file; /* that is open */
};

/* ERR_USAGE: there is something of that name. */
int folder_begin(struct folder *folder, struct arena *arena, const char *place, struct err *err);

/* A new file for writing; one at a time. Its end: it is on the disk, and in the manifest. */
FILE *folder_open(struct folder *folder, const char *path, struct err *err);
int folder_close(struct folder *folder, int64_t rows, struct err *err);
int folder_put(struct folder *folder, const char *path, const char *bytes, size_t length,
               int64_t rows, struct err *err);

/* Writes the manifest; `sha256` gets its hash. Then folder_sign, and folder_finish gives it its name. */
int folder_list(struct folder *folder, char sha256[FOLDER_HEX], struct err *err);
int folder_sign(struct folder *folder, const char *note, struct err *err);
int folder_finish(struct folder *folder, struct err *err);

/* Removes what was not finished. Safe in any state. */
void folder_end(struct folder *folder);

/* Bytes and hash of a file below an open folder: 1; 0: there is no such file, or it is no plain file; -1. */
int folder_digest(int fd, struct folder_file *file, struct err *err);

#endif
