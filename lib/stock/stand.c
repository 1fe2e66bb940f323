#include "stock/stand.h"

#include <string.h>

#include "db/sql.h"

enum { LOT_ID, LOT, STATE, EXPIRES_ON, RECEIVED_ON, VIAL_ID, USE_BY, AMOUNT, OPENED_AT };

/* A row of sources.sql: a lot's unopened part, or one of its packs. Only what can be taken is kept of packs. */
struct raw {
    int64_t lot_id, vial_id, use_by, amount, opened_at;
};

static int
place_of(const struct stand *stand, int64_t lot_id)
{
    for (int i = 0; i < stand->lot_count; i++)
        if (stand->lots[i].lot.id == lot_id)
            return i;
    return -1;
}

bool
stand_lot_usable(const struct stand_lot *lot, int64_t day)
{
    return stock_lot_state(lot->lot.state, lot->lot.expires_on, lot->lot.received_on, day) ==
           STOCK_USABLE;
}

static bool
pack_before(const struct stand *stand, const struct stand_pack *a, const struct stand_pack *b)
{
    const struct stock_lot *x = &stand->lots[a->lot].lot, *y = &stand->lots[b->lot].lot;
    if (a->use_by != b->use_by)
        return a->use_by < b->use_by;
    if (x->expires_on != y->expires_on)
        return x->expires_on < y->expires_on;
    if (x->received_on != y->received_on)
        return x->received_on < y->received_on;
    return x->id != y->id ? x->id < y->id : a->id < b->id;
}

struct stand_pack *
stand_opened(struct arena *arena, struct stand *stand, const struct stand_pack *pack)
{
    stand->packs =
        arena_more(arena, stand->packs, stand->pack_count, &stand->pack_room, sizeof *stand->packs);
    int at = stand->pack_count++;
    for (; at > stand->pack_first && pack_before(stand, pack, &stand->packs[at - 1]); at--)
        stand->packs[at] = stand->packs[at - 1];
    stand->packs[at] = *pack;
    return &stand->packs[at];
}

static int
read_raws(struct db *db, struct arena *arena, int64_t store_id, int64_t item_id, struct raw **raws,
          int *count, struct err *err)
{
    const struct db_value values[] = {db_int(store_id), db_int(item_id), db_null()};
    struct db_stmt *stmt;
    int room = 0, more;
    *raws = NULL;
    *count = 0;
    if (sql_open(db, &stmt, SQL_STOCK_SOURCES, values, 3, err) < 0)
        return -1;
    while ((more = db_step(stmt, err)) == 1) {
        *raws = arena_more(arena, *raws, *count, &room, sizeof **raws);
        (*raws)[(*count)++] =
            (struct raw){db_get_int(stmt, LOT_ID), db_get_int(stmt, VIAL_ID),
                         db_get(stmt, USE_BY).type == DB_INT ? db_get_int(stmt, USE_BY) : INT64_MAX,
                         db_get_int(stmt, AMOUNT), db_get_int(stmt, OPENED_AT)};
    }
    db_finish(stmt);
    return more < 0 ? -1 : 0;
}

/* Whether it was counted at this very moment, or moved later than it: the clock stands wrong then. */
static int
read_fence(struct db *db, struct arena *arena, int64_t store_id, int64_t at, struct stand *stand,
           struct err *err)
{
    for (int i = 0; i < stand->lot_count; i++) {
        const struct stock_lot *lot = &stand->lots[i].lot;
        const struct db_value values[] = {db_int(store_id), db_int(lot->item_id), db_int(lot->id),
                                          db_int(at)};
        struct db_stmt *stmt;
        int found = sql_first(db, &stmt, SQL_STOCK_MOVE_FENCE, values, 4, err);
        if (found <= 0)
            return found;
        if (db_get_text(stmt, 0) || db_get_int(stmt, 2))
            stand->shut = arena_printf(arena,
                                       _("%s lot %s: was counted or moved later than now; issue it "
                                         "by itself"),
                                       stand->item.code, lot->code);
        db_finish(stmt);
    }
    return 0;
}

