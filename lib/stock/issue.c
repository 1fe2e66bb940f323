/* The ledger's writing side: movements, opened packs, counter-entries. */
#include <string.h>

#include "db/sql.h"
#include "record/code.h"
#include "record/ids.h"
#include "stock/stock.h"

/* ---- cost -------------------------------------------------------------------------------------------- */

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

/* ---- a movement ---------------------------------------------------------------------------------------- */

struct move {
    int64_t store_id, item_id, lot_id, vial_id;
    int64_t quantity, cost_fen; /* below zero: out */
    const char *lot, *reverses;
};

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

static int
add_move(struct db *db, struct arena *arena, const struct move *move, const struct stock_note *note,
         const char **code, struct err *err)
{
    int64_t id;
    if (move_lot(db, move, err) < 0 || move_vial(db, move, note->at, err) < 0 ||
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
    };
    return sql_run(db, SQL_STOCK_MOVE_ADD, values, 16, NULL, err);
}

/* ---- what is planned ------------------------------------------------------------------------------------- */

/* Opens a pack of what is unopened in the lot. */
static int
open_vial(struct db *db, struct stock_plan *plan, const struct stock_item *item, int64_t lot_id,
          int64_t quantity, const struct stock_note *note, int64_t *id, struct err *err)
{
    const char *code;
    if (ids_next(db, "vial", plan->store_id, id, err) < 0 ||
        code_make(db, plan->arena, "vial", plan->store_id, note->day, &code, err) < 0)
        return -1;
    const struct db_value values[] = {
        db_int(plan->store_id),
        db_int(*id),
        db_text(code),
        db_int(item->id),
        db_int(lot_id),
        db_int(note->at),
        item->open_hours >= 0 ? db_int(note->at + item->open_hours * 3600) : db_null(),
        db_int(quantity),
    };
    return sql_run(db, SQL_STOCK_VIAL_ADD, values, 8, NULL, err);
}

/* What a lot has unopened: on hand without the rest of its opened packs. */
static int
unopened(struct db *db, int64_t store_id, const struct stock_piece *piece, int64_t *amount,
         struct err *err)
{
    const struct db_value values[] = {db_int(store_id), db_int(piece->lot_id)};
    struct db_stmt *stmt;
    int found = sql_first(db, &stmt, SQL_STOCK_LOT_UNOPENED, values, 2, err);
    if (found < 0)
        return -1;
    *amount = found ? db_get_int(stmt, 0) : 0;
    if (found)
        db_finish(stmt);
    return 0;
}

/* One movement of a piece, or of a part of it: its cost and the last code are the piece's. */
static int
issue_part(struct db *db, struct stock_plan *plan, struct stock_piece *piece, int64_t vial_id,
           int64_t quantity, const struct stock_note *note, struct err *err)
{
    struct stock_lot lot;
    if (stock_lot(db, plan->arena, plan->store_id, piece->lot_id, &lot, err) < 0)
        return -1;
    int64_t cost = stock_cost(lot.share_of, lot.share_fen, lot.on_hand, lot.value_fen, quantity);
    const struct move move = {.store_id = plan->store_id,
                              .item_id = piece->item_id,
                              .lot_id = piece->lot_id,
                              .vial_id = vial_id,
                              .quantity = -quantity,
                              .cost_fen = -cost,
                              .lot = piece->lot};
    piece->cost_fen = cost;
    piece->vial_id = vial_id;
    return add_move(db, plan->arena, &move, note, &piece->move, err);
}

/* Of an item that is drawn from packs, what is left over after whole ones opens the next. */
static int
issue_unopened(struct db *db, struct stock_plan *plan, struct stock_piece *piece,
               const struct stock_item *item, const struct stock_note *note, struct err *err)
{
    int64_t amount, vial_id;
    int64_t part = item->vial_size > 1 ? piece->quantity % item->vial_size : 0;
    if (!part)
        return issue_part(db, plan, piece, 0, piece->quantity, note, err);
    if (unopened(db, plan->store_id, piece, &amount, err) < 0)
        return -1;
    int64_t rest = amount - (piece->quantity - part);
    int64_t holds = rest < item->vial_size ? rest : item->vial_size;
    if (holds < part)
        return err_set(err, ERR_DATA, _("lot %s: has not got %lld more"), piece->lot,
                       (long long)piece->quantity);
    if (open_vial(db, plan, item, piece->lot_id, holds, note, &vial_id, err) < 0)
        return -1;
    return issue_part(db, plan, piece, vial_id, part, note, err);
}

