#include "record/row_private.h"

#include <string.h>

#include "base/str.h"
#include "db/sql.h"
#include "record/value.h"
#include "text/zonefile.h"

/* ---- opening --------------------------------------------------------------------------------- */

static void
add_target(struct row_maker *maker, const char **names, int column, bool is_day)
{
    const struct kind_column *from = &maker->kind->columns[column];
    int at = maker->spec.count++;
    names[at] = is_day ? from->day_into : from->into;
    maker->targets[at] = (struct target){column, is_day};
    if (!is_day)
        maker->target_of[column] = at;
}

static void
make_spec(struct row_maker *maker)
{
    const struct kind *kind = maker->kind;
    size_t most = 2 * (size_t)kind->count;
    const char **names = arena_array(maker->arena, most, sizeof *names);
    int *key = arena_array(maker->arena, (size_t)kind->key_count, sizeof *key);
    maker->targets = arena_array(maker->arena, most, sizeof *maker->targets);
    maker->target_of = arena_array(maker->arena, most, sizeof *maker->target_of);
    for (int i = 0; i < kind->count; i++) {
        add_target(maker, names, i, false);
        if (kind->columns[i].day_into)
            add_target(maker, names, i, true);
    }
    for (int i = 0; i < kind->key_count; i++)
        key[i] = maker->target_of[kind->key[i]];
    maker->spec = (struct relation_spec){.table = kind->table,
                                         .columns = names,
                                         .count = maker->spec.count,
                                         .key = key,
                                         .key_count = kind->key_count,
                                         .of_store = kind->of_store};
    maker->values = arena_array(maker->arena, most, sizeof *maker->values);
    maker->given = arena_array(maker->arena, most, sizeof *maker->given);
    maker->cells = arena_array(maker->arena, most, sizeof *maker->cells);
}

int
row_maker_open(struct row_maker **out, struct db *db, struct arena *arena,
               const struct packs *packs, const struct kind *kind, const struct ignored *ignored,
               struct err *err)
{
    struct row_maker *maker = arena_alloc(arena, sizeof *maker);
    *out = maker;
    maker->db = db;
    maker->arena = arena;
    maker->kind = kind;
    arena_init(&maker->row_arena);
    header_init(&maker->header, arena, kind, ignored);
    make_spec(maker);
    maker->store_column = kind_column(kind, "store");
    if (maker->store_column >= 0 && !kind->columns[maker->store_column].ref)
        maker->store_column = -1;
    return refs_open(&maker->refs, db, arena, packs, kind, err);
}

void
row_maker_close(struct row_maker *maker)
{
    if (!maker)
        return;
    refs_close(maker->refs);
    arena_release(&maker->row_arena);
}

void
row_on_unknown(struct row_maker *maker, row_create *create, void *context)
{
    maker->create = create;
    maker->create_context = context;
}

void
row_forget(struct row_maker *maker)
{
    refs_forget(maker->refs);
}

const struct relation_spec *
row_spec(const struct row_maker *maker)
{
    return &maker->spec;
}

const struct kind *
row_kind(const struct row_maker *maker)
{
    return maker->kind;
}

int
row_target(const struct row_maker *maker, int column)
{
    return maker->target_of[column];
}

const struct kind_column *
row_column(const struct row_maker *maker, int table_column)
{
    return &maker->kind->columns[maker->targets[table_column].column];
}

void
row_new_file(struct row_maker *maker)
{
    header_init(&maker->header, maker->arena, maker->kind, maker->header.ignored);
}

/* Which columns of the table the record gives; without a record, its header. */
static void
note_given(struct row_maker *maker, const struct record *record)
{
    for (int i = 0; i < maker->spec.count; i++)
        maker->given[i] = header_given(&maker->header, record, maker->targets[i].column);
}

static int
match_names(struct row_maker *maker, header_namer *name, const void *context, int count,
            const char *at, struct err *err)
{
    if (header_match(&maker->header, name, context, count, at, err) < 0)
        return -1;
    note_given(maker, NULL);
    return 0;
}

static const char *
name_in_records(const void *context, int field)
{
    return records_header(context, field);
}

int
row_header(struct row_maker *maker, const struct records *records, const char *at, struct err *err)
{
    maker->header.grows = records_header_grows(records);
    return match_names(maker, name_in_records, records, records_header_count(records), at, err);
}

static const char *
name_in_list(const void *context, int field)
{
    const char *const *names = context;
    return names[field];
}

int
row_names(struct row_maker *maker, const char *const *names, int count, struct err *err)
{
    row_new_file(maker);
    return match_names(maker, name_in_list, names, count, maker->kind->name, err);
}

int
row_header_complete(const struct row_maker *maker, const char *at, struct err *err)
{
    return header_complete(&maker->header, at, err);
}

/* ---- the zone of a row ------------------------------------------------------------------------ */

