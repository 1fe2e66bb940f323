/* Running a statement: its parameters go out at once, its rows come in portions. */
#include "db/db_postgres.h"

#include <stdlib.h>
#include <string.h>

/* A portion: what a statement takes from the wire at once. Most results are smaller, and so leave it free. */
enum { PORTION_ROWS = 128, PORTION_BYTES = 256 * 1024 };

struct postgres_stmt {
    struct db_stmt base;
    struct postgres_plan *plan;
    struct db_value *params;      /* as they were bound */
    struct postgres_param *wires; /* as they are sent */
    const char **bytes;           /* of wires, for libpq */
    int *lengths, *formats;
    struct db_value *values; /* of the row that was stepped to */
    struct postgres_rows rows;
    bool open;       /* was executed, and neither was done nor reset */
    bool misused;    /* was bound while it was open */
    int64_t wrote;   /* once its last answer is there */
    struct err late; /* what failed while rows were received; told before any of them */
    bool conflict;
};

static struct postgres_stmt *
self(const struct db_stmt *stmt)
{
    return (struct postgres_stmt *)stmt;
}

static struct postgres_db *
owner(const struct postgres_stmt *stmt)
{
    return (struct postgres_db *)stmt->base.db;
}

/* ---- prepare and bind ---- */

static void *
zeroed(size_t count, size_t size)
{
    return memset(mem_alloc(count * size + 1), 0, count * size);
}

int
postgres_prepare(struct db *db, struct db_stmt **out, const char *sql, struct err *err)
{
    struct postgres_plan *plan;
    if (postgres_plan_take((struct postgres_db *)db, &plan, sql, err) != 0)
        return -1;
    struct postgres_stmt *stmt = mem_alloc(sizeof *stmt);
    size_t params = (size_t)plan->params;
    *stmt = (struct postgres_stmt){.base.db = db,
                                   .plan = plan,
                                   .params = zeroed(params, sizeof *stmt->params),
                                   .wires = zeroed(params, sizeof *stmt->wires),
                                   .bytes = zeroed(params, sizeof *stmt->bytes),
                                   .lengths = zeroed(params, sizeof *stmt->lengths),
                                   .formats = zeroed(params, sizeof *stmt->formats),
                                   .values = zeroed((size_t)plan->columns, sizeof *stmt->values),
                                   .rows = {.front = STR_INIT, .back = STR_INIT}};
    *out = &stmt->base;
    return 0;
}

void
postgres_finish(struct db_stmt *base)
{
    struct postgres_stmt *stmt = self(base);
    postgres_reset(base);
    postgres_plan_give(stmt->plan);
    postgres_rows_release(&stmt->rows);
    for (int i = 0; i < stmt->plan->params; i++)
        free(stmt->wires[i].copy);
    free(stmt->params);
    free(stmt->wires);
    free(stmt->bytes);
    free(stmt->lengths);
    free(stmt->formats);
    free(stmt->values);
    free(stmt);
}

void
postgres_bind(struct db_stmt *base, int index, struct db_value value)
{
    struct postgres_stmt *stmt = self(base);
    if (index < 1 || index > stmt->plan->params)
        return;
    stmt->misused = stmt->misused || stmt->open;
    stmt->params[index - 1] = value;
}

static int
encode(struct postgres_stmt *stmt, struct err *err)
{
    for (int i = 0; i < stmt->plan->params; i++) {
        struct postgres_param *wire = &stmt->wires[i];
        if (!postgres_encode(wire, stmt->plan->param_types[i], stmt->params[i]))
            return err_set(err, ERR_DATA, _("$%d: a value of another type"), i + 1);
        stmt->bytes[i] = wire->bytes;
        stmt->lengths[i] = wire->length;
        stmt->formats[i] = wire->format;
    }
    return 0;
}

/* ---- rows from the wire ---- */

/* False at the end of the answer. */
static bool
receive(struct postgres_stmt *stmt)
{
    struct postgres_db *db = owner(stmt);
    PGresult *result = db->pq.PQgetResult(db->conn);
    if (!result) {
        db->reading = NULL;
        postgres_settled(db);
        return false;
    }
    ExecStatusType status = db->pq.PQresultStatus(result);
    if (status == PGRES_SINGLE_TUPLE && !stmt->late.kind)
        postgres_rows_add(&stmt->rows, &db->pq, result, &stmt->late);
    else if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK)
        stmt->wrote = postgres_written(db, result);
    else if (status != PGRES_SINGLE_TUPLE && !stmt->late.kind) {
        postgres_fail(db, result, &stmt->late);
        stmt->conflict = postgres_is_conflict(db->state);
    }
    db->pq.PQclear(result);
    return true;
}

