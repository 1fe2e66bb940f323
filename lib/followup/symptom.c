#include "followup/symptom.h"

#include <string.h>

#include "base/day.h"
#include "base/str.h"
#include "text/yaml.h"

static const char *const chain[] = {"nurse", "doctor", "manager"};
enum { CHAIN = sizeof chain / sizeof chain[0] };

const char *
symptom_next(const char *role)
{
    for (int i = 0; i + 1 < CHAIN; i++)
        if (strcmp(chain[i], role) == 0)
            return chain[i + 1];
    return chain[CHAIN - 1];
}

static int
read_grade(const struct yaml *node, struct grade *grade, struct err *err)
{
    static const char *const known[] = {"zh", "says", "to", "within", NULL};
    const char *within = yaml_text(node, "within");
    struct span span;
    *grade = (struct grade){
        .zh = yaml_text(node, "zh"), .says = yaml_text(node, "says"), .to = yaml_text(node, "to")};
    if (yaml_only(node, known, err) < 0)
        return -1;
    if (!grade->zh || !grade->says)
        return yaml_error(node, err, _("%s: needs zh and says"), node->key);
    if ((grade->to != NULL) != (within != NULL))
        return yaml_error(node, err, _("%s: to and within go together"), node->key);
    if (!grade->to)
        return 0;
    if (strcmp(grade->to, chain[0]) != 0 && strcmp(grade->to, chain[1]) != 0 &&
        strcmp(grade->to, chain[2]) != 0)
        return yaml_error(node, err, _("%s: to: must be nurse, doctor or manager"), node->key);
    if (!span_parse(within, &span) || span.seconds == 0)
        return yaml_error(node, err,
                          _("%s: within: must be a time such as 15 minutes, 24 hours, 7 days"),
                          node->key);
    grade->within_s = span.seconds;
    return 0;
}

static int
read_grades(const struct yaml *root, struct symptoms *symptoms, struct err *err)
{
    static const char *const known[] = {"1", "2", "3", "4", NULL};
    const struct yaml *map = yaml_get(root, "grades");
    if (!map)
        return yaml_error(root, err, _("%s: missing"), "grades");
    if (yaml_only(map, known, err) < 0)
        return -1;
    for (int i = 1; i <= GRADE_MOST; i++) {
        const struct yaml *node = yaml_get(map, known[i - 1]);
        if (!node)
            return yaml_error(map, err, _("%s: missing"), known[i - 1]);
        if (read_grade(node, &symptoms->grades[i], err) < 0)
            return -1;
    }
    return symptoms->grades[GRADE_MOST].to
               ? 0
               : yaml_error(map, err, _("%s: to and within go together"), "4");
}

static int
read_symptom(const struct yaml *node, struct symptom *symptom, struct err *err)
{
    static const char *const known[] = {"zh", "says", "least", NULL};
    *symptom = (struct symptom){.name = node->key,
                                .zh = yaml_text(node, "zh"),
                                .says = yaml_text(node, "says"),
                                .least = 0};
    if (yaml_only(node, known, err) < 0 || yaml_int(node, "least", &symptom->least, err) < 0)
        return -1;
    if (!symptom->zh || !symptom->says)
        return yaml_error(node, err, _("%s: needs zh and says"), node->key);
    if (symptom->least < 0 || symptom->least > GRADE_MOST)
        return yaml_error(node, err, _("%s: least: must be from 1 to 4"), node->key);
    return 0;
}

int
symptoms_load(struct arena *arena, const struct packs *packs, struct symptoms *symptoms,
              struct err *err)
{
    static const char *const known[] = {"grades", "symptoms", NULL};
    char *path = pack_find(packs, arena, "symptoms.yaml");
    *symptoms = (struct symptoms){0};
    if (!path)
        return err_set(err, ERR_IO, _("%s: not among the packs; install them again"),
                       "symptoms.yaml");
    const struct yaml *root = yaml_load(arena, path, err);
    const struct yaml *map = root ? yaml_get(root, "symptoms") : NULL;
    if (!root || yaml_only(root, known, err) < 0 || read_grades(root, symptoms, err) < 0)
        return -1;
    if (!map || map->type != YAML_MAP)
        return yaml_error(root, err, _("%s: missing"), "symptoms");
    symptoms->items = arena_array(arena, (size_t)map->count, sizeof *symptoms->items);
    for (const struct yaml *node = map->first; node; node = node->next)
        if (read_symptom(node, &symptoms->items[symptoms->count++], err) < 0)
            return -1;
    return 0;
}

static int
unknown_symptom(struct arena *arena, const struct symptoms *symptoms, const char *name,
                struct err *err)
{
    const char **names = arena_array(arena, (size_t)symptoms->count, sizeof *names);
    struct str all = STR_INIT;
    for (int i = 0; i < symptoms->count; i++) {
        names[i] = symptoms->items[i].name;
        str_addf(&all, "%s%s %s", i ? ", " : "", names[i], symptoms->items[i].zh);
    }
    err_set(err, ERR_USAGE, _("--symptom %s: there is none of that name; there are: %s"), name,
            all.text);
    str_release(&all);
    return -1;
}

int
symptom_parse(struct arena *arena, const struct symptoms *symptoms, const char *text,
              const struct symptom **symptom, int64_t *grade, struct err *err)
{
    const char *equal = strrchr(text, '=');
    if (!equal || equal[1] < '0' || equal[1] > '0' + GRADE_MOST || equal[2])
        return err_set(err, ERR_USAGE, _("--symptom %s: expected NAME=GRADE, as redness=2"), text);
    const char *name = arena_strndup(arena, text, (size_t)(equal - text));
    *grade = equal[1] - '0';
    for (int i = 0; i < symptoms->count; i++) {
        *symptom = &symptoms->items[i];
        if (strcmp((*symptom)->name, name) != 0 && strcmp((*symptom)->zh, name) != 0)
            continue;
        if (*grade > 0 && *grade < (*symptom)->least)
            *grade = (*symptom)->least;
        return 0;
    }
    return unknown_symptom(arena, symptoms, name, err);
}
