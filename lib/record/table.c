#include "record/table.h"

#include <string.h>

#include "base/str.h"
#include "record/personal.h"

enum {
    NOT_INDEXED = -1,
    NONE = -1,
    MORE = 2, /* columns beside the kind's and their indexes: data_key, forgotten */
};

struct table {
    struct relation *relation;
    const struct row_maker *maker;
    struct db *db;
    const struct relation_spec *plain; /* the kind's own columns */
    struct vault *vault;
    struct vault_person *person;              /* NULL: nothing in this kind is personal */
    enum { UNKNOWN, KNOWN, FORGOTTEN } known; /* the person of the row in `stored` */
    int client; /* where the client stands under whose key rows are sealed, or NONE: their own */
    bool *personal;          /* by column */
    int *index_of;           /* by column: where its index stands in `stored`, or NOT_INDEXED */
    int data_key, forgotten; /* where they stand, or NONE */
    size_t width;            /* of `stored` */
    struct db_value *stored; /* the row as the table has it, or will have it */
    struct db_value *found;  /* what table_find gave */
    struct arena row;
};

/* ---- opening ------------------------------------------------------------------------------------ */

/* The kind's columns, and behind them data_key and the indexes. */
static struct relation_spec
sealed_spec(struct table *table, struct arena *arena)
{
    const struct kind *kind = row_kind(table->maker);
    struct relation_spec spec = *table->plain;
    size_t most = 2 * (size_t)spec.count + MORE;
    const char **names = arena_array(arena, most, sizeof *names);
    bool *bytes = arena_array(arena, most, sizeof *bytes);
    memcpy(names, spec.columns, (size_t)spec.count * sizeof *names);
    if (table->client == NONE) {
        table->data_key = spec.count;
        names[spec.count++] = "data_key";
    }
    for (int i = 0; i < table->plain->count; i++) {
        const struct kind_column *column = row_column(table->maker, i);
        table->personal[i] = bytes[i] = column->personal;
        table->index_of[i] = NOT_INDEXED;
        if (!column->indexed)
            continue;
        table->index_of[i] = spec.count;
        names[spec.count++] = arena_printf(arena, "%s_index", column->into);
    }
    for (int i = table->plain->count; i < spec.count; i++)
        bytes[i] = true;
    if (table->client == NONE && kind->forgotten) {
        table->forgotten = spec.count;
        names[spec.count++] = kind->forgotten;
    }
    table->width = (size_t)spec.count;
    spec.columns = names;
    spec.bytes = bytes;
    return spec;
}

int
table_open(struct table **out, struct db *db, struct arena *arena, const struct row_maker *maker,
           struct vault *vault, struct err *err)
{
    struct table *table = arena_alloc(arena, sizeof *table);
    const struct kind *kind = row_kind(maker);
    size_t most = 2 * (size_t)row_spec(maker)->count + MORE;
    *table = (struct table){.maker = maker,
                            .db = db,
                            .plain = row_spec(maker),
                            .vault = vault,
                            .client = NONE,
                            .data_key = NONE,
                            .forgotten = NONE};
    *out = table;
    arena_init(&table->row);
    if (!kind_has_personal(kind))
        return relation_open(&table->relation, db, arena, table->plain, err);
    table->personal = arena_array(arena, most, sizeof *table->personal);
    table->index_of = arena_array(arena, most, sizeof *table->index_of);
    table->stored = arena_array(arena, most, sizeof *table->stored);
    table->found = arena_array(arena, most, sizeof *table->found);
    if (kind->person)
        table->client = row_target(maker, kind_column(kind, kind->person));
    table->person = secret_alloc(sizeof *table->person);
    struct relation_spec spec = sealed_spec(table, arena);
    return relation_open(&table->relation, db, arena, &spec, err);
}

void
table_close(struct table *table)
{
    if (!table)
        return;
    relation_close(table->relation);
    secret_free(table->person);
    arena_release(&table->row);
}

int
table_is_empty(struct table *table, bool *empty, struct err *err)
{
    return relation_is_empty(table->relation, empty, err);
}

int
table_save_ids(struct table *table, struct err *err)
{
    return relation_save_ids(table->relation, err);
}

void
table_forget_ids(struct table *table)
{
    relation_forget_ids(table->relation);
}

/* ---- sealing ------------------------------------------------------------------------------------ */

