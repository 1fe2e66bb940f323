#include "stock/keep.h"

#include "db/sql.h"

int
stock_keep_until(struct db *db, int64_t store_id, const char *booking, int64_t day,
                 int64_t *changed, struct err *err)
{
    const struct db_value values[] = {db_int(store_id), db_text(booking), db_int(day)};
    return sql_run(db, SQL_STOCK_RESERVATION_UNTIL, values, 3, changed, err);
}

int
stock_keep_release(struct db *db, int64_t store_id, const char *code, int64_t at,
                   const char *reason, int64_t *changed, struct err *err)
{
    const struct db_value values[] = {db_int(store_id), db_text(code), db_int(at), db_text(reason)};
    return sql_run(db, SQL_STOCK_RESERVATION_RELEASE, values, 4, changed, err);
}
