#include "package/history.h"

#include <string.h>

#include "db/sql.h"
#include "text/json_read.h"

enum { STORE_ID, STORE, HASH = 9, CHANGES, SHOWN = 10 };

struct history {
    const struct pick *pick;
    struct out *out;
    struct arena entry; /* as long as an entry */
    int64_t rows;
};

/* The kind whose rows stand in that table, or -1. */
static int
kind_of_table(const struct scope *scope, const struct json_value *table)
{
    for (int k = 0; table && table->type == JSON_IS_TEXT && k < scope->count; k++)
        if (strcmp(scope->kinds[k]->table, table->text) == 0)
            return k;
    return -1;
}

static bool
has_part(const struct pick *pick, int kind, int64_t store_id)
{
    for (const struct pick_part *part = pick->parts[kind]; part; part = part->next)
        if (part->store_id == store_id)
            return true;
    return false;
}

/* 1 a row of the package, 0 not, 2 many rows that nobody can tell apart, -1. */
static int
judge_line(struct history *history, int64_t store_id, const char *text, size_t length,
           struct err *err)
{
    const struct json_value *line = json_read(&history->entry, text, length, err);
    if (!line)
        return -1;
    const struct scope *scope = history->pick->scope;
    int kind = kind_of_table(scope, json_member(line, "table"));
    const struct json_value *id = json_member(line, "id");
    int64_t store = kind >= 0 && scope->kinds[kind]->of_store ? store_id : 0;
    if (kind < 0)
        return 0;
    if (!json_member(line, "before") && !json_member(line, "after"))
        return has_part(history->pick, kind, store) ? 2 : 0;
    return id && id->type == JSON_IS_INT && pick_has(history->pick, kind, store, id->number);
}

static int
judge_lines(struct history *history, int64_t store_id, struct db_value lines, int64_t *rows,
            bool *many, struct err *err)
{
    const char *at = lines.text, *end = at + lines.length;
    *rows = 0;
    *many = false;
    while (at < end) {
        const char *stop = memchr(at, '\n', (size_t)(end - at));
        size_t length = (size_t)((stop ? stop : end) - at);
        int verdict = judge_line(history, store_id, at, length, err);
        if (verdict < 0)
            return -1;
        *many = *many || verdict == 2;
        *rows += verdict == 1;
        at += length + 1;
    }
    return 0;
}

static int
take_entry(void *context, const struct db_stmt *stmt, struct err *err)
{
    struct history *history = context;
    struct db_value values[SHOWN], lines = db_get(stmt, CHANGES);
    int64_t rows;
    bool many;
    arena_reset(&history->entry);
    if (lines.type != DB_TEXT)
        return 0;
    if (judge_lines(history, db_get_int(stmt, STORE_ID), lines, &rows, &many, err) < 0)
        return err_wrap(err, _("entry %lld: see medi-audit verify"),
                        (long long)db_get_int(stmt, STORE + 1));
    if (!rows && !many)
        return 0;
    for (int i = STORE; i <= HASH; i++)
        values[i - STORE] = db_get(stmt, i);
    values[SHOWN - 1] = many ? db_null() : db_int(rows);
    history->rows++;
    return out_row(history->out, values, err);
}

int
history_write(struct pick *pick, FILE *stream, const struct out_options *options, int64_t *rows,
              struct err *err)
{
    static const struct out_column columns[SHOWN] = {
        {"store", NULL, OUT_TEXT},   {"entry", NULL, OUT_INT},   {"at", NULL, OUT_MOMENT},
        {"actor", NULL, OUT_TEXT},   {"tool", NULL, OUT_TEXT},   {"verb", NULL, OUT_TEXT},
        {"subject", NULL, OUT_TEXT}, {"detail", NULL, OUT_TEXT}, {"hash", NULL, OUT_BYTES},
        {"rows", NULL, OUT_INT},
    };
    struct history history = {.pick = pick, .out = out_new(stream, options, columns, SHOWN)};
    arena_init(&history.entry);
    int result = sql_each(pick->db, SQL_PACKAGE_LOG, NULL, 0, take_entry, &history, err);
    if (result == 0)
        result = out_end(history.out, err);
    out_free(history.out);
    arena_release(&history.entry);
    *rows = history.rows;
    return result;
}
