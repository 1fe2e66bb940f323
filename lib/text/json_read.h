/*
 * json_read: one JSON text (RFC 8259) as a tree in an arena. For what medi wrote itself: no NUL in texts,
 * numbers are integers of 64 bits.
 */
#ifndef MEDI_TEXT_JSON_READ_H
#define MEDI_TEXT_JSON_READ_H

#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"

enum json_type { JSON_IS_NULL, JSON_IS_INT, JSON_IS_TEXT, JSON_IS_OBJECT };

struct json_value {
    enum json_type type;
    int64_t number;
    const char *text;
    const char *name; /* as a member of an object */
    const struct json_value
        *member; /* of an object: the first, in the order of the text; NULL: none */
    const struct json_value *next; /* the member behind this one */
};

/* NULL: no such JSON, or an array, a real number, true or false in it; ERR_DATA. */
const struct json_value *json_read(struct arena *arena, const char *text, size_t length,
                                   struct err *err);

/* The same of what another program wrote: true, false and numbers with a fraction come as texts,
 * arrays as NULL. */
const struct json_value *json_read_foreign(struct arena *arena, const char *text, size_t length,
                                           struct err *err);

/* The member of that name, or NULL; also when `object` is NULL or no object. */
const struct json_value *json_member(const struct json_value *object, const char *name);

#endif
