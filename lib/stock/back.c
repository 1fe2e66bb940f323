/* The ledger's writing side: counter-entries, what comes back, what is thrown away, what is shifted. */
#include <string.h>

#include "base/day.h"
#include "db/sql.h"
#include "stock/move.h"
#include "stock/words.h"

/* ---- back, and away ----------------------------------------------------------------------- */

/* A movement that is to be taken back, and what came back of it already. */
struct taken {
    struct move move; /* as it would be countered */
    const char *kind;
    int64_t at, day, returned, returned_fen;
};

static int
find_move(struct db *db, struct arena *arena, int64_t store_id, const char *code,
          struct taken *taken, struct err *err)
{
    const struct db_value values[] = {db_int(store_id), db_text(code)};
    struct db_stmt *stmt;
    int found = sql_first(db, &stmt, SQL_STOCK_MOVE_GET, values, 2, err);
    if (found <= 0)
        return found < 0 ? -1 : err_set(err, ERR_DATA, _("%s: no such movement"), code);
    taken->move = (struct move){.store_id = store_id,
                                .item_id = db_get_int(stmt, 0),
                                .lot_id = db_get_int(stmt, 1),
                                .vial_id = db_get_int(stmt, 6),
                                .quantity = -db_get_int(stmt, 3),
                                .cost_fen = -db_get_int(stmt, 4),
                                .reverses = arena_strdup(arena, code)};
    const char *kind = db_get_text(stmt, 2), *by = db_get_text(stmt, 7);
    taken->kind = arena_strdup(arena, kind);
    taken->at = db_get_int(stmt, 8);
    taken->day = db_get_int(stmt, 9);
    taken->returned = db_get_int(stmt, 10);
    taken->returned_fen = db_get_int(stmt, 11);
    int result = 0;
    if (strcmp(kind, "counter") == 0)
        result = err_set(err, ERR_DATA,
                         _("%s: is a counter-entry itself; enter anew what is right"), code);
    else if (strcmp(kind, "transfer-out") == 0 || strcmp(kind, "transfer-in") == 0 ||
             strcmp(kind, "receipt") == 0)
        result = err_set(err, ERR_DATA, _("%s: is half of a %s; send the goods back instead"), code,
                         kind);
    else if (strcmp(kind, "count") == 0 || strcmp(kind, "place") == 0)
        result =
            err_set(err, ERR_DATA, _("%s: is of kind %s; count, or move it, again"), code, kind);
    else if (by)
        result = err_set(err, ERR_DATA, _("%s: was countered already, by %s"), code, by);
    db_finish(stmt);
    return result;
}

static void
tell_piece(struct stock_piece *piece, const struct move *move, const char *code)
{
    *piece = (struct stock_piece){.item_id = move->item_id,
                                  .lot_id = move->lot_id,
                                  .vial_id = move->vial_id,
                                  .quantity = move->quantity,
                                  .lot = move->lot,
                                  .cost_fen = move->cost_fen,
                                  .move = code};
}

static int
put_back(struct db *db, struct arena *arena, struct move *move, const struct stock_note *note,
         struct stock_piece *piece, struct err *err)
{
    struct stock_lot lot;
    const char *made;
    if (stock_lot(db, arena, move->store_id, move->lot_id, &lot, err) < 0)
        return -1;
    move->lot = lot.code;
    if (move_add(db, arena, move, note, &made, err) < 0)
        return -1;
    if (piece)
        tell_piece(piece, move, made);
    return 0;
}

int
stock_counter(struct db *db, struct arena *arena, int64_t store_id, const char *code,
              const struct stock_note *note, struct stock_piece *piece, struct err *err)
{
    struct stock_note counter = *note;
    struct taken taken;
    counter.kind = "counter";
    if (find_move(db, arena, store_id, code, &taken, err) < 0)
        return -1;
    if (taken.returned)
        return err_set(err, ERR_DATA, _("%s: %lld of it came back already"), code,
                       (long long)taken.returned);
    if (note->at == STOCK_THEN) {
        counter.at = taken.at;
        counter.day = taken.day;
    }
    return put_back(db, arena, &taken.move, &counter, piece, err);
}

int
stock_return(struct db *db, struct arena *arena, int64_t store_id, const char *code,
             int64_t quantity, const struct stock_note *note, struct stock_piece *piece,
             struct err *err)
{
    struct stock_note back = *note;
    struct taken taken;
    back.kind = "return";
    if (find_move(db, arena, store_id, code, &taken, err) < 0)
        return -1;
    struct move *move = &taken.move;
    int64_t out = move->quantity - taken.returned, fen = move->cost_fen - taken.returned_fen;
    if (strcmp(taken.kind, "issue") != 0)
        return err_set(err, ERR_DATA, _("%s: is of kind %s; only what was issued comes back"), code,
                       taken.kind);
    if (quantity > out)
        return err_set(err, ERR_DATA, _("%s: %lld of it are still out"), code, (long long)out);
    if (note->at < taken.at)
        return err_set(err, ERR_DATA, _("%s: that is before it was issued"), code);
    move->cost_fen = stock_cost(move->quantity, move->cost_fen, out, fen, quantity);
    move->quantity = quantity;
    return put_back(db, arena, move, &back, piece, err);
}