/* "client C0001", in front of what is wrong with it. */
static int
name_row(const struct table *table, const struct db_value *values, struct err *err)
{
    struct str key = STR_INIT;
    for (int i = 0; i < table->plain->key_count; i++) {
        struct db_value value = values[table->plain->key[i]];
        if (value.type == DB_TEXT)
            str_addf(&key, " %.*s", (int)value.length, value.text);
        else if (value.type == DB_INT)
            str_addf(&key, " %lld", (long long)value.number);
    }
    err_wrap(err, "%s%s", table->plain->table, key.text);
    str_release(&key);
    return -1;
}

static bool
has_sealed(const struct table *table)
{
    for (int i = 0; i < table->plain->count; i++)
        if (table->personal[i] && table->stored[i].type == DB_BYTES)
            return true;
    return false;
}

/* The row's own key. A row with nothing sealed in it gets one if it has none. */
static int
know_own(struct table *table, struct err *err)
{
    struct db_value *data_key = &table->stored[table->data_key];
    if (table->forgotten != NONE && table->stored[table->forgotten].type != DB_NULL) {
        table->known = FORGOTTEN;
        return 0;
    }
    if (data_key->type == DB_NULL && !has_sealed(table)) {
        unsigned char *bytes = arena_alloc(&table->row, VAULT_KEY);
        vault_person_new(table->vault, table->person, bytes);
        *data_key = db_bytes(bytes, VAULT_KEY);
    } else if (vault_person_open(table->vault, table->person, *data_key, err) < 0) {
        return -1;
    }
    table->known = KNOWN;
    return 0;
}

static int
know_client(struct table *table, struct err *err)
{
    struct personal_place place = {table->db, table->vault, table->stored[table->client].number};
    int known = personal_key(&place, !has_sealed(table), table->person, err);
    if (known >= 0)
        table->known = known ? KNOWN : FORGOTTEN;
    return known < 0 ? -1 : 0;
}

/* The key of the row in `stored`. */
static int
know_person(struct table *table, struct err *err)
{
    if (table->known != UNKNOWN)
        return 0;
    if (!table->vault)
        return err_set(err, ERR_USAGE,
                       _("personal columns cannot be written without the key: give it with --key "
                         "FILE or MEDI_KEY, or leave these columns out"));
    return table->client == NONE ? know_own(table, err) : know_client(table, err);
}

/* A new value of a personal column, with its index; emptying one takes the key as well. */
static int
seal_value(struct table *table, int column, int64_t id, struct db_value value, struct err *err)
{
    const char *name = table->plain->columns[column];
    int index = table->index_of[column];
    if (know_person(table, err) < 0)
        return -1;
    if (table->known == FORGOTTEN)
        return err_set(err, ERR_DATA,
                       _("%s: this client was forgotten, and nothing personal of theirs is written "
                         "any more; leave it empty"),
                       name);
    table->stored[column] =
        vault_seal(table->person, &table->row, table->plain->table, name, id, value);
    if (index == NOT_INDEXED)
        return 0;
    table->stored[index] = db_null();
    if (value.type == DB_TEXT)
        table->stored[index] = vault_index(table->vault, &table->row, table->plain->table, name,
                                           arena_strndup(&table->row, value.text, value.length));
    return 0;
}

/* ---- rows --------------------------------------------------------------------------------------- */

static void
forget_row(struct table *table)
{
    vault_person_close(table->person);
    table->known = UNKNOWN;
    arena_reset(&table->row);
}

/* A new row, into `stored`. */
static int
seal_row(struct table *table, const struct db_value *values, int64_t id, struct err *err)
{
    forget_row(table);
    memcpy(table->stored, values, (size_t)table->plain->count * sizeof *values);
    for (int i = table->plain->count; i < 2 * table->plain->count + MORE; i++)
        table->stored[i] = db_null();
    for (int i = 0; i < table->plain->count; i++)
        if (table->personal[i] && values[i].type != DB_NULL &&
            seal_value(table, i, id, values[i], err) < 0)
            return -1;
    return 0;
}

int
table_insert(struct table *table, const struct db_value *values, int64_t *id, struct err *err)
{
    if (!table->person)
        return relation_insert(table->relation, values, id, err);
    if (relation_next_id(table->relation, values, id, err) < 0 ||
        seal_row(table, values, *id, err) < 0)
        return -1;
    return relation_insert(table->relation, table->stored, id, err);
}

static int
open_value(struct table *table, int column, int64_t id, struct db_value *value, struct err *err)
{
    if (know_person(table, err) < 0)
        return -1;
    *value = db_null();
    if (table->known == FORGOTTEN)
        return 0;
    return vault_unseal(table->person, &table->row, table->plain->table,
                        table->plain->columns[column], id, table->stored[column], value, err);
}

