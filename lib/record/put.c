#include "record/put.h"

#include <string.h>

#include "record/bound.h"
#include "record/row.h"
#include "record/table.h"

/* Columns that were not named keep what the table has; 1 if any differs. */
static int
merge(const struct row_maker *maker, struct row *row, const struct db_value *current)
{
    int differ = 0;
    for (int i = 0; i < row_spec(maker)->count; i++) {
        if (!row->given[i])
            row->values[i] = current[i];
        differ |= !db_value_equal(row->values[i], current[i]);
    }
    return differ;
}

static int
edit_row(struct arena *arena, const struct row_maker *maker, struct table *table, struct row *row,
         const char *key, struct put_row *place, struct err *err)
{
    struct db_value *current = arena_array(arena, (size_t)row_spec(maker)->count, sizeof *current);
    const char *column;
    int found = table_find(table, row->values, row->given, &place->id, current, err);
    if (found == 0)
        return err_set(err, ERR_DATA, _("%s: not there; add it first"), key);
    if (found < 0 || bound_check(maker, place->bound_to, current, err) < 0)
        return found < 0 ? -1 : err_wrap(err, "%s", key);
    if (!merge(maker, row, current))
        return 0;
    if (place->id == 0)
        return err_set(err, ERR_DATA, _("%s: belongs to the database itself; leave it out"), key);
    if (row_check(maker, row, &column, err) < 0)
        return err_wrap(err, "%s", column);
    if (bound_check(maker, place->bound_to, row->values, err) < 0)
        return err_wrap(err, "%s", key);
    return table_update(table, row->values, place->id, err) < 0 ? -1 : 1;
}

static int
add_row(const struct row_maker *maker, struct table *table, const struct row *row, const char *key,
        struct put_row *place, struct err *err)
{
    if (bound_check(maker, place->bound_to, row->values, err) < 0)
        return err_wrap(err, "%s", key);
    int inserted = table_insert(table, row->values, &place->id, err);
    if (inserted == 0)
        return err_set(err, ERR_DATA, _("%s: there already; edit it instead"), key);
    return inserted < 0 || table_save_ids(table, err) < 0 ? -1 : 1;
}

static int
is_there(struct arena *arena, const struct row_maker *maker, struct table *table,
         const struct row *row, struct err *err)
{
    struct db_value *current = arena_array(arena, (size_t)row_spec(maker)->count, sizeof *current);
    int64_t id;
    return table_find(table, row->values, row->given, &id, current, err);
}

/* An edit names only what changes: what a new record must have may be missing, but for its key. */
static const struct kind *
kind_for(struct arena *arena, const struct kind *kind, enum put_mode mode)
{
    if (mode != PUT_EDIT)
        return kind;
    struct kind *copy = arena_alloc(arena, sizeof *copy);
    *copy = *kind;
    copy->columns = arena_array(arena, (size_t)kind->count, sizeof *copy->columns);
    for (int i = 0; i < kind->count; i++) {
        copy->columns[i] = kind->columns[i];
        copy->columns[i].required = false;
    }
    for (int i = 0; i < kind->key_count; i++)
        copy->columns[kind->key[i]].required = true;
    return copy;
}

int
record_put(struct db *db, struct arena *arena, const struct packs *packs, struct vault *vault,
           const struct kind *kind, enum put_mode mode, const char *const *names,
           const char *const *texts, int count, struct put_row *place, struct err *err)
{
    struct put_row unbound = {0};
    struct row_maker *maker = NULL;
    struct table *table = NULL;
    struct field *fields = arena_array(arena, (size_t)count, sizeof *fields);
    struct record record = {.line = 1, .count = count, .fields = fields, .raw = ""};
    struct row row;
    const char *column = NULL;
    int result = -1;
    for (int i = 0; i < count; i++)
        fields[i] = (struct field){.text = texts[i], .length = strlen(texts[i])};
    if (row_maker_open(&maker, db, arena, packs, kind_for(arena, kind, mode), NULL, err) < 0 ||
        table_open(&table, db, arena, maker, vault, err) < 0 ||
        row_names(maker, names, count, err) < 0)
        goto out;
    if (row_make(maker, &record, &row, &column, err) < 0) {
        if (column)
            err_wrap(err, "%s", column);
        goto out;
    }
    const char *key = arena_strdup(arena, row_key(maker, &record));
    place = place ? place : &unbound;
    bool there = mode == PUT_EDIT;
    if (mode == PUT_SET) {
        int found = is_there(arena, maker, table, &row, err);
        if (found < 0)
            goto out;
        there = found;
    }
    result = there ? edit_row(arena, maker, table, &row, key, place, err)
                   : add_row(maker, table, &row, key, place, err);
    place->store_id = kind->of_store ? row.values[0].number : 0;
out:
    table_close(table);
    row_maker_close(maker);
    return result;
}

int
record_put_code(struct db *db, struct arena *arena, const struct packs *packs, struct vault *vault,
                const struct kind *kind, int64_t store_id, const char *code, size_t length,
                int64_t *id, struct err *err)
{
    struct row_maker *maker = NULL;
    struct table *table = NULL;
    struct row row;
    int result = -1;
    if (row_maker_open(&maker, db, arena, packs, kind, NULL, err) == 0 &&
        table_open(&table, db, arena, maker, vault, err) == 0 &&
        row_from_code(maker, store_id, code, length, &row, err) == 0 &&
        table_insert(table, row.values, id, err) >= 0)
        result = table_save_ids(table, err);
    table_close(table);
    row_maker_close(maker);
    return result;
}
