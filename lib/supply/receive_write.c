/* A judged delivery becomes a record, and an accepted one stock. */
#include <string.h>

#include "db/sql.h"
#include "record/ids.h"
#include "stock/stock.h"
#include "supply/receive.h"

struct writing {
    struct db *db;
    struct arena *arena;
    struct receive_case *given;
    const struct receive_note *note;
    int64_t receipt_id;
};

static struct db_value
day_or_null(int64_t day)
{
    return day == RECEIVE_NO_DAY ? db_null() : db_int(day);
}

/* ---- the receipt ----------------------------------------------------------------------------- */

static int
check_new(const struct writing *writing, struct err *err)
{
    const struct db_value values[] = {db_int(writing->given->store_id),
                                      db_text(writing->note->code)};
    struct db_stmt *stmt;
    int found = sql_first(writing->db, &stmt, SQL_SUPPLY_RECEIPT_STATE, values, 2, err);
    if (found <= 0)
        return found;
    bool accepted = strcmp(db_get_text(stmt, 0), "accepted") == 0;
    db_finish(stmt);
    return err_set(err, ERR_DATA,
                   accepted ? _("%s: was received already, and nothing is received twice")
                            : _("%s: was refused already; a new delivery has a new code"),
                   writing->note->code);
}

static int
write_receipt(struct writing *writing, struct err *err)
{
    const struct receive_case *given = writing->given;
    const struct receive_note *note = writing->note;
    if (ids_next(writing->db, "receipt", given->store_id, &writing->receipt_id, err) < 0)
        return -1;
    const struct db_value values[] = {
        db_int(given->store_id),
        db_int(writing->receipt_id),
        db_text(note->code),
        db_int(given->order->supplier.id),
        db_int(given->order->id),
        db_text(note->reasons ? "refused" : "accepted"),
        db_int(given->at),
        db_int(given->day),
        day_or_null(given->transport.shipped_at),
        db_text(note->delivery_no),
        db_id(note->staff_id),
        db_text(note->by),
        db_text(note->second),
        db_text(note->reasons),
        db_text(note->note),
    };
    return sql_run(writing->db, SQL_SUPPLY_RECEIPT_ADD, values, 15, NULL, err);
}

/* ---- its lines ------------------------------------------------------------------------------- */

/* What the line costs: as the delivery note says, else its share of the order; of a refused one
 * that is no matter. */
static int64_t
amount_of(const struct receive_line *line, int64_t before)
{
    if (line->has_amount)
        return line->amount_fen;
    return line->ordered && before + line->quantity <= line->ordered->quantity
               ? order_share(line->ordered, before, line->quantity)
               : 0;
}

/* What of its order's line was received before this line of this delivery. */
static int64_t
before_line(const struct receive_case *given, int index)
{
    const struct receive_line *line = &given->lines[index];
    int64_t sum = line->ordered ? line->ordered->received : 0;
    for (int i = 0; i < index; i++)
        if (given->lines[i].item.id == line->item.id)
            sum += given->lines[i].quantity;
    return sum;
}

static int
count_ordered(struct writing *writing, const struct receive_line *line, struct err *err)
{
    const struct db_value values[] = {db_int(writing->given->store_id), db_int(line->ordered->id),
                                      db_int(line->quantity)};
    int64_t changed;
    if (sql_run(writing->db, SQL_SUPPLY_ORDER_LINE_RECEIVE, values, 3, &changed, err) < 0)
        return -1;
    return changed == 1
               ? 0
               : err_set(err, ERR_DATA, _("order-quantity: %s: another received it meanwhile"),
                         line->item.code);
}

static int
take_in(struct writing *writing, const struct receive_line *line, int64_t amount, int64_t *lot_id,
        struct err *err)
{
    const struct receive_case *given = writing->given;
    const struct stock_delivery delivery = {.store_id = given->store_id,
                                            .item_id = line->item.id,
                                            .supplier_id = given->order->supplier.id,
                                            .lot = line->lot,
                                            .place = line->place,
                                            .made_on = line->made_on,
                                            .expires_on = line->expires_on,
                                            .quantity = line->quantity,
                                            .cost_fen = amount};
    const struct stock_note note = {.kind = "receipt",
                                    .at = given->at,
                                    .day = given->day,
                                    .staff_id = writing->note->staff_id,
                                    .reason = writing->note->code};
    return stock_receive(writing->db, writing->arena, &delivery, &note, lot_id, err) < 0
               ? err_wrap(err, "%s", line->item.code)
               : count_ordered(writing, line, err);
}

