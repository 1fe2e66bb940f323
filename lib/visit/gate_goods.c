/* The gates of what is used: device and products. */
#include <string.h>

#include "db/sql.h"
#include "stock/equipment.h"
#include "stock/stock.h"
#include "visit/gate.h"

/* ---- device --------------------------------------------------------------------------------------------- */

/* Its plan, and its life by its maker. */
static void
judge_upkeep(struct gate_run *run, const struct equipment *device)
{
    const char *code = device->code;
    if (device->task)
        gate_add(run, GATE_DEVICE_MAINTENANCE, code,
                 arena_printf(run->arena, "medi-stock equipment maintain %s %s --staff STAFF", code,
                              device->task),
                 _("%s of %s was due on %s"), device->task, code,
                 gate_day(run->arena, device->due_on));
    if (device->life_over)
        gate_add(run, GATE_DEVICE_LIFE, code, NULL, _("the life of %s by its maker ended on %s"),
                 code, gate_day(run->arena, device->life_to));
}

static void
judge_calibration(struct gate_run *run, const struct equipment *device)
{
    const char *code = device->code;
    const char *command = arena_printf(
        run->arena, "medi-stock equipment calibrate %s --body TEXT --certificate NUMBER --to DAY",
        code);
    if (device->calibration == EQUIPMENT_UNCALIBRATED)
        gate_add(run, GATE_DEVICE_CALIBRATION, code, command, _("%s was never calibrated"), code);
    else if (device->calibration == EQUIPMENT_REPAIRED)
        gate_add(run, GATE_DEVICE_CALIBRATION, code, command,
                 _("%s was not calibrated since its repair of %s"), code,
                 gate_day(run->arena, device->repaired_on));
    else if (device->calibration == EQUIPMENT_FAILED)
        gate_add(run, GATE_DEVICE_CALIBRATION, code, command,
                 _("%s did not pass its calibration of %s"), code,
                 gate_day(run->arena, device->done_on));
    else if (device->calibration == EQUIPMENT_OVERDUE)
        gate_add(run, GATE_DEVICE_CALIBRATION, code, command,
                 _("the calibration of %s held until %s"), code,
                 gate_day(run->arena, device->valid_to));
}

/* As it stands now; of a record, by the faults of its moment. */
static int
judge_fault(struct gate_run *run, const struct equipment *device, struct err *err)
{
    const char *code = device->code, *fault = device->fault;
    enum equipment_state state = device->state;
    if (run->given->treatment_id) {
        state = EQUIPMENT_OK;
        if (equipment_faulty_at(run->db, run->arena, run->given->store_id, device->id,
                                run->given->at, &fault, err) < 0)
            return -1;
    }
    if (state == EQUIPMENT_RETIRED)
        gate_add(run, GATE_DEVICE_FAULT, code, NULL, _("%s is retired"), code);
    else if (fault)
        gate_add(run, GATE_DEVICE_FAULT, code,
                 arena_printf(run->arena,
                              device->in_repair
                                  ? "medi-stock equipment repaired %s --verified-by STAFF"
                                  : "medi-stock equipment repair %s --by TEXT",
                              fault),
                 _("%s has a fault (%s)"), code, fault);
    else if (state == EQUIPMENT_FAULT)
        gate_add(run, GATE_DEVICE_FAULT, code,
                 arena_printf(run->arena, "medi-stock equipment fault %s --what TEXT --staff STAFF",
                              code),
                 _("%s has a fault, and nobody says which"), code);
    return 0;
}

static int
judge_device(struct gate_run *run, const struct equipment *device, struct err *err)
{
    if (run->facts.device_kind && strcmp(device->kind, run->facts.device_kind) != 0)
        gate_add(run, GATE_DEVICE_KIND, device->code, NULL, _("%s is a %s; %s needs a %s"),
                 device->code, device->kind, run->facts.project, run->facts.device_kind);
    judge_calibration(run, device);
    judge_upkeep(run, device);
    return judge_fault(run, device, err);
}

