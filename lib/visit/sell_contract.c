/* Contracts: drafted, reviewed by another person, signed, called off. */
#include <string.h>

#include "base/day.h"
#include "base/money.h"
#include "db/sql.h"
#include "record/code.h"
#include "record/ids.h"
#include "visit/sell_private.h"

enum { OF_AGE = 18, MONTHS_A_YEAR = 12 };

/* ---- finding ---------------------------------------------------------------------------------------- */

int
sell_contract(struct db *db, struct arena *arena, int64_t store_id, const char *code,
              struct sell_order *order, struct err *err)
{
    const struct db_value values[] = {db_int(store_id), db_text(code)};
    struct db_stmt *stmt;
    int found = sql_first(db, &stmt, SQL_VISIT_SELL_CONTRACT, values, 2, err);
    if (found == 0)
        return err_set(err, ERR_DATA, _("contract %s: this store has none"), code);
    if (found < 0)
        return -1;
    *order = (struct sell_order){
        .store_id = store_id,
        .code = arena_strdup(arena, code),
        .id = db_get_int(stmt, 0),
        .client_id = db_get_int(stmt, 1),
        .client = db_keep_text(stmt, 2, arena),
        .birthday = db_get(stmt, 3).type == DB_INT ? db_get_int(stmt, 3) : SELL_NO_DAY,
        .visit_id = db_get_int(stmt, 4),
        .consultant_id = db_get_int(stmt, 5),
        .state = db_keep_text(stmt, 6, arena),
        .amount_fen = db_get_int(stmt, 7),
        .drafted_by = db_keep_text(stmt, 8, arena),
        .paid_fen = db_get_int(stmt, 9),
        .balances = db_get_int(stmt, 10),
    };
    db_finish(stmt);
    return 0;
}

/* ---- drafting ---------------------------------------------------------------------------------------- */

/* An order that was begun with deposits may become a contract; its client must be this one. */
static int
check_code(struct db *db, const struct sell_draft *draft, struct err *err)
{
    const struct db_value values[] = {db_int(draft->store_id), db_text(draft->code)};
    struct db_stmt *stmt;
    int found = sql_first(db, &stmt, SQL_VISIT_SELL_ORDER, values, 2, err);
    if (found <= 0)
        return found;
    bool same = db_get_int(stmt, 0) == draft->client_id;
    bool deposits = db_get_int(stmt, 6) && !db_get_int(stmt, 5);
    int64_t paid_fen = db_get_int(stmt, 4);
    db_finish(stmt);
    if (!same || !deposits)
        return err_set(err, ERR_DATA,
                       _("order %s: has payments already, and not only deposits of "
                         "this client; give the contract another code"),
                       draft->code);
    return paid_fen <= draft->amount_fen
               ? 0
               : err_set(err, ERR_DATA, _("order %s: more was paid in than the contract is worth"),
                         draft->code);
}

static int
add_lines(struct db *db, const struct sell_draft *draft, int64_t contract_id, struct err *err)
{
    for (int i = 0; i < draft->count; i++) {
        const struct sell_line *line = &draft->lines[i];
        int64_t id;
        if (ids_next(db, "contract_line", draft->store_id, &id, err) < 0)
            return -1;
        const struct db_value values[] = {db_int(draft->store_id),  db_int(id),
                                          db_int(contract_id),      db_int(i + 1),
                                          db_id(line->project_id),  db_id(line->package_id),
                                          db_int(line->quantity),   db_int(line->list_fen),
                                          db_int(line->amount_fen), db_int(line->gift)};
        if (sql_run(db, SQL_VISIT_SELL_LINE_ADD, values, 10, NULL, err) < 0)
            return -1;
    }
    return 0;
}

static int
find_staff(struct db *db, const char *code, struct db_value *id, struct err *err)
{
    const struct db_value value = db_text(code);
    struct db_stmt *stmt;
    *id = db_null();
    if (!code)
        return 0;
    int found = sql_first(db, &stmt, SQL_VISIT_SELL_STAFF, &value, 1, err);
    if (found == 0)
        return err_set(err, ERR_DATA, _("%s: nobody of the staff has this code"), code);
    if (found < 0)
        return -1;
    *id = db_int(db_get_int(stmt, 0));
    db_finish(stmt);
    return 0;
}

static int
add_contract(struct db *db, const struct sell_draft *draft, int64_t id, struct err *err)
{
    struct db_value consultant;
    int64_t added;
    if (find_staff(db, draft->consultant, &consultant, err) < 0)
        return -1;
    const struct db_value values[] = {db_int(draft->store_id),
                                      db_int(id),
                                      db_text(draft->code),
                                      db_int(draft->client_id),
                                      db_id(draft->visit_id),
                                      db_id(draft->plan_id),
                                      consultant,
                                      db_int(draft->at),
                                      db_int(draft->day),
                                      db_text(draft->by),
                                      db_int(draft->list_fen),
                                      db_int(draft->amount_fen),
                                      db_text(draft->note)};
    if (sql_run(db, SQL_VISIT_SELL_CONTRACT_ADD, values, 13, &added, err) < 0)
        return -1;
    return added == 1 ? 0 : err_set(err, ERR_DATA, _("contract %s: there already"), draft->code);
}

