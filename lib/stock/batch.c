#include "stock/batch.h"

#include <stdlib.h>
#include <string.h>

#include "db/relation.h"
#include "db/sql.h"
#include "record/code.h"
#include "record/ids.h"
#include "stock/label.h"
#include "stock/stand.h"
#include "stock/words.h"

enum { WINDOW = 4096, COLUMNS = 16 };

struct batch_move {
    struct db_value values[COLUMNS];
};

struct stock_batch {
    struct db *db;
    struct arena *arena, window; /* window: what waits to be written */
    int64_t store_id, moves;
    struct stock_note note;
    struct stand **stands; /* by code */
    int stand_count, stand_room;
    struct relation *relation;
    struct lookup *codes, *packs;
    const char *front;   /* VI20261128- */
    int64_t pack_number; /* of the code of the last pack that was opened here */
    struct batch_move *waiting;
    int count;
};

/* ---- opened and closed ---- */

int
stock_batch_open(struct stock_batch **made, struct db *db, struct arena *arena, int64_t store_id,
                 const struct stock_note *note, struct err *err)
{
    static const char *const columns[COLUMNS] = {
        "store_id",  "code",     "item_id", "lot_id",       "kind",    "quantity",
        "cost_fen",  "at",       "day",     "treatment_id", "vial_id", "staff_id",
        "second_id", "reverses", "reason",  "paper"};
    static const int key[] = {0, 1};
    const struct relation_spec spec = {.table = "stock_move",
                                       .columns = columns,
                                       .count = COLUMNS,
                                       .key = key,
                                       .key_count = 2,
                                       .of_store = true};
    const struct lookup_spec codes = {.table = "stock_move", .column = "code", .of_store = true};
    const struct lookup_spec packs = {.table = "vial", .column = "code", .of_store = true};
    struct stock_batch *batch = arena_alloc(arena, sizeof *batch);
    *batch = (struct stock_batch){.db = db, .arena = arena, .store_id = store_id, .note = *note};
    arena_init(&batch->window);
    batch->waiting = arena_array(arena, WINDOW, sizeof *batch->waiting);
    *made = batch;
    return relation_open(&batch->relation, db, arena, &spec, err) < 0 ||
                   lookup_open(&batch->codes, db, arena, &codes, err) < 0 ||
                   lookup_open(&batch->packs, db, arena, &packs, err) < 0
               ? -1
               : 0;
}

void
stock_batch_close(struct stock_batch *batch)
{
    if (!batch)
        return;
    lookup_close(batch->codes);
    lookup_close(batch->packs);
    relation_close(batch->relation);
    arena_release(&batch->window);
}

/* ---- what there is ---- */

