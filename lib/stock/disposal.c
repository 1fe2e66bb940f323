#include "stock/disposal.h"

#include "db/sql.h"
#include "record/code.h"
#include "record/ids.h"

int
stock_witness(struct db *db, const struct stock_disposal *disposal, int64_t staff_id,
              struct err *err)
{
    const struct db_value values[] = {db_int(staff_id), db_text(disposal->witness)};
    struct db_stmt *stmt;
    int found = sql_first(db, &stmt, SQL_STOCK_WITNESS, values, 2, err);
    if (found <= 0)
        return found;
    db_finish(stmt);
    return err_set(err, ERR_DATA, _("%s: who does it is no witness of it"), disposal->witness);
}

int
stock_dispose(struct db *db, struct arena *arena, int64_t store_id, struct stock_disposal *disposal,
              struct stock_note *note, struct err *err)
{
    int64_t id, added;
    if (ids_next(db, "disposal", store_id, &id, err) < 0 ||
        (!disposal->code &&
         code_make(db, arena, "disposal", store_id, note->day, &disposal->code, err) < 0))
        return -1;
    const struct db_value values[] = {
        db_int(store_id),         db_int(id),
        db_text(disposal->code),  db_int(note->at),
        db_int(note->day),        db_text(disposal->method),
        db_text(disposal->place), db_text(disposal->witness),
        db_id(note->staff_id),    db_id(note->second_id),
        db_text(note->reason),
    };
    if (sql_run(db, SQL_STOCK_DISPOSAL_ADD, values, 11, &added, err) < 0)
        return -1;
    note->paper = disposal->code;
    return added == 1 ? 0
                      : err_set(err, ERR_DATA,
                                _("%s: there is a record of destruction of that number already"),
                                disposal->code);
}
