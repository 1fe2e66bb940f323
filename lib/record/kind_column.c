/* A column of a kind, as its pack tells. */
#include "record/kind_private.h"

#include <string.h>

#include "base/money.h"
#include "base/str.h"
#include "record/degrees.h"

static const struct {
    const char *name;
    enum kind_type type;
} types[] = {
    {"code", KIND_CODE},     {"text", KIND_TEXT},       {"int", KIND_INT},
    {"money", KIND_MONEY},   {"degrees", KIND_DEGREES}, {"day", KIND_DAY},
    {"moment", KIND_MOMENT}, {"phone", KIND_PHONE},     {"id_number", KIND_ID_NUMBER},
    {"email", KIND_EMAIL},   {"bool", KIND_BOOL},       {"choice", KIND_CHOICE},
    {"ref", KIND_REF},       {"zone", KIND_ZONE},       {"hours", KIND_HOURS},
    {"gtin", KIND_GTIN},     {"product", KIND_PRODUCT},
};
enum { TYPES = sizeof types / sizeof types[0] };

int
kind_need_text(const struct yaml *map, const char *key, const char **text, struct err *err)
{
    *text = yaml_text(map, key);
    return *text && **text ? 0 : yaml_error(map, err, _("%s: missing"), key);
}

static const char **
read_list(struct arena *arena, const struct yaml *list, int *count)
{
    const char **texts = arena_array(arena, list ? (size_t)list->count : 0, sizeof *texts);
    *count = 0;
    for (const struct yaml *node = list ? list->first : NULL; node; node = node->next)
        if (node->type == YAML_SCALAR)
            texts[(*count)++] = node->text;
    return texts;
}

static int
read_type(const struct yaml *node, struct kind_column *column, struct err *err)
{
    const char *names[TYPES];
    if (kind_need_text(node, "type", &column->type_name, err) < 0)
        return -1;
    for (int i = 0; i < TYPES; i++) {
        names[i] = types[i].name;
        if (strcmp(types[i].name, column->type_name) == 0) {
            column->type = types[i].type;
            return 0;
        }
    }
    const char *near = str_nearest(column->type_name, names, TYPES);
    return yaml_error(node, err, _("type: %s: no such type%s%s"), column->type_name,
                      near ? _("; did you mean ") : "", near ? near : "");
}

static int
read_words(struct arena *arena, const struct yaml *node, struct kind_column *column,
           struct err *err)
{
    const struct yaml *values = yaml_get(node, "values");
    size_t room = 0;
    if (column->type != KIND_CHOICE)
        return values ? yaml_error(values, err, _("values: only a choice has them")) : 0;
    if (!values || values->type != YAML_MAP)
        return yaml_error(node, err, _("a choice needs `values`"));
    for (const struct yaml *word = values->first; word; word = word->next)
        room += 1 + (size_t)word->count;
    column->words = arena_array(arena, room, sizeof *column->words);
    for (const struct yaml *word = values->first; word; word = word->next) {
        column->words[column->word_count++] = kind_word_of(word->key, word->key);
        for (const struct yaml *alias = word->first; alias; alias = alias->next)
            if (alias->type == YAML_SCALAR)
                column->words[column->word_count++] = kind_word_of(alias->text, word->key);
    }
    return 0;
}

/* min and max are written as in a file: yuan for money, degrees for degrees. */
static int
read_bound(const struct yaml *node, const char *key, const struct kind_column *column,
           int64_t *bound, struct err *err)
{
    const char *text = yaml_text(node, key);
    if (!text)
        return 0;
    int failed = 0;
    if (column->type == KIND_MONEY)
        failed = money_parse(text, strlen(text), bound, err);
    else if (column->type == KIND_DEGREES)
        failed = degrees_parse(text, strlen(text), bound) ? 0 : -1;
    else if (column->type == KIND_INT)
        return yaml_int(node, key, bound, err);
    else
        failed = -1;
    return failed ? yaml_error(node, err, _("%s: %s: no bound for this type"), key, text) : 0;
}

/* Where somebody lives need not be known to the metre. */
static int
read_round(const struct yaml *node, struct kind_column *column, struct err *err)
{
    if (!yaml_text(node, "round"))
        return 0;
    if (column->type != KIND_DEGREES)
        return yaml_error(node, err, _("round: only degrees are rounded"));
    if (read_bound(node, "round", column, &column->round, err) < 0)
        return -1;
    return column->round > 0 ? 0 : yaml_error(node, err, _("round: must be above 0"));
}

