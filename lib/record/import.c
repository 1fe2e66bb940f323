#include "record/import.h"

#include <string.h>

#include "base/str.h"
#include "record/bound.h"
#include "record/put.h"
#include "record/rejects.h"
#include "record/row.h"
#include "record/seen.h"
#include "record/table.h"
#include "record/value.h"

enum { PROGRESS_EVERY = 4096 };
static const char record_point[] = "record";

/* How the rows of this run are written. */
enum pace {
    CAREFUL, /* each key is looked for */
    FAST,    /* the table was empty: indexes come later, and find double keys */
};

struct import {
    struct db *db;
    struct arena *arena;
    const struct import_spec *spec;
    const struct import_events *events;
    struct row_maker *maker;
    struct table *table;
    struct rejects *rejects;
    struct seen seen;
    struct arena scratch; /* what is told of one record */
    enum pace pace;
    bool known;                          /* the last row's key was in the table */
    struct db_value *current;            /* the row that is in the table */
    struct import_count *counts, *count; /* all; of the file that is read */
    const char *file;
    bool created;     /* rows were, for this record's references: see settle_created */
    bool refused;     /* something was, and there is no rejects file: only look, write no more */
    bool first_told;  /* which waits for a second, see tell_refused */
    struct err first; /* the first refusal */
};

/* ---- refusals --------------------------------------------------------------------------------- */

/* Each of several is told; a single one is the import's error. */
static void
tell_refused(struct import *import, const struct err *reason)
{
    const struct import_events *events = import->events;
    if (!import->refused) {
        import->first = *reason;
        import->refused = true;
        return;
    }
    if (!import->first_told && events->refused)
        events->refused(events->context, import->first.text);
    import->first_told = true;
    if (events->refused)
        events->refused(events->context, reason->text);
}

/* One record is not taken, as `err` says: into the rejects file, or told. -1: that file cannot be written. */
static int
refuse(struct import *import, const struct record *record, const char *column, struct err *err)
{
    struct err reason = *err;
    import->count->refused++;
    err_clear(err);
    if (import->rejects)
        return rejects_add(import->rejects, record, import->file, column,
                           rejects_words(import->file, reason.text), err);
    if (column)
        err_wrap(&reason, "%s", column);
    if (rejects_words(import->file, reason.text) == reason.text)
        err_wrap(&reason, "%s:%zu", import->file, record->line);
    tell_refused(import, &reason);
    return 0;
}

/* ---- one row ------------------------------------------------------------------------------------ */

static int
tell_change(struct import *import, const struct record *record, int column, struct db_value before,
            struct db_value after, struct err *err)
{
    struct import_change change = {
        .action = column < 0 ? "insert" : "update",
        .file = import->file,
        .line = (int64_t)record->line,
    };
    if (!import->events->changed)
        return 0;
    change.key = row_key(import->maker, record);
    if (column >= 0) {
        const struct kind_column *from = row_column(import->maker, column);
        change.column = from->name;
        change.before = value_shown(&import->scratch, from, before);
        change.after = value_shown(&import->scratch, from, after);
    }
    return import->events->changed(import->events->context, &change, err);
}

/* The columns that the file has are compared, those that it lacks filled in: how many differ, or -1. */
static int
compare(struct import *import, const struct record *record, struct row *row, bool tell,
        struct err *err)
{
    int differ = 0;
    for (int i = 0; i < row_spec(import->maker)->count; i++) {
        if (!row->given[i]) {
            row->values[i] = import->current[i];
        } else if (!db_value_equal(row->values[i], import->current[i])) {
            differ++;
            if (tell && tell_change(import, record, i, import->current[i], row->values[i], err) < 0)
                return -1;
        }
    }
    return differ;
}

/* The row `id` is there already, and its values in import->current. */
static int
merge_row(struct import *import, const struct record *record, struct row *row, int64_t id,
          const char **column, struct err *err)
{
    int64_t store_id = row_spec(import->maker)->of_store ? row->values[0].number : 0;
    bool before = seen_mark(&import->seen, store_id, id);
    if (bound_check(import->maker, import->spec->bound_to, import->current, err) < 0)
        return -1;
    int differ = compare(import, record, row, !before, err);
    if (differ < 0)
        return -1;
    if (differ && before)
        return err_set(err, ERR_DATA,
                       _("%s: the same key came before in this import, with other "
                         "content; keep one of the two"),
                       row_key(import->maker, record));
    if (!differ) {
        import->count->unchanged++;
        return 0;
    }
    if (id == 0)
        return err_set(err, ERR_DATA, _("%s: belongs to the database itself; leave it out"),
                       row_key(import->maker, record));
    if (row_check(import->maker, row, column, err) < 0 ||
        table_update(import->table, row->values, id, err) < 0)
        return -1;
    import->count->updated++;
    return 0;
}

