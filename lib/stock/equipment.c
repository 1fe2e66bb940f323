#include "stock/equipment.h"

#include <string.h>

#include "base/day.h"
#include "db/sql.h"

enum {
    ID,
    CODE,
    NAME,
    KIND,
    STATE,
    CALIBRATE,
    DONE_ON,
    VALID_TO,
    PASSED,
    FAULT,
    REPAIRED_ON,
    TASK,
    DUE_ON,
    LIFE_TO,
    IN_REPAIR
};

static enum equipment_state
calibration_state(struct db_stmt *stmt, int64_t day)
{
    if (db_get(stmt, REPAIRED_ON).type != DB_NULL)
        return EQUIPMENT_REPAIRED;
    if (!db_get_int(stmt, CALIBRATE))
        return EQUIPMENT_OK;
    if (db_get(stmt, DONE_ON).type == DB_NULL)
        return EQUIPMENT_UNCALIBRATED;
    if (!db_get_int(stmt, PASSED))
        return EQUIPMENT_FAILED;
    return db_get_int(stmt, VALID_TO) < day ? EQUIPMENT_OVERDUE : EQUIPMENT_OK;
}

static void
read_equipment(struct db_stmt *stmt, struct arena *arena, int64_t day, struct equipment *equipment)
{
    const char *state = db_get_text(stmt, STATE);
    *equipment = (struct equipment){
        .id = db_get_int(stmt, ID),
        .code = db_keep_text(stmt, CODE, arena),
        .name = db_keep_text(stmt, NAME, arena),
        .kind = db_keep_text(stmt, KIND, arena),
        .state = strcmp(state, "fault") == 0     ? EQUIPMENT_FAULT
                 : strcmp(state, "retired") == 0 ? EQUIPMENT_RETIRED
                                                 : EQUIPMENT_OK,
        .calibration = calibration_state(stmt, day),
        .done_on = db_get_int(stmt, DONE_ON),
        .valid_to = db_get_int(stmt, VALID_TO),
        .fault = db_keep_text(stmt, FAULT, arena),
        .in_repair = db_get_int(stmt, IN_REPAIR) != 0,
        .repaired_on = db_get_int(stmt, REPAIRED_ON),
        .task = db_keep_text(stmt, TASK, arena),
        .due_on = db_get_int(stmt, DUE_ON),
        .life_over = db_get(stmt, LIFE_TO).type != DB_NULL && db_get_int(stmt, LIFE_TO) < day,
        .life_to = db_get_int(stmt, LIFE_TO),
    };
}

bool
equipment_usable(const struct equipment *equipment)
{
    return equipment->state == EQUIPMENT_OK && equipment->calibration == EQUIPMENT_OK &&
           !equipment->task && !equipment->life_over;
}

static int
open_equipment(struct db *db, struct db_stmt **stmt, int64_t store_id, const char *code,
               const char *kind, int64_t day, struct err *err)
{
    const struct db_value values[] = {db_int(store_id), db_int(day), db_text(code), db_text(kind)};
    return sql_open(db, stmt, SQL_STOCK_EQUIPMENT_GET, values, 4, err);
}

int
equipment_find(struct db *db, struct arena *arena, int64_t store_id, const char *code, int64_t day,
               struct equipment *equipment, struct err *err)
{
    struct db_stmt *stmt;
    if (open_equipment(db, &stmt, store_id, code, NULL, day, err) < 0)
        return -1;
    int found = db_step(stmt, err);
    if (found == 1)
        read_equipment(stmt, arena, day, equipment);
    db_finish(stmt);
    return found;
}

int
equipment_of_kind(struct db *db, struct arena *arena, int64_t store_id, const char *kind,
                  int64_t day, struct equipment *equipment, struct err *err)
{
    struct db_stmt *stmt;
    struct equipment one;
    int count = 0, more;
    *equipment = (struct equipment){0};
    if (open_equipment(db, &stmt, store_id, NULL, kind, day, err) < 0)
        return -1;
    while ((more = db_step(stmt, err)) == 1) {
        read_equipment(stmt, arena, day, &one);
        if (one.state == EQUIPMENT_RETIRED)
            continue;
        if (count++ == 0 || (!equipment_usable(equipment) && equipment_usable(&one)))
            *equipment = one;
    }
    db_finish(stmt);
    return more < 0 ? -1 : count;
}

