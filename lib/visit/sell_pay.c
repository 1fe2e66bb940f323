/* Money received. */
#include <string.h>

#include "base/money.h"
#include "db/sql.h"
#include "record/code.h"
#include "record/ids.h"
#include "visit/catalogue.h"
#include "visit/sell_private.h"

int
sell_money_add(struct db *db, struct arena *arena, const struct sell_money *money, struct err *err)
{
    const struct sell_order *order = money->order;
    const struct sell_payment *payment = money->payment;
    int64_t id, added;
    (void)arena;
    if (ids_next(db, "payment", order->store_id, &id, err) < 0)
        return -1;
    const struct db_value values[] = {db_int(order->store_id),     db_int(id),
                                      db_text(money->code),        db_text(order->code),
                                      db_int(order->client_id),    db_id(order->visit_id),
                                      db_id(order->consultant_id), db_id(money->project_id),
                                      db_text(payment->kind),      db_text(payment->class),
                                      db_text(payment->method),    db_int(money->quantity),
                                      db_int(money->amount_fen),   db_int(payment->at),
                                      db_int(payment->day),        db_text(payment->note)};
    if (sql_run(db, SQL_VISIT_SELL_PAYMENT_ADD, values, 16, &added, err) < 0)
        return -1;
    return added == 1 ? 0 : err_set(err, ERR_DATA, _("payment %s: there already"), money->code);
}

/* The first line has the payment's code, those behind it that code with their number. */
static const char *
line_code(struct arena *arena, const struct sell_payment *payment)
{
    return payment->lines == 0
               ? payment->code
               : arena_printf(arena, "%s-%lld", payment->code, (long long)payment->lines + 1);
}

static int
know_code(struct db *db, struct arena *arena, int64_t store_id, struct sell_payment *payment,
          struct err *err)
{
    return payment->code
               ? 0
               : code_make(db, arena, "payment", store_id, payment->day, &payment->code, err);
}

/* ---- for a contract ------------------------------------------------------------------------------------ */

static int
check_due(const struct sell_order *order, const struct sell_payment *payment, struct err *err)
{
    char due[32], amount[32];
    bool is_signed = strcmp(order->state, "signed") == 0;
    if (strcmp(order->state, "cancelled") == 0)
        return err_set(err, ERR_DATA, _("contract %s is cancelled"), order->code);
    if (!is_signed && strcmp(payment->kind, "deposit") != 0)
        return err_set(err, ERR_DATA,
                       _("contract %s is %s; before it is signed only a deposit is taken: "
                         "--deposit"),
                       order->code, order->state);
    if (order->balances)
        return err_set(err, ERR_DATA, _("contract %s is paid"), order->code);
    money_format(order->amount_fen - order->paid_fen, due);
    money_format(payment->amount_fen, amount);
    if (payment->amount_fen <= 0)
        return err_set(err, ERR_DATA, _("contract %s: %s cannot be paid; %s is due"), order->code,
                       amount, due);
    if (payment->amount_fen > order->amount_fen - order->paid_fen)
        return err_set(err, ERR_DATA, _("contract %s: %s is more than is due, which is %s"),
                       order->code, amount, due);
    return 0;
}

