/* What a pack's reader asks of the tree. */
#include "text/yaml.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"

const struct yaml *
yaml_get(const struct yaml *map, const char *key)
{
    if (map == NULL || map->type != YAML_MAP)
        return NULL;
    for (const struct yaml *child = map->first; child != NULL; child = child->next)
        if (strcmp(child->key, key) == 0)
            return child;
    return NULL;
}

const char *
yaml_text(const struct yaml *map, const char *key)
{
    const struct yaml *node = yaml_get(map, key);

    return node != NULL && node->type == YAML_SCALAR ? node->text : NULL;
}

int
yaml_error(const struct yaml *node, struct err *err, const char *format, ...)
{
    char text[ERR_TEXT];
    va_list args;

    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    return err_set(err, ERR_DATA, "%s:%d: %s", node->file, node->line, text);
}

static size_t
word_count(const char *const *words)
{
    size_t count = 0;

    while (words[count] != NULL)
        count++;
    return count;
}

static bool
is_known(const char *key, const char *const *known)
{
    for (; *known != NULL; known++)
        if (strcmp(key, *known) == 0)
            return true;
    return false;
}

int
yaml_only(const struct yaml *map, const char *const *known, struct err *err)
{
    if (map->type != YAML_MAP)
        return yaml_error(map, err, _("a map (key: value) is wanted here"));
    for (const struct yaml *child = map->first; child != NULL; child = child->next) {
        if (is_known(child->key, known))
            continue;
        const char *nearest = str_nearest(child->key, known, word_count(known));
        if (nearest != NULL)
            return yaml_error(child, err, _("unknown key %s; is %s meant?"), child->key, nearest);
        return yaml_error(child, err, _("unknown key %s; remove it"), child->key);
    }
    return 0;
}

static bool
is_word(const char *text, const char *a, const char *b)
{
    return text != NULL && (strcmp(text, a) == 0 || strcmp(text, b) == 0);
}

int
yaml_bool(const struct yaml *map, const char *key, bool *value, struct err *err)
{
    const struct yaml *node = yaml_get(map, key);

    if (node == NULL)
        return 0;
    if (is_word(node->text, "true", "yes"))
        *value = true;
    else if (is_word(node->text, "false", "no"))
        *value = false;
    else
        return yaml_error(node, err, _("%s: true or false is wanted"), key);
    return 0;
}

int
yaml_int(const struct yaml *map, const char *key, int64_t *value, struct err *err)
{
    const struct yaml *node = yaml_get(map, key);
    const char *text = node == NULL ? NULL : node->text;

    if (node == NULL)
        return 0;
    const char *digits = text == NULL ? "" : text + (*text == '-');
    errno = 0;
    int64_t number = text == NULL ? 0 : strtoimax(text, NULL, 10);
    if (*digits == '\0' || digits[strspn(digits, "0123456789")] != '\0' || errno == ERANGE)
        return yaml_error(node, err, _("%s: a whole number is wanted"), key);
    *value = number;
    return 0;
}
