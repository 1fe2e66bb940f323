#include "check/check.h"

#include <string.h>

#include "base/str.h"
#include "fact/fact.h"
#include "log/verify.h"

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
run_one(struct db *db, const struct sql *sql, int64_t now, check_found *found, void *context,
        struct err *err)
{
    struct db_stmt *stmt = NULL;
    int more = db_prepare(db, &stmt, sql->text, err);
    if (more == 0 && sql->param_count == 1)
        db_bind(stmt, 1, db_int(now));
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

/* ---- the checks that are no statement ------------------------------------------------------------ */

enum { INTEGRITY, LOG, ROWS, ROLLUPS, OWN };

const struct check_own *
check_own(int number)
{
    static const struct check_own own[] = {
        {"integrity", N_("The database file is damaged or its references are broken.")},
        {"log", N_("The log was changed behind the tools' backs.")},
        {"rows", N_("Rows were changed behind the tools' backs.")},
        {"rollups", N_("What figures are made of differs from a recount: medi-kpi refresh.")},
    };
    return number >= 0 && number < OWN ? &own[number] : NULL;
}

struct engine {
    check_found *found;
    void *context;
};

static int
engine_found(void *context, const char *what, struct err *err)
{
    struct engine *engine = context;
    const struct check_own *own = check_own(INTEGRITY);
    struct finding finding = {
        .check = own->name, .severity = "error", .detail = what, .says = own->says};
    return engine->found(engine->context, &finding, err);
}

static int
verify_found_one(void *context, const struct verify_finding *found, struct err *err)
{
    struct engine *engine = context;
    const struct check_own *own = check_own(found->of_rows ? ROWS : LOG);
    struct str detail = STR_INIT;
    str_addf(&detail, found->detail ? "%s: %s" : "%s", found->finding, found->detail);
    struct finding finding = {.check = own->name,
                              .severity = found->severity,
                              .store = found->store,
                              .subject = found->place ? found->place : found->subject,
                              .detail = detail.text,
                              .says = own->says};
    int result = engine->found(engine->context, &finding, err);
    str_release(&detail);
    return result;
}

static int
rollups_found(void *context, const char *what, struct err *err)
{
    struct engine *engine = context;
    const struct check_own *own = check_own(ROLLUPS);
    struct finding finding = {
        .check = own->name, .severity = "error", .detail = what, .says = own->says};
    return engine->found(engine->context, &finding, err);
}

static int
recount(struct db *db, struct engine *engine, struct err *err)
{
    struct arena arena;
    arena_init(&arena);
    int result = fact_recount(db, &arena, rollups_found, engine, err);
    arena_release(&arena);
    return result;
}

static bool
is_asked(const char *only, int own)
{
    return !only || strcmp(only, check_own(own)->name) == 0;
}

static int
run_own(struct db *db, const char *only, struct engine *engine, int *checks, struct err *err)
{
    const struct verify_options options = {.log = is_asked(only, LOG),
                                           .rows = is_asked(only, ROWS),
                                           .found = verify_found_one,
                                           .context = engine};
    struct verify_count count;
    if (is_asked(only, INTEGRITY) && db_check(db, engine_found, engine, err) < 0)
        return -1;
    if ((options.log || options.rows) && verify_run(db, &options, &count, err) < 0)
        return -1;
    if (is_asked(only, ROLLUPS) && recount(db, engine, err) < 0)
        return err_wrap(err, "%s", check_own(ROLLUPS)->name);
    *checks = is_asked(only, INTEGRITY) + options.log + options.rows + is_asked(only, ROLLUPS);
    return 0;
}

/* ---- all ----------------------------------------------------------------------------------------------- */

static int
no_such_check(const char *only, struct err *err)
{
    const char *names[SQL_COUNT + OWN];
    size_t count = 0;
    for (const struct sql *sql; (sql = check_statement((int)count)); count++)
        names[count] = check_name(sql);
    for (int i = 0; i < OWN; i++)
        names[count++] = check_own(i)->name;
    const char *near = str_nearest(only, names, count);
    return err_set(err, ERR_USAGE, _("%s: no such check%s%s"), only,
                   near ? _("; did you mean ") : "", near ? near : "");
}

int
check_run(struct db *db, const char *only, int64_t now, check_found *found, void *context,
          int *checks, struct err *err)
{
    struct engine engine = {found, context};
    if (run_own(db, only, &engine, checks, err) < 0)
        return -1;
    const struct sql *sql;
    for (int i = 0; (sql = check_statement(i)); i++) {
        if (only && strcmp(only, check_name(sql)) != 0)
            continue;
        if (run_one(db, sql, now, found, context, err) < 0)
            return err_wrap(err, "%s", check_name(sql));
        ++*checks;
    }
    return *checks ? 0 : no_such_check(only, err);
}
