#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/str.h"
#include "db/driver.h"
#include "db/migrate.h"

/* ---- what drivers share ---- */

static char *
copy(const char *text)
{
    size_t size = strlen(text) + 1;
    return memcpy(mem_alloc(size), text, size);
}

void
db_init(struct db *db, const struct driver *driver, const char *place, enum db_mode mode,
        const struct db_options *options)
{
    *db = (struct db){.driver = driver, .place = copy(place), .mode = mode, .options = *options};
}

int
db_fail_missing(const char *place, struct err *err)
{
    struct str word = STR_INIT;
    str_add_shell(&word, place);
    err_set(err, ERR_DB, _("%s: no such database; make one with: medi-db init -d %s"), place,
            word.text);
    str_release(&word);
    return -1;
}

void
db_index_free(struct db_index *index)
{
    free(index->table);
    free(index->name);
    free(index->text);
    free(index);
}

static void
forget_indexes(struct db *db)
{
    while (db->suspended) {
        struct db_index *index = db->suspended;
        db->suspended = index->next;
        db_index_free(index);
    }
}

void
db_release(struct db *db)
{
    forget_indexes(db);
    free(db->place);
}

void
db_suspend(struct db *db, const char *table, const char *name, const char *text)
{
    struct db_index **end = &db->suspended;
    while (*end)
        end = &(*end)->next;
    *end = mem_alloc(sizeof **end);
    **end = (struct db_index){NULL, copy(table), copy(name), copy(text)};
}

/* ---- open and close ---- */

static const struct driver *
choose_driver(const char *url, const char **place, struct err *err)
{
    static const char sqlite[] = "sqlite:";
    *place = url;
    if (str_starts(url, "postgresql://") || str_starts(url, "postgres://"))
        return &driver_postgres;
    if (str_starts(url, sqlite))
        *place += sizeof sqlite - 1;
    if (*place == url && strstr(url, "://")) {
        err_set(
            err, ERR_USAGE,
            _("unknown kind of database URL; give FILE, sqlite:FILE or postgresql://HOST/NAME"));
        return NULL;
    }
    if (**place == '\0') {
        err_set(err, ERR_USAGE,
                _("the name of the database is empty; give FILE, sqlite:FILE or "
                  "postgresql://HOST/NAME"));
        return NULL;
    }
    return &driver_sqlite;
}

int
db_open(struct db **db, const char *url, enum db_mode mode, const struct db_options *options,
        struct err *err)
{
    *db = NULL;
    const char *place;
    const struct driver *driver = choose_driver(url, &place, err);
    if (!driver)
        return -1;
    struct db_options chosen = options ? *options : (struct db_options){0};
    chosen.create = chosen.create && mode == DB_ADMIN;
    if (driver->open(db, place, mode, &chosen, err) != 0)
        return -1;
    if (mode != DB_ADMIN && !chosen.any_version && migrate_require(*db, err) != 0) {
        db_close(*db);
        *db = NULL;
        return -1;
    }
    return 0;
}

const char *
db_file(const char *url)
{
    struct err ignored;
    const char *place;
    return choose_driver(url, &place, &ignored) == &driver_sqlite ? place : NULL;
}

void
db_close(struct db *db)
{
    if (!db)
        return;
    db_rollback(db);
    db->driver->close(db);
}

const char *
db_place(const struct db *db)
{
    return db->place;
}

const char *
db_user(const struct db *db)
{
    return db->driver->user ? db->driver->user(db) : NULL;
}

/* ---- statements ---- */

/* An engine ends a transaction by itself on some errors (a full disk). What is run after that would
 * be kept at once and alone, so it is refused. */
int
db_still_begun(struct db *db, struct err *err)
{
    if (!db->begun)
        return 0;
    if (db->watch.sound && db->watch.sound(db->watch.context, err) != 0)
        return -1;
    if (db->driver->in_transaction(db))
        return 0;
    return err_set(err, ERR_DB,
                   _("%s: the transaction ended early; nothing of it was written; run it again"),
                   db->place);
}

int
db_script(struct db *db, const char *sql, struct err *err)
{
    if (db_still_begun(db, err) != 0)
        return -1;
    int result = db->driver->script(db, sql, err);
    db_settle(db, result == 0);
    return result;
}

int
db_prepare(struct db *db, struct db_stmt **stmt, const char *sql, struct err *err)
{
    *stmt = NULL;
    return db->driver->prepare(db, stmt, sql, err);
}

void
db_finish(struct db_stmt *stmt)
{
    if (!stmt)
        return;
    db_settle(stmt->db, true);
    stmt->db->driver->finish(stmt);
}

void
db_bind(struct db_stmt *stmt, int index, struct db_value value)
{
    stmt->db->driver->bind(stmt, index, value);
}

int
db_step(struct db_stmt *stmt, struct err *err)
{
    stmt->conflict = false;
    stmt->changed = 0;
    if (db_still_begun(stmt->db, err) != 0)
        return -1;
    int result = stmt->db->driver->step(stmt, err);
    if (result != 1) /* with a row in hand it may still fail */
        db_settle(stmt->db, result == 0);
    return result;
}

void
db_reset(struct db_stmt *stmt)
{
    stmt->db->driver->reset(stmt);
    db_settle(stmt->db, true);
}

bool
db_conflict(const struct db_stmt *stmt)
{
    return stmt->conflict;
}

int64_t
db_changed(const struct db_stmt *stmt)
{
    return stmt->changed;
}

