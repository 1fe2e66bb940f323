#include "followup/ladder.h"

#include <string.h>

#include "base/str.h"
#include "followup/templates.h"
#include "followup/words.h"
#include "text/yaml.h"
#include "visit/after_care.h"

enum { TIMES_MOST = 60 };

static const char *const kind_names[] = {"call", "care", "evaluation", "survey", "message"};
enum { STEP_KINDS = sizeof kind_names / sizeof kind_names[0] };

/* What plans of another kind are called. */
static const char *const taken[] = {"escalation", "emergency", "call", NULL};

const char *
step_kind_name(enum step_kind kind)
{
    return kind_names[kind];
}

/* ---- words ------------------------------------------------------------------------------------------ */

static int
read_span(const struct yaml *node, const char *key, const struct step *step, struct span *span,
          struct err *err)
{
    const struct yaml *value = yaml_get(node, key);
    if (value && value->text && span_parse(value->text, span))
        return 0;
    return yaml_error(value ? value : node, err,
                      _("%s: %s: must be a time such as 2 hours or 7 days, not below zero"),
                      step->name, key);
}

/* ---- steps ------------------------------------------------------------------------------------------- */

static int
read_kind(const struct yaml *node, struct step *step, struct err *err)
{
    const char *kind = yaml_text(node, "kind");
    for (int i = 0; kind && i < STEP_KINDS; i++) {
        if (strcmp(kind_names[i], kind) != 0)
            continue;
        step->kind = (enum step_kind)i;
        return 0;
    }
    return yaml_error(node, err, _("%s: kind: must be call, care, evaluation, survey or message"),
                      step->name);
}

static int
read_task(const struct yaml *node, struct step *step, struct err *err)
{
    step->role = yaml_text(node, "role");
    if (!word_among(followup_roles, step->role))
        return yaml_error(node, err, _("%s: role: %s: no role of the staff"), step->name,
                          step->role ? step->role : "?");
    if (yaml_get(node, "template") || yaml_get(node, "channels") || yaml_get(node, "purpose"))
        return yaml_error(node, err, _("%s: template, channels and purpose go with kind: message"),
                          step->name);
    if (step->kind == STEP_SURVEY && !step->survey)
        return yaml_error(node, err, _("%s: needs %s"), step->name, "survey");
    return 0;
}

static int
read_channels(struct arena *arena, const struct yaml *node, struct step *step, struct err *err)
{
    const struct yaml *list = yaml_get(node, "channels");
    struct str rest = STR_INIT;
    if (!list || list->type != YAML_LIST || list->count == 0)
        return yaml_error(node, err, _("%s: needs %s"), step->name, "channels");
    for (const struct yaml *item = list->first; item; item = item->next) {
        if (!word_among(followup_channels, item->text)) {
            str_release(&rest);
            return yaml_error(item, err, _("%s: channels: must be sms, wechat or email"),
                              step->name);
        }
        if (item == list->first)
            step->channel = item->text;
        else
            str_addf(&rest, "%s%s", rest.length ? "," : "", item->text);
    }
    step->channels = rest.length ? arena_strdup(arena, rest.text) : NULL;
    str_release(&rest);
    return 0;
}

static int
read_message(struct arena *arena, const struct yaml *node, struct step *step, struct err *err)
{
    step->template = yaml_text(node, "template");
    step->purpose = yaml_text(node, "purpose");
    if (yaml_get(node, "role"))
        return yaml_error(node, err, _("%s: role: a message has none"), step->name);
    if (!step->template || !*step->template)
        return yaml_error(node, err, _("%s: needs %s"), step->name, "template");
    if (!step->purpose ||
        (strcmp(step->purpose, "care") != 0 && strcmp(step->purpose, "marketing") != 0))
        return yaml_error(node, err, _("%s: purpose: must be care or marketing"), step->name);
    return read_channels(arena, node, step, err);
}

