#include "stock/transfer.h"

#include <string.h>

#include "db/sql.h"
#include "record/code.h"
#include "record/ids.h"
#include "stock/move.h"

/* The lot begins there with what came. */
static int
begin_lot(struct db *db, const struct stock_plan *plan, const struct stock_piece *piece,
          const struct stock_transfer *transfer, struct err *err)
{
    int64_t id;
    if (ids_next(db, "lot", transfer->to_store_id, &id, err) < 0)
        return -1;
    const struct db_value values[] = {db_int(plan->store_id),        db_int(piece->lot_id),
                                      db_int(transfer->to_store_id), db_int(id),
                                      db_int(transfer->to_day),      db_int(piece->quantity),
                                      db_int(piece->cost_fen)};
    return sql_run(db, SQL_STOCK_LOT_COPY, values, 7, NULL, err);
}

/* More of a lot that is there. */
static int
add_to_lot(struct db *db, const struct stock_plan *plan, const struct stock_piece *piece,
           const struct stock_transfer *transfer, int64_t lot_id, const struct stock_note *note,
           const char **code, struct err *err)
{
    struct stock_note in = *note;
    const struct move move = {.store_id = transfer->to_store_id,
                              .item_id = piece->item_id,
                              .lot_id = lot_id,
                              .quantity = piece->quantity,
                              .cost_fen = piece->cost_fen,
                              .lot = piece->lot};
    const struct db_value values[] = {db_int(transfer->to_store_id), db_int(lot_id)};
    in.kind = "transfer-in";
    in.day = transfer->to_day;
    return move_add(db, plan->arena, &move, &in, code, err) < 0
               ? -1
               : sql_run(db, SQL_STOCK_LOT_SHARE, values, 2, NULL, err);
}

static int
receive(struct db *db, const struct stock_plan *plan, const struct stock_piece *piece,
        const struct stock_transfer *transfer, const struct stock_note *note, const char **code,
        struct err *err)
{
    const struct db_value values[] = {db_int(transfer->to_store_id), db_int(piece->item_id),
                                      db_text(piece->lot)};
    struct stock_lot lot;
    struct db_stmt *stmt;
    *code = NULL;
    if (stock_lot(db, plan->arena, plan->store_id, piece->lot_id, &lot, err) < 0)
        return -1;
    int found = sql_first(db, &stmt, SQL_STOCK_LOT_SAME, values, 3, err);
    if (found <= 0)
        return found < 0 ? -1 : begin_lot(db, plan, piece, transfer, err);
    int64_t id = db_get_int(stmt, 0), expires_on = db_get_int(stmt, 2);
    bool ok = strcmp(db_get_text(stmt, 1), "ok") == 0;
    db_finish(stmt);
    if (!ok || expires_on != lot.expires_on)
        return err_set(err, ERR_DATA,
                       ok ? _("lot %s: %s has it with another last day")
                          : _("lot %s: %s keeps it apart"),
                       piece->lot, transfer->to);
    return add_to_lot(db, plan, piece, transfer, id, note, code, err);
}

static int
add_line(struct db *db, const struct stock_plan *plan, const struct stock_piece *piece, int line,
         const struct stock_transfer *transfer, const struct stock_note *note, const char *in_move,
         struct err *err)
{
    int64_t id;
    if (ids_next(db, "transfer", plan->store_id, &id, err) < 0)
        return -1;
    const struct db_value values[] = {db_int(plan->store_id),
                                      db_int(id),
                                      db_text(transfer->code),
                                      db_int(line),
                                      db_int(transfer->to_store_id),
                                      db_int(piece->item_id),
                                      db_int(piece->lot_id),
                                      db_int(piece->quantity),
                                      db_int(piece->cost_fen),
                                      db_int(note->at),
                                      db_int(note->day),
                                      db_id(note->staff_id),
                                      db_text(note->reason),
                                      db_text(piece->move),
                                      db_text(in_move)};
    return sql_run(db, SQL_STOCK_TRANSFER_ADD, values, 15, NULL, err);
}

int
stock_send(struct db *db, struct stock_plan *plan, struct stock_transfer *transfer,
           const struct stock_note *note, struct err *err)
{
    struct stock_note out = *note;
    const char *in_move;
    out.kind = "transfer-out";
    if (code_make(db, plan->arena, "transfer", plan->store_id, note->day, &transfer->code, err) < 0)
        return -1;
    for (int i = 0; i < plan->count; i++) {
        struct stock_piece *piece = &plan->pieces[i];
        if (move_piece(db, plan, piece, 0, piece->quantity, &out, err) < 0 ||
            receive(db, plan, piece, transfer, note, &in_move, err) < 0 ||
            add_line(db, plan, piece, i + 1, transfer, note, in_move, err) < 0)
            return -1;
    }
    return 0;
}
