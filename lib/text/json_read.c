#include "text/json_read.h"

#include <jansson.h>
#include <stdbool.h>
#include <string.h>

static struct json_value *copy(struct arena *arena, const json_t *from);

static bool
copy_members(struct arena *arena, const json_t *from, struct json_value *object)
{
    const struct json_value **end = &object->member;
    const char *name;
    json_t *value;
    json_object_foreach((json_t *)from, name, value)
    {
        struct json_value *member = copy(arena, value);
        if (!member)
            return false;
        member->name = arena_strdup(arena, name);
        *end = member;
        end = &member->next;
    }
    return true;
}

/* Not deeper than jansson reads: 2048. */
static struct json_value *
copy(struct arena *arena, const json_t *from)
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
        return copy_members(arena, from, value) ? value : NULL;
    default:
        return NULL;
    }
}

const struct json_value *
json_read(struct arena *arena, const char *text, size_t length, struct err *err)
{
    json_error_t error;
    json_t *tree = json_loadb(text, length, JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, &error);
    struct json_value *value = tree ? copy(arena, tree) : NULL;
    json_decref(tree);
    if (!value)
        err_set(err, ERR_DATA, _("no valid JSON, or not as medi writes it"));
    return value;
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
