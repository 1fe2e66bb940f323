/* What a treatment will use, and what is missing before it. Nothing is written here. */
#include <string.h>

#include "db/sql.h"
#include "stock/equipment.h"
#include "visit/treat.h"

/* ---- what is used ---------------------------------------------------------------------------------------- */

int
treat_kit(struct db *db, struct arena *arena, struct treat *treat, struct err *err)
{
    enum { MOST = 128 };
    struct db_value value = db_int(treat->given.project_id);
    struct db_stmt *stmt;
    int more;
    treat->uses = arena_array(arena, MOST, sizeof *treat->uses);
    treat->use_count = 0;
    if (sql_open(db, &stmt, SQL_VISIT_TREAT_KIT, &value, 1, err) < 0)
        return -1;
    while ((more = db_step(stmt, err)) == 1 && treat->use_count < MOST) {
        struct treat_use *use = &treat->uses[treat->use_count++];
        *use = (struct treat_use){.quantity = db_get_int(stmt, 1) * treat->quantity};
        if (stock_item(db, arena, db_get_int(stmt, 0), &use->item, err) < 0) {
            more = -1;
            break;
        }
    }
    db_finish(stmt);
    return more < 0 ? -1 : 0;
}

int
treat_device(struct db *db, struct arena *arena, struct treat *treat, const char *kind,
             struct err *err)
{
    struct equipment device;
    if (treat->given.device || !kind)
        return 0;
    int count =
        equipment_of_kind(db, arena, treat->given.store_id, kind, treat->given.day, &device, err);
    if (count == 1)
        treat->given.device = device.code;
    return count < 0 ? -1 : 0;
}

/* ---- from where ------------------------------------------------------------------------------ */

static struct stock_want
want_of(const struct treat *treat, const struct treat_use *use)
{
    return (struct stock_want){.item_id = use->item.id,
                               .quantity = use->quantity,
                               .lot_id = use->lot_id,
                               .unit = use->unit,
                               .client_id = treat->given.client_id,
                               .at = treat->given.at,
                               .day = treat->given.day};
}

/* As much of `rest` as a lot that was checked has; a unit that is used whole counts one. */
static int
plan_checked_lot(struct db *db, struct treat *treat, const struct treat_use *use,
                 const struct stock_want *checked, int64_t *rest, struct err *err)
{
    struct stock_want want = *checked;
    struct stock_found found;
    bool whole = use->item.vial_size <= 1;
    want.quantity = want.unit && whole ? 1 : *rest;
    int planned = stock_plan_add(db, &treat->plan, &want, &found, err);
    if (planned == 0 && found.usable > 0) {
        want.quantity = found.usable;
        planned = stock_plan_add(db, &treat->plan, &want, &found, err);
    }
    if (planned == 1)
        *rest -= want.quantity;
    return planned < 0 ? -1 : 0;
}

/* What the client was shown in this visit comes first. */
static int
plan_checked(struct db *db, struct arena *arena, struct treat *treat, const struct treat_use *use,
             int64_t *rest, struct err *err)
{
    const struct gate_case *given = &treat->given;
    const struct db_value values[] = {db_int(given->store_id), db_int(given->visit_id),
                                      db_int(given->project_id), db_int(use->item.id),
                                      db_int(given->at)};
    struct db_stmt *stmt;
    int more = 0;
    if (sql_open(db, &stmt, SQL_VISIT_TREAT_CHECKED, values, 5, err) < 0)
        return -1;
    while (*rest > 0 && (more = db_step(stmt, err)) == 1) {
        struct stock_want want = want_of(treat, use);
        const char *unit = db_get_text(stmt, 1);
        want.lot_id = db_get_int(stmt, 0);
        want.unit = unit ? arena_strdup(arena, unit) : NULL;
        if (plan_checked_lot(db, treat, use, &want, rest, err) < 0) {
            more = -1;
            break;
        }
    }
    db_finish(stmt);
    return more < 0 ? -1 : 0;
}

static int
plan_use(struct gate_run *run, struct treat *treat, const struct treat_use *use, struct err *err)
{
    struct stock_want want = want_of(treat, use);
    struct stock_found found;
    int before = treat->plan.count;
    if (!want.lot_id && !want.unit &&
        plan_checked(run->db, run->arena, treat, use, &want.quantity, err) < 0)
        return -1;
    int planned = want.quantity > 0 ? stock_plan_add(run->db, &treat->plan, &want, &found, err) : 1;
    if (planned)
        return planned < 0 ? -1 : 1;
    treat->plan.count = before;
    want.quantity = use->quantity;
    if (stock_plan_add(run->db, &treat->plan, &want, &found, err) == 1)
        return 1;
    return gate_short(run, &want, &found, err) < 0 ? -1 : 0;
}

/* Each use becomes pieces of the plan, or is told to be short; the gates look at both. */
static int
plan_uses(struct gate_run *run, struct treat *treat, struct err *err)
{
    int count = 0;
    struct gate_use *short_of =
        arena_array(run->arena, (size_t)treat->use_count + 1, sizeof *short_of);
    stock_plan_init(&treat->plan, run->arena, treat->given.store_id);
    for (int i = 0; i < treat->use_count; i++) {
        const struct treat_use *use = &treat->uses[i];
        int planned = plan_use(run, treat, use, err);
        if (planned < 0)
            return -1;
        if (!planned)
            short_of[count++] =
                (struct gate_use){use->item.id, use->lot_id, use->quantity, use->unit};
    }
    struct gate_use *all =
        arena_array(run->arena, (size_t)(treat->plan.count + count) + 1, sizeof *all);
    for (int i = 0; i < treat->plan.count; i++) {
        const struct stock_piece *piece = &treat->plan.pieces[i];
        all[i] = (struct gate_use){piece->item_id, piece->lot_id, piece->quantity, piece->unit};
    }
    if (count)
        memcpy(all + treat->plan.count, short_of, (size_t)count * sizeof *all);
    treat->given.uses = all;
    treat->given.use_count = treat->plan.count + count;
    return 0;
}

int
treat_judge(struct db *db, struct arena *arena, const struct gate_rules *rules, struct treat *treat,
            struct gate_list *list, struct err *err)
{
    struct gate_run run = {
        .db = db, .arena = arena, .rules = rules, .given = &treat->given, .list = list};
    return plan_uses(&run, treat, err) < 0 ||
                   gate_ask(db, arena, rules, &treat->given, list, err) < 0
               ? -1
               : 0;
}

/* The facts first: the words of what is short name the visit and the project. */
int
treat_judge_uses(struct db *db, struct arena *arena, const struct gate_rules *rules,
                 struct treat *treat, struct gate_list *list, struct err *err)
{
    struct gate_run run = {
        .db = db, .arena = arena, .rules = rules, .given = &treat->given, .list = list};
    /* what is used now is judged as now, not as a record */
    treat->given.treatment_id = 0;
    if (plan_uses(&run, treat, err) < 0 || gate_run_facts(&run, err) < 0 ||
        gate_products(&run, err) < 0)
        return -1;
    gate_sort(list);
    return 0;
}
