/* What a contract is made of, and the balances that come of it. */
#include "base/day.h"
#include "db/sql.h"
#include "record/code.h"
#include "record/ids.h"
#include "visit/sell_private.h"

/* amount × part ÷ whole, without a product of two large numbers. */
static int64_t
part_of(int64_t amount, int64_t part, int64_t whole)
{
    return amount / whole * part + amount % whole * part / whole;
}

/* A line as it is read: of a package, one for each project in it. */
struct piece {
    int64_t weight, weights;
};

/* The amount of a line goes to its parts by their weights, each as much as its part of the sum so far, less
 * what the ones before got: so they add up. A package without shares is divided evenly. */
static void
divide(struct sell_share *shares, const struct piece *pieces, int from, int to)
{
    int64_t amount = shares[from].amount_fen, seen = 0, given = 0;
    int64_t whole = pieces[from].weights > 0 ? pieces[from].weights : to - from;
    for (int i = from; i < to; i++) {
        seen += pieces[from].weights > 0 ? pieces[i].weight : 1;
        shares[i].amount_fen = part_of(amount, seen, whole) - given;
        given += shares[i].amount_fen;
    }
}

static struct sell_share
read_share(struct db_stmt *stmt, struct piece *piece)
{
    *piece = (struct piece){db_get_int(stmt, 5), db_get_int(stmt, 6)};
    return (struct sell_share){.line = db_get_int(stmt, 0),
                               .project_id = db_get_int(stmt, 1),
                               .package_id = db_get_int(stmt, 2),
                               .quantity = db_get_int(stmt, 3),
                               .amount_fen = db_get_int(stmt, 4),
                               .months = db_get_int(stmt, 7)};
}

int
sell_shares(struct db *db, struct arena *arena, const struct sell_order *order,
            struct sell_share **shares, int *count, struct err *err)
{
    enum { MOST = 4000 };
    const struct db_value values[] = {db_int(order->store_id), db_int(order->id)};
    struct piece *pieces = arena_array(arena, MOST, sizeof *pieces);
    struct db_stmt *stmt = NULL;
    *shares = arena_array(arena, MOST, sizeof **shares);
    *count = 0;
    int step = sql_open(db, &stmt, SQL_VISIT_SELL_SHARES, values, 2, err);
    while (step >= 0 && *count < MOST && (step = db_step(stmt, err)) == 1) {
        (*shares)[*count] = read_share(stmt, &pieces[*count]);
        (*count)++;
    }
    db_finish(stmt);
    for (int from = 0, to; step >= 0 && from < *count; from = to) {
        for (to = from + 1; to < *count && (*shares)[to].line == (*shares)[from].line; to++)
            ;
        divide(*shares, pieces, from, to);
    }
    return step < 0 ? -1 : 0;
}

int
sell_make_balances(struct db *db, struct arena *arena, const struct sell_order *order,
                   const struct sell_share *shares, int count, int64_t day, struct err *err)
{
    for (int i = 0; i < count; i++) {
        const struct sell_share *share = &shares[i];
        const char *code;
        int64_t id;
        if (ids_next(db, "prepaid", order->store_id, &id, err) < 0 ||
            code_make(db, arena, "prepaid", order->store_id, day, &code, err) < 0)
            return -1;
        const struct db_value values[] = {
            db_int(order->store_id),
            db_int(id),
            db_text(code),
            db_int(order->client_id),
            db_text(order->code),
            share->package_id ? db_int(share->package_id) : db_null(),
            db_int(share->project_id),
            db_int(share->quantity),
            db_int(share->amount_fen),
            db_int(day),
            share->months ? db_int(day_add_months(day, (int)share->months)) : db_null()};
        if (sql_run(db, SQL_VISIT_SELL_BALANCE_ADD, values, 11, NULL, err) < 0)
            return -1;
    }
    return 0;
}
