/* The pack performance.yaml. */
#include <stdlib.h>
#include <string.h>

#include "kpi/perform.h"
#include "text/yaml.h"

enum { WHOLE = 1000000, PERCENT = 10000 };

/* "95%", "0.5%", "60": percent with at most four decimals, as millionths. */
static bool
parse_percent(const char *text, int64_t *share)
{
    char *end;
    if (!text || *text < '0' || *text > '9')
        return false;
    long whole = strtol(text, &end, 10);
    int64_t unit = PERCENT;
    if (whole > 1000)
        return false;
    *share = whole * unit;
    if (*end == '.') {
        const char *digits = ++end;
        for (; *end >= '0' && *end <= '9' && unit > 1; end++)
            *share += (*end - '0') * (unit /= 10);
        if (end == digits)
            return false;
    }
    return strcmp(end, "") == 0 || strcmp(end, "%") == 0;
}

static int
read_percent(const struct yaml *node, const char *key, int64_t *share, struct err *err)
{
    if (parse_percent(yaml_text(node, key), share))
        return 0;
    return yaml_error(node, err, _("%s: must be a percentage, such as 95 or 0.5%%"), key);
}

/* A share of something that is known of a person. */
static int
read_metric(struct catalogue *catalogue, const struct yaml *node, const char **name,
            struct err *err)
{
    struct err wrong = {0};
    *name = yaml_text(node, "metric");
    const struct metric *metric = *name ? catalogue_metric(catalogue, *name, &wrong) : NULL;
    if (!metric)
        return yaml_error(node, err, "%s", *name ? wrong.text : _("metric: missing"));
    const struct dimension *staff = catalogue_dimension(catalogue, "staff", err);
    if (!staff)
        return -1;
    if (!metric_fits(catalogue, metric, staff))
        return yaml_error(node, err, _("%s: is not known of a person"), *name);
    return metric->unit == UNIT_RATIO || metric->unit == UNIT_SHARE
               ? 0
               : yaml_error(node, err, _("%s: is no share"), *name);
}

static int
read_input(struct catalogue *catalogue, const struct yaml *node, struct perform_input *input,
           struct err *err)
{
    static const char *const known[] = {"metric", "weight", "target", "zero", NULL};
    if (yaml_only(node, known, err) < 0 || read_metric(catalogue, node, &input->metric, err) < 0)
        return -1;
    if (read_percent(node, "weight", &input->weight, err) < 0 ||
        read_percent(node, "target", &input->target, err) < 0 ||
        read_percent(node, "zero", &input->zero, err) < 0)
        return -1;
    if (input->weight == 0)
        return yaml_error(node, err, _("weight: must be above 0"));
    return input->target != input->zero ? 0
                                        : yaml_error(node, err, _("target: must differ from zero"));
}

static int
read_inputs(struct catalogue *catalogue, const struct yaml *node, struct perform_role *role,
            struct err *err)
{
    const struct yaml *list = yaml_get(node, "inputs");
    int64_t weights = 0;
    if (!list || list->type != YAML_LIST || !list->count)
        return yaml_error(node, err, _("inputs: must be a list of metrics"));
    role->inputs = arena_array(catalogue->arena, (size_t)list->count, sizeof *role->inputs);
    for (const struct yaml *at = list->first; at; at = at->next) {
        struct perform_input *input = &role->inputs[role->input_count++];
        if (read_input(catalogue, at, input, err) < 0)
            return -1;
        for (int i = 0; i < role->input_count - 1; i++)
            if (strcmp(role->inputs[i].metric, input->metric) == 0)
                return yaml_error(at, err, _("%s: is there twice"), input->metric);
        weights += input->weight;
    }
    return weights == WHOLE ? 0 : yaml_error(list, err, _("weights must add up to 100"));
}

static int
read_step(const struct yaml *node, const struct perform_step *before, struct perform_step *step,
          struct err *err)
{
    static const char *const known[] = {"from", "bonus", NULL};
    if (yaml_only(node, known, err) < 0 || read_percent(node, "from", &step->from, err) < 0 ||
        read_percent(node, "bonus", &step->bonus, err) < 0)
        return -1;
    if (!before)
        return step->from == 0 ? 0 : yaml_error(node, err, _("from: the first step begins at 0"));
    if (step->from <= before->from || step->from > WHOLE)
        return yaml_error(node, err, _("from: must be above the step before, and at most 100"));
    return step->bonus >= before->bonus
               ? 0
               : yaml_error(node, err, _("bonus: must not be below the step before"));
}

static int
read_ladder(struct arena *arena, const struct yaml *node, struct perform_role *role,
            struct err *err)
{
    const struct yaml *list = yaml_get(node, "ladder");
    if (!list || list->type != YAML_LIST || !list->count)
        return yaml_error(node, err, _("ladder: must be a list of steps"));
    role->ladder = arena_array(arena, (size_t)list->count, sizeof *role->ladder);
    for (const struct yaml *at = list->first; at; at = at->next) {
        struct perform_step *step = &role->ladder[role->step_count];
        if (read_step(at, role->step_count ? step - 1 : NULL, step, err) < 0)
            return -1;
        role->step_count++;
    }
    return 0;
}

static int
read_role(struct catalogue *catalogue, const struct yaml *node, struct perform_role *role,
          struct err *err)
{
    static const char *const known[] = {"zh", "says", "inputs", "ladder", NULL};
    static const char *const staff_roles[] = {"doctor",     "nurse",     "consultant",
                                              "front-desk", "manager",   "buyer",
                                              "technician", "marketing", "other"};
    size_t i = 0;
    *role = (struct perform_role){.role = node->key};
    while (i < 9 && strcmp(staff_roles[i], node->key) != 0)
        i++;
    if (i == 9)
        return yaml_error(node, err, _("%s: no such role of staff"), node->key);
    if (yaml_only(node, known, err) < 0)
        return -1;
    role->zh = yaml_text(node, "zh");
    role->says = yaml_text(node, "says");
    if (!role->zh || !role->says)
        return yaml_error(node, err, _("%s: needs zh and says"), node->key);
    return read_inputs(catalogue, node, role, err) < 0 ||
                   read_ladder(catalogue->arena, node, role, err) < 0
               ? -1
               : 0;
}

int
perform_read(struct catalogue *catalogue, const char *path, struct performance *performance,
             struct err *err)
{
    static const char *const known[] = {"roles", NULL};
    const struct yaml *root = yaml_load(catalogue->arena, path, err);
    const struct yaml *map = root ? yaml_get(root, "roles") : NULL;
    *performance = (struct performance){0};
    if (!root || yaml_only(root, known, err) < 0)
        return -1;
    if (!map || map->type != YAML_MAP)
        return yaml_error(root, err, _("roles: missing"));
    performance->roles =
        arena_array(catalogue->arena, (size_t)map->count, sizeof *performance->roles);
    for (const struct yaml *node = map->first; node; node = node->next)
        if (read_role(catalogue, node, &performance->roles[performance->count++], err) < 0)
            return -1;
    return 0;
}

int
perform_load(struct catalogue *catalogue, struct performance *performance, struct err *err)
{
    char *path = pack_find(catalogue->packs, catalogue->arena, "performance.yaml");
    if (!path)
        return err_set(err, ERR_IO, _("performance.yaml: not among the packs; install them again"));
    return perform_read(catalogue, path, performance, err);
}