/* The row in `stored` as others see it. */
static int
open_row(struct table *table, const bool *given, int64_t id, struct db_value *row, struct err *err)
{
    for (int i = 0; i < table->plain->count; i++) {
        row[i] = table->stored[i];
        bool open = table->personal[i] && given[i] && row[i].type != DB_NULL && table->vault;
        if (open && open_value(table, i, id, &row[i], err) < 0)
            return -1;
    }
    return 0;
}

int
table_find(struct table *table, const struct db_value *values, const bool *given, int64_t *id,
           struct db_value *row, struct err *err)
{
    if (!table->person)
        return relation_find(table->relation, values, id, row, err);
    forget_row(table);
    int found = relation_find(table->relation, values, id, table->stored, err);
    if (found != 1)
        return found;
    if (open_row(table, given, *id, row, err) < 0)
        return name_row(table, values, err);
    memcpy(table->found, row, (size_t)table->plain->count * sizeof *row);
    return 1;
}

/* The row comes to belong to another client: what it keeps is opened with the old key. */
static int
seal_for_another(struct table *table, const struct db_value *values, int64_t id, struct err *err)
{
    struct db_value *plain = arena_array(&table->row, (size_t)table->plain->count, sizeof *plain);
    for (int i = 0; i < table->plain->count; i++) {
        plain[i] = values[i];
        if (values[i].type == DB_BYTES && open_value(table, i, id, &plain[i], err) < 0)
            return name_row(table, values, err);
    }
    table->known = UNKNOWN;
    for (int i = 0; i < table->plain->count; i++)
        table->stored[i] = table->personal[i] ? db_null() : plain[i];
    for (int i = 0; i < table->plain->count; i++)
        if (table->personal[i] && plain[i].type != DB_NULL &&
            seal_value(table, i, id, plain[i], err) < 0)
            return -1;
    return 0;
}

int
table_update(struct table *table, const struct db_value *values, int64_t id, struct err *err)
{
    if (!table->person)
        return relation_update(table->relation, values, id, err);
    if (table->client != NONE &&
        !db_value_equal(values[table->client], table->found[table->client]))
        return seal_for_another(table, values, id, err) < 0
                   ? -1
                   : relation_update(table->relation, table->stored, id, err);
    for (int i = 0; i < table->plain->count; i++) {
        if (!table->personal[i])
            table->stored[i] = values[i];
        else if (!db_value_equal(values[i], table->found[i]) &&
                 seal_value(table, i, id, values[i], err) < 0)
            return err->kind == ERR_DB ? name_row(table, values, err) : -1;
    }
    return relation_update(table->relation, table->stored, id, err);
}

/* ---- many at once ------------------------------------------------------------------------------- */

bool
table_can_load(const struct table *table)
{
    return table->client == NONE && relation_can_load(table->relation);
}

bool
table_is_sealed(const struct table *table)
{
    return table->person != NULL;
}

struct find_many {
    struct table *table;
    const struct db_value *const *rows;
    const bool *const *given;
    relation_found *found;
    void *context;
};

static int
open_found(void *context, int index, int64_t id, const struct db_value *row, struct err *err)
{
    const struct find_many *many = context;
    struct table *table = many->table;
    forget_row(table);
    memcpy(table->stored, row, table->width * sizeof *row);
    if (open_row(table, many->given[index], id, table->found, err) < 0)
        return name_row(table, many->rows[index], err);
    return many->found(many->context, index, id, table->found, err);
}

int
table_find_many(struct table *table, const struct db_value *const *rows, const bool *const *given,
                int count, relation_found *found, void *context, struct err *err)
{
    struct find_many many = {table, rows, given, found, context};
    return table->person ? relation_find_many(table->relation, rows, count, open_found, &many, err)
                         : relation_find_many(table->relation, rows, count, found, context, err);
}

int
table_take_ids(struct table *table, const struct db_value *const *rows, int count, int64_t *ids,
               struct err *err)
{
    return relation_take_ids(table->relation, rows, count, ids, err);
}

void
table_return_ids(struct table *table, const struct db_value *const *rows, int count)
{
    relation_return_ids(table->relation, rows, count);
}

int
table_load(struct table *table, const struct db_value *const *rows, const int64_t *ids, int count,
           struct err *err)
{
    if (relation_load_begin(table->relation, err) < 0)
        return -1;
    for (int i = 0; i < count; i++) {
        const struct db_value *row = table->person ? table->stored : rows[i];
        if (table->person && seal_row(table, rows[i], ids[i], err) < 0) {
            relation_load_abort(table->relation);
            return -1;
        }
        if (relation_load_row(table->relation, ids[i], row, err) < 0)
            return -1;
    }
    return relation_load_end(table->relation, err);
}
