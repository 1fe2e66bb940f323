#include "log/place.h"

#include <string.h>

#include "base/str.h"

struct reading {
    struct place *place;
    struct arena *arena;
    int keys, number_column, store_key; /* store_key: place of store_id in the primary key, or 0 */
};

static int
see_column(void *context, const struct db_column *column, struct err *err)
{
    struct reading *reading = context;
    struct place *place = reading->place;
    int at = place->count;
    if (at == PLACE_COLUMNS)
        return err_set(err, ERR_DB, _("%s: more than %d columns"), place->table, PLACE_COLUMNS);
    place->names[at] = arena_strdup(reading->arena, column->name);
    place->key[at] = column->key > 0;
    place->count++;
    if (column->key == 0)
        return 0;
    reading->keys++;
    if (column->key == 1 && strcmp(column->name, "store_id") == 0)
        place->store_column = at;
    else if (strcmp(column->type, "INTEGER") == 0)
        reading->number_column = at;
    return 0;
}

int
place_load(struct place **out, struct db *db, struct arena *arena, const char *table,
           struct err *err)
{
    struct place *place = arena_alloc(arena, sizeof *place);
    struct reading reading = {place, arena, 0, -1, 0};
    place->table = arena_strdup(arena, table);
    place->count = 0;
    place->names = arena_array(arena, PLACE_COLUMNS, sizeof *place->names);
    place->store_column = place->number_column = -1;
    *out = place;
    if (db_columns(db, table, see_column, &reading, err) < 0)
        return -1;
    if (place->count == 0)
        return err_set(err, ERR_DB, _("%s: the database has no such table"), table);
    if (reading.keys == 1 + (place->store_column >= 0))
        place->number_column = reading.number_column;
    return 0;
}

/* chain.store_id and the like: the key is the store itself, and the row the chain's. */
int64_t
place_store(const struct place *place, const struct db_value *row)
{
    return place->store_column < 0 ? 0 : row[place->store_column].number;
}

int64_t
place_number(const struct place *place, const struct db_value *row)
{
    return place->number_column < 0 ? NUMBERLESS : row[place->number_column].number;
}

const char *
place_name(const struct place *place, struct arena *arena, const struct db_value *row)
{
    char *name = arena_strdup(arena, place->table);
    for (int i = 0; i < place->count; i++) {
        if (!place->key[i] || i == place->store_column)
            continue;
        if (row[i].type == DB_INT)
            name = arena_printf(arena, "%s %lld", name, (long long)row[i].number);
        else if (row[i].type == DB_TEXT)
            name = arena_printf(arena, "%s %.*s", name, (int)row[i].length, row[i].text);
    }
    return name;
}
