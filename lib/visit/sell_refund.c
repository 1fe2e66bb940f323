/* Money given back, with the balances that it stands for. */
#include <string.h>

#include "base/money.h"
#include "db/sql.h"
#include "record/code.h"
#include "visit/sell_balance.h"
#include "visit/sell_private.h"

struct giving {
    struct db *db;
    struct arena *arena;
    struct sell_refund *refund;
    struct sell_order order;
    struct sell_payment payment;
    int64_t recognised_fen, balances;
};

/* ---- what is there -------------------------------------------------------------------------------- */

/* A contract's payments and those of any other order are told by the order's code alike. */
static int
find_order(struct giving *giving, struct err *err)
{
    struct sell_refund *refund = giving->refund;
    const struct db_value values[] = {db_int(refund->store_id), db_text(refund->order)};
    struct db_stmt *stmt;
    int found = sql_first(giving->db, &stmt, SQL_VISIT_SELL_ORDER, values, 2, err);
    if (found == 0)
        return err_set(err, ERR_DATA, _("order %s: nothing was paid for it"), refund->order);
    if (found < 0)
        return -1;
    giving->order = (struct sell_order){.store_id = refund->store_id,
                                        .code = refund->order,
                                        .client_id = db_get_int(stmt, 0),
                                        .client = arena_strdup(giving->arena, db_get_text(stmt, 1)),
                                        .visit_id = db_get_int(stmt, 2),
                                        .consultant_id = db_get_int(stmt, 3),
                                        .paid_fen = db_get_int(stmt, 4)};
    giving->balances = db_get_int(stmt, 5);
    db_finish(stmt);
    refund->client = giving->order.client;
    return 0;
}

static int
find_sums(struct giving *giving, struct err *err)
{
    struct sell_refund *refund = giving->refund;
    const struct db_value values[] = {db_int(refund->store_id), db_text(refund->order)};
    struct db_stmt *stmt;
    if (sql_first(giving->db, &stmt, SQL_VISIT_SELL_GIVEN_BACK, values, 2, err) != 1)
        return -1;
    refund->given_before_fen = db_get_int(stmt, 0);
    giving->recognised_fen = db_get_int(stmt, 1);
    db_finish(stmt);
    refund->paid_fen = giving->order.paid_fen + refund->given_before_fen;
    return 0;
}

/* ---- giving ---------------------------------------------------------------------------------------- */

static int
add_money(struct giving *giving, int64_t project_id, int64_t quantity, int64_t amount_fen,
          struct err *err)
{
    struct sell_payment *payment = &giving->payment;
    const struct sell_money money = {
        &giving->order,
        payment,
        payment->lines == 0
            ? payment->code
            : arena_printf(giving->arena, "%s-%lld", payment->code, (long long)payment->lines + 1),
        project_id,
        quantity,
        -amount_fen};
    payment->lines++;
    giving->refund->given_fen += amount_fen;
    return sell_money_add(giving->db, giving->arena, &money, err);
}

static int
give_units(struct giving *giving, const char *code, int64_t quantity, struct err *err)
{
    struct sell_refund *refund = giving->refund;
    struct sell_balance balance;
    int64_t worth_fen;
    if (sell_balance(giving->db, giving->arena, refund->store_id, code, &balance, err) < 0)
        return -1;
    if (strcmp(balance.order_code, refund->order) != 0)
        return err_set(err, ERR_DATA, _("balance %s: was bought with order %s, not %s"), code,
                       balance.order_code, refund->order);
    if (quantity == 0)
        quantity = sell_units_left(&balance);
    if (quantity == 0 && refund->return_count == 0)
        return 0;
    if (sell_return(giving->db, refund->store_id, &balance, quantity, &worth_fen, err) < 0)
        return -1;
    refund->units += quantity;
    return worth_fen ? add_money(giving, balance.project_id, quantity, worth_fen, err) : 0;
}

/* "B1" (all that is left) or "B1*2". */
static int
give_named(struct giving *giving, const char *text, struct err *err)
{
    struct sell_line named;
    if (sell_line_parse(giving->arena, text, false, false, &named, err) < 0)
        return -1;
    if (named.amount_fen != SELL_NOT_SAID)
        return err_set(err, ERR_USAGE, _("%s: what a balance is worth is not for saying"), text);
    return give_units(giving, named.code, strchr(text, '*') ? named.quantity : 0, err);
}

