#include "package/store.h"

#include <stdlib.h>
#include <string.h>

#include "base/hash.h"

void
store_init(struct store *store, const struct package_spec *spec, const char *identity)
{
    struct arena *arena = spec->pick->arena;
    *store = (struct store){.spec = spec, .identity = identity, .arena = arena};
    store->kinds =
        arena_array(arena, (size_t)spec->pick->scope->count, sizeof(struct store_rows *));
}

/* ---- names --------------------------------------------------------------------------------------------- */

static void
begin_name(struct hash *hash, const struct store *store, int kind, const char *word)
{
    hash_begin(hash, "medi fhir", 16, NULL);
    hash_add_text(hash, store->identity);
    hash_add_text(hash, store->spec->pick->scope->kinds[kind]->name);
    hash_add_text(hash, word);
}

static void
add_value(struct hash *hash, const struct db_value *value)
{
    hash_add_int(hash, value->type);
    if (value->type == DB_INT)
        hash_add_int(hash, value->number);
    if (value->type == DB_TEXT) {
        hash_add_int(hash, (int64_t)value->length);
        hash_add(hash, value->text, value->length);
    }
}

static void
end_name(struct hash *hash, char name[STORE_UUID])
{
    static const char digits[] = "0123456789abcdef";
    unsigned char bytes[16];
    int at = 0;
    hash_end(hash, bytes, sizeof bytes);
    bytes[6] = (unsigned char)(0x80 | (bytes[6] & 0x0f)); /* version 8 */
    bytes[8] = (unsigned char)(0x80 | (bytes[8] & 0x3f)); /* the variant of RFC 9562 */
    for (int i = 0; i < 16; i++) {
        if (i == 4 || i == 6 || i == 8 || i == 10)
            name[at++] = '-';
        name[at++] = digits[bytes[i] >> 4];
        name[at++] = digits[bytes[i] & 15];
    }
    name[at] = '\0';
}

void
store_system(const struct store *store, int kind, char name[STORE_UUID])
{
    struct hash hash;
    begin_name(&hash, store, kind, "system");
    end_name(&hash, name);
}

void
store_name(const struct store *store, int kind, const struct db_value *row, const char *word,
           char name[STORE_UUID])
{
    const struct kind *of = store->spec->pick->scope->kinds[kind];
    struct hash hash;
    begin_name(&hash, store, kind, word);
    for (int i = 0; i < of->key_count; i++)
        add_value(&hash, &row[of->key[i]]);
    end_name(&hash, name);
}

/* The key of the other record: its code, the store of this one, and what the code is unique beside. */
bool
store_name_of(const struct store *store, int kind, const struct db_value *row, int column,
              char name[STORE_UUID])
{
    const struct scope *scope = store->spec->pick->scope;
    const struct kind *of = scope->kinds[kind];
    int to = scope_kind(scope, of->columns[column].ref);
    struct hash hash;
    if (to < 0 || row[column].type == DB_NULL)
        return false;
    begin_name(&hash, store, to, "");
    for (int i = 0; i < scope->kinds[to]->key_count; i++) {
        const char *key = scope->kinds[to]->columns[scope->kinds[to]->key[i]].name;
        int at = strcmp(key, "code") == 0 ? column : kind_column(of, key);
        if (at < 0)
            return false;
        add_value(&hash, &row[at]);
    }
    end_name(&hash, name);
    return true;
}

/* ---- rows ---------------------------------------------------------------------------------------------- */

struct reading {
    struct store *store;
    struct store_rows *rows;
};

