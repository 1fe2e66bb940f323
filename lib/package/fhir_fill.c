/* Templates of fhir.yaml, filled from a record. */
#include <string.h>

#include "base/money.h"
#include "base/day.h"
#include "package/fhir_private.h"
#include "text/json.h"

/* ---- where a value stands -------------------------------------------------------------------------------- */

/* The record that a column of this one names. 1, 0, -1. */
static int
hop(struct fhir *fhir, struct fhir_end *at, const struct yaml *node, struct err *err)
{
    char name[STORE_UUID];
    const struct kind_column *column = &fhir->scope->kinds[at->kind]->columns[at->column];
    int to = scope_kind(fhir->scope, column->ref);
    if (to < 0)
        return yaml_error(node, err, _("%s: is no reference"), column->name);
    if (!store_name_of(&fhir->store, at->kind, at->row, at->column, name))
        return 0;
    if (store_find(&fhir->store, to, name, &at->row, err) < 0)
        return -1;
    at->kind = to;
    return at->row != NULL;
}

int
fhir_walk(struct fhir *fhir, const struct fhir_record *record, const struct yaml *node,
          const char *path, struct fhir_end *end, struct err *err)
{
    *end = (struct fhir_end){.kind = record->kind, .row = record->row};
    for (;;) {
        size_t length = strcspn(path, ".:");
        const char *name = arena_strndup(fhir->arena, path, length);
        const struct kind *kind = fhir->scope->kinds[end->kind];
        end->column = kind_column(kind, name);
        if (end->column < 0)
            return yaml_error(node, err, _("%s: no column of %s"), name, kind->name);
        if (path[length] != '.')
            return 1;
        int found = hop(fhir, end, node, err);
        if (found <= 0)
            return found;
        path += length + 1;
    }
}

/* ---- values -------------------------------------------------------------------------------------------- */

static const char *
chinese(const struct kind_column *column, const char *word)
{
    for (int i = 0; i < column->word_count; i++)
        if (strcmp(column->words[i].word, word) == 0 &&
            column->words[i].text != column->words[i].word)
            return column->words[i].text;
    return word;
}

static void
add_number(const struct fhir *fhir, const struct kind_column *column, int64_t number,
           struct str *out)
{
    char text[32];
    switch (column->type) {
    case KIND_MONEY:
        str_add(out, text, money_format(number, text));
        break;
    case KIND_DAY:
        day_format(number, text);
        str_addf(out, "\"%s\"", text);
        break;
    case KIND_MOMENT:
        zone_format(fhir->store.spec->pick->zone, number, text);
        str_addf(out, "\"%s\"", text);
        break;
    default:
        str_addf(out, "%lld", (long long)number);
    }
}

static int
fill_value(struct fhir *fhir, const struct fhir_record *record, const struct yaml *node,
           struct str *out, struct err *err)
{
    struct fhir_end end;
    int found = fhir_walk(fhir, record, node, node->text + 1, &end, err);
    if (found <= 0)
        return found;
    const struct kind_column *column = &fhir->scope->kinds[end.kind]->columns[end.column];
    const struct db_value *value = &end.row[end.column];
    if (value->type == DB_INT)
        add_number(fhir, column, value->number, out);
    if (value->type != DB_TEXT || !value->length)
        return value->type == DB_INT;
    const char *text = str_ends(node->text, ":zh") ? chinese(column, value->text) : value->text;
    json_add_string(out, text, strlen(text));
    return 1;
}

static int
fill_self(const struct fhir *fhir, const struct fhir_record *record, struct str *out)
{
    char system[STORE_UUID];
    const struct kind *kind = fhir->scope->kinds[record->kind];
    struct str number = STR_INIT;
    store_system(&fhir->store, record->kind, system);
    for (int i = 0; i < kind->key_count; i++) {
        const struct db_value *value = &record->row[kind->key[i]];
        str_adds(&number, i ? " " : "");
        if (value->type == DB_TEXT)
            str_add(&number, value->text, value->length);
        else
            str_addf(&number, "%lld", (long long)value->number);
    }
    str_addf(out, "{\"system\":\"urn:uuid:%s\",\"value\":", system);
    json_add_string(out, number.text, number.length);
    str_addc(out, '}');
    str_release(&number);
    return 1;
}

static int
fill_reference(struct fhir *fhir, const struct fhir_record *record, const struct yaml *node,
               struct str *out, struct err *err)
{
    char name[STORE_UUID];
    struct fhir_end end;
    if (!node->text[1]) {
        store_name(&fhir->store, record->kind, record->row, "", name);
    } else {
        int found = fhir_walk(fhir, record, node, node->text + 1, &end, err);
        if (found <= 0)
            return found;
        if (!store_name_of(&fhir->store, end.kind, end.row, end.column, name))
            return 0;
    }
    str_addf(out, "{\"reference\":\"urn:uuid:%s\"}", name);
    return 1;
}

static int
fill_system(const struct fhir *fhir, const struct yaml *node, struct str *out, struct err *err)
{
    char name[STORE_UUID];
    int kind = scope_kind(fhir->scope, node->text + 1);
    if (kind < 0)
        return yaml_error(node, err, _("%s: no such kind"), node->text + 1);
    store_system(&fhir->store, kind, name);
    str_addf(out, "\"urn:uuid:%s\"", name);
    return 1;
}

