#include "visit/gate_rules.h"

#include <string.h>

#include "base/str.h"
#include "text/yaml.h"

/* ---- reading ----------------------------------------------------------------------------------------- */

static int
check_levels(const struct yaml *list, struct err *err)
{
    static const char *const known[] = {"level", "grade", "with", NULL};
    for (const struct yaml *node = list->first; node; node = node->next) {
        int64_t grade = 0;
        if (yaml_only(node, known, err) < 0 || yaml_int(node, "grade", &grade, err) < 0)
            return -1;
        if (!yaml_text(node, "level") || grade < 1 || grade > 4)
            return yaml_error(node, err, _("levels: needs a level and a grade from 1 to 4"));
    }
    return 0;
}

/* A map of words to lists of words. */
static int
check_words(const struct yaml *map, struct err *err)
{
    for (const struct yaml *node = map->first; node; node = node->next) {
        if (node->type != YAML_LIST || node->count == 0)
            return yaml_error(node, err, _("%s: a list of words is needed"), node->key);
        for (const struct yaml *word = node->first; word; word = word->next)
            if (!word->text)
                return yaml_error(word, err, _("%s: a list of words is needed"), node->key);
    }
    return 0;
}

static bool
is_licence(const char *word)
{
    static const char *const words[] = {"physician",  "chief-physician", "nurse",
                                        "pharmacist", "device",          "other"};
    for (size_t i = 0; word && i < sizeof words / sizeof words[0]; i++)
        if (strcmp(words[i], word) == 0)
            return true;
    return false;
}

/* Every kind of project must be there, or a gate would stand open. */
static int
check_operators(const struct yaml *map, struct err *err)
{
    static const char *const kinds[] = {"injection", "laser", "skin",  "surgery", "dental",
                                        "care",      "exam",  "other", NULL};
    if (yaml_only(map, kinds, err) < 0)
        return -1;
    for (int i = 0; kinds[i]; i++) {
        const char *word = yaml_text(map, kinds[i]);
        if (!word || (!is_licence(word) && strcmp(word, "none") != 0))
            return yaml_error(map, err, _("operators: %s: needs a kind of licence, or none"),
                              kinds[i]);
    }
    return 0;
}

static int
check_satisfied(const struct yaml *map, struct err *err)
{
    if (check_words(map, err) < 0)
        return -1;
    for (const struct yaml *node = map->first; node; node = node->next) {
        bool known = is_licence(node->key);
        for (const struct yaml *word = node->first; word; word = word->next)
            known = known && is_licence(word->text);
        if (!known)
            return yaml_error(node, err, _("%s: no kind of licence"), node->key);
    }
    return 0;
}

static int
read_ages(const struct yaml *map, struct gate_rules *rules, struct err *err)
{
    static const char *const known[] = {"minor", "own_signature", NULL};
    rules->minor = rules->own_signature = -1;
    if (yaml_only(map, known, err) < 0 || yaml_int(map, "minor", &rules->minor, err) < 0 ||
        yaml_int(map, "own_signature", &rules->own_signature, err) < 0)
        return -1;
    if (rules->own_signature < 0 || rules->minor < rules->own_signature)
        return yaml_error(map, err, _("ages: minor and own_signature are needed, in years"));
    return 0;
}

/* Which parts are not confirmed by a text of the law at hand: for who reads; it must name parts
 * that there are. */
static int
check_unconfirmed(const struct yaml *root, struct err *err)
{
    const struct yaml *list = yaml_get(root, "unconfirmed");
    for (const struct yaml *node = list ? list->first : NULL; node; node = node->next)
        if (!node->text || !yaml_get(root, node->text))
            return yaml_error(node, err, _("unconfirmed: %s: no part of this file"),
                              node->text ? node->text : "?");
    return 0;
}

