#include "record/kind_private.h"

#include <string.h>
#include <strings.h>

#include "base/str.h"

#include "base/money.h"
#include "base/str.h"
#include "record/degrees.h"
#include "text/yaml.h"

int
kind_column(const struct kind *kind, const char *name)
{
    for (int i = 0; i < kind->count; i++)
        if (strcmp(kind->columns[i].name, name) == 0)
            return i;
    return -1;
}

static bool
column_has(const struct kind_column *column, const char *header)
{
    if (strcasecmp(column->name, header) == 0 || (column->zh && !strcmp(column->zh, header)))
        return true;
    for (int i = 0; i < column->alias_count; i++)
        if (strcasecmp(column->aliases[i], header) == 0)
            return true;
    return false;
}

bool
kind_refers_to_itself(const struct kind *kind)
{
    for (int i = 0; i < kind->count; i++)
        if (kind->columns[i].ref && strcmp(kind->columns[i].ref, kind->name) == 0)
            return true;
    return false;
}

bool
kind_has_personal(const struct kind *kind)
{
    for (int i = 0; i < kind->count; i++)
        if (kind->columns[i].personal)
            return true;
    return false;
}

int
kind_match(const struct kind *kind, const char *header)
{
    int found = kind_column(kind, header);
    for (int i = 0; found < 0 && i < kind->count; i++)
        if (column_has(&kind->columns[i], header))
            found = i;
    return found;
}

struct kind_word
kind_word_of(const char *text, const char *word)
{
    return (struct kind_word){text, word, strlen(text)};
}

const char *
kind_word(const struct kind_column *column, const char *text, size_t length)
{
    for (int i = 0; i < column->word_count; i++) {
        const struct kind_word *known = &column->words[i];
        if (known->length == length && strncasecmp(known->text, text, length) == 0)
            return known->word;
    }
    return NULL;
}

/* ---- reading the pack -------------------------------------------------------------------- */

/* A code that is unique only beside another one, as a lot's is for its item: the earlier column
 * that says which. */
static int
read_within(const struct yaml *node, const struct kind *kind, struct kind_column *column,
            struct err *err)
{
    const char *name = yaml_text(node, "within");
    if (!name)
        return 0;
    column->within = kind_column(kind, name);
    if (!column->ref || column->by_name || column->within < 0 || !kind->columns[column->within].ref)
        return yaml_error(node, err,
                          _("within: %s: a reference by code, and an earlier one beside it"), name);
    return 0;
}

static int
read_columns(struct arena *arena, const struct yaml *root, struct kind *kind, struct err *err)
{
    const struct yaml *list = yaml_get(root, "columns");
    if (!list || list->type != YAML_LIST || list->count == 0)
        return yaml_error(root, err, _("columns: missing"));
    kind->columns = arena_array(arena, (size_t)list->count, sizeof *kind->columns);
    for (const struct yaml *node = list->first; node; node = node->next) {
        struct kind_column column;
        if (kind_read_column(arena, node, &column, err) < 0 ||
            read_within(node, kind, &column, err) < 0)
            return -1;
        if (kind_column(kind, column.name) >= 0)
            return yaml_error(node, err, _("%s: this column is there twice"), column.name);
        kind->columns[kind->count++] = column;
    }
    return 0;
}

/* The columns that a list names, as indexes. */
static int
read_names(struct arena *arena, const struct kind *kind, const struct yaml *list, int **columns,
           int *count, struct err *err)
{
    if (list->type != YAML_LIST || list->count == 0)
        return yaml_error(list, err, _("a list of column names is needed"));
    *columns = arena_array(arena, (size_t)list->count, sizeof **columns);
    for (const struct yaml *node = list->first; node; node = node->next) {
        int column = node->text ? kind_column(kind, node->text) : -1;
        if (column < 0)
            return yaml_error(node, err, _("%s: no such column"), node->text ? node->text : "?");
        (*columns)[(*count)++] = column;
    }
    return 0;
}

static int
read_key(struct arena *arena, const struct yaml *root, struct kind *kind, struct err *err)
{
    const struct yaml *list = yaml_get(root, "key");
    if (!list)
        return yaml_error(root, err, _("key: missing"));
    if (read_names(arena, kind, list, &kind->key, &kind->key_count, err) < 0)
        return -1;
    for (int i = 0; i < kind->key_count; i++)
        if (kind->columns[kind->key[i]].personal)
            return yaml_error(list, err, _("%s: what is personal cannot be a key"),
                              kind->columns[kind->key[i]].name);
    return 0;
}

static int
read_orders(struct arena *arena, const struct yaml *root, struct kind *kind, struct err *err)
{
    const struct yaml *list = yaml_get(root, "order");
    kind->orders = arena_array(arena, list ? (size_t)list->count : 0, sizeof *kind->orders);
    for (const struct yaml *node = list ? list->first : NULL; node; node = node->next) {
        struct kind_order *order = &kind->orders[kind->order_count++];
        if (read_names(arena, kind, node, &order->columns, &order->count, err) < 0)
            return -1;
    }
    return 0;
}

