#include "visit/sell_balance.h"

#include <string.h>

#include "base/day.h"
#include "db/sql.h"

int
sell_balance(struct db *db, struct arena *arena, int64_t store_id, const char *code,
             struct sell_balance *balance, struct err *err)
{
    const struct db_value values[] = {db_int(store_id), db_text(code)};
    struct db_stmt *stmt;
    int found = sql_first(db, &stmt, SQL_VISIT_SELL_BALANCE, values, 2, err);
    if (found == 0)
        return err_set(err, ERR_DATA,
                       _("balance %s: this store has none; list them with: medi-visit balance"),
                       code);
    if (found < 0)
        return -1;
    *balance = (struct sell_balance){
        .id = db_get_int(stmt, 0),
        .client_id = db_get_int(stmt, 1),
        .project_id = db_get_int(stmt, 2),
        .order_code = db_keep_text(stmt, 3, arena),
        .bought = db_get_int(stmt, 4),
        .used = db_get_int(stmt, 5),
        .returned = db_get_int(stmt, 6),
        .paid_fen = db_get_int(stmt, 7),
        .recognised_fen = db_get_int(stmt, 8),
        .returned_fen = db_get_int(stmt, 9),
        .expires_on = db_get(stmt, 10).type == DB_INT ? db_get_int(stmt, 10) : INT64_MAX,
        .client = db_keep_text(stmt, 11, arena),
        .project = db_keep_text(stmt, 12, arena),
        .code = arena_strdup(arena, code),
    };
    db_finish(stmt);
    return 0;
}

/* ---- what is left -------------------------------------------------------------------------------- */

int64_t
sell_units_left(const struct sell_balance *balance)
{
    return balance->bought - balance->used - balance->returned;
}

/* Whole and part apart, so that no product of two large numbers is made. */
int64_t
sell_worth(const struct sell_balance *balance, int64_t quantity)
{
    int64_t units = sell_units_left(balance);
    int64_t money = balance->paid_fen - balance->recognised_fen - balance->returned_fen;
    if (quantity >= units)
        return money;
    return money / units * quantity + money % units * quantity / units;
}

/* A visit from before two files were joined still names the one that went. */
static int
know_client(struct db *db, struct sell_draw *draw, struct err *err)
{
    const struct db_value id = db_int(draw->client_id);
    struct db_stmt *stmt;
    int found = sql_first(db, &stmt, SQL_VISIT_SELL_CLIENT, &id, 1, err);
    if (found <= 0)
        return found;
    draw->client_id = db_get_int(stmt, 0);
    db_finish(stmt);
    return 0;
}

/* ---- drawing --------------------------------------------------------------------------------------- */

static int
no_such(const struct sell_draw *draw, struct err *err)
{
    return err_set(err, ERR_DATA,
                   _("no balance of this client has %lld of this project left; sell one, or leave "
                     "--prepaid out"),
                   (long long)draw->quantity);
}

static int
choose(struct db *db, struct arena *arena, struct sell_draw *draw, struct err *err)
{
    const struct db_value values[] = {db_int(draw->store_id), db_int(draw->client_id),
                                      db_int(draw->project_id), db_int(draw->day),
                                      db_int(draw->quantity)};
    struct db_stmt *stmt;
    if (strcmp(draw->code, "auto") != 0)
        return 0;
    int found = sql_first(db, &stmt, SQL_VISIT_SELL_BALANCE_FIRST, values, 5, err);
    if (found <= 0)
        return found < 0 ? -1 : no_such(draw, err);
    draw->code = db_keep_text(stmt, 0, arena);
    db_finish(stmt);
    return 0;
}

static int
too_little(const struct sell_balance *balance, int64_t quantity, struct err *err)
{
    return err_set(err, ERR_DATA, _("balance %s: %lld of %s wanted, %lld left"), balance->code,
                   (long long)quantity, balance->project, (long long)sell_units_left(balance));
}

static int
check_draw(const struct sell_draw *draw, const struct sell_balance *balance, struct err *err)
{
    char day[16];
    if (balance->client_id != draw->client_id)
        return err_set(err, ERR_DATA, _("balance %s: is of another client, %s"), balance->code,
                       balance->client);
    if (balance->project_id != draw->project_id)
        return err_set(err, ERR_DATA, _("balance %s: is of another project, %s"), balance->code,
                       balance->project);
    if (draw->day > balance->expires_on) {
        day_format(balance->expires_on, day);
        return err_set(err, ERR_DATA, _("balance %s: expired, its last day was %s"), balance->code,
                       day);
    }
    if (draw->quantity < 1)
        return err_set(err, ERR_DATA, _("balance %s: at least 1 is drawn"), balance->code);
    return draw->quantity > sell_units_left(balance) ? too_little(balance, draw->quantity, err) : 0;
}

int
sell_draw(struct db *db, struct arena *arena, struct sell_draw *draw, struct err *err)
{
    struct sell_balance balance;
    int64_t changed;
    if (know_client(db, draw, err) < 0 || choose(db, arena, draw, err) < 0 ||
        sell_balance(db, arena, draw->store_id, draw->code, &balance, err) < 0 ||
        check_draw(draw, &balance, err) < 0)
        return -1;
    draw->recognised_fen = sell_worth(&balance, draw->quantity);
    draw->order_code = balance.order_code;
    const struct db_value values[] = {db_int(draw->store_id), db_int(balance.id),
                                      db_int(draw->quantity), db_int(draw->recognised_fen)};
    if (sql_run(db, SQL_VISIT_SELL_DRAW, values, 4, &changed, err) < 0)
        return -1;
    return changed == 1 ? 0 : too_little(&balance, draw->quantity, err);
}

int
sell_draw_back(struct db *db, int64_t store_id, const char *code, int64_t quantity,
               int64_t recognised_fen, struct err *err)
{
    const struct db_value values[] = {db_int(store_id), db_text(code), db_int(quantity),
                                      db_int(recognised_fen)};
    int64_t changed;
    if (sql_run(db, SQL_VISIT_SELL_DRAW_BACK, values, 4, &changed, err) < 0)
        return -1;
    return changed == 1
               ? 0
               : err_set(err, ERR_DATA,
                         _("balance %s: less was drawn from it than is given back; look with: "
                           "medi-db check"),
                         code);
}

int
sell_return(struct db *db, int64_t store_id, struct sell_balance *balance, int64_t quantity,
            int64_t *worth_fen, struct err *err)
{
    int64_t changed;
    if (quantity < 1 || quantity > sell_units_left(balance))
        return too_little(balance, quantity, err);
    *worth_fen = sell_worth(balance, quantity);
    const struct db_value values[] = {db_int(store_id), db_int(balance->id), db_int(quantity),
                                      db_int(*worth_fen)};
    if (sql_run(db, SQL_VISIT_SELL_RETURN, values, 4, &changed, err) < 0)
        return -1;
    balance->returned += quantity;
    balance->returned_fen += *worth_fen;
    return changed == 1 ? 0 : too_little(balance, quantity, err);
}
