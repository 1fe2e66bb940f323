#include "text/yaml.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include <yaml.h>

#include "base/str.h"
#include "text/source.h"

enum { DEPTH_MAX = 32, FILE_MAX = 16 * 1024 * 1024 };

struct reader {
    yaml_parser_t parser;
    yaml_event_t event; /* the one that was read last */
    struct arena *arena;
    const char *file;
    struct err *err;
};

static int
refuse(const struct reader *reader, size_t line, const char *words)
{
    return err_set(reader->err, ERR_DATA, "%s:%zu: %s", reader->file, line + 1, words);
}

static int
refuse_event(const struct reader *reader, const char *words)
{
    return refuse(reader, reader->event.start_mark.line, words);
}

static int
refuse_syntax(const struct reader *reader)
{
    const yaml_parser_t *parser = &reader->parser;

    if (parser->error == YAML_MEMORY_ERROR)
        return err_set(reader->err, ERR_MEMORY, _("out of memory"));
    if (parser->error == YAML_READER_ERROR)
        return refuse(reader, parser->mark.line,
                      _("a character that YAML does not allow; save the file as plain UTF-8 text"));
    return err_set(reader->err, ERR_DATA,
                   _("%s:%zu: no valid YAML near column %zu; check indentation (spaces, no tabs), "
                     "colons, brackets and quotes"),
                   reader->file, parser->problem_mark.line + 1, parser->problem_mark.column + 1);
}

static int
advance(struct reader *reader)
{
    yaml_event_delete(&reader->event);
    return yaml_parser_parse(&reader->parser, &reader->event) ? 0 : refuse_syntax(reader);
}

static struct yaml *
new_node(struct reader *reader, enum yaml_type type)
{
    struct yaml *node = arena_alloc(reader->arena, sizeof *node);

    node->type = type;
    node->file = reader->file;
    node->line = (int)reader->event.start_mark.line + 1;
    return node;
}

static bool
is_null(const yaml_event_t *event)
{
    const char *text = (const char *)event->data.scalar.value;

    return event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE &&
           (strcmp(text, "") == 0 || strcmp(text, "~") == 0 || strcmp(text, "null") == 0);
}

static struct yaml *
read_scalar(struct reader *reader)
{
    const yaml_event_t *event = &reader->event;
    const char *text = (const char *)event->data.scalar.value;
    size_t length = event->data.scalar.length;

    if (strlen(text) != length) {
        refuse_event(reader, _("a NUL character in a text; remove it"));
        return NULL;
    }
    struct yaml *node = new_node(reader, is_null(event) ? YAML_NULL : YAML_SCALAR);
    if (node->type == YAML_SCALAR)
        node->text = arena_strndup(reader->arena, text, length);
    return node;
}

static bool
has_extras(const yaml_event_t *event)
{
    switch (event->type) {
    case YAML_SCALAR_EVENT:
        return event->data.scalar.anchor != NULL || event->data.scalar.tag != NULL;
    case YAML_SEQUENCE_START_EVENT:
        return event->data.sequence_start.anchor != NULL || event->data.sequence_start.tag != NULL;
    case YAML_MAPPING_START_EVENT:
        return event->data.mapping_start.anchor != NULL || event->data.mapping_start.tag != NULL;
    default:
        return event->type == YAML_ALIAS_EVENT;
    }
}

static int
check_extras(const struct reader *reader)
{
    if (!has_extras(&reader->event))
        return 0;
    return refuse_event(reader, _("anchors (&), aliases (*) and tags (!) are not supported; write "
                                  "the value out, or quote the text"));
}

static const char *
read_key(struct reader *reader)
{
    if (check_extras(reader) != 0)
        return NULL;
    if (reader->event.type != YAML_SCALAR_EVENT) {
        refuse_event(reader, _("a key that is no plain text"));
        return NULL;
    }
    struct yaml *key = read_scalar(reader);
    if (key != NULL && key->text == NULL)
        refuse_event(reader, _("an empty key; name it"));
    return key == NULL ? NULL : key->text;
}

static int
compare_keys(const void *a, const void *b)
{
    const struct yaml *const *left = a, *const *right = b;
    int order = strcmp((*left)->key, (*right)->key);

    return order != 0 ? order : ((*left)->line > (*right)->line) - ((*left)->line < (*right)->line);
}

/* Sorted, so that a map of a million keys takes no million squared. */
static int
check_keys(const struct reader *reader, const struct yaml *map)
{
    const struct yaml **sorted = mem_alloc((size_t)(map->count + 1) * sizeof *sorted);
    int count = 0, result = 0;

    for (const struct yaml *child = map->first; child != NULL; child = child->next)
        sorted[count++] = child;
    qsort(sorted, (size_t)count, sizeof *sorted, compare_keys);
    for (int i = 1; i < count && result == 0; i++)
        if (strcmp(sorted[i - 1]->key, sorted[i]->key) == 0)
            result = yaml_error(sorted[i], reader->err,
                                _("the key %s stands twice, first in line %d; remove one"),
                                sorted[i]->key, sorted[i - 1]->line);
    free(sorted);
    return result;
}

