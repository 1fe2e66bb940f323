#include "supply/order.h"

#include <string.h>

#include "base/money.h"
#include "db/sql.h"
#include "record/ids.h"
#include "stock/label.h"
#include "stock/words.h"

__extension__ typedef unsigned __int128 wide; /* fen times units may exceed 64 bits */

/* ---- suppliers ------------------------------------------------------------------------------- */

int
supplier_find(struct db *db, struct arena *arena, const char *code, struct supplier *supplier,
              struct err *err)
{
    const struct db_value value = db_text(code);
    struct db_stmt *stmt;
    int found = sql_first(db, &stmt, SQL_SUPPLY_SUPPLIER_GET, &value, 1, err);
    if (found <= 0)
        return found < 0
                   ? -1
                   : err_set(err, ERR_DATA,
                             _("%s: no such supplier; list them with: medi-stock supplier list"),
                             code);
    *supplier = (struct supplier){.id = db_get_int(stmt, 0),
                                  .code = arena_strdup(arena, db_get_text(stmt, 1)),
                                  .name = arena_strdup(arena, db_get_text(stmt, 2)),
                                  .active = db_get_int(stmt, 3) != 0};
    db_finish(stmt);
    return 0;
}

int
supplier_qualified(struct db *db, struct arena *arena, const struct paper_rules *rules,
                   const struct supplier *supplier, const struct supply_item *const *items,
                   int count, int64_t day, struct err *err)
{
    struct paper *papers;
    const char *all = NULL;
    int paper_count;
    if (!supplier->active)
        return err_set(err, ERR_DATA, _("%s: nothing is ordered there any more"), supplier->code);
    if (papers_of(db, arena, supplier->id, &papers, &paper_count, err) < 0)
        return -1;
    for (int i = 0; i < count; i++) {
        const struct paper_case given = {items[i]->id, NULL, day};
        const struct paper_category *category = paper_category_of(rules, items[i], err);
        if (!category)
            return -1;
        const char *lacks = paper_lacking(arena, category, papers, paper_count, &given, false);
        if (lacks)
            all = arena_printf(arena, "%s%s%s %s: %s", all ? all : "", all ? "; " : "",
                               items[i]->code, category->words, lacks);
    }
    return all ? err_set(err, ERR_DATA, _("supplier-papers: %s is not qualified on that day: %s"),
                         supplier->code, all)
               : 0;
}

/* ---- an order -------------------------------------------------------------------------------- */

static int
read_lines(struct db *db, struct arena *arena, struct order *order, struct err *err)
{
    const struct db_value values[] = {db_int(order->store_id), db_int(order->id)};
    struct db_stmt *stmt;
    int more;
    order->lines = arena_array(arena, ORDER_LINES_MOST + 1, sizeof *order->lines);
    if (sql_open(db, &stmt, SQL_SUPPLY_ORDER_LINES, values, 2, err) < 0)
        return -1;
    while ((more = db_step(stmt, err)) == 1 && order->count < ORDER_LINES_MOST)
        order->lines[order->count++] =
            (struct order_line){.id = db_get_int(stmt, 0),
                                .line = db_get_int(stmt, 1),
                                .item.code = db_keep_text(stmt, 2, arena),
                                .quantity = db_get_int(stmt, 3),
                                .amount_fen = db_get_int(stmt, 4),
                                .received = db_get_int(stmt, 5),
                                .spec = db_keep_text(stmt, 6, arena)};
    db_finish(stmt);
    for (int i = 0; more == 0 && i < order->count; i++)
        more = supply_item_find(db, arena, order->lines[i].item.code, &order->lines[i].item, err);
    return more < 0 ? -1 : 0;
}

int
order_find(struct db *db, struct arena *arena, int64_t store_id, const char *code,
           struct order *order, struct err *err)
{
    const struct db_value values[] = {db_int(store_id), db_text(code)};
    struct db_stmt *stmt;
    int found = sql_first(db, &stmt, SQL_SUPPLY_ORDER_GET, values, 2, err);
    if (found <= 0)
        return found < 0 ? -1
                         : err_set(err, ERR_DATA,
                                   _("%s: this store has no such order; list them with: "
                                     "medi-stock order list"),
                                   code);
    *order = (struct order){.store_id = store_id,
                            .id = db_get_int(stmt, 0),
                            .code = arena_strdup(arena, code),
                            .state = db_keep_text(stmt, 1, arena),
                            .amount_fen = db_get_int(stmt, 2),
                            .at = db_get_int(stmt, 3),
                            .day = db_get_int(stmt, 4),
                            .ordered_by = db_keep_text(stmt, 5, arena)};
    const char *supplier = db_keep_text(stmt, 6, arena);
    db_finish(stmt);
    return supplier_find(db, arena, supplier, &order->supplier, err) < 0
               ? -1
               : read_lines(db, arena, order, err);
}

int
order_in_state(const struct order *order, const char *state, struct err *err)
{
    if (strcmp(order->state, state) == 0)
        return 0;
    if (strcmp(order->state, "draft") == 0)
        return err_set(err, ERR_DATA,
                       _("%s: is a draft; approve it first: medi-stock order approve "
                         "%s"),
                       order->code, order->code);
    return err_set(err, ERR_DATA,
                   strcmp(order->state, "approved") == 0 ? _("%s: is approved already")
                   : strcmp(order->state, "closed") == 0 ? _("%s: is closed")
                                                         : _("%s: is cancelled"),
                   order->code);
}

struct order_line *
order_line_of(const struct order *order, int64_t item_id)
{
    for (int i = 0; i < order->count; i++)
        if (order->lines[i].item.id == item_id)
            return &order->lines[i];
    return NULL;
}

