#include "text/json_read.h"

#include <jansson.h>
#include <stdbool.h>
#include <string.h>

static struct json_value *copy(struct arena *arena, const json_t *from, bool foreign);

static bool
copy_members(struct arena *arena, const json_t *from, bool foreign, struct json_value *object)
{
    const struct json_value **end = &object->member;
    const char *name;
    json_t *value;
    json_object_foreach((json_t *)from, name, value)
    {
        struct json_value *member = copy(arena, value, foreign);
        if (!member)
            return false;
        member->name = arena_strdup(arena, name);
        *end = member;
        end = &member->next;
    }
    return true;
}

/* What medi does not write. */
static struct json_value *
copy_foreign(struct arena *arena, const json_t *from, struct json_value *value)
{
    if (json_is_real(from)) {
        value->type = JSON_IS_TEXT;
        value->text = arena_printf(arena, "%.15g", json_real_value(from));
    } else if (json_is_boolean(from)) {
        value->type = JSON_IS_TEXT;
        value->text = json_is_true(from) ? "true" : "false";
    } else {
        value->type = JSON_IS_NULL;
    }
    return value;
}

/* Not deeper than jansson reads: 2048. */
static struct json_value *
copy(struct arena *arena, const json_t *from, bool foreign)
{
    struct json_value *value = arena_alloc(arena, sizeof *value);
    switch (json_typeof(from)) {
    case JSON_NULL:
        value->type = JSON_IS_NULL;
        return value;
    case JSON_INTEGER:
        value->type = JSON_IS_INT;
        value->number = json_integer_value(from);
        return value;
    case JSON_STRING:
        value->type = JSON_IS_TEXT;
        value->text = arena_strndup(arena, json_string_value(from), json_string_length(from));
        return value;
    case JSON_OBJECT:
        value->type = JSON_IS_OBJECT;
        return copy_members(arena, from, foreign, value) ? value : NULL;
    default:
        return foreign ? copy_foreign(arena, from, value) : NULL;
    }
}

static const struct json_value *
read_as(struct arena *arena, const char *text, size_t length, bool foreign, struct err *err)
{
    json_error_t error;
    json_t *tree = json_loadb(text, length, JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, &error);
    struct json_value *value = tree ? copy(arena, tree, foreign) : NULL;
    json_decref(tree);
    if (!value)
        err_set(err, ERR_DATA,
                foreign ? _("no valid JSON") : _("no valid JSON, or not as medi writes it"));
    return value;
}

const struct json_value *
json_read(struct arena *arena, const char *text, size_t length, struct err *err)
{
    return read_as(arena, text, length, false, err);
}

const struct json_value *
json_read_foreign(struct arena *arena, const char *text, size_t length, struct err *err)
{
    return read_as(arena, text, length, true, err);
}

const struct json_value *
json_member(const struct json_value *object, const char *name)
{
    const struct json_value *member =
        object && object->type == JSON_IS_OBJECT ? object->member : NULL;
    while (member && strcmp(member->name, name) != 0)
        member = member->next;
    return member;
}