/* The codes are read before anything is written. */
static int
give_all(struct giving *giving, struct err *err)
{
    const struct db_value values[] = {db_int(giving->refund->store_id),
                                      db_text(giving->refund->order)};
    const char **codes = arena_array(giving->arena, (size_t)giving->balances, sizeof *codes);
    struct db_stmt *stmt = NULL;
    int count = 0, step = sql_open(giving->db, &stmt, SQL_VISIT_SELL_BALANCES_OF, values, 2, err);
    while (step >= 0 && count < giving->balances && (step = db_step(stmt, err)) == 1)
        codes[count++] = arena_strdup(giving->arena, db_get_text(stmt, 0));
    db_finish(stmt);
    for (int i = 0; step >= 0 && i < count; i++)
        if (give_units(giving, codes[i], 0, err) < 0)
            return -1;
    return step < 0 ? -1 : 0;
}

static int
too_much(const struct giving *giving, int64_t most, struct err *err)
{
    char asked[32], paid[32], recognised[32], left[32];
    money_format(giving->refund->amount_fen, asked);
    money_format(giving->refund->paid_fen, paid);
    money_format(giving->recognised_fen, recognised);
    money_format(most, left);
    return err_set(err, ERR_DATA,
                   _("order %s: %s cannot be given back: %s was paid, %s of it recognised; %s is "
                     "left"),
                   giving->refund->order, asked, paid, recognised, left);
}

static int
give_balances(struct giving *giving, struct err *err)
{
    struct sell_refund *refund = giving->refund;
    char worth[32];
    int64_t most = giving->order.paid_fen - giving->recognised_fen;
    if (refund->amount_fen != SELL_NOT_SAID && refund->amount_fen > most)
        return too_much(giving, most, err);
    int result = refund->return_count ? 0 : give_all(giving, err);
    for (int i = 0; i < refund->return_count && result == 0; i++)
        result = give_named(giving, refund->returns[i], err);
    if (result < 0)
        return -1;
    if (refund->units == 0)
        return err_set(err, ERR_DATA, _("order %s: nothing of it is left to be given back"),
                       refund->order);
    money_format(refund->given_fen, worth);
    if (refund->amount_fen != SELL_NOT_SAID && refund->amount_fen != refund->given_fen)
        return err_set(err, ERR_DATA,
                       _("order %s: what is returned is worth %s; give that amount, or say what "
                         "is returned: --return BALANCE*N"),
                       refund->order, worth);
    return 0;
}

static int
give_amount(struct giving *giving, struct err *err)
{
    struct sell_refund *refund = giving->refund;
    int64_t most = giving->order.paid_fen - giving->recognised_fen;
    if (refund->return_count)
        return err_set(err, ERR_DATA, _("order %s: has no balances to return; give an --amount"),
                       refund->order);
    if (refund->amount_fen == SELL_NOT_SAID)
        refund->amount_fen = most;
    if (refund->amount_fen <= 0 || refund->amount_fen > most)
        return too_much(giving, most, err);
    return add_money(giving, 0, 0, refund->amount_fen, err);
}

int
sell_refund(struct db *db, struct arena *arena, struct sell_refund *refund, struct err *err)
{
    struct giving giving = {.db = db, .arena = arena, .refund = refund};
    giving.payment = (struct sell_payment){.code = refund->code,
                                           .kind = "refund",
                                           .class = "sale",
                                           .method = refund->method,
                                           .note = refund->reason,
                                           .at = refund->at,
                                           .day = refund->day};
    refund->given_fen = refund->units = 0;
    if (find_order(&giving, err) < 0 || find_sums(&giving, err) < 0 ||
        (!refund->code &&
         code_make(db, arena, "payment", refund->store_id, refund->day, &refund->code, err) < 0))
        return -1;
    giving.payment.code = refund->code;
    return giving.balances ? give_balances(&giving, err) : give_amount(&giving, err);
}
