/* A movement of a lot: what it costs, what it must not run against, its row. */
#include "stock/move.h"

#include "base/day.h"
#include "db/sql.h"
#include "record/code.h"
#include "record/ids.h"

/* ---- cost --------------------------------------------------------------------------------- */

__extension__ typedef unsigned __int128 wide; /* fen times units may exceed 64 bits */

int64_t
stock_cost(int64_t quantity, int64_t cost_fen, int64_t on_hand, int64_t value_fen, int64_t take)
{
    if (take >= on_hand)
        return value_fen;
    wide share = (wide)cost_fen * (wide)(on_hand - take);
    int64_t remains = (int64_t)((share + (wide)quantity / 2) / (wide)quantity);
    return remains < value_fen ? value_fen - remains : 0;
}

/* ---- what a movement must not run against ------------------------------------------------- */

/* Entered later than others: since then the lot must never have been below zero. */
static int
check_since(struct db *db, const struct move *move, const struct stock_note *note, struct err *err)
{
    const struct db_value values[] = {db_int(move->store_id), db_int(move->lot_id),
                                      db_int(note->at)};
    struct db_stmt *stmt;
    int found = sql_first(db, &stmt, SQL_STOCK_LOT_LOWEST, values, 3, err);
    if (found <= 0)
        return found;
    int64_t lowest = db_get_int(stmt, 0);
    db_finish(stmt);
    return lowest + move->quantity >= 0
               ? 0
               : err_set(err, ERR_DATA,
                         _("lot %s: had not got %lld then, or they were taken since: at most %lld"),
                         move->lot, (long long)-move->quantity, (long long)lowest);
}

static int
check_fence(struct db *db, const struct move *move, const struct stock_note *note, struct err *err)
{
    const struct db_value values[] = {db_int(move->store_id), db_int(move->item_id),
                                      db_int(move->lot_id), db_int(note->at)};
    struct db_stmt *stmt;
    int result = 0;
    char day[16];
    int found = sql_first(db, &stmt, SQL_STOCK_MOVE_FENCE, values, 4, err);
    if (found <= 0)
        return found;
    const char *counted = db_get_text(stmt, 0);
    day_format(db_get_int(stmt, 1), day);
    bool later = db_get_int(stmt, 2) != 0;
    if (counted)
        result =
            err_set(err, ERR_DATA,
                    _("lot %s: was counted since then (%s), and the count has settled what came "
                      "before it"),
                    move->lot, counted);
    else if (note->day < db_get_int(stmt, 1))
        result = err_set(err, ERR_DATA, _("lot %s: was received on %s only"), move->lot, day);
    db_finish(stmt);
    return result == 0 && later && move->quantity < 0 ? check_since(db, move, note, err) : result;
}

/* ---- a movement --------------------------------------------------------------------------- */

/* A lot that would go below zero is left as it is. */
static int
move_lot(struct db *db, const struct move *move, struct err *err)
{
    const struct db_value values[] = {db_int(move->store_id), db_int(move->lot_id),
                                      db_int(move->quantity), db_int(move->cost_fen)};
    int64_t changed;
    if (sql_run(db, SQL_STOCK_LOT_MOVE, values, 4, &changed, err) < 0)
        return -1;
    return changed == 1 ? 0
                        : err_set(err, ERR_DATA, _("lot %s: has not got %lld more"), move->lot,
                                  (long long)-move->quantity);
}

static int
move_vial(struct db *db, const struct move *move, int64_t at, struct err *err)
{
    const struct db_value values[] = {db_int(move->store_id), db_int(move->vial_id),
                                      db_int(-move->quantity), db_int(at)};
    int64_t changed;
    if (!move->vial_id)
        return 0;
    if (sql_run(db, SQL_STOCK_VIAL_USE, values, 4, &changed, err) < 0)
        return -1;
    return changed == 1 ? 0
                        : err_set(err, ERR_DATA, _("lot %s: the opened pack has not got %lld more"),
                                  move->lot, (long long)-move->quantity);
}

int
move_add(struct db *db, struct arena *arena, const struct move *move, const struct stock_note *note,
         const char **code, struct err *err)
{
    int64_t id;
    if (check_fence(db, move, note, err) < 0 || move_lot(db, move, err) < 0 ||
        move_vial(db, move, note->at, err) < 0 ||
        ids_next(db, "stock_move", move->store_id, &id, err) < 0 ||
        code_make(db, arena, "stock_move", move->store_id, note->day, code, err) < 0)
        return -1;
    const struct db_value values[] = {
        db_int(move->store_id),
        db_int(id),
        db_text(*code),
        db_int(move->item_id),
        db_int(move->lot_id),
        db_text(note->kind),
        db_int(move->quantity),
        db_int(move->cost_fen),
        db_int(note->at),
        db_int(note->day),
        db_id(note->treatment_id),
        db_id(move->vial_id),
        db_id(note->staff_id),
        db_id(note->second_id),
        db_text(move->reverses),
        db_text(note->reason),
        db_text(note->paper),
    };
    return sql_run(db, SQL_STOCK_MOVE_ADD, values, 17, NULL, err);
}