static int
read_times(const struct yaml *node, struct step *step, struct err *err)
{
    step->times = 1;
    if (yaml_int(node, "times", &step->times, err) < 0)
        return -1;
    if (step->times < 1 || step->times > TIMES_MOST)
        return yaml_error(node, err, _("%s: times: must be from 1 to %d"), step->name,
                          (int)TIMES_MOST);
    if ((step->times > 1) != (yaml_get(node, "every") != NULL))
        return yaml_error(node, err, _("%s: times above 1 and every go together"), step->name);
    if (step->times == 1)
        return 0;
    if (read_span(node, "every", step, &step->every, err) < 0)
        return -1;
    if (step->every.days != step->after.days || step->every.seconds == 0)
        return yaml_error(node, err, _("%s: every: must be above zero, in the unit of after"),
                          step->name);
    return 0;
}

static int
read_step(struct arena *arena, const struct yaml *node, struct step *step, struct err *err)
{
    static const char *const known[] = {"step",     "zh",       "says",    "kind",  "role",
                                        "after",    "within",   "times",   "every", "survey",
                                        "template", "channels", "purpose", NULL};
    if (yaml_only(node, known, err) < 0)
        return -1;
    *step = (struct step){.name = yaml_text(node, "step"),
                          .zh = yaml_text(node, "zh"),
                          .says = yaml_text(node, "says"),
                          .survey = yaml_text(node, "survey")};
    if (word_check(node, step->name, err) < 0)
        return -1;
    if (!step->zh || !step->says)
        return yaml_error(node, err, _("%s: needs zh and says"), step->name);
    if (read_kind(node, step, err) < 0 || read_span(node, "after", step, &step->after, err) < 0 ||
        read_span(node, "within", step, &step->within, err) < 0 || read_times(node, step, err) < 0)
        return -1;
    if (step->within.seconds == 0)
        return yaml_error(node, err, _("%s: within: must be above zero"), step->name);
    return step->kind == STEP_MESSAGE ? read_message(arena, node, step, err)
                                      : read_task(node, step, err);
}

/* Nothing is planned that could not be written. */
static int
check_template(const struct yaml *node, const struct step *step, const struct templates *templates,
               struct err *err)
{
    struct err none = {0};
    if (step->kind != STEP_MESSAGE)
        return 0;
    const struct template *found = template_find(templates, step->template, &none);
    if (!found)
        return yaml_error(node, err, _("%s: template: %s: not in templates.yaml"), step->name,
                          step->template);
    if (strcmp(found->purpose, step->purpose) != 0)
        return yaml_error(node, err, _("%s: purpose: that of template %s is %s"), step->name,
                          step->template, found->purpose);
    return 0;
}

/* ---- ladders ------------------------------------------------------------------------------------------ */

static int
read_kinds(const struct yaml *node, struct ladders *ladders, struct ladder *ladder, struct err *err)
{
    const struct yaml *list = yaml_get(node, "kinds");
    if (list && list->type != YAML_LIST)
        return yaml_error(list, err, _("%s: %s: must be a list"), ladder->name, "kinds");
    for (const struct yaml *word = list ? list->first : NULL; word; word = word->next) {
        unsigned kind = 0;
        while (care_project_kinds[kind] &&
               (!word->text || strcmp(care_project_kinds[kind], word->text) != 0))
            kind++;
        if (!care_project_kinds[kind])
            return yaml_error(word, err, _("%s: %s: no kind of project"), ladder->name,
                              word->text ? word->text : "?");
        for (int i = 0; i < ladders->count; i++)
            if (ladders->items[i].kinds & 1u << kind)
                return yaml_error(word, err, _("%s: %s: is in %s already"), ladder->name,
                                  word->text, ladders->items[i].name);
        ladder->kinds |= 1u << kind;
    }
    return 0;
}

static void
reach(struct ladders *ladders, const struct step *step)
{
    int64_t end =
        step->after.seconds + (step->times - 1) * step->every.seconds + step->within.seconds;
    if (end > ladders->longest)
        ladders->longest = end;
}

