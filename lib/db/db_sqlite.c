#include "db/db_sqlite.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/heap.h"

#define MARK "1835361385" /* 0x6d656469: "medi" in the header of the file */

int
sqlite_exec(struct sqlite_db *db, const char *sql, struct err *err)
{
    int code = sqlite3_exec(db->handle, sql, NULL, NULL, NULL);
    return code == SQLITE_OK ? 0 : sqlite_fail(db, code, err);
}

int
sqlite_cache(struct sqlite_db *db, int kib, struct err *err)
{
    char sql[64];
    snprintf(sql, sizeof sql, "PRAGMA cache_size=-%d", kib);
    return sqlite_exec(db, sql, err);
}

static int
sqlite_script(struct db *db, const char *sql, struct err *err)
{
    return sqlite_exec((struct sqlite_db *)db, sql, err);
}

/* ---- open ---- */

/* Settings that cost no statement. A file may come from anywhere: its schema is not trusted, and
 * nothing may write to SQLite's own tables. */
static void
configure(struct sqlite_db *db)
{
    sqlite3_busy_timeout(db->handle, db->base.options.wait_ms);
    sqlite3_db_config(db->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    sqlite3_db_config(db->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
    sqlite3_db_config(db->handle, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
    sqlite3_db_config(db->handle, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
    sqlite3_db_config(db->handle, SQLITE_DBCONFIG_ENABLE_FKEY, !db->base.options.bulk, NULL);
}

/* Lasting settings of a new file. The mark goes in before WAL, so that it is in the file itself. */
static int
furnish(struct sqlite_db *db, struct err *err)
{
    static const char settings[] = "PRAGMA page_size=4096; PRAGMA application_id=" MARK;
    if (sqlite_exec(db, settings, err) != 0)
        return -1;
    return sqlite_exec(
        db, db->base.options.apart ? "PRAGMA journal_mode=OFF" : "PRAGMA journal_mode=WAL", err);
}

static int
check_mark(struct sqlite_db *db, struct err *err)
{
    sqlite3_stmt *stmt;
    int code = sqlite3_prepare_v2(db->handle, "PRAGMA application_id", -1, &stmt, NULL);
    if (code != SQLITE_OK)
        return sqlite_fail(db, code, err);
    int result = 0;
    code = sqlite3_step(stmt);
    if (code != SQLITE_ROW)
        result = sqlite_fail(db, code, err);
    else if (sqlite3_column_int(stmt, 0) != atoi(MARK))
        result = err_set(err, ERR_DB, _("%s: not a medi database"), db->base.place);
    sqlite3_finalize(stmt);
    return result;
}

/* A page cache of so many KiB, in memory that comes in large pages: see heap.h. */
static int
furnish_cache(struct sqlite_db *db, int kib, struct err *err)
{
    heap_expect((size_t)kib / 32 * 33 * 1024);
    return sqlite_cache(db, kib, err);
}

/* Temporary files stay on disk (SQLite's default): a large sort in memory is no faster, and was 246
 * MB where the file needed 29. */
static int
adjust(struct sqlite_db *db, struct err *err)
{
    static const char rules[] = "PRAGMA cell_size_check=ON", off[] = "PRAGMA synchronous=OFF",
                      full[] = "PRAGMA synchronous=FULL";
    if (sqlite_exec(db, rules, err) != 0)
        return -1;
    if (db->base.mode != DB_READ && sqlite_exec(db, db->base.options.apart ? off : full, err) != 0)
        return -1;
    return furnish_cache(db, db->base.options.bulk ? CACHE_BULK : CACHE_NORMAL, err);
}

/* What is of the whole process, and only takes before the first connection (later it is refused, and nothing
 * changes): medi has one thread, and nobody asks how much memory SQLite has, so neither locks nor counts. */
static void
configure_library(void)
{
    sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

static int
connect(struct sqlite_db *db, const char *path, struct err *err)
{
    int access = db->base.mode == DB_READ ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
    configure_library();
    int code = sqlite3_open_v2(path, &db->handle,
                               access | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);
    if (code != SQLITE_OK)
        return sqlite_fail(db, code, err);
    if (db->base.mode != DB_READ && sqlite3_db_readonly(db->handle, "main") == 1)
        return sqlite_fail(db, SQLITE_READONLY, err);
    configure(db);
    if (db->made && furnish(db, err) != 0)
        return -1;
    if (check_mark(db, err) != 0)
        return -1;
    return adjust(db, err);
}

/* Whether another file was put in its place between the opening and the first look, which holds it: see
 * replace.h. */
static bool
has_moved(struct sqlite_db *db)
{
    int moved = 0;
    sqlite3_file_control(db->handle, "main", SQLITE_FCNTL_HAS_MOVED, &moved);
    return moved != 0;
}

static int
connect_to_present(struct sqlite_db *db, const char *path, struct err *err)
{
    int result = connect(db, path, err);
    for (int tries = 0; result == 0 && !db->made && has_moved(db) && tries < 8; tries++) {
        sqlite3_close_v2(db->handle);
        db->handle = NULL;
        result = connect(db, path, err);
    }
    return result;
}

/* A database that this connection made and into which nothing came, is taken away again: so a
 * full disk or a failed migration leaves no half-made file in the way of the next try. */
static bool
is_vain(struct sqlite_db *db)
{
    struct err ignored;
    if (!db->made)
        return false;
    return !sqlite3_db_filename(db->handle, "main") || sqlite_tables(&db->base, &ignored) == 0;
}

static void
sqlite_close(struct db *db)
{
    struct sqlite_db *lite = (struct sqlite_db *)db;
    bool vain = is_vain(lite);
    sqlite3_close_v2(lite->handle);
    if (vain)
        unlink(lite->made);
    free(lite->made);
    db_release(db);
    free(lite);
}

static int
sqlite_open(struct db **out, const char *place, enum db_mode mode, const struct db_options *options,
            struct err *err)
{
    char *path = sqlite_path(place);
    int result =
        options->create ? sqlite_file_make(path, place, err) : sqlite_file_find(path, place, err);
    if (result != 0) {
        free(path);
        return -1;
    }
    struct sqlite_db *db = mem_alloc(sizeof *db);
    *db = (struct sqlite_db){.made = options->create ? path : NULL};
    db_init(&db->base, &driver_sqlite, place, mode, options);
    result = connect_to_present(db, path, err);
    if (!db->made)
        free(path);
    if (result != 0)
        sqlite_close(&db->base);
    else
        *out = &db->base;
    return result;
}

/* ---- transactions ---- */

static int
sqlite_begin(struct db *db, struct err *err)
{
    return sqlite_script(db, db->mode == DB_READ ? "BEGIN" : "BEGIN IMMEDIATE", err);
}

static int
sqlite_commit(struct db *db, struct err *err)
{
    return sqlite_script(db, "COMMIT", err);
}

/* If it fails, the transaction was ended by SQLite already. */
static void
sqlite_rollback(struct db *db)
{
    sqlite3_exec(((struct sqlite_db *)db)->handle, "ROLLBACK", NULL, NULL, NULL);
}

static bool
sqlite_in_transaction(const struct db *db)
{
    return sqlite3_get_autocommit(((const struct sqlite_db *)db)->handle) == 0;
}

static int64_t
sqlite_total_changes(const struct db *db)
{
    return sqlite3_total_changes64(((const struct sqlite_db *)db)->handle);
}

static int
sqlite_savepoint(struct db *db, enum savepoint_do what, const char *name, struct err *err)
{
    static const char *const form[] = {
        [SAVEPOINT_SET] = "SAVEPOINT \"%w\"",
        [SAVEPOINT_RELEASE] = "RELEASE \"%w\"",
        [SAVEPOINT_BACK] = "ROLLBACK TO \"%w\"; RELEASE \"%w\"",
    };
    char *sql = sqlite3_mprintf(form[what], name, name);
    if (!sql)
        return sqlite_fail((struct sqlite_db *)db, SQLITE_NOMEM, err);
    int result = sqlite_script(db, sql, err);
    sqlite3_free(sql);
    return result;
}

const struct driver driver_sqlite = {
    .open = sqlite_open,
    .close = sqlite_close,
    .tables = sqlite_tables,
    .script = sqlite_script,
    .prepare = sqlite_prepare,
    .finish = sqlite_finish,
    .bind = sqlite_bind,
    .confine = sqlite_confine,
    .question_head = "SELECT q.* FROM (",
    .question_tail =
        "\n) AS q WHERE CAST($1 AS BIGINT) IS NOT NULL AND CAST($2 AS BIGINT) IS NOT NULL "
        "AND CAST($3 AS BIGINT) IS NOT NULL",
    .step = sqlite_step,
    .reset = sqlite_reset,
    .column_count = sqlite_column_count,
    .column_name = sqlite_column_name,
    .get = sqlite_get,
    .begin = sqlite_begin,
    .commit = sqlite_commit,
    .rollback = sqlite_rollback,
    .savepoint = sqlite_savepoint,
    .in_transaction = sqlite_in_transaction,
    .total_changes = sqlite_total_changes,
    .indexes = sqlite_indexes,
    .index_drop = sqlite_index_drop,
    .index_build = sqlite_index_build,
    .watch = sqlite_watch,
    .mute = sqlite_mute,
    .check = sqlite_check,
    .shape = sqlite_shape,
    .columns = sqlite_columns,
    .references = sqlite_references,
};
