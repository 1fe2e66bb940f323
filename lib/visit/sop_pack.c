/* The pack sop.yaml, read and checked: an action that nothing could evaluate is refused. */
#include "visit/sop.h"

#include <stdlib.h>
#include <string.h>

#include "base/str.h"

static const char *const roles[SOP_ROLES] = {"front-desk", "consultant", "doctor",
                                             "nurse",      "manager",    "buyer"};

const char *
sop_role_name(int role)
{
    return roles[role];
}

bool
sop_duration(const char *text, int64_t *seconds)
{
    char *end;
    long number = strtol(text, &end, 10);
    int64_t unit = *end == 'm' ? 60 : *end == 'h' ? 3600 : *end == 'd' ? 86400 : 0;
    if (end == text || number < 0 || number > 100000 || !unit || end[1])
        return false;
    *seconds = number * unit;
    return true;
}

/* ---- facts --------------------------------------------------------------------------------------- */

int
sop_fact(const struct sop *sop, const char *name)
{
    for (int i = 0; i < sop->fact_count; i++)
        if (strcmp(sop->facts[i], name) == 0)
            return i;
    return SOP_NO_FACT;
}

struct reader {
    struct arena *arena;
    struct sop *sop;
    int room; /* for facts */
};

static int
add_fact(struct reader *reader, const char *name)
{
    struct sop *sop = reader->sop;
    int fact = sop_fact(sop, name);
    if (fact != SOP_NO_FACT)
        return fact;
    if (sop->fact_count == reader->room) {
        reader->room = reader->room ? 2 * reader->room : 64;
        const char **grown = arena_array(reader->arena, (size_t)reader->room, sizeof *grown);
        if (sop->fact_count)
            memcpy(grown, sop->facts, (size_t)sop->fact_count * sizeof *grown);
        sop->facts = grown;
    }
    sop->facts[sop->fact_count] = arena_strdup(reader->arena, name);
    return sop->fact_count++;
}

static int
known_fact(struct reader *reader, const struct yaml *node, const char *name, int *fact,
           struct err *err)
{
    if (!sop_fact_known(name))
        return yaml_error(node, err, _("%s: no such fact, so nothing would decide this action"),
                          name);
    *fact = add_fact(reader, name);
    return 0;
}

/* The fact that a key names; absent: `fact` is left alone. */
static int
read_fact(struct reader *reader, const struct yaml *node, const char *key, int *fact,
          struct err *err)
{
    const char *name = yaml_text(node, key);
    if (!yaml_get(node, key))
        return 0;
    return name ? known_fact(reader, yaml_get(node, key), name, fact, err)
                : yaml_error(yaml_get(node, key), err, _("%s: must be one fact"), key);
}

/* ---- actions ------------------------------------------------------------------------------------- */

static int
read_duration(const struct yaml *node, const char *key, int64_t *seconds, struct err *err)
{
    const char *text = yaml_text(node, key);
    if (!yaml_get(node, key))
        return 0;
    return text && sop_duration(text, seconds)
               ? 0
               : yaml_error(yaml_get(node, key), err,
                            _("%s: must be a time such as 10m, 24h or 7d"), key);
}

static int
read_role(const struct yaml *node, int *role, struct err *err)
{
    const char *text = yaml_text(node, "role");
    for (int i = 0; text && i < SOP_ROLES; i++) {
        if (strcmp(roles[i], text) == 0) {
            *role = i;
            return 0;
        }
    }
    const char *near = text ? str_nearest(text, roles, SOP_ROLES) : NULL;
    return yaml_error(node, err, _("role: %s: no such role%s%s"), text ? text : "",
                      near ? _("; did you mean ") : "", near ? near : "");
}

static int
read_when(struct reader *reader, const struct yaml *node, struct sop_action *action,
          struct err *err)
{
    const struct yaml *list = yaml_get(node, "when");
    if (!list)
        return 0;
    if (list->type != YAML_LIST)
        return yaml_error(list, err, _("when: must be a list of facts"));
    action->when = arena_array(reader->arena, (size_t)list->count, sizeof *action->when);
    for (const struct yaml *item = list->first; item; item = item->next) {
        if (item->type != YAML_SCALAR)
            return yaml_error(item, err, _("when: must be a list of facts"));
        if (known_fact(reader, item, item->text, &action->when[action->when_count++], err) < 0)
            return -1;
    }
    return 0;
}

