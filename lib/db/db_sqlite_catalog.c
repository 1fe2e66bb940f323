#include "db/db_sqlite.h"

#include <sqlite3.h>
#include <string.h>

#include "base/str.h"

/* One statement over the catalogue, its rows through `row`. */
typedef int catalog_row(struct db_stmt *stmt, void *context, struct err *err);

static int
each_row(struct db *db, const char *sql, const char *table, catalog_row *row, void *context,
         struct err *err)
{
    struct db_stmt *stmt;
    if (sqlite_prepare(db, &stmt, sql, err) != 0)
        return -1;
    sqlite_bind(stmt, 1, db_text(table));
    int result;
    while ((result = sqlite_step(stmt, err)) == 1) {
        if (row(stmt, context, err) != 0) {
            result = -1;
            break;
        }
    }
    sqlite_finish(stmt);
    return result;
}

static const char *
text_of(const struct db_stmt *stmt, int column)
{
    const char *text = sqlite_get(stmt, column).text;
    return text ? text : "";
}

/* ---- tables and columns ---- */

static int
take_count(struct db_stmt *stmt, void *context, struct err *err)
{
    (void)err;
    *(int *)context = (int)sqlite_get(stmt, 0).number;
    return 0;
}

int
sqlite_tables(struct db *db, struct err *err)
{
    int count = 0;
    if (each_row(db, "SELECT count(*) FROM sqlite_schema", NULL, take_count, &count, err) != 0)
        return -1;
    return count;
}

struct columns_walk {
    db_column_seen *seen;
    void *context;
};

static int
give_column(struct db_stmt *stmt, void *context, struct err *err)
{
    const struct columns_walk *walk = context;
    const struct db_column column = {
        .name = text_of(stmt, 0),
        .type = text_of(stmt, 1),
        .not_null = sqlite_get(stmt, 2).number != 0,
        .key = (int)sqlite_get(stmt, 3).number,
    };
    return walk->seen(walk->context, &column, err);
}

int
sqlite_columns(struct db *db, const char *table, db_column_seen *column, void *context,
               struct err *err)
{
    struct columns_walk walk = {column, context};
    return each_row(db,
                    "SELECT name, type, \"notnull\" OR pk > 0, pk FROM pragma_table_info($1) "
                    "ORDER BY cid",
                    table, give_column, &walk, err);
}

struct references_walk {
    db_reference_seen *seen;
    void *context;
};

static int
give_reference(struct db_stmt *stmt, void *context, struct err *err)
{
    const struct references_walk *walk = context;
    return walk->seen(walk->context, text_of(stmt, 0), text_of(stmt, 1), err);
}

int
sqlite_references(struct db *db, const char *table, db_reference_seen *seen, void *context,
                  struct err *err)
{
    struct references_walk walk = {seen, context};
    return each_row(db,
                    "SELECT t.name, f.\"from\" FROM sqlite_schema AS t"
                    " JOIN pragma_foreign_key_list(t.name) AS f "
                    "WHERE t.type = 'table' AND f.\"table\" = $1 AND f.\"to\" = 'id'"
                    " AND NOT EXISTS (SELECT 1 FROM pragma_foreign_key_list(t.name) AS g"
                    "  WHERE g.id = f.id AND g.seq > 0) ORDER BY 1, 2",
                    table, give_reference, &walk, err);
}

/* ---- indexes ---- */

struct indexes_walk {
    struct db *db;
    const char *table;
};

static int
remember_index(struct db_stmt *stmt, void *context, struct err *err)
{
    const struct indexes_walk *walk = context;
    (void)err;
    db_suspend(walk->db, walk->table, text_of(stmt, 0), text_of(stmt, 1));
    return 0;
}

/* Those that were made by CREATE INDEX have a text; those of a key or a UNIQUE in the table do not. */
int
sqlite_indexes(struct db *db, const char *table, struct err *err)
{
    struct indexes_walk walk = {db, table};
    return each_row(db,
                    "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL "
                    "AND lower(tbl_name) = lower($1) ORDER BY rowid",
                    table, remember_index, &walk, err);
}

