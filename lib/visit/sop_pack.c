/* The pack sop.yaml, read and checked: an action that nothing would decide is refused. */
#include <stdlib.h>
#include <string.h>

#include "base/day.h"
#include "base/str.h"
#include "visit/after_care.h"
#include "visit/sop_read.h"

static const char *const roles[] = {"front-desk", "consultant", "doctor", "nurse", "manager"};

const char *
sop_role_name(enum sop_role role)
{
    return roles[role];
}

/* ---- facts and limits ---------------------------------------------------------------------- */

static struct sop_fact *
find_fact(struct sop *sop, const char *name)
{
    for (int i = 0; i < sop->catalogue.count; i++)
        if (strcmp(sop->catalogue.facts[i].name, name) == 0)
            return &sop->catalogue.facts[i];
    return NULL;
}

static int
read_fact(const struct yaml *node, struct sop *sop, const char *id, const struct sop_fact **fact,
          struct err *err)
{
    const char *names[512];
    size_t count = 0;
    struct sop_fact *found = node->text ? find_fact(sop, node->text) : NULL;
    if (found) {
        found->used = true;
        *fact = found;
        return 0;
    }
    for (int i = 0; i < sop->catalogue.count && count < sizeof names / sizeof *names; i++)
        names[count++] = sop->catalogue.facts[i].name;
    const char *near = node->text ? str_nearest(node->text, names, count) : NULL;
    return yaml_error(node, err, _("%s: %s: no such fact, so that nothing would decide it%s%s"), id,
                      node->text ? node->text : "?", near ? _("; did you mean ") : "",
                      near ? near : "");
}

static int
read_seconds(const struct yaml *node, const char *id, int64_t *seconds, struct err *err)
{
    struct span span;
    if (!node->text || !span_parse(node->text, &span) || span.seconds == 0)
        return yaml_error(node, err,
                          _("%s: within: must be a time such as 15 minutes, 24 hours, 7 days"), id);
    *seconds = span.seconds;
    return 0;
}

int
sop_read_limit(const struct yaml *node, struct sop *sop, const char *id, struct sop_limit *limit,
               struct err *err)
{
    const struct yaml *within = yaml_get(node, "within"), *from = yaml_get(node, "from");
    const struct yaml *before = yaml_get(node, "before");
    if ((within != NULL) != (from != NULL) || (within && before))
        return yaml_error(node, err, _("%s: needs within and from, or before alone"), id);
    if (!within && !before)
        return 0;
    *limit = (struct sop_limit){.before = before != NULL};
    if (within && read_seconds(within, id, &limit->seconds, err) < 0)
        return -1;
    limit->text = within ? within->text : NULL;
    const struct yaml *fact = before ? before : from;
    if (read_fact(fact, sop, id, &limit->of, err) < 0)
        return -1;
    return limit->of->timed ? 0
                            : yaml_error(fact, err, _("%s: %s: has no time to reckon from"), id,
                                         limit->of->name);
}

/* ---- conditions ---------------------------------------------------------------------------- */

int
sop_read_kinds(const struct yaml *node, const char *id, unsigned *kinds, struct err *err)
{
    const struct yaml *list = yaml_get(node, "kinds");
    if (list && list->type != YAML_LIST)
        return yaml_error(list, err, _("%s: %s: must be a list"), id, "kinds");
    for (const struct yaml *word = list ? list->first : NULL; word; word = word->next) {
        unsigned kind = 0;
        while (care_project_kinds[kind] &&
               (!word->text || strcmp(care_project_kinds[kind], word->text) != 0))
            kind++;
        if (!care_project_kinds[kind])
            return yaml_error(word, err, _("%s: %s: no kind of project"), id,
                              word->text ? word->text : "?");
        *kinds |= 1u << kind;
    }
    return 0;
}

static int
read_conditions(struct arena *arena, const struct yaml *node, struct sop *sop, const char *id,
                struct sop_rule *rule, struct err *err)
{
    const struct yaml *when = yaml_get(node, "when");
    if (when && when->type != YAML_LIST)
        return yaml_error(when, err, _("%s: %s: must be a list"), id, "when");
    rule->when = arena_array(arena, when ? (size_t)when->count : 0, sizeof *rule->when);
    for (const struct yaml *fact = when ? when->first : NULL; fact; fact = fact->next)
        if (read_fact(fact, sop, id, &rule->when[rule->when_count++], err) < 0)
            return -1;
    if (sop_read_kinds(node, id, &rule->kinds, err) < 0 ||
        yaml_int(node, "grade", &rule->grade, err) < 0)
        return -1;
    return rule->grade >= 0 && rule->grade <= 4
               ? 0
               : yaml_error(node, err, _("%s: grade: must be from 1 to 4"), id);
}

/* ---- actions ------------------------------------------------------------------------------- */

static int
read_role(const struct yaml *node, const char *id, enum sop_role *role, struct err *err)
{
    const char *text = yaml_text(node, "role");
    for (int i = 0; text && i < SOP_ROLES; i++) {
        if (strcmp(roles[i], text) == 0) {
            *role = (enum sop_role)i;
            return 0;
        }
    }
    return yaml_error(node, err,
                      _("%s: role: must be front-desk, consultant, doctor, nurse or manager"), id);
}