/* 1 written, 0 its key is there already. */
static int
insert_row(struct import *import, const struct record *record, const struct row *row,
           struct err *err)
{
    int64_t id;
    int inserted = table_insert(import->table, row->values, &id, err);
    if (inserted <= 0)
        return inserted;
    import->count->inserted++;
    if (import->pace == FAST)
        return 1;
    seen_mark(&import->seen, row_spec(import->maker)->of_store ? row->values[0].number : 0, id);
    return tell_change(import, record, -1, db_null(), db_null(), err) < 0 ? -1 : 1;
}

/* A row is mostly as the one before it, new or known: tried first. Known rows take no ids and write nothing. */
static int
write_row(struct import *import, const struct record *record, struct row *row, const char **column,
          struct err *err)
{
    int64_t id;
    int known = 0;
    if (import->pace == CAREFUL && import->known)
        known = table_find(import->table, row->values, row->given, &id, import->current, err);
    if (known == 0) {
        int inserted = insert_row(import, record, row, err);
        import->known = inserted == 0;
        if (inserted)
            return inserted < 0 ? -1 : 0;
        known = table_find(import->table, row->values, row->given, &id, import->current, err);
    }
    if (known == 0)
        return err_set(err, ERR_DATA,
                       _("collides with another record that has a value only one may have"));
    return known < 0 ? -1 : merge_row(import, record, row, id, column, err);
}

/* What was created for a record stays or goes with it. */
static int
settle_created(struct import *import, int result, struct err *err)
{
    import->created = false;
    if (result == 0)
        return db_savepoint_release(import->db, record_point, err);
    db_savepoint_rollback(import->db, record_point);
    row_forget(import->maker);
    return 0;
}

/* 0 also for a record that was refused. */
static int
take_record(struct import *import, const struct record *record, struct err *err)
{
    struct row row;
    const char *column = NULL;
    arena_reset(&import->scratch);
    int result = row_make(import->maker, record, &row, &column, err);
    if (result == 0)
        result = bound_check(import->maker, import->spec->bound_to, row.values, err);
    if (result == 0 && !import->refused)
        result = write_row(import, record, &row, &column, err);
    if (import->created && settle_created(import, result, err) < 0)
        return -1;
    if (result < 0 && err->kind == ERR_DATA)
        return refuse(import, record, column, err);
    return result;
}

/* ---- `unknown: create` -------------------------------------------------------------------------- */

/* Rare, and so nothing is kept open between rows. */
static int
create_row(void *context, const struct kind *kind, int64_t store_id, const char *code,
           size_t length, int64_t *id, struct err *err)
{
    struct import *import = context;
    if (!import->created && db_savepoint(import->db, record_point, err) < 0)
        return -1;
    import->created = true;
    return record_put_code(import->db, import->arena, import->spec->packs, import->spec->vault,
                           kind, store_id, code, length, id, err);
}

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
            if (match_header(import, records, record.line, false, err) < 0)
                return -1;
        }
        if ((more < 0 ? refuse(import, &record, NULL, err) : take_record(import, &record, err)) < 0)
            return -1;
        if (import->count->read % PROGRESS_EVERY == 0 && import->events->progress)
            import->events->progress(import->events->context, import->file,
                                     records_position(records), records_size(records));
    }
    return 0;
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
    import->refused = false;
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
    if (db_savepoint(import->db, point, err) < 0 ||
        db_indexes_suspend(import->db, table, err) < 0 || read_all(import, records, err) < 0)
        return -1;
    if (import->refused)
        return 0;
    row_forget(import->maker); /* sorting wants the memory now */
    if (db_indexes_resume(import->db, table, err) == 0)
        return db_savepoint_release(import->db, point, err);
    if (err->kind != ERR_DATA)
        return -1;
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
    if (import->events->changed)
        *fast = false;
    const struct kind *kind = import->spec->kind;
    for (int i = 0; i < kind->count; i++) {
        const struct kind_column *column = &kind->columns[i];
        bool itself = column->ref && strcmp(column->ref, kind->name) == 0;
        if (itself || column->unknown == UNKNOWN_CREATE) /* which needs savepoints */
            *fast = false;
    }
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
    row_on_unknown(import->maker, create_row, import);
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
    table_close(import.table);
    row_maker_close(import.maker);
    seen_release(&import.seen);
    arena_release(&import.scratch);
    for (int i = 0; i < spec->count; i++)
        records_close(records[i]);
    return result;
}
