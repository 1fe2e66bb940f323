#include "stock/state.h"

#include <string.h>

#include "db/sql.h"
#include "record/code.h"
#include "record/ids.h"

int
stock_state_set(struct db *db, struct arena *arena, const struct stock_state_change *change,
                const struct stock_note *note, const char **code, struct err *err)
{
    int64_t id;
    if (strcmp(change->was, change->state) == 0)
        return 0;
    if (strcmp(change->was, "recalled") == 0)
        return err_set(err, ERR_DATA,
                       _("lot %s: is recalled, and stays so; waste it or send it back"),
                       change->lot);
    if (ids_next(db, "lot_state", change->store_id, &id, err) < 0 ||
        code_make(db, arena, "lot_state", change->store_id, note->day, code, err) < 0)
        return -1;
    const struct db_value set[] = {db_int(change->store_id), db_int(change->lot_id),
                                   db_text(change->state)};
    const struct db_value values[] = {db_int(change->store_id), db_int(id),
                                      db_text(*code),           db_int(change->item_id),
                                      db_int(change->lot_id),   db_text(change->was),
                                      db_text(change->state),   db_int(note->at),
                                      db_int(note->day),        db_id(note->staff_id),
                                      db_text(note->reason),    db_text(change->source)};
    return sql_run(db, SQL_STOCK_LOT_STATE_SET, set, 3, NULL, err) < 0 ||
                   sql_run(db, SQL_STOCK_LOT_STATE_ADD, values, 12, NULL, err) < 0
               ? -1
               : 1;
}