static int
read_steps(struct arena *arena, const struct yaml *node, struct ladders *ladders,
           struct ladder *ladder, const struct templates *templates, struct err *err)
{
    const struct yaml *list = yaml_get(node, "steps");
    if (!list || (list->type != YAML_LIST && list->type != YAML_NULL))
        return yaml_error(node, err, _("%s: needs %s"), ladder->name, "steps");
    ladder->steps = arena_array(arena, (size_t)list->count, sizeof *ladder->steps);
    for (const struct yaml *child = list->first; child; child = child->next) {
        struct step *step = &ladder->steps[ladder->count];
        if (read_step(arena, child, step, err) < 0 ||
            check_template(child, step, templates, err) < 0)
            return -1;
        for (int i = 0; i < ladder->count; i++)
            if (strcmp(ladder->steps[i].name, step->name) == 0)
                return yaml_error(child, err, _("%s: is there twice"), step->name);
        ladder->count++;
        reach(ladders, step);
    }
    return 0;
}

static int
read_ladder(struct arena *arena, const struct yaml *node, struct ladders *ladders,
            const struct templates *templates, struct err *err)
{
    static const char *const known[] = {"zh", "says", "kinds", "steps", NULL};
    struct ladder *ladder = &ladders->items[ladders->count];
    *ladder = (struct ladder){
        .name = node->key, .zh = yaml_text(node, "zh"), .says = yaml_text(node, "says")};
    if (yaml_only(node, known, err) < 0 || word_check(node, ladder->name, err) < 0)
        return -1;
    if (word_among(taken, ladder->name))
        return yaml_error(node, err, _("%s: this word is taken; call the ladder otherwise"),
                          ladder->name);
    if (!ladder->zh || !ladder->says)
        return yaml_error(node, err, _("%s: needs zh and says"), ladder->name);
    if (read_kinds(node, ladders, ladder, err) < 0 ||
        read_steps(arena, node, ladders, ladder, templates, err) < 0)
        return -1;
    if (strcmp(ladder->name, "default") == 0)
        ladders->fallback = ladders->count;
    ladders->count++;
    return 0;
}

int
ladders_load(struct arena *arena, const struct packs *packs, struct ladders *ladders,
             struct err *err)
{
    static const char *const known[] = {"ladders", NULL};
    char *path = pack_find(packs, arena, "ladders.yaml");
    struct templates templates;
    *ladders = (struct ladders){.fallback = -1};
    if (!path)
        return err_set(err, ERR_IO, _("%s: not among the packs; install them again"),
                       "ladders.yaml");
    const struct yaml *root = yaml_load(arena, path, err);
    const struct yaml *map = root ? yaml_get(root, "ladders") : NULL;
    if (!root || templates_load(arena, packs, &templates, err) < 0 ||
        yaml_only(root, known, err) < 0)
        return -1;
    if (!map || map->type != YAML_MAP)
        return yaml_error(root, err, _("%s: missing"), "ladders");
    ladders->items = arena_array(arena, (size_t)map->count, sizeof *ladders->items);
    for (const struct yaml *node = map->first; node; node = node->next)
        if (read_ladder(arena, node, ladders, &templates, err) < 0)
            return -1;
    return ladders->fallback >= 0 ? 0 : yaml_error(map, err, _("%s: missing"), "default");
}

const struct ladder *
ladder_find(const struct ladders *ladders, const char *name)
{
    for (int i = 0; i < ladders->count; i++)
        if (strcmp(ladders->items[i].name, name) == 0)
            return &ladders->items[i];
    return NULL;
}

const struct ladder *
ladder_of(const struct ladders *ladders, const char *named, const char *kind, bool *known)
{
    const struct ladder *ladder = named ? ladder_find(ladders, named) : NULL;
    *known = !named || ladder;
    for (int i = 0; !ladder && i < ladders->count; i++)
        for (unsigned bit = 0; care_project_kinds[bit]; bit++)
            if (ladders->items[i].kinds & 1u << bit && strcmp(care_project_kinds[bit], kind) == 0)
                return &ladders->items[i];
    return ladder ? ladder : &ladders->items[ladders->fallback];
}
