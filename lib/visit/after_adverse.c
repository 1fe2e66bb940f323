#include "visit/after_adverse.h"

#include <string.h>

#include "base/str.h"
#include "text/yaml.h"

/* ---- words --------------------------------------------------------------------------------- */

static unsigned
of_word(const char *word)
{
    static const char *const words[] = {"device", "drug", "procedure"};
    for (unsigned i = 0; word && i < 3; i++)
        if (strcmp(words[i], word) == 0)
            return 1u << i;
    return 0;
}

static int
read_of(const struct yaml *node, unsigned *of, struct err *err)
{
    const struct yaml *list = yaml_get(node, "of");
    const struct yaml *word = list && list->type == YAML_LIST ? list->first : NULL;
    for (*of = 0; word; word = word->next) {
        unsigned one = of_word(word->text);
        if (!one || *of & one)
            return yaml_error(word, err, _("of: must be device, drug and procedure, each once"));
        *of |= one;
    }
    return *of ? 0 : yaml_error(node, err, _("of: must be device, drug and procedure, each once"));
}

/* ---- grades and kinds ---------------------------------------------------------------------- */

static int
read_grades(const struct yaml *root, struct adverse_pack *pack, struct err *err)
{
    static const char *const known[] = {"1", "2", "3", "4", "5", NULL};
    static const char *const inside[] = {"zh", "says", NULL};
    const struct yaml *all = yaml_get(root, "grades");
    if (!all || yaml_only(all, known, err) < 0)
        return all ? -1 : yaml_error(root, err, _("%s: missing"), "grades");
    for (int grade = 1; grade <= ADVERSE_GRADES; grade++) {
        const struct yaml *node = yaml_get(all, known[grade - 1]);
        if (!node || yaml_only(node, inside, err) < 0)
            return node ? -1 : yaml_error(all, err, _("grades: %d is missing"), grade);
        pack->grades[grade] =
            (struct adverse_grade){yaml_text(node, "zh"), yaml_text(node, "says")};
        if (!pack->grades[grade].zh || !pack->grades[grade].says)
            return yaml_error(node, err, _("%s: needs zh and says"), node->key);
    }
    return 0;
}

static bool
is_name(const struct adverse_kind *kind, const char *name)
{
    return strcmp(kind->name, name) == 0 || strcmp(kind->zh, name) == 0;
}

static int
read_kind(const struct yaml *node, struct adverse_pack *pack, struct err *err)
{
    static const char *const known[] = {"zh", "of", NULL};
    struct adverse_kind kind = {.name = node->key, .zh = yaml_text(node, "zh")};
    if (yaml_only(node, known, err) < 0 || read_of(node, &kind.of, err) < 0)
        return -1;
    if (!kind.zh || !*kind.zh)
        return yaml_error(node, err, _("%s: needs its Chinese name"), node->key);
    for (int i = 0; i < pack->kind_count; i++)
        if (is_name(&pack->kinds[i], kind.zh) || is_name(&pack->kinds[i], kind.name))
            return yaml_error(node, err, _("%s: has a name of %s"), node->key, pack->kinds[i].name);
    pack->kinds[pack->kind_count++] = kind;
    return 0;
}

static int
read_kinds(struct arena *arena, const struct yaml *root, struct adverse_pack *pack, struct err *err)
{
    const struct yaml *all = yaml_get(root, "kinds");
    if (!all || all->type != YAML_MAP || !all->count)
        return yaml_error(root, err, _("%s: missing"), "kinds");
    pack->kinds = arena_array(arena, (size_t)all->count, sizeof *pack->kinds);
    for (const struct yaml *node = all->first; node; node = node->next)
        if (read_kind(node, pack, err) < 0)
            return -1;
    return 0;
}

/* ---- rules --------------------------------------------------------------------------------- */

static int
read_rule_grades(const struct yaml *node, struct adverse_rule *rule, struct err *err)
{
    const struct yaml *list = yaml_get(node, "grades");
    const struct yaml *grade = list && list->type == YAML_LIST ? list->first : NULL;
    for (; grade; grade = grade->next) {
        if (!grade->text || strlen(grade->text) != 1 || !strchr("12345", *grade->text))
            return yaml_error(grade, err, _("%s: grades: must be from 1 to %d"), rule->id,
                              ADVERSE_GRADES);
        rule->grades |= 1u << (*grade->text - '0');
    }
    return rule->grades
               ? 0
               : yaml_error(node, err, _("%s: needs grades, the ones that are reported"), rule->id);
}

