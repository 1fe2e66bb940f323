#include "record/import_private.h"

enum { PROGRESS_EVERY = 4096 };

/* ---- one file ----------------------------------------------------------------------------------- */

static int
match_header(struct import *import, const struct records *records, size_t line, bool first,
             struct err *err)
{
    const char *at = arena_printf(import->arena, "%s:%zu", import->file, line);
    if (first)
        row_new_file(import->maker);
    if (row_header(import->maker, records, at, err) < 0)
        return -1;
    if (first && row_header_complete(import->maker, at, err) < 0)
        return -1;
    return import->rejects ? rejects_header(import->rejects, records, err) : 0;
}

/* Records that are written together must all be read under one header. */
static int
flush(struct import *import, struct err *err)
{
    return import->window ? window_flush(import->window, err) : 0;
}

static int
take(struct import *import, const struct record *record, struct err *err)
{
    return import->window ? window_add(import->window, record, err)
                          : import_take(import, record, err);
}

static int
take_broken(struct import *import, const struct record *record, struct err *err)
{
    struct err reason = *err;
    err_clear(err);
    if (flush(import, err) < 0)
        return -1;
    *err = reason;
    return import_refuse(import, record, NULL, err);
}

static int
read_rows(struct import *import, struct records *records, struct err *err)
{
    struct record record = {0};
    int known = records_header_count(records), more;
    while ((more = records_next(records, &record, err)) != 0) {
        if (more < 0 && err->kind != ERR_DATA)
            return -1;
        import->count->read++;
        if (records_header_count(records) != known && more > 0) {
            known = records_header_count(records);
            if (flush(import, err) < 0 ||
                match_header(import, records, record.line, false, err) < 0)
                return -1;
        }
        if ((more < 0 ? take_broken(import, &record, err) : take(import, &record, err)) < 0)
            return -1;
        if (import->count->read % PROGRESS_EVERY == 0 && import->events->progress)
            import->events->progress(import->events->context, import->file,
                                     records_position(records), records_size(records));
    }
    return flush(import, err);
}

static int
read_file(struct import *import, struct records *records, struct import_count *count,
          struct err *err)
{
    import->file = records_name(records);
    import->count = count;
    *count = (struct import_count){0};
    if (match_header(import, records, 1, true, err) < 0)
        return -1;
    return read_rows(import, records, err);
}

/* ---- all files ----------------------------------------------------------------------------------- */

/* Each file is told when its rows are all written, so that it can stand in the log for itself. */
static int
read_all(struct import *import, struct records **records, struct err *err)
{
    const struct import_events *events = import->events;
    for (int i = 0; i < import->spec->count; i++) {
        if (read_file(import, records[i], &import->counts[i], err) < 0)
            return -1;
        if (import->refused)
            continue;
        if (table_save_ids(import->table, err) < 0 ||
            (events->done && events->done(events->context, i, import->count, err) < 0))
            return -1;
    }
    return 0;
}

static int
rewind_all(struct import *import, struct records **records, struct err *err)
{
    for (int i = 0; i < import->spec->count; i++)
        if (!records_rewind(records[i], err))
            return err->kind ? -1
                             : err_set(err, ERR_IO, _("%s: cannot be read again"),
                                       records_name(records[i]));
    if (import->rejects && rejects_restart(import->rejects, err) < 0)
        return -1;
    import->refused = import->spoiled = false;
    if (import->window)
        window_forget(import->window);
    table_forget_ids(import->table);
    row_forget(import->maker);
    return 0;
}

