#include "record/export.h"

#include <string.h>

#include "db/relation.h"
#include "record/degrees.h"
#include "record/personal.h"
#include "record/standing.h"
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

/* ---- a row ---------------------------------------------------------------------------------------- */

/* Behind the kind's columns, where some are personal: what is needed to open them. */
enum { MORE_ID, MORE_KEY, MORE_FORGOTTEN, MORE };
enum { STANDING_IS_CLIENT, STANDING_IS_UNTIL, STANDING };

struct giver {
    const struct export_spec *spec;
    bool personal;
    bool can_forget; /* MORE_FORGOTTEN is asked for */
    struct vault_person *person;
    struct relation_field *fields;
    struct db_value *values;
    struct arena row;
    int at_standing; /* of client and last day, where a consent must stand; 0: none must */
    struct standing standing;
    export_row *each;
    void *context;
};

/* Masked text, NULL for a masked number; degrees as decimals; the rest as it is. What cannot be opened is
 * masked whole. */
static struct db_value
shown_value(struct arena *row, const struct kind_column *column, bool reveal, struct db_value value)
{
    char text[24];
    if (value.type == DB_NULL)
        return value;
    if (value.type == DB_BYTES)
        return out_type_of(column->type) == OUT_TEXT ? db_text("***") : db_null();
    if (column->personal && !reveal)
        return value.type == DB_TEXT ? db_text(value_mask(row, column, value.text)) : db_null();
    if (column->type == KIND_DEGREES) {
        size_t length = degrees_format(value.number, text);
        return db_text(arena_strndup(row, text, length));
    }
    return value;
}

/* Opens what is sealed in the row. */
static int
open_values(struct giver *giver, struct db_stmt *stmt, struct err *err)
{
    const struct kind *kind = giver->spec->kind;
    bool known = false;
    int64_t id = db_get_int(stmt, kind->count + MORE_ID);
    for (int i = 0; i < kind->count; i++) {
        const struct kind_column *column = &kind->columns[i];
        struct db_value sealed = giver->values[i];
        if (!column->personal || sealed.type == DB_NULL)
            continue;
        if (!known && vault_person_open(giver->spec->vault, giver->person,
                                        db_get(stmt, kind->count + MORE_KEY), err) < 0)
            return -1;
        known = true;
        if (vault_unseal(giver->person, &giver->row, kind->table, column->into, id, sealed,
                         &giver->values[i], err) < 0)
            return -1;
    }
    return 0;
}

static bool
is_forgotten(const struct giver *giver, struct db_stmt *stmt)
{
    return giver->personal && giver->can_forget &&
           db_get(stmt, giver->spec->kind->count + MORE_FORGOTTEN).type != DB_NULL;
}

/* What is sealed under a key that was destroyed is nothing any more. */
static void
forget_values(struct giver *giver)
{
    for (int i = 0; i < giver->spec->kind->count; i++)
        if (giver->spec->kind->columns[i].personal)
            giver->values[i] = db_null();
}

static int
wrong_row(const struct giver *giver, struct db_stmt *stmt, struct err *err)
{
    const struct kind *kind = giver->spec->kind;
    int code = kind_column(kind, "code");
    if (code >= 0)
        return err_wrap(err, "%s %s", kind->table, db_get_text(stmt, code));
    return err_wrap(err, "%s", kind->table);
}

static int
give_row(struct giver *giver, struct db_stmt *stmt, struct err *err)
{
    const struct export_spec *spec = giver->spec;
    arena_reset(&giver->row);
    for (int i = 0; i < spec->kind->count; i++)
        giver->values[i] = db_get(stmt, i);
    if (is_forgotten(giver, stmt))
        forget_values(giver);
    else if (giver->personal && spec->vault && open_values(giver, stmt, err) < 0)
        return wrong_row(giver, stmt, err);
    for (int i = 0; i < spec->kind->count; i++)
        giver->values[i] =
            shown_value(&giver->row, &spec->kind->columns[i], spec->reveal, giver->values[i]);
    return giver->each(giver->context, giver->values, err);
}

static struct relation_filter
make_filter(const struct export_spec *spec)
{
    struct relation_filter filter = {.codes = spec->codes,
                                     .code_count = spec->code_count,
                                     .matches = spec->matches,
                                     .match_count = spec->match_count,
                                     .number_column = spec->ids ? "id" : NULL,
                                     .numbers = spec->ids,
                                     .number_count = spec->id_count};
    int store = kind_column(spec->kind, "store");
    if (spec->store_id && store >= 0) {
        filter.store_column = spec->kind->columns[store].into;
        filter.store_id = *spec->store_id;
    }
    return filter;
}

static int
check_spec(const struct export_spec *spec, struct err *err)
{
    if (spec->code_count && kind_column(spec->kind, "code") < 0)
        return err_set(err, ERR_USAGE, _("%s have no code; leave the codes out"), spec->kind->name);
    if (spec->code_count > CODES_MOST)
        return err_set(err, ERR_USAGE, _("%d codes: at most %d; export all of them and pick"),
                       spec->code_count, CODES_MOST);
    if (spec->reveal && !spec->vault && kind_has_personal(spec->kind))
        return err_set(err, ERR_USAGE,
                       _("personal columns cannot be revealed without the key: give it with --key "
                         "FILE or MEDI_KEY"));
    return 0;
}