/* A rule that no kind can come under would be a deadline that nobody ever gets. */
static int
judge_rule(const struct yaml *node, const struct adverse_pack *pack,
           const struct adverse_rule *rule, struct err *err)
{
    int kind = 0;
    while (kind < pack->kind_count && !(pack->kinds[kind].of & rule->of))
        kind++;
    if (kind == pack->kind_count)
        return yaml_error(node, err, _("%s: no kind comes under it"), rule->id);
    for (int i = 0; i < pack->rule_count; i++) {
        const struct adverse_rule *other = &pack->rules[i];
        if (strcmp(other->id, rule->id) == 0)
            return yaml_error(node, err, _("%s: stands there twice"), rule->id);
        if (other->of == rule->of && other->grades & rule->grades)
            return yaml_error(node, err, _("%s: has a grade that %s has too"), rule->id, other->id);
    }
    return 0;
}

static int
read_rule(const struct yaml *node, struct adverse_pack *pack, struct err *err)
{
    static const char *const known[] = {"id",   "of",     "grades",    "days", "to",
                                        "duty", "source", "confirmed", NULL};
    struct adverse_rule rule = {.days = -1};
    if (yaml_only(node, known, err) < 0 || yaml_int(node, "days", &rule.days, err) < 0 ||
        yaml_bool(node, "confirmed", &rule.confirmed, err) < 0)
        return -1;
    rule.id = yaml_text(node, "id");
    rule.to = yaml_text(node, "to");
    rule.duty = yaml_text(node, "duty");
    rule.source = yaml_text(node, "source");
    rule.of = of_word(yaml_text(node, "of"));
    if (!rule.id || !rule.to || !rule.duty || !rule.source || !yaml_get(node, "confirmed"))
        return yaml_error(node, err,
                          _("%s: needs id, of, grades, days, to, duty, source, confirmed"),
                          rule.id ? rule.id : "reports");
    if (!rule.of)
        return yaml_error(node, err, _("%s: of: must be device, drug or procedure"), rule.id);
    if (rule.days < 0 || rule.days > 365)
        return yaml_error(node, err, _("%s: days: must be from 0 to %d"), rule.id, 365);
    if (read_rule_grades(node, &rule, err) < 0 || judge_rule(node, pack, &rule, err) < 0)
        return -1;
    pack->rules[pack->rule_count++] = rule;
    return 0;
}

static int
read_rules(struct arena *arena, const struct yaml *root, struct adverse_pack *pack, struct err *err)
{
    const struct yaml *all = yaml_get(root, "reports");
    if (!all || all->type != YAML_LIST || !all->count)
        return yaml_error(root, err, _("%s: missing"), "reports");
    pack->rules = arena_array(arena, (size_t)all->count, sizeof *pack->rules);
    for (const struct yaml *node = all->first; node; node = node->next)
        if (read_rule(node, pack, err) < 0)
            return -1;
    return 0;
}

/* ---- the pack ------------------------------------------------------------------------------ */

int
adverse_load(struct arena *arena, const struct packs *packs, struct adverse_pack *pack,
             struct err *err)
{
    static const char *const known[] = {"grades", "kinds", "reports", NULL};
    char *path = pack_find(packs, arena, "adverse.yaml");
    *pack = (struct adverse_pack){0};
    if (!path)
        return err_set(err, ERR_IO, _("%s: not among the packs; install them again"),
                       "adverse.yaml");
    const struct yaml *root = yaml_load(arena, path, err);
    if (!root || yaml_only(root, known, err) < 0 || read_grades(root, pack, err) < 0 ||
        read_kinds(arena, root, pack, err) < 0)
        return -1;
    return read_rules(arena, root, pack, err);
}

const struct adverse_kind *
adverse_find(const struct adverse_pack *pack, const char *name, struct err *err)
{
    const char *names[128];
    size_t count = 0;
    for (int i = 0; i < pack->kind_count; i++) {
        if (is_name(&pack->kinds[i], name))
            return &pack->kinds[i];
        if (count < sizeof names / sizeof *names)
            names[count++] = pack->kinds[i].name;
    }
    const char *near = str_nearest(name, names, count);
    err_set(err, ERR_DATA, _("%s: no such kind in adverse.yaml%s%s"), name,
            near ? _("; did you mean ") : "", near ? near : "");
    return NULL;
}

const struct adverse_rule *
adverse_due(const struct adverse_pack *pack, const struct adverse_kind *kind, int64_t grade,
            unsigned used)
{
    const struct adverse_rule *first = NULL;
    for (int i = 0; i < pack->rule_count; i++) {
        const struct adverse_rule *rule = &pack->rules[i];
        bool meant = rule->of & kind->of & used && rule->grades & 1u << grade;
        if (meant && (!first || rule->days < first->days))
            first = rule;
    }
    return first;
}
