#include "complaint/pack.h"

#include <string.h>

#include "base/str.h"
#include "text/yaml.h"

static const struct {
    const char *name, *option;
} abouts[] = {
    [ABOUT_NONE] = {"none", NULL},
    [ABOUT_TREATMENT] = {"treatment", "--treatment"},
    [ABOUT_PRODUCT] = {"product", "--product"},
    [ABOUT_STAFF] = {"staff", "--about"},
    [ABOUT_VISIT] = {"visit", "--visit"},
};
enum { ABOUTS = sizeof abouts / sizeof abouts[0] };

static int
read_about(const struct yaml *node, struct category *category, struct err *err)
{
    const char *about = yaml_text(node, "about");
    for (int i = 0; about && i < ABOUTS; i++) {
        if (strcmp(abouts[i].name, about) != 0)
            continue;
        category->about = (enum complaint_about)i;
        return 0;
    }
    return yaml_error(node, err, _("about: must be treatment, product, staff, visit or none"));
}

static int
read_category(const struct yaml *node, struct category *category, struct err *err)
{
    static const char *const known[] = {"zh", "says", "severity", "about", NULL};
    *category = (struct category){.name = node->key};
    if (yaml_only(node, known, err) < 0 || yaml_int(node, "severity", &category->severity, err) < 0)
        return -1;
    category->zh = yaml_text(node, "zh");
    category->says = yaml_text(node, "says");
    if (!category->zh || !category->says)
        return yaml_error(node, err, _("%s: needs zh and says"), node->key);
    if (category->severity < 1 || category->severity > 4)
        return yaml_error(node, err, _("severity: must be from 1 to 4"));
    return read_about(node, category, err);
}

int
categories_read(struct arena *arena, const char *path, struct categories *categories,
                struct err *err)
{
    static const char *const known[] = {"categories", NULL};
    const struct yaml *root = yaml_load(arena, path, err);
    const struct yaml *map = root ? yaml_get(root, "categories") : NULL;
    *categories = (struct categories){0};
    if (!root || yaml_only(root, known, err) < 0)
        return -1;
    if (!map || map->type != YAML_MAP)
        return yaml_error(root, err, _("categories: missing"));
    categories->items = arena_array(arena, (size_t)map->count, sizeof *categories->items);
    for (const struct yaml *node = map->first; node; node = node->next)
        if (read_category(node, &categories->items[categories->count++], err) < 0)
            return -1;
    return 0;
}

int
categories_load(struct arena *arena, const struct packs *packs, struct categories *categories,
                struct err *err)
{
    char *path = pack_find(packs, arena, "complaints.yaml");
    if (!path)
        return err_set(err, ERR_IO, _("complaints.yaml: not among the packs; install them again"));
    return categories_read(arena, path, categories, err);
}

const struct category *
category_find(const struct categories *categories, const char *name, struct err *err)
{
    struct str all = STR_INIT;
    for (int i = 0; i < categories->count; i++) {
        if (strcmp(categories->items[i].name, name) == 0) {
            str_release(&all);
            return &categories->items[i];
        }
        str_addf(&all, "%s%s", i ? ", " : "", categories->items[i].name);
    }
    err_set(err, ERR_DATA, _("%s: no such category; there are: %s"), name, all.text);
    str_release(&all);
    return NULL;
}

int
category_fits(const struct category *category, const struct complaint_links *links, struct err *err)
{
    const bool linked[] = {
        [ABOUT_NONE] = true,
        [ABOUT_TREATMENT] = links->treatment,
        [ABOUT_PRODUCT] = links->product,
        [ABOUT_STAFF] = links->staff,
        [ABOUT_VISIT] = links->visit,
    };
    if (linked[category->about])
        return 0;
    return err_set(err, ERR_DATA, _("a complaint of category %s must say what it is about: %s"),
                   category->name, abouts[category->about].option);
}
