/* The rows of `head`: what the forecast wants, beside what people said. */
#include <string.h>

#include "db/sql.h"
#include "load/heads.h"
#include "record/ids.h"

struct rows {
    struct head_spans spans;
    int64_t *ids; /* of each span */
    int room;
};

/* As they stand: nothing is joined. */
static int
read_rows(struct db *db, struct arena *arena, const struct db_value *values, struct rows *rows,
          struct err *err)
{
    struct db_stmt *stmt;
    int more;
    *rows = (struct rows){.spans = {.arena = arena}};
    if (sql_open(db, &stmt, SQL_LOAD_HEAD_ROWS, values, 4, err) < 0)
        return -1;
    while ((more = db_step(stmt, err)) == 1) {
        struct head_spans *spans = &rows->spans;
        rows->ids = arena_more(arena, rows->ids, spans->count, &rows->room, sizeof *rows->ids);
        spans->items =
            arena_more(arena, spans->items, spans->count, &spans->room, sizeof *spans->items);
        rows->ids[spans->count] = db_get_int(stmt, 0);
        spans->items[spans->count++] = (struct head_span){
            db_get_int(stmt, 1), (int)db_get_int(stmt, 2), (int)db_get_int(stmt, 3),
            db_keep_text(stmt, 4, arena), (int)db_get_int(stmt, 5)};
    }
    db_finish(stmt);
    return more;
}

static bool
is_same(const struct head_span *a, const struct head_span *b)
{
    return a->day == b->day && a->from == b->from && a->to == b->to && a->heads == b->heads &&
           strcmp(a->role, b->role) == 0;
}

static bool
is_among(const struct head_spans *spans, const struct head_span *span)
{
    for (int i = 0; i < spans->count; i++)
        if (is_same(&spans->items[i], span))
            return true;
    return false;
}

static int
take_away(struct db *db, int64_t store_id, const struct rows *there,
          const struct head_spans *wanted, struct heads_change *change, struct err *err)
{
    for (int i = 0; i < there->spans.count; i++) {
        const struct db_value values[] = {db_int(store_id), db_int(there->ids[i])};
        if (is_among(wanted, &there->spans.items[i])) {
            change->same++;
            continue;
        }
        if (sql_run(db, SQL_LOAD_HEAD_TAKE, values, 2, NULL, err) < 0)
            return -1;
        change->dropped++;
    }
    return 0;
}

static int
put(struct db *db, int64_t store_id, const struct head_span *span, struct err *err)
{
    int64_t id;
    if (ids_next(db, "head", store_id, &id, err) < 0)
        return -1;
    const struct db_value values[] = {db_int(store_id),   db_int(id),       db_int(span->day),
                                      db_int(span->from), db_int(span->to), db_text(span->role),
                                      db_int(span->heads)};
    return sql_run(db, SQL_LOAD_HEAD_ADD, values, 7, NULL, err);
}

int
heads_write(struct db *db, int64_t store_id, int64_t from, int64_t to,
            const struct head_spans *spans, struct heads_change *change, struct err *err)
{
    struct db_value values[] = {db_int(store_id), db_int(from), db_int(to), db_text("set")};
    struct head_spans wanted = {.arena = spans->arena};
    struct rows set, there;
    if (read_rows(db, spans->arena, values, &set, err) < 0)
        return -1;
    values[3] = db_text("load");
    if (read_rows(db, spans->arena, values, &there, err) < 0)
        return -1;
    for (int i = 0; i < spans->count; i++)
        heads_cut(&spans->items[i], &set.spans, &wanted);
    if (take_away(db, store_id, &there, &wanted, change, err) < 0)
        return -1;
    for (int i = 0; i < wanted.count; i++) {
        if (is_among(&there.spans, &wanted.items[i]))
            continue;
        if (put(db, store_id, &wanted.items[i], err) < 0)
            return -1;
        change->put++;
    }
    return 0;
}

int
heads_read(struct db *db, struct arena *arena, int64_t store_id, int64_t day,
           struct head_spans *spans, struct err *err)
{
    const struct db_value values[] = {db_int(store_id), db_int(day), db_int(day + 1),
                                      db_text("load")};
    struct rows there;
    if (read_rows(db, arena, values, &there, err) < 0)
        return -1;
    *spans = there.spans;
    return 0;
}
