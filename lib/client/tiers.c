#include "client/tiers.h"

#include <string.h>

/* ---- the pack ------------------------------------------------------------------------------------------ */

static int
read_benefits(struct arena *arena, const struct yaml *node, struct tier *tier, struct err *err)
{
    static const char *const known[] = {"says", "zh", NULL};
    const struct yaml *list = yaml_get(node, "benefits");
    if (!list || list->type != YAML_LIST || list->count == 0)
        return yaml_error(node, err, _("benefits: missing"));
    tier->benefits = arena_array(arena, (size_t)list->count, sizeof *tier->benefits);
    for (const struct yaml *child = list->first; child; child = child->next) {
        struct benefit *benefit = &tier->benefits[tier->benefit_count++];
        if (yaml_only(child, known, err) < 0)
            return -1;
        *benefit = (struct benefit){yaml_text(child, "says"), yaml_text(child, "zh")};
        if (!benefit->says || !benefit->zh)
            return yaml_error(child, err, _("needs says and zh"));
    }
    return 0;
}

static int
read_tiers(struct arena *arena, const struct yaml *list, struct tiers *tiers, struct err *err)
{
    static const char *const more[] = {"benefits", NULL};
    struct rule *rules;
    if (rules_read(arena, list, "tier", more, &rules, &tiers->count, err) < 0)
        return -1;
    tiers->items = arena_array(arena, (size_t)tiers->count, sizeof *tiers->items);
    const struct yaml *node = list->first;
    for (int i = 0; i < tiers->count; i++, node = node->next) {
        tiers->items[i].rule = rules[i];
        if (read_benefits(arena, node, &tiers->items[i], err) < 0)
            return -1;
    }
    return 0;
}

int
tiers_load(struct arena *arena, const struct packs *packs, struct tiers *tiers, struct err *err)
{
    static const char *const known[] = {"keep_days", "tiers", NULL};
    const struct yaml *root = rules_load(arena, packs, "tiers.yaml", err);
    *tiers = (struct tiers){.keep_days = 0};
    if (!root || yaml_only(root, known, err) < 0 ||
        yaml_int(root, "keep_days", &tiers->keep_days, err) < 0)
        return -1;
    if (tiers->keep_days < 0)
        return yaml_error(root, err, _("keep_days: must not be below 0"));
    const struct yaml *list = yaml_get(root, "tiers");
    return list ? read_tiers(arena, list, tiers, err) : yaml_error(root, err, _("tiers: missing"));
}

int
tiers_place(const struct tiers *tiers, const struct measures *measures, uint64_t *reasons)
{
    for (int i = 0; i < tiers->count; i++)
        if ((*reasons = rule_holds(&tiers->items[i].rule, measures)))
            return i;
    *reasons = 0;
    return tiers->count;
}

int
tiers_find(const struct tiers *tiers, const char *name)
{
    for (int i = 0; i < tiers->count; i++)
        if (strcmp(tiers->items[i].rule.name, name) == 0)
            return i;
    return -1;
}
