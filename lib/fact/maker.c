#include "fact/maker.h"

#include <stdlib.h>
#include <string.h>

#include "fact/deals.h"
#include "fact/files.h"
#include "fact/pack.h"

/* ---- opening ------------------------------------------------------------------------------------- */

enum { HORIZON = 90 }; /* kpi.complication_days where nothing was set */

static int64_t
number_of(const char *text, int64_t otherwise)
{
    return text ? strtoll(text, NULL, 10) : otherwise;
}

static int
read_stores(struct maker *maker, struct err *err)
{
    struct db_stmt *stmt;
    int more, room = 0;
    if (sql_open(maker->db, &stmt, SQL_FACT_STORES, NULL, 0, err) < 0)
        return -1;
    while ((more = db_step(stmt, err)) == 1) {
        maker->stores = arena_more(&maker->arena, maker->stores, maker->store_count, &room,
                                   sizeof *maker->stores);
        struct maker_store *store = &maker->stores[maker->store_count++], *chain = maker->stores;
        *store = (struct maker_store){.id = db_get_int(stmt, 0),
                                      .code = db_keep_text(stmt, 1, &maker->arena)};
        bool first = store == chain;
        store->threshold_fen = number_of(db_get_text(stmt, 2), first ? 0 : chain->threshold_fen);
        store->horizon = number_of(db_get_text(stmt, 3), first ? HORIZON : chain->horizon);
    }
    db_finish(stmt);
    return more;
}

int
maker_open(struct maker **out, struct db *db, bool writes, struct err *err)
{
    struct maker *maker = mem_alloc(sizeof *maker);
    memset(maker, 0, sizeof *maker);
    maker->db = db;
    maker->writes = writes;
    arena_init(&maker->arena);
    arena_init(&maker->days);
    if (words_open(&maker->words, db, &maker->arena, writes, err) < 0 ||
        read_stores(maker, err) < 0) {
        maker_close(maker);
        return -1;
    }
    *out = maker;
    return 0;
}

void
maker_close(struct maker *maker)
{
    if (!maker)
        return;
    for (int i = 0; i < SQL_COUNT; i++)
        db_finish(maker->stmt[i]);
    for (int i = 0; i < FACTS; i++)
        rows_release(&maker->rows[i]);
    deals_free(maker->deals);
    maker_visits_free(maker->visits);
    arena_release(&maker->days);
    arena_release(&maker->arena);
    free(maker);
}

const struct maker_store *
maker_store(const struct maker *maker, int64_t store_id)
{
    for (int i = 0; i < maker->store_count; i++)
        if (maker->stores[i].id == store_id)
            return &maker->stores[i];
    return maker->stores;
}

struct db_stmt *
maker_ask(struct maker *maker, enum sql_id id, const struct db_value *values, struct err *err)
{
    const struct sql *sql = sql_get(id);
    struct db_stmt **stmt = &maker->stmt[id];
    if (!*stmt && db_prepare(maker->db, stmt, sql->text, err) < 0)
        return NULL;
    for (int i = 0; i < sql->param_count; i++)
        db_bind(*stmt, i + 1, values[i]);
    return *stmt;
}

int
maker_run(struct maker *maker, enum sql_id id, const struct db_value *values, struct err *err)
{
    struct db_stmt *stmt = maker_ask(maker, id, values, err);
    int result = stmt ? db_step(stmt, err) : -1;
    if (stmt)
        db_reset(stmt);
    return result < 0 ? -1 : 0;
}

/* ---- facts that a statement gives as they are ---------------------------------------------------- */

static const enum sql_id direct[FACTS] = {
    [FACT_CONSULTATION] = SQL_FACT_CONSULTATION,
    [FACT_TREATMENT] = SQL_FACT_TREATMENT,
    [FACT_EVALUATION] = SQL_FACT_EVALUATION,
    [FACT_COMPLAINT] = SQL_FACT_COMPLAINT,
    [FACT_TASK] = SQL_FACT_TASK,
    [FACT_ANSWER] = SQL_FACT_ANSWER,
    [FACT_LEAD] = SQL_FACT_LEAD,
    [FACT_SPEND] = SQL_FACT_SPEND,
    [FACT_SHIFT] = SQL_FACT_SHIFT,
};

static int
take_word(struct maker *maker, const struct fact_column *column, struct db_value value,
          int64_t *number, struct err *err)
{
    int found = 0;
    for (int i = 0; column->words && column->words[i] && !found; i++)
        if (strlen(column->words[i]) == value.length &&
            memcmp(column->words[i], value.text, value.length) == 0)
            found = i + 1;
    if (!column->words)
        found = words_number(maker->words, value.text, value.length, err);
    *number = found;
    return found < 0 ? -1 : 0;
}

static int
take_row(struct maker *maker, int fact, const struct db_stmt *stmt, int columns, struct err *err)
{
    struct rows *rows = &maker->rows[fact];
    int row = rows_add(rows, db_get_int(stmt, 0), db_get_int(stmt, 1));
    for (int i = 0; i < columns; i++) {
        struct db_value value = db_get(stmt, i + 2);
        rows->column[i][row] = value.type == DB_INT ? value.number : 0;
        if (value.type == DB_TEXT &&
            take_word(maker, &fact_at(fact)->columns[i], value, &rows->column[i][row], err) < 0)
            return -1;
    }
    return 0;
}

