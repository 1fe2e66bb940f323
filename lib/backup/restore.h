/*
 * restore: a backup back into a database, of whichever engine.
 *
 *     restore_open     reads what it is: refused before anything is touched
 *     restore_fill     into a database of db/replace.h, in its transaction: all rows as they were
 *     restore_check    they agree with the log among them
 *     restore_close
 */
#ifndef MEDI_BACKUP_RESTORE_H
#define MEDI_BACKUP_RESTORE_H

#include "backup/extra.h"
#include "backup/tables.h"
#include "backup/verify.h"
#include "db/migrate.h"

struct restore;

struct restore_spec {
    const char *path;
    struct reader_key key;
    bool as_is;                         /* also what does not agree with its log */
    const struct migration *migrations; /* the program's own */
    int64_t now;
    verify_rows *rows; /* may be NULL */
    void *context;
};

/* ERR_DATA: no backup, damaged, for another key, of a newer schema. The specification and the arena live as
 * long. */
int restore_open(struct restore **restore, struct arena *arena, const struct restore_spec *spec,
                 struct err *err);
void restore_close(struct restore *restore); /* NULL-safe */

const struct outer *restore_outer(const struct restore *restore);
const struct item_counts *restore_counts(const struct restore *restore);
const struct extra *restore_extra(const struct restore *restore);

/* `has_tables`: they are there, of the backup's schema (else ERR_DB), and are emptied; otherwise they are
 * made. */
int restore_fill(struct restore *restore, struct db *db, bool has_tables, struct err *err);

/* Reads them all from `db` again. ERR_DATA: rows and log do not agree, and not `as_is`. */
int restore_check(struct restore *restore, struct db *db, struct findings *findings,
                  struct err *err);

#endif