/* 1 if the keys were not unique and nothing was done. */
static int
run_fast(struct import *import, struct records **records, struct err *err)
{
    static const char point[] = "fast_load";
    const char *table = import->spec->kind->table;
    import->pace = FAST;
    if (db_savepoint(import->db, point, err) < 0 || db_indexes_suspend(import->db, table, err) < 0)
        return -1;
    if (read_all(import, records, err) < 0) {
        if (!import->spoiled)
            return -1;
    } else if (import->refused) {
        return 0;
    } else {
        row_forget(import->maker); /* sorting wants the memory now */
        if (db_indexes_resume(import->db, table, err) == 0)
            return db_savepoint_release(import->db, point, err);
        if (err->kind != ERR_DATA)
            return -1;
    }
    err_clear(err);
    db_savepoint_rollback(import->db, point);
    return 1;
}

static int
may_be_fast(struct import *import, struct records **records, bool *fast, struct err *err)
{
    if (table_is_empty(import->table, fast, err) < 0)
        return -1;
    for (int i = 0; i < import->spec->count; i++)
        *fast = *fast && records_can_rewind(records[i]);
    if (import->events->changed || (db_can_load(import->db) && !import->window))
        *fast = false;
    const struct kind *kind = import->spec->kind;
    for (int i = 0; i < kind->count; i++) /* which needs savepoints */
        *fast = *fast && kind->columns[i].unknown != UNKNOWN_CREATE;
    *fast = *fast && !kind_refers_to_itself(kind);
    return 0;
}

static int
run(struct import *import, struct records **records, struct err *err)
{
    bool fast;
    if (may_be_fast(import, records, &fast, err) < 0)
        return -1;
    int again = fast ? run_fast(import, records, err) : 1;
    if (again <= 0)
        return again;
    if (fast && rewind_all(import, records, err) < 0)
        return -1;
    import->pace = CAREFUL;
    import->known = true;
    return read_all(import, records, err);
}

static int
open_parts(struct import *import, struct err *err)
{
    const struct import_spec *spec = import->spec;
    if (row_maker_open(&import->maker, import->db, import->arena, spec->packs, spec->kind,
                       spec->ignored, err) < 0 ||
        table_open(&import->table, import->db, import->arena, import->maker, spec->vault, err) < 0)
        return -1;
    row_on_unknown(import->maker, import_create, import);
    if (table_can_load(import->table) && !kind_refers_to_itself(spec->kind))
        import->window = window_new(import);
    import->current =
        arena_array(import->arena, (size_t)row_spec(import->maker)->count, sizeof *import->current);
    return spec->rejects ? rejects_open(&import->rejects, spec->rejects, err) : 0;
}

/* What the whole import says in the end. */
static int
verdict(struct import *import, struct err *err)
{
    int64_t read = 0, refused = 0;
    for (int i = 0; i < import->spec->count; i++) {
        read += import->counts[i].read;
        refused += import->counts[i].refused;
    }
    if (import->refused && refused == 1) {
        *err = import->first;
        return -1;
    }
    if (import->refused)
        return err_set(
            err, ERR_DATA,
            _("%s: %lld of %lld records refused, so nothing was written; correct them, or "
              "set them apart with --rejects FILE"),
            import->spec->kind->name, (long long)refused, (long long)read);
    if (import->rejects && rejects_finish(import->rejects, err) < 0)
        return -1;
    return refused > 0;
}

int
import_run(struct db *db, struct arena *arena, const struct import_spec *spec,
           struct import_count *counts, const struct import_events *events, struct err *err)
{
    struct import import = {
        .db = db, .arena = arena, .spec = spec, .events = events, .counts = counts};
    struct records **records = arena_array(arena, (size_t)spec->count, sizeof(void *));
    int result = -1;
    arena_init(&import.scratch);
    for (int i = 0; i < spec->count; i++)
        if (records_open(&records[i], spec->files[i], &spec->read, err) < 0)
            goto out;
    if (open_parts(&import, err) == 0 && run(&import, records, err) == 0)
        result = verdict(&import, err);
out:
    rejects_close(import.rejects);
    window_free(import.window);
    table_close(import.table);
    row_maker_close(import.maker);
    seen_release(&import.seen);
    arena_release(&import.scratch);
    for (int i = 0; i < spec->count; i++)
        records_close(records[i]);
    return result;
}
