/* The packs of metrics. */
#include <string.h>

#include "kpi/pack_private.h"

static const char *const units[] = {"count",    "fen", "ratio",   "share",
                                    "permille", "per", "fen-per", NULL};
static const char *const directions[] = {"none", "up", "down", NULL};

const char *
unit_word(enum unit unit)
{
    return units[unit];
}

const char *
direction_word(enum direction direction)
{
    return directions[direction];
}

/* The place of a word in a list; -1 with file and line. */
static int
read_choice(const struct yaml *node, const char *key, const char *const *words, struct err *err)
{
    const char *text = yaml_text(node, key);
    int count = 0;
    for (; words[count]; count++)
        if (text && strcmp(text, words[count]) == 0)
            return count;
    const char *near = text ? str_nearest(text, words, (size_t)count) : NULL;
    return yaml_error(node, err, _("%s: %s: %s%s%s"), node->key, key,
                      text ? _("no such word") : _("missing"), near ? _("; did you mean ") : "",
                      near ? near : "");
}

/* ---- formulas --------------------------------------------------------------------------------------- */

/* "visit.first - lead.converted": measures with + and - between blanks. */
static int
read_terms(struct catalogue *catalogue, const struct yaml *node, const char *key,
           struct term *terms, int *count, struct err *err)
{
    const char *at = yaml_text(node, key);
    struct err wrong = {0};
    int sign = 1;
    while (at && *at) {
        size_t length = strcspn(at, " ");
        if (*count == TERMS)
            return yaml_error(node, err, _("%s: at most %d measures"), key, TERMS);
        const char *name = arena_strndup(catalogue->arena, at, length);
        terms[*count] = (struct term){catalogue_measure(catalogue, name, &wrong), sign};
        if (!terms[(*count)++].measure)
            return wrong.kind == ERR_USAGE
                       ? yaml_error(node, err, "%s: %s: %s", node->key, key, wrong.text)
                       : err_set(err, wrong.kind, "%s", wrong.text);
        at += length;
        if (!*at)
            return 0;
        if ((strncmp(at, " + ", 3) != 0 && strncmp(at, " - ", 3) != 0) || !at[3])
            return yaml_error(node, err, _("%s: measures, with \" + \" or \" - \" between them"),
                              key);
        sign = at[1] == '+' ? 1 : -1;
        at += 3;
    }
    return at ? 0 : yaml_error(node, err, _("%s: %s: missing"), node->key, key);
}

static int
read_also(struct catalogue *catalogue, const struct yaml *node, struct metric *metric,
          struct err *err)
{
    const struct yaml *map = yaml_get(node, "also");
    struct err wrong = {0};
    for (const struct yaml *at = map ? map->first : NULL; at; at = at->next) {
        if (metric->also_count == ALSO)
            return yaml_error(at, err, _("also: at most %d"), ALSO);
        metric->also[metric->also_count].name = at->key;
        const struct measure *measure =
            at->text ? catalogue_measure(catalogue, at->text, &wrong) : NULL;
        metric->also[metric->also_count++].measure = measure;
        if (!measure)
            return yaml_error(at, err, "also: %s", at->text ? wrong.text : _("missing"));
    }
    return 0;
}

static int
read_formula(struct catalogue *catalogue, const struct yaml *node, struct metric *metric,
             struct err *err)
{
    bool plain = metric->unit == UNIT_COUNT || metric->unit == UNIT_FEN;
    if (plain != (yaml_get(node, "figure") != NULL) ||
        plain != (yaml_get(node, "denominator") == NULL))
        return yaml_error(node, err,
                          _("%s: a count or fen has a figure; other units a numerator and a "
                            "denominator"),
                          node->key);
    if (read_terms(catalogue, node, plain ? "figure" : "numerator", metric->numerator,
                   &metric->numerator_count, err) < 0)
        return -1;
    if (!plain && read_terms(catalogue, node, "denominator", metric->denominator,
                             &metric->denominator_count, err) < 0)
        return -1;
    return read_also(catalogue, node, metric, err);
}

