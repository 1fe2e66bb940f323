/*
 * verify: a backup read from its beginning to its end without restoring it: all of it opens, what it holds is
 * well-formed, and its rows agree with the log among them.
 */
#ifndef MEDI_BACKUP_VERIFY_H
#define MEDI_BACKUP_VERIFY_H

#include "backup/proof.h"
#include "backup/reader.h"

struct verify_table {
    const char *name;
    int64_t rows;
};

/* What a backup holds. Texts are in the arena. */
struct verified {
    struct outer outer;
    const char *version;
    struct item_counts counts;
    struct verify_table *tables;
    int table_count;
    const char **files; /* names of packs; the key's is "" */
    int file_count;
    int64_t findings;  /* where rows and log do not agree */
    const char *first; /* of them, in words; or NULL */
};

typedef void verify_rows(void *context, int64_t rows); /* so many so far */

/* `file`: open, at its beginning; not closed here. `rows` may be NULL. ERR_DATA, ERR_IO. */
int verify_backup(struct verified *verified, struct arena *arena, int file, const char *path,
                  const struct reader_key *key, verify_rows *rows, void *context, struct err *err);

/* The findings of log/verify.h in an open database: errors only. `rows`: the rows are counted anew too.
 * `schema`: of the database. */
struct findings {
    int64_t count;
    const char *first; /* in words; or NULL. In the arena */
};
int verify_database(struct findings *findings, struct arena *arena, struct db *db, int schema,
                    bool rows, verify_rows *progress, void *context, struct err *err);

#endif
