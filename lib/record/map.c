#include "record/map.h"

#include <string.h>

#include "base/str.h"
#include "text/yaml.h"

static struct kind *
copy_kind(struct arena *arena, const struct kind *kind)
{
    struct kind *copy = arena_alloc(arena, sizeof *copy);
    *copy = *kind;
    copy->columns = arena_array(arena, (size_t)kind->count, sizeof *copy->columns);
    memcpy(copy->columns, kind->columns, (size_t)kind->count * sizeof *copy->columns);
    return copy;
}

static struct kind_column *
named(struct kind *kind, const struct yaml *node, const char *name, struct err *err)
{
    int column = kind_column(kind, name);
    if (column >= 0)
        return &kind->columns[column];
    yaml_error(node, err, _("%s: %s has no such column; see: medi-db kinds %s"), name, kind->name,
               kind->name);
    return NULL;
}

static void
add_alias(struct arena *arena, struct kind_column *column, const char *header)
{
    const char **grown = arena_array(arena, (size_t)column->alias_count + 1, sizeof *grown);
    if (column->alias_count)
        memcpy(grown, column->aliases, (size_t)column->alias_count * sizeof *grown);
    grown[column->alias_count++] = header;
    column->aliases = grown;
}

static int
map_columns(struct arena *arena, struct kind *kind, const struct yaml *map, struct err *err)
{
    for (const struct yaml *node = map ? map->first : NULL; node; node = node->next) {
        struct kind_column *column =
            node->text ? named(kind, node, node->text, err) : named(kind, node, "?", err);
        if (!column)
            return -1;
        add_alias(arena, column, node->key);
    }
    return 0;
}

static int
map_defaults(struct kind *kind, const struct yaml *map, struct err *err)
{
    for (const struct yaml *node = map ? map->first : NULL; node; node = node->next) {
        struct kind_column *column = named(kind, node, node->key, err);
        if (!column)
            return -1;
        column->fallback = node->text;
    }
    return 0;
}

static int
map_words(struct arena *arena, struct kind_column *column, const struct yaml *map, struct err *err)
{
    size_t room = (size_t)column->word_count + (size_t)map->count;
    struct kind_word *words = arena_array(arena, room, sizeof *words);
    if (column->type != KIND_CHOICE)
        return yaml_error(map, err, _("%s: is not a choice"), column->name);
    int count = 0;
    for (const struct yaml *node = map->first; node; node = node->next) {
        const char *word = node->text ? kind_word(column, node->text, strlen(node->text)) : NULL;
        if (!word)
            return yaml_error(node, err, _("%s: not a word of %s"), node->text ? node->text : "?",
                              column->name);
        words[count++] = kind_word_of(node->key, word);
    }
    memcpy(words + count, column->words, (size_t)column->word_count * sizeof *words);
    column->words = words;
    column->word_count += count;
    return 0;
}

static int
map_values(struct arena *arena, struct kind *kind, const struct yaml *map, struct err *err)
{
    for (const struct yaml *node = map ? map->first : NULL; node; node = node->next) {
        struct kind_column *column = named(kind, node, node->key, err);
        if (!column || map_words(arena, column, node, err) < 0)
            return -1;
    }
    return 0;
}

static int
map_unknown(struct kind *kind, const struct yaml *map, struct err *err)
{
    static const char *const words[] = {"refuse", "empty", "create"};
    for (const struct yaml *node = map ? map->first : NULL; node; node = node->next) {
        struct kind_column *column = named(kind, node, node->key, err);
        int word = 0;
        if (!column)
            return -1;
        while (word < 3 && (!node->text || strcmp(words[word], node->text) != 0))
            word++;
        if (word == 3 || !column->ref)
            return yaml_error(node, err,
                              _("unknown: a reference's must be refuse, empty or create"));
        column->unknown = (enum kind_unknown)word;
    }
    return 0;
}

static void
map_ignored(struct arena *arena, const struct yaml *list, struct ignored *ignored)
{
    size_t room = (size_t)ignored->count + (list ? (size_t)list->count : 0);
    const char **grown = arena_array(arena, room, sizeof *grown);
    if (ignored->count)
        memcpy(grown, ignored->headers, (size_t)ignored->count * sizeof *grown);
    ignored->headers = grown;
    for (const struct yaml *node = list ? list->first : NULL; node; node = node->next)
        if (node->text)
            ignored->headers[ignored->count++] = node->text;
}

const struct kind *
map_apply(struct arena *arena, const struct kind *kind, const char *path, struct ignored *ignored,
          struct err *err)
{
    static const char *const known[] = {"columns", "ignore", "defaults", "values", "unknown", NULL};
    struct kind *copy = copy_kind(arena, kind);
    const struct yaml *root = yaml_load(arena, path, err);
    if (!root || yaml_only(root, known, err) < 0 ||
        map_columns(arena, copy, yaml_get(root, "columns"), err) < 0 ||
        map_defaults(copy, yaml_get(root, "defaults"), err) < 0 ||
        map_values(arena, copy, yaml_get(root, "values"), err) < 0 ||
        map_unknown(copy, yaml_get(root, "unknown"), err) < 0)
        return NULL;
    map_ignored(arena, yaml_get(root, "ignore"), ignored);
    return copy;
}

const struct kind *
map_store(struct arena *arena, const struct kind *kind, const char *store)
{
    int column = kind_column(kind, "store");
    if (column < 0)
        return kind;
    struct kind *copy = copy_kind(arena, kind);
    copy->columns[column].fallback = store;
    return copy;
}