int
equipment_faulty_at(struct db *db, struct arena *arena, int64_t store_id, int64_t equipment_id,
                    int64_t at, const char **fault, struct err *err)
{
    const struct db_value values[] = {db_int(store_id), db_int(equipment_id), db_int(at)};
    struct db_stmt *stmt;
    *fault = NULL;
    int found = sql_first(db, &stmt, SQL_STOCK_FAULT_AT, values, 3, err);
    if (found <= 0)
        return found;
    *fault = db_keep_text(stmt, 0, arena);
    db_finish(stmt);
    return 0;
}

/* ---- its file -------------------------------------------------------------------------------- */

int
equipment_file(struct db *db, struct arena *arena, int64_t store_id, const char *code,
               struct equipment_file *file, struct err *err)
{
    const struct db_value values[] = {db_int(store_id), db_text(code)};
    struct db_stmt *stmt;
    int found = sql_first(db, &stmt, SQL_STOCK_EQUIPMENT_FILE, values, 2, err);
    if (found <= 0)
        return found < 0 ? -1
                         : err_set(err, ERR_DATA,
                                   _("%s: this store has no such machine; list them with: "
                                     "medi-stock equipment list"),
                                   code);
    *file = (struct equipment_file){
        .store_id = store_id,
        .id = db_get_int(stmt, 0),
        .code = arena_strdup(arena, code),
        .retired = strcmp(db_get_text(stmt, 1), "retired") == 0,
        .name = db_keep_text(stmt, 2, arena),
        .serial = db_keep_text(stmt, 3, arena),
        .model = db_keep_text(stmt, 4, arena),
        .registration_no = db_keep_text(stmt, 5, arena),
        .bought_on = db_get(stmt, 6).type == DB_NULL ? EQUIPMENT_NO_DAY : db_get_int(stmt, 6),
        .calibrate_months = db_get_int(stmt, 7),
    };
    db_finish(stmt);
    return 0;
}

int
equipment_at_work(struct db *db, struct arena *arena, int64_t store_id, const char *code,
                  struct equipment_file *file, struct err *err)
{
    if (equipment_file(db, arena, store_id, code, file, err) < 0)
        return -1;
    return file->retired ? err_set(err, ERR_DATA, _("%s: is retired already"), code) : 0;
}

int
equipment_serial_free(struct db *db, const struct equipment_file *file, struct err *err)
{
    const struct db_value values[] = {db_text(file->serial), db_text(file->model),
                                      db_int(file->store_id), db_text(file->code)};
    struct db_stmt *stmt;
    int found = file->serial ? sql_first(db, &stmt, SQL_STOCK_EQUIPMENT_SERIAL, values, 4, err) : 0;
    if (found <= 0)
        return found;
    err_set(err, ERR_DATA, _("%s: is that of %s in %s"), file->serial, db_get_text(stmt, 0),
            db_get_text(stmt, 1));
    db_finish(stmt);
    return -1;
}

int
equipment_certificate_free(struct db *db, const struct equipment_file *file,
                           const char *certificate, const char *body, struct err *err)
{
    const struct db_value values[] = {db_text(certificate), db_text(body), db_int(file->store_id),
                                      db_int(file->id)};
    struct db_stmt *stmt;
    int found = certificate ? sql_first(db, &stmt, SQL_STOCK_CALIBRATION_OTHER, values, 4, err) : 0;
    if (found <= 0)
        return found;
    err_set(err, ERR_DATA, _("--certificate: %s: is the certificate of %s"), certificate,
            db_get_text(stmt, 0));
    db_finish(stmt);
    return -1;
}

int64_t
equipment_valid_to(const struct equipment_file *file, int64_t done_on)
{
    return file->calibrate_months > 0 ? day_add_months(done_on, (int)file->calibrate_months) - 1
                                      : EQUIPMENT_NO_DAY;
}
