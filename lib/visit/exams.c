#include "visit/exams.h"

#include <string.h>

#include "base/str.h"
#include "text/yaml.h"

static int
read_exam(const struct yaml *node, struct exam_kind *exam, struct err *err)
{
    static const char *const known[] = {"zh", "says", "valid_days", NULL};
    *exam = (struct exam_kind){
        .name = node->key, .zh = yaml_text(node, "zh"), .says = yaml_text(node, "says")};
    if (yaml_only(node, known, err) < 0 || yaml_int(node, "valid_days", &exam->valid_days, err) < 0)
        return -1;
    if (!exam->zh || !*exam->zh || !exam->says || !*exam->says)
        return yaml_error(node, err, _("%s: needs zh and says"), node->key);
    if (exam->valid_days < 1 || exam->valid_days > EXAM_DAYS_MOST)
        return yaml_error(node, err, _("%s: needs valid_days, from 1 to %d"), node->key,
                          EXAM_DAYS_MOST);
    return 0;
}

static bool
is_name(const struct exam_kind *exam, const char *name)
{
    return strcmp(exam->name, name) == 0 || strcmp(exam->zh, name) == 0;
}

/* Names in both languages are for people and files, so none may mean two things. */
static int
keep_apart(const struct exams *exams, const struct yaml *node, struct err *err)
{
    const struct exam_kind *last = &exams->items[exams->count - 1];
    for (int i = 0; i < exams->count - 1; i++)
        if (is_name(&exams->items[i], last->name) || is_name(&exams->items[i], last->zh))
            return yaml_error(node, err, _("%s: has a name of %s"), node->key,
                              exams->items[i].name);
    return 0;
}

int
exams_load(struct arena *arena, const struct packs *packs, struct exams *exams, struct err *err)
{
    static const char *const known[] = {"exams", NULL};
    char *path = pack_find(packs, arena, "exams.yaml");
    *exams = (struct exams){0};
    if (!path)
        return err_set(err, ERR_IO, _("%s: not among the packs; install them again"), "exams.yaml");
    const struct yaml *root = yaml_load(arena, path, err);
    if (!root || yaml_only(root, known, err) < 0)
        return -1;
    const struct yaml *all = yaml_get(root, "exams");
    if (!all || all->type != YAML_MAP || !all->count)
        return yaml_error(root, err, _("%s: missing"), "exams");
    exams->items = arena_array(arena, (size_t)all->count, sizeof *exams->items);
    for (const struct yaml *node = all->first; node; node = node->next)
        if (read_exam(node, &exams->items[exams->count++], err) < 0 ||
            keep_apart(exams, node, err) < 0)
            return -1;
    return 0;
}

const struct exam_kind *
exams_find(const struct exams *exams, const char *name, struct err *err)
{
    const char *names[256];
    size_t count = 0;
    for (int i = 0; i < exams->count; i++) {
        if (is_name(&exams->items[i], name))
            return &exams->items[i];
        if (count < sizeof names / sizeof *names)
            names[count++] = exams->items[i].name;
    }
    const char *near = str_nearest(name, names, count);
    err_set(err, ERR_DATA, _("%s: no such examination in exams.yaml%s%s"), name,
            near ? _("; did you mean ") : "", near ? near : "");
    return NULL;
}

bool
exam_holds(int64_t taken_on, int64_t valid_days, int64_t on)
{
    return on >= taken_on && on - taken_on <= valid_days;
}