/* Before anything is moved, a piece of whole packs and a part is made two, so that each movement
 * has its piece. */
static int
split_pieces(struct db *db, struct stock_plan *plan, struct err *err)
{
    struct stock_piece *all = arena_array(plan->arena, 2 * (size_t)plan->count + 1, sizeof *all);
    int count = 0;
    for (int i = 0; i < plan->count; i++) {
        struct stock_piece piece = plan->pieces[i];
        struct stock_item item;
        if (stock_item(db, plan->arena, piece.item_id, &item, err) < 0)
            return -1;
        int64_t part = item.vial_size > 1 ? piece.quantity % item.vial_size : 0;
        if (!piece.vial_id && part && part < piece.quantity) {
            all[count] = piece;
            all[count++].quantity -= part;
            piece.quantity = part;
        }
        all[count++] = piece;
    }
    plan->pieces = all;
    plan->count = count;
    plan->room = 2 * plan->count + 1;
    return 0;
}

int
stock_issue(struct db *db, struct stock_plan *plan, const struct stock_note *note, struct err *err)
{
    if (plan->count == 0)
        return 0;
    if (split_pieces(db, plan, err) < 0)
        return -1;
    for (int i = 0; i < plan->count; i++) {
        struct stock_piece *piece = &plan->pieces[i];
        struct stock_item item;
        if (stock_item(db, plan->arena, piece->item_id, &item, err) < 0)
            return -1;
        struct stock_note own = *note;
        if (!item.controlled)
            own.second_id = 0;
        int result = piece->vial_id
                         ? issue_part(db, plan, piece, piece->vial_id, piece->quantity, &own, err)
                         : issue_unopened(db, plan, piece, &item, &own, err);
        if (result < 0)
            return err_wrap(err, "%s", item.code);
    }
    return 0;
}

/* ---- back, and away -------------------------------------------------------------------------- */

static int
find_move(struct db *db, struct arena *arena, int64_t store_id, const char *code, struct move *move,
          struct err *err)
{
    const struct db_value values[] = {db_int(store_id), db_text(code)};
    struct db_stmt *stmt;
    int found = sql_first(db, &stmt, SQL_STOCK_MOVE_GET, values, 2, err);
    if (found <= 0)
        return found < 0 ? -1 : err_set(err, ERR_DATA, _("%s: no such movement"), code);
    *move = (struct move){.store_id = store_id,
                          .item_id = db_get_int(stmt, 0),
                          .lot_id = db_get_int(stmt, 1),
                          .vial_id = db_get_int(stmt, 6),
                          .quantity = -db_get_int(stmt, 3),
                          .cost_fen = -db_get_int(stmt, 4),
                          .reverses = arena_strdup(arena, code)};
    const char *kind = db_get_text(stmt, 2), *by = db_get_text(stmt, 7);
    int result = 0;
    if (strcmp(kind, "counter") == 0)
        result = err_set(err, ERR_DATA,
                         _("%s: is a counter-entry itself; enter anew what is right"), code);
    else if (by)
        result = err_set(err, ERR_DATA, _("%s: was countered already, by %s"), code, by);
    db_finish(stmt);
    return result;
}

int
stock_counter(struct db *db, struct arena *arena, int64_t store_id, const char *code,
              const struct stock_note *note, struct stock_piece *piece, struct err *err)
{
    struct stock_note counter = *note;
    struct stock_lot lot;
    struct move move;
    const char *made;
    counter.kind = "counter";
    if (find_move(db, arena, store_id, code, &move, err) < 0 ||
        stock_lot(db, arena, store_id, move.lot_id, &lot, err) < 0)
        return -1;
    move.lot = lot.code;
    if (add_move(db, arena, &move, &counter, &made, err) < 0)
        return -1;
    if (piece)
        *piece = (struct stock_piece){.item_id = move.item_id,
                                      .lot_id = move.lot_id,
                                      .vial_id = move.vial_id,
                                      .quantity = move.quantity,
                                      .lot = lot.code,
                                      .cost_fen = move.cost_fen,
                                      .move = made};
    return 0;
}

