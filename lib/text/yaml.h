/*
 * yaml: a YAML file as a tree in an arena. The only door to libyaml.
 *
 * Scalars stay text (a pack's reader decides what is a number). Every node knows its line, so that
 * a bad pack is an error with file and line. Double keys, aliases and anchors, tags, several documents,
 * nesting deeper than 32 and files over 16 MiB are refused.
 */
#ifndef MEDI_TEXT_YAML_H
#define MEDI_TEXT_YAML_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"

enum yaml_type { YAML_NULL, YAML_SCALAR, YAML_LIST, YAML_MAP };

struct yaml {
    enum yaml_type type;
    const char *file;
    int line;
    const char *key;           /* when it stands in a map */
    const char *text;          /* scalar */
    struct yaml *first, *next; /* children in file order; the next sibling */
    int count;                 /* children */
};

/* The tree of a file; ERR_IO if it cannot be read, ERR_DATA "file:line: …" if it is malformed. */
struct yaml *yaml_load(struct arena *arena, const char *path, struct err *err);

/* Only what stands before the top-level key `before`: for who needs the head of a long file, and soon. */
struct yaml *yaml_load_head(struct arena *arena, const char *path, const char *before,
                            struct err *err);
struct yaml *yaml_parse(struct arena *arena, const char *name, const char *text, size_t length,
                        struct err *err);

const struct yaml *yaml_get(const struct yaml *map, const char *key); /* NULL: not there, no map */
const char *yaml_text(const struct yaml *map, const char *key); /* NULL: not there, no scalar */

/* "file:line: " and the words: for packs whose content is wrong. Returns -1. */
int yaml_error(const struct yaml *node, struct err *err, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Fails, naming the nearest known key, if `map` is no map or has a key outside `known` (NULL-terminated). */
int yaml_only(const struct yaml *map, const char *const *known, struct err *err);

/* true/false, yes/no; whole numbers: ERR_DATA with file and line. Absent: the value is left alone. */
int yaml_bool(const struct yaml *map, const char *key, bool *value, struct err *err);
int yaml_int(const struct yaml *map, const char *key, int64_t *value, struct err *err);

#endif
