#include "insight/spend.h"

#include "db/sql.h"

struct telling {
    spend_seen *seen;
    void *context;
};

static int
tell(void *context, const struct db_stmt *stmt, struct err *err)
{
    const struct telling *telling = context;
    const struct spend_day spent = {db_get_int(stmt, 0), db_get_int(stmt, 1), db_get_int(stmt, 2),
                                    db_get_int(stmt, 3)};
    (void)err;
    telling->seen(telling->context, &spent);
    return 0;
}

int
spend_each(struct db *db, int64_t from, int64_t to, const int64_t *store_id, spend_seen *seen,
           void *context, struct err *err)
{
    const struct db_value values[] = {db_int(from), db_int(to),
                                      store_id ? db_int(*store_id) : db_null()};
    struct telling telling = {seen, context};
    return sql_each(db, SQL_INSIGHT_SPEND_DAYS, values, 3, tell, &telling, err);
}