/* What stands for itself says nothing of the record: 2. */
static int
fill_scalar(struct fhir *fhir, const struct fhir_record *record, const struct yaml *node,
            struct str *out, struct err *err)
{
    if (strcmp(node->text, "$self") == 0)
        return fill_self(fhir, record, out);
    if (node->text[0] == '$')
        return fill_value(fhir, record, node, out, err);
    if (node->text[0] == '@')
        return fill_reference(fhir, record, node, out, err);
    if (node->text[0] == '%')
        return fill_system(fhir, node, out, err) < 0 ? -1 : 2;
    json_add_string(out, node->text, strlen(node->text));
    return 2;
}

/* ---- lists and objects --------------------------------------------------------------------------------- */

/* The text of a value, for words and conditions: in the arena; NULL: there is none. */
static const char *
plain(struct fhir *fhir, const struct fhir_end *end)
{
    const struct db_value *value = &end->row[end->column];
    if (value->type == DB_TEXT)
        return value->text;
    return value->type == DB_INT ? arena_printf(fhir->arena, "%lld", (long long)value->number)
                                 : NULL;
}

static int
fill_word(struct fhir *fhir, const struct fhir_record *record, const struct yaml *node,
          struct str *out, struct err *err)
{
    struct fhir_end end;
    int found = fhir_walk(fhir, record, node, yaml_text(node, "of"), &end, err);
    if (found < 0)
        return -1;
    const char *value = found ? plain(fhir, &end) : NULL;
    const char *word = yaml_text(node, value ? value : "none");
    if (!word && value)
        word = yaml_text(node, "else");
    if (!word)
        return 0;
    json_add_string(out, word, strlen(word));
    return 1;
}

static int
fill_rows(struct fhir *fhir, const struct fhir_record *record, const struct yaml *node,
          struct str *out, struct err *err)
{
    char name[STORE_UUID];
    const struct store_rows *rows;
    const int *order;
    const struct yaml *row = yaml_get(node, "row");
    const char *by = yaml_text(node, "by");
    int count, filled = 0, kind = scope_kind(fhir->scope, yaml_text(node, "rows"));
    int column = kind < 0 || !by ? -1 : kind_column(fhir->scope->kinds[kind], by);
    if (column < 0 || !row)
        return yaml_error(node, err, _("rows: needs a kind, by and row"));
    store_name(&fhir->store, record->kind, record->row, "", name);
    if (store_rows_of(&fhir->store, kind, column, name, &rows, &order, &count, err) < 0)
        return -1;
    size_t before = out->length;
    for (int i = 0; i < count; i++) {
        const struct fhir_record child = {kind, rows->rows[order[i]]};
        size_t start = out->length;
        str_addc(out, filled ? ',' : '[');
        int found = fhir_fill(fhir, &child, row, out, err);
        if (found < 0)
            return -1;
        filled += found == 1;
        if (found != 1)
            str_cut(out, start);
    }
    if (!filled)
        str_cut(out, before);
    else
        str_addc(out, ']');
    return filled > 0;
}

/* Kept are members of which something is left; all of it goes if none says anything of the record. */
static int
fill_members(struct fhir *fhir, const struct fhir_record *record, const struct yaml *node,
             struct str *out, struct err *err)
{
    bool is_list = node->type == YAML_LIST, asked = false, told = false;
    size_t before = out->length;
    int count = 0;
    for (const struct yaml *at = node->first; at; at = at->next) {
        size_t start = out->length;
        str_addc(out, count ? ',' : is_list ? '[' : '{');
        if (!is_list) {
            json_add_string(out, at->key, strlen(at->key));
            str_addc(out, ':');
        }
        int found = fhir_fill(fhir, record, at, out, err);
        if (found < 0)
            return -1;
        asked = asked || found < 2;
        told = told || found == 1;
        count += found > 0;
        if (!found)
            str_cut(out, start);
    }
    if (!count || (asked && !told)) {
        str_cut(out, before);
        return 0;
    }
    str_addc(out, is_list ? ']' : '}');
    return told ? 1 : 2;
}

int
fhir_fill(struct fhir *fhir, const struct fhir_record *record, const struct yaml *node,
          struct str *out, struct err *err)
{
    if (node->type == YAML_SCALAR)
        return fill_scalar(fhir, record, node, out, err);
    if (node->type == YAML_MAP && yaml_text(node, "of"))
        return fill_word(fhir, record, node, out, err);
    if (node->type == YAML_MAP && yaml_text(node, "rows"))
        return fill_rows(fhir, record, node, out, err);
    if (node->type == YAML_NULL)
        return yaml_error(node, err, _("%s: missing"), node->key ? node->key : "row");
    return fill_members(fhir, record, node, out, err);
}

int
fhir_passes(struct fhir *fhir, const struct fhir_record *record, const struct yaml *when,
            struct err *err)
{
    for (const struct yaml *at = when ? when->first : NULL; at; at = at->next) {
        struct fhir_end end;
        int found = fhir_walk(fhir, record, at, at->key, &end, err);
        const char *value = found == 1 ? plain(fhir, &end) : NULL;
        bool is = false;
        if (found < 0)
            return -1;
        for (const struct yaml *word = at->first; word && value; word = word->next)
            is = is || (word->type == YAML_SCALAR && strcmp(word->text, value) == 0);
        if (!is)
            return 0;
    }
    return 1;
}
