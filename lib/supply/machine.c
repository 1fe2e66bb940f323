#include "supply/machine.h"

#include <string.h>

#include "base/money.h"
#include "db/sql.h"

int
machine_request(struct db *db, struct arena *arena, int64_t store_id, const char *code,
                struct machine_request *request, struct err *err)
{
    const struct db_value values[] = {db_int(store_id), db_text(code)};
    struct db_stmt *stmt;
    int found = sql_first(db, &stmt, SQL_SUPPLY_EQUIPMENT_REQUEST_GET, values, 2, err);
    if (found <= 0)
        return found < 0 ? -1
                         : err_set(err, ERR_DATA,
                                   _("%s: this store has no such request; list them with: "
                                     "medi-stock equipment requests"),
                                   code);
    *request = (struct machine_request){
        .store_id = store_id,
        .id = db_get_int(stmt, 0),
        .code = arena_strdup(arena, code),
        .state = db_keep_text(stmt, 1, arena),
        .name = db_keep_text(stmt, 2, arena),
        .kind = db_keep_text(stmt, 3, arena),
        .item = db_keep_text(stmt, 4, arena),
        .budget_fen = db_get(stmt, 5).type == DB_NULL ? -1 : db_get_int(stmt, 5),
        .supplier = db_keep_text(stmt, 6, arena),
    };
    db_finish(stmt);
    return 0;
}

int
machine_in_state(const struct machine_request *request, const char *state, struct err *err)
{
    if (strcmp(request->state, state) == 0)
        return 0;
    return err_set(err, ERR_DATA,
                   strcmp(request->state, "open") == 0     ? _("%s: no offer is chosen yet")
                   : strcmp(request->state, "chosen") == 0 ? _("%s: an offer is chosen already")
                   : strcmp(request->state, "accepted") == 0
                       ? _("%s: its machine is accepted already")
                       : _("%s: was dropped"),
                   request->code);
}

/* ---- offers ---------------------------------------------------------------------------------- */

enum {
    SUPPLIER,
    MODEL,
    MAKER,
    PRICE,
    WARRANTY,
    LIFE = 8,
    YEARLY,
    OVER = 11,
    REGISTRATION = 13,
};

int
machine_offers(struct db *db, struct arena *arena, const struct machine_request *request,
               int64_t today, struct machine_offers *offers, struct err *err)
{
    const struct db_value values[] = {db_int(request->store_id), db_text(request->code),
                                      db_int(today)};
    struct db_stmt *stmt;
    int more;
    *offers = (struct machine_offers){0};
    if (sql_open(db, &stmt, SQL_SUPPLY_EQUIPMENT_OFFERS, values, 3, err) < 0)
        return -1;
    while ((more = db_step(stmt, err)) == 1) {
        offers->items =
            arena_more(arena, offers->items, offers->count, &offers->room, sizeof *offers->items);
        offers->items[offers->count++] = (struct machine_offer){
            .supplier = db_keep_text(stmt, SUPPLIER, arena),
            .model = db_keep_text(stmt, MODEL, arena),
            .maker = db_keep_text(stmt, MAKER, arena),
            .registration_no = db_keep_text(stmt, REGISTRATION, arena),
            .price_fen = db_get_int(stmt, PRICE),
            .warranty_months = db_get_int(stmt, WARRANTY),
            .life_months = db_get_int(stmt, LIFE),
            .yearly_fen = db_get_int(stmt, YEARLY),
            .over = db_get_int(stmt, OVER) != 0,
        };
    }
    db_finish(stmt);
    return more < 0 ? -1 : 0;
}

const struct machine_offer *
machine_offer_of(const struct machine_offers *offers, const char *supplier)
{
    for (int i = 0; i < offers->count; i++)
        if (strcmp(offers->items[i].supplier, supplier) == 0)
            return &offers->items[i];
    return NULL;
}

static const char *
add_words(struct arena *arena, const char *words, const char *more)
{
    return words ? arena_printf(arena, "%s; %s", words, more) : more;
}

static const char *
yuan(struct arena *arena, int64_t fen)
{
    char text[32];
    money_format(fen, text);
    return arena_strdup(arena, text);
}

const char *
machine_wants_reason(struct arena *arena, const struct machine_request *request,
                     const struct machine_offers *offers, const struct machine_offer *chosen,
                     int64_t least)
{
    const struct machine_offer *cheapest = NULL;
    const char *words = NULL;
    int64_t count = 0;
    for (int i = 0; i < offers->count; i++) {
        const struct machine_offer *one = &offers->items[i];
        count += !one->over;
        if (!one->over && (!cheapest || one->yearly_fen < cheapest->yearly_fen))
            cheapest = one;
    }
    if (cheapest && cheapest->yearly_fen < chosen->yearly_fen)
        words = add_words(arena, words,
                          arena_printf(arena, _("%s costs %s a year, and %s %s"), chosen->supplier,
                                       yuan(arena, chosen->yearly_fen), cheapest->supplier,
                                       yuan(arena, cheapest->yearly_fen)));
    if (count < least)
        words = add_words(arena, words,
                          arena_printf(arena, _("there are %lld offers, and %lld are compared"),
                                       (long long)count, (long long)least));
    if (request->budget_fen >= 0 && chosen->price_fen > request->budget_fen)
        words = add_words(arena, words,
                          arena_printf(arena, _("it costs %s, and the budget is %s"),
                                       yuan(arena, chosen->price_fen),
                                       yuan(arena, request->budget_fen)));
    return words;
}

/* As the device of the catalogue that it is, else as any device of that registration number. */
int
machine_qualified(struct db *db, struct arena *arena, const struct paper_rules *rules,
                  const struct machine_request *request, const struct machine_offer *offer,
                  int64_t day, struct err *err)
{
    struct supply_item item = {.code = request->code, .kind = "device"};
    const struct supply_item *const items[] = {&item};
    struct supplier supplier;
    if ((request->item && supply_item_find(db, arena, request->item, &item, err) < 0) ||
        supplier_find(db, arena, offer->supplier, &supplier, err) < 0)
        return -1;
    if (!request->item)
        item.registration_no = offer->registration_no;
    return supplier_qualified(db, arena, rules, &supplier, items, 1, day, err);
}
