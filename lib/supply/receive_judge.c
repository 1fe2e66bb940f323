/* Judging a delivery: each function adds what is missing of its own conditions. */
#include <string.h>

#include "base/day.h"
#include "base/money.h"
#include "db/sql.h"
#include "supply/receive.h"
#include "supply/registration.h"

struct run {
    struct db *db;
    struct arena *arena;
    const struct paper_rules *rules;
    const struct coldchain *chain;
    const struct zone *zone;
    struct receive_case *given;
    struct receive_list *list;
    struct paper *papers;
    int paper_count;
};

static const char *
day_text(struct run *run, int64_t day)
{
    char text[16];
    day_format(day, text);
    return arena_strdup(run->arena, text);
}

static const char *
yuan(struct run *run, int64_t fen)
{
    char text[32];
    money_format(fen, text);
    return arena_strdup(run->arena, text);
}

/* ---- the order ------------------------------------------------------------------------------- */

/* What the lines of an item in this delivery are, up to and with one of them. */
static int64_t
sum_of(const struct receive_case *given, int64_t item_id, int last)
{
    int64_t sum = 0;
    for (int i = 0; i <= last; i++)
        if (given->lines[i].item.id == item_id)
            sum += given->lines[i].quantity;
    return sum;
}

/* Within so many per cent, beside what rounding to whole fen makes. */
static bool
price_fits(const struct order_line *ordered, const struct receive_line *line, int64_t percent)
{
    __extension__ typedef __int128 wide;
    wide is = (wide)line->amount_fen * ordered->quantity;
    wide was = (wide)ordered->amount_fen * line->quantity;
    wide off = is > was ? is - was : was - is;
    return (off - (ordered->quantity - 1)) * 100 <= was * percent;
}

static void
judge_order(struct run *run, int index)
{
    struct receive_line *line = &run->given->lines[index];
    const char *code = line->item.code;
    const struct order_line *ordered = order_line_of(run->given->order, line->item.id);
    line->ordered = ordered;
    if (!ordered) {
        receive_add(run->arena, run->list, RECEIVE_ORDER_ITEM, code, _("%s is not in order %s"),
                    code, run->given->order->code);
        return;
    }
    int64_t came = sum_of(run->given, line->item.id, run->given->count - 1);
    if (came > ordered->quantity - ordered->received)
        receive_add(run->arena, run->list, RECEIVE_ORDER_QUANTITY, code,
                    _("%s: %lld %s came, and %lld are open"), code, (long long)came,
                    line->item.unit, (long long)(ordered->quantity - ordered->received));
    if (line->has_amount && !price_fits(ordered, line, run->given->price_percent))
        receive_add(run->arena, run->list, RECEIVE_ORDER_PRICE, code,
                    _("%s: %s for %lld %s, and ordered were %lld for %s"), code,
                    yuan(run, line->amount_fen), (long long)line->quantity, line->item.unit,
                    (long long)ordered->quantity, yuan(run, ordered->amount_fen));
    if (line->spec && ordered->spec && strcmp(line->spec, ordered->spec) != 0)
        receive_add(run->arena, run->list, RECEIVE_ORDER_SPEC, code,
                    _("%s: the label says %s, and ordered was %s"), code, line->spec,
                    ordered->spec);
}

/* ---- papers ---------------------------------------------------------------------------------- */

static int
judge_papers(struct run *run, const struct receive_line *line, struct err *err)
{
    const struct paper_category *category = paper_category_of(run->rules, &line->item, err);
    struct paper_case given = {line->item.id, NULL, run->given->day};
    const char *lacks;
    if (!category)
        return -1;
    if ((lacks = paper_lacking(run->arena, category, run->papers, run->paper_count, &given, false)))
        receive_add(run->arena, run->list, RECEIVE_SUPPLIER_PAPERS, line->item.code, "%s %s: %s",
                    line->item.code, category->words, lacks);
    given.lot = line->lot ? line->lot : "";
    if ((lacks = paper_lacking(run->arena, category, run->papers, run->paper_count, &given, true)))
        receive_add(run->arena, run->list, RECEIVE_LOT_PAPERS, line->item.code, "%s %s: %s",
                    line->item.code, line->lot ? line->lot : "-", lacks);
    return 0;
}