static int
read_evidence(struct reader *reader, const struct yaml *node, struct sop_action *action,
              struct err *err)
{
    const char *text = yaml_text(node, "evidence");
    if (!text)
        return yaml_error(node, err, _("%s: evidence is missing, so nothing would decide it"),
                          action->id);
    if (strcmp(text, "done") != 0)
        return read_fact(reader, node, "evidence", &action->evidence, err);
    action->evidence = add_fact(reader, arena_printf(reader->arena, "done:%s", action->id));
    return 0;
}

static int
check_limits(const struct yaml *node, const struct sop_action *action, struct err *err)
{
    if (action->within != SOP_NO_LIMIT && action->within <= action->from)
        return yaml_error(node, err, _("%s: within: must be longer than from"), action->id);
    return 0;
}

static int
read_names(struct reader *reader, const struct yaml *node, struct sop_action *action,
           struct err *err)
{
    const char *stage = reader->sop->stages[action->stage].name, *near;
    action->id = yaml_text(node, "id");
    action->zh = yaml_text(node, "zh");
    action->en = yaml_text(node, "en");
    if (!action->id || !action->zh || !action->en)
        return yaml_error(node, err, _("an action has id, zh and en"));
    size_t length = strlen(stage);
    if (strncmp(action->id, stage, length) != 0 || action->id[length] != '.')
        return yaml_error(node, err, _("%s: an action of this stage begins with %s."), action->id,
                          stage);
    if (sop_find(reader->sop, action->id, &near))
        return yaml_error(node, err, _("%s: there are two of that id"), action->id);
    return 0;
}

static int
read_action(struct reader *reader, const struct yaml *node, int stage, struct err *err)
{
    static const char *const keys[] = {"id",   "zh",    "en",   "role",   "evidence", "when",
                                       "after", "before", "from", "within", NULL};
    struct sop_action action = {.stage = stage,
                                .after = add_fact(reader, "visit.arrived"),
                                .before = SOP_NO_FACT,
                                .within = SOP_NO_LIMIT};
    if (yaml_only(node, keys, err) < 0 || read_names(reader, node, &action, err) < 0 ||
        read_role(node, &action.role, err) < 0 ||
        read_evidence(reader, node, &action, err) < 0 ||
        read_when(reader, node, &action, err) < 0 ||
        read_fact(reader, node, "after", &action.after, err) < 0 ||
        read_fact(reader, node, "before", &action.before, err) < 0 ||
        read_duration(node, "from", &action.from, err) < 0 ||
        read_duration(node, "within", &action.within, err) < 0 ||
        check_limits(node, &action, err) < 0)
        return -1;
    reader->sop->actions[reader->sop->count++] = action;
    reader->sop->stages[stage].actions++;
    return 0;
}

/* ---- stages -------------------------------------------------------------------------------------- */

static int
read_stage(struct reader *reader, const struct yaml *node, struct err *err)
{
    static const char *const keys[] = {"stage", "zh", "en", "actions", NULL};
    const struct yaml *list = yaml_get(node, "actions");
    struct sop *sop = reader->sop;
    struct sop_stage *stage = &sop->stages[sop->stage_count];
    if (yaml_only(node, keys, err) < 0)
        return -1;
    *stage = (struct sop_stage){yaml_text(node, "stage"), yaml_text(node, "zh"),
                                yaml_text(node, "en"), 0};
    if (!stage->name || !stage->zh || !stage->en || !list || list->type != YAML_LIST)
        return yaml_error(node, err, _("a stage has stage, zh, en and a list of actions"));
    for (int i = 0; i < sop->stage_count; i++)
        if (strcmp(sop->stages[i].name, stage->name) == 0)
            return yaml_error(node, err, _("%s: there are two of that stage"), stage->name);
    sop->stage_count++;
    for (const struct yaml *item = list->first; item; item = item->next)
        if (read_action(reader, item, sop->stage_count - 1, err) < 0)
            return -1;
    return 0;
}

static int
read_stages(struct reader *reader, const struct yaml *root, struct err *err)
{
    const struct yaml *list = yaml_get(root, "stages");
    struct sop *sop = reader->sop;
    int actions = 0;
    if (!list || list->type != YAML_LIST)
        return yaml_error(root, err, _("stages: must be a list"));
    for (const struct yaml *stage = list->first; stage; stage = stage->next)
        if (yaml_get(stage, "actions"))
            actions += yaml_get(stage, "actions")->count;
    sop->stages = arena_array(reader->arena, (size_t)list->count, sizeof *sop->stages);
    sop->actions = arena_array(reader->arena, (size_t)actions, sizeof *sop->actions);
    for (const struct yaml *stage = list->first; stage; stage = stage->next)
        if (read_stage(reader, stage, err) < 0)
            return -1;
    return 0;
}

