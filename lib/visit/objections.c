#include "visit/objections.h"

#include <stdbool.h>
#include <string.h>

#include "base/str.h"
#include "text/yaml.h"

/* ---- what no answer may say ---------------------------------------------------------------- */

/* Whether the word at `at` of `text` stands inside one of the phrases that excuse it. */
static bool
is_excused(const struct yaml *never, const char *text, const char *at)
{
    size_t length = strlen(never->key);
    for (const struct yaml *phrase = never->first; phrase; phrase = phrase->next)
        for (const char *found = text; (found = strstr(found, phrase->text)); found++)
            if (found <= at && at + length <= found + strlen(phrase->text))
                return true;
    return false;
}

static const char *
forbidden_word(const struct yaml *all, const char *text)
{
    for (const struct yaml *never = all->first; never; never = never->next)
        for (const char *at = text; (at = strstr(at, never->key)); at++)
            if (!is_excused(never, text, at))
                return never->key;
    return NULL;
}

static int
read_never(const struct yaml *root, const struct yaml **never, struct err *err)
{
    *never = yaml_get(root, "never");
    if (!*never || (*never)->type != YAML_MAP || !(*never)->count)
        return yaml_error(root, err, _("%s: missing"), "never");
    for (const struct yaml *word = (*never)->first; word; word = word->next) {
        if (word->type != YAML_LIST || !*word->key)
            return yaml_error(
                word, err, _("%s: must be a list of phrases, empty if there are none"), word->key);
        for (const struct yaml *phrase = word->first; phrase; phrase = phrase->next)
            if (!phrase->text || !strstr(phrase->text, word->key))
                return yaml_error(phrase, err, _("%s: a phrase that excuses it must have it"),
                                  word->key);
    }
    return 0;
}

/* ---- entries ------------------------------------------------------------------------------- */

static const struct objection_kind *
find_kind(const struct objections *objections, const char *name)
{
    for (int i = 0; i < objections->kind_count; i++)
        if (strcmp(objections->kinds[i].name, name) == 0 ||
            strcmp(objections->kinds[i].zh, name) == 0)
            return &objections->kinds[i];
    return NULL;
}

static int
read_match(struct arena *arena, const struct yaml *node, struct objection *entry, struct err *err)
{
    const struct yaml *match = yaml_get(node, "match");
    if (!match || match->type != YAML_LIST || !match->count)
        return yaml_error(node, err, _("%s: needs match, the words by which it is found"),
                          entry->id);
    entry->match = arena_array(arena, (size_t)match->count, sizeof *entry->match);
    for (const struct yaml *word = match->first; word; word = word->next) {
        if (!word->text || !*word->text)
            return yaml_error(word, err, _("%s: match: an empty word finds everything"), entry->id);
        entry->match[entry->match_count++] = word->text;
    }
    return 0;
}

static int
judge(const struct yaml *node, const struct yaml *never, const struct objections *objections,
      struct objection *entry, struct err *err)
{
    const char *kind = yaml_text(node, "kind");
    const char *word = forbidden_word(never, entry->answer);
    entry->kind = find_kind(objections, kind ? kind : "");
    if (!entry->kind)
        return yaml_error(node, err, _("%s: kind: must be one of kinds"), entry->id);
    if (word)
        return yaml_error(node, err, _("%s: answer: has %s, which no answer may promise"),
                          entry->id, word);
    if (!objection_fits(entry, entry->example))
        return yaml_error(node, err, _("%s: example: none of match finds it"), entry->id);
    for (int i = 0; i < objections->count; i++)
        if (strcmp(objections->items[i].id, entry->id) == 0)
            return yaml_error(node, err, _("%s: stands there twice"), entry->id);
    return 0;
}

