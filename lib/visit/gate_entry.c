#include "visit/gate_entry.h"

#include <string.h>

#include "db/sql.h"
#include "stock/stock.h"

/* ---- assessments -------------------------------------------------------------------------------------- */

int
gate_may_assess(struct db *db, struct arena *arena, const struct gate_rules *rules,
                const struct gate_case *given, int64_t staff_id, struct err *err)
{
    struct gate_list list = {0};
    struct gate_run run = {.db = db, .arena = arena, .rules = rules, .given = given, .list = &list};
    if (gate_run_facts(&run, err) < 0 || gate_assessor(&run, staff_id, err) < 0)
        return -1;
    return list.count == 0 ? 0
                           : err_set(err, ERR_DATA, "%s: %s", gate_info(list.items[0].gate)->code,
                                     list.items[0].words);
}

/* ---- forms --------------------------------------------------------------------------------------------- */

/* The project's series; NULL with ERR_DATA if it needs no consent form. */
static const char *
series_of(struct db *db, struct arena *arena, int64_t project_id, struct err *err)
{
    struct db_value value = db_int(project_id);
    struct db_stmt *stmt;
    const char *series = NULL;
    if (sql_first(db, &stmt, SQL_VISIT_GATE_PROJECT_SERIES, &value, 1, err) != 1)
        return NULL;
    if (db_get_text(stmt, 1))
        series = arena_strdup(arena, db_get_text(stmt, 1));
    else
        err_set(err, ERR_DATA,
                _("%s: no consent form is due for it; name its series: medi-visit "
                  "project edit"),
                db_get_text(stmt, 0));
    db_finish(stmt);
    return series;
}

int
gate_form_for(struct db *db, struct arena *arena, int64_t project_id, int64_t day,
              const char *given, const char **form, struct err *err)
{
    const char *series = series_of(db, arena, project_id, err);
    const struct db_value values[] = {db_text(series), db_int(day)};
    struct db_stmt *stmt;
    if (!series)
        return -1;
    int found = sql_first(db, &stmt, SQL_VISIT_GATE_FORM, values, 2, err);
    if (found <= 0)
        return found < 0 ? -1
                         : err_set(err, ERR_DATA,
                                   _("form: no version of consent form %s is in force on that day"),
                                   series);
    *form = arena_strdup(arena, db_get_text(stmt, 1));
    db_finish(stmt);
    if (given && strcmp(given, *form) != 0)
        return err_set(err, ERR_DATA, _("consent-version: %s is not in force on that day, %s is"),
                       given, *form);
    return 0;
}

/* ---- lots ---------------------------------------------------------------------------------------------- */

int
gate_lot_usable(struct db *db, struct arena *arena, int64_t store_id, const char *item_code,
                const char *lot_code, int64_t day, struct err *err)
{
    struct stock_item item;
    struct stock_lot lot;
    int64_t id;
    if (stock_item_find(db, arena, item_code, &item, err) < 0 ||
        stock_lot_find(db, store_id, &item, lot_code, &id, err) < 0 ||
        stock_lot(db, arena, store_id, id, &lot, err) < 0)
        return -1;
    struct gate_list list = {0};
    const struct gate_case given = {.store_id = store_id, .day = day};
    struct gate_run run = {.db = db, .arena = arena, .given = &given, .list = &list};
    gate_lot(&run, &item, &lot);
    return list.count == 0 ? 0
                           : err_set(err, ERR_DATA, "%s: %s", gate_info(list.items[0].gate)->code,
                                     list.items[0].words);
}

/* ---- what is still open ---------------------------------------------------------------------- */

int
gate_exam_open(struct db *db, int64_t store_id, const char *code, struct err *err)
{
    const struct db_value values[] = {db_int(store_id), db_text(code)};
    struct db_stmt *stmt;
    int found = sql_first(db, &stmt, SQL_VISIT_GATE_EXAM_RESULT, values, 2, err);
    if (found <= 0)
        return found < 0
                   ? -1
                   : err_set(err, ERR_DATA, _("%s: this store has no such examination"), code);
    bool pending = strcmp(db_get_text(stmt, 0), "pending") == 0;
    if (!pending)
        err_set(err, ERR_DATA, _("%s: has a result already (%s); enter another examination"), code,
                db_get_text(stmt, 0));
    db_finish(stmt);
    return pending ? 0 : -1;
}

/* A moment and a second one that ends it: there, not ended, and not later than `at`. */
static int
check_open(struct db *db, enum sql_id id, int64_t store_id, const char *code, int64_t at,
           const char *none, const char *over, struct err *err)
{
    const struct db_value values[] = {db_int(store_id), db_text(code)};
    struct db_stmt *stmt;
    int found = sql_first(db, &stmt, id, values, 2, err);
    if (found <= 0)
        return found < 0 ? -1 : err_set(err, ERR_DATA, none, code);
    bool ended = db_get(stmt, 1).type != DB_NULL, later = db_get_int(stmt, 0) > at;
    db_finish(stmt);
    if (ended)
        return err_set(err, ERR_DATA, over, code);
    return later ? err_set(err, ERR_DATA, _("%s: that is before it was made"), code) : 0;
}

int
gate_signature_open(struct db *db, int64_t store_id, const char *code, int64_t at, struct err *err)
{
    return check_open(db, SQL_VISIT_GATE_SIGNATURE_STATE, store_id, code, at,
                      _("%s: this store has no such signature"), _("%s: was withdrawn already"),
                      err);
}

int
gate_check_open(struct db *db, int64_t store_id, const char *code, int64_t at, struct err *err)
{
    return check_open(db, SQL_VISIT_GATE_CHECK_STATE, store_id, code, at,
                      _("%s: this store has no such product check"), _("%s: was confirmed already"),
                      err);
}
