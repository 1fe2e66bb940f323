#include "stock/count.h"

#include <string.h>

#include "base/str.h"
#include "db/sql.h"
#include "record/code.h"
#include "record/ids.h"
#include "stock/move.h"

/* ---- begun ---- */

static int
add_line(struct db *db, const struct stock_count *count, int64_t item_id, int64_t lot_id,
         struct err *err)
{
    int64_t id;
    if (ids_next(db, "stocktake_line", count->store_id, &id, err) < 0)
        return -1;
    const struct db_value values[] = {db_int(count->store_id), db_int(id), db_int(count->id),
                                      db_int(item_id), db_int(lot_id)};
    return sql_run(db, SQL_STOCK_STOCKTAKE_LINE_ADD, values, 5, NULL, err);
}

static int
add_lines(struct db *db, const struct stock_count *count, const char *items, const char *place,
          struct err *err)
{
    const struct db_value values[] = {db_int(count->store_id), db_text(items), db_text(place)};
    struct db_stmt *stmt;
    int lots = 0, more;
    if (sql_open(db, &stmt, SQL_STOCK_STOCKTAKE_LOTS, values, 3, err) < 0)
        return -1;
    while ((more = db_step(stmt, err)) == 1) {
        if (add_line(db, count, db_get_int(stmt, 1), db_get_int(stmt, 0), err) < 0) {
            more = -1;
            break;
        }
        lots++;
    }
    db_finish(stmt);
    return more < 0 ? -1 : lots;
}

int
stock_count_start(struct db *db, struct arena *arena, const struct stock_note *note,
                  const char *items, const char *place, struct stock_count *count, struct err *err)
{
    count->at = note->at;
    count->day = note->day;
    count->state = "open";
    if (ids_next(db, "stocktake", count->store_id, &count->id, err) < 0 ||
        code_make(db, arena, "stocktake", count->store_id, note->day, &count->code, err) < 0)
        return -1;
    const struct db_value values[] = {
        db_int(count->store_id), db_int(count->id),     db_text(count->code), db_int(note->at),
        db_int(note->day),       db_id(note->staff_id), db_text(note->reason)};
    return sql_run(db, SQL_STOCK_STOCKTAKE_ADD, values, 7, NULL, err) < 0
               ? -1
               : add_lines(db, count, items, place, err);
}

int
stock_count_find(struct db *db, struct arena *arena, int64_t store_id, const char *code,
                 struct stock_count *count, struct err *err)
{
    const struct db_value values[] = {db_int(store_id), db_text(code)};
    struct db_stmt *stmt;
    int found = sql_first(db, &stmt, SQL_STOCK_STOCKTAKE_GET, values, 2, err);
    if (found <= 0)
        return found < 0 ? -1 : err_set(err, ERR_DATA, _("%s: no such count"), code);
    *count = (struct stock_count){.store_id = store_id,
                                  .id = db_get_int(stmt, 0),
                                  .at = db_get_int(stmt, 1),
                                  .day = db_get_int(stmt, 2),
                                  .state = arena_strdup(arena, db_get_text(stmt, 3)),
                                  .code = arena_strdup(arena, code)};
    db_finish(stmt);
    return 0;
}

/* ---- counted ---- */

static int
need_open(const struct stock_count *count, struct err *err)
{
    return strcmp(count->state, "open") == 0
               ? 0
               : err_set(err, ERR_DATA, _("%s: is %s"), count->code, count->state);
}

int
stock_count_enter(struct db *db, const struct stock_count *count, int64_t item_id, int64_t lot_id,
                  int64_t counted, const struct stock_note *note, struct err *err)
{
    const struct db_value values[] = {db_int(count->store_id), db_int(count->id),
                                      db_int(lot_id),          db_int(counted),
                                      db_int(note->at),        db_id(note->staff_id)};
    int64_t changed;
    if (need_open(count, err) < 0 ||
        sql_run(db, SQL_STOCK_STOCKTAKE_ENTER, values, 6, &changed, err) < 0)
        return -1;
    if (changed)
        return 0;
    return add_line(db, count, item_id, lot_id, err) < 0
               ? -1
               : sql_run(db, SQL_STOCK_STOCKTAKE_ENTER, values, 6, NULL, err);
}

/* ---- put right ---- */

enum {
    ITEM,
    NAME,
    LOT,
    UNIT,
    BOOK,
    COUNTED,
    VARIANCE,
    COST,
    STAFF,
    MOVE,
    PLACE,
    ITEM_ID,
    LOT_ID,
    LINE_ID
};

struct difference {
    int64_t line_id, item_id, lot_id, book, counted;
    const char *item, *lot;
};

struct differences {
    struct difference *items;
    int count, room;
};

static void
add_difference(struct arena *arena, struct differences *list, const struct db_stmt *stmt)
{
    list->items = arena_more(arena, list->items, list->count, &list->room, sizeof *list->items);
    list->items[list->count++] =
        (struct difference){.line_id = db_get_int(stmt, LINE_ID),
                            .item_id = db_get_int(stmt, ITEM_ID),
                            .lot_id = db_get_int(stmt, LOT_ID),
                            .book = db_get_int(stmt, BOOK),
                            .counted = db_get_int(stmt, COUNTED),
                            .item = arena_strdup(arena, db_get_text(stmt, ITEM)),
                            .lot = arena_strdup(arena, db_get_text(stmt, LOT))};
}

