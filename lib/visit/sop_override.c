/* What some projects do otherwise: the files of sop/. */
#include <string.h>

#include "base/str.h"
#include "visit/after_care.h"
#include "visit/sop_read.h"

/* ---- what a file says ---------------------------------------------------------------------- */

static int
find_place(const struct yaml *node, const struct sop *sop, const char *id, int *place,
           struct err *err)
{
    struct err wrong = {0};
    const struct sop_action *action = id ? sop_find(sop, id, &wrong) : NULL;
    if (!action)
        return yaml_error(node, err, "%s", id ? wrong.text : _("an action's id is wanted here"));
    *place = action->place;
    return 0;
}

static int
read_drops(const struct yaml *root, struct sop *sop, struct sop_override *override, struct err *err)
{
    const struct yaml *list = yaml_get(root, "drop");
    int place = 0;
    if (list && list->type != YAML_LIST)
        return yaml_error(list, err, _("%s: %s: must be a list"), override->name, "drop");
    for (const struct yaml *node = list ? list->first : NULL; node; node = node->next) {
        if (find_place(node, sop, node->text, &place, err) < 0)
            return -1;
        override->changes[place].drop = true;
    }
    return 0;
}

static int
read_changes(const struct yaml *root, struct sop *sop, struct sop_override *override,
             struct err *err)
{
    static const char *const known[] = {"within", "from", "before", NULL};
    const struct yaml *map = yaml_get(root, "change");
    int place = 0;
    if (map && map->type != YAML_MAP)
        return yaml_error(map, err, _("%s: %s: must be actions and their limits"), override->name,
                          "change");
    for (const struct yaml *node = map ? map->first : NULL; node; node = node->next) {
        if (find_place(node, sop, node->key, &place, err) < 0 || yaml_only(node, known, err) < 0)
            return -1;
        struct sop_change *change = &override->changes[place];
        const struct sop_fact *evidence = sop->actions[place].evidence;
        if (sop_read_limit(node, sop, node->key, &change->limit, err) < 0)
            return -1;
        if (change->drop || !change->limit.of)
            return yaml_error(node, err,
                              change->drop ? _("%s: is dropped above")
                                           : _("%s: needs within and from, or before"),
                              node->key);
        if (evidence && !evidence->timed)
            return yaml_error(node, err, _("%s: %s: has no time, so it cannot be late"), node->key,
                              evidence->name);
    }
    return 0;
}

static int
read_stage(const struct yaml *node, const struct sop *sop, int *stage, struct err *err)
{
    const char *id = yaml_text(node, "stage");
    for (*stage = 0; id && *stage < sop->stage_count; ++*stage)
        if (strcmp(sop->stages[*stage].id, id) == 0)
            return 0;
    return yaml_error(node, err, _("stage: must be one of sop.yaml's"));
}

static int
read_additions(struct arena *arena, const struct yaml *root, struct sop *sop,
               struct sop_override *override, int most, struct err *err)
{
    const struct yaml *list = yaml_get(root, "add");
    int stage = 0;
    if (list && list->type != YAML_LIST)
        return yaml_error(list, err, _("%s: %s: must be a list"), override->name, "add");
    for (const struct yaml *node = list ? list->first : NULL; node; node = node->next) {
        if (sop->count >= sop->pack_count + most)
            return yaml_error(node, err, _("add: more than %d actions"), most);
        if (read_stage(node, sop, &stage, err) < 0 ||
            sop_read_action(arena, node, sop, stage, err) < 0)
            return -1;
        struct sop_action *action = &sop->actions[sop->count - 1];
        action->rule.on = false;
        override->changes[action->place].add = true;
    }
    return 0;
}

