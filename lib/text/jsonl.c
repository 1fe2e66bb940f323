/*
 * JSON Lines through jansson. It turns numbers into doubles or 64-bit integers; a record wants them
 * as they were written ("1280.10", an id of twenty digits), so they are cut out of the line that
 * jansson has found valid: it keeps an object's members in the order of the text.
 */
#include "text/fields.h"

#include <jansson.h>
#include <string.h>

#include "base/arena.h"

static int
refuse_array(struct err *err)
{
    return err_set(err, ERR_DATA, _("a JSON array; write one object a line instead"));
}

static int
refuse_syntax(const json_error_t *error, const char *line, struct err *err)
{
    switch (json_error_code(error)) {
    case json_error_out_of_memory:
        return err_set(err, ERR_MEMORY, _("out of memory"));
    case json_error_duplicate_key:
        return err_set(err, ERR_DATA, _("a key stands twice in the object; remove one"));
    case json_error_numeric_overflow:
        return err_set(err, ERR_DATA, _("a number is too large"));
    case json_error_null_character:
    case json_error_null_byte_in_key:
        return err_set(err, ERR_DATA, _("a NUL character (\\u0000) in a text; remove it"));
    default:
        break;
    }
    if (line[0] == '[')
        return refuse_array(err);
    return err_set(err, ERR_DATA, _("no valid JSON near byte %d; write one object a line"),
                   error->position);
}

static json_t *
parse(const char *line, size_t length, struct err *err)
{
    enum { FLAGS = JSON_REJECT_DUPLICATES | JSON_DECODE_INT_AS_REAL };
    json_error_t error;
    json_t *object = json_loadb(line, length, FLAGS, &error); /* an object or an array */

    if (object == NULL) {
        refuse_syntax(&error, line, err);
    } else if (json_is_array(object)) {
        refuse_array(err);
        json_decref(object);
        object = NULL;
    }
    return object;
}

/* Behind the string that begins at `at`. */
static const char *
skip_string(const char *at)
{
    for (at++; *at != '"'; at++)
        if (*at == '\\')
            at++;
    return at + 1;
}

/* The value of the next member of a valid, flat object; `at` is behind the value before it. */
static const char *
next_value(const char *at)
{
    at = skip_string(strchr(at, '"'));
    at = strchr(at, ':') + 1;
    return at + strspn(at, " \t\r");
}

static const char *
skip_value(const char *at)
{
    return *at == '"' ? skip_string(at) : at + strcspn(at, ",} \t\r");
}

/* A value as a record has it; `raw` is how it stands in the line. */
static struct field
value_text(const json_t *value, const char *raw)
{
    switch (json_typeof(value)) {
    case JSON_STRING:
        return (struct field){.text = json_string_value(value),
                              .length = json_string_length(value)};
    case JSON_TRUE:
        return (struct field){.text = "1", .length = 1};
    case JSON_FALSE:
        return (struct field){.text = "0", .length = 1};
    case JSON_NULL:
        return (struct field){.text = "", .length = 0};
    default:
        return (struct field){.text = raw, .length = (size_t)(skip_value(raw) - raw)};
    }
}

/* The column of each member, new ones added: fields[column] is the member's text. */
static int
place(struct names *header, const char *key, struct field field, int *column, struct field *fields,
      struct err *err)
{
    int found = names_find(header, key, strlen(key), *column);

    if (found < 0) {
        if (names_add(header, key, strlen(key), err) != 0)
            return -1;
        found = header->count - 1;
    }
    if (fields[found].text != NULL)
        return err_set(err, ERR_DATA, _("the key %s stands twice in the object; remove one"),
                       header->names[found]);
    fields[found] = field;
    *column = found + 1;
    return 0;
}

static int
collect(struct names *header, json_t *object, const char *line, struct field *fields,
        struct err *err)
{
    const char *key, *at = line;
    json_t *value;
    int column = 0;

    json_object_foreach(object, key, value)
    {
        if (json_is_object(value) || json_is_array(value))
            return err_set(err, ERR_DATA, _("%s: an object or array; a record's values are plain"),
                           key);
        at = next_value(at);
        if (place(header, key, value_text(value, at), &column, fields, err) != 0)
            return -1;
        at = skip_value(at);
    }
    return 0;
}

static int
read_object(struct names *header, json_t *object, const char *line, struct fields *row,
            struct err *err)
{
    struct field fields[FIELDS_MAX] = {0};

    if (collect(header, object, line, fields, err) != 0)
        return -1;
    for (int i = 0; i < header->count; i++)
        fields_add(row, fields[i].text, fields[i].length);
    for (int i = 0; i < row->count; i++)
        row->fields[i].absent = fields[i].text == NULL;
    return fields_finish(row, err);
}

int
jsonl_row(struct names *header, struct lines *lines, struct fields *row, struct err *err)
{
    const char *line;
    size_t length;
    int got = lines_row(lines, &line, &length, err);

    if (got <= 0)
        return got;
    fields_clear(row);
    json_t *object = parse(line, lines_trim(line, length), err);
    if (object == NULL)
        return -1;
    got = read_object(header, object, line, row, err);
    json_decref(object);
    return got < 0 ? -1 : 1;
}