int
metric_measures(const struct metric *metric, const struct measure **measures)
{
    int count = 0;
    for (int i = 0; i < metric->numerator_count; i++)
        measures[count++] = metric->numerator[i].measure;
    for (int i = 0; i < metric->denominator_count; i++)
        measures[count++] = metric->denominator[i].measure;
    for (int i = 0; i < metric->also_count; i++)
        measures[count++] = metric->also[i].measure;
    return count;
}

/* ---- one metric ------------------------------------------------------------------------------------- */

static int
read_days(const struct yaml *node, struct metric *metric, struct err *err)
{
    const char *text = yaml_text(node, "days");
    metric->days = -1;
    if (text && strncmp(text, "kpi.", 4) == 0) {
        metric->days_setting = text;
        return 0;
    }
    return text ? yaml_int(node, "days", &metric->days, err) : 0;
}

static int
read_edges(const struct yaml *node, struct metric *metric, struct err *err)
{
    static const char *const known[] = {"says", "zh", NULL};
    metric->edges = yaml_get(node, "edges");
    for (const struct yaml *at = metric->edges ? metric->edges->first : NULL; at; at = at->next) {
        if (yaml_only(at, known, err) < 0)
            return -1;
        if (!yaml_text(at, "says") || !yaml_text(at, "zh"))
            return yaml_error(at, err, _("edges: each needs says and zh"));
    }
    return metric->edges && metric->edges->first
               ? 0
               : yaml_error(node, err, _("%s: edges: missing"), node->key);
}

static int
read_metric(struct catalogue *catalogue, const struct yaml *node, struct metric *metric,
            struct err *err)
{
    static const char *const known[] = {
        "zh",   "says",  "means", "unit",  "direction", "figure", "numerator", "denominator",
        "also", "staff", "days",  "edges", "example",   "scale",  "proof",     NULL};
    struct err wrong = {0};
    *metric = (struct metric){.name = node->key, .node = node, .scale = 1};
    if (yaml_only(node, known, err) < 0)
        return -1;
    int unit = read_choice(node, "unit", units, err);
    int direction = unit < 0 ? -1 : read_choice(node, "direction", directions, err);
    if (unit < 0 || direction < 0)
        return -1;
    metric->unit = (enum unit)unit;
    metric->direction = (enum direction)direction;
    metric->zh = yaml_text(node, "zh");
    metric->says = yaml_text(node, "says");
    metric->means = yaml_text(node, "means");
    metric->staff = yaml_text(node, "staff");
    metric->example = yaml_get(node, "example");
    metric->proof = yaml_text(node, "proof");
    if (!metric->zh || !metric->says || !metric->means)
        return yaml_error(node, err, _("%s: needs zh, says and means"), node->key);
    if (metric->staff && strcmp(metric->staff, "told") != 0 &&
        !catalogue_dimension(catalogue, metric->staff, &wrong))
        return yaml_error(node, err, "staff: %s", wrong.text);
    return read_days(node, metric, err) < 0 || yaml_int(node, "scale", &metric->scale, err) < 0 ||
                   read_edges(node, metric, err) < 0
               ? -1
               : read_formula(catalogue, node, metric, err);
}

/* ---- a family --------------------------------------------------------------------------------------- */

static bool
of_family(const char *name, const char *family)
{
    size_t length = strlen(family);
    return strncmp(name, family, length) == 0 && (!name[length] || name[length] == '_');
}

static const struct yaml *
family_map(struct catalogue *catalogue, const char *family, struct err *err)
{
    static const char *const known[] = {"metrics", NULL};
    const char *pack = arena_printf(catalogue->arena, "metrics/%s.yaml", family);
    const char *path = pack_find(catalogue->packs, catalogue->arena, pack);
    const struct yaml *root = path ? yaml_load(catalogue->arena, path, err) : NULL;
    const struct yaml *map = root ? yaml_get(root, "metrics") : NULL;
    if (!path)
        err_set(err, ERR_IO, _("%s: not among the packs; install them again"), pack);
    if (!root || yaml_only(root, known, err) < 0)
        return NULL;
    if (!map || map->type != YAML_MAP) {
        yaml_error(root, err, _("metrics: missing"));
        return NULL;
    }
    for (const struct yaml *node = map->first; node; node = node->next)
        if (!of_family(node->key, family)) {
            yaml_error(node, err, _("%s: a metric in here is %s or begins with %s_"), node->key,
                       family, family);
            return NULL;
        }
    return map;
}

