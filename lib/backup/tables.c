#include "backup/tables.h"

#include <string.h>

#include "db/describe.h"
#include "db/whole.h"

static int
see_column(void *context, const struct db_column *column, struct err *err)
{
    struct item_table *table = context;
    int at = table->place.count;
    if (at == PLACE_COLUMNS)
        return err_set(err, ERR_DB, _("%s: more than %d columns"), table->place.table,
                       PLACE_COLUMNS);
    table->types[at] = column->type[0];
    table->keys[at] = column->key;
    table->place.count++;
    return 0;
}

int
tables_find(struct item_table **out, struct db *db, struct arena *arena, const char *name,
            struct err *err)
{
    struct item_table *table = arena_alloc(arena, sizeof *table);
    struct place *place;
    table->place.table = name;
    if (db_columns(db, name, see_column, table, err) < 0)
        return -1;
    if (table->place.count == 0)
        return 0;
    if (place_load(&place, db, arena, name, err) < 0)
        return -1;
    table->place = *place;
    *out = table;
    return 1;
}

int
tables_load(struct tables *tables, struct db *db, struct arena *arena, struct err *err)
{
    struct description all;
    describe_schema(arena, &all);
    tables->list = arena_array(arena, (size_t)all.count + 1, sizeof *tables->list);
    tables->count = 0;
    for (int i = 0; i < all.count; i++) {
        int found = tables_find(&tables->list[tables->count], db, arena, all.tables[i].name, err);
        if (found < 0)
            return -1;
        tables->count += found;
    }
    return 0;
}

bool
tables_same(const struct item_table *a, const struct item_table *b)
{
    if (a->place.count != b->place.count || strcmp(a->place.table, b->place.table) != 0)
        return false;
    for (int i = 0; i < a->place.count; i++)
        if (strcmp(a->place.names[i], b->place.names[i]) != 0 || a->types[i] != b->types[i] ||
            a->keys[i] != b->keys[i])
            return false;
    return true;
}

/* ---- rows ------------------------------------------------------------------------------------------ */

static int
key_order(const struct item_table *table, int keys[PLACE_COLUMNS])
{
    int count = 0;
    for (int place = 1; place <= table->place.count; place++)
        for (int i = 0; i < table->place.count; i++)
            if (table->keys[i] == place)
                keys[count++] = i;
    return count;
}

int
tables_scan(struct db *db, const struct item_table *table, tables_row *row, void *context,
            struct err *err)
{
    struct db_value values[PLACE_COLUMNS];
    int keys[PLACE_COLUMNS], key_count = key_order(table, keys), more;
    struct db_stmt *stmt;
    const struct place *place = &table->place;
    if (whole_read(db, &stmt, place->table, place->names, place->count, keys, key_count, err) < 0)
        return -1;
    while ((more = db_step(stmt, err)) == 1) {
        for (int i = 0; i < place->count; i++)
            values[i] = db_get(stmt, i);
        if (row(context, values, err) < 0) {
            more = -1;
            break;
        }
    }
    db_finish(stmt);
    return more;
}