int
stock_shift(struct db *db, struct arena *arena, int64_t store_id, const struct stock_shift *shift,
            const struct stock_note *note, const char **code, struct err *err)
{
    const struct move move = {.store_id = store_id,
                              .item_id = shift->item_id,
                              .lot_id = shift->lot_id,
                              .vial_id = shift->vial_id,
                              .quantity = shift->quantity,
                              .cost_fen = shift->cost_fen,
                              .lot = shift->lot};
    return move_add(db, arena, &move, note, code, err);
}

/* ---- opened packs ------------------------------------------------------------------------- */

struct pack {
    int64_t id, item_id, lot_id, amount, use_by, opened_at;
};

static int
find_pack(struct db *db, int64_t store_id, const char *code, struct pack *pack, struct err *err)
{
    const struct db_value values[] = {db_int(store_id), db_text(code)};
    struct db_stmt *stmt;
    int found = sql_first(db, &stmt, SQL_STOCK_VIAL_GET, values, 2, err);
    if (found <= 0)
        return found < 0 ? -1 : err_set(err, ERR_DATA, _("%s: no such opened pack"), code);
    *pack =
        (struct pack){.id = db_get_int(stmt, 0),
                      .item_id = db_get_int(stmt, 1),
                      .lot_id = db_get_int(stmt, 2),
                      .amount = db_get_int(stmt, 3),
                      .use_by = db_get(stmt, 4).type == DB_INT ? db_get_int(stmt, 4) : INT64_MAX,
                      .opened_at = db_get_int(stmt, 6)};
    bool closed = db_get(stmt, 5).type != DB_NULL;
    db_finish(stmt);
    return closed ? err_set(err, ERR_DATA, _("%s: is closed already"), code) : 0;
}

static int
judge_pack(struct db *db, struct arena *arena, int64_t store_id, const char *code,
           const struct pack *pack, const struct stock_note *note, struct stock_lot *lot,
           struct err *err)
{
    char day[16];
    if (stock_lot(db, arena, store_id, pack->lot_id, lot, err) < 0)
        return -1;
    enum stock_state state =
        stock_lot_state(lot->state, lot->expires_on, lot->received_on, note->day);
    if (state != STOCK_USABLE) {
        day_format(lot->expires_on, day);
        return stock_unusable(lot->code, state, day, err);
    }
    if (note->at < pack->opened_at)
        return err_set(err, ERR_DATA, _("%s: that is before it was opened"), code);
    return note->at < pack->use_by ? 0
                                   : err_set(err, ERR_DATA,
                                             _("%s: was opened too long ago; waste what is left: "
                                               "medi-stock waste --pack"),
                                             code);
}

int
stock_plan_draw(struct db *db, struct stock_plan *plan, const char *code, int64_t quantity,
                const struct stock_note *note, struct err *err)
{
    struct pack pack;
    struct stock_lot lot;
    if (find_pack(db, plan->store_id, code, &pack, err) < 0 ||
        judge_pack(db, plan->arena, plan->store_id, code, &pack, note, &lot, err) < 0)
        return -1;
    if (quantity > pack.amount)
        return err_set(err, ERR_DATA, _("%s: holds %lld"), code, (long long)pack.amount);
    plan->pieces = arena_alloc(plan->arena, sizeof *plan->pieces);
    plan->pieces[0] = (struct stock_piece){.item_id = pack.item_id,
                                           .lot_id = pack.lot_id,
                                           .vial_id = pack.id,
                                           .quantity = quantity,
                                           .lot = lot.code};
    plan->count = plan->room = 1;
    return 0;
}

int
stock_pack_rest(struct db *db, int64_t store_id, const char *vial, int64_t *rest, struct err *err)
{
    struct pack pack;
    if (find_pack(db, store_id, vial, &pack, err) < 0)
        return -1;
    *rest = pack.amount;
    return 0;
}

int64_t
stock_close_vial(struct db *db, struct arena *arena, int64_t store_id, const char *vial,
                 const struct stock_note *note, struct stock_piece *piece, struct err *err)
{
    struct stock_plan plan;
    struct stock_note waste = *note;
    struct stock_lot lot;
    struct pack pack;
    if (find_pack(db, store_id, vial, &pack, err) < 0 ||
        stock_lot(db, arena, store_id, pack.lot_id, &lot, err) < 0)
        return -1;
    struct stock_piece rest = {.vial_id = pack.id,
                               .item_id = pack.item_id,
                               .lot_id = pack.lot_id,
                               .quantity = pack.amount,
                               .lot = lot.code};
    waste.kind = "waste";
    stock_plan_init(&plan, arena, store_id);
    if (move_piece(db, &plan, &rest, pack.id, rest.quantity, &waste, err) < 0)
        return -1;
    if (piece)
        *piece = rest;
    return pack.amount;
}