static int
find_place(const struct stock_batch *batch, const char *code, bool *found)
{
    int low = 0, high = batch->stand_count;
    while (low < high) {
        int middle = (low + high) / 2;
        int order = strcmp(batch->stands[middle]->item.code, code);
        if (order == 0) {
            *found = true;
            return middle;
        }
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    *found = false;
    return low;
}

static int
stand_of(struct stock_batch *batch, const char *code, struct stand **stand, struct err *err)
{
    bool found;
    int place = find_place(batch, code, &found);
    if (found) {
        *stand = batch->stands[place];
        return 0;
    }
    struct stand *made = arena_alloc(batch->arena, sizeof *made);
    if (stand_read(batch->db, batch->arena, batch->store_id, code, batch->note.at, batch->note.day,
                   made, err) < 0)
        return -1;
    if (batch->stand_count == batch->stand_room) {
        int room = batch->stand_room ? 2 * batch->stand_room : 64;
        struct stand **grown = arena_array(batch->arena, (size_t)room, sizeof(struct stand *));
        if (batch->stand_count)
            memcpy(grown, batch->stands, (size_t)batch->stand_count * sizeof(struct stand *));
        batch->stands = grown;
        batch->stand_room = room;
    }
    memmove(batch->stands + place + 1, batch->stands + place,
            (size_t)(batch->stand_count - place) * sizeof(struct stand *));
    batch->stands[place] = made;
    batch->stand_count++;
    *stand = made;
    return 0;
}

/* ---- written ---- */

static int
write_moves(struct stock_batch *batch, struct err *err)
{
    bool loads = relation_can_load(batch->relation);
    int64_t id;
    if (batch->count == 0)
        return 0;
    if (!loads) {
        for (int i = 0; i < batch->count; i++) {
            int made = relation_insert(batch->relation, batch->waiting[i].values, &id, err);
            if (made <= 0)
                return made < 0
                           ? -1
                           : err_set(err, ERR_DATA, _("%s: stands twice, or was issued already"),
                                     batch->waiting[i].values[1].text);
        }
    } else {
        const struct db_value **rows =
            arena_array(&batch->window, (size_t)batch->count, sizeof *rows);
        int64_t *ids = arena_array(&batch->window, (size_t)batch->count, sizeof *ids);
        for (int i = 0; i < batch->count; i++)
            rows[i] = batch->waiting[i].values;
        if (relation_take_ids(batch->relation, rows, batch->count, ids, err) < 0 ||
            relation_load_begin(batch->relation, err) < 0)
            return -1;
        for (int i = 0; i < batch->count; i++)
            if (relation_load_row(batch->relation, ids[i], rows[i], err) < 0) {
                relation_load_abort(batch->relation);
                return -1;
            }
        if (relation_load_end(batch->relation, err) < 0)
            return -1;
    }
    batch->moves += batch->count;
    batch->count = 0;
    arena_reset(&batch->window);
    return 0;
}

static void
add_move(struct stock_batch *batch, const struct stand *stand, struct stand_lot *lot,
         int64_t vial_id, int64_t quantity, const char *code, const char *reason)
{
    int64_t cost = stock_cost(lot->lot.quantity, lot->lot.cost_fen, lot->lot.on_hand,
                              lot->lot.value_fen, quantity);
    const struct db_value values[COLUMNS] = {
        db_int(batch->store_id),
        db_text(arena_strdup(&batch->window, code)),
        db_int(stand->item.id),
        db_int(lot->lot.id),
        db_text(batch->note.kind),
        db_int(-quantity),
        db_int(-cost),
        db_int(batch->note.at),
        db_int(batch->note.day),
        db_null(),
        db_id(vial_id),
        db_id(batch->note.staff_id),
        db_null(),
        db_null(),
        reason && *reason ? db_text(arena_strdup(&batch->window, reason))
                          : db_text(batch->note.reason),
        db_text(batch->note.paper),
    };
    memcpy(batch->waiting[batch->count++].values, values, sizeof values);
    lot->lot.on_hand -= quantity;
    lot->lot.value_fen -= cost;
    lot->moved -= quantity;
    lot->moved_fen -= cost;
}

/* The first code is found by looking, and the next ones stand behind it. */
static int
pack_code(struct stock_batch *batch, const char **code, struct err *err)
{
    int64_t id;
    int taken = 1;
    while (batch->front && taken == 1) {
        *code =
            arena_printf(batch->arena, "%s%04lld", batch->front, (long long)++batch->pack_number);
        taken = lookup_find(batch->packs, batch->store_id, *code, strlen(*code), &id, err);
    }
    if (batch->front)
        return taken;
    if (code_make(batch->db, batch->arena, "vial", batch->store_id, batch->note.day, code, err) < 0)
        return -1;
    const char *number = strrchr(*code, '-') + 1;
    batch->front = arena_strndup(batch->arena, *code, (size_t)(number - *code));
    batch->pack_number = strtoll(number, NULL, 10);
    return 0;
}

static int
open_pack(struct stock_batch *batch, struct stand *stand, int place, int64_t holds,
          struct stand_pack **pack, struct err *err)
{
    const struct stock_item *item = &stand->item;
    int64_t at = batch->note.at, use_by = item->open_hours >= 0 ? at + item->open_hours * 3600 : 0;
    struct stand_pack one = {.amount = holds, .lot = place, .use_by = use_by ? use_by : INT64_MAX};
    const char *code;
    if (ids_next(batch->db, "vial", batch->store_id, &one.id, err) < 0 ||
        pack_code(batch, &code, err) < 0)
        return -1;
    const struct db_value values[] = {
        db_int(batch->store_id),           db_int(one.id), db_text(code), db_int(item->id),
        db_int(stand->lots[place].lot.id), db_int(at),     db_id(use_by), db_int(holds)};
    if (sql_run(batch->db, SQL_STOCK_VIAL_ADD, values, 8, NULL, err) < 0)
        return -1;
    *pack = stand_opened(batch->arena, stand, &one);
    return 0;
}

/* ---- a line ---- */

struct taking {
    const struct stock_line *line;
    int64_t rest;
    int pieces;
};

static const char *
piece_code(struct stock_batch *batch, struct taking *taking)
{
    return ++taking->pieces == 1
               ? taking->line->code
               : arena_printf(&batch->window, "%s-%d", taking->line->code, taking->pieces);
}

static void
take_packs(struct stock_batch *batch, struct stand *stand, const char *lot, struct taking *taking)
{
    while (stand->pack_first < stand->pack_count && !stand->packs[stand->pack_first].amount)
        stand->pack_first++;
    for (int i = stand->pack_first; i < stand->pack_count && taking->rest > 0; i++) {
        struct stand_pack *pack = &stand->packs[i];
        struct stand_lot *from = &stand->lots[pack->lot];
        int64_t part = pack->amount < taking->rest ? pack->amount : taking->rest;
        if (part <= 0 || (lot && strcmp(from->lot.code, lot) != 0))
            continue;
        add_move(batch, stand, from, pack->id, part, piece_code(batch, taking),
                 taking->line->reason);
        pack->amount -= part;
        pack->taken += part;
        taking->rest -= part;
    }
}

/* Whole packs, and a part that opens the next. */
static int
take_lot(struct stock_batch *batch, struct stand *stand, int place, struct taking *taking,
         struct err *err)
{
    struct stand_lot *lot = &stand->lots[place];
    int64_t size = stand->item.vial_size;
    int64_t take = lot->unopened < taking->rest ? lot->unopened : taking->rest;
    int64_t part = size > 1 ? take % size : 0;
    struct stand_pack *pack;
    if (take <= 0)
        return 0;
    if (take > part)
        add_move(batch, stand, lot, 0, take - part, piece_code(batch, taking),
                 taking->line->reason);
    lot->unopened -= take - part;
    taking->rest -= take;
    if (!part)
        return 0;
    int64_t holds = lot->unopened < size ? lot->unopened : size;
    if (open_pack(batch, stand, place, holds, &pack, err) < 0)
        return -1;
    lot->unopened -= holds;
    pack->amount -= part;
    pack->taken += part;
    add_move(batch, stand, lot, pack->id, part, piece_code(batch, taking), taking->line->reason);
    return 0;
}

/* Why there is not enough: as a single issue would say it, from what is in memory. */
static int
refuse(struct stock_batch *batch, const struct stand *stand, const struct stock_line *line,
       int64_t quantity, int64_t usable, int64_t free, struct err *err)
{
    const struct stock_want want = {.item_id = stand->item.id, .quantity = quantity};
    struct stock_found found = {.usable = free, .reserved = usable > free ? usable - free : 0};
    for (int i = 0; i < stand->lot_count; i++) {
        const struct stock_lot *lot = &stand->lots[i].lot;
        enum stock_state state =
            stock_lot_state(lot->state, lot->expires_on, lot->received_on, batch->note.day);
        if (state == STOCK_USABLE || (line->lot && *line->lot && strcmp(lot->code, line->lot) != 0))
            continue;
        if (!found.other[state].quantity) {
            found.other[state].lot = lot->code;
            found.other[state].since = lot->expires_on;
        }
        found.other[state].quantity += lot->on_hand;
    }
    return stock_short(batch->arena, &stand->item, &want, &found, err);
}

static int
judge(struct stock_batch *batch, const struct stand *stand, const struct stock_line *line,
      int64_t quantity, struct err *err)
{
    const char *lot = line->lot && *line->lot ? line->lot : NULL;
    int64_t usable = stand_usable_of(stand, lot, batch->note.day), id;
    int64_t free = stand->usable > stand->held ? stand->usable - stand->held : 0;
    if (stand->shut)
        return err_set(err, ERR_DATA, "%s", stand->shut);
    if (lot && usable == 0 &&
        stock_lot_find(batch->db, batch->store_id, &stand->item, lot, &id, err) < 0)
        return -1;
    free = free < usable ? free : usable;
    return quantity <= free ? 0 : refuse(batch, stand, line, quantity, usable, free, err);
}

static int
take(struct stock_batch *batch, struct stand *stand, const struct stock_line *line,
     int64_t quantity, struct err *err)
{
    struct taking taking = {.line = line, .rest = quantity};
    const char *lot = line->lot && *line->lot ? line->lot : NULL;
    take_packs(batch, stand, lot, &taking);
    for (int i = 0; i < stand->lot_count && taking.rest > 0; i++)
        if (stand_lot_usable(&stand->lots[i], batch->note.day) &&
            (!lot || strcmp(stand->lots[i].lot.code, lot) == 0) &&
            take_lot(batch, stand, i, &taking, err) < 0)
            return -1;
    stand->usable -= quantity;
    return 1;
}

/* Whether the code is there: in the database, or among what waits. */
static int
is_known(struct stock_batch *batch, const char *code, struct err *err)
{
    int64_t id;
    return lookup_find(batch->codes, batch->store_id, code, strlen(code), &id, err);
}

/* What the stand has is not asked for again; anything else may be a label. */
static int
name_line(struct stock_batch *batch, struct stock_line *line, struct err *err)
{
    bool found;
    const char *lot = line->lot && *line->lot ? line->lot : NULL;
    int place = find_place(batch, line->item, &found);
    if (found && (!lot || stand_has_lot(batch->stands[place], lot)))
        return 0;
    struct stock_names names = {.item = line->item, .lot = lot};
    if (stock_label_names(batch->db, batch->arena, batch->store_id, batch->note.day, &names, err) <
        0)
        return -1;
    line->item = names.item;
    line->lot = names.lot;
    return 0;
}

int
stock_batch_add(struct stock_batch *batch, const struct stock_line *given, struct err *err)
{
    struct stock_line own = *given, *line = &own;
    struct stand *stand;
    int64_t quantity;
    if (!line->code || !*line->code)
        return err_set(err, ERR_DATA, _("code: missing; by it a line that comes again is known"));
    int known = is_known(batch, line->code, err);
    if (known)
        return known < 0 ? -1 : 0;
    if (name_line(batch, line, err) < 0 || stand_of(batch, line->item, &stand, err) < 0 ||
        stock_quantity(&stand->item, line->quantity, false, &quantity, err) < 0 ||
        judge(batch, stand, line, quantity, err) < 0)
        return -1;
    /* a line's pieces are few: one each open pack and lot at most */
    int pieces = stand->pack_count - stand->pack_first + 2 * stand->lot_count;
    if (batch->count + pieces > WINDOW && write_moves(batch, err) < 0)
        return -1;
    if (pieces > WINDOW)
        return err_set(err, ERR_DATA,
                       _("%s: has too many open packs for a batch; issue it by itself"),
                       line->item);
    return take(batch, stand, line, quantity, err);
}

/* ---- the end ---- */

static int
write_stand(struct stock_batch *batch, const struct stand *stand, struct err *err)
{
    for (int i = 0; i < stand->lot_count; i++) {
        const struct stand_lot *lot = &stand->lots[i];
        const struct db_value values[] = {db_int(batch->store_id), db_int(lot->lot.id),
                                          db_int(lot->moved), db_int(lot->moved_fen)};
        int64_t changed = 1;
        if (lot->moved && sql_run(batch->db, SQL_STOCK_LOT_MOVE, values, 4, &changed, err) < 0)
            return -1;
        if (changed != 1)
            return err_set(err, ERR_DATA, _("lot %s: has not got %lld more"), lot->lot.code,
                           (long long)-lot->moved);
    }
    for (int i = 0; i < stand->pack_count; i++) {
        const struct stand_pack *pack = &stand->packs[i];
        const struct db_value values[] = {db_int(batch->store_id), db_int(pack->id),
                                          db_int(pack->taken), db_int(batch->note.at)};
        if (pack->taken && sql_run(batch->db, SQL_STOCK_VIAL_USE, values, 4, NULL, err) < 0)
            return -1;
    }
    return 0;
}

int64_t
stock_batch_finish(struct stock_batch *batch, struct err *err)
{
    if (write_moves(batch, err) < 0 || relation_save_ids(batch->relation, err) < 0)
        return -1;
    for (int i = 0; i < batch->stand_count; i++)
        if (write_stand(batch, batch->stands[i], err) < 0)
            return -1;
    return batch->moves;
}