static int
read_evidence(const struct yaml *node, struct sop *sop, struct sop_action *action, struct err *err)
{
    const struct yaml *evidence = yaml_get(node, "evidence");
    if (!evidence)
        return yaml_error(node, err, _("%s: needs evidence, a fact or done"), action->id);
    if (evidence->text && strcmp(evidence->text, "done") == 0)
        action->done_slot = sop->done_slots++;
    else if (read_fact(evidence, sop, action->id, &action->evidence, err) < 0)
        return -1;
    return !action->evidence || action->evidence->timed || !action->rule.limit.of
               ? 0
               : yaml_error(evidence, err,
                            _("%s: %s: has no time, so it cannot be late; remove "
                              "its limit"),
                            action->id, action->evidence->name);
}

static const struct sop_action *
find_action(const struct sop *sop, const char *id)
{
    for (int i = 0; i < sop->count; i++)
        if (strcmp(sop->actions[i].id, id) == 0)
            return &sop->actions[i];
    return NULL;
}

int
sop_read_action(struct arena *arena, const struct yaml *node, struct sop *sop, int stage,
                struct err *err)
{
    static const char *const known[] = {"stage",    "id",     "zh",   "en",     "role",
                                        "evidence", "within", "from", "before", "when",
                                        "kinds",    "grade",  NULL};
    struct sop_action action = {.place = sop->count, .stage = stage, .rule = {.on = true}};
    if (yaml_only(node, known, err) < 0)
        return -1;
    action.id = yaml_text(node, "id");
    action.zh = yaml_text(node, "zh");
    action.en = yaml_text(node, "en");
    if (!action.id || !*action.id || !action.zh || !action.en)
        return yaml_error(node, err, _("%s: needs id, zh and en"),
                          action.id ? action.id : "actions");
    if (find_action(sop, action.id))
        return yaml_error(node, err, _("%s: stands there twice"), action.id);
    if (read_role(node, action.id, &action.role, err) < 0 ||
        sop_read_limit(node, sop, action.id, &action.rule.limit, err) < 0 ||
        read_conditions(arena, node, sop, action.id, &action.rule, err) < 0 ||
        read_evidence(node, sop, &action, err) < 0)
        return -1;
    sop->actions[sop->count++] = action;
    return 0;
}

static int
read_stage(struct arena *arena, const struct yaml *node, struct sop *sop, struct err *err)
{
    static const char *const known[] = {"id", "zh", "en", "actions", NULL};
    struct sop_stage *stage = &sop->stages[sop->stage_count];
    const struct yaml *actions = yaml_get(node, "actions");
    if (yaml_only(node, known, err) < 0)
        return -1;
    *stage =
        (struct sop_stage){yaml_text(node, "id"), yaml_text(node, "zh"), yaml_text(node, "en")};
    if (!stage->id || !stage->zh || !stage->en || !actions || actions->type != YAML_LIST ||
        !actions->count)
        return yaml_error(node, err, _("%s: needs id, zh, en and actions"),
                          stage->id ? stage->id : "stages");
    for (int i = 0; i < sop->stage_count; i++)
        if (strcmp(sop->stages[i].id, stage->id) == 0)
            return yaml_error(node, err, _("%s: stands there twice"), stage->id);
    for (const struct yaml *action = actions->first; action; action = action->next)
        if (sop_read_action(arena, action, sop, sop->stage_count, err) < 0)
            return -1;
    sop->stage_count++;
    return 0;
}

/* ---- the pack ------------------------------------------------------------------------------ */

enum { ACTIONS_MOST = 1024 };

static int
read_pack(struct arena *arena, const struct yaml *root, struct sop *sop, struct err *err)
{
    static const char *const known[] = {"stages", NULL};
    const struct yaml *stages = yaml_get(root, "stages");
    int count = 0;
    if (yaml_only(root, known, err) < 0)
        return -1;
    if (!stages || stages->type != YAML_LIST || !stages->count)
        return yaml_error(root, err, _("%s: missing"), "stages");
    for (const struct yaml *node = stages->first; node; node = node->next)
        count += yaml_get(node, "actions") ? yaml_get(node, "actions")->count : 0;
    if (count > ACTIONS_MOST)
        return yaml_error(stages, err, _("stages: more than %d actions"), ACTIONS_MOST);
    sop->stages = arena_array(arena, (size_t)stages->count, sizeof *sop->stages);
    sop->actions = arena_array(arena, 2 * ACTIONS_MOST, sizeof *sop->actions);
    for (const struct yaml *node = stages->first; node; node = node->next)
        if (read_stage(arena, node, sop, err) < 0)
            return -1;
    sop->pack_count = sop->count;
    return 0;
}

int
sop_load(struct arena *arena, const struct packs *packs, struct sop *sop, struct err *err)
{
    char *path = pack_find(packs, arena, "sop.yaml");
    *sop = (struct sop){0};
    sop_catalogue_make(arena, &sop->catalogue);
    if (!path)
        return err_set(err, ERR_IO, _("%s: not among the packs; install them again"), "sop.yaml");
    const struct yaml *root = yaml_load(arena, path, err);
    if (!root || read_pack(arena, root, sop, err) < 0)
        return -1;
    return sop_read_overrides(arena, packs, sop, ACTIONS_MOST, err);
}

const struct sop_action *
sop_find(const struct sop *sop, const char *id, struct err *err)
{
    const char *names[2 * ACTIONS_MOST];
    const struct sop_action *action = find_action(sop, id);
    if (action)
        return action;
    for (int i = 0; i < sop->count; i++)
        names[i] = sop->actions[i].id;
    const char *near = str_nearest(id, names, (size_t)sop->count);
    err_set(err, ERR_DATA, _("%s: no such action%s%s; see: medi-visit sop list"), id,
            near ? _("; did you mean ") : "", near ? near : "");
    return NULL;
}
