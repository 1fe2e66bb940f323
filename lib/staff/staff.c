#include "staff/staff.h"

#include "base/day.h"
#include "db/sql.h"
#include "record/ids.h"

static int64_t
day_or(const struct db_stmt *stmt, int column, int64_t otherwise)
{
    struct db_value value = db_get(stmt, column);
    return value.type == DB_INT ? value.number : otherwise;
}

static int
find(struct db *db, struct arena *arena, struct db_value code, struct db_value id, int64_t day,
     struct staff *staff, struct err *err)
{
    struct db_value values[] = {code, id, db_int(day)};
    struct db_stmt *stmt = NULL;
    int found = sql_first(db, &stmt, SQL_STAFF_FIND, values, 3, err);
    if (found != 1)
        return found;
    *staff = (struct staff){
        .id = db_get_int(stmt, 0),
        .code = arena_strdup(arena, db_get_text(stmt, 1)),
        .name = arena_strdup(arena, db_get_text(stmt, 2)),
        .role = arena_strdup(arena, db_get_text(stmt, 3)),
        .store_id = db_get_int(stmt, 4),
        .hired_on = day_or(stmt, 5, INT64_MIN),
        .left_on = day_or(stmt, 6, INT64_MAX),
        .title = db_keep_text(stmt, 7, arena),
    };
    db_finish(stmt);
    return 1;
}

int
staff_find(struct db *db, struct arena *arena, const char *code, int64_t day, struct staff *staff,
           struct err *err)
{
    int found = find(db, arena, db_text(code), db_null(), day, staff, err);
    if (found < 0)
        return -1;
    return found ? 0
                 : err_set(err, ERR_DATA, _("%s: no such staff; list them with: medi-staff list"),
                           code);
}

int
staff_get(struct db *db, struct arena *arena, int64_t id, int64_t day, struct staff *staff,
          struct err *err)
{
    return find(db, arena, db_null(), db_int(id), day, staff, err);
}

int
staff_here(const struct staff *staff, int64_t day, struct err *err)
{
    char text[16];
    if (day > staff->left_on) {
        day_format(staff->left_on, text);
        return err_set(err, ERR_DATA, _("%s: does not work here any more; the last day was %s"),
                       staff->code, text);
    }
    if (day < staff->hired_on) {
        day_format(staff->hired_on, text);
        return err_set(err, ERR_DATA, _("%s: works here from %s on"), staff->code, text);
    }
    return 0;
}

int
staff_of_login(struct db *db, struct arena *arena, const char *login, int64_t day,
               struct staff *staff, struct err *err)
{
    struct db_value value = db_text(login);
    struct db_stmt *stmt = NULL;
    int found = sql_first(db, &stmt, SQL_STAFF_OF_LOGIN, &value, 1, err);
    if (found != 1)
        return found;
    int64_t id = db_get_int(stmt, 0);
    db_finish(stmt);
    return staff_get(db, arena, id, day, staff, err);
}

/* ---- posts ---------------------------------------------------------------------------------------- */

struct beside {
    int64_t before, same, next; /* INT64_MIN: none */
    int64_t posts;
};

static int
look_beside(struct db *db, int64_t staff_id, int64_t day, struct beside *beside, struct err *err)
{
    struct db_value values[] = {db_int(staff_id), db_int(day)};
    struct db_stmt *stmt = NULL;
    if (sql_first(db, &stmt, SQL_STAFF_POST_BESIDE, values, 2, err) < 0)
        return -1;
    *beside = (struct beside){day_or(stmt, 0, INT64_MIN), day_or(stmt, 1, INT64_MIN),
                              day_or(stmt, 2, INT64_MIN), db_get_int(stmt, 3)};
    db_finish(stmt);
    return 0;
}

/* The role from before the first post that is kept, if it is known since when. */
static int
keep_first(struct db *db, const struct staff *staff, int64_t until, struct err *err)
{
    int64_t id;
    if (staff->hired_on == INT64_MIN || staff->hired_on >= until)
        return 0;
    if (ids_next(db, "post", 0, &id, err) < 0)
        return -1;
    struct db_value values[] = {db_int(id), db_int(staff->id), db_int(staff->hired_on),
                                db_int(until)};
    return sql_run(db, SQL_STAFF_POST_FIRST, values, 4, NULL, err);
}

static int
end_before(struct db *db, const struct staff *staff, const struct beside *beside, int64_t day,
           struct err *err)
{
    if (beside->posts == 0)
        return keep_first(db, staff, day, err);
    if (beside->before == INT64_MIN)
        return 0;
    struct db_value values[] = {db_int(staff->id), db_int(beside->before), db_int(day)};
    return sql_run(db, SQL_STAFF_POST_END, values, 3, NULL, err);
}

int
staff_make_room(struct db *db, const struct staff *staff, int64_t from_on, int64_t *to_on,
                struct err *err)
{
    struct beside beside;
    char text[16];
    if (look_beside(db, staff->id, from_on, &beside, err) < 0)
        return -1;
    day_format(from_on, text);
    if (beside.same != INT64_MIN)
        return err_set(err, ERR_DATA,
                       _("%s: has a post that begins on %s already; correct it with --correct"),
                       staff->code, text);
    *to_on = beside.next;
    return end_before(db, staff, &beside, from_on, err);
}

int
staff_take_post(struct db *db, const struct staff *staff, struct err *err)
{
    struct db_value id = db_int(staff->id);
    int64_t changed;
    if (sql_run(db, SQL_STAFF_TAKE_POST, &id, 1, &changed, err) < 0)
        return -1;
    return changed > 0;
}
