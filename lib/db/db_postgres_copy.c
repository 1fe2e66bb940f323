/*
 * Rows in bulk, by COPY in its binary format: it costs the server a sixth less CPU than the text
 * format (1.5 s against 1.85 s for a million rows of 14 columns), and the client no escapes. The
 * triggers are off meanwhile: the watch is told from here.
 */
#include "db/db_postgres.h"

#include <stdlib.h>
#include <string.h>

enum { SEND = 64 * 1024 };

struct postgres_copy {
    struct db_load base;
    struct arena arena;
    struct str out;
    int columns;          /* of the table */
    struct db_value *row; /* of the table */
    const char **names;   /* of the given columns */
    Oid *types;
    int *places; /* in the table */
    struct postgres_param *wires;
};

static struct postgres_db *
owner(const struct postgres_copy *copy)
{
    return (struct postgres_db *)copy->base.db;
}

/* ---- begin ---- */

static int
take_column(struct db_stmt *stmt, void *context, struct err *err)
{
    struct postgres_copy *copy = context;
    (void)err;
    for (int i = 0; i < copy->base.count; i++) {
        if (strcmp(copy->names[i], postgres_text(stmt, 0)) != 0)
            continue;
        copy->places[i] = copy->columns;
        copy->types[i] = (Oid)postgres_get(stmt, 1).number;
    }
    copy->columns++;
    return 0;
}

static int
find_columns(struct postgres_copy *copy, struct err *err)
{
    static const char question[] =
        "SELECT a.attname, a.atttypid FROM pg_attribute AS a "
        "WHERE a.attrelid = to_regclass(quote_ident($1)) AND a.attnum > 0 AND NOT a.attisdropped "
        "ORDER BY a.attnum";
    struct postgres_db *db = owner(copy);
    if (postgres_each(&db->base, question, copy->base.table, take_column, copy, err) != 0)
        return -1;
    for (int i = 0; i < copy->base.count; i++)
        if (copy->places[i] < 0)
            return err_set(err, ERR_DB, _("%s: the database has no column %s.%s"), db->base.place,
                           copy->base.table, copy->names[i]);
    copy->row = arena_array(&copy->arena, (size_t)copy->columns, sizeof *copy->row);
    return 0;
}

/* The signature, no flags, no extension. */
static void
add_head(struct str *out)
{
    static const char head[19] = "PGCOPY\n\377\r\n";
    str_add(out, head, sizeof head);
}

static int
start(struct postgres_copy *copy, struct err *err)
{
    struct postgres_db *db = owner(copy);
    struct str sql = STR_INIT;
    str_adds(&sql, db->telling ? "SET medi.watch = 'off'; COPY " : "COPY ");
    postgres_add_name(&sql, copy->base.table);
    for (int i = 0; i < copy->base.count; i++) {
        str_adds(&sql, i ? ", " : " (");
        postgres_add_name(&sql, copy->names[i]);
    }
    str_adds(&sql, ") FROM STDIN (FORMAT binary)");
    int result = postgres_quiet(db, err);
    if (result == 0 && !db->pq.PQsendQuery(db->conn, sql.text))
        result = postgres_fail(db, NULL, err);
    str_release(&sql);
    while (result == 0 && !db->loading) {
        PGresult *answer = db->pq.PQgetResult(db->conn);
        ExecStatusType status = db->pq.PQresultStatus(answer);
        if (status == PGRES_COPY_IN)
            db->loading = copy;
        else if (status != PGRES_COMMAND_OK)
            result = postgres_fail(db, answer, err);
        db->pq.PQclear(answer);
    }
    return result;
}

static void
copy_free(struct postgres_copy *copy)
{
    for (int i = 0; i < copy->base.count; i++)
        free(copy->wires[i].copy);
    str_release(&copy->out);
    arena_release(&copy->arena);
    free(copy);
}

