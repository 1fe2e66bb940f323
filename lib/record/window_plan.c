/* What the records of a window are: new, the same, changed, refused. */
#include "record/window_private.h"

#include <string.h>

#include "record/bound.h"

/* ---- keys ----------------------------------------------------------------------------------------- */

static unsigned
hash_key(const struct relation_spec *spec, const struct db_value *values)
{
    uint64_t hash = UINT64_C(0xCBF29CE484222325);
    for (int i = 0; i < spec->key_count; i++) {
        const struct db_value *value = &values[spec->key[i]];
        hash =
            (hash ^ (uint64_t)value->number ^ (uint64_t)value->type) * UINT64_C(0x9E3779B97F4A7C15);
        for (size_t at = 0; value->type == DB_TEXT && at < value->length; at++)
            hash = (hash ^ (unsigned char)value->text[at]) * UINT64_C(0x100000001B3);
    }
    return (unsigned)(hash ^ hash >> 32);
}

static bool
same_key(const struct relation_spec *spec, const struct db_value *a, const struct db_value *b)
{
    for (int i = 0; i < spec->key_count; i++)
        if (!db_value_equal(a[spec->key[i]], b[spec->key[i]]))
            return false;
    return true;
}

/* The first entry of this plan with the key of entry `at`: itself, if there is none before. */
static int
first_with_key(struct window *window, int at)
{
    const struct relation_spec *spec = row_spec(window->import->maker);
    struct entry *entries = window->entries;
    int *slot = &window->slots[hash_key(spec, entries[at].row.values) & window->slot_mask];
    for (int other = *slot; other; other = entries[other - 1].key.next)
        if (same_key(spec, entries[other - 1].row.values, entries[at].row.values))
            return other - 1;
    entries[at].key = (struct standing){.next = *slot};
    *slot = at + 1;
    return at;
}

static int
found(void *context, int index, int64_t id, const struct db_value *row, struct err *err)
{
    struct window *window = context;
    struct standing *key = &window->entries[window->which[index]].key;
    (void)err;
    key->there = key->stored = true;
    key->id = id;
    key->row = window_copy(&window->plan, row, window_columns(window));
    return 0;
}

static int
find_keys(struct window *window, int from, int to, struct err *err)
{
    int count = 0;
    memset(window->slots, 0, ((size_t)window->slot_mask + 1) * sizeof *window->slots);
    for (int i = from; i < to; i++) {
        struct entry *entry = &window->entries[i];
        if (!entry->row.values || (entry->first = first_with_key(window, i)) != i)
            continue;
        window->which[count] = i;
        window->rows[count] = entry->row.values;
        window->given[count++] = entry->row.given;
    }
    return table_find_many(window->import->table, window->rows, window->given, count, found, window,
                           err);
}

/* ---- planning ------------------------------------------------------------------------------------- */

static enum fate
refuse(struct window *window, struct entry *entry, const char *column, struct err *err)
{
    entry->column = column;
    entry->words = arena_strdup(&window->records, err->text);
    err_clear(err);
    return REFUSED;
}

/* What the row will be: what the record lacks stays. Returns whether anything differs. */
static bool
merge(struct window *window, struct entry *entry)
{
    int count = window_columns(window), differ = 0;
    for (int i = 0; i < count; i++)
        differ += entry->row.given[i] && !db_value_equal(entry->row.values[i], entry->before[i]);
    if (differ == 0)
        return false;
    entry->merged = arena_array(&window->plan, (size_t)count, sizeof *entry->merged);
    for (int i = 0; i < count; i++)
        entry->merged[i] = entry->row.given[i] ? entry->row.values[i] : entry->before[i];
    return true;
}

/* As merge_row of import_row.c. */
static enum fate
compare(struct window *window, struct entry *entry, struct standing *key)
{
    struct import *import = window->import;
    struct err reason = {0};
    const char *column = NULL;
    bool before =
        key->met || (key->stored && seen_has(&import->seen, window_store(window, entry), key->id));
    key->met = true;
    entry->before = key->row;
    if (bound_check(import->maker, import->spec->bound_to, key->row, &reason) < 0)
        return refuse(window, entry, NULL, &reason);
    if (!merge(window, entry))
        return SAME;
    entry->tells = !before;
    if (before)
        import_came_before(import, &entry->record, &reason);
    else if (key->id == 0)
        import_own_row(import, &entry->record, &reason);
    else
        row_check(import->maker, &(struct row){entry->merged, entry->row.given}, &column, &reason);
    if (reason.kind)
        return refuse(window, entry, column, &reason);
    key->row = entry->merged;
    return CHANGED;
}

static enum fate
decide(struct window *window, struct entry *entry, bool looking)
{
    entry->tells = false;
    if (!entry->row.values)
        return REFUSED;
    if (looking)
        return LOOKED_AT;
    if (window->import->pace == FAST)
        return NEW;
    struct standing *key = &window->entries[entry->first].key;
    if (key->there)
        return compare(window, entry, key);
    key->there = key->met = true;
    key->row = entry->row.values;
    return NEW;
}

int
window_plan(struct window *window, int from, int to, struct err *err)
{
    struct import *import = window->import;
    bool looking = import->refused;
    arena_reset(&window->plan);
    if (!looking && import->pace == CAREFUL && find_keys(window, from, to, err) < 0)
        return -1;
    for (int i = from; i < to; i++) {
        struct entry *entry = &window->entries[i];
        entry->fate = decide(window, entry, looking);
        looking = looking || (entry->fate == REFUSED && !import->rejects);
    }
    return 0;
}