static int
add_raw(struct db *db, struct arena *arena, int64_t store_id, const struct raw *raw,
        struct stand *stand, struct err *err)
{
    int place = place_of(stand, raw->lot_id);
    if (place < 0) {
        place = stand->lot_count++;
        if (stock_lot(db, arena, store_id, raw->lot_id, &stand->lots[place].lot, err) < 0)
            return -1;
    }
    if (!raw->vial_id)
        stand->lots[place].unopened = raw->amount;
    return 0;
}

static void
add_pack(struct arena *arena, const struct raw *raw, int64_t at, int64_t day, struct stand *stand)
{
    int place = place_of(stand, raw->lot_id);
    const struct stand_pack pack = {
        .id = raw->vial_id, .use_by = raw->use_by, .amount = raw->amount, .lot = place};
    if (raw->use_by <= at || raw->opened_at > at || !stand_lot_usable(&stand->lots[place], day))
        return;
    stand_opened(arena, stand, &pack);
    stand->usable += raw->amount;
}

/* Unopened lots in the order of sources.sql, whatever packs came before. */
static void
sort_lots(struct stand *stand)
{
    for (int i = 1; i < stand->lot_count; i++)
        for (int k = i; k > 0; k--) {
            const struct stock_lot *x = &stand->lots[k].lot, *y = &stand->lots[k - 1].lot;
            if (x->expires_on > y->expires_on ||
                (x->expires_on == y->expires_on &&
                 (x->received_on > y->received_on ||
                  (x->received_on == y->received_on && x->id >= y->id))))
                break;
            struct stand_lot swap = stand->lots[k];
            stand->lots[k] = stand->lots[k - 1];
            stand->lots[k - 1] = swap;
        }
}

static int
read_held(struct db *db, int64_t store_id, int64_t day, struct stand *stand, struct err *err)
{
    const struct db_value values[] = {db_int(store_id), db_int(stand->item.id), db_int(day),
                                      db_null()};
    struct db_stmt *stmt;
    int found = sql_first(db, &stmt, SQL_STOCK_RESERVED, values, 4, err);
    if (found <= 0)
        return found;
    stand->held = db_get_int(stmt, 0);
    db_finish(stmt);
    return 0;
}

int
stand_read(struct db *db, struct arena *arena, int64_t store_id, const char *item, int64_t at,
           int64_t day, struct stand *stand, struct err *err)
{
    struct raw *raws;
    int count;
    *stand = (struct stand){0};
    if (stock_item_find(db, arena, item, &stand->item, err) < 0 ||
        read_raws(db, arena, store_id, stand->item.id, &raws, &count, err) < 0)
        return -1;
    stand->lots = arena_array(arena, (size_t)count + 1, sizeof *stand->lots);
    for (int i = 0; i < count; i++)
        if (add_raw(db, arena, store_id, &raws[i], stand, err) < 0)
            return -1;
    sort_lots(stand);
    for (int i = 0; i < count; i++)
        if (raws[i].vial_id)
            add_pack(arena, &raws[i], at, day, stand);
    for (int i = 0; i < stand->lot_count; i++)
        if (stand_lot_usable(&stand->lots[i], day))
            stand->usable += stand->lots[i].unopened;
    if (stand->item.controlled)
        stand->shut = arena_printf(arena, _("%s: is controlled; issue it by itself"), item);
    return stand->shut || read_fence(db, arena, store_id, at, stand, err) == 0
               ? read_held(db, store_id, day, stand, err)
               : -1;
}

int64_t
stand_usable_of(const struct stand *stand, const char *lot, int64_t day)
{
    int64_t sum = 0;
    if (!lot)
        return stand->usable;
    for (int i = stand->pack_first; i < stand->pack_count; i++)
        if (strcmp(stand->lots[stand->packs[i].lot].lot.code, lot) == 0)
            sum += stand->packs[i].amount;
    for (int i = 0; i < stand->lot_count; i++)
        if (strcmp(stand->lots[i].lot.code, lot) == 0 && stand_lot_usable(&stand->lots[i], day))
            sum += stand->lots[i].unopened;
    return sum;
}

bool
stand_has_lot(const struct stand *stand, const char *lot)
{
    for (int i = 0; i < stand->lot_count; i++)
        if (strcmp(stand->lots[i].lot.code, lot) == 0)
            return true;
    return false;
}