int
db_column_count(const struct db_stmt *stmt)
{
    return stmt->db->driver->column_count(stmt);
}

const char *
db_column_name(const struct db_stmt *stmt, int column)
{
    return stmt->db->driver->column_name(stmt, column);
}

struct db_value
db_get(const struct db_stmt *stmt, int column)
{
    return stmt->db->driver->get(stmt, column);
}

int64_t
db_get_int(const struct db_stmt *stmt, int column)
{
    return db_get(stmt, column).number;
}

const char *
db_get_text(const struct db_stmt *stmt, int column)
{
    struct db_value value = db_get(stmt, column);
    return value.type == DB_TEXT ? value.text : NULL; /* bytes have no end */
}

const char *
db_keep_text(const struct db_stmt *stmt, int column, struct arena *arena)
{
    struct db_value value = db_get(stmt, column);
    return value.type == DB_TEXT ? arena_strndup(arena, value.text, value.length) : NULL;
}

int
db_run(struct db *db, const char *sql, const struct db_value *values, int count, struct err *err)
{
    struct db_stmt *stmt;
    if (db_prepare(db, &stmt, sql, err) != 0)
        return -1;
    for (int i = 0; i < count; i++)
        db_bind(stmt, i + 1, values[i]);
    int result = db_step(stmt, err);
    db_finish(stmt);
    return result < 0 ? -1 : 0;
}

/* ---- questions of packs ---- */

int
db_confine(struct db *db, int ms, struct err *err)
{
    return db->driver->confine(db, ms, err);
}

int
db_question(struct db *db, struct db_stmt **stmt, const char *sql, struct err *err)
{
    struct str text = STR_INIT;
    str_adds(&text, db->driver->question_head);
    str_adds(&text, sql);
    str_adds(&text, db->driver->question_tail);
    int result = db_prepare(db, stmt, text.text, err);
    str_release(&text);
    return result;
}

/* ---- transactions ---- */

int
db_begin(struct db *db, struct err *err)
{
    if (db->begun)
        return err_set(err, ERR_DB, _("%s: a transaction is open already"), db->place);
    db->again = DB_NOT_AGAIN;
    if (db->driver->begin(db, err) != 0)
        return -1;
    db->begun = true;
    return 0;
}

int
db_commit(struct db *db, struct err *err)
{
    if (!db->begun)
        return err_set(err, ERR_DB, _("%s: no transaction is open"), db->place);
    if (db_still_begun(db, err) != 0)
        return -1;
    if (db->suspended)
        return err_set(err, ERR_DB, _("%s: the indexes of %s were not built again"), db->place,
                       db->suspended->table);
    if (db->driver->commit(db, err) != 0)
        return -1;
    db->begun = false;
    db_moment(db, DB_COMMITTED);
    return 0;
}

void
db_rollback(struct db *db)
{
    bool begun = db->begun;
    if (db->driver->in_transaction(db))
        db->driver->rollback(db);
    db_settle(db, false);
    if (begun)
        db_moment(db, DB_ROLLED_BACK);
    db->begun = false;
    forget_indexes(db);
}

bool
db_in_transaction(const struct db *db)
{
    return db->begun && db->driver->in_transaction(db);
}

void
db_scope(struct db *db, int64_t store_id)
{
    db->scope = store_id;
}

enum db_again
db_again(const struct db *db)
{
    return db->again;
}

int64_t
db_total_changes(const struct db *db)
{
    return db->driver->total_changes(db);
}

static int
savepoint(struct db *db, enum savepoint_do what, const char *name, struct err *err)
{
    if (!db->begun)
        return err_set(err, ERR_DB, _("%s: no transaction is open"), db->place);
    if (db_still_begun(db, err) != 0)
        return -1;
    return db->driver->savepoint(db, what, name, err);
}

int
db_savepoint(struct db *db, const char *name, struct err *err)
{
    if (db->suspended) /* so that what is suspended was so inside all savepoints: see rollback */
        return err_set(err, ERR_DB, _("%s: no savepoint while indexes are suspended"), db->place);
    db_moment(db, DB_SAVEPOINT); /* who watches may have to write first */
    if (savepoint(db, SAVEPOINT_SET, name, err) == 0)
        return 0;
    db_moment(db, DB_RELEASED);
    return -1;
}

int
db_savepoint_release(struct db *db, const char *name, struct err *err)
{
    if (savepoint(db, SAVEPOINT_RELEASE, name, err) != 0)
        return -1;
    db_moment(db, DB_RELEASED);
    return 0;
}

/* No error to give: if the engine ended the transaction, the next statement says so. The indexes that were
 * suspended since the savepoint are back with it. */
void
db_savepoint_rollback(struct db *db, const char *name)
{
    struct err ignored;
    if (savepoint(db, SAVEPOINT_BACK, name, &ignored) != 0)
        return;
    forget_indexes(db);
    db_moment(db, DB_BACK);
}

/* ---- the catalogue ---- */

int
db_check(struct db *db, db_found *found, void *context, struct err *err)
{
    return db->driver->check(db, found, context, err);
}

int
db_shape(struct db *db, db_found *found, void *context, struct err *err)
{
    return db->driver->shape ? db->driver->shape(db, found, context, err) : 0;
}

int
db_columns(struct db *db, const char *table, db_column_seen *column, void *context, struct err *err)
{
    return db->driver->columns(db, table, column, context, err);
}

int
db_references(struct db *db, const char *table, db_reference_seen *seen, void *context,
              struct err *err)
{
    return db->driver->references(db, table, seen, context, err);
}
