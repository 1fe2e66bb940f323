#include "kpi/told.h"

#include <string.h>

#include "kpi/procedure.h"

static const struct told sources[] = {
    {"key_items", SQL_KPI_KEY_ITEMS},
    {"service_score", SQL_KPI_SERVICE_SCORE},
    {"sop_conformance", SQL_NONE},
};
static const char *const cuts[] = {"store", "month", "channel", "staff"};
enum { CUTS = 4, COLUMNS = 12 };

const struct told *
told_find(const char *name)
{
    for (size_t i = 0; i < sizeof sources / sizeof *sources; i++)
        if (strcmp(sources[i].name, name) == 0)
            return &sources[i];
    return NULL;
}

bool
told_has(const struct told *told, const char *column)
{
    static const char *const procedure[] = {"store", "staff", "done", "due"};
    if (told->sql == SQL_NONE) {
        for (int i = 0; i < 4; i++)
            if (strcmp(procedure[i], column) == 0)
                return true;
        return false;
    }
    const struct sql *sql = sql_get(told->sql);
    for (int i = 0; i < sql->column_count; i++)
        if (strcmp(sql->columns[i].name, column) == 0)
            return true;
    return false;
}

static struct db_value
optional(const int64_t *number)
{
    return number ? db_int(*number) : db_null();
}

/* The value of a parameter, by its name in the statement's file. */
static struct db_value
parameter(const struct told_ask *ask, const char *name)
{
    const struct {
        const char *name;
        struct db_value value;
    } all[] = {
        {"from", db_int(ask->from)},
        {"to", db_int(ask->to)},
        {"store_id", optional(ask->store_id)},
        {"staff_id", optional(ask->staff_id)},
        {"by_store", db_int(ask->by_store)},
        {"by_month", db_int(ask->by_month)},
        {"by_channel", db_int(ask->by_channel)},
        {"by_staff", db_int(ask->by_staff)},
        {"threshold", db_int(ask->threshold_fen)},
        {"projects", db_text(ask->projects ? ask->projects : ",")},
    };
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (strcmp(all[i].name, name) == 0)
            return all[i].value;
    return db_null();
}

/* Splits a row into what it is cut by and its numbers. */
static void
take_row(const struct sql *sql, const struct db_stmt *stmt, struct told_row *row,
         const char **names, int64_t *values)
{
    const char **const keys[] = {&row->store, &row->month, &row->channel, &row->staff};
    *row = (struct told_row){.names = names, .values = values};
    for (int i = 0; i < sql->column_count; i++) {
        int cut = 0;
        while (cut < CUTS && strcmp(sql->columns[i].name, cuts[cut]) != 0)
            cut++;
        if (cut < CUTS) {
            *keys[cut] = db_get_text(stmt, i);
            continue;
        }
        names[row->count] = sql->columns[i].name;
        values[row->count++] = db_get_int(stmt, i);
    }
}

static int
statement_rows(struct db *db, const struct told *told, const struct told_ask *ask, told_fn *give,
               void *context, struct err *err)
{
    const struct sql *sql = sql_get(told->sql);
    struct db_value values[COLUMNS];
    const char *names[COLUMNS];
    int64_t numbers[COLUMNS];
    struct db_stmt *stmt = NULL;
    for (int i = 0; i < sql->param_count && i < COLUMNS; i++)
        values[i] = parameter(ask, sql->params[i].name);
    int more = sql_open(db, &stmt, told->sql, values, sql->param_count, err);
    while (more >= 0 && (more = db_step(stmt, err)) == 1) {
        struct told_row row;
        take_row(sql, stmt, &row, names, numbers);
        more = give(context, &row, err);
    }
    db_finish(stmt);
    return more < 0 ? -1 : 0;
}

int
told_rows(struct db *db, const struct told *told, const struct told_ask *ask, told_fn *give,
          void *context, struct err *err)
{
    static const char *const names[] = {"done", "due"};
    struct procedure_line *lines;
    int count;
    if (told->sql != SQL_NONE)
        return statement_rows(db, told, ask, give, context, err);
    if (procedure_lines(db, ask, &lines, &count, err) < 0)
        return -1;
    for (int i = 0; i < count; i++) {
        const int64_t values[] = {lines[i].done, lines[i].due};
        const char *key = *lines[i].key ? lines[i].key : NULL;
        struct told_row row = {.names = names, .values = values, .count = 2};
        *(ask->by_staff ? &row.staff : &row.store) = ask->by_staff || ask->by_store ? key : NULL;
        if (give(context, &row, err) < 0)
            return -1;
    }
    return 0;
}