static int
keep_row(void *context, const struct db_value *values, struct err *err)
{
    struct reading *reading = context;
    struct store_rows *rows = reading->rows;
    struct arena *arena = reading->store->arena;
    int count = reading->store->spec->pick->scope->kinds[rows->kind]->count;
    struct db_value *copy = arena_array(arena, (size_t)count, sizeof *copy);
    (void)err;
    for (int i = 0; i < count; i++) {
        copy[i] = values[i];
        if (values[i].type == DB_TEXT)
            copy[i].text = arena_strndup(arena, values[i].text, values[i].length);
    }
    rows->rows =
        arena_more(arena, rows->rows, rows->count, &rows->room, sizeof(const struct db_value *));
    rows->rows[rows->count++] = copy;
    return 0;
}

static int
compare_names(const void *a, const void *b, void *names)
{
    const char(*list)[STORE_UUID] = names;
    int left = *(const int *)a, right = *(const int *)b;
    int order = strcmp(list[left], list[right]);
    return order ? order : (left > right) - (left < right);
}

static int *
sorted(struct arena *arena, char (*names)[STORE_UUID], int count)
{
    int *order = arena_array(arena, (size_t)count, sizeof *order);
    for (int i = 0; i < count; i++)
        order[i] = i;
    if (count)
        qsort_r(order, (size_t)count, sizeof *order, compare_names, names);
    return order;
}

int
store_read(struct store *store, int kind, struct store_rows **out, struct err *err)
{
    struct store_rows *rows = store->kinds[kind];
    int64_t count;
    *out = rows;
    if (rows)
        return 0;
    rows = arena_alloc(store->arena, sizeof *rows);
    *rows = (struct store_rows){.kind = kind};
    struct reading reading = {store, rows};
    if (package_each(store->spec, kind, keep_row, &reading, &count, err) < 0)
        return -1;
    rows->names = arena_array(store->arena, (size_t)rows->count, sizeof *rows->names);
    for (int i = 0; i < rows->count; i++)
        store_name(store, kind, rows->rows[i], "", rows->names[i]);
    rows->order = sorted(store->arena, rows->names, rows->count);
    *out = store->kinds[kind] = rows;
    return 0;
}

/* The first place in the order whose name is not before that one. */
static int
first_of(char (*names)[STORE_UUID], const int *order, int count, const char *name)
{
    int low = 0, high = count;
    while (low < high) {
        int middle = low + (high - low) / 2;
        if (strcmp(names[order[middle]], name) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

int
store_find(struct store *store, int kind, const char *name, const struct db_value **row,
           struct err *err)
{
    struct store_rows *rows;
    *row = NULL;
    if (store_read(store, kind, &rows, err) < 0)
        return -1;
    int at = first_of(rows->names, rows->order, rows->count, name);
    if (at < rows->count && strcmp(rows->names[rows->order[at]], name) == 0)
        *row = rows->rows[rows->order[at]];
    return 0;
}

static struct store_by *
by_of(struct store *store, const struct store_rows *rows, int column)
{
    for (struct store_by *by = store->by; by; by = by->next)
        if (by->kind == rows->kind && by->column == column)
            return by;
    struct store_by *by = arena_alloc(store->arena, sizeof *by);
    *by = (struct store_by){.next = store->by, .kind = rows->kind, .column = column};
    by->names = arena_array(store->arena, (size_t)rows->count, sizeof *by->names);
    for (int i = 0; i < rows->count; i++)
        if (!store_name_of(store, rows->kind, rows->rows[i], column, by->names[i]))
            by->names[i][0] = '\0';
    by->order = sorted(store->arena, by->names, rows->count);
    return store->by = by;
}

int
store_rows_of(struct store *store, int kind, int column, const char *name,
              const struct store_rows **out, const int **order, int *count, struct err *err)
{
    struct store_rows *rows;
    if (store_read(store, kind, &rows, err) < 0)
        return -1;
    const struct store_by *by = by_of(store, rows, column);
    int first = first_of(by->names, by->order, rows->count, name);
    *out = rows;
    *order = by->order + first;
    for (*count = 0; first + *count < rows->count; ++*count)
        if (strcmp(by->names[by->order[first + *count]], name) != 0)
            break;
    return 0;
}
