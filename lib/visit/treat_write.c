/* A treatment into the database: the record, hands, items, stock, what was passed over; and what
 * comes later. */
#include <string.h>

#include "db/sql.h"
#include "record/code.h"
#include "record/ids.h"
#include "visit/sell_balance.h"
#include "visit/treat.h"

/* ---- the record ------------------------------------------------------------------------------ */

static int
add_record(struct db *db, const struct treat *treat, int64_t id, struct err *err)
{
    const struct gate_case *given = &treat->given;
    int64_t added;
    const struct db_value values[] = {
        db_int(given->store_id), db_int(id),
        db_text(treat->code),    db_int(given->client_id),
        db_id(given->visit_id),  db_int(given->project_id),
        db_id(treat->doctor_id), db_id(given->nurse_id),
        db_text(treat->room),    db_text(given->device),
        db_int(given->at),       treat->ended_at >= 0 ? db_int(treat->ended_at) : db_null(),
        db_int(given->day),      db_text(treat->ended_at >= 0 ? "completed" : "in-progress"),
        db_int(treat->quantity), db_int(treat->recognised_fen),
        db_text(treat->prepaid), db_text(treat->order_code),
        db_text(treat->note),
    };
    if (sql_run(db, SQL_VISIT_TREAT_ADD, values, 19, &added, err) < 0)
        return -1;
    return added == 1 ? 0 : err_set(err, ERR_DATA, _("treatment %s: there already"), treat->code);
}

static int
add_hand(struct db *db, int64_t store_id, int64_t treatment_id, const struct treat_hand *hand,
         struct err *err)
{
    int64_t id;
    if (ids_next(db, "treatment_hand", store_id, &id, err) < 0)
        return -1;
    const struct db_value values[] = {
        db_int(store_id),     db_int(id),
        db_int(treatment_id), db_int(hand->staff_id),
        db_text(hand->part),  hand->share >= 0 ? db_int(hand->share) : db_null()};
    return sql_run(db, SQL_VISIT_TREAT_HAND_ADD, values, 6, NULL, err);
}

static int
add_hands(struct db *db, const struct treat *treat, int64_t id, struct err *err)
{
    int64_t store_id = treat->given.store_id;
    const struct treat_hand operator= {treat->given.operator_id, "operator", -1};
    bool named = false;
    for (int i = 0; i < treat->hand_count; i++) {
        named |= strcmp(treat->hands[i].part, "operator") == 0 &&
                 treat->hands[i].staff_id == operator.staff_id;
        if (add_hand(db, store_id, id, &treat->hands[i], err) < 0)
            return -1;
    }
    return named || !operator.staff_id ? 0 : add_hand(db, store_id, id, &operator, err);
}

/* ---- what it used ---------------------------------------------------------------------------- */

static int
add_item(struct db *db, int64_t store_id, int64_t treatment_id, const struct stock_piece *piece,
         struct err *err)
{
    int64_t id;
    if (ids_next(db, "treatment_item", store_id, &id, err) < 0)
        return -1;
    const struct db_value values[] = {db_int(store_id),      db_int(id),
                                      db_int(treatment_id),  db_int(piece->item_id),
                                      db_int(piece->lot_id), db_int(piece->quantity),
                                      db_text(piece->unit),  db_int(piece->cost_fen),
                                      db_text(piece->move)};
    return sql_run(db, SQL_VISIT_TREAT_ITEM_ADD, values, 9, NULL, err);
}

int
treat_items(struct db *db, struct arena *arena, struct stock_plan *plan,
            const struct stock_note *note, struct err *err)
{
    (void)arena;
    if (stock_issue(db, plan, note, err) < 0)
        return -1;
    for (int i = 0; i < plan->count; i++)
        if (add_item(db, plan->store_id, note->treatment_id, &plan->pieces[i], err) < 0)
            return -1;
    return 0;
}

/* 划扣: the balance tells the revenue and the order. */
static int
draw_balance(struct db *db, struct arena *arena, struct treat *treat, struct err *err)
{
    const struct gate_case *given = &treat->given;
    struct sell_draw draw = {.store_id = given->store_id,
                             .client_id = given->client_id,
                             .project_id = given->project_id,
                             .day = given->day,
                             .quantity = treat->quantity,
                             .code = treat->prepaid};
    if (!treat->prepaid)
        return 0;
    if (sell_draw(db, arena, &draw, err) < 0)
        return -1;
    treat->prepaid = draw.code;
    treat->recognised_fen = draw.recognised_fen;
    if (!treat->order_code)
        treat->order_code = draw.order_code;
    return 0;
}

int
treat_second(struct db *db, const struct gate_case *given, int64_t *id, struct err *err)
{
    const struct db_value values[] = {db_int(given->store_id), db_int(given->visit_id),
                                      db_int(given->project_id), db_int(given->operator_id),
                                      db_int(given->at)};
    struct db_stmt *stmt;
    *id = 0;
    int found = sql_first(db, &stmt, SQL_VISIT_TREAT_SECOND, values, 5, err);
    if (found <= 0)
        return found;
    *id = db_get_int(stmt, 0);
    db_finish(stmt);
    return 0;
}

