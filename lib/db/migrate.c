#include "db/migrate.h"

#include "base/str.h"
#include "db/driver.h"
#include "db/sql.h"

static int
last_of(const struct migration *list)
{
    int version = 0;
    for (; list->version; list++)
        version = list->version;
    return version;
}

int
migrate_latest(void)
{
    return last_of(migrations);
}

static int
count_column(void *context, const struct db_column *column, struct err *err)
{
    (void)column;
    (void)err;
    ++*(int *)context;
    return 0;
}

static int
not_ours(struct db *db, struct err *err)
{
    return err_set(err, ERR_DB, _("%s: not a medi database"), db_place(db));
}

static int
recorded_version(struct db *db, struct err *err)
{
    struct db_stmt *stmt;
    int result = sql_first(db, &stmt, SQL_DB_MIGRATION_VERSION, NULL, 0, err);
    if (result != 1)
        return result < 0 ? -1 : not_ours(db, err);
    int64_t version = db_get_int(stmt, 0);
    db_finish(stmt);
    return version < 0 || version > INT32_MAX ? not_ours(db, err) : (int)version;
}

int
migrate_version(struct db *db, struct err *err)
{
    int columns = 0;
    if (db_columns(db, "migration", count_column, &columns, err) != 0)
        return -1;
    if (columns > 0)
        return recorded_version(db, err);
    int tables = db->driver->tables(db, err);
    if (tables < 0)
        return -1;
    return tables == 0 ? 0 : not_ours(db, err);
}

static int
too_new(struct db *db, int version, int latest, struct err *err)
{
    return err_set(err, ERR_DB,
                   _("%s: schema %d was made by a newer medi (this program knows %d); upgrade the "
                     "programs"),
                   db_place(db), version, latest);
}

static int
too_old(const struct db *db, int version, int latest, struct err *err)
{
    struct str word = STR_INIT;
    str_add_shell(&word, db_place(db));
    err_set(err, ERR_DB,
            _("%s: schema %d is older than this program's %d; run: medi-db migrate -d %s"),
            db_place(db), version, latest, word.text);
    str_release(&word);
    return -1;
}

int
migrate_require(struct db *db, struct err *err)
{
    int latest = migrate_latest();
    int version = migrate_version(db, err);
    if (version < 0)
        return -1;
    if (version > latest)
        return too_new(db, version, latest, err);
    return version < latest ? too_old(db, version, latest, err) : 0;
}

/* Inside the transaction: the script, what the engine needs beside it, and its row, so that all are there or
 * none. */
static int
apply_inside(struct db *db, const struct migration *migration, int64_t now, struct err *err)
{
    if (db_script(db, migration->text, err) != 0 || db_still_begun(db, err) != 0 ||
        (db->driver->adopt && db->driver->adopt(db, err) != 0))
        return err_wrap(err, _("migration %s"), migration->name);
    const struct db_value row[] = {
        db_int(migration->version),
        db_text(migration->name),
        db_int(now),
    };
    if (sql_run(db, SQL_DB_MIGRATION_ADD, row, 3, NULL, err) != 0)
        return err_wrap(err, _("migration %s"), migration->name);
    return 0;
}

/* 1 applied, 0 somebody else was quicker, -1 error. The version is read under the write lock. */
static int
apply_alone(struct db *db, const struct migration *migration, int64_t now, struct err *err)
{
    if (db_begin(db, err) != 0)
        return -1;
    int version = migrate_version(db, err);
    if (version < 0)
        goto undo;
    if (version >= migration->version) {
        db_rollback(db);
        return 0;
    }
    if (apply_inside(db, migration, now, err) != 0 || db_commit(db, err) != 0)
        goto undo;
    return 1;
undo:
    db_rollback(db);
    return -1;
}

static int
apply(struct db *db, const struct migration *migration, int64_t now, struct err *err)
{
    if (!db_in_transaction(db))
        return apply_alone(db, migration, now, err);
    return apply_inside(db, migration, now, err) == 0 ? 1 : -1;
}

int
migrate_run_list(struct db *db, const struct migration *list, int64_t now, migrate_applied *applied,
                 void *context, struct err *err)
{
    int version = migrate_version(db, err);
    if (version < 0)
        return -1;
    if (version > last_of(list))
        return too_new(db, version, last_of(list), err);
    for (; list->version; list++) {
        if (list->version <= version)
            continue;
        int result = apply(db, list, now, err);
        if (result < 0)
            return -1;
        if (result > 0 && applied)
            applied(context, list);
    }
    return 0;
}

int
migrate_run(struct db *db, int64_t now, migrate_applied *applied, void *context, struct err *err)
{
    return migrate_run_list(db, migrations, now, applied, context, err);
}
