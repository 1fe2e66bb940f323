/* One record: written, compared or refused. */
#include "record/import_private.h"

#include <string.h>

#include "record/bound.h"
#include "record/put.h"
#include "record/value.h"

static const char record_point[] = "record";

/* ---- refusals --------------------------------------------------------------------------------- */

/* Of several refusals each is told; a single one is the import's error and told by that. */
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

int
import_refuse(struct import *import, const struct record *record, const char *column,
              struct err *err)
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

int
import_tell(struct import *import, const struct record *record, int column, struct db_value before,
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

int
import_came_before(struct import *import, const struct record *record, struct err *err)
{
    return err_set(err, ERR_DATA,
                   _("%s: the same key came before in this import, with other "
                     "content; keep one of the two"),
                   row_key(import->maker, record));
}

int
import_own_row(struct import *import, const struct record *record, struct err *err)
{
    return err_set(err, ERR_DATA, _("%s: belongs to the database itself; leave it out"),
                   row_key(import->maker, record));
}

/* The row is there already: the columns that the file has are compared. Those that it lacks keep what the table
 * has. Returns how many differ, with `row` merged, or -1. */
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
            if (tell && import_tell(import, record, i, import->current[i], row->values[i], err) < 0)
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
        return import_came_before(import, record, err);
    if (!differ) {
        import->count->unchanged++;
        return 0;
    }
    if (id == 0)
        return import_own_row(import, record, err);
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
    return import_tell(import, record, -1, db_null(), db_null(), err) < 0 ? -1 : 1;
}

/* A row is mostly as the one before it, new or known, so that is tried first. A file of known rows
 * therefore takes no new ids and writes nothing. */
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

/* What was written for a record stays or goes with it. Some engines do nothing more in a transaction in which a
 * statement failed, until it goes back to a savepoint. */
static int
guard(struct import *import, struct err *err)
{
    if (import->guarded)
        return 0;
    if (db_savepoint(import->db, record_point, err) < 0)
        return -1;
    import->guarded = true;
    return 0;
}

static int
settle(struct import *import, int result, struct err *err)
{
    bool created = import->created;
    import->guarded = import->created = false;
    if (result == 0)
        return db_savepoint_release(import->db, record_point, err);
    db_savepoint_rollback(import->db, record_point);
    if (created)
        row_forget(import->maker);
    return 0;
}

int
import_take(struct import *import, const struct record *record, struct err *err)
{
    struct row row;
    const char *column = NULL;
    bool fragile = import->pace == CAREFUL && db_can_load(import->db);
    arena_reset(&import->scratch);
    if (fragile && guard(import, err) < 0)
        return -1;
    int result = row_make(import->maker, record, &row, &column, err);
    if (result == 0)
        result = bound_check(import->maker, import->spec->bound_to, row.values, err);
    if (result == 0 && !import->refused)
        result = write_row(import, record, &row, &column, err);
    if (import->guarded && settle(import, result, err) < 0)
        return -1;
    if (result < 0 && err->kind == ERR_DATA)
        return import_refuse(import, record, column, err);
    return result;
}

/* ---- `unknown: create` -------------------------------------------------------------------------- */

/* Rare, and so nothing is kept open between rows. */
int
import_create(void *context, const struct kind *kind, int64_t store_id, const char *code,
              size_t length, int64_t *id, struct err *err)
{
    struct import *import = context;
    if (import->making) {
        import->must_create = true;
        return err_set(err, ERR_DATA, "%.*s", (int)length, code);
    }
    if (guard(import, err) < 0)
        return -1;
    import->created = true;
    row_made_others(import->maker);
    return record_put_code(import->db, import->arena, import->spec->packs, import->spec->vault,
                           kind, store_id, code, length, id, err);
}