static struct yaml *read_node(struct reader *reader, int depth);

static struct yaml *
read_children(struct reader *reader, struct yaml *parent, yaml_event_type_t end, int depth)
{
    struct yaml **last = &parent->first;

    for (;;) {
        const char *key = NULL;
        if (advance(reader) != 0)
            return NULL;
        if (reader->event.type == end)
            return parent;
        if (parent->type == YAML_MAP && ((key = read_key(reader)) == NULL || advance(reader) != 0))
            return NULL;
        *last = read_node(reader, depth + 1);
        if (*last == NULL)
            return NULL;
        (*last)->key = key;
        last = &(*last)->next;
        parent->count++;
    }
}

/* The node that begins with the event that was read last. */
static struct yaml *
read_node(struct reader *reader, int depth)
{
    struct yaml *node;

    if (check_extras(reader) != 0)
        return NULL;
    if (depth > DEPTH_MAX) {
        refuse_event(reader, _("nested too deeply"));
        return NULL;
    }
    switch (reader->event.type) {
    case YAML_SEQUENCE_START_EVENT:
        node = new_node(reader, YAML_LIST);
        return read_children(reader, node, YAML_SEQUENCE_END_EVENT, depth);
    case YAML_MAPPING_START_EVENT:
        node = read_children(reader, new_node(reader, YAML_MAP), YAML_MAPPING_END_EVENT, depth);
        return node != NULL && check_keys(reader, node) == 0 ? node : NULL;
    default:
        return read_scalar(reader);
    }
}

static int
expect(struct reader *reader, yaml_event_type_t type, const char *words)
{
    if (advance(reader) != 0)
        return -1;
    return reader->event.type == type ? 0 : refuse_event(reader, words);
}

static struct yaml *
read_document(struct reader *reader)
{
    if (expect(reader, YAML_STREAM_START_EVENT, "") != 0 ||
        expect(reader, YAML_DOCUMENT_START_EVENT, _("the file is empty")) != 0 ||
        advance(reader) != 0)
        return NULL;
    struct yaml *root = read_node(reader, 0);
    if (root == NULL || expect(reader, YAML_DOCUMENT_END_EVENT, "") != 0 ||
        expect(reader, YAML_STREAM_END_EVENT, _("a second document; one a file is read")) != 0)
        return NULL;
    return root;
}

static int
refuse_size(const char *name, struct err *err)
{
    return err_set(err, ERR_DATA, _("%s: over %d bytes; split it"), name, (int)FILE_MAX);
}

struct yaml *
yaml_parse(struct arena *arena, const char *name, const char *text, size_t length, struct err *err)
{
    struct reader reader = {.arena = arena, .err = err};

    if (length > FILE_MAX) {
        refuse_size(name, err);
        return NULL;
    }
    if (!yaml_parser_initialize(&reader.parser)) {
        err_set(err, ERR_MEMORY, _("out of memory"));
        return NULL;
    }
    reader.file = arena_strdup(arena, name);
    yaml_parser_set_encoding(&reader.parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&reader.parser, (const unsigned char *)text, length);
    struct yaml *root = read_document(&reader);
    yaml_event_delete(&reader.event);
    yaml_parser_delete(&reader.parser);
    return root;
}

static int
read_file(struct source *source, struct str *text, struct err *err)
{
    const char *bytes;
    size_t length;
    int got;

    while ((got = source_read(source, &bytes, &length, err)) > 0) {
        if (text->length + length > FILE_MAX)
            return refuse_size(source_name(source), err);
        str_add(text, bytes, length);
    }
    return got;
}

/* Leaves the text before the first line that begins with the key; all of it if none does. */
static void
cut_before(struct str *text, const char *key)
{
    size_t length = strlen(key);

    for (char *at = text->text; at; at = strchr(at, '\n')) {
        at += *at == '\n';
        if (strncmp(at, key, length) == 0 && at[length] == ':') {
            str_cut(text, (size_t)(at - text->text));
            return;
        }
    }
}

static struct yaml *
load(struct arena *arena, const char *path, const char *before, struct err *err)
{
    struct str text = STR_INIT;
    struct source *source;
    struct yaml *root = NULL;

    if (source_open(&source, path, "utf-8", err) != 0)
        return NULL;
    if (read_file(source, &text, err) == 0) {
        if (before)
            cut_before(&text, before);
        root = yaml_parse(arena, source_name(source), text.text, text.length, err);
    }
    str_release(&text);
    source_close(source);
    return root;
}

struct yaml *
yaml_load(struct arena *arena, const char *path, struct err *err)
{
    return load(arena, path, NULL, err);
}

struct yaml *
yaml_load_head(struct arena *arena, const char *path, const char *before, struct err *err)
{
    return load(arena, path, before, err);
}
