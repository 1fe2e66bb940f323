/*
 * reader: a backup being read, item after item, from its beginning to its end. Nothing that comes from it
 * counts before reader_next has answered 0: then every piece was opened, all counts were right, and nothing
 * was missing or too much.
 *
 * Errors are ERR_DATA (what is read is no whole backup, or not for this key) or ERR_IO (it cannot be read).
 */
#ifndef MEDI_BACKUP_READER_H
#define MEDI_BACKUP_READER_H

#include "backup/item.h"
#include "backup/outer.h"

struct reader;

struct reader_key {
    const unsigned char *stream; /* the stream's own (writer_key), or NULL */
    const char *recovery;        /* file of the recovery key's secret half, or NULL */
};

/* Reads the outer header from `file` (open, at its beginning; not closed here) and what follows at once.
 * `path` is for words, and lives as long. */
int reader_begin(struct reader **reader, int file, const char *path, const struct reader_key *key,
                 struct err *err);
void reader_free(struct reader *reader); /* NULL-safe */

const struct outer *reader_outer(const struct reader *reader);
const char *reader_version(const struct reader *reader); /* of the program that wrote it */

/* 1 a TABLE, ROW, TABLE_END or FILE, whose parts live until the next call (a table until the next table or
 * file); 0 it was all, and whole; -1. */
int reader_next(struct reader *reader, struct item *item, struct err *err);

const struct item_counts *reader_counts(const struct reader *reader);
int64_t reader_bytes(const struct reader *reader); /* of the file that were read */

#endif
