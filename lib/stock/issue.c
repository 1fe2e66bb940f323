/* The ledger's writing side: what was planned is taken, packs are opened. */
#include <string.h>

#include "base/day.h"
#include "db/sql.h"
#include "record/code.h"
#include "record/ids.h"
#include "stock/move.h"
#include "stock/words.h"

int
stock_paper(struct db *db, int64_t store_id, const struct stock_note *note, struct err *err)
{
    const struct db_value values[] = {db_int(store_id), db_text(note->paper), db_text(note->kind),
                                      db_int(note->day)};
    struct db_stmt *stmt;
    char day[16];
    int found = note->paper ? sql_first(db, &stmt, SQL_STOCK_PAPER_SPENT, values, 4, err) : 0;
    if (found <= 0)
        return found;
    day_format(db_get_int(stmt, 1), day);
    err_set(err, ERR_DATA,
            _("%s: served already, by %s of %s, and a prescription is good once; counter that, or "
              "have another written"),
            note->paper, db_get_text(stmt, 0), day);
    db_finish(stmt);
    return -1;
}

/* ---- what is planned ---------------------------------------------------------------------- */

/* Opens a pack of what is unopened in the lot. */
static int
open_vial(struct db *db, struct stock_plan *plan, const struct stock_item *item, int64_t lot_id,
          int64_t quantity, const struct stock_note *note, int64_t *id, const char **code,
          struct err *err)
{
    if (ids_next(db, "vial", plan->store_id, id, err) < 0 ||
        code_make(db, plan->arena, "vial", plan->store_id, note->day, code, err) < 0)
        return -1;
    const struct db_value values[] = {
        db_int(plan->store_id),
        db_int(*id),
        db_text(*code),
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
int
move_piece(struct db *db, struct stock_plan *plan, struct stock_piece *piece, int64_t vial_id,
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
    return move_add(db, plan->arena, &move, note, &piece->move, err);
}

/* Of an item that is drawn from packs, what is left over after whole ones opens the next. */
static int
issue_unopened(struct db *db, struct stock_plan *plan, struct stock_piece *piece,
               const struct stock_item *item, const struct stock_note *note, struct err *err)
{
    int64_t amount, vial_id;
    const char *code;
    int64_t part = item->vial_size > 1 ? piece->quantity % item->vial_size : 0;
    if (!part)
        return move_piece(db, plan, piece, 0, piece->quantity, note, err);
    if (unopened(db, plan->store_id, piece, &amount, err) < 0)
        return -1;
    int64_t rest = amount - (piece->quantity - part);
    int64_t holds = rest < item->vial_size ? rest : item->vial_size;
    if (holds < part)
        return err_set(err, ERR_DATA, _("lot %s: has not got %lld more"), piece->lot,
                       (long long)piece->quantity);
    if (open_vial(db, plan, item, piece->lot_id, holds, note, &vial_id, &code, err) < 0)
        return -1;
    return move_piece(db, plan, piece, vial_id, part, note, err);
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

/* What was kept back for the client is so much less. */
static int
use_reserved(struct db *db, int64_t store_id, int64_t item_id, int64_t quantity,
             const struct stock_note *note, struct err *err)
{
    const struct db_value values[] = {db_int(store_id), db_int(item_id), db_int(note->day),
                                      db_int(note->client_id)};
    while (note->client_id && quantity > 0) {
        struct db_stmt *stmt;
        int found = sql_first(db, &stmt, SQL_STOCK_RESERVATION_OPEN, values, 4, err);
        if (found <= 0)
            return found;
        int64_t id = db_get_int(stmt, 0), kept = db_get_int(stmt, 1);
        int64_t part = kept < quantity ? kept : quantity;
        const struct db_value used[] = {db_int(store_id), db_int(id), db_int(part)};
        db_finish(stmt);
        if (sql_run(db, SQL_STOCK_RESERVATION_USE, used, 3, NULL, err) < 0)
            return -1;
        quantity -= part;
    }
    return 0;
}

static int
issue_piece(struct db *db, struct stock_plan *plan, struct stock_piece *piece,
            const struct stock_note *note, struct err *err)
{
    struct stock_note own = *note;
    struct stock_item item;
    if (stock_item(db, plan->arena, piece->item_id, &item, err) < 0)
        return -1;
    if (!item.controlled)
        own.second_id = 0;
    int result = piece->vial_id
                     ? move_piece(db, plan, piece, piece->vial_id, piece->quantity, &own, err)
                     : issue_unopened(db, plan, piece, &item, &own, err);
    if (result == 0)
        result = use_reserved(db, plan->store_id, item.id, piece->quantity, &own, err);
    return result < 0 ? err_wrap(err, "%s", item.code) : 0;
}

int
stock_issue(struct db *db, struct stock_plan *plan, const struct stock_note *note, struct err *err)
{
    if (plan->count == 0)
        return 0;
    if (split_pieces(db, plan, err) < 0)
        return -1;
    for (int i = 0; i < plan->count; i++)
        if (issue_piece(db, plan, &plan->pieces[i], note, err) < 0)
            return -1;
    return 0;
}

/* ---- one opened pack ---------------------------------------------------------------------- */

/* Opens the next pack of the lot that a plan would take it from. */
int
stock_open(struct db *db, struct arena *arena, int64_t store_id, const struct stock_item *item,
           const struct stock_want *want, struct stock_opened *opened, struct err *err)
{
    struct stock_note note = {.at = want->at, .day = want->day};
    struct stock_plan plan;
    struct stock_found found;
    struct stock_want one = *want;
    int64_t amount;
    one.sealed = true;
    one.quantity = 1;
    stock_plan_init(&plan, arena, store_id);
    int planned = stock_plan_add(db, &plan, &one, &found, err);
    if (planned <= 0)
        return planned < 0 ? -1 : stock_short(arena, item, &one, &found, err);
    if (unopened(db, store_id, &plan.pieces[0], &amount, err) < 0)
        return -1;
    *opened = (struct stock_opened){.quantity = amount < item->vial_size ? amount : item->vial_size,
                                    .lot = plan.pieces[0].lot};
    if (item->open_hours >= 0)
        opened->use_by = want->at + item->open_hours * 3600;
    return open_vial(db, &plan, item, plan.pieces[0].lot_id, opened->quantity, &note, &opened->id,
                     &opened->code, err);
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
    const struct db_value share[] = {db_int(delivery->store_id), db_int(lot_id)};
    return move_add(db, arena, &move, &received, &code, err) < 0
               ? -1
               : sql_run(db, SQL_STOCK_LOT_SHARE, share, 2, NULL, err);
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