int
sell_draft(struct db *db, struct arena *arena, struct sell_draft *draft, struct err *err)
{
    int64_t id;
    if (draft->count == 0)
        return err_set(err, ERR_USAGE, _("nothing is sold; name it: --line, --package"));
    draft->list_fen = draft->amount_fen = 0;
    for (int i = 0; i < draft->count; i++) {
        draft->list_fen += draft->lines[i].list_fen;
        draft->amount_fen += draft->lines[i].amount_fen;
    }
    if (!draft->code &&
        code_make(db, arena, "contract", draft->store_id, draft->day, &draft->code, err) < 0)
        return -1;
    if (check_code(db, draft, err) < 0 || ids_next(db, "contract", draft->store_id, &id, err) < 0 ||
        add_contract(db, draft, id, err) < 0)
        return -1;
    return add_lines(db, draft, id, err);
}

/* ---- reviewing ----------------------------------------------------------------------------------------- */

static int
wrong_state(const struct sell_order *order, const char *wanted, struct err *err)
{
    return err_set(err, ERR_DATA, _("contract %s is %s, and must be %s for this"), order->code,
                   order->state, wanted);
}

/* 1 the drafter's, 0 not, -1: the same login, or the person whose account it is. */
static int
is_drafter(struct db *db, const struct sell_order *order, const char *staff, const char *by,
           struct err *err)
{
    const struct db_value values[] = {db_text(order->drafted_by), db_text(staff)};
    struct db_stmt *stmt;
    if (!order->drafted_by)
        return 0;
    if (strcmp(order->drafted_by, by) == 0)
        return 1;
    int found = sql_first(db, &stmt, SQL_VISIT_SELL_SAME_PERSON, values, 2, err);
    if (found == 1)
        db_finish(stmt);
    return found;
}

int
sell_review(struct db *db, const struct sell_order *order, const char *staff, const char *by,
            int64_t at, struct err *err)
{
    const struct db_value values[] = {db_int(order->store_id), db_int(order->id), db_text(staff),
                                      db_int(at)};
    struct db_value id;
    if (strcmp(order->state, "draft") != 0)
        return wrong_state(order, "draft", err);
    if (find_staff(db, staff, &id, err) < 0)
        return -1;
    int own = is_drafter(db, order, staff, by, err);
    if (own == 0 && order->consultant_id && id.number == order->consultant_id)
        own = 1;
    if (own)
        return own < 0 ? -1
                       : err_set(err, ERR_DATA,
                                 _("contract %s: who drafts or sells it does not review it; "
                                   "somebody else must"),
                                 order->code);
    return sql_run(db, SQL_VISIT_SELL_CONTRACT_REVIEW, values, 4, NULL, err);
}

/* ---- signing -------------------------------------------------------------------------------------------- */

static bool
is_minor(const struct sell_order *order, int64_t day)
{
    return order->birthday != SELL_NO_DAY &&
           day < day_add_months(order->birthday, OF_AGE * MONTHS_A_YEAR);
}

int
sell_sign(struct db *db, struct arena *arena, struct sell_order *order,
          const struct sell_signature *signature, struct err *err)
{
    const struct db_value values[] = {db_int(order->store_id), db_int(order->id),
                                      db_int(signature->at), db_text(signature->signer),
                                      db_text(signature->proof)};
    struct sell_share *shares;
    int count;
    if (strcmp(order->state, "reviewed") != 0)
        return wrong_state(order, "reviewed", err);
    if (is_minor(order, signature->day) && strcmp(signature->signer, "guardian") != 0)
        return err_set(err, ERR_DATA,
                       _("contract %s: client %s is a minor; a guardian must sign: --signer "
                         "guardian"),
                       order->code, order->client);
    if (sql_run(db, SQL_VISIT_SELL_CONTRACT_SIGN, values, 5, NULL, err) < 0)
        return -1;
    order->state = "signed";
    if (order->paid_fen < order->amount_fen || order->balances)
        return 0;
    return sell_shares(db, arena, order, &shares, &count, err) < 0
               ? -1
               : sell_make_balances(db, arena, order, shares, count, signature->day, err);
}

int
sell_cancel(struct db *db, const struct sell_order *order, struct err *err)
{
    const struct db_value values[] = {db_int(order->store_id), db_int(order->id)};
    char paid[32];
    if (strcmp(order->state, "cancelled") == 0)
        return wrong_state(order, "draft, reviewed or signed", err);
    money_format(order->paid_fen, paid);
    if (order->paid_fen != 0)
        return err_set(err, ERR_DATA,
                       _("contract %s: %s was paid for it; give it back first: medi-visit refund"),
                       order->code, paid);
    return sql_run(db, SQL_VISIT_SELL_CONTRACT_CANCEL, values, 2, NULL, err);
}
