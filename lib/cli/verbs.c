#include "cli/verbs.h"

#include <string.h>

#include "base/str.h"

size_t
verb_first(const char *name)
{
    return strcspn(name, " ");
}

const char *
verb_second(const char *name)
{
    const char *space = strchr(name, ' ');
    return space ? space + 1 : NULL;
}

bool
verb_same_first(const struct verb *a, const struct verb *b)
{
    size_t length = verb_first(a->name);
    return verb_first(b->name) == length && memcmp(a->name, b->name, length) == 0;
}

bool
verb_leads(const struct tool *tool, const struct verb *verb)
{
    for (const struct verb *other = tool->verbs; other != verb; other++)
        if (verb_same_first(other, verb))
            return false;
    return true;
}

static bool
first_is(const struct verb *verb, const char *word)
{
    size_t length = verb_first(verb->name);
    return strlen(word) == length && memcmp(word, verb->name, length) == 0;
}

bool
verb_is_group(const struct tool *tool, const char *word)
{
    for (const struct verb *verb = tool->verbs; verb->name; verb++)
        if (verb_second(verb->name) && first_is(verb, word))
            return true;
    return false;
}

static const struct verb *
find(const struct tool *tool, const char *first, const char *second)
{
    for (const struct verb *verb = tool->verbs; verb->name; verb++) {
        const char *name = verb_second(verb->name);
        if (first_is(verb, first) && (second ? name && strcmp(name, second) == 0 : !name))
            return verb;
    }
    return NULL;
}

const struct verb *
verb_find(const struct tool *tool, int count, char **words, int *taken)
{
    const struct verb *verb = NULL;
    *taken = 2;
    if (count > 1)
        verb = find(tool, words[0], words[1]);
    if (verb)
        return verb;
    *taken = 1;
    return find(tool, words[0], NULL);
}

/* ---- the nearest ---- */

/* Every name, every first word, of groups the second words: what a person may have meant. */
static const char *
nearest(const struct tool *tool, const char *text, const char *group)
{
    const char *names[128];
    size_t count = 0;
    for (const struct verb *verb = tool->verbs; verb->name && count < 128; verb++)
        if (!group || first_is(verb, group))
            names[count++] = verb->name;
    return str_nearest(text, names, count);
}

static const char *
nearest_first(const struct tool *tool, const char *word, struct arena *arena)
{
    const char *names[128];
    size_t count = 0;
    for (const struct verb *verb = tool->verbs; verb->name && count < 128; verb++)
        names[count++] = arena_strndup(arena, verb->name, verb_first(verb->name));
    return str_nearest(word, names, count);
}

static void
add_seconds(struct str *list, const struct tool *tool, const char *group)
{
    for (const struct verb *verb = tool->verbs; verb->name; verb++)
        if (first_is(verb, group) && verb_second(verb->name))
            str_addf(list, list->length ? ", %s" : "%s", verb_second(verb->name));
}

static int
unknown_second(const struct tool *tool, const char *group, const char *word, struct err *err)
{
    struct str text = STR_INIT, words = STR_INIT;
    str_addf(&text, "%s %s", group, word ? word : "");
    add_seconds(&words, tool, group);
    const char *near = word ? nearest(tool, text.text, group) : NULL;
    if (!word || *word == '-')
        err_set(err, ERR_USAGE, _("%s: a second word is missing: %s"), group, words.text);
    else if (near)
        err_set(err, ERR_USAGE, _("%s: no such verb; did you mean %s?"), text.text, near);
    else
        err_set(err, ERR_USAGE, _("%s: no such verb; after %s comes one of: %s"), text.text, group,
                words.text);
    str_release(&text);
    str_release(&words);
    return -1;
}

static int
unknown_first(const struct tool *tool, int count, char **words, struct err *err)
{
    struct arena arena;
    arena_init(&arena);
    const char *near = NULL;
    if (count > 1)
        near = nearest(tool, arena_printf(&arena, "%s %s", words[0], words[1]), NULL);
    if (!near || !verb_second(near))
        near = nearest_first(tool, words[0], &arena);
    if (near)
        err_set(err, ERR_USAGE, _("%s: no such verb; did you mean %s?"), words[0], near);
    else
        err_set(err, ERR_USAGE, _("%s: no such verb; --help lists them"), words[0]);
    arena_release(&arena);
    return -1;
}

int
verb_unknown(const struct tool *tool, int count, char **words, struct err *err)
{
    if (count < 1)
        return err_set(err, ERR_USAGE, _("a verb is missing"));
    if (words[0][0] == '-')
        return err_set(err, ERR_USAGE, _("%s: the verb comes first: %s VERB [options]"), words[0],
                       tool->name);
    if (verb_is_group(tool, words[0]))
        return unknown_second(tool, words[0], count > 1 ? words[1] : NULL, err);
    return unknown_first(tool, count, words, err);
}

/* ---- usage ---- */

char *
verb_usage(const struct tool *tool, const struct verb *verb, struct arena *arena)
{
    struct str line = STR_INIT;
    str_addf(&line, "%s %s [options]", tool->name, verb->name);
    for (const struct operand *operand = verb->operands; operand && operand->name; operand++)
        str_addf(&line, operand->optional ? " [%s%s]" : " %s%s", operand->name,
                 operand->repeats ? "..." : "");
    char *usage = arena_strdup(arena, line.text);
    str_release(&line);
    return usage;
}
