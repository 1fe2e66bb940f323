/*
 * Many records at once. A window that is full goes through these steps, of which only the last is seen
 * from outside:
 *
 *   make    each record into a row, after asking for what all of them refer to
 *   plan    what each row is, by asking for all keys that are there: new, the same, changed, refused
 *   write   new rows are loaded, changed ones are updated
 *   tell    in the order of the file: refusals, changes, counts
 *
 * If a rule is broken in write, nothing tells by which row. Then all goes back to the savepoint before, and
 * the two halves are planned and written each by itself, down to the one record, which is taken by
 * import_take and gets its words there. A record for which a row of another kind must be made first is taken
 * so too, after those before it. New rows are loaded before others are changed: whatever cannot stand in the
 * order of the file cannot stand in this one.
 */
#include "record/window_private.h"

#include <stdlib.h>
#include <string.h>

#include "record/bound.h"

enum { WINDOW = 4096, WINDOW_BYTES = 4 << 20, ENTRY_BYTES = 256 };

static unsigned
power_above(int number)
{
    unsigned power = 2;
    while (power < 2 * (unsigned)number)
        power *= 2;
    return power;
}

struct window *
window_new(struct import *import)
{
    struct window *window = mem_alloc(sizeof *window);
    *window = (struct window){.import = import, .most = WINDOW};
    if (import->spec->window > 0)
        window->most = import->spec->window;
    size_t most = (size_t)window->most;
    arena_init(&window->records);
    arena_init(&window->plan);
    window->entries = mem_alloc(most * sizeof *window->entries);
    window->slot_mask = power_above(window->most) - 1;
    window->slots = mem_alloc(((size_t)window->slot_mask + 1) * sizeof *window->slots);
    window->rows = mem_alloc(most * sizeof *window->rows);
    window->given = mem_alloc(most * sizeof *window->given);
    window->which = mem_alloc(most * sizeof *window->which);
    window->ids = mem_alloc(most * sizeof *window->ids);
    return window;
}

void
window_free(struct window *window)
{
    if (!window)
        return;
    arena_release(&window->records);
    arena_release(&window->plan);
    free(window->entries);
    free(window->slots);
    free(window->rows);
    free(window->given);
    free(window->which);
    free(window->ids);
    free(window);
}

void
window_forget(struct window *window)
{
    row_expect_no_more(window->import->maker);
    arena_reset(&window->records);
    arena_reset(&window->plan);
    window->count = 0;
    window->bytes = 0;
}

/* ---- what the parts share ------------------------------------------------------------------------- */

struct db_value *
window_copy(struct arena *arena, const struct db_value *values, int count)
{
    struct db_value *copy = arena_array(arena, (size_t)count, sizeof *copy);
    memcpy(copy, values, (size_t)count * sizeof *copy);
    for (int i = 0; i < count; i++)
        if (copy[i].type == DB_TEXT || copy[i].type == DB_BYTES)
            copy[i].text = arena_strndup(arena, copy[i].text, copy[i].length);
    return copy;
}

int
window_columns(const struct window *window)
{
    return row_spec(window->import->maker)->count;
}

int64_t
window_store(const struct window *window, const struct entry *entry)
{
    return row_spec(window->import->maker)->of_store ? entry->row.values[0].number : 0;
}

/* ---- collecting ----------------------------------------------------------------------------------- */

static void
copy_record(struct window *window, struct record *copy, const struct record *record)
{
    size_t size = (size_t)record->count * sizeof *record->fields;
    size_t raw = window->import->rejects ? record->raw_length + 1 : 1, bytes = size + raw;
    for (int i = 0; i < record->count; i++)
        bytes += record->fields[i].length + 1;
    struct field *fields = arena_alloc(&window->records, bytes);
    char *text = (char *)fields + size;
    memcpy(fields, record->fields, size);
    for (int i = 0; i < record->count; i++) {
        memcpy(text, record->fields[i].text, record->fields[i].length);
        fields[i].text = text;
        text += record->fields[i].length + 1; /* the arena is all zeros */
    }
    *copy = *record;
    copy->fields = fields;
    copy->raw = memcpy(text, record->raw, raw - 1);
    copy->raw_length = raw - 1;
    window->bytes += bytes + ENTRY_BYTES;
}

int
window_add(struct window *window, const struct record *record, struct err *err)
{
    struct entry *entry = &window->entries[window->count++];
    *entry = (struct entry){.first = 0};
    copy_record(window, &entry->record, record);
    return window->count < window->most && window->bytes < WINDOW_BYTES ? 0
                                                                        : window_flush(window, err);
}

/* ---- making --------------------------------------------------------------------------------------- */

static void
keep_row(struct window *window, struct entry *entry, const struct row *row)
{
    size_t count = (size_t)window_columns(window);
    entry->row.values = window_copy(&window->records, row->values, (int)count);
    entry->row.given = arena_array(&window->records, count, sizeof *row->given);
    memcpy(entry->row.given, row->given, count * sizeof *row->given);
}

/* 1 made or refused, 0 it must be taken by itself, -1. */
static int
make(struct window *window, struct entry *entry, struct err *err)
{
    struct import *import = window->import;
    struct row row;
    import->must_create = false;
    import->making = true;
    int result = row_make(import->maker, &entry->record, &row, &entry->column, err);
    import->making = false;
    if (result == 0)
        result = bound_check(import->maker, import->spec->bound_to, row.values, err);
    if (result == 0) {
        keep_row(window, entry, &row);
        return 1;
    }
    if (err->kind != ERR_DATA)
        return -1;
    if (!import->must_create)
        entry->words = arena_strdup(&window->records, err->text);
    err_clear(err);
    return import->must_create ? 0 : 1;
}

/* ---- the window ----------------------------------------------------------------------------------- */

/* Whether one of several rows is to blame. */
static bool
is_of_a_row(const struct err *err)
{
    return err->kind == ERR_DATA || err->kind == ERR_USAGE;
}

static int
take_part(struct window *window, int from, int to, struct err *err)
{
    struct import *import = window->import;
    int middle = from + (to - from) / 2;
    if (from == to)
        return 0;
    if (window_plan(window, from, to, err) < 0)
        return -1;
    if (window_write(window, from, to, err) == 0) {
        for (int i = from; i < to; i++)
            if (window_tell(window, &window->entries[i], err) < 0)
                return -1;
        return 0;
    }
    import->spoiled = import->pace == FAST && err->kind == ERR_DATA;
    if (import->pace == FAST || !is_of_a_row(err))
        return -1;
    err_clear(err);
    if (to - from == 1)
        return import_take(import, &window->entries[from].record, err);
    return take_part(window, from, middle, err) < 0 ? -1 : take_part(window, middle, to, err);
}

static int
take_all(struct window *window, struct err *err)
{
    for (int from = 0, to = 0; from < window->count; from = to) {
        int made = 1;
        while (to < window->count && (made = make(window, &window->entries[to], err)) == 1)
            to++;
        if (made < 0 || take_part(window, from, to, err) < 0)
            return -1;
        if (made == 0 && import_take(window->import, &window->entries[to++].record, err) < 0)
            return -1;
    }
    return 0;
}

int
window_flush(struct window *window, struct err *err)
{
    struct row_maker *maker = window->import->maker;
    if (window->count == 0)
        return 0;
    for (int i = 0; i < window->count; i++)
        if (row_expect(maker, &window->entries[i].record, err) < 0)
            return -1;
    if (row_expected(maker, err) < 0 || take_all(window, err) < 0)
        return -1;
    window_forget(window);
    return 0;
}
