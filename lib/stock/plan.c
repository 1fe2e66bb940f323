/* Where things will come from: nothing is moved here. */
#include <string.h>

#include "db/sql.h"
#include "stock/stock.h"

enum stock_state
stock_lot_state(const char *state, int64_t expires_on, int64_t received_on, int64_t day)
{
    if (strcmp(state, "recalled") == 0)
        return STOCK_RECALLED;
    if (strcmp(state, "quarantined") == 0)
        return STOCK_QUARANTINED;
    if (expires_on < day)
        return STOCK_EXPIRED;
    return received_on > day ? STOCK_NOT_YET : STOCK_USABLE;
}

void
stock_plan_init(struct stock_plan *plan, struct arena *arena, int64_t store_id)
{
    *plan = (struct stock_plan){.arena = arena, .store_id = store_id};
}

/* ---- places ---------------------------------------------------------------------------------------- */

/* A place that an item can be taken from, as a row of sources.sql. */
struct source {
    int64_t lot_id, vial_id, amount, since;
    const char *lot;
    enum stock_state state;
};

enum { LOT_ID, LOT, STATE, EXPIRES_ON, RECEIVED_ON, VIAL_ID, USE_BY, AMOUNT, OPENED_AT };

static void
read_source(struct db_stmt *stmt, const struct stock_want *want, struct source *source)
{
    struct db_value use_by = db_get(stmt, USE_BY);
    int64_t expires_on = db_get_int(stmt, EXPIRES_ON);
    *source = (struct source){
        .lot_id = db_get_int(stmt, LOT_ID),
        .vial_id = db_get_int(stmt, VIAL_ID),
        .amount = db_get_int(stmt, AMOUNT),
        .since = expires_on,
        .lot = db_get_text(stmt, LOT),
        .state = stock_lot_state(db_get_text(stmt, STATE), expires_on,
                                 db_get_int(stmt, RECEIVED_ON), want->day),
    };
    if (source->state == STOCK_USABLE && use_by.type == DB_INT && use_by.number <= want->at) {
        source->state = STOCK_OPENED_TOO_LONG;
        source->since = use_by.number;
    }
    if (source->state == STOCK_USABLE && source->vial_id && db_get_int(stmt, OPENED_AT) > want->at)
        source->state = STOCK_NOT_YET;
    if (want->any && source->state != STOCK_NOT_YET)
        source->state = STOCK_USABLE;
}

/* What earlier wants of the plan take from there. */
static int64_t
planned(const struct stock_plan *plan, const struct source *source)
{
    int64_t sum = 0;
    for (int i = 0; i < plan->count; i++)
        if (plan->pieces[i].lot_id == source->lot_id && plan->pieces[i].vial_id == source->vial_id)
            sum += plan->pieces[i].quantity;
    return sum;
}

static void
add_piece(struct stock_plan *plan, const struct stock_want *want, const struct source *source,
          int64_t quantity)
{
    if (plan->count == plan->room) {
        int room = plan->room ? 2 * plan->room : 8;
        struct stock_piece *grown = arena_array(plan->arena, (size_t)room, sizeof *grown);
        if (plan->count)
            memcpy(grown, plan->pieces, (size_t)plan->count * sizeof *grown);
        plan->pieces = grown;
        plan->room = room;
    }
    plan->pieces[plan->count++] = (struct stock_piece){
        .item_id = want->item_id,
        .lot_id = source->lot_id,
        .vial_id = source->vial_id,
        .quantity = quantity,
        .lot = arena_strdup(plan->arena, source->lot),
        .unit = want->unit ? arena_strdup(plan->arena, want->unit) : NULL,
    };
}

/* Takes from one place what is still wanted, or notes why not. */
static void
try_source(struct stock_plan *plan, const struct stock_want *want, const struct source *source,
           int64_t *rest, struct stock_found *found)
{
    int64_t amount = source->amount - planned(plan, source);
    if (amount <= 0)
        return;
    if (source->state != STOCK_USABLE) {
        if (!found->other[source->state].quantity) {
            found->other[source->state].lot = arena_strdup(plan->arena, source->lot);
            found->other[source->state].since = source->since;
        }
        found->other[source->state].quantity += amount;
        return;
    }
    found->usable += amount;
    int64_t take = amount < *rest ? amount : *rest;
    if (take > 0)
        add_piece(plan, want, source, take);
    *rest -= take;
}

/* ---- what is kept back ------------------------------------------------------------------------------ */

static int
read_sources(struct db *db, struct stock_plan *plan, const struct stock_want *want, int64_t *rest,
             struct stock_found *found, struct err *err)
{
    const struct db_value values[] = {db_int(plan->store_id), db_int(want->item_id),
                                      db_id(want->lot_id)};
    struct db_stmt *stmt;
    struct source source;
    int more;
    *found = (struct stock_found){0};
    if (sql_open(db, &stmt, SQL_STOCK_SOURCES, values, 3, err) < 0)
        return -1;
    while ((more = db_step(stmt, err)) == 1) {
        read_source(stmt, want, &source);
        if (!want->sealed || !source.vial_id)
            try_source(plan, want, &source, rest, found);
    }
    db_finish(stmt);
    return more;
}

/* What others have of the item: from the whole of it, whichever lot is wanted. */
static int
hold_back(struct db *db, struct stock_plan *plan, const struct stock_want *want,
          struct stock_found *found, struct err *err)
{
    const struct db_value values[] = {db_int(plan->store_id), db_int(want->item_id),
                                      db_int(want->day), db_id(want->client_id)};
    struct db_stmt *stmt;
    struct stock_found all = *found;
    struct stock_want whole = *want;
    int64_t none = 0;
    if (want->any)
        return 0;
    int got = sql_first(db, &stmt, SQL_STOCK_RESERVED, values, 4, err);
    if (got < 0)
        return -1;
    int64_t held = got ? db_get_int(stmt, 0) : 0;
    if (got)
        db_finish(stmt);
    whole.lot_id = 0;
    if (held == 0 || (want->lot_id && read_sources(db, plan, &whole, &none, &all, err) < 0))
        return held == 0 ? 0 : -1;
    int64_t free = all.usable > held ? all.usable - held : 0;
    if (free < found->usable) {
        found->reserved = found->usable - free;
        found->usable = free;
    }
    return 0;
}

int
stock_plan_add(struct db *db, struct stock_plan *plan, const struct stock_want *want,
               struct stock_found *found, struct err *err)
{
    int before = plan->count, count;
    struct stock_piece *pieces;
    int64_t rest = want->quantity;
    if (want->quantity <= 0)
        return err_set(err, ERR_DATA, _("a quantity must be above zero"));
    int result = read_sources(db, plan, want, &rest, found, err);
    /* what is kept back is judged without what this want takes */
    count = plan->count;
    pieces = plan->pieces;
    plan->count = before;
    if (result < 0 || hold_back(db, plan, want, found, err) < 0)
        return -1;
    if (rest > 0 || found->usable < want->quantity)
        return 0;
    plan->pieces = pieces;
    plan->count = count;
    return 1;
}