static const struct zone *
load_store_zone(struct row_maker *maker, int64_t store_id, struct err *err)
{
    struct db_stmt *stmt = NULL;
    struct db_value id = db_int(store_id);
    const struct zone *zone = NULL;
    if (sql_first(maker->db, &stmt, SQL_RECORD_STORE_ZONE, &id, 1, err) == 1)
        zone = zone_load(maker->arena, db_get_text(stmt, 0), err);
    else if (err->kind == ERR_NONE)
        err_set(err, ERR_DB, _("store %lld: not there"), (long long)store_id);
    db_finish(stmt);
    return zone;
}

static const struct zone *
store_zone(struct row_maker *maker, int64_t store_id, struct err *err)
{
    if (store_id >= maker->zone_count) {
        size_t room = (size_t)store_id + 64;
        const struct zone **grown = arena_array(maker->arena, room, sizeof *grown);
        if (maker->zone_count)
            memcpy(grown, maker->zones, (size_t)maker->zone_count * sizeof *grown);
        maker->zones = grown;
        maker->zone_count = (int64_t)room;
    }
    if (!maker->zones[store_id])
        maker->zones[store_id] = load_store_zone(maker, store_id, err);
    return maker->zones[store_id];
}

/* ---- cells ------------------------------------------------------------------------------------ */

struct field
row_cell(const struct row_maker *maker, const struct record *record, int column, bool *fen)
{
    const char *fallback = maker->kind->columns[column].fallback;
    struct field cell = header_cell(&maker->header, record, column);
    *fen = header_in_fen(&maker->header, column);
    if (cell.length)
        return cell;
    *fen = false;
    return fallback ? (struct field){.text = fallback, .length = strlen(fallback)}
                    : (struct field){.text = "", .length = 0};
}

/* Store 0 is the chain: only what may belong to all stores can be given to it. */
static int
refuse_chain(const struct kind_column *column, const struct db_value *value, int64_t id,
             struct err *err)
{
    if (id != 0 || column->all_stores || strcmp(column->ref, "stores") != 0)
        return 0;
    return err_set(err, ERR_DATA, _("%.*s: is the chain, not a store; give the code of a store"),
                   (int)value->length, value->text);
}

static int
find_id(struct row_maker *maker, int column, const struct db_value *value, int64_t *id,
        struct err *err)
{
    int within = maker->kind->columns[column].within;
    if (within < 0)
        return refs_find(maker->refs, column, maker->store_id, value->text, value->length, id, err);
    if (maker->cells[within].type != DB_INT)
        return err_set(err, ERR_DATA, _("%.*s: is one of a %s, and none is given"),
                       (int)value->length, value->text, maker->kind->columns[within].name);
    return refs_find_within(maker->refs, column, maker->store_id, maker->cells[within].number,
                            value->text, value->length, id, err);
}

static int
find_reference(struct row_maker *maker, int column, struct db_value *value, struct err *err)
{
    const struct kind_column *from = &maker->kind->columns[column];
    int64_t id = 0;
    int result = find_id(maker, column, value, &id, err);
    if (result < 0 && err->kind == ERR_DATA && from->unknown == UNKNOWN_EMPTY) {
        err_clear(err);
        *value = db_null();
        return 0;
    }
    if (result < 0 && err->kind == ERR_DATA && from->unknown == UNKNOWN_CREATE && maker->create) {
        err_clear(err);
        result = maker->create(maker->create_context, refs_kind(maker->refs, column),
                               maker->store_id, value->text, value->length, &id, err);
    }
    if (result == 0)
        result = refuse_chain(from, value, id, err);
    *value = db_int(id);
    return result;
}

static int
make_cell(struct row_maker *maker, const struct record *record, int column, struct err *err)
{
    const struct kind_column *from = &maker->kind->columns[column];
    struct value_place place = {maker->zone, false, &maker->row_arena};
    struct field cell = row_cell(maker, record, column, &place.fen);
    struct db_value *value = &maker->cells[column];
    *value = db_null();
    if (!cell.length)
        return from->required ? err_set(err, ERR_DATA, _("missing")) : 0;
    if (value_parse(from, &place, cell.text, cell.length, value, err) < 0)
        return -1;
    return from->type == KIND_REF && value->type == DB_TEXT
               ? find_reference(maker, column, value, err)
               : 0;
}

/* The store comes first: the other cells' codes and times depend on it. */
static int
make_store(struct row_maker *maker, const struct record *record, struct err *err)
{
    maker->store_id = 0;
    if (maker->store_column >= 0) {
        if (make_cell(maker, record, maker->store_column, err) < 0)
            return -1;
        maker->store_id = maker->cells[maker->store_column].number;
    }
    maker->zone = store_zone(maker, maker->store_id, err);
    return maker->zone ? 0 : -1;
}

/* ---- rules ------------------------------------------------------------------------------------ */

static const struct db_value *
value_of(const struct row_maker *maker, const struct row *row, int column)
{
    return &row->values[maker->target_of[column]];
}

