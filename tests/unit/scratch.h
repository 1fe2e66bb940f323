/*
 * scratch: a folder of its own for a test, and databases in it.
 *
 * Each test makes its folder with scratch_make() and takes it away with scratch_remove(); file names
 * come from scratch_file(). OK() and FAILS() check a call that takes `&err`.
 *
 * A test of what every engine must do runs once for each: its fixture sets scratch_engine, and the database is
 * then a file in the folder or a schema on the server that MEDI_TEST_PG names (tests/pg url). Without one that half
 * is not run, and main.c says so.
 */
#ifndef MEDI_TESTS_SCRATCH_H
#define MEDI_TESTS_SCRATCH_H

#include <check.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/err.h"
#include "db/db.h"
#include "db/migrate.h"
#include "log/log.h"
#include "server.h"

#define OK(call) ck_assert_msg((call) == 0, "%s: %s", #call, err.text)
#define FAILS(call, wanted, words)                                                                 \
    do {                                                                                           \
        err_clear(&err);                                                                           \
        ck_assert_int_eq((call), -1);                                                              \
        ck_assert_msg(err.kind == (wanted) && strstr(err.text, (words)), "%s: kind %d, words: %s", \
                      #call, (int)err.kind, err.text);                                             \
    } while (0)

enum engine { SQLITE, POSTGRES };
static enum engine scratch_engine;

struct scratch {
    char folder[64];
    char schema[48];
    char file[384]; /* of the last scratch_file(), or the URL of the schema */
};

static inline const char *
scratch_file(struct scratch *scratch, const char *name)
{
    snprintf(scratch->file, sizeof scratch->file, "%s/%s", scratch->folder, name);
    return scratch->file;
}

static inline void
scratch_make(struct scratch *scratch)
{
    strcpy(scratch->folder, "/tmp/medi-unit-XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(scratch->folder));
    scratch_file(scratch, "medi.db");
    scratch->schema[0] = '\0';
    if (scratch_engine == POSTGRES) {
        snprintf(scratch->schema, sizeof scratch->schema, "s%.*s", 40, scratch->folder + 15);
        server_run("", "CREATE SCHEMA \"%s\"", scratch->schema);
        snprintf(scratch->file, sizeof scratch->file, "%s&options=-csearch_path%%3D%%22%s%%22",
                 server_url(), scratch->schema);
    }
}

static inline void
scratch_remove(struct scratch *scratch)
{
    DIR *folder = opendir(scratch->folder);
    struct dirent *entry;
    while (folder && (entry = readdir(folder)))
        if (entry->d_name[0] != '.')
            unlink(scratch_file(scratch, entry->d_name));
    if (folder)
        closedir(folder);
    rmdir(scratch->folder);
    if (*scratch->schema)
        server_run("", "SET client_min_messages = warning; DROP SCHEMA \"%s\" CASCADE",
                   scratch->schema);
}

static inline void
scratch_write(struct scratch *scratch, const char *name, const char *text)
{
    FILE *file = fopen(scratch_file(scratch, name), "w");
    ck_assert_ptr_nonnull(file);
    fputs(text, file);
    fclose(file);
}

/* The files in the folder. */
static inline int
scratch_count(const struct scratch *scratch)
{
    int count = 0;
    DIR *folder = opendir(scratch->folder);
    struct dirent *entry;
    while (folder && (entry = readdir(folder)))
        count += entry->d_name[0] != '.';
    if (folder)
        closedir(folder);
    return count;
}

/* A fresh database of this program's schema in medi.db, closed, with `more` run on it. */
static inline void
scratch_database(struct scratch *scratch, const char *more)
{
    struct err err = {0};
    struct db *db;
    scratch_make(scratch);
    const struct db_options create = {.create = true};
    OK(db_open(&db, scratch->file, DB_ADMIN, &create, &err));
    OK(migrate_run(db, 1748736000, NULL, NULL, &err));
    OK(db_script(db, "INSERT INTO meta VALUES ('identity', 'scratch')", &err));
    OK(db_script(db, more, &err));
    db_close(db);
}

/* Counts all rows of medi.db, and puts an entry behind them, as init and migrate do. */
static inline void
scratch_log(struct scratch *scratch)
{
    struct err err = {0};
    struct db *db;
    struct log *log;
    const struct log_entry entry = {.at = 1748736000,
                                    .actor = "root",
                                    .tool = "medi-db",
                                    .verb = "init",
                                    .subject = "database"};
    OK(db_open(&db, scratch_file(scratch, "medi.db"), DB_WRITE, NULL, &err));
    OK(db_begin(db, &err));
    OK(log_open(&log, db, &err));
    OK(log_recount(log, &err));
    OK(log_add(log, &entry, &err));
    OK(db_commit(db, &err));
    log_close(log);
    db_close(db);
}

/* As scratch_database, but with no tables of medi's except `migration`: quicker to make. */
static inline void
scratch_small(struct scratch *scratch, const char *more)
{
    struct err err = {0};
    struct db *db;
    scratch_make(scratch);
    const struct db_options create = {.create = true};
    const struct migration list[] = {
        {migrate_latest(), "small",
         "CREATE TABLE migration (version INTEGER PRIMARY KEY, name TEXT, applied_at INTEGER)"},
        {0, NULL, NULL},
    };
    OK(db_open(&db, scratch->file, DB_ADMIN, &create, &err));
    OK(migrate_run_list(db, list, 1748736000, NULL, NULL, &err));
    OK(db_script(db, more, &err));
    db_close(db);
}

/* The integer that a statement without parameters answers; -1 if there is no row. */
static inline int64_t
scratch_number(struct db *db, const char *sql)
{
    struct err err = {0};
    struct db_stmt *stmt;
    OK(db_prepare(db, &stmt, sql, &err));
    int result = db_step(stmt, &err);
    ck_assert_msg(result >= 0, "%s: %s", sql, err.text);
    int64_t number = result == 1 ? db_get_int(stmt, 0) : -1;
    db_finish(stmt);
    return number;
}

#endif