int64_t
stock_close_vial(struct db *db, struct arena *arena, int64_t store_id, const char *vial,
                 const struct stock_note *note, struct err *err)
{
    const struct db_value values[] = {db_int(store_id), db_text(vial)};
    struct stock_plan plan;
    struct stock_note waste = *note;
    struct db_stmt *stmt;
    int found = sql_first(db, &stmt, SQL_STOCK_VIAL_GET, values, 2, err);
    if (found <= 0)
        return found < 0 ? -1 : err_set(err, ERR_DATA, _("%s: no such opened pack"), vial);
    struct stock_piece piece = {.vial_id = db_get_int(stmt, 0),
                                .item_id = db_get_int(stmt, 1),
                                .lot_id = db_get_int(stmt, 2),
                                .quantity = db_get_int(stmt, 3),
                                .lot = vial};
    bool closed = db_get(stmt, 5).type != DB_NULL;
    db_finish(stmt);
    if (closed)
        return err_set(err, ERR_DATA, _("%s: is closed already"), vial);
    waste.kind = "waste";
    stock_plan_init(&plan, arena, store_id);
    return issue_part(db, &plan, &piece, piece.vial_id, piece.quantity, &waste, err) < 0
               ? -1
               : piece.quantity;
}

/* ---- in ---------------------------------------------------------------------------------------- */

static struct db_value
day_or_null(int64_t day)
{
    return day == STOCK_NO_DAY ? db_null() : db_int(day);
}

static int
make_lot(struct db *db, const struct stock_delivery *delivery, int64_t day, int64_t *lot_id,
         struct err *err)
{
    if (ids_next(db, "lot", delivery->store_id, lot_id, err) < 0)
        return -1;
    const struct db_value values[] = {
        db_int(delivery->store_id),        db_int(*lot_id),
        db_int(delivery->item_id),         db_text(delivery->lot),
        db_id(delivery->supplier_id),      day_or_null(delivery->made_on),
        day_or_null(delivery->expires_on), db_int(day),
        db_int(delivery->quantity),        db_int(delivery->cost_fen),
        db_text(delivery->place),
    };
    return sql_run(db, SQL_STOCK_LOT_ADD, values, 11, NULL, err);
}

static int
add_to_lot(struct db *db, struct arena *arena, const struct stock_delivery *delivery,
           const struct stock_note *note, int64_t lot_id, struct err *err)
{
    struct stock_note received = *note;
    struct stock_lot lot;
    const char *code;
    received.kind = "receipt";
    if (stock_lot(db, arena, delivery->store_id, lot_id, &lot, err) < 0)
        return -1;
    if (lot.expires_on != delivery->expires_on)
        return err_set(err, ERR_DATA, _("lot %s: is there already, and expires on another day"),
                       lot.code);
    const struct move move = {.store_id = delivery->store_id,
                              .item_id = delivery->item_id,
                              .lot_id = lot_id,
                              .quantity = delivery->quantity,
                              .cost_fen = delivery->cost_fen,
                              .lot = lot.code};
    const struct db_value share[] = {db_int(delivery->store_id), db_int(lot_id),
                                     db_int(lot.on_hand + delivery->quantity),
                                     db_int(lot.value_fen + delivery->cost_fen)};
    return add_move(db, arena, &move, &received, &code, err) < 0
               ? -1
               : sql_run(db, SQL_STOCK_LOT_SHARE, share, 4, NULL, err);
}

int
stock_receive(struct db *db, struct arena *arena, const struct stock_delivery *delivery,
              const struct stock_note *note, int64_t *lot_id, struct err *err)
{
    const struct db_value values[] = {db_int(delivery->store_id), db_int(delivery->item_id),
                                      db_text(delivery->lot)};
    struct db_stmt *stmt;
    int found = sql_first(db, &stmt, SQL_STOCK_LOT_FIND, values, 3, err);
    if (found < 0)
        return -1;
    if (found == 0)
        return make_lot(db, delivery, note->day, lot_id, err);
    *lot_id = db_get_int(stmt, 0);
    db_finish(stmt);
    return add_to_lot(db, arena, delivery, note, *lot_id, err);
}
