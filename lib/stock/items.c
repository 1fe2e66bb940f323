/* Items and lots by number and name. */
#include "db/sql.h"
#include "stock/stock.h"

int
stock_item(struct db *db, struct arena *arena, int64_t id, struct stock_item *item, struct err *err)
{
    struct db_value value = db_int(id);
    struct db_stmt *stmt;
    int found = sql_first(db, &stmt, SQL_STOCK_ITEM_GET, &value, 1, err);
    if (found <= 0)
        return found < 0 ? -1 : err_set(err, ERR_DB, _("item %lld: not there"), (long long)id);
    *item = (struct stock_item){
        .id = id,
        .code = arena_strdup(arena, db_get_text(stmt, 0)),
        .name = arena_strdup(arena, db_get_text(stmt, 1)),
        .kind = arena_strdup(arena, db_get_text(stmt, 2)),
        .unit = arena_strdup(arena, db_get_text(stmt, 3)),
        .vial_size = db_get_int(stmt, 4),
        .open_hours = db_get(stmt, 5).type == DB_INT ? db_get_int(stmt, 5) : -1,
        .controlled = db_get_int(stmt, 6) != 0,
        .pack_unit = db_keep_text(stmt, 7, arena),
        .pack_size = db_get_int(stmt, 8),
    };
    db_finish(stmt);
    return 0;
}

int
stock_item_find(struct db *db, struct arena *arena, const char *code, struct stock_item *item,
                struct err *err)
{
    struct db_value value = db_text(code);
    struct db_stmt *stmt;
    int found = sql_first(db, &stmt, SQL_STOCK_ITEM_FIND, &value, 1, err);
    if (found <= 0)
        return found < 0
                   ? -1
                   : err_set(err, ERR_DATA,
                             _("%s: no such item; list them with: medi-db export items"), code);
    int64_t id = db_get_int(stmt, 0);
    db_finish(stmt);
    return stock_item(db, arena, id, item, err);
}

/* The item in a column of what the statement gives for a store's code. */
static int
item_of(struct db *db, struct arena *arena, enum sql_id sql, int column, int64_t store_id,
        const char *code, const char *words, struct stock_item *item, struct err *err)
{
    const struct db_value values[] = {db_int(store_id), db_text(code)};
    struct db_stmt *stmt;
    int found = sql_first(db, &stmt, sql, values, 2, err);
    if (found <= 0)
        return found < 0 ? -1 : err_set(err, ERR_DATA, words, code);
    int64_t id = db_get_int(stmt, column);
    db_finish(stmt);
    return stock_item(db, arena, id, item, err);
}

int
stock_pack_item(struct db *db, struct arena *arena, int64_t store_id, const char *pack,
                struct stock_item *item, struct err *err)
{
    return item_of(db, arena, SQL_STOCK_VIAL_GET, 1, store_id, pack, _("%s: no such opened pack"),
                   item, err);
}

int
stock_move_item(struct db *db, struct arena *arena, int64_t store_id, const char *move,
                struct stock_item *item, struct err *err)
{
    return item_of(db, arena, SQL_STOCK_MOVE_GET, 0, store_id, move, _("%s: no such movement"),
                   item, err);
}

int
stock_lot(struct db *db, struct arena *arena, int64_t store_id, int64_t id, struct stock_lot *lot,
          struct err *err)
{
    const struct db_value values[] = {db_int(store_id), db_int(id)};
    struct db_stmt *stmt;
    int found = sql_first(db, &stmt, SQL_STOCK_LOT_GET, values, 2, err);
    if (found <= 0)
        return found < 0 ? -1 : err_set(err, ERR_DB, _("lot %lld: not there"), (long long)id);
    *lot = (struct stock_lot){
        .id = id,
        .item_id = db_get_int(stmt, 0),
        .code = arena_strdup(arena, db_get_text(stmt, 1)),
        .state = arena_strdup(arena, db_get_text(stmt, 2)),
        .expires_on = db_get_int(stmt, 3),
        .received_on = db_get_int(stmt, 4),
        .quantity = db_get_int(stmt, 5),
        .cost_fen = db_get_int(stmt, 6),
        .on_hand = db_get_int(stmt, 7),
        .value_fen = db_get_int(stmt, 8),
        .share_of = db_get_int(stmt, 9),
        .share_fen = db_get_int(stmt, 10),
        .place = db_keep_text(stmt, 11, arena),
    };
    db_finish(stmt);
    return 0;
}

int
stock_lot_find(struct db *db, int64_t store_id, const struct stock_item *item, const char *code,
               int64_t *id, struct err *err)
{
    const struct db_value values[] = {db_int(store_id), db_int(item->id), db_text(code)};
    struct db_stmt *stmt;
    int found = sql_first(db, &stmt, SQL_STOCK_LOT_FIND, values, 3, err);
    if (found <= 0)
        return found < 0 ? -1
                         : err_set(err, ERR_DATA, _("%s: this store has no lot %s of it"),
                                   item->code, code);
    *id = db_get_int(stmt, 0);
    db_finish(stmt);
    return 0;
}
