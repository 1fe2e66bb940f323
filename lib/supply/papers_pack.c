/* papers.yaml: papers, categories, needs. */
#include <string.h>

#include "base/str.h"
#include "supply/papers_read.h"
#include "supply/registration.h"

/* ---- kinds of papers --------------------------------------------------------------------------------- */

/* What it is called in the language of this run. */
static const char *
words_of(const struct yaml *node, bool zh)
{
    const char *en = yaml_text(node, "en");
    return zh && en ? yaml_text(node, "zh") : en;
}

static int
read_kind(const struct yaml *node, bool zh, struct paper_kind *kind, struct err *err)
{
    static const char *const known[] = {"zh", "en", "says", "covers", NULL};
    static const char *const covers[] = {"supplier", "item", "lot"};
    const char *word = yaml_text(node, "covers");
    if (yaml_only(node, known, err) < 0)
        return -1;
    *kind = (struct paper_kind){
        .name = node->key, .zh = yaml_text(node, "zh"), .says = yaml_text(node, "says")};
    kind->words = words_of(node, zh);
    if (!kind->zh || !kind->words || !kind->says)
        return yaml_error(node, err, _("%s: needs zh, en and says"), node->key);
    for (int i = 0; word && i < 3; i++)
        if (strcmp(word, covers[i]) == 0) {
            kind->covers = (enum paper_covers)i;
            return 0;
        }
    return yaml_error(node, err, _("covers: must be supplier, item or lot"));
}

static const struct paper_kind *
find_kind(const struct paper_rules *rules, const char *name)
{
    for (int i = 0; name && i < rules->kind_count; i++)
        if (strcmp(rules->kinds[i].name, name) == 0)
            return &rules->kinds[i];
    return NULL;
}

static struct paper_category *
find_category(const struct paper_rules *rules, const char *name)
{
    for (int i = 0; name && i < rules->category_count; i++)
        if (strcmp(rules->categories[i].name, name) == 0)
            return &rules->categories[i];
    return NULL;
}

/* ---- needs --------------------------------------------------------------------------------------------- */

static int
read_any(const struct paper_rules *rules, const struct yaml *node, struct paper_need *need,
         struct err *err)
{
    const struct yaml *any = yaml_get(node, "any");
    if (!any || any->type != YAML_LIST || any->count == 0 || any->count > PAPER_ANY_MOST)
        return yaml_error(node, err, _("any: must be a list of one to %d papers"), PAPER_ANY_MOST);
    for (const struct yaml *word = any->first; word; word = word->next) {
        const struct paper_kind *kind = find_kind(rules, word->text);
        if (!kind)
            return yaml_error(word, err, _("%s: is no paper of this pack"),
                              word->text ? word->text : "?");
        need->any[need->any_count++] = kind;
    }
    return 0;
}

static int
read_need(const struct paper_rules *rules, const struct yaml *node, struct paper_need *need,
          struct err *err)
{
    static const char *const known[] = {"id",        "zh",     "en",     "any", "law",
                                        "confirmed", "passes", "breaks", NULL};
    if (yaml_only(node, known, err) < 0)
        return -1;
    *need = (struct paper_need){.id = yaml_text(node, "id"),
                                .zh = yaml_text(node, "zh"),
                                .words = words_of(node, rules->zh),
                                .law = yaml_text(node, "law"),
                                .confirmed = true,
                                .passes = yaml_get(node, "passes"),
                                .breaks = yaml_get(node, "breaks")};
    if (!need->id || !need->zh || !need->words || !need->law)
        return yaml_error(node, err, _("a need has id, zh, en and law"));
    if (!need->passes || !need->breaks || need->breaks->type != YAML_LIST || !need->breaks->count)
        return yaml_error(node, err,
                          _("%s: needs an example that passes, and a list of some that "
                            "break it"),
                          need->id);
    return yaml_bool(node, "confirmed", &need->confirmed, err) < 0
               ? -1
               : read_any(rules, node, need, err);
}

