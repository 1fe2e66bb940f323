/* A roster is kept. */
#include <string.h>

#include "db/sql.h"
#include "record/ids.h"
#include "rota/draft.h"

int
rota_roster_get(struct db *db, struct arena *arena, int64_t store_id, const char *code,
                struct rota_roster *roster, struct err *err)
{
    const struct db_value values[2] = {db_int(store_id), db_text(code)};
    struct db_stmt *stmt;
    int found = sql_first(db, &stmt, SQL_ROTA_ROSTER_GET, values, 2, err);
    if (found != 1)
        return found;
    *roster = (struct rota_roster){
        .store_id = store_id,
        .code = arena_strdup(arena, code),
        .id = db_get_int(stmt, 0),
        .from_on = db_get_int(stmt, 1),
        .to_on = db_get_int(stmt, 2),
        .state = db_keep_text(stmt, 3, arena),
        .of_code = db_get(stmt, 4).type == DB_TEXT ? db_keep_text(stmt, 4, arena) : NULL};
    db_finish(stmt);
    return 1;
}

/* What was locked when it was planned is what is locked now. */
static int
check_locked(const struct rota_draft *draft, struct db *db, const struct rota_roster *there,
             struct err *err)
{
    const struct rota_model *model = draft->model;
    struct rota_cell *cells;
    int count = rota_cells_read(db, model->arena, there->store_id, there->id, &cells, err),
        locked = 0;
    if (count < 0)
        return -1;
    for (int i = 0; i < count; i++) {
        const struct rota_cell *before = rota_cell(model, cells[i].staff_id, cells[i].day);
        bool same = before && before->locked && strcmp(before->what, cells[i].what) == 0 &&
                    before->starts_at == cells[i].starts_at && before->at_id == cells[i].at_id;
        if (cells[i].locked && !same)
            return err_set(err, ERR_DATA, _("%s: changed while it was planned; plan it again"),
                           there->code);
        locked += cells[i].locked;
    }
    for (int i = 0; i < model->cell_count && !there->of_code; i++)
        locked -= model->cells[i].locked;
    return locked == 0 || there->of_code
               ? 0
               : err_set(err, ERR_DATA, _("%s: changed while it was planned; plan it again"),
                         there->code);
}

static int
put_cells(const struct rota_draft *draft, struct db *db, int64_t store_id, int64_t roster_id,
          struct err *err)
{
    for (int i = 0; i < draft->cell_count; i++) {
        const struct rota_cell *cell = &draft->cells[i];
        bool works = strcmp(cell->what, "work") == 0;
        int64_t id;
        if (ids_next(db, "roster_cell", store_id, &id, err) < 0)
            return -1;
        const struct db_value values[13] = {db_int(store_id),
                                            db_int(id),
                                            db_int(roster_id),
                                            db_int(cell->staff_id),
                                            db_int(cell->day),
                                            db_text(cell->what),
                                            cell->shift ? db_text(cell->shift) : db_null(),
                                            db_id(cell->at_id),
                                            cell->role ? db_text(cell->role) : db_null(),
                                            works ? db_int(cell->starts_at) : db_null(),
                                            works ? db_int(cell->ends_at) : db_null(),
                                            db_int(cell->minutes),
                                            db_int(cell->locked)};
        if (sql_run(db, SQL_ROTA_CELL_PUT, values, 13, NULL, err) < 0)
            return -1;
    }
    return 0;
}

static int
put_roster(const struct rota_draft *draft, struct db *db, const struct rota_roster *roster,
           int64_t id, bool again, int64_t now, int64_t seed, struct err *err)
{
    const struct db_value of = roster->of_code ? db_text(roster->of_code) : db_null();
    if (again) {
        const struct db_value values[10] = {db_int(roster->store_id),
                                            db_int(id),
                                            db_int(roster->from_on),
                                            db_int(roster->to_on),
                                            of,
                                            db_int(draft->objective),
                                            draft->bound < 0 ? db_null() : db_int(draft->bound),
                                            db_int(draft->short_minutes),
                                            db_int(seed),
                                            db_int(now)};
        return sql_run(db, SQL_ROTA_ROSTER_AGAIN, values, 10, NULL, err);
    }
    const struct db_value values[11] = {db_int(roster->store_id),
                                        db_int(id),
                                        db_text(roster->code),
                                        db_int(roster->from_on),
                                        db_int(roster->to_on),
                                        of,
                                        db_int(draft->objective),
                                        draft->bound < 0 ? db_null() : db_int(draft->bound),
                                        db_int(draft->short_minutes),
                                        db_int(seed),
                                        db_int(now)};
    return sql_run(db, SQL_ROTA_ROSTER_PUT, values, 11, NULL, err);
}

int
rota_draft_keep(const struct rota_draft *draft, const struct rota_roster *roster, int64_t now,
                int64_t seed, struct err *err)
{
    struct db *db = draft->model->facts->db;
    const struct db_value store = db_int(roster->store_id);
    struct rota_roster there;
    int64_t id;
    int found =
        rota_roster_get(db, draft->model->arena, roster->store_id, roster->code, &there, err);
    if (found < 0)
        return -1;
    if (found && strcmp(there.state, "draft") != 0)
        return err_set(err, ERR_DATA,
                       _("%s: is published and stays as it is; medi-roster adjust makes another"),
                       roster->code);
    if (found && check_locked(draft, db, &there, err) < 0)
        return -1;
    if (found)
        id = there.id;
    else if (ids_next(db, "roster", roster->store_id, &id, err) < 0)
        return -1;
    const struct db_value gone[2] = {store, db_int(id)};
    if (put_roster(draft, db, roster, id, found, now, seed, err) < 0 ||
        sql_run(db, SQL_ROTA_ROSTER_DROP_CELLS, gone, 2, NULL, err) < 0)
        return -1;
    return put_cells(draft, db, roster->store_id, id, err);
}
