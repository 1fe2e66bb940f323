/* New rows of a window are loaded, changed ones updated; then it is told what came of each record. */
#include "record/window_private.h"

static const char window_point[] = "window";

/* ---- writing -------------------------------------------------------------------------------------- */

static int
update(struct window *window, struct entry *entry, struct err *err)
{
    struct import *import = window->import;
    int64_t id = window->entries[entry->first].key.id;
    if (table_is_sealed(import->table) &&
        table_find(import->table, entry->merged, entry->row.given, &id, import->current, err) < 0)
        return -1;
    return table_update(import->table, entry->merged, id, err);
}

static int
write_all(struct window *window, int from, int to, int news, struct err *err)
{
    struct import *import = window->import;
    if (news && table_load(import->table, window->rows, window->ids, news, err) < 0)
        return -1;
    for (int i = from; i < to; i++)
        if (window->entries[i].fate == CHANGED && update(window, &window->entries[i], err) < 0)
            return -1;
    return 0;
}

/* All or nothing. */
static int
write_guarded(struct window *window, int from, int to, int news, struct err *err)
{
    struct import *import = window->import;
    if (import->pace == FAST)
        return write_all(window, from, to, news, err);
    if (db_savepoint(import->db, window_point, err) < 0)
        return -1;
    if (write_all(window, from, to, news, err) == 0)
        return db_savepoint_release(import->db, window_point, err);
    db_savepoint_rollback(import->db, window_point);
    return -1;
}

int
window_write(struct window *window, int from, int to, struct err *err)
{
    struct import *import = window->import;
    int news = 0, changes = 0;
    for (int i = from; i < to; i++) {
        changes += window->entries[i].fate == CHANGED;
        if (window->entries[i].fate != NEW)
            continue;
        window->which[news] = i;
        window->rows[news++] = window->entries[i].row.values;
    }
    if (news + changes == 0)
        return 0;
    if (table_take_ids(import->table, window->rows, news, window->ids, err) < 0)
        return -1;
    for (int i = 0; i < news; i++)
        window->entries[window->which[i]].id = window->ids[i];
    if (write_guarded(window, from, to, news, err) == 0)
        return 0;
    table_return_ids(import->table, window->rows, news);
    return -1;
}

/* ---- telling -------------------------------------------------------------------------------------- */

static int
tell_columns(struct window *window, const struct entry *entry, struct err *err)
{
    for (int i = 0; i < window_columns(window); i++)
        if (entry->row.given[i] && !db_value_equal(entry->row.values[i], entry->before[i]) &&
            import_tell(window->import, &entry->record, i, entry->before[i], entry->row.values[i],
                        err) < 0)
            return -1;
    return 0;
}

static int
tell_new(struct window *window, const struct entry *entry, struct err *err)
{
    struct import *import = window->import;
    import->count->inserted++;
    if (import->pace == FAST)
        return 0;
    seen_mark(&import->seen, window_store(window, entry), entry->id);
    return import_tell(import, &entry->record, -1, db_null(), db_null(), err);
}

int
window_tell(struct window *window, const struct entry *entry, struct err *err)
{
    struct import *import = window->import;
    arena_reset(&import->scratch);
    if (entry->fate == LOOKED_AT)
        return 0;
    if (entry->fate == NEW)
        return tell_new(window, entry, err);
    const struct standing *key = entry->row.values ? &window->entries[entry->first].key : NULL;
    if (key && key->stored)
        seen_mark(&import->seen, window_store(window, entry), key->id);
    if (entry->tells && import->events->changed && tell_columns(window, entry, err) < 0)
        return -1;
    import->count->unchanged += entry->fate == SAME;
    import->count->updated += entry->fate == CHANGED;
    if (entry->fate != REFUSED)
        return 0;
    err_set(err, ERR_DATA, "%s", entry->words);
    return import_refuse(import, &entry->record, entry->column, err);
}