/* ---- projects' own ways -------------------------------------------------------------------------- */

/* The action that a node speaks of, for an exception of a project. */
static struct sop_action *
named_action(struct reader *reader, const struct yaml *node, const char *id, struct err *err)
{
    const char *near;
    const struct sop_action *action = sop_find(reader->sop, id, &near);
    if (action)
        return &reader->sop->actions[action - reader->sop->actions];
    yaml_error(node, err, _("%s: no such action%s%s"), id, near ? _("; did you mean ") : "",
               near ? near : "");
    return NULL;
}

static void
add_exception(struct reader *reader, struct sop_action *action, int project, bool drop,
              int64_t within)
{
    struct sop_exception *exception = arena_alloc(reader->arena, sizeof *exception);
    *exception = (struct sop_exception){project, drop, within, action->exceptions};
    action->exceptions = exception;
}

static int
read_drops(struct reader *reader, const struct yaml *node, int project, struct err *err)
{
    const struct yaml *list = yaml_get(node, "drop");
    if (list && list->type != YAML_LIST)
        return yaml_error(list, err, _("drop: must be a list of actions"));
    for (const struct yaml *item = list ? list->first : NULL; item; item = item->next) {
        struct sop_action *action = named_action(reader, item, item->text ? item->text : "", err);
        if (!action)
            return -1;
        add_exception(reader, action, project, true, 0);
    }
    return 0;
}

static int
read_withins(struct reader *reader, const struct yaml *node, int project, struct err *err)
{
    const struct yaml *map = yaml_get(node, "within");
    if (map && map->type != YAML_MAP)
        return yaml_error(map, err, _("within: must be actions with their times"));
    for (const struct yaml *item = map ? map->first : NULL; item; item = item->next) {
        struct sop_action *action = named_action(reader, item, item->key, err);
        int64_t within = 0;
        if (!action || read_duration(map, item->key, &within, err) < 0)
            return -1;
        add_exception(reader, action, project, false, within);
    }
    return 0;
}

static int
read_projects(struct reader *reader, const struct yaml *root, struct err *err)
{
    static const char *const keys[] = {"drop", "within", NULL};
    const struct yaml *map = yaml_get(root, "projects");
    if (map && map->type != YAML_MAP && map->type != YAML_NULL)
        return yaml_error(map, err, _("projects: must be projects by their codes"));
    for (const struct yaml *item = map ? map->first : NULL; item; item = item->next) {
        int project = add_fact(reader, arena_printf(reader->arena, "project.%s", item->key));
        if (yaml_only(item, keys, err) < 0 || read_drops(reader, item, project, err) < 0 ||
            read_withins(reader, item, project, err) < 0)
            return -1;
    }
    return 0;
}

/* ---- the pack ------------------------------------------------------------------------------------ */

int
sop_parse(struct arena *arena, const struct yaml *root, struct sop *sop, struct err *err)
{
    static const char *const keys[] = {"target", "band", "stages", "projects", NULL};
    struct reader reader = {arena, sop, 0};
    *sop = (struct sop){.target = 95, .band = 2};
    if (yaml_only(root, keys, err) < 0 || yaml_int(root, "target", &sop->target, err) < 0 ||
        yaml_int(root, "band", &sop->band, err) < 0)
        return -1;
    if (sop->target < 0 || sop->target > 100 || sop->band < 0 || sop->band > 100)
        return yaml_error(root, err, _("target and band: must be from 0 to 100"));
    return read_stages(&reader, root, err) < 0 ? -1 : read_projects(&reader, root, err);
}

int
sop_load(struct arena *arena, const struct packs *packs, struct sop *sop, struct err *err)
{
    const char *path = pack_find(packs, arena, "sop.yaml");
    if (!path)
        return err_set(err, ERR_IO, _("sop.yaml: there is no such pack"));
    const struct yaml *root = yaml_load(arena, path, err);
    return root ? sop_parse(arena, root, sop, err) : -1;
}

const struct sop_action *
sop_find(const struct sop *sop, const char *id, const char **near)
{
    const char *names[512];
    size_t count = 0;
    for (int i = 0; i < sop->count; i++) {
        if (strcmp(sop->actions[i].id, id) == 0)
            return &sop->actions[i];
        if (count < sizeof names / sizeof names[0])
            names[count++] = sop->actions[i].id;
    }
    *near = str_nearest(id, names, count);
    return NULL;
}