static void
receive_portion(struct postgres_stmt *stmt)
{
    for (int i = 0; i < PORTION_ROWS && stmt->rows.back.length < PORTION_BYTES; i++)
        if (!receive(stmt))
            return;
}

void
postgres_drain(struct postgres_stmt *stmt)
{
    while (receive(stmt))
        continue;
}

void
postgres_cut(struct postgres_stmt *stmt)
{
    while (receive(stmt))
        postgres_rows_clear(&stmt->rows);
    err_set(&stmt->late, ERR_DB, _("%s: the transaction was rolled back while its rows were read"),
            stmt->base.db->place);
}

static int
execute(struct postgres_stmt *stmt, struct err *err)
{
    struct postgres_db *db = owner(stmt);
    const struct postgres_api *pq = &db->pq;
    if (postgres_quiet(db, err) != 0 || postgres_plan_renew(db, &stmt->plan, err) != 0 ||
        (!stmt->plan->reads && postgres_watch_writes(db, err) != 0) || encode(stmt, err) != 0)
        return -1;
    if (!pq->PQsendQueryPrepared(db->conn, stmt->plan->name, stmt->plan->params, stmt->bytes,
                                 stmt->lengths, stmt->formats, 1))
        return postgres_fail(db, NULL, err);
    if (stmt->plan->columns > 0)
        pq->PQsetSingleRowMode(db->conn);
    db->reading = stmt;
    stmt->open = true;
    return 0;
}

/* ---- step ---- */

static int
take_row(struct postgres_stmt *stmt, const char *row, struct err *err)
{
    for (int i = 0; i < stmt->plan->columns; i++) {
        int32_t length;
        memcpy(&length, row, sizeof length);
        row += sizeof length;
        if (!postgres_decode(stmt->plan->types[i], row, length, &stmt->values[i]))
            return err_set(err, ERR_DB,
                           _("%s: column %s: no whole number of 64 bits, text or bytes"),
                           stmt->base.db->place, stmt->plan->names[i]);
        row += length < 0 ? 0 : length + 1;
    }
    return 1;
}

/* The next row that is here or still to come: 1, 0 none, -1. */
static int
next_row(struct postgres_stmt *stmt, struct err *err)
{
    const char *row;
    int more = 0;
    if (!stmt->late.kind)
        more = postgres_rows_next(&stmt->rows, &row, err);
    if (more == 0 && owner(stmt)->reading == stmt) {
        receive_portion(stmt);
        more = postgres_rows_next(&stmt->rows, &row, err);
    }
    if (stmt->late.kind) {
        *err = stmt->late;
        return -1;
    }
    return more == 1 ? take_row(stmt, row, err) : more;
}

static int
run(struct postgres_stmt *stmt, struct err *err)
{
    if (stmt->misused)
        return err_set(err, ERR_DB, _("%s: a statement was bound while its rows were read"),
                       stmt->base.db->place);
    if (!stmt->open && execute(stmt, err) != 0)
        return -1;
    return next_row(stmt, err);
}

int
postgres_step(struct db_stmt *base, struct err *err)
{
    struct postgres_stmt *stmt = self(base);
    int result = run(stmt, err);
    if (result == 1)
        return 1;
    base->conflict = stmt->conflict;
    base->changed = stmt->wrote;
    postgres_reset(base); /* so that it can be bound again */
    return result;
}

/* Rows that nobody wants are read and dropped. To cancel the statement instead would end the transaction. */
void
postgres_reset(struct db_stmt *base)
{
    struct postgres_stmt *stmt = self(base);
    if (owner(stmt)->reading == stmt)
        postgres_cut(stmt);
    postgres_rows_clear(&stmt->rows);
    stmt->open = stmt->misused = stmt->conflict = false;
    stmt->wrote = 0;
    stmt->late.kind = ERR_NONE;
}

/* ---- columns ---- */

int
postgres_column_count(const struct db_stmt *stmt)
{
    return self(stmt)->plan->columns;
}

const char *
postgres_column_name(const struct db_stmt *stmt, int column)
{
    return self(stmt)->plan->names[column];
}

struct db_value
postgres_get(const struct db_stmt *stmt, int column)
{
    return self(stmt)->values[column];
}