static int
read_projects(struct arena *arena, const struct yaml *root, struct sop_override *override,
              struct err *err)
{
    const struct yaml *list = yaml_get(root, "projects");
    if (list && list->type != YAML_LIST)
        return yaml_error(list, err, _("%s: %s: must be a list"), override->name, "projects");
    override->projects =
        arena_array(arena, list ? (size_t)list->count : 0, sizeof *override->projects);
    for (const struct yaml *node = list ? list->first : NULL; node; node = node->next) {
        if (!node->text || !*node->text)
            return yaml_error(node, err, _("%s: %s: must be a list"), override->name, "projects");
        override->projects[override->project_count++] = node->text;
    }
    if (sop_read_kinds(root, override->name, &override->kinds, err) < 0)
        return -1;
    return override->project_count || override->kinds
               ? 0
               : yaml_error(root, err, _("%s: needs projects or kinds, or it is nobody's"),
                            override->name);
}

/* ---- the files ----------------------------------------------------------------------------- */

static int
read_file(struct arena *arena, const struct packs *packs, const char *name, struct sop *sop,
          int most, struct err *err)
{
    static const char *const known[] = {"says", "projects", "kinds", "drop", "change", "add", NULL};
    struct sop_override *override = &sop->overrides[sop->override_count];
    char *path = pack_find(packs, arena, arena_printf(arena, "sop/%s.yaml", name));
    const struct yaml *root = path ? yaml_load(arena, path, err) : NULL;
    if (!root)
        return path ? -1 : err_set(err, ERR_IO, _("%s: went away"), name);
    if (yaml_only(root, known, err) < 0)
        return -1;
    *override = (struct sop_override){.name = name, .says = yaml_text(root, "says")};
    if (!override->says)
        return yaml_error(root, err, _("%s: needs says, why it is so"), name);
    override->changes =
        arena_array(arena, (size_t)(sop->pack_count + most), sizeof *override->changes);
    if (read_projects(arena, root, override, err) < 0 || read_drops(root, sop, override, err) < 0 ||
        read_changes(root, sop, override, err) < 0 ||
        read_additions(arena, root, sop, override, most, err) < 0)
        return -1;
    sop->override_count++;
    return 0;
}

int
sop_read_overrides(struct arena *arena, const struct packs *packs, struct sop *sop, int most,
                   struct err *err)
{
    struct pack_names names;
    if (pack_list(packs, arena, "sop", &names, err) < 0)
        return -1;
    if (names.count > SOP_OVERRIDES_MOST)
        return err_set(err, ERR_DATA, _("sop/: has more than %d files"), SOP_OVERRIDES_MOST);
    sop->overrides = arena_array(arena, (size_t)names.count, sizeof *sop->overrides);
    for (int i = 0; i < names.count; i++)
        if (read_file(arena, packs, names.names[i], sop, most, err) < 0)
            return -1;
    return 0;
}

/* ---- what holds for a project -------------------------------------------------------------- */

static bool
is_of(const struct sop_override *override, const char *project, const char *kind)
{
    unsigned kinds = 0;
    for (int i = 0; project && i < override->project_count; i++)
        if (strcmp(override->projects[i], project) == 0)
            return true;
    for (unsigned i = 0; kind && care_project_kinds[i]; i++)
        if (strcmp(care_project_kinds[i], kind) == 0)
            kinds = 1u << i;
    return (override->kinds & kinds) != 0;
}

uint64_t
sop_overrides_of(const struct sop *sop, const char *project, const char *kind)
{
    uint64_t found = 0;
    for (int i = 0; i < sop->override_count; i++)
        if (is_of(&sop->overrides[i], project, kind))
            found |= UINT64_C(1) << i;
    return found;
}

struct sop_rule
sop_rule_of(const struct sop *sop, const struct sop_action *action, uint64_t overrides)
{
    struct sop_rule rule = action->rule;
    for (int i = 0; overrides && i < sop->override_count; i++) {
        const struct sop_change *change = &sop->overrides[i].changes[action->place];
        if (!(overrides >> i & 1))
            continue;
        rule.on = (rule.on || change->add) && !change->drop;
        if (change->limit.of)
            rule.limit = change->limit;
    }
    return rule;
}
