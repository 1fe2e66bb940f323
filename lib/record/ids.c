#include "record/ids.h"

#include "db/sql.h"

int
ids_next(struct db *db, const char *table, int64_t store_id, int64_t *id, struct err *err)
{
    struct db_value params[] = {db_int(store_id), db_text(table)};
    struct db_stmt *stmt;
    int found = sql_first(db, &stmt, SQL_RECORD_NEXT_ID, params, 2, err);
    if (found == 0)
        return err_set(err, ERR_DB, _("internal error: %s gave no row"), "next_id");
    if (found < 0)
        return -1;
    *id = db_get_int(stmt, 0);
    db_finish(stmt);
    return 0;
}