static void
judge_registration(struct run *run, const struct receive_line *line)
{
    const struct supply_item *item = &line->item;
    struct err fault;
    if (!item->registration_no)
        receive_add(
            run->arena, run->list, RECEIVE_REGISTRATION, item->code,
            _("%s has no registration number on file; medi-stock item edit %s --registration"),
            item->code, item->code);
    else if (registration_check(item->registration_no, item->kind, &fault) < 0)
        receive_add(run->arena, run->list, RECEIVE_REGISTRATION, item->code, "%s: %s", item->code,
                    fault.text);
    else if (line->registration_no && strcmp(line->registration_no, item->registration_no) != 0)
        receive_add(run->arena, run->list, RECEIVE_REGISTRATION_LABEL, item->code,
                    _("%s: the label says %s, and on file is %s"), item->code,
                    line->registration_no, item->registration_no);
}

/* ---- the label ------------------------------------------------------------------------------- */

static void
judge_dates(struct run *run, const struct receive_line *line)
{
    const char *code = line->item.code;
    int64_t day = run->given->day, made = line->made_on, expires = line->expires_on;
    int64_t least =
        line->item.remaining_days >= 0 ? line->item.remaining_days : run->given->remaining_days;
    if (made == RECEIVE_NO_DAY)
        receive_add(run->arena, run->list, RECEIVE_MADE, code,
                    _("%s: it is not said when it was made"), code);
    if (expires == RECEIVE_NO_DAY)
        receive_add(run->arena, run->list, RECEIVE_EXPIRES, code,
                    _("%s: it is not said until when it may be used"), code);
    if (made != RECEIVE_NO_DAY && made > day)
        receive_add(run->arena, run->list, RECEIVE_DATES, code,
                    _("%s: made on %s, which is still to "
                      "come"),
                    code, day_text(run, made));
    if (expires == RECEIVE_NO_DAY)
        return;
    if (expires < day)
        receive_add(run->arena, run->list, RECEIVE_DATES, code, _("%s: expired on %s"), code,
                    day_text(run, expires));
    else if (made != RECEIVE_NO_DAY && made > expires)
        receive_add(run->arena, run->list, RECEIVE_DATES, code,
                    _("%s: made on %s and expires on %s"), code, day_text(run, made),
                    day_text(run, expires));
    else if (expires - day < least)
        receive_add(run->arena, run->list, RECEIVE_LIFE, code,
                    _("%s: expires on %s, in %lld days, and at least %lld are asked for"), code,
                    day_text(run, expires), (long long)(expires - day), (long long)least);
}

/* The same lot, as it is known in the whole chain: recalled is recalled everywhere. */
static int
judge_lot(struct run *run, const struct receive_line *line, struct err *err)
{
    const char *code = line->item.code;
    const struct db_value values[] = {db_int(run->given->store_id), db_int(line->item.id),
                                      db_text(line->lot)};
    struct db_stmt *stmt;
    if (!line->lot) {
        receive_add(run->arena, run->list, RECEIVE_LOT, code,
                    _("%s: it is not said which lot it is"), code);
        return 0;
    }
    int found = sql_first(run->db, &stmt, SQL_SUPPLY_LOT_KNOWN, values, 3, err);
    if (found <= 0)
        return found;
    bool recalled = db_get_int(stmt, 0) != 0, quarantined = db_get_int(stmt, 1) != 0;
    bool other = db_get(stmt, 2).type == DB_INT && line->expires_on != RECEIVE_NO_DAY &&
                 db_get_int(stmt, 2) != line->expires_on;
    bool other_made = db_get(stmt, 3).type == DB_INT && line->made_on != RECEIVE_NO_DAY &&
                      db_get_int(stmt, 3) != line->made_on;
    int64_t expires = db_get_int(stmt, 2), made = db_get_int(stmt, 3);
    db_finish(stmt);
    if (recalled || quarantined)
        receive_add(run->arena, run->list, RECEIVE_LOT_STATE, code,
                    recalled ? _("%s lot %s is recalled") : _("%s lot %s is in quarantine"), code,
                    line->lot);
    if (other)
        receive_add(run->arena, run->list, RECEIVE_LOT_DATES, code,
                    _("%s lot %s is known with %s as its last day, not %s"), code, line->lot,
                    day_text(run, expires), day_text(run, line->expires_on));
    else if (other_made)
        receive_add(run->arena, run->list, RECEIVE_LOT_DATES, code,
                    _("%s lot %s is known as made on %s, not on %s"), code, line->lot,
                    day_text(run, made), day_text(run, line->made_on));
    return 0;
}

/* One lot has one last day, within a delivery too. */
static void
judge_lot_days(struct run *run, int index)
{
    const struct receive_line *line = &run->given->lines[index];
    for (int i = 0; i < index; i++) {
        const struct receive_line *other = &run->given->lines[i];
        if (other->item.id != line->item.id || !other->lot || !line->lot ||
            strcmp(other->lot, line->lot) != 0)
            continue;
        if (other->expires_on != line->expires_on || other->made_on != line->made_on)
            receive_add(run->arena, run->list, RECEIVE_LOT_DATES, line->item.code,
                        _("%s lot %s: not all of the delivery says the same dates"),
                        line->item.code, line->lot);
    }
}