int
gate_rules_parse(const struct yaml *root, struct gate_rules *rules, struct err *err)
{
    static const char *const known[] = {"levels",       "scopes", "store_scopes", "operators",
                                        "satisfied_by", "ages",   "unconfirmed",  NULL};
    if (yaml_only(root, known, err) < 0)
        return -1;
    for (int i = 0; strcmp(known[i], "unconfirmed") != 0; i++)
        if (!yaml_get(root, known[i]))
            return yaml_error(root, err, _("%s: missing"), known[i]);
    *rules = (struct gate_rules){.levels = yaml_get(root, "levels"),
                                 .scopes = yaml_get(root, "scopes"),
                                 .store_scopes = yaml_get(root, "store_scopes"),
                                 .operators = yaml_get(root, "operators"),
                                 .satisfied_by = yaml_get(root, "satisfied_by")};
    return check_levels(rules->levels, err) || check_words(rules->scopes, err) ||
                   check_words(rules->store_scopes, err) ||
                   check_operators(rules->operators, err) ||
                   check_satisfied(rules->satisfied_by, err) ||
                   read_ages(yaml_get(root, "ages"), rules, err) || check_unconfirmed(root, err)
               ? -1
               : 0;
}

int
gate_rules_load(struct arena *arena, const struct packs *packs, struct gate_rules *rules,
                struct err *err)
{
    const struct packs shipped = {NULL, packs->shipped};
    const char *path = pack_find(&shipped, arena, "gates.yaml");
    if (!path)
        return err_set(err, ERR_IO, _("gates.yaml: not among the packs; install them again"));
    const struct yaml *root = yaml_load(arena, path, err);
    return root ? gate_rules_parse(root, rules, err) : -1;
}

/* ---- asking ------------------------------------------------------------------------------------------- */

static bool
separates(const char *at, size_t *length)
{
    static const char *const marks[] = {"、", "，", "；", "／", "　", ",", ";", "/", " ", "|"};
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
        if (str_starts(at, marks[i])) {
            *length = strlen(marks[i]);
            return true;
        }
    }
    return false;
}

/* Whether a list of words, as licences write them, has a word. */
static bool
has_word(const char *list, const char *word)
{
    size_t wanted = strlen(word), skip = 0;
    const char *start = list;
    for (const char *at = list;; at++) {
        bool ends = !*at || separates(at, &skip);
        if (!ends)
            continue;
        if ((size_t)(at - start) == wanted && memcmp(start, word, wanted) == 0)
            return true;
        if (!*at)
            return false;
        at += skip - 1;
        start = at + 1;
    }
}

static bool
covers(const struct yaml *map, const char *list, const char *department)
{
    if (!department)
        return true;
    if (!list)
        return false;
    if (has_word(list, department))
        return true;
    const struct yaml *also = yaml_get(map, department);
    for (const struct yaml *word = also ? also->first : NULL; word; word = word->next)
        if (has_word(list, word->text))
            return true;
    return false;
}

bool
gate_scope_covers(const struct gate_rules *rules, const char *scope, const char *department)
{
    return covers(rules->scopes, scope, department);
}

bool
gate_store_covers(const struct gate_rules *rules, const char *departments, const char *department)
{
    return covers(rules->store_scopes, departments, department);
}

int64_t
gate_level_grade(const struct gate_rules *rules, const char *level, const char *departments)
{
    int64_t most = 0;
    for (const struct yaml *node = rules->levels->first; level && node; node = node->next) {
        struct err ignored = {0};
        int64_t grade = 0;
        const char *with = yaml_text(node, "with");
        yaml_int(node, "grade", &grade, &ignored);
        if (strstr(level, yaml_text(node, "level")) && grade > most &&
            (!with || (departments && has_word(departments, with))))
            most = grade;
    }
    return most;
}

const char *
gate_licence_needed(const struct gate_rules *rules, const char *licence, const char *kind)
{
    const char *word = licence ? licence : yaml_text(rules->operators, kind);
    return !word || strcmp(word, "none") == 0 ? NULL : word;
}

bool
gate_licence_satisfies(const struct gate_rules *rules, const char *have, const char *need)
{
    if (strcmp(have, need) == 0)
        return true;
    const struct yaml *list = yaml_get(rules->satisfied_by, need);
    for (const struct yaml *word = list ? list->first : NULL; word; word = word->next)
        if (strcmp(word->text, have) == 0)
            return true;
    return false;
}