int
gate_device(struct gate_run *run, struct err *err)
{
    const struct gate_case *given = run->given;
    struct equipment device;
    if (!given->device) {
        if (run->facts.device_kind)
            gate_add(run, GATE_DEVICE, NULL,
                     arena_printf(run->arena, "medi-visit treat %s --project %s --device DEVICE",
                                  run->facts.visit, run->facts.project),
                     _("it is not said which %s is used"), run->facts.device_kind);
        return 0;
    }
    int found = equipment_find(run->db, run->arena, given->store_id, given->device, given->day,
                               &device, err);
    if (found < 0)
        return -1;
    if (found)
        return judge_device(run, &device, err);
    gate_add(run, GATE_DEVICE, NULL,
             arena_printf(run->arena, "medi-stock equipment add %s --name NAME --kind %s",
                          given->device, run->facts.device_kind ? run->facts.device_kind : "KIND"),
             _("%s has no device %s"), run->facts.store, given->device)
        ->role = "manager";
    return 0;
}

/* ---- products ------------------------------------------------------------------------------------------- */

/* A product is a drug, an implant, what is controlled, or has a registered use on record: it is checked
 * and confirmed, and what it is registered for must cover the project. Needles and gauze are only taken
 * from a usable lot. */
static int
check_indication(struct gate_run *run, const struct stock_item *item, bool *product,
                 struct err *err)
{
    const struct db_value values[] = {db_int(item->id), db_int(run->given->project_id)};
    struct db_stmt *stmt;
    int found = sql_first(run->db, &stmt, SQL_VISIT_GATE_INDICATION, values, 2, err);
    if (found <= 0)
        return -1;
    bool covers = db_get_int(stmt, 0) != 0, any = db_get_int(stmt, 1) != 0;
    db_finish(stmt);
    *product = any || item->controlled || strcmp(item->kind, "drug") == 0 ||
               strcmp(item->kind, "implant") == 0;
    if (*product && !covers)
        gate_add(run, GATE_PRODUCT_INDICATION, item->code,
                 arena_printf(run->arena, "medi-visit indication add %s %s --says TEXT", item->code,
                              run->facts.project),
                 _("%s is not registered for %s"), item->code, run->facts.project);
    return 0;
}

static int
check_checked(struct gate_run *run, const struct stock_item *item, const struct stock_lot *lot,
              const struct gate_use *use, struct err *err)
{
    const struct gate_case *given = run->given;
    const struct db_value values[] = {db_int(given->store_id), db_int(given->client_id),
                                      db_int(given->visit_id), db_int(given->project_id),
                                      db_int(lot->id),         db_text(use->unit),
                                      db_int(given->at),       db_int(given->operator_id)};
    const char *command = arena_printf(
        run->arena, "medi-visit verify-product %s --project %s --item %s --lot %s --confirmed",
        run->facts.visit, run->facts.project, item->code, lot->code);
    struct db_stmt *stmt;
    int found = sql_first(run->db, &stmt, SQL_VISIT_GATE_CHECK, values, 8, err);
    if (found < 0)
        return -1;
    if (found == 0) {
        gate_add(run, GATE_PRODUCT_UNCHECKED, item->code, command,
                 _("%s of lot %s was not checked in this visit"), item->code, lot->code);
        return 0;
    }
    const char *code = db_get_text(stmt, 0);
    if (!db_get_int(stmt, 1))
        gate_add(run, GATE_PRODUCT_UNCONFIRMED, item->code,
                 arena_printf(run->arena, "medi-visit verify-product --confirm %s", code),
                 _("%s of lot %s: the client has not confirmed it (%s)"), item->code, lot->code,
                 code);
    if (item->controlled && !db_get_int(stmt, 2))
        gate_add(run, GATE_PRODUCT_SECOND, item->code,
                 arena_printf(run->arena, "%s --staff STAFF", command),
                 _("%s is controlled, and nobody but the operator checked lot %s "
                   "from an account of their own"),
                 item->code, lot->code);
    db_finish(stmt);
    return 0;
}