static int
check_order(const struct row_maker *maker, const struct row *row, const struct kind_order *order,
            int *column, struct err *err)
{
    int last = -1;
    for (int i = 0; i < order->count; i++) {
        const struct db_value *value = value_of(maker, row, order->columns[i]);
        if (value->type == DB_NULL)
            continue;
        *column = order->columns[i];
        if (last < 0 || value->number >= value_of(maker, row, last)->number) {
            last = *column;
            continue;
        }
        return err_set(err, ERR_DATA,
                       maker->kind->columns[last].type == KIND_MONEY
                           ? _("is less than %s; correct one of them")
                           : _("comes before %s; correct one of them"),
                       header_name(&maker->header, last));
    }
    return 0;
}

static int
check_sign(const struct row_maker *maker, const struct row *row, const struct kind_sign *sign,
           int *column, struct err *err)
{
    const struct db_value *when = value_of(maker, row, sign->when);
    int64_t number = value_of(maker, row, sign->column)->number;
    *column = sign->column;
    if (when->type != DB_TEXT || strncmp(when->text, sign->is, when->length) != 0 ||
        sign->is[when->length])
        return 0;
    if (sign->positive && number < 0)
        return err_set(err, ERR_DATA,
                       _("negative, but %s is %s; a refund is negative, nothing else"),
                       header_name(&maker->header, sign->when), sign->is);
    if (!sign->positive && number > 0)
        return err_set(err, ERR_DATA,
                       _("positive, but %s is %s; write what is given back as negative"),
                       header_name(&maker->header, sign->when), sign->is);
    return 0;
}

int
row_check(const struct row_maker *maker, const struct row *row, const char **column,
          struct err *err)
{
    int result = 0, at = -1;
    for (int i = 0; i < maker->kind->order_count && result == 0; i++)
        result = check_order(maker, row, &maker->kind->orders[i], &at, err);
    for (int i = 0; i < maker->kind->sign_count && result == 0; i++)
        result = check_sign(maker, row, &maker->kind->signs[i], &at, err);
    if (result < 0)
        *column = header_name(&maker->header, at);
    return result;
}

/* ---- the row ---------------------------------------------------------------------------------- */

static int
make_cells(struct row_maker *maker, const struct record *record, int *column, struct err *err)
{
    *column = maker->store_column;
    if (make_store(maker, record, err) < 0)
        return -1;
    for (*column = 0; *column < maker->kind->count; (*column)++)
        if (*column != maker->store_column && make_cell(maker, record, *column, err) < 0)
            return -1;
    return 0;
}

static void
fill_targets(struct row_maker *maker)
{
    for (int i = 0; i < maker->spec.count; i++) {
        const struct db_value *cell = &maker->cells[maker->targets[i].column];
        maker->values[i] = maker->targets[i].is_day && cell->type == DB_INT
                               ? db_int(zone_day(maker->zone, cell->number))
                               : *cell;
    }
}

int
row_make(struct row_maker *maker, const struct record *record, struct row *row, const char **column,
         struct err *err)
{
    int at = -1;
    arena_reset(&maker->row_arena);
    *column = NULL;
    if (header_ragged(&maker->header, record, err) < 0)
        return -1;
    if (make_cells(maker, record, &at, err) < 0) {
        *column = at >= 0 ? header_name(&maker->header, at) : NULL;
        return -1;
    }
    fill_targets(maker);
    if (maker->header.grows)
        note_given(maker, record);
    *row = (struct row){maker->values, maker->given};
    return row_check(maker, row, column, err);
}

const char *
row_key(struct row_maker *maker, const struct record *record)
{
    struct str key = STR_INIT;
    bool fen;
    for (int i = 0; i < maker->kind->key_count; i++) {
        struct field cell = row_cell(maker, record, maker->kind->key[i], &fen);
        str_addf(&key, "%s%.*s", i ? " " : "", (int)cell.length, cell.text);
    }
    const char *copy = arena_strndup(&maker->row_arena, key.text, key.length);
    str_release(&key);
    return copy;
}

int
row_from_code(struct row_maker *maker, int64_t store_id, const char *code, size_t length,
              struct row *row, struct err *err)
{
    static const struct record none = {0};
    arena_reset(&maker->row_arena);
    maker->store_id = store_id;
    maker->zone = store_zone(maker, store_id, err);
    if (!maker->zone)
        return -1;
    for (int i = 0; i < maker->kind->count; i++) {
        const char *name = maker->kind->columns[i].name;
        struct db_value *cell = &maker->cells[i];
        if (!strcmp(name, "code") || !strcmp(name, "name"))
            *cell = db_textn(code, length);
        else if (i == maker->store_column)
            *cell = db_int(store_id);
        else if (make_cell(maker, &none, i, err) < 0)
            return err_wrap(err, _("%.*s: cannot be made in %s by its code alone: %s"), (int)length,
                            code, maker->kind->name, name);
    }
    fill_targets(maker);
    *row = (struct row){maker->values, maker->given};
    return 0;
}