static int
add_need(const struct yaml *node, struct paper_category *category, const struct paper_need *need,
         struct err *err)
{
    for (int i = 0; i < category->count; i++)
        if (category->needs[i] == need)
            return 0;
    if (category->count == PAPER_NEEDS_MOST)
        return yaml_error(node, err, _("%s: has more than %d needs"), category->name,
                          PAPER_NEEDS_MOST);
    category->needs[category->count++] = need;
    return 0;
}

/* ---- categories ---------------------------------------------------------------------------------------- */

static int
read_also(const struct paper_rules *rules, const struct yaml *node, struct paper_category *category,
          struct err *err)
{
    const struct yaml *also = yaml_get(node, "also");
    for (const struct yaml *word = also ? also->first : NULL; word; word = word->next) {
        const struct paper_category *other = find_category(rules, word->text);
        if (!other || other == category)
            return yaml_error(word, err, _("%s: no category of this pack that stands before it"),
                              word->text ? word->text : "?");
        for (int i = 0; i < other->count; i++)
            if (add_need(word, category, other->needs[i], err) < 0)
                return -1;
    }
    return 0;
}

static int
read_category(struct arena *arena, struct paper_rules *rules, const struct yaml *node,
              struct err *err)
{
    static const char *const known[] = {"zh", "en", "also", "needs", NULL};
    struct paper_category *category = &rules->categories[rules->category_count++];
    const struct yaml *needs = yaml_get(node, "needs");
    if (yaml_only(node, known, err) < 0)
        return -1;
    *category = (struct paper_category){
        .name = node->key, .zh = yaml_text(node, "zh"), .words = words_of(node, rules->zh)};
    if (!category->zh || !category->words)
        return yaml_error(node, err, _("%s: needs zh and en"), node->key);
    if (read_also(rules, node, category, err) < 0)
        return -1;
    for (const struct yaml *one = needs ? needs->first : NULL; one; one = one->next) {
        struct paper_need *need = arena_alloc(arena, sizeof *need);
        if (read_need(rules, one, need, err) < 0 || add_need(one, category, need, err) < 0)
            return -1;
    }
    return category->count ? 0 : yaml_error(node, err, _("%s: needs nothing"), node->key);
}

/* ---- the whole ------------------------------------------------------------------------------- */

static bool
is_asked(const struct paper_rules *rules, const struct paper_kind *kind)
{
    for (int i = 0; i < rules->category_count; i++)
        for (int j = 0; j < rules->categories[i].count; j++)
            for (int k = 0; k < rules->categories[i].needs[j]->any_count; k++)
                if (rules->categories[i].needs[j]->any[k] == kind)
                    return true;
    return false;
}

static int
check_asked(const struct paper_rules *rules, const struct yaml *map, struct err *err)
{
    for (const struct yaml *node = map->first; node; node = node->next)
        if (!is_asked(rules, find_kind(rules, node->key)))
            return yaml_error(node, err, _("%s: no category asks for this paper"), node->key);
    return 0;
}

/* What paper_category_of may answer. */
static const char *const derived[] = {"drug",
                                      "imported-drug",
                                      "controlled-drug",
                                      "imported-controlled-drug",
                                      "device-1",
                                      "device-2",
                                      "device-3",
                                      "cosmetic",
                                      "disinfectant",
                                      NULL};

static int
check_derived(const struct paper_rules *rules, const struct yaml *map, struct err *err)
{
    for (int i = 0; derived[i]; i++)
        if (!find_category(rules, derived[i]))
            return yaml_error(map, err, _("%s: missing; items are of it by their number"),
                              derived[i]);
    return 0;
}

