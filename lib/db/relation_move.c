/* Rows that shall refer to another row: found by the catalogue, whatever tables there are. */
#include "db/relation_private.h"

#include <string.h>

enum { REFERRERS_MOST = 256, BYTES_MOST = 32 };

struct referrers {
    struct db *db;
    struct arena *arena;
    struct referrer *list;
    int count;
};

static int
see_reference(void *context, const char *table, const char *column, struct err *err)
{
    struct referrers *referrers = context;
    if (referrers->count == REFERRERS_MOST)
        return err_set(err, ERR_DB, _("internal error: more than %d references"),
                       (int)REFERRERS_MOST);
    referrers->list[referrers->count++] =
        (struct referrer){.table = arena_strdup(referrers->arena, table),
                          .column = arena_strdup(referrers->arena, column)};
    return 0;
}

struct columns {
    struct arena *arena;
    struct referrer *referrer;
};

static int
see_column(void *context, const struct db_column *column, struct err *err)
{
    const struct columns *columns = context;
    struct referrer *referrer = columns->referrer;
    if (strcmp(column->name, "store_id") == 0 && column->key)
        referrer->of_store = true;
    if (strcmp(column->name, "data_key") == 0)
        referrer->own_key = true;
    if (strcmp(column->type, "BLOB") != 0 || strcmp(column->name, "data_key") == 0 ||
        str_ends(column->name, "_index"))
        return 0;
    if (referrer->byte_count == BYTES_MOST)
        return err_set(err, ERR_DB, _("internal error: %s: too many columns"), referrer->table);
    referrer->bytes[referrer->byte_count++] = arena_strdup(columns->arena, column->name);
    return 0;
}

int
relation_referrers(struct db *db, struct arena *arena, const char *table, struct referrer **list,
                   int *count, struct err *err)
{
    struct referrers referrers = {db, arena,
                                  arena_array(arena, REFERRERS_MOST, sizeof *referrers.list), 0};
    if (db_references(db, table, see_reference, &referrers, err) < 0)
        return -1;
    for (int i = 0; i < referrers.count; i++) {
        struct columns columns = {arena, &referrers.list[i]};
        columns.referrer->bytes = arena_array(arena, BYTES_MOST, sizeof *columns.referrer->bytes);
        if (db_columns(db, columns.referrer->table, see_column, &columns, err) < 0)
            return -1;
    }
    *list = referrers.list;
    *count = referrers.count;
    return 0;
}

int
relation_repoint(struct db *db, const struct referrer *referrer, int64_t from, int64_t to,
                 int64_t *rows, struct err *err)
{
    struct str sql = STR_INIT;
    struct db_stmt *stmt;
    str_addf(&sql, "UPDATE \"%s\" SET \"%s\" = $2 WHERE \"%s\" = $1", referrer->table,
             referrer->column, referrer->column);
    int result = db_prepare(db, &stmt, sql.text, err);
    str_release(&sql);
    if (result < 0)
        return -1;
    db_bind(stmt, 1, db_int(from));
    db_bind(stmt, 2, db_int(to));
    result = db_step(stmt, err);
    *rows = db_changed(stmt);
    db_finish(stmt);
    return result < 0 ? err_wrap(err, "%s", referrer->table) : 0;
}

int
relation_referring(struct db *db, struct db_stmt **stmt, const struct referrer *referrer,
                   int64_t from, struct err *err)
{
    struct str sql = STR_INIT;
    str_addf(&sql, "SELECT %s, \"id\"", referrer->of_store ? "\"store_id\"" : "0");
    for (int i = 0; i < referrer->byte_count; i++)
        str_addf(&sql, ", \"%s\"", referrer->bytes[i]);
    str_addf(&sql, " FROM \"%s\" WHERE \"%s\" = $1 ORDER BY 1, 2", referrer->table,
             referrer->column);
    int result = db_prepare(db, stmt, sql.text, err);
    str_release(&sql);
    if (result == 0)
        db_bind(*stmt, 1, db_int(from));
    return result;
}

int
relation_put_bytes(struct db *db, const struct referrer *referrer, int64_t store_id, int64_t id,
                   const struct db_value *values, struct err *err)
{
    struct str sql = STR_INIT;
    struct db_stmt *stmt;
    str_addf(&sql, "UPDATE \"%s\" SET ", referrer->table);
    for (int i = 0; i < referrer->byte_count; i++)
        str_addf(&sql, "%s\"%s\" = $%d", i ? ", " : "", referrer->bytes[i], i + 2);
    str_adds(&sql, " WHERE \"id\" = $1");
    if (referrer->of_store)
        str_addf(&sql, " AND \"store_id\" = $%d", referrer->byte_count + 2);
    int result = db_prepare(db, &stmt, sql.text, err);
    str_release(&sql);
    if (result < 0)
        return -1;
    db_bind(stmt, 1, db_int(id));
    for (int i = 0; i < referrer->byte_count; i++)
        db_bind(stmt, i + 2, values[i]);
    if (referrer->of_store)
        db_bind(stmt, referrer->byte_count + 2, db_int(store_id));
    result = db_step(stmt, err) < 0 ? -1 : 0;
    db_finish(stmt);
    return result;
}