/* A unit that came already is in a clinic, or was used up: what comes now has its label or is the same. */
static int
judge_units(struct run *run, const struct receive_line *line, struct err *err)
{
    for (int i = 0; i < line->serial_count; i++) {
        const struct db_value values[] = {db_int(line->item.id), db_text(line->serials[i])};
        struct db_stmt *stmt;
        int found = sql_first(run->db, &stmt, SQL_SUPPLY_SERIAL_KNOWN, values, 2, err);
        if (found < 0)
            return -1;
        if (found == 0)
            continue;
        receive_add(run->arena, run->list, RECEIVE_SCAN_UNIT, line->item.code,
                    _("%s: unit %s came already, with %s in %s"), line->item.code, line->serials[i],
                    db_get_text(stmt, 1), db_get_text(stmt, 0));
        db_finish(stmt);
    }
    return 0;
}

/* ---- temperature ----------------------------------------------------------------------------- */

static struct receive_record *
record_for(struct run *run, const char *storage)
{
    for (int i = 0; i < run->given->record_count; i++)
        if (strcmp(run->given->records[i].storage, storage) == 0)
            return &run->given->records[i];
    return NULL;
}

/* Of several items in one box the record is kept as it does worst. */
static void
keep_verdict(struct receive_record *record, const struct temperature_verdict *verdict)
{
    if (!record->judged || verdict->count > record->verdict.count ||
        (verdict->count == record->verdict.count && verdict->out_s > record->verdict.out_s))
        record->verdict = *verdict;
    record->judged = true;
}

static void
judge_record(struct run *run, const struct receive_line *line, struct receive_record *record,
             const struct coldchain_storage *storage)
{
    const struct temperature_limits limits = coldchain_limits(storage, &line->item);
    const struct transport *transport = &run->given->transport;
    struct temperature_verdict verdict = {0};
    temperature_judge(run->arena, &record->readings, &limits, transport, run->zone, &verdict);
    for (int i = 0; i < verdict.count; i++)
        receive_add(run->arena, run->list,
                    (enum receive_gate)(RECEIVE_TEMPERATURE_CLOCK + (int)verdict.found[i].fault),
                    line->item.code, "%s: %s %s", line->item.code, record->file,
                    verdict.found[i].words);
    if (storage->record && transport->shipped_at == TEMPERATURE_NO_TIME)
        receive_add(run->arena, run->list, RECEIVE_TEMPERATURE_COVER, line->item.code,
                    _("%s: it is not said when it was sent off; give --shipped"), line->item.code);
    keep_verdict(record, &verdict);
}

static int
judge_temperature(struct run *run, const struct receive_line *line, struct err *err)
{
    const struct coldchain_storage *storage = coldchain_find(run->chain, line->item.storage, err);
    struct receive_record *record = record_for(run, line->item.storage);
    if (!storage)
        return -1;
    if (record)
        judge_record(run, line, record, storage);
    else if (storage->record)
        receive_add(run->arena, run->list, RECEIVE_TEMPERATURE, line->item.code,
                    _("%s travels %s (%s) and no temperature record came with it (缺一拒签); give "
                      "--temperature FILE"),
                    line->item.code, storage->name, storage->zh);
    return 0;
}

/* ---- all of them ----------------------------------------------------------------------------- */

int
receive_judge(struct db *db, struct arena *arena, const struct paper_rules *rules,
              const struct coldchain *chain, const struct zone *zone, struct receive_case *given,
              struct receive_list *list, struct err *err)
{
    struct run run = {.db = db,
                      .arena = arena,
                      .rules = rules,
                      .chain = chain,
                      .zone = zone,
                      .given = given,
                      .list = list};
    struct err fault;
    if (order_in_state(given->order, "approved", &fault) < 0)
        receive_add(arena, list, RECEIVE_ORDER, NULL, "%s", fault.text);
    if (papers_of(db, arena, given->order->supplier.id, &run.papers, &run.paper_count, err) < 0)
        return -1;
    for (int i = 0; i < given->count; i++) {
        const struct receive_line *line = &given->lines[i];
        judge_order(&run, i);
        judge_registration(&run, line);
        judge_dates(&run, line);
        judge_lot_days(&run, i);
        if (judge_units(&run, line, err) < 0 || judge_papers(&run, line, err) < 0 ||
            judge_lot(&run, line, err) < 0 || judge_temperature(&run, line, err) < 0)
            return -1;
    }
    return 0;
}
