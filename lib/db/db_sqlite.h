/*
 * The SQLite driver's own: shared by the db_sqlite*.c files only.
 *
 * db_sqlite.c opens, closes and keeps transactions; db_sqlite_file.c finds and makes the file;
 * db_sqlite_stmt.c runs statements; db_sqlite_catalog.c reads the catalogue; db_sqlite_watch.c tells
 * of written rows; db_sqlite_error.c turns result codes into words.
 */
#ifndef MEDI_DB_DB_SQLITE_H
#define MEDI_DB_DB_SQLITE_H

#include "db/driver.h"

struct sqlite3;
struct sqlite3_stmt;

struct sqlite_db {
    struct db base;
    struct sqlite3 *handle;
    int failure;      /* the result code of the last sqlite_fail */
    int64_t deadline; /* of a confined question, monotonic milliseconds */
    char *made;       /* the path, if this connection made the file; else NULL */
};

struct sqlite_stmt {
    struct db_stmt base;
    struct sqlite3_stmt *handle;
    int bind_code; /* the first failure of a bind since the last reset; db_step reports it */
    int count;     /* parameters: the highest n of $n */
    int slots[];   /* of $1 … $count: SQLite's own index, 0 where the text leaves one out */
};

/* What SQLite's page cache and sorter may take, in KiB. Building an index needs little cache, and the
 * sorter takes as much again: with 256 MB three indexes on 5 M rows took 16.4 s of CPU and 460 MB,
 * with 16 MB 11.3 s and 37 MB. SQLite does not count all that it adds to a page of 4 KiB (272 bytes, of
 * which it counts half): CACHE_BULK is 256 MiB with them. */
enum { CACHE_NORMAL = 8 * 1024, CACHE_BULK = 256 * 1024 / 33 * 32, CACHE_INDEX = 16 * 1024 };

/* The file name as SQLite is given it: relative names begin with ./, so that none is taken for one
 * of SQLite's own (:memory:, file:…). Owned by the caller. */
char *sqlite_path(const char *place);
int sqlite_file_find(const char *path, const char *place, struct err *err);
int sqlite_file_make(const char *path, const char *place, struct err *err); /* mode 0600 */

int sqlite_exec(struct sqlite_db *db, const char *sql, struct err *err);
int sqlite_cache(struct sqlite_db *db, int kib, struct err *err);

/* Words for the result code of the call just made; -1. */
int sqlite_fail(struct sqlite_db *db, int code, struct err *err);
bool sqlite_is_conflict(int code);

int sqlite_prepare(struct db *db, struct db_stmt **stmt, const char *sql, struct err *err);
void sqlite_finish(struct db_stmt *stmt);
void sqlite_bind(struct db_stmt *stmt, int index, struct db_value value);
int sqlite_step(struct db_stmt *stmt, struct err *err);
void sqlite_reset(struct db_stmt *stmt);
int sqlite_column_count(const struct db_stmt *stmt);
const char *sqlite_column_name(const struct db_stmt *stmt, int column);
struct db_value sqlite_get(const struct db_stmt *stmt, int column);

int sqlite_confine(struct db *db, int ms, struct err *err);

int sqlite_tables(struct db *db, struct err *err);
int sqlite_indexes(struct db *db, const char *table, struct err *err);
int sqlite_index_drop(struct db *db, const struct db_index *index, struct err *err);
int sqlite_index_build(struct db *db, const struct db_index *index, struct err *err);
int sqlite_watch(struct db *db, struct err *err);
void sqlite_mute(struct db *db, bool muted);
int sqlite_check(struct db *db, db_found *found, void *context, struct err *err);
int sqlite_shape(struct db *db, db_found *found, void *context, struct err *err);
int sqlite_columns(struct db *db, const char *table, db_column_seen *column, void *context,
                   struct err *err);
int sqlite_references(struct db *db, const char *table, db_reference_seen *seen, void *context,
                      struct err *err);

#endif