/* ---- lines ----------------------------------------------------------------------------------- */

int
order_line_parse(struct db *db, struct arena *arena, int64_t day, const char *text,
                 struct order_line *line, struct err *err)
{
    char *code = arena_strdup(arena, text), *number, *money;
    int64_t count, size, price;
    if (!stock_words_part(code, &number, &money) || !money || !*number)
        return err_set(err, ERR_USAGE, _("%s: must be ITEM=QUANTITY@PRICE, as I01=2盒@780.00"),
                       text);
    struct stock_names names = {.item = code};
    *line = (struct order_line){0};
    if (stock_label_names(db, arena, 0, day, &names, err) < 0 ||
        supply_item_find(db, arena, names.item, &line->item, err) < 0 ||
        supply_amount(&line->item, number, strlen(number), &count, &size, err) < 0 ||
        money_parse(money, strlen(money), &price, err) < 0)
        return -1;
    if (price < 0 || __builtin_mul_overflow(count, size, &line->quantity) ||
        __builtin_mul_overflow(count, price, &line->amount_fen) ||
        line->amount_fen > 100000000000000)
        return err_set(err, ERR_DATA, _("%s: price or quantity is out of range"), text);
    line->spec = line->item.spec;
    return 0;
}

static int64_t
part_of(int64_t amount, int64_t part, int64_t whole)
{
    return (int64_t)(((wide)amount * (wide)part + (wide)whole / 2) / (wide)whole);
}

int64_t
order_share(const struct order_line *line, int64_t before, int64_t quantity)
{
    return part_of(line->amount_fen, before + quantity, line->quantity) -
           part_of(line->amount_fen, before, line->quantity);
}

int
order_put_line(struct db *db, const struct order *order, const struct order_line *line,
               struct err *err)
{
    const struct order_line *there = order_line_of(order, line->item.id);
    int64_t id = there ? there->id : 0, number = there ? there->line : 1;
    for (int i = 0; !there && i < order->count; i++)
        number = order->lines[i].line >= number ? order->lines[i].line + 1 : number;
    if (!there && number > ORDER_LINES_MOST)
        return err_set(err, ERR_DATA, _("%s: an order has at most %d lines"), order->code,
                       ORDER_LINES_MOST);
    if (!there && ids_next(db, "purchase_line", order->store_id, &id, err) < 0)
        return -1;
    const struct db_value values[] = {db_int(order->store_id),  db_int(id),
                                      db_int(order->id),        db_int(number),
                                      db_int(line->item.id),    db_int(line->quantity),
                                      db_int(line->amount_fen), db_text(line->spec)};
    return sql_run(db, SQL_SUPPLY_ORDER_LINE_PUT, values, 8, NULL, err);
}

int
order_drop_line(struct db *db, const struct order *order, const char *item, struct err *err)
{
    for (int i = 0; i < order->count; i++) {
        const struct db_value values[] = {db_int(order->store_id), db_int(order->lines[i].id)};
        if (strcmp(order->lines[i].item.code, item) == 0)
            return sql_run(db, SQL_SUPPLY_ORDER_LINE_DROP, values, 2, NULL, err);
    }
    return err_set(err, ERR_DATA, _("%s: has no %s"), order->code, item);
}

int
order_sum(struct db *db, struct order *order, struct err *err)
{
    const struct db_value values[] = {db_int(order->store_id), db_int(order->id)};
    struct db_stmt *stmt;
    int found = sql_first(db, &stmt, SQL_SUPPLY_ORDER_SUM, values, 2, err);
    if (found <= 0)
        return found < 0 ? -1 : err_set(err, ERR_DATA, _("%s: is no draft any more"), order->code);
    order->amount_fen = db_get_int(stmt, 0);
    db_finish(stmt);
    return 0;
}

/* ---- its way --------------------------------------------------------------------------------- */

int
order_add(struct db *db, const struct order_draft *draft, int64_t *id, struct err *err)
{
    if (ids_next(db, "purchase", draft->store_id, id, err) < 0)
        return -1;
    const struct db_value values[] = {db_int(draft->store_id),
                                      db_int(*id),
                                      db_text(draft->code),
                                      db_int(draft->supplier_id),
                                      db_int(draft->at),
                                      db_int(draft->day),
                                      draft->due_on == INT64_MIN ? db_null()
                                                                 : db_int(draft->due_on),
                                      db_text(draft->by),
                                      db_text(draft->note)};
    return sql_run(db, SQL_SUPPLY_ORDER_ADD, values, 9, NULL, err);
}

static int
changed_once(const struct order *order, int64_t changed, struct err *err)
{
    return changed == 1
               ? 0
               : err_set(err, ERR_DATA, _("%s: is no longer %s"), order->code, order->state);
}

int
order_approve(struct db *db, const struct order *order, const char *by, int64_t at, struct err *err)
{
    const struct db_value values[] = {db_int(order->store_id), db_int(order->id), db_text(by),
                                      db_int(at)};
    int64_t changed;
    return sql_run(db, SQL_SUPPLY_ORDER_APPROVE, values, 4, &changed, err) < 0
               ? -1
               : changed_once(order, changed, err);
}

int
order_end(struct db *db, const struct order *order, const char *state, int64_t at,
          const char *reason, struct err *err)
{
    const struct db_value values[] = {
        db_int(order->store_id), db_int(order->id), db_text(order->state),
        db_text(state),          db_int(at),        db_text(reason)};
    int64_t changed;
    return sql_run(db, SQL_SUPPLY_ORDER_END, values, 6, &changed, err) < 0
               ? -1
               : changed_once(order, changed, err);
}