static int
read_direct(struct maker *maker, int fact, int64_t store_id, int64_t from, int64_t to,
            struct err *err)
{
    struct db_value values[] = {db_int(store_id), db_int(from), db_int(to),
                                db_int(maker_store(maker, store_id)->horizon)};
    struct db_stmt *stmt = maker_ask(maker, direct[fact], values, err);
    int columns = sql_get(direct[fact])->column_count - 2, more = -1;
    while (stmt && (more = db_step(stmt, err)) == 1)
        if (take_row(maker, fact, stmt, columns, err) < 0) {
            more = -1;
            break;
        }
    if (stmt)
        db_reset(stmt);
    return more;
}

/* ---- what stands, and what is put in its place --------------------------------------------------- */

struct standing {
    const char *data; /* NULL: none */
    size_t length;
};

/* By day from `from`. */
static int
read_standing(struct maker *maker, int fact, int64_t store_id, int64_t from, int64_t to,
              struct standing *standing, struct err *err)
{
    struct db_value values[] = {db_int(store_id), db_int(fact), db_int(from), db_int(to)};
    struct db_stmt *stmt = maker_ask(maker, SQL_FACT_STANDING, values, err);
    int more = -1;
    while (stmt && (more = db_step(stmt, err)) == 1) {
        struct db_value data = db_get(stmt, 1);
        struct standing *day = &standing[db_get_int(stmt, 0) - from];
        day->length = data.length;
        day->data = memcpy(arena_alloc(&maker->days, data.length + 1), data.text, data.length);
    }
    if (stmt)
        db_reset(stmt);
    return more;
}

static int
put_day(struct maker *maker, int fact, int64_t store_id, int64_t day, const struct str *data,
        struct err *err)
{
    struct db_value values[] = {db_int(store_id), db_int(fact), db_int(day),
                                db_bytes(data->text, data->length)};
    if (maker->differs && maker->differs(maker->context, fact, store_id, day, err) < 0)
        return -1;
    if (!maker->writes)
        return 0;
    return maker_run(maker, data->length ? SQL_FACT_PUT : SQL_FACT_DROP, values, err);
}

/* order[0 … count) are the rows of one day. */
static void
pack_day(struct maker *maker, int fact, const int *order, int count, struct str *data)
{
    const struct rows *rows = &maker->rows[fact];
    const int64_t *columns[PACK_COLUMNS];
    int own = fact_at(fact)->column_count;
    for (int c = 0; c <= own; c++) {
        const int64_t *from = c ? rows->column[c - 1] : rows->client;
        int64_t *to = arena_array(&maker->days, (size_t)count, sizeof *to);
        for (int i = 0; i < count; i++)
            to[i] = from[order[i]];
        columns[c] = to;
    }
    str_clear(data);
    if (count)
        pack_columns(data, count, columns, own + 1);
}

static int
settle(struct maker *maker, int fact, int64_t store_id, int64_t from, int64_t to, struct err *err)
{
    const struct rows *rows = &maker->rows[fact];
    struct standing standing[MAKER_DAYS] = {0};
    struct str data = STR_INIT;
    int *order = rows_order(rows), at = 0;
    int result = read_standing(maker, fact, store_id, from, to, standing, err);
    for (int64_t day = from; result == 0 && day < to; day++) {
        const struct standing *there = &standing[day - from];
        int first = at;
        while (at < rows->count && rows->day[order[at]] == day)
            at++;
        pack_day(maker, fact, order + first, at - first, &data);
        if (data.length != there->length ||
            (data.length && memcmp(data.text, there->data, data.length) != 0))
            result = put_day(maker, fact, store_id, day, &data, err);
    }
    str_release(&data);
    free(order);
    arena_reset(&maker->days);
    return result;
}

/* ---- all of it ----------------------------------------------------------------------------------- */

static int
read_rows(struct maker *maker, unsigned facts, int64_t store_id, int64_t from, int64_t to,
          struct err *err)
{
    if ((facts & FACT_BIT(FACT_VISIT)) && maker_visits(maker, store_id, from, to, err) < 0)
        return -1;
    if ((facts & FACTS_PAID) && maker_payments(maker, store_id, from, to, err) < 0)
        return -1;
    for (int fact = 0; fact < FACTS; fact++)
        if ((facts & FACT_BIT(fact)) && direct[fact] &&
            read_direct(maker, fact, store_id, from, to, err) < 0)
            return -1;
    return facts & FACT_BIT(FACT_CONSULTATION) ? maker_consultations(maker, err) : 0;
}

static void
tell_people(struct maker *maker, int64_t store_id)
{
    const struct rows *rows = &maker->rows[FACT_VISIT];
    for (int i = 0; i < rows->count && maker->people; i++)
        files_earlier(maker->people, false, rows->client[i],
                      (struct people_first){rows->day[i], store_id});
}

int
maker_make(struct maker *maker, unsigned facts, int64_t store_id, int64_t from, int64_t to,
           struct err *err)
{
    for (int fact = 0; fact < FACTS; fact++)
        rows_clear(&maker->rows[fact], fact_at(fact)->column_count);
    if (read_rows(maker, facts, store_id, from, to, err) < 0)
        return -1;
    tell_people(maker, store_id);
    for (int fact = 0; fact < FACTS; fact++)
        if ((facts & FACT_BIT(fact)) && settle(maker, fact, store_id, from, to, err) < 0)
            return -1;
    return 0;
}
