#include "record/export.h"

#include <string.h>

#include "db/relation.h"
#include "record/degrees.h"
#include "record/value.h"

enum { CODES_MOST = 9000 }; /* of one statement */

static enum out_type
out_type_of(enum kind_type type)
{
    switch (type) {
    case KIND_INT:
        return OUT_INT;
    case KIND_MONEY:
        return OUT_FEN;
    case KIND_DAY:
        return OUT_DAY;
    case KIND_MOMENT:
        return OUT_MOMENT;
    case KIND_BOOL:
        return OUT_BOOL;
    default:
        return OUT_TEXT;
    }
}

struct out_column *
export_columns(struct arena *arena, const struct kind *kind)
{
    struct out_column *columns = arena_array(arena, (size_t)kind->count, sizeof *columns);
    for (int i = 0; i < kind->count; i++) {
        columns[i].name = kind->columns[i].name;
        columns[i].heading = NULL;
        columns[i].type = out_type_of(kind->columns[i].type);
    }
    return columns;
}

bool
export_has_personal(const struct kind *kind)
{
    for (int i = 0; i < kind->count; i++)
        if (kind->columns[i].personal)
            return true;
    return false;
}

static int
make_fields(struct arena *arena, const struct export_spec *spec, struct relation_field *fields,
            struct err *err)
{
    for (int i = 0; i < spec->kind->count; i++) {
        const struct kind_column *column = &spec->kind->columns[i];
        fields[i].column = column->into;
        if (!column->ref)
            continue;
        const struct kind *ref = kind_load_head(arena, spec->packs, column->ref, err);
        if (!ref)
            return -1;
        fields[i].ref_table = ref->table;
        fields[i].ref_of_store = ref->of_store;
    }
    return 0;
}

/* Masked text, NULL for a masked number; degrees as decimals; the rest as it is. */
static struct db_value
shown_value(struct arena *row, const struct kind_column *column, bool reveal, struct db_value value)
{
    char text[24];
    if (value.type == DB_NULL)
        return value;
    if (column->personal && !reveal)
        return value.type == DB_TEXT ? db_text(value_mask(row, column, value.text)) : db_null();
    if (column->type == KIND_DEGREES) {
        size_t length = degrees_format(value.number, text);
        return db_text(arena_strndup(row, text, length));
    }
    return value;
}

static int
give_row(struct db_stmt *stmt, const struct export_spec *spec, struct arena *row,
         struct db_value *values, struct out *out, struct err *err)
{
    arena_reset(row);
    for (int i = 0; i < spec->kind->count; i++)
        values[i] = shown_value(row, &spec->kind->columns[i], spec->reveal, db_get(stmt, i));
    return out_row(out, values, err);
}

static struct relation_filter
make_filter(const struct export_spec *spec)
{
    struct relation_filter filter = {.codes = spec->codes, .code_count = spec->code_count};
    int store = kind_column(spec->kind, "store");
    if (spec->store_id && store >= 0) {
        filter.store_column = spec->kind->columns[store].into;
        filter.store_id = *spec->store_id;
    }
    return filter;
}

int
export_rows(struct db *db, struct arena *arena, const struct export_spec *spec, struct out *out,
            int64_t *rows, struct err *err)
{
    size_t count = (size_t)spec->kind->count;
    struct relation_field *fields = arena_array(arena, count, sizeof *fields);
    struct db_value *values = arena_array(arena, count, sizeof *values);
    struct relation_filter filter = make_filter(spec);
    struct db_stmt *stmt = NULL;
    struct arena row;
    int more = -1;
    arena_init(&row);
    *rows = 0;
    if (spec->code_count && kind_column(spec->kind, "code") < 0)
        return err_set(err, ERR_USAGE, _("%s have no code; leave the codes out"), spec->kind->name);
    if (spec->code_count > CODES_MOST)
        return err_set(err, ERR_USAGE, _("%d codes: at most %d; export all of them and pick"),
                       spec->code_count, CODES_MOST);
    if (make_fields(arena, spec, fields, err) < 0 ||
        relation_select(db, &stmt, spec->kind->table, spec->kind->of_store, fields, (int)count,
                        &filter, err) < 0)
        goto out;
    while ((more = db_step(stmt, err)) == 1) {
        if (give_row(stmt, spec, &row, values, out, err) < 0) {
            more = -1;
            break;
        }
        (*rows)++;
    }
out:
    db_finish(stmt);
    arena_release(&row);
    return more < 0 ? -1 : 0;
}
