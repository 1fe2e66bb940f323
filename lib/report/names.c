/* People read names, not codes. */
#include <string.h>

#include "db/sql.h"
#include "report/private.h"

static enum sql_id
names_of(const char *dimension)
{
    static const struct {
        const char *dimension;
        enum sql_id sql;
    } all[] = {{"channel", SQL_KPI_NAME_CHANNEL}, {"touch", SQL_KPI_NAME_CHANNEL},
               {"project", SQL_KPI_NAME_PROJECT}, {"store", SQL_KPI_NAME_STORE},
               {"home", SQL_KPI_NAME_STORE},      {"doctor", SQL_KPI_NAME_STAFF},
               {"nurse", SQL_KPI_NAME_STAFF},     {"consultant", SQL_KPI_NAME_STAFF},
               {"seller", SQL_KPI_NAME_STAFF},    {"owner", SQL_KPI_NAME_STAFF},
               {"staff", SQL_KPI_NAME_STAFF}};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (strcmp(all[i].dimension, dimension) == 0)
            return all[i].sql;
    return SQL_NONE;
}

/* id, code, name, … */
static int
read_name(void *context, const struct db_stmt *stmt, struct err *err)
{
    struct calling *calling = context;
    (void)err;
    calling->items = arena_more(calling->arena, calling->items, calling->count, &calling->room,
                                sizeof *calling->items);
    calling->items[calling->count++] = (struct called){db_keep_text(stmt, 1, calling->arena),
                                                       db_keep_text(stmt, 2, calling->arena)};
    return 0;
}

int
report_calling(struct report *report, const char *dimension, struct calling *calling,
               struct err *err)
{
    enum sql_id sql = names_of(dimension);
    *calling = (struct calling){.arena = report->arena};
    return sql == SQL_NONE ? 0 : sql_each(report->layer->db, sql, NULL, 0, read_name, calling, err);
}

const char *
report_called(const struct calling *calling, const char *code)
{
    for (int i = 0; i < calling->count; i++)
        if (calling->items[i].name && strcmp(calling->items[i].code, code) == 0)
            return strcmp(calling->items[i].name, code) == 0
                       ? code
                       : arena_printf(calling->arena, "%s %s", calling->items[i].name, code);
    return code;
}
