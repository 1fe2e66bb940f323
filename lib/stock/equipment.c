#include "stock/equipment.h"

#include <string.h>

#include "db/sql.h"

enum { ID, CODE, NAME, KIND, STATE, CALIBRATE, DONE_ON, VALID_TO, PASSED };

static enum equipment_state
calibration_state(struct db_stmt *stmt, int64_t day)
{
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
        .code = arena_strdup(arena, db_get_text(stmt, CODE)),
        .name = arena_strdup(arena, db_get_text(stmt, NAME)),
        .kind = arena_strdup(arena, db_get_text(stmt, KIND)),
        .state = strcmp(state, "fault") == 0     ? EQUIPMENT_FAULT
                 : strcmp(state, "retired") == 0 ? EQUIPMENT_RETIRED
                                                 : EQUIPMENT_OK,
        .calibration = calibration_state(stmt, day),
        .done_on = db_get_int(stmt, DONE_ON),
        .valid_to = db_get_int(stmt, VALID_TO),
    };
}

bool
equipment_usable(const struct equipment *equipment)
{
    return equipment->state == EQUIPMENT_OK && equipment->calibration == EQUIPMENT_OK;
}

static int
open_equipment(struct db *db, struct db_stmt **stmt, int64_t store_id, const char *code,
               const char *kind, int64_t day, struct err *err)
{
    const struct db_value values[] = {db_int(store_id), db_text(code), db_text(kind), db_int(day)};
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
