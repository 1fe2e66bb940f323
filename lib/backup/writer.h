/*
 * writer: a backup being written: the outer header, and items squeezed and sealed behind it.
 */
#ifndef MEDI_BACKUP_WRITER_H
#define MEDI_BACKUP_WRITER_H

#include "backup/item.h"
#include "backup/outer.h"

struct writer;

/* Writes the header to `file` (open, empty; not closed here). `outer` says flags but BOXED, schema, at and
 * identity; with a recovery key (its public half) the stream's key is put in a box for it, and `outer` is
 * completed. `path` is for words, and lives as long. ERR_DATA: nobody can have that recovery key. */
int writer_begin(struct writer **writer, int file, const char *path, struct outer *outer,
                 const unsigned char *recovery, const char *version, struct err *err);
void writer_free(struct writer *writer); /* NULL-safe */

int writer_table(struct writer *writer, const struct item_table *table, struct err *err);
int writer_row(struct writer *writer, const struct db_value *values, struct err *err);
int writer_table_end(struct writer *writer, struct err *err);
int writer_file(struct writer *writer, const struct item_file *file, struct err *err);

/* Writes what is still in memory; the caller syncs the file. */
int writer_end(struct writer *writer, struct err *err);

const struct item_counts *writer_counts(const struct writer *writer);
int64_t writer_bytes(const struct writer *writer); /* of the file */
const unsigned char *
writer_key(const struct writer *writer); /* of the stream: to read back what was written */

#endif
