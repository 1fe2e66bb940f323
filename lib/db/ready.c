#include "db/ready.h"

#include <stdlib.h>
#include <string.h>

void
ready_init(struct ready *ready, struct db *db)
{
    size_t size = SQL_COUNT * sizeof *ready->stmts;
    *ready = (struct ready){.db = db, .stmts = mem_alloc(size)};
    memset(ready->stmts, 0, size);
}

void
ready_release(struct ready *ready)
{
    for (int i = 0; ready->stmts && i < SQL_COUNT; i++)
        db_finish(ready->stmts[i]);
    free(ready->stmts);
    *ready = (struct ready){0};
}

int
ready_open(struct ready *ready, struct db_stmt **stmt, enum sql_id id,
           const struct db_value *values, int count, struct err *err)
{
    struct db_stmt **kept = &ready->stmts[id];
    if (!*kept && sql_open(ready->db, kept, id, values, count, err) < 0) {
        *kept = NULL;
        return -1;
    }
    db_reset(*kept);
    for (int i = 0; i < count; i++)
        db_bind(*kept, i + 1, values[i]);
    *stmt = *kept;
    return 0;
}

int
ready_first(struct ready *ready, struct db_stmt **stmt, enum sql_id id,
            const struct db_value *values, int count, struct err *err)
{
    if (ready_open(ready, stmt, id, values, count, err) < 0)
        return -1;
    int result = db_step(*stmt, err);
    if (result != 1)
        db_reset(*stmt);
    return result;
}

int
ready_run(struct ready *ready, enum sql_id id, const struct db_value *values, int count,
          int64_t *changed, struct err *err)
{
    struct db_stmt *stmt;
    int result = ready_first(ready, &stmt, id, values, count, err);
    if (result == 0 && changed)
        *changed = db_changed(stmt);
    return result < 0 ? -1 : 0;
}