/* What a lot's state keeps it from; `since` is its last day, or the deadline of what was opened. */
static void
tell_state(struct gate_run *run, const char *item, const char *lot, enum stock_state state,
           int64_t since)
{
    switch (state) {
    case STOCK_EXPIRED:
        gate_add(run, GATE_PRODUCT_EXPIRED, item, NULL, _("%s lot %s expired on %s"), item, lot,
                 gate_day(run->arena, since));
        break;
    case STOCK_RECALLED:
        gate_add(run, GATE_PRODUCT_RECALLED, item, NULL, _("%s lot %s is recalled"), item, lot);
        break;
    case STOCK_QUARANTINED:
        gate_add(run, GATE_PRODUCT_QUARANTINED, item, NULL, _("%s lot %s is in quarantine"), item,
                 lot);
        break;
    case STOCK_OPENED_TOO_LONG:
        gate_add(run, GATE_PRODUCT_OPENED, item, NULL, _("%s lot %s was opened too long ago"), item,
                 lot);
        break;
    case STOCK_NOT_YET:
        gate_add(run, GATE_PRODUCT, item, NULL, _("%s lot %s was not there on that day"), item,
                 lot);
        break;
    default:
        break;
    }
}

/* Quarantine and recall are as they stand now; of a record only the days can be judged. */
void
gate_lot(struct gate_run *run, const struct stock_item *item, const struct stock_lot *lot)
{
    const char *state = run->given->treatment_id ? "ok" : lot->state;
    tell_state(run, item->code, lot->code,
               stock_lot_state(state, lot->expires_on, lot->received_on, run->given->day),
               lot->expires_on);
}

/* What there is and may not be used is told by its reason; what there is not, as short. */
int
gate_short(struct gate_run *run, const struct stock_want *want, const struct stock_found *found,
           struct err *err)
{
    struct stock_item item;
    int64_t sum = found->usable;
    if (stock_item(run->db, run->arena, want->item_id, &item, err) < 0)
        return -1;
    for (int state = STOCK_USABLE + 1; state < STOCK_NONE; state++) {
        sum += found->other[state].quantity;
        if (found->other[state].quantity)
            tell_state(run, item.code, found->other[state].lot, (enum stock_state)state,
                       found->other[state].since);
    }
    if (sum < want->quantity || sum == found->usable)
        gate_add(run, GATE_PRODUCT_SHORT, item.code, NULL,
                 _("%s: %lld %s are wanted, and %lld usable"), item.code, (long long)want->quantity,
                 item.unit, (long long)found->usable);
    return 0;
}

/* An implant, or whatever is used whole, is for one person. */
static int
check_unit(struct gate_run *run, const struct stock_item *item, const struct gate_use *use,
           struct err *err)
{
    const struct gate_case *given = run->given;
    const struct db_value values[] = {db_int(given->store_id), db_int(item->id), db_text(use->unit),
                                      db_int(given->treatment_id)};
    struct db_stmt *stmt;
    if (!use->unit || item->vial_size > 1)
        return 0;
    int found = sql_first(run->db, &stmt, SQL_VISIT_GATE_UNIT, values, 4, err);
    if (found <= 0)
        return found;
    gate_add(run, GATE_PRODUCT_UNIT, item->code, NULL, _("unit %s of %s was used in %s"), use->unit,
             item->code, db_get_text(stmt, 0));
    db_finish(stmt);
    return 0;
}

/* A lot that several uses come from is looked at once, but for units, each of which is checked. */
static bool
seen_before(const struct gate_case *given, int index)
{
    for (int i = 0; i < index; i++)
        if (given->uses[i].lot_id == given->uses[index].lot_id &&
            (!given->uses[index].unit ||
             (given->uses[i].unit && strcmp(given->uses[i].unit, given->uses[index].unit) == 0)))
            return true;
    return false;
}

static int
check_use(struct gate_run *run, const struct gate_use *use, struct err *err)
{
    struct stock_item item;
    struct stock_lot lot;
    bool product;
    if (stock_item(run->db, run->arena, use->item_id, &item, err) < 0 ||
        check_indication(run, &item, &product, err) < 0)
        return -1;
    if (!use->lot_id)
        return 0;
    if (stock_lot(run->db, run->arena, run->given->store_id, use->lot_id, &lot, err) < 0)
        return -1;
    gate_lot(run, &item, &lot);
    if (product && check_checked(run, &item, &lot, use, err) < 0)
        return -1;
    return check_unit(run, &item, use, err);
}

int
gate_products(struct gate_run *run, struct err *err)
{
    for (int i = 0; i < run->given->use_count; i++)
        if (!seen_before(run->given, i) && check_use(run, &run->given->uses[i], err) < 0)
            return -1;
    return 0;
}
