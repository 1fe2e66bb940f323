#include "check/check.h"

#include <string.h>

#include "base/str.h"

static const char room[] = "check/";

const char *
check_name(const struct sql *sql)
{
    return sql->name + sizeof room - 1;
}

const struct sql *
check_statement(int number)
{
    for (int id = SQL_NONE + 1; id < SQL_COUNT; id++)
        if (str_starts(sql_get((enum sql_id)id)->name, room) && number-- == 0)
            return sql_get((enum sql_id)id);
    return NULL;
}

static int
run_one(struct db *db, const struct sql *sql, check_found *found, void *context, struct err *err)
{
    struct db_stmt *stmt = NULL;
    int more = db_prepare(db, &stmt, sql->text, err);
    while (more >= 0 && (more = db_step(stmt, err)) == 1) {
        struct finding finding = {
            .check = check_name(sql),
            .severity = db_get_text(stmt, 0),
            .store = db_get_text(stmt, 1),
            .subject = db_get_text(stmt, 2),
            .detail = db_get_text(stmt, 3),
            .says = sql->says,
        };
        more = found(context, &finding, err);
    }
    db_finish(stmt);
    return more < 0 ? -1 : 0;
}

struct engine {
    check_found *found;
    void *context;
};

static int
engine_found(void *context, const char *what, struct err *err)
{
    struct engine *engine = context;
    struct finding finding = {
        .check = "integrity",
        .severity = "error",
        .detail = what,
        .says = N_("The database file is damaged or its references are broken."),
    };
    return engine->found(engine->context, &finding, err);
}

static int
no_such_check(const char *only, struct err *err)
{
    const char *names[SQL_COUNT];
    size_t count = 0;
    for (const struct sql *sql; (sql = check_statement((int)count)); count++)
        names[count] = check_name(sql);
    const char *near = str_nearest(only, names, count);
    return err_set(err, ERR_USAGE, _("%s: no such check%s%s"), only,
                   near ? _("; did you mean ") : "", near ? near : "");
}

int
check_run(struct db *db, const char *only, check_found *found, void *context, int *checks,
          struct err *err)
{
    struct engine engine = {found, context};
    *checks = 0;
    if (!only || strcmp(only, "integrity") == 0) {
        if (db_check(db, engine_found, &engine, err) < 0)
            return -1;
        ++*checks;
    }
    const struct sql *sql;
    for (int i = 0; (sql = check_statement(i)); i++) {
        if (only && strcmp(only, check_name(sql)) != 0)
            continue;
        if (run_one(db, sql, found, context, err) < 0)
            return err_wrap(err, "%s", check_name(sql));
        ++*checks;
    }
    return *checks ? 0 : no_such_check(only, err);
}
