/* Lists of other rooms in a report: which statements, and which of their columns. */
#include <string.h>

#include "base/day.h"
#include "base/money.h"
#include "base/str.h"
#include "db/sql.h"
#include "report/private.h"

enum { EXPIRING_DAYS = 60, COLUMNS = 8, PARAMS = 8 };

static const struct list {
    const char *name;
    enum sql_id sql;
    const char *columns[COLUMNS];
} lists[] = {
    {"low", SQL_STOCK_LOW, {"store", "item", "name", "available", "minimum", "wanted", "unit"}},
    {"expiring",
     SQL_STOCK_EXPIRING,
     {"store", "item", "name", "lot", "on_hand", "unit", "expires_on", "value_fen"}},
    {"complaints",
     SQL_COMPLAINT_LIST,
     {"store", "code", "opened_at", "category", "grade", "state", "owner", "respond_by"}},
};
enum { LISTS = sizeof lists / sizeof *lists };

static const struct list *
find_list(const struct plan_part *plan, struct err *err)
{
    const char *names[LISTS];
    for (int i = 0; i < LISTS; i++) {
        names[i] = lists[i].name;
        if (strcmp(names[i], plan->what) == 0)
            return &lists[i];
    }
    const char *near = str_nearest(plan->what, names, LISTS);
    yaml_error(plan->node, err, _("list: %s: no such list; did you mean %s?"), plan->what,
               near ? near : names[0]);
    return NULL;
}

/* What a statement asks for by that name; all else is NULL, which asks for nothing. */
static struct db_value
param_of(const struct report *report, const char *name)
{
    const struct report_ask *ask = report->ask;
    const struct {
        const char *name;
        struct db_value value;
    } all[] = {
        {"store_id", ask->store_id ? db_int(*ask->store_id) : db_null()},
        {"now", db_int(ask->now)},
        {"today", db_int(ask->today)},
        {"days", db_int(EXPIRING_DAYS)},
        {"open", db_int(1)},
    };
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (strcmp(all[i].name, name) == 0)
            return all[i].value;
    return db_null();
}

static int
open_list(struct report *report, const struct list *list, struct db_stmt **stmt, struct err *err)
{
    const struct sql *sql = sql_get(list->sql);
    struct db_value values[PARAMS] = {db_null()};
    if (sql->param_count > PARAMS)
        return err_set(err, ERR_DB, _("internal error: %s: too many parameters"), sql->name);
    for (int i = 0; i < sql->param_count; i++)
        values[i] = param_of(report, sql->params[i].name);
    return sql_open(report->layer->db, stmt, list->sql, values, sql->param_count, err);
}

static int
column_at(const struct sql *sql, const char *name)
{
    int at = 0;
    while (at < sql->column_count && strcmp(sql->columns[at].name, name) != 0)
        at++;
    return at;
}

static bool
is_number(const char *type)
{
    return strcmp(type, "int") == 0 || strcmp(type, "fen") == 0;
}

static const char *
cell_text(struct report *report, const struct db_stmt *stmt, int column, const char *type)
{
    char text[40];
    struct db_value value = db_get(stmt, column);
    if (value.type == DB_NULL)
        return NULL;
    if (value.type == DB_TEXT)
        return db_keep_text(stmt, column, report->arena);
    if (strcmp(type, "day") == 0)
        day_format(value.number, text);
    else if (strcmp(type, "moment") == 0)
        zone_format(report->ask->zone, value.number, text);
    else if (strcmp(type, "fen") == 0)
        money_format(value.number, text);
    else
        return arena_printf(report->arena, "%lld", (long long)value.number);
    return arena_strdup(report->arena, text);
}

static int
read_list(struct report *report, const struct list *list, const struct plan_part *plan,
          struct page_part *part, struct err *err)
{
    const struct sql *sql = sql_get(list->sql);
    struct page_cell *cells =
        arena_array(report->arena, (size_t)(plan->top * part->column_count), sizeof *cells);
    struct db_stmt *stmt;
    int more = 0;
    if (open_list(report, list, &stmt, err) < 0)
        return -1;
    while (part->count < plan->top && (more = db_step(stmt, err)) == 1) {
        for (int c = 0; c < part->column_count; c++) {
            int at = column_at(sql, list->columns[c]);
            cells[part->count * part->column_count + c].text =
                cell_text(report, stmt, at, sql->columns[at].type);
        }
        part->count++;
    }
    db_finish(stmt);
    part->cells = cells;
    return more < 0 ? -1 : 0;
}

int
report_list(struct report *report, const struct plan_part *plan, struct page_part *part,
            struct err *err)
{
    const struct list *list = find_list(plan, err);
    struct page_column *columns = arena_array(report->arena, COLUMNS, sizeof *columns);
    if (!list)
        return -1;
    const struct sql *sql = sql_get(list->sql);
    part->kind = PAGE_TABLE;
    part->columns = columns;
    for (int c = 0; c < COLUMNS && list->columns[c]; c++) {
        const char *heading = report->ask->heading(list->columns[c]);
        columns[part->column_count].name = heading ? heading : list->columns[c];
        columns[part->column_count++].number =
            is_number(sql->columns[column_at(sql, list->columns[c])].type);
    }
    return read_list(report, list, plan, part, err);
}
