/* 误录: a treatment that was entered and never took place. */
#include <string.h>

#include "db/sql.h"
#include "visit/sell_balance.h"
#include "visit/treat.h"

int
treat_retractable(struct db *db, int64_t store_id, const struct treated *treated, struct err *err)
{
    const struct db_value values[] = {db_int(store_id), db_int(treated->id)};
    struct db_stmt *stmt;
    if (strcmp(treated->status, "entered-in-error") == 0)
        return err_set(err, ERR_DATA, _("treatment %s: was retracted already"), treated->code);
    int found = sql_first(db, &stmt, SQL_VISIT_TREAT_STANDS, values, 2, err);
    if (found <= 0)
        return found;
    err_set(err, ERR_DATA,
            _("treatment %s: %s %s says that it took place; what is wrong in it is added to: "
              "medi-visit amend"),
            treated->code, db_get_text(stmt, 0), db_get_text(stmt, 1));
    db_finish(stmt);
    return -1;
}

/* The lines first, since to undo one writes another. */
static int
open_lines(struct db *db, struct arena *arena, int64_t store_id, const struct treated *treated,
           int64_t **lines, int *count, struct err *err)
{
    const struct db_value values[] = {db_int(store_id), db_int(treated->id)};
    struct db_stmt *stmt;
    int more, room = 0;
    *count = 0;
    *lines = NULL;
    if (sql_open(db, &stmt, SQL_VISIT_TREAT_LINES_OPEN, values, 2, err) < 0)
        return -1;
    while ((more = db_step(stmt, err)) == 1) {
        *lines = arena_more(arena, *lines, *count, &room, sizeof **lines);
        (*lines)[(*count)++] = db_get_int(stmt, 0);
    }
    db_finish(stmt);
    return more < 0 ? -1 : 0;
}

int
treat_retract(struct db *db, struct arena *arena, int64_t store_id, const struct treated *treated,
              const struct stock_note *note, struct err *err)
{
    const struct db_value values[] = {db_int(store_id), db_int(treated->id)};
    int64_t *lines, changed;
    int count;
    if (sql_run(db, SQL_VISIT_TREAT_RETRACT, values, 2, &changed, err) < 0)
        return -1;
    if (changed != 1)
        return err_set(err, ERR_DATA, _("treatment %s: was retracted already"), treated->code);
    if (open_lines(db, arena, store_id, treated, &lines, &count, err) < 0)
        return -1;
    for (int i = 0; i < count; i++)
        if (treat_undo(db, arena, store_id, treated, lines[i], note, err) < 0)
            return -1;
    return treated->prepaid ? sell_draw_back(db, store_id, treated->prepaid, treated->quantity,
                                             treated->recognised_fen, err)
                            : 0;
}