static int64_t
least(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

/* Money lies on the lines one after the other: this payment reaches from what was paid to what will have been.
 * What completes a line counts its units. */
static int
fill_lines(struct db *db, struct arena *arena, const struct sell_order *order,
           struct sell_payment *payment, const struct sell_share *shares, int count,
           struct err *err)
{
    int64_t from = order->paid_fen, to = from + payment->amount_fen, begin = 0;
    for (int i = 0; i < count; i++) {
        int64_t end = begin + shares[i].amount_fen;
        int64_t first = from > begin ? from : begin, last = least(to, end);
        struct sell_money money = {order,
                                   payment,
                                   line_code(arena, payment),
                                   shares[i].project_id,
                                   last == end ? shares[i].quantity : 0,
                                   last - first};
        begin = end;
        if (last <= first)
            continue;
        if (sell_money_add(db, arena, &money, err) < 0)
            return -1;
        payment->lines++;
    }
    return 0;
}

int
sell_pay(struct db *db, struct arena *arena, struct sell_order *order, struct sell_payment *payment,
         struct err *err)
{
    struct sell_share *shares;
    int count;
    payment->lines = payment->balances = 0;
    if (check_due(order, payment, err) < 0 ||
        know_code(db, arena, order->store_id, payment, err) < 0 ||
        sell_shares(db, arena, order, &shares, &count, err) < 0 ||
        fill_lines(db, arena, order, payment, shares, count, err) < 0)
        return -1;
    order->paid_fen += payment->amount_fen;
    if (order->paid_fen < order->amount_fen || strcmp(order->state, "signed") != 0)
        return 0;
    payment->balances = count;
    return sell_make_balances(db, arena, order, shares, count, payment->day, err);
}

/* ---- without one ----------------------------------------------------------------------------- */

static int
check_direct(struct db *db, const struct sell_direct *direct, const struct sell_payment *payment,
             struct err *err)
{
    struct catalogue_project project;
    if (payment->amount_fen < 0 || (!direct->line && payment->amount_fen == 0))
        return err_set(err, ERR_DATA, _("--amount: must be above zero"));
    if (!direct->line)
        return 0;
    if (direct->line->package)
        return err_set(err, ERR_DATA, _("%s: a package is sold by contract"), direct->line->code);
    if (catalogue_project(db, direct->line->code, &project, err) < 0)
        return -1;
    return project.contract
               ? err_set(err, ERR_DATA,
                         _("%s: a contract is due before it; draft one: medi-visit contract "
                           "draft"),
                         direct->line->code)
               : 0;
}

static int
find_consultant(struct db *db, const char *code, int64_t *id, struct err *err)
{
    const struct db_value value = db_text(code);
    struct db_stmt *stmt;
    if (!code)
        return 0;
    int found = sql_first(db, &stmt, SQL_VISIT_SELL_STAFF, &value, 1, err);
    if (found == 0)
        return err_set(err, ERR_DATA, _("%s: nobody of the staff has this code"), code);
    if (found < 0)
        return -1;
    *id = db_get_int(stmt, 0);
    db_finish(stmt);
    return 0;
}

/* An order that is there belongs to somebody, and a paid one is closed. */
static int
check_order(struct db *db, const struct sell_direct *direct, struct err *err)
{
    const struct db_value values[] = {db_int(direct->store_id), db_text(direct->order)};
    struct db_stmt *stmt;
    int found = direct->order ? sql_first(db, &stmt, SQL_VISIT_SELL_ORDER, values, 2, err) : 0;
    if (found <= 0)
        return found;
    bool same = db_get_int(stmt, 0) == direct->client_id, open = !db_get_int(stmt, 5);
    db_finish(stmt);
    if (same && open && !direct->line)
        return 0;
    return err_set(err, ERR_DATA, _("order %s: has payments already; leave --order out"),
                   direct->order);
}

int
sell_pay_direct(struct db *db, struct arena *arena, struct sell_direct *direct,
                struct sell_payment *payment, struct err *err)
{
    const struct sell_line *line = direct->line;
    struct sell_order order = {
        .store_id = direct->store_id, .client_id = direct->client_id, .visit_id = direct->visit_id};
    payment->lines = payment->balances = 0;
    if (check_direct(db, direct, payment, err) < 0 || check_order(db, direct, err) < 0 ||
        find_consultant(db, direct->consultant, &order.consultant_id, err) < 0 ||
        know_code(db, arena, direct->store_id, payment, err) < 0)
        return -1;
    if (!direct->order)
        direct->order = payment->code;
    order.code = direct->order;
    const struct sell_money money = {&order,
                                     payment,
                                     payment->code,
                                     line ? line->project_id : 0,
                                     line ? line->quantity : 0,
                                     payment->amount_fen};
    payment->lines = 1;
    if (sell_money_add(db, arena, &money, err) < 0)
        return -1;
    if (!line)
        return 0;
    const struct sell_share share = {1, line->project_id, 0, line->quantity, payment->amount_fen,
                                     0};
    payment->balances = 1;
    return sell_make_balances(db, arena, &order, &share, 1, payment->day, err);
}
