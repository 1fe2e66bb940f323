/*
 * file: reading, writing and naming files so that what was said to be done is done.
 */
#ifndef MEDI_BACKUP_FILE_H
#define MEDI_BACKUP_FILE_H

#include <stdbool.h>
#include <sys/types.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"

/* For reading: a regular file, or anything that reads from its beginning on (a pipe). -1. */
int file_open(const char *path, struct err *err);

/* As many bytes as there are, at most `room`; -1 with errno. */
ssize_t file_read(int file, void *bytes, size_t room);
bool file_write(int file, const void *bytes, size_t length); /* false with errno */

/* All of it; ERR_DATA if it is longer than `most`. */
int file_load(struct str *text, const char *path, size_t most, struct err *err);

/* A new file with that mode and nothing else, on the disk with its name; one that is there is ERR_IO. */
int file_make(const char *path, mode_t mode, const void *bytes, size_t length, struct err *err);

/* The names in the directory of the file are on the disk. */
int file_sync_folder(const char *path, struct err *err);

char *file_folder(struct arena *arena, const char *path); /* "." if it names none */
const char *file_base(const char *path);

#endif