int
postgres_load_begin(struct db *db, struct db_load **load, const char *table,
                    const char *const *columns, int count, struct err *err)
{
    struct postgres_copy *copy = mem_alloc(sizeof *copy);
    size_t many = (size_t)count;
    *copy = (struct postgres_copy){.base = {.db = db, .count = count}, .out = STR_INIT};
    arena_init(&copy->arena);
    copy->base.table = arena_strdup(&copy->arena, table);
    copy->types = arena_array(&copy->arena, many, sizeof *copy->types);
    copy->places = arena_array(&copy->arena, many, sizeof *copy->places);
    copy->wires = arena_array(&copy->arena, many, sizeof *copy->wires);
    copy->names = arena_array(&copy->arena, many, sizeof *copy->names);
    for (int i = 0; i < count; i++) {
        copy->names[i] = arena_strdup(&copy->arena, columns[i]);
        copy->places[i] = -1;
    }
    if (find_columns(copy, err) != 0 || start(copy, err) != 0) {
        copy_free(copy);
        return -1;
    }
    add_head(&copy->out);
    *load = &copy->base;
    return 0;
}

/* ---- rows ---- */

/* COPY reads each column in its own type's binary spelling, and nothing else. */
static bool
add_value(struct postgres_copy *copy, int column, struct db_value value)
{
    struct postgres_param *wire = &copy->wires[column];
    Oid type = copy->types[column];
    char length[4];
    int64_t parsed;
    if (type == PG_INT8 && value.type == DB_TEXT)
        value = postgres_parse_int(value.text, value.length, &parsed) ? db_int(parsed) : value;
    if (!postgres_encode(wire, type, value))
        return false;
    if (type == PG_TEXT && value.type == DB_INT)
        wire->length = (int)strlen(wire->bytes);
    else if (wire->bytes && !wire->format)
        return false;
    postgres_put_int32(length, wire->bytes ? wire->length : -1);
    str_add(&copy->out, length, sizeof length);
    if (wire->bytes)
        str_add(&copy->out, wire->bytes, (size_t)wire->length);
    return true;
}

static int
send(struct postgres_copy *copy, struct err *err)
{
    struct postgres_db *db = owner(copy);
    int sent = db->pq.PQputCopyData(db->conn, copy->out.text, (int)copy->out.length);
    str_clear(&copy->out);
    return sent == 1 ? 0 : postgres_fail(db, NULL, err);
}

int
postgres_load_row(struct db_load *load, const struct db_value *values, struct err *err)
{
    struct postgres_copy *copy = (struct postgres_copy *)load;
    char count[4];
    size_t start = copy->out.length;
    postgres_put_int32(count, load->count);
    str_add(&copy->out, count + 2, 2);
    for (int i = 0; i < load->count; i++) {
        if (!add_value(copy, i, values[i])) {
            str_cut(&copy->out, start);
            return err_set(err, ERR_DATA, _("%s.%s: a value of another type"), load->table,
                           copy->names[i]);
        }
        copy->row[copy->places[i]] = values[i];
    }
    const struct db_written row = {
        .table = load->table, .count = copy->columns, .after = copy->row};
    db_tell(load->db, &row);
    return copy->out.length < SEND ? 0 : send(copy, err);
}

/* ---- end ---- */

/* The answer to all that was sent, after `result`; `abort` (or NULL): why it is taken back. */
static int
finish(struct postgres_copy *copy, int result, const char *abort, struct err *err)
{
    struct postgres_db *db = owner(copy);
    PGresult *answer;
    db->loading = NULL;
    if (db->pq.PQputCopyEnd(db->conn, abort) != 1 && result == 0)
        result = postgres_fail(db, NULL, err);
    while ((answer = db->pq.PQgetResult(db->conn))) {
        if (db->pq.PQresultStatus(answer) == PGRES_COMMAND_OK)
            postgres_written(db, answer);
        else if (result == 0)
            result = postgres_fail(db, answer, err);
        db->pq.PQclear(answer);
    }
    postgres_settled(db);
    return result;
}

int
postgres_load_end(struct db_load *load, struct err *err)
{
    struct postgres_copy *copy = (struct postgres_copy *)load;
    struct postgres_db *db = owner(copy);
    char end[4];
    postgres_put_int32(end, -1);
    str_add(&copy->out, end + 2, 2);
    int result = finish(copy, send(copy, err), NULL, err);
    if (result == 0)
        db->telling = false; /* a failure has undone the setting too, or will */
    db->base.load_conflict = result != 0 && postgres_is_conflict(db->state);
    copy_free(copy);
    return result;
}

void
postgres_load_abort(struct db_load *load)
{
    struct postgres_copy *copy = (struct postgres_copy *)load;
    struct err ignored;
    finish(copy, 0, "given up", &ignored);
    copy_free(copy);
}
