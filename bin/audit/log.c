/* The entries of the log, and the rows that they wrote. */
#include <string.h>

#include "bin/audit/verbs.h"
#include "db/sql.h"
#include "text/json_read.h"

enum { PARAMS = 7, ENTRY = 6 };

static int
bind(struct ctx *ctx, const struct log_args *args, enum sql_id id, struct db_value values[PARAMS],
     struct err *err)
{
    int64_t number = 0;
    if (cli_bind(ctx, args, sql_get(id), values, err) < 0)
        return -1;
    if (!args->entry)
        return 0;
    for (const char *at = args->entry; *at; at++) {
        if (*at < '0' || *at > '9' || at - args->entry >= 18)
            return err_set(err, ERR_USAGE, _("%s: expected the number of an entry"), args->entry);
        number = number * 10 + (*at - '0');
    }
    values[ENTRY] = db_int(number);
    return 0;
}

/* ---- changes: a line a changed column ------------------------------------------------------------- */

struct changes {
    struct ctx *ctx;
    struct out *out;
    struct arena arena;         /* as long as an entry */
    struct db_value values[12]; /* the first five are the entry's */
};

enum { STORE, AT_ENTRY, AT, ACTOR, VERB, TABLE, ROW, CHANGE, COLUMN, BEFORE, AFTER, ROWS, WIDTH };

/* A value as a person reads it; bytes are what was sealed under a client's key. */
static struct db_value
shown(struct arena *arena, const struct json_value *value)
{
    if (!value || value->type == JSON_IS_NULL)
        return db_null();
    if (value->type == JSON_IS_INT)
        return db_text(arena_printf(arena, "%lld", (long long)value->number));
    if (value->type == JSON_IS_TEXT)
        return db_text(value->text);
    return db_text("sealed");
}

/* What stands between the table and the sides is the row's key. */
static const char *
row_name(struct arena *arena, const struct json_value *line)
{
    const char *name = "";
    for (const struct json_value *at = line->member; at; at = at->next) {
        if (strcmp(at->name, "table") == 0 || at->type == JSON_IS_OBJECT)
            continue;
        struct db_value value = shown(arena, at);
        name = arena_printf(arena, "%s%s%s", name, *name ? " " : "", value.text ? value.text : "");
    }
    return name;
}

static int
put_columns(struct changes *changes, const struct json_value *before,
            const struct json_value *after, struct err *err)
{
    const struct json_value *side = after ? after : before;
    for (const struct json_value *at = side->member; at; at = at->next) {
        changes->values[COLUMN] = db_text(at->name);
        changes->values[BEFORE] = shown(&changes->arena, json_member(before, at->name));
        changes->values[AFTER] = shown(&changes->arena, json_member(after, at->name));
        if (out_row(changes->out, changes->values, err) < 0)
            return -1;
    }
    return 0;
}

/* Of many rows only their number was kept. */
static int
put_counts(struct changes *changes, const struct json_value *line, struct err *err)
{
    static const char *const names[] = {"added", "changed", "removed"};
    for (int i = 0; i < 3; i++) {
        const struct json_value *rows = json_member(line, names[i]);
        if (!rows || rows->type != JSON_IS_INT || rows->number == 0)
            continue;
        changes->values[CHANGE] = db_text(names[i]);
        changes->values[ROWS] = db_int(rows->number);
        if (out_row(changes->out, changes->values, err) < 0)
            return -1;
    }
    return 0;
}

static int
put_line(struct changes *changes, const char *text, size_t length, struct err *err)
{
    const struct json_value *line = json_read(&changes->arena, text, length, err);
    if (!line)
        return -1;
    const struct json_value *table = json_member(line, "table");
    const struct json_value *before = json_member(line, "before"),
                            *after = json_member(line, "after");
    for (int i = TABLE; i < WIDTH; i++)
        changes->values[i] = db_null();
    if (table && table->type == JSON_IS_TEXT)
        changes->values[TABLE] = db_text(table->text);
    if (!before && !after)
        return put_counts(changes, line, err);
    changes->values[ROW] = db_text(row_name(&changes->arena, line));
    changes->values[CHANGE] = db_text(!before ? "added" : !after ? "removed" : "changed");
    return put_columns(changes, before, after, err);
}

static int
put_entry(struct changes *changes, struct db_stmt *stmt, struct err *err)
{
    struct db_value lines = db_get(stmt, 5);
    const char *at = lines.text, *end = at + lines.length;
    if (lines.type != DB_TEXT)
        return 0;
    arena_reset(&changes->arena);
    for (int i = 0; i < TABLE; i++)
        changes->values[i] = db_get(stmt, i);
    while (at < end) {
        const char *stop = memchr(at, '\n', (size_t)(end - at));
        size_t length = (size_t)((stop ? stop : end) - at);
        if (put_line(changes, at, length, err) < 0)
            return err_wrap(err, _("entry %lld: see medi-audit verify"),
                            (long long)changes->values[AT_ENTRY].number);
        at += length + 1;
    }
    return 0;
}

static int
list_changes(struct ctx *ctx, const struct log_args *args, struct err *err)
{
    static const struct out_column columns[] = {
        {"store", NULL, OUT_TEXT},  {"entry", NULL, OUT_INT},   {"at", NULL, OUT_MOMENT},
        {"actor", NULL, OUT_TEXT},  {"verb", NULL, OUT_TEXT},   {"table", NULL, OUT_TEXT},
        {"row", NULL, OUT_TEXT},    {"change", NULL, OUT_TEXT}, {"column", NULL, OUT_TEXT},
        {"before", NULL, OUT_TEXT}, {"after", NULL, OUT_TEXT},  {"rows", NULL, OUT_INT},
    };
    struct changes changes = {.ctx = ctx, .out = cli_out(ctx, columns, WIDTH)};
    struct db_value values[PARAMS];
    struct db_stmt *stmt = NULL;
    arena_init(&changes.arena);
    int more = bind(ctx, args, SQL_LOG_LIST_CHANGES, values, err);
    if (more == 0)
        more = sql_open(ctx->db, &stmt, SQL_LOG_LIST_CHANGES, values, PARAMS, err);
    while (more >= 0 && (more = db_step(stmt, err)) == 1)
        more = put_entry(&changes, stmt, err);
    db_finish(stmt);
    if (more == 0)
        more = out_end(changes.out, err);
    out_free(changes.out);
    arena_release(&changes.arena);
    return more < 0 ? -1 : 0;
}

int
cmd_log(struct ctx *ctx, void *data, struct err *err)
{
    const struct log_args *args = data;
    struct db_value values[PARAMS];
    struct db_stmt *stmt = NULL;
    if (args->changes)
        return list_changes(ctx, args, err);
    if (bind(ctx, args, SQL_LOG_LIST, values, err) < 0 ||
        sql_open(ctx->db, &stmt, SQL_LOG_LIST, values, PARAMS, err) < 0)
        return -1;
    int64_t rows = cli_print(ctx, stmt, sql_get(SQL_LOG_LIST), err);
    db_finish(stmt);
    return rows < 0 ? -1 : rows > 0 && ctx->exit_rows;
}
