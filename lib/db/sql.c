#include "db/sql.h"

#include <stddef.h>

const struct sql *
sql_get(enum sql_id id)
{
    return &sql_statements[id > SQL_NONE && id < SQL_COUNT ? id : SQL_NONE];
}

int
sql_open(struct db *db, struct db_stmt **stmt, enum sql_id id, const struct db_value *values,
         int count, struct err *err)
{
    const struct sql *sql = sql_get(id);
    *stmt = NULL;
    if (count != sql->param_count)
        return err_set(err, ERR_DB, _("statement %s takes %d parameters, but %d were given"),
                       sql->name, sql->param_count, count);
    if (db_prepare(db, stmt, sql->text, err) != 0)
        return err->kind == ERR_DB ? err_wrap(err, _("statement %s"), sql->name) : -1;
    for (int i = 0; i < count; i++)
        db_bind(*stmt, i + 1, values[i]);
    return 0;
}

int
sql_first(struct db *db, struct db_stmt **stmt, enum sql_id id, const struct db_value *values,
          int count, struct err *err)
{
    if (sql_open(db, stmt, id, values, count, err) != 0)
        return -1;
    int result = db_step(*stmt, err);
    if (result != 1) {
        db_finish(*stmt);
        *stmt = NULL;
    }
    return result;
}

int
sql_each(struct db *db, enum sql_id id, const struct db_value *values, int count, sql_row *each,
         void *context, struct err *err)
{
    struct db_stmt *stmt;
    int more;
    if (sql_open(db, &stmt, id, values, count, err) != 0)
        return -1;
    while ((more = db_step(stmt, err)) == 1)
        if (each(context, stmt, err) < 0) {
            more = -1;
            break;
        }
    db_finish(stmt);
    return more;
}

int
sql_run(struct db *db, enum sql_id id, const struct db_value *values, int count, int64_t *changed,
        struct err *err)
{
    struct db_stmt *stmt;
    if (sql_open(db, &stmt, id, values, count, err) != 0)
        return -1;
    int result = db_step(stmt, err);
    if (result == 0 && changed)
        *changed = db_changed(stmt);
    db_finish(stmt);
    return result < 0 ? -1 : 0;
}