int
treat_write(struct db *db, struct arena *arena, struct treat *treat, int64_t *id, struct err *err)
{
    const struct gate_case *given = &treat->given;
    const struct db_value seen[] = {db_int(given->store_id), db_int(given->visit_id),
                                    db_int(given->at)};
    int64_t second_id;
    if (ids_next(db, "treatment", given->store_id, id, err) < 0 ||
        treat_second(db, given, &second_id, err) < 0 ||
        (!treat->code &&
         code_make(db, arena, "treatment", given->store_id, given->day, &treat->code, err) < 0) ||
        draw_balance(db, arena, treat, err) < 0 || add_record(db, treat, *id, err) < 0 ||
        add_hands(db, treat, *id, err) < 0 ||
        sql_run(db, SQL_VISIT_TREAT_SEEN, seen, 3, NULL, err) < 0)
        return -1;
    const struct stock_note note = {.kind = "use",
                                    .at = given->at,
                                    .day = given->day,
                                    .treatment_id = *id,
                                    .staff_id = given->operator_id,
                                    .second_id = second_id,
                                    .client_id = given->client_id};
    return treat_items(db, arena, &treat->plan, &note, err);
}

/* ---- what was passed over -------------------------------------------------------------------- */

/* In a dry run nobody has consented: "-". */
static int
approver(struct db *db, struct arena *arena, const struct treat_override *override,
         const char **login, struct err *err)
{
    const struct db_value values[] = {db_text("visit.override"), db_text(override->subject),
                                      db_text(override->asked_by)};
    struct db_stmt *stmt;
    int found = sql_first(db, &stmt, SQL_VISIT_TREAT_APPROVED, values, 3, err);
    *login = "-";
    if (found <= 0)
        return found;
    if (db_get_text(stmt, 0))
        *login = arena_strdup(arena, db_get_text(stmt, 0));
    db_finish(stmt);
    return 0;
}

int
treat_override(struct db *db, struct arena *arena, const struct treat *treat, int64_t treatment_id,
               const struct treat_override *override, struct err *err)
{
    int64_t store_id = treat->given.store_id, id;
    const char *approved_by;
    if (approver(db, arena, override, &approved_by, err) < 0 ||
        ids_next(db, "gate_override", store_id, &id, err) < 0)
        return -1;
    const struct db_value values[] = {
        db_int(store_id),
        db_int(id),
        db_int(treatment_id),
        db_int(treat->given.at),
        db_text(override->gates),
        db_text(override->reason),
        db_text(override->asked_by),
        db_text(approved_by),
    };
    return sql_run(db, SQL_VISIT_TREAT_OVERRIDE_ADD, values, 8, NULL, err);
}

/* ---- later ----------------------------------------------------------------------------------- */

int
treat_end(struct db *db, int64_t store_id, const struct treated *treated, int64_t at, bool stopped,
          struct err *err)
{
    const struct db_value values[] = {db_int(store_id), db_int(treated->id), db_int(at),
                                      db_text(stopped ? "stopped" : "completed")};
    int64_t changed;
    if (at < treated->started_at)
        return err_set(err, ERR_DATA, _("treatment %s: cannot end before it began"), treated->code);
    if (sql_run(db, SQL_VISIT_TREAT_END, values, 4, &changed, err) < 0)
        return -1;
    return changed == 1 ? 0
                        : err_set(err, ERR_DATA,
                                  _("treatment %s is %s; what is wrong in it is added to: "
                                    "medi-visit amend"),
                                  treated->code, treated->status);
}

static int
find_line(struct db *db, struct arena *arena, int64_t store_id, const struct treated *treated,
          int64_t line, struct stock_piece *piece, struct err *err)
{
    const struct db_value values[] = {db_int(store_id), db_int(treated->id), db_int(line)};
    struct db_stmt *stmt;
    int found = sql_first(db, &stmt, SQL_VISIT_TREAT_LINE, values, 3, err);
    if (found <= 0)
        return found < 0 ? -1
                         : err_set(err, ERR_DATA, _("treatment %s has no line %lld"), treated->code,
                                   (long long)line);
    const char *unit = db_get_text(stmt, 3), *move = db_get_text(stmt, 5);
    *piece = (struct stock_piece){.item_id = db_get_int(stmt, 0),
                                  .lot_id = db_get_int(stmt, 1),
                                  .quantity = -db_get_int(stmt, 2),
                                  .unit = unit ? arena_strdup(arena, unit) : NULL,
                                  .cost_fen = -db_get_int(stmt, 4),
                                  .move = move ? arena_strdup(arena, move) : NULL};
    db_finish(stmt);
    if (!piece->move)
        return err_set(err, ERR_DATA,
                       _("treatment %s: line %lld has no movement of stock to counter"),
                       treated->code, (long long)line);
    return 0;
}

int
treat_undo(struct db *db, struct arena *arena, int64_t store_id, const struct treated *treated,
           int64_t line, const struct stock_note *note, struct err *err)
{
    struct stock_piece piece, back;
    if (find_line(db, arena, store_id, treated, line, &piece, err) < 0)
        return -1;
    if (stock_counter(db, arena, store_id, piece.move, note, &back, err) < 0)
        return err_wrap(err, "%s", treated->code);
    piece.move = back.move;
    return add_item(db, store_id, treated->id, &piece, err);
}

int
treat_refusal(struct db *db, int64_t store_id, int64_t visit_id, int64_t project_id,
              struct err *err)
{
    const struct db_value values[] = {db_int(store_id), db_int(visit_id), db_int(project_id)};
    return sql_run(db, SQL_VISIT_GATE_REFUSAL, values, 3, NULL, err);
}
