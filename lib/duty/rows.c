#include "duty/rows.h"

#include <string.h>

#include "base/str.h"

char *
rows_join(struct db *db, struct arena *arena, enum sql_id id, const struct db_value *values,
          const char *wanted, bool *found, struct err *err)
{
    struct str list = STR_INIT;
    struct db_stmt *stmt = NULL;
    int more = sql_open(db, &stmt, id, values, sql_get(id)->param_count, err);
    while (more == 0 && (more = db_step(stmt, err)) == 1) {
        const char *text = db_get_text(stmt, 0);
        if (wanted && strcmp(wanted, text) == 0)
            *found = true;
        str_addf(&list, "%s%s", list.length ? ", " : "", text);
        more = 0;
    }
    db_finish(stmt);
    char *text = more < 0 ? NULL : arena_strdup(arena, list.text);
    str_release(&list);
    return text;
}

int
rows_number(struct db *db, enum sql_id id, const struct db_value *values, int64_t *number,
            struct err *err)
{
    struct db_stmt *stmt;
    int found = sql_first(db, &stmt, id, values, sql_get(id)->param_count, err);
    if (found == 0)
        return err_set(err, ERR_DB, _("internal error: %s gave no row"), sql_get(id)->name);
    if (found < 0)
        return -1;
    *number = db_get_int(stmt, 0);
    db_finish(stmt);
    return 0;
}
