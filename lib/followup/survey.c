#include "followup/survey.h"

#include <string.h>

#include "base/str.h"
#include "text/yaml.h"

static const struct {
    const char *name;
    int64_t least, most;
} kinds[] = {{"csat", 1, 5}, {"nps", 0, 10}, {"score", 1, 5}, {"text", 0, -1}};
enum { KINDS = sizeof kinds / sizeof kinds[0] };

const char *
question_kind_name(enum question_kind kind)
{
    return kinds[kind].name;
}

/* ---- the pack ---------------------------------------------------------------------------------------- */

static int
read_question(const struct yaml *node, struct question *question, struct err *err)
{
    static const char *const known[] = {"zh", "says", "kind", NULL};
    const char *kind = yaml_text(node, "kind");
    *question = (struct question){
        .name = node->key, .zh = yaml_text(node, "zh"), .says = yaml_text(node, "says")};
    if (yaml_only(node, known, err) < 0)
        return -1;
    if (!question->zh || !question->says)
        return yaml_error(node, err, _("%s: needs zh and says"), node->key);
    for (int i = 0; kind && i < KINDS; i++) {
        if (strcmp(kinds[i].name, kind) != 0)
            continue;
        question->kind = (enum question_kind)i;
        return 0;
    }
    return yaml_error(node, err, _("%s: kind: must be csat, nps, score or text"), node->key);
}

static int
read_survey(struct arena *arena, const struct yaml *node, struct survey *survey, struct err *err)
{
    static const char *const known[] = {"zh", "says", "questions", NULL};
    const struct yaml *map = yaml_get(node, "questions");
    *survey = (struct survey){
        .name = node->key, .zh = yaml_text(node, "zh"), .says = yaml_text(node, "says")};
    if (yaml_only(node, known, err) < 0)
        return -1;
    if (!survey->zh || !survey->says)
        return yaml_error(node, err, _("%s: needs zh and says"), node->key);
    if (!map || map->type != YAML_MAP || map->count == 0)
        return yaml_error(node, err, _("%s: needs %s"), node->key, "questions");
    survey->questions = arena_array(arena, (size_t)map->count, sizeof *survey->questions);
    for (const struct yaml *child = map->first; child; child = child->next)
        if (read_question(child, &survey->questions[survey->count++], err) < 0)
            return -1;
    return 0;
}

int
surveys_load(struct arena *arena, const struct packs *packs, struct surveys *surveys,
             struct err *err)
{
    static const char *const known[] = {"surveys", NULL};
    char *path = pack_find(packs, arena, "surveys.yaml");
    *surveys = (struct surveys){0};
    if (!path)
        return err_set(err, ERR_IO, _("%s: not among the packs; install them again"),
                       "surveys.yaml");
    const struct yaml *root = yaml_load(arena, path, err);
    const struct yaml *map = root ? yaml_get(root, "surveys") : NULL;
    if (!root || yaml_only(root, known, err) < 0)
        return -1;
    if (!map || map->type != YAML_MAP)
        return yaml_error(root, err, _("%s: missing"), "surveys");
    surveys->items = arena_array(arena, (size_t)map->count, sizeof *surveys->items);
    for (const struct yaml *node = map->first; node; node = node->next)
        if (read_survey(arena, node, &surveys->items[surveys->count++], err) < 0)
            return -1;
    return 0;
}

/* ---- asking it --------------------------------------------------------------------------------------- */

const struct survey *
survey_find(const struct surveys *surveys, const char *name, struct err *err)
{
    struct str all = STR_INIT;
    const struct survey *found = NULL;
    for (int i = 0; i < surveys->count && !found; i++) {
        if (strcmp(surveys->items[i].name, name) == 0)
            found = &surveys->items[i];
        str_addf(&all, "%s%s", i ? ", " : "", surveys->items[i].name);
    }
    if (!found)
        err_set(err, ERR_USAGE, _("%s: no such survey; there are: %s"), name, all.text);
    str_release(&all);
    return found;
}

const struct question *
survey_question(const struct survey *survey, const char *name, struct err *err)
{
    struct str all = STR_INIT;
    const struct question *found = NULL;
    for (int i = 0; i < survey->count && !found; i++) {
        if (strcmp(survey->questions[i].name, name) == 0)
            found = &survey->questions[i];
        str_addf(&all, "%s%s", i ? ", " : "", survey->questions[i].name);
    }
    if (!found)
        err_set(err, ERR_USAGE, _("%s: no such question in %s; there are: %s"), name, survey->name,
                all.text);
    str_release(&all);
    return found;
}

const struct question *
survey_of_kind(const struct survey *survey, enum question_kind kind)
{
    for (int i = 0; i < survey->count; i++)
        if (survey->questions[i].kind == kind)
            return &survey->questions[i];
    return NULL;
}

int
question_takes(const struct question *question, int64_t mark, struct err *err)
{
    int64_t least = kinds[question->kind].least, most = kinds[question->kind].most;
    if (most < least)
        return err_set(err, ERR_USAGE, _("%s: takes words: --note"), question->name);
    if (mark < least || mark > most)
        return err_set(err, ERR_USAGE, _("%s: takes %lld to %lld"), question->name,
                       (long long)least, (long long)most);
    return 0;
}
