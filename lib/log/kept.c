#include "log/kept.h"

#include <string.h>

#include "base/codec.h"
#include "text/json.h"

struct db_value *
kept_copy(struct arena *arena, const struct db_value *values, int count)
{
    if (!values)
        return NULL;
    struct db_value *copy = arena_array(arena, (size_t)count, sizeof *copy);
    for (int i = 0; i < count; i++) {
        copy[i] = values[i];
        if (values[i].type == DB_TEXT || values[i].type == DB_BYTES)
            copy[i].text = arena_strndup(arena, values[i].text, values[i].length);
    }
    return copy;
}

static void
write_value(struct str *out, const struct db_value *value)
{
    struct arena arena;
    switch (value->type) {
    case DB_NULL:
        str_adds(out, "null");
        break;
    case DB_INT:
        str_addf(out, "%lld", (long long)value->number);
        break;
    case DB_TEXT:
        json_add_string(out, value->text, value->length);
        break;
    case DB_BYTES:
        arena_init(&arena);
        str_addf(out, "{\"base64\":\"%s\"}", base64_encode(&arena, value->text, value->length));
        arena_release(&arena);
        break;
    }
}

/* The key that opens a person's data must not outlive it here. */
static bool
is_shown(const struct kept_row *row, int column)
{
    const struct db_value *before = row->before ? &row->before[column] : NULL;
    const struct db_value *after = row->after ? &row->after[column] : NULL;
    if (strcmp(row->place->names[column], "data_key") == 0)
        return false;
    if (before && after)
        return !db_value_equal(*before, *after);
    return (before ? before : after)->type != DB_NULL;
}

static void
write_side(struct str *out, const char *name, const struct kept_row *row,
           const struct db_value *values)
{
    bool first = true;
    if (!values)
        return;
    str_addf(out, ",\"%s\":{", name);
    for (int i = 0; i < row->place->count; i++) {
        if (!is_shown(row, i))
            continue;
        str_addf(out, "%s\"%s\":", first ? "" : ",", row->place->names[i]);
        write_value(out, &values[i]);
        first = false;
    }
    str_addc(out, '}');
}

void
kept_write(struct str *out, const struct kept_row *row)
{
    const struct place *place = row->place;
    const struct db_value *values = row->after ? row->after : row->before;
    str_addf(out, "{\"table\":\"%s\"", place->table);
    for (int i = 0; i < place->count; i++) {
        if (!place->key[i] || i == place->store_column)
            continue;
        str_addf(out, ",\"%s\":", place->names[i]);
        write_value(out, &values[i]);
    }
    write_side(out, "before", row, row->before);
    write_side(out, "after", row, row->after);
    str_adds(out, "}\n");
}