static int
read_entry(struct arena *arena, const struct yaml *node, const struct yaml *never,
           struct objections *objections, struct err *err)
{
    static const char *const known[] = {"id", "kind", "doubt", "answer", "match", "example", NULL};
    struct objection entry = {0};
    if (yaml_only(node, known, err) < 0)
        return -1;
    entry.id = yaml_text(node, "id");
    entry.doubt = yaml_text(node, "doubt");
    entry.answer = yaml_text(node, "answer");
    entry.example = yaml_text(node, "example");
    if (!entry.id || !entry.doubt || !entry.answer || !entry.example)
        return yaml_error(node, err, _("%s: needs id, kind, doubt, match, example and answer"),
                          entry.id ? entry.id : "entries");
    if (read_match(arena, node, &entry, err) < 0 || judge(node, never, objections, &entry, err) < 0)
        return -1;
    objections->items[objections->count++] = entry;
    return 0;
}

/* ---- the pack ------------------------------------------------------------------------------ */

static int
read_kinds(struct arena *arena, const struct yaml *root, struct objections *objections,
           struct err *err)
{
    const struct yaml *kinds = yaml_get(root, "kinds");
    if (!kinds || kinds->type != YAML_MAP || !kinds->count)
        return yaml_error(root, err, _("%s: missing"), "kinds");
    objections->kinds = arena_array(arena, (size_t)kinds->count, sizeof *objections->kinds);
    for (const struct yaml *node = kinds->first; node; node = node->next) {
        if (!node->text || !*node->text)
            return yaml_error(node, err, _("%s: needs its Chinese name"), node->key);
        objections->kinds[objections->kind_count++] =
            (struct objection_kind){node->key, node->text};
    }
    return 0;
}

/* A kind that no entry answers would leave a consultant without a word. */
static int
need_entries(const struct yaml *root, const struct objections *objections, struct err *err)
{
    for (int k = 0; k < objections->kind_count; k++) {
        int i = 0;
        while (i < objections->count && objections->items[i].kind != &objections->kinds[k])
            i++;
        if (i == objections->count)
            return yaml_error(root, err, _("%s: a kind without any entry"),
                              objections->kinds[k].name);
    }
    return 0;
}

int
objections_load(struct arena *arena, const struct packs *packs, struct objections *objections,
                struct err *err)
{
    static const char *const known[] = {"kinds", "never", "entries", NULL};
    const struct yaml *never;
    char *path = pack_find(packs, arena, "objections.yaml");
    *objections = (struct objections){0};
    if (!path)
        return err_set(err, ERR_IO, _("%s: not among the packs; install them again"),
                       "objections.yaml");
    const struct yaml *root = yaml_load(arena, path, err);
    if (!root || yaml_only(root, known, err) < 0 || read_kinds(arena, root, objections, err) < 0 ||
        read_never(root, &never, err) < 0)
        return -1;
    const struct yaml *entries = yaml_get(root, "entries");
    if (!entries || entries->type != YAML_LIST || !entries->count)
        return yaml_error(root, err, _("%s: missing"), "entries");
    objections->items = arena_array(arena, (size_t)entries->count, sizeof *objections->items);
    for (const struct yaml *node = entries->first; node; node = node->next)
        if (read_entry(arena, node, never, objections, err) < 0)
            return -1;
    return need_entries(root, objections, err);
}

const struct objection_kind *
objections_kind(const struct objections *objections, const char *name, struct err *err)
{
    const struct objection_kind *kind = find_kind(objections, name);
    const char *names[64];
    size_t count = 0;
    for (int i = 0; i < objections->kind_count && i < 64; i++)
        names[count++] = objections->kinds[i].name;
    const char *near = str_nearest(name, names, count);
    if (!kind)
        err_set(err, ERR_DATA, _("%s: no such kind of doubt in objections.yaml%s%s"), name,
                near ? _("; did you mean ") : "", near ? near : "");
    return kind;
}

int
objection_fits(const struct objection *objection, const char *words)
{
    int found = 0;
    for (int i = 0; i < objection->match_count; i++)
        found += strstr(words, objection->match[i]) != NULL;
    return found;
}