static int
read_unknown(const struct yaml *node, struct kind_column *column, struct err *err)
{
    const char *text = yaml_text(node, "unknown");
    if (!text || strcmp(text, "refuse") == 0)
        column->unknown = UNKNOWN_REFUSE;
    else if (strcmp(text, "empty") == 0)
        column->unknown = UNKNOWN_EMPTY;
    else if (strcmp(text, "create") == 0)
        column->unknown = UNKNOWN_CREATE;
    else
        return yaml_error(node, err, _("unknown: %s: must be refuse, empty or create"), text);
    return 0;
}

static int
read_ref(struct arena *arena, const struct yaml *node, struct kind_column *column, struct err *err)
{
    const struct yaml *by = yaml_get(node, "by");
    for (const struct yaml *way = by ? by->first : NULL; way; way = way->next)
        column->by_name |= way->text && strcmp(way->text, "name") == 0;
    column->ref = yaml_text(node, "ref");
    if ((column->type == KIND_REF) != (column->ref != NULL))
        return yaml_error(node, err, _("`type: ref` and `ref: KIND` go together"));
    column->into = yaml_text(node, "into");
    if (!column->into)
        column->into = column->ref ? arena_printf(arena, "%s_id", column->name) : column->name;
    column->day_into = yaml_text(node, "day");
    if (column->day_into && column->type != KIND_MOMENT)
        return yaml_error(node, err, _("day: only a moment has one"));
    return read_unknown(node, column, err);
}

/* Names that come from a pack become part of statements: plain ones only. */
int
kind_check_name(const struct yaml *node, const char *name, struct err *err)
{
    size_t length = name ? strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789_") : 0;
    return !name || (length > 0 && !name[length])
               ? 0
               : yaml_error(node, err, _("%s: no name of a table or column"), name);
}

/* What is sealed is a text or a number of the row's own, and an index is for what is sealed. */
static int
check_personal(const struct yaml *node, const struct kind_column *column, struct err *err)
{
    if (column->indexed && !column->personal)
        return yaml_error(node, err, _("index: only a personal column has one"));
    if (column->indexed && column->type != KIND_PHONE && column->type != KIND_ID_NUMBER &&
        column->type != KIND_TEXT && column->type != KIND_CODE)
        return yaml_error(node, err, _("index: only texts and numbers of people have one"));
    if (column->personal && (column->ref || column->day_into))
        return yaml_error(node, err,
                          _("personal: neither a reference nor a moment with its day can be"));
    return 0;
}

int
kind_read_column(struct arena *arena, const struct yaml *node, struct kind_column *column,
                 struct err *err)
{
    static const char *const known[] = {"name",    "type",    "required", "personal", "index",
                                        "default", "into",    "day",      "min",      "max",
                                        "zh",      "aliases", "values",   "ref",      "by",
                                        "unknown", "all",     "round",    "within",   NULL};
    *column =
        (struct kind_column){.min = INT64_MIN, .max = INT64_MAX, .within = -1, .line = node->line};
    if (yaml_only(node, known, err) < 0 || kind_need_text(node, "name", &column->name, err) < 0 ||
        read_type(node, column, err) < 0)
        return -1;
    column->zh = yaml_text(node, "zh");
    column->fallback = yaml_text(node, "default");
    column->aliases = read_list(arena, yaml_get(node, "aliases"), &column->alias_count);
    if (yaml_bool(node, "required", &column->required, err) < 0 ||
        yaml_bool(node, "personal", &column->personal, err) < 0 ||
        yaml_bool(node, "index", &column->indexed, err) < 0 ||
        yaml_bool(node, "all", &column->all_stores, err) < 0 ||
        read_bound(node, "min", column, &column->min, err) < 0 ||
        read_bound(node, "max", column, &column->max, err) < 0 ||
        read_round(node, column, err) < 0 || read_words(arena, node, column, err) < 0)
        return -1;
    return read_ref(arena, node, column, err) < 0 || kind_check_name(node, column->into, err) < 0 ||
                   kind_check_name(node, column->day_into, err) < 0
               ? -1
               : check_personal(node, column, err);
}