static int
write_units(struct writing *writing, int index, struct err *err)
{
    const struct receive_line *line = &writing->given->lines[index];
    int64_t id;
    for (int i = 0; i < line->serial_count; i++) {
        if (ids_next(writing->db, "receipt_unit", writing->given->store_id, &id, err) < 0)
            return -1;
        const struct db_value values[] = {db_int(writing->given->store_id), db_int(id),
                                          db_int(writing->receipt_id), db_int(index + 1),
                                          db_text(line->serials[i])};
        if (sql_run(writing->db, SQL_SUPPLY_RECEIPT_UNIT_ADD, values, 5, NULL, err) < 0)
            return -1;
    }
    return 0;
}

static int
write_line(struct writing *writing, int index, struct err *err)
{
    const struct receive_case *given = writing->given;
    const struct receive_line *line = &given->lines[index];
    int64_t id, lot_id = 0, amount = amount_of(line, before_line(given, index));
    if ((!writing->note->reasons && take_in(writing, line, amount, &lot_id, err) < 0) ||
        ids_next(writing->db, "receipt_line", given->store_id, &id, err) < 0)
        return -1;
    const struct db_value values[] = {
        db_int(given->store_id),
        db_int(id),
        db_int(writing->receipt_id),
        db_int(index + 1),
        db_int(line->item.id),
        db_text(line->lot),
        db_id(lot_id),
        db_int(line->quantity),
        db_int(amount),
        day_or_null(line->made_on),
        day_or_null(line->expires_on),
        db_text(line->registration_no),
        db_text(line->spec),
        db_text(line->place),
    };
    return sql_run(writing->db, SQL_SUPPLY_RECEIPT_LINE_ADD, values, 14, NULL, err) < 0
               ? -1
               : write_units(writing, index, err);
}

/* ---- its temperatures ------------------------------------------------------------------------ */

static int
write_record(struct writing *writing, const struct receive_record *record, struct err *err)
{
    const struct temperature_verdict *verdict = &record->verdict;
    int64_t id;
    if (ids_next(writing->db, "temperature", writing->given->store_id, &id, err) < 0)
        return -1;
    const char *codes = temperature_codes(writing->arena, verdict);
    const struct db_value values[] = {
        db_int(writing->given->store_id),
        db_int(id),
        db_int(writing->receipt_id),
        db_text(record->storage),
        db_text(record->file),
        db_text(record->hash),
        db_int(verdict->readings),
        db_int(verdict->first_at),
        db_int(verdict->last_at),
        db_int(verdict->min),
        db_int(verdict->max),
        db_int(verdict->kinetic),
        db_int(verdict->out_s),
        db_int(verdict->gap_s),
        db_int(verdict->count == 0),
        *codes ? db_text(codes) : db_null(),
    };
    return sql_run(writing->db, SQL_SUPPLY_TEMPERATURE_ADD, values, 16, NULL, err);
}

/* ---- the order ------------------------------------------------------------------------------- */

static int
close_order(struct writing *writing, bool *closed, struct err *err)
{
    const struct order *order = writing->given->order;
    const struct db_value values[] = {db_int(order->store_id), db_int(order->id),
                                      db_int(writing->given->at)};
    int64_t changed;
    if (sql_run(writing->db, SQL_SUPPLY_ORDER_COMPLETE, values, 3, &changed, err) < 0)
        return -1;
    *closed = changed == 1;
    return 0;
}

int
receive_write(struct db *db, struct arena *arena, struct receive_case *given,
              const struct receive_note *note, bool *closed, struct err *err)
{
    struct writing writing = {db, arena, given, note, 0};
    *closed = false;
    if (check_new(&writing, err) < 0 || write_receipt(&writing, err) < 0)
        return -1;
    for (int i = 0; i < given->count; i++)
        if (write_line(&writing, i, err) < 0)
            return -1;
    for (int i = 0; i < given->record_count; i++)
        if (given->records[i].judged && write_record(&writing, &given->records[i], err) < 0)
            return -1;
    return note->reasons ? 0 : close_order(&writing, closed, err);
}
