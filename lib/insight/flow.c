#include "insight/flow.h"

#include <string.h>

#include "db/sql.h"

static const struct {
    const char *of;
    enum sql_id query;
} flows[] = {
    {"visit", SQL_INSIGHT_FLOW_VISIT},         {"sale", SQL_INSIGHT_FLOW_SALE},
    {"deal", SQL_INSIGHT_FLOW_DEAL},           {"consultation", SQL_INSIGHT_FLOW_CONSULTATION},
    {"treatment", SQL_INSIGHT_FLOW_TREATMENT}, {"lead", SQL_INSIGHT_FLOW_LEAD},
};

enum { STORE, DAY, CLIENT };

/* Where the columns that are wanted stand in the statement. */
static int
find_columns(const struct flow *flow, const struct sql *sql, int *at, struct err *err)
{
    int count = 0;
    for (; count < FLOW_MOST && flow->columns[count]; count++) {
        at[count] = 0;
        while (at[count] < sql->column_count &&
               strcmp(sql->columns[at[count]].name, flow->columns[count]) != 0)
            at[count]++;
        if (at[count] == sql->column_count)
            return err_set(err, ERR_DB, _("internal error: %s: no such column: %s"), flow->of,
                           flow->columns[count]);
    }
    return count;
}

static int
each_row(struct db_stmt *stmt, const int *at, int count, flow_seen *seen, void *context,
         struct err *err)
{
    int more;
    while ((more = db_step(stmt, err)) == 1) {
        struct flow_row row = {.store_id = db_get_int(stmt, STORE),
                               .day = db_get_int(stmt, DAY),
                               .client = (int32_t)db_get_int(stmt, CLIENT)};
        for (int i = 0; i < count; i++)
            row.value[i] = db_get_int(stmt, at[i]);
        if (seen(context, &row, err) < 0)
            return -1;
    }
    return more;
}

int
flow_each(const struct flow *flow, flow_seen *seen, void *context, struct err *err)
{
    size_t which = 0;
    while (which < sizeof flows / sizeof *flows && strcmp(flows[which].of, flow->of) != 0)
        which++;
    if (which == sizeof flows / sizeof *flows)
        return err_set(err, ERR_DB, _("internal error: %s: no such flow"), flow->of);
    const struct db_value values[] = {db_int(flow->from), db_int(flow->to),
                                      flow->store_id ? db_int(*flow->store_id) : db_null()};
    int at[FLOW_MOST], count = find_columns(flow, sql_get(flows[which].query), at, err);
    struct db_stmt *stmt = NULL;
    if (count < 0 || sql_open(flow->db, &stmt, flows[which].query, values, 3, err) < 0)
        return -1;
    int result = each_row(stmt, at, count, seen, context, err);
    db_finish(stmt);
    return result;
}