/* The key and whether it was destroyed: of the row itself, or of the client whom it refers to. */
static void
ask_key(struct giver *giver)
{
    const struct kind *kind = giver->spec->kind;
    struct relation_field *more = giver->fields + kind->count;
    const char *column =
        kind->person ? kind->columns[kind_column(kind, kind->person)].into : "data_key";
    more[MORE_ID].column = "id";
    more[MORE_KEY].column = column;
    more[MORE_FORGOTTEN].column = kind->person ? column : kind->forgotten;
    giver->can_forget = more[MORE_FORGOTTEN].column != NULL;
    if (!kind->person)
        return;
    more[MORE_KEY].ref_table = more[MORE_FORGOTTEN].ref_table = PERSONAL_TABLE;
    more[MORE_KEY].ref_column = "data_key";
    more[MORE_FORGOTTEN].ref_column = PERSONAL_FORGOTTEN;
}

static void
giver_open(struct giver *giver, struct arena *arena, const struct export_spec *spec)
{
    size_t count = (size_t)spec->kind->count;
    *giver = (struct giver){.spec = spec, .personal = kind_has_personal(spec->kind)};
    arena_init(&giver->row);
    giver->fields = arena_array(arena, count + MORE + STANDING, sizeof *giver->fields);
    giver->values = arena_array(arena, count, sizeof *giver->values);
    ask_key(giver);
    if (giver->personal)
        giver->person = secret_alloc(sizeof *giver->person);
}

/* Behind all other fields, `count` of them; the number with them, or -1. */
static int
ask_standing(struct giver *giver, struct db *db, struct arena *arena, int count, struct err *err)
{
    const struct export_spec *spec = giver->spec;
    const char *purpose = standing_purpose(spec->kind->table);
    if (!purpose)
        return count;
    giver->at_standing = count;
    giver->fields[count + STANDING_IS_CLIENT] = (struct relation_field){.column = STANDING_CLIENT};
    giver->fields[count + STANDING_IS_UNTIL] = (struct relation_field){.column = STANDING_UNTIL};
    if (standing_load(&giver->standing, db, arena, purpose, spec->now, spec->today, err) < 0)
        return -1;
    return count + STANDING;
}

static bool
may_give(const struct giver *giver, struct db_stmt *stmt)
{
    int at = giver->at_standing;
    return at == 0 || standing_holds(&giver->standing, db_get_int(stmt, at + STANDING_IS_CLIENT),
                                     db_get(stmt, at + STANDING_IS_UNTIL));
}

static void
giver_close(struct giver *giver)
{
    secret_free(giver->person);
    arena_release(&giver->row);
}

int
export_count(struct db *db, struct arena *arena, const struct export_spec *spec, int64_t most,
             int64_t *rows, struct err *err)
{
    struct relation_field *fields = arena_array(arena, (size_t)spec->kind->count, sizeof *fields);
    struct relation_filter filter = make_filter(spec);
    struct db_stmt *stmt = NULL;
    *rows = 0;
    int more = check_spec(spec, err);
    if (more == 0)
        more = make_fields(arena, spec, fields, err);
    if (more == 0)
        more = relation_select(db, &stmt, spec->kind->table, spec->kind->of_store, fields,
                               spec->kind->count, &filter, err);
    while (more >= 0 && *rows < most && (more = db_step(stmt, err)) == 1)
        (*rows)++;
    db_finish(stmt);
    return more < 0 ? -1 : 0;
}

int
export_each(struct db *db, struct arena *arena, const struct export_spec *spec, export_row *each,
            void *context, int64_t *rows, struct err *err)
{
    struct relation_filter filter = make_filter(spec);
    struct db_stmt *stmt = NULL;
    struct giver giver;
    int64_t none = 0, *left_out = spec->left_out ? spec->left_out : &none;
    int more = -1;
    *rows = *left_out = 0;
    if (check_spec(spec, err) < 0)
        return -1;
    giver_open(&giver, arena, spec);
    giver.each = each;
    giver.context = context;
    int more_fields = giver.can_forget ? MORE : MORE_FORGOTTEN;
    int count = spec->kind->count + (giver.personal ? more_fields : 0);
    count = ask_standing(&giver, db, arena, count, err);
    if (count < 0 || make_fields(arena, spec, giver.fields, err) < 0 ||
        relation_select(db, &stmt, spec->kind->table, spec->kind->of_store, giver.fields, count,
                        &filter, err) < 0)
        goto out;
    while ((more = db_step(stmt, err)) == 1) {
        if (!may_give(&giver, stmt)) {
            *left_out += 1;
            continue;
        }
        if (give_row(&giver, stmt, err) < 0) {
            more = -1;
            break;
        }
        (*rows)++;
    }
out:
    db_finish(stmt);
    giver_close(&giver);
    return more < 0 ? -1 : 0;
}

static int
put_out(void *context, const struct db_value *values, struct err *err)
{
    return out_row(context, values, err);
}

int
export_rows(struct db *db, struct arena *arena, const struct export_spec *spec, struct out *out,
            int64_t *rows, struct err *err)
{
    return export_each(db, arena, spec, put_out, out, rows, err);
}