static int
no_such(struct catalogue *catalogue, const char *name, struct err *err)
{
    struct pack_names families;
    const char *names[256];
    int count = 0;
    if (pack_list(catalogue->packs, catalogue->arena, "metrics", &families, err) < 0)
        return -1;
    for (int i = 0; i < families.count; i++) {
        const struct yaml *map = family_map(catalogue, families.names[i], err);
        if (!map)
            return -1;
        for (const struct yaml *node = map->first; node && count < 256; node = node->next)
            names[count++] = node->key;
    }
    const char *near = str_nearest(name, names, (size_t)count);
    return near ? err_set(err, ERR_USAGE, _("%s: no such metric; did you mean %s"), name, near)
                : err_set(err, ERR_USAGE, _("%s: no such metric; medi-kpi list has them"), name);
}

/* The family of a name: the longest pack that it begins with; NULL: none. */
static const char *
family_of(struct catalogue *catalogue, const char *name)
{
    char *family = arena_strdup(catalogue->arena, name);
    if (strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789_") != strlen(name) || !*name)
        return NULL;
    for (char *end; *family; *end = '\0') {
        if (pack_find(catalogue->packs, catalogue->arena,
                      arena_printf(catalogue->arena, "metrics/%s.yaml", family)))
            return family;
        if (!(end = strrchr(family, '_')))
            return NULL;
    }
    return NULL;
}

const struct metric *
catalogue_metric(struct catalogue *catalogue, const char *name, struct err *err)
{
    for (int i = 0; i < catalogue->known_count; i++)
        if (strcmp(catalogue->known[i]->name, name) == 0)
            return catalogue->known[i];
    const char *family = family_of(catalogue, name);
    const struct yaml *map = family ? family_map(catalogue, family, err) : NULL;
    if (family && !map)
        return NULL;
    const struct yaml *node = map ? yaml_get(map, name) : NULL;
    if (!node) {
        no_such(catalogue, name, err);
        return NULL;
    }
    struct metric *metric = arena_alloc(catalogue->arena, sizeof *metric);
    if (read_metric(catalogue, node, metric, err) < 0)
        return NULL;
    catalogue->known = arena_more(catalogue->arena, catalogue->known, catalogue->known_count,
                                  &catalogue->known_room, sizeof(const struct metric *));
    catalogue->known[catalogue->known_count++] = metric;
    return metric;
}

int
catalogue_all(struct catalogue *catalogue, struct metrics *all, struct err *err)
{
    struct pack_names families;
    int room = 0;
    *all = (struct metrics){0};
    if (pack_list(catalogue->packs, catalogue->arena, "metrics", &families, err) < 0)
        return -1;
    for (int i = 0; i < families.count; i++) {
        const struct yaml *map = family_map(catalogue, families.names[i], err);
        if (!map)
            return -1;
        for (const struct yaml *node = map->first; node; node = node->next) {
            struct metric *metric = arena_alloc(catalogue->arena, sizeof *metric);
            if (read_metric(catalogue, node, metric, err) < 0)
                return -1;
            all->items =
                arena_more(catalogue->arena, all->items, all->count, &room, sizeof *all->items);
            all->items[all->count++] = metric;
        }
    }
    return 0;
}

int
catalogue_open(struct catalogue *catalogue, struct arena *arena, const struct packs *packs,
               struct err *err)
{
    *catalogue = (struct catalogue){.arena = arena, .packs = packs};
    return pack_dimensions(catalogue, err);
}