int
paper_rules_parse(struct arena *arena, const struct yaml *root, bool zh, struct paper_rules *rules,
                  struct err *err)
{
    static const char *const known[] = {"papers", "categories", NULL};
    const struct yaml *papers = yaml_get(root, "papers"), *map = yaml_get(root, "categories");
    *rules = (struct paper_rules){.zh = zh};
    if (yaml_only(root, known, err) < 0)
        return -1;
    if (!papers || papers->type != YAML_MAP || !map || map->type != YAML_MAP)
        return yaml_error(root, err, _("papers and categories: missing"));
    rules->kinds = arena_array(arena, (size_t)papers->count, sizeof *rules->kinds);
    rules->categories = arena_array(arena, (size_t)map->count, sizeof *rules->categories);
    for (const struct yaml *node = papers->first; node; node = node->next)
        if (read_kind(node, zh, &rules->kinds[rules->kind_count++], err) < 0)
            return -1;
    for (const struct yaml *node = map->first; node; node = node->next)
        if (read_category(arena, rules, node, err) < 0)
            return -1;
    return check_asked(rules, papers, err) < 0 || check_derived(rules, map, err) < 0
               ? -1
               : paper_rules_prove(rules, err);
}

int
paper_rules_load(struct arena *arena, const struct packs *packs, bool zh, struct paper_rules *rules,
                 struct err *err)
{
    const struct packs shipped = {NULL, packs->shipped};
    char *path = pack_find(&shipped, arena, "papers.yaml");
    const struct yaml *root = path ? yaml_load(arena, path, err) : NULL;
    if (!path)
        return err_set(err, ERR_IO, _("papers.yaml: not among the packs; install them again"));
    return root ? paper_rules_parse(arena, root, zh, rules, err) : -1;
}

/* ---- by name --------------------------------------------------------------------------------- */

const struct paper_kind *
paper_kind_find(const struct paper_rules *rules, const char *name, struct err *err)
{
    struct str all = STR_INIT;
    for (int i = 0; i < rules->kind_count; i++) {
        if (strcmp(rules->kinds[i].name, name) == 0 || strcmp(rules->kinds[i].zh, name) == 0) {
            str_release(&all);
            return &rules->kinds[i];
        }
        str_addf(&all, "%s%s", i ? ", " : "", rules->kinds[i].name);
    }
    err_set(err, ERR_DATA, _("%s: no such paper; there are: %s"), name, all.text);
    str_release(&all);
    return NULL;
}

const struct paper_category *
paper_category_find(const struct paper_rules *rules, const char *name, struct err *err)
{
    const struct paper_category *category = find_category(rules, name);
    struct str all = STR_INIT;
    if (category)
        return category;
    for (int i = 0; i < rules->category_count; i++)
        str_addf(&all, "%s%s", i ? ", " : "", rules->categories[i].name);
    err_set(err, ERR_DATA, _("%s: no such category; there are: %s"), name, all.text);
    str_release(&all);
    return NULL;
}

static const char *
category_name(const struct supply_item *item)
{
    static const char *const devices[] = {"device-2", "device-1", "device-2", "device-3"};
    struct registration number = {0};
    if (item->registration_no)
        registration_read(item->registration_no, &number);
    if (strcmp(item->kind, "drug") == 0)
        return item->controlled && number.imported ? "imported-controlled-drug"
               : item->controlled                  ? "controlled-drug"
               : number.imported                   ? "imported-drug"
                                                   : "drug";
    if (number.kind == REGISTRATION_COSMETIC)
        return "cosmetic";
    if (number.kind == REGISTRATION_DISINFECTANT)
        return "disinfectant";
    if (strcmp(item->kind, "implant") == 0 && !number.device_class)
        return "device-3";
    return devices[number.device_class];
}

const struct paper_category *
paper_category_of(const struct paper_rules *rules, const struct supply_item *item, struct err *err)
{
    const char *name = item->category ? item->category : category_name(item);
    const struct paper_category *category = paper_category_find(rules, name, err);
    if (!category)
        err_wrap(err, "%s", item->code);
    return category;
}