/* The rows are all read before anything is written: PostgreSQL has one line for both. */
static int
read_differences(struct db *db, struct arena *arena, const struct stock_count *count,
                 struct differences *list, struct err *err)
{
    const struct db_value values[] = {db_int(count->store_id), db_text(count->code)};
    struct db_stmt *stmt;
    int more;
    *list = (struct differences){0};
    if (need_open(count, err) < 0 ||
        sql_open(db, &stmt, SQL_STOCK_STOCKTAKE_BOOK, values, 2, err) < 0)
        return -1;
    while ((more = db_step(stmt, err)) == 1) {
        if (db_get(stmt, COUNTED).type == DB_NULL) {
            more = err_set(err, ERR_DATA, _("%s: %s lot %s is not counted yet"), count->code,
                           db_get_text(stmt, ITEM), db_get_text(stmt, LOT));
            break;
        }
        if (db_get_int(stmt, VARIANCE))
            add_difference(arena, list, stmt);
    }
    db_finish(stmt);
    return more < 0 ? -1 : 0;
}

int
stock_count_differences(struct db *db, struct arena *arena, const struct stock_count *count,
                        const char **text, struct err *err)
{
    struct differences list;
    struct str words = STR_INIT;
    if (read_differences(db, arena, count, &list, err) < 0)
        return -1;
    for (int i = 0; i < list.count; i++) {
        const struct difference *one = &list.items[i];
        str_addf(&words, "%s%s %s: %lld on the books, %lld counted", i ? "; " : "", one->item,
                 one->lot, (long long)one->book, (long long)one->counted);
    }
    *text = words.length ? arena_strdup(arena, words.text) : "";
    str_release(&words);
    return list.count;
}

/* More than the books say: at what the lot's units cost. */
static int
add_surplus(struct db *db, struct arena *arena, const struct stock_count *count,
            const struct difference *one, const struct stock_note *note, const char **code,
            struct err *err)
{
    struct stock_lot lot;
    if (stock_lot(db, arena, count->store_id, one->lot_id, &lot, err) < 0)
        return -1;
    int64_t more = one->counted - one->book;
    int64_t fen = stock_cost(lot.quantity, lot.cost_fen, lot.quantity, lot.cost_fen,
                             more < lot.quantity ? more : lot.quantity);
    const struct stock_shift shift = {.item_id = one->item_id,
                                      .lot_id = one->lot_id,
                                      .quantity = more,
                                      .cost_fen = fen,
                                      .lot = one->lot};
    return stock_shift(db, arena, count->store_id, &shift, note, code, err);
}

/* Less: what is unopened goes first, then what is in opened packs. */
static int
take_shortage(struct db *db, struct arena *arena, const struct stock_count *count,
              const struct difference *one, const struct stock_note *note, const char **code,
              struct err *err)
{
    struct stock_plan plan;
    struct stock_found found;
    struct stock_want want = {.item_id = one->item_id,
                              .lot_id = one->lot_id,
                              .quantity = one->book - one->counted,
                              .at = note->at,
                              .day = note->day,
                              .any = true,
                              .sealed = true};
    stock_plan_init(&plan, arena, count->store_id);
    int planned = stock_plan_add(db, &plan, &want, &found, err);
    if (planned == 0 && found.usable > 0) {
        int64_t all = want.quantity;
        want.quantity = found.usable;
        planned = stock_plan_add(db, &plan, &want, &found, err);
        want.quantity = all - want.quantity;
    }
    if (planned == 0 || (planned == 1 && plan.count && want.quantity != one->book - one->counted)) {
        want.sealed = false;
        planned = stock_plan_add(db, &plan, &want, &found, err);
    }
    if (planned <= 0)
        return planned < 0 ? -1
                           : err_set(err, ERR_DATA,
                                     _("%s lot %s: more has gone since than was counted; count it "
                                       "again"),
                                     one->item, one->lot);
    for (int i = 0; i < plan.count; i++)
        if (move_piece(db, &plan, &plan.pieces[i], plan.pieces[i].vial_id, plan.pieces[i].quantity,
                       note, err) < 0)
            return -1;
    *code = plan.pieces[0].move;
    return 0;
}

static int
put_right(struct db *db, struct arena *arena, const struct stock_count *count,
          const struct difference *one, const struct stock_note *note, struct err *err)
{
    const char *code;
    int result = one->counted > one->book ? add_surplus(db, arena, count, one, note, &code, err)
                                          : take_shortage(db, arena, count, one, note, &code, err);
    if (result < 0)
        return err_wrap(err, "%s", one->item);
    const struct db_value values[] = {db_int(count->store_id), db_int(one->line_id), db_text(code)};
    return sql_run(db, SQL_STOCK_STOCKTAKE_LINE_MOVE, values, 3, NULL, err);
}

int
stock_count_close(struct db *db, struct arena *arena, const struct stock_count *count,
                  const struct stock_note *note, const char *by, struct err *err)
{
    struct stock_note own = *note;
    struct differences list;
    const struct db_value values[] = {db_int(count->store_id), db_int(count->id), db_text("closed"),
                                      db_int(note->at), db_text(by)};
    own.kind = "count";
    own.at = count->at;
    own.day = count->day;
    own.paper = count->code;
    if (read_differences(db, arena, count, &list, err) < 0)
        return -1;
    for (int i = 0; i < list.count; i++)
        if (put_right(db, arena, count, &list.items[i], &own, err) < 0)
            return -1;
    return sql_run(db, SQL_STOCK_STOCKTAKE_CLOSE, values, 5, NULL, err) < 0 ? -1 : list.count;
}