static int
read_sign(const struct yaml *node, const struct kind *kind, struct kind_sign *sign, struct err *err)
{
    static const char *const known[] = {"column", "when", "is", "must", NULL};
    const char *column, *when, *must;
    if (yaml_only(node, known, err) < 0 || kind_need_text(node, "column", &column, err) < 0 ||
        kind_need_text(node, "when", &when, err) < 0 ||
        kind_need_text(node, "is", &sign->is, err) < 0 ||
        kind_need_text(node, "must", &must, err) < 0)
        return -1;
    sign->column = kind_column(kind, column);
    sign->when = kind_column(kind, when);
    if (sign->column < 0 || sign->when < 0)
        return yaml_error(node, err, _("%s: no such column"), sign->column < 0 ? column : when);
    sign->positive = strcmp(must, "not-negative") == 0;
    if (!sign->positive && strcmp(must, "not-positive") != 0)
        return yaml_error(node, err, _("must: %s: must be not-negative or not-positive"), must);
    return 0;
}

static int
read_signs(struct arena *arena, const struct yaml *root, struct kind *kind, struct err *err)
{
    const struct yaml *list = yaml_get(root, "sign");
    kind->signs = arena_array(arena, list ? (size_t)list->count : 0, sizeof *kind->signs);
    for (const struct yaml *node = list ? list->first : NULL; node; node = node->next)
        if (read_sign(node, kind, &kind->signs[kind->sign_count++], err) < 0)
            return -1;
    return 0;
}

static int
read_head(const struct yaml *root, struct kind *kind, struct err *err)
{
    static const char *const known[] = {"kind",      "zh",      "says",  "table", "scope",
                                        "key",       "columns", "order", "sign",  "person",
                                        "forgotten", "follow",  NULL};
    const char *scope;
    if (yaml_only(root, known, err) < 0 || kind_need_text(root, "kind", &kind->name, err) < 0 ||
        kind_need_text(root, "says", &kind->says, err) < 0 ||
        kind_need_text(root, "table", &kind->table, err) < 0 ||
        kind_check_name(root, kind->table, err) < 0 ||
        kind_need_text(root, "scope", &scope, err) < 0)
        return -1;
    kind->zh = yaml_text(root, "zh");
    kind->person = yaml_text(root, "person");
    kind->forgotten = yaml_text(root, "forgotten");
    kind->follow = yaml_text(root, "follow");
    if (kind_check_name(root, kind->forgotten, err) < 0 ||
        kind_check_name(root, kind->follow, err) < 0)
        return -1;
    kind->of_store = strcmp(scope, "store") == 0;
    return kind->of_store || strcmp(scope, "chain") == 0
               ? 0
               : yaml_error(root, err, _("scope: %s: must be store or chain"), scope);
}

/* Whose key it is must be known of every row, and before anything is sealed. */
static int
check_person(const struct yaml *root, const struct kind *kind, struct err *err)
{
    int column = kind->person ? kind_column(kind, kind->person) : -1;
    const char *ref = column < 0 ? NULL : kind->columns[column].ref;
    if (!kind->person)
        return 0;
    if (!ref || strcmp(ref, "clients") != 0 || !kind->columns[column].required)
        return yaml_error(root, err, _("person: %s: must be a required reference to clients"),
                          kind->person);
    if (kind->forgotten)
        return yaml_error(root, err, _("forgotten: who has `person` has no key of its own"));
    return 0;
}

static int
read_kind(struct arena *arena, const struct yaml *root, struct kind *kind, struct err *err)
{
    if (read_head(root, kind, err) < 0 || read_columns(arena, root, kind, err) < 0)
        return -1;
    if (kind->of_store && strcmp(kind->columns[0].name, "store") != 0)
        return yaml_error(root, err, _("scope: store: the first column must be `store`"));
    if (check_person(root, kind, err) < 0 || read_key(arena, root, kind, err) < 0 ||
        read_orders(arena, root, kind, err) < 0)
        return -1;
    return read_signs(arena, root, kind, err);
}

static int
no_such_kind(struct arena *arena, const struct packs *packs, const char *name, struct err *err)
{
    struct pack_names names;
    if (pack_list(packs, arena, "kinds", &names, err) < 0)
        return -1;
    const char *near = str_nearest(name, names.names, (size_t)names.count);
    if (near)
        return err_set(err, ERR_USAGE, _("%s: no such kind; did you mean %s?"), name, near);
    return err_set(err, ERR_USAGE, _("%s: no such kind; list them with: medi-db kinds"), name);
}

/* Where the pack is; NULL with `err`. */
static char *
find_kind(struct arena *arena, const struct packs *packs, const char *name, struct err *err)
{
    char *path = strchr(name, '/') || *name == '.' || !*name
                     ? NULL
                     : pack_find(packs, arena, arena_printf(arena, "kinds/%s.yaml", name));
    if (!path)
        no_such_kind(arena, packs, name, err);
    return path;
}

const struct kind *
kind_load(struct arena *arena, const struct packs *packs, const char *name, struct err *err)
{
    char *path = find_kind(arena, packs, name, err);
    const struct yaml *root = path ? yaml_load(arena, path, err) : NULL;
    struct kind *kind = arena_alloc(arena, sizeof *kind);
    return root && read_kind(arena, root, kind, err) == 0 ? kind : NULL;
}

/* A pack may order its keys as it likes: then the whole of it is read. */
const struct kind *
kind_load_head(struct arena *arena, const struct packs *packs, const char *name, struct err *err)
{
    char *path = find_kind(arena, packs, name, err);
    struct err ignored = {0};
    if (!path)
        return NULL;
    const struct yaml *root = yaml_load_head(arena, path, "columns", &ignored);
    struct kind *kind = arena_alloc(arena, sizeof *kind);
    if (root && read_head(root, kind, &ignored) == 0)
        return kind;
    return kind_load(arena, packs, name, err);
}