int
sqlite_index_drop(struct db *db, const struct db_index *index, struct err *err)
{
    struct sqlite_db *lite = (struct sqlite_db *)db;
    char *sql = sqlite3_mprintf("DROP INDEX \"%w\"", index->name);
    if (!sql)
        return sqlite_fail(lite, SQLITE_NOMEM, err);
    int result = sqlite_exec(lite, sql, err);
    sqlite3_free(sql);
    return result;
}

int
sqlite_index_build(struct db *db, const struct db_index *index, struct err *err)
{
    struct sqlite_db *lite = (struct sqlite_db *)db;
    if (db->options.bulk && sqlite_cache(lite, CACHE_INDEX, err) != 0)
        return -1;
    if (sqlite_exec(lite, index->text, err) != 0)
        return -1;
    return db->options.bulk ? sqlite_cache(lite, CACHE_BULK, err) : 0;
}

/* ---- check ---- */

struct check_walk {
    db_found *found;
    void *context;
};

static int
tell_damage(struct db_stmt *stmt, void *context, struct err *err)
{
    const struct check_walk *walk = context;
    const char *what = text_of(stmt, 0);
    if (strcmp(what, "ok") == 0)
        return 0;
    struct str text = STR_INIT;
    str_addf(&text, _("the file is damaged: %s"), what);
    int result = walk->found(walk->context, text.text, err);
    str_release(&text);
    return result;
}

static int
tell_orphans(struct db_stmt *stmt, void *context, struct err *err)
{
    const struct check_walk *walk = context;
    struct str text = STR_INIT;
    str_addf(&text, _("%s (%s): %lld rows refer to rows of %s that are not there"),
             text_of(stmt, 0), text_of(stmt, 1), (long long)sqlite_get(stmt, 3).number,
             text_of(stmt, 2));
    int result = walk->found(walk->context, text.text, err);
    str_release(&text);
    return result;
}

/* Damage that stops the check itself is a finding too. */
static int
check_part(struct db *db, const char *sql, catalog_row *row, struct check_walk *walk,
           struct err *err)
{
    struct sqlite_db *lite = (struct sqlite_db *)db;
    lite->failure = SQLITE_OK;
    int result = each_row(db, sql, NULL, row, walk, err);
    if (result != 0 && (lite->failure & 0xff) == SQLITE_CORRUPT)
        return walk->found(walk->context, _("the file is damaged where it stopped this check"),
                           err);
    return result;
}

int
sqlite_check(struct db *db, db_found *found, void *context, struct err *err)
{
    static const char orphans[] =
        "SELECT broken.\"table\","
        " (SELECT group_concat(\"from\", ', ') FROM pragma_foreign_key_list(broken.\"table\")"
        "  WHERE id = broken.fkid),"
        " broken.parent, count(*) "
        "FROM pragma_foreign_key_check AS broken "
        "GROUP BY broken.\"table\", broken.fkid, broken.parent ORDER BY 1, 2";
    struct check_walk walk = {found, context};
    if (check_part(db, "PRAGMA integrity_check", tell_damage, &walk, err) != 0)
        return -1;
    return check_part(db, orphans, tell_orphans, &walk, err);
}

/* ---- shape ---- */

static int
tell_thing(struct db_stmt *stmt, void *context, struct err *err)
{
    const struct check_walk *walk = context;
    return walk->found(walk->context, text_of(stmt, 0), err);
}

int
sqlite_shape(struct db *db, db_found *found, void *context, struct err *err)
{
    struct check_walk walk = {found, context};
    return each_row(db,
                    "SELECT type || ' ' || name || ' ' || tbl_name || ' ' || COALESCE(sql, '') "
                    "FROM sqlite_schema WHERE name NOT LIKE 'sqlite~_%' ESCAPE '~' "
                    "ORDER BY type, name",
                    NULL, tell_thing, &walk, err);
}
