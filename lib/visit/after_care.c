#include "visit/after_care.h"

#include <string.h>

#include "text/yaml.h"

const char *const care_project_kinds[] = {"injection", "laser", "skin",  "surgery", "dental",
                                          "care",      "exam",  "other", NULL};

const struct care_advice *
care_find(const struct care_pack *pack, const char *kind)
{
    for (int i = 0; i < pack->count; i++)
        if (strcmp(pack->items[i].kind, kind) == 0)
            return &pack->items[i];
    return NULL;
}

static int
read_advice(const struct yaml *node, struct care_advice *advice, struct err *err)
{
    static const char *const known[] = {"next_days", "advice", NULL};
    *advice = (struct care_advice){.kind = node->key, .advice = yaml_text(node, "advice")};
    if (yaml_only(node, known, err) < 0 || yaml_int(node, "next_days", &advice->next_days, err) < 0)
        return -1;
    if (!advice->advice || !*advice->advice)
        return yaml_error(node, err, _("%s: needs advice"), node->key);
    if (advice->next_days < 1 || advice->next_days > CARE_DAYS_MOST)
        return yaml_error(node, err, _("%s: needs next_days, from 1 to %d"), node->key,
                          CARE_DAYS_MOST);
    return 0;
}

int
care_load(struct arena *arena, const struct packs *packs, struct care_pack *pack, struct err *err)
{
    static const char *const known[] = {"kinds", NULL};
    char *path = pack_find(packs, arena, "care.yaml");
    *pack = (struct care_pack){0};
    if (!path)
        return err_set(err, ERR_IO, _("%s: not among the packs; install them again"), "care.yaml");
    const struct yaml *root = yaml_load(arena, path, err);
    if (!root || yaml_only(root, known, err) < 0)
        return -1;
    const struct yaml *kinds = yaml_get(root, "kinds");
    if (!kinds || yaml_only(kinds, care_project_kinds, err) < 0)
        return kinds ? -1 : yaml_error(root, err, _("%s: missing"), "kinds");
    pack->items = arena_array(arena, (size_t)kinds->count, sizeof *pack->items);
    for (const struct yaml *node = kinds->first; node; node = node->next)
        if (read_advice(node, &pack->items[pack->count++], err) < 0)
            return -1;
    for (int i = 0; care_project_kinds[i]; i++)
        if (!care_find(pack, care_project_kinds[i]))
            return yaml_error(kinds, err, _("%s: a kind of project without advice"),
                              care_project_kinds[i]);
    return 0;
}
