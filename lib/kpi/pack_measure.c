/* The packs of measures. */
#include <string.h>

#include "kpi/pack_private.h"
#include "kpi/told.h"

/* ---- expressions are parsed here only to be judged: whoever runs them parses them again ------------- */

struct judged {
    const struct catalogue *catalogue;
    const struct measure *measure;
};
enum { JUDGED_DIMENSION = EXPR_SLOTS - 1 };

int
pack_column(const struct fact *fact, const char *name, struct err *err)
{
    const char *names[64];
    int count = 0, found = fact_column_find(fact, name);
    if (found >= 0)
        return found;
    for (int i = 0; i < fact->column_count; i++)
        names[count++] = fact->columns[i].name;
    for (int i = FACT_CHANNEL; fact->has_client && i < FACT_DERIVED_END; i++)
        names[count++] = fact_column_at(fact, i)->name;
    const char *near = str_nearest(name, names, (size_t)count);
    return err_set(err, ERR_USAGE, _("%s: the fact %s has no such column%s%s"), name, fact->name,
                   near ? _("; did you mean ") : "", near ? near : "");
}

int
pack_word(const struct fact_column *column, const char *word, int64_t *value, struct err *err)
{
    int count = 0;
    while (column->words[count]) {
        *value = count + 1;
        if (strcmp(column->words[count++], word) == 0)
            return 1;
    }
    const char *near = str_nearest(word, column->words, (size_t)count);
    *value = 0;
    if (strcmp(word, "none") == 0)
        return 1;
    return err_set(err, ERR_USAGE, _("%s: %s has no such word%s%s"), word, column->name,
                   near ? _("; did you mean ") : "", near ? near : "");
}

static int
judge_slot(void *context, const char *name, struct err *err)
{
    const struct judged *judged = context;
    const struct fact *fact = judged->measure->fact;
    const struct dimension *dimension = dimension_find(judged->catalogue, name);
    const struct metric nobody = {0};
    if (fact_column_find(fact, name) < 0 && dimension &&
        dimension_fits(judged->catalogue, dimension, &nobody, fact))
        return JUDGED_DIMENSION;
    return pack_column(fact, name, err);
}

static int
judge_parameter(void *context, const char *name, int64_t *value, struct err *err)
{
    (void)context;
    return pack_parameter(name, &(struct pack_parameters){0}, value, err);
}

static int
judge_value(void *context, int slot, const char *word, int64_t *value, struct err *err)
{
    const struct judged *judged = context;
    *value = 0;
    if (slot == JUDGED_DIMENSION)
        return 1;
    const struct fact_column *column = fact_column_at(judged->measure->fact, slot);
    if (column->words)
        return pack_word(column, word, value, err);
    if (column->of && strcmp(column->of, "word") == 0)
        return 1;
    if (column->of)
        return err_set(err, ERR_USAGE, _("%s: a pack cannot name what a clinic keeps in %s"), word,
                       column->name);
    return 0;
}

int
pack_parameter(const char *name, const struct pack_parameters *all, int64_t *value, struct err *err)
{
    static const char *const names[] = {"days", "today"};
    if (strcmp(name, "days") == 0)
        *value = all->days;
    else if (strcmp(name, "today") == 0)
        *value = all->today;
    else {
        const char *near = str_nearest(name, names, 2);
        return err_set(err, ERR_USAGE, _("$%s: there is $days and $today%s%s"), name,
                       near ? _("; did you mean ") : "", near ? near : "");
    }
    return 0;
}

static int
judge(const struct catalogue *catalogue, const struct measure *measure, const char *text,
      struct err *err)
{
    struct judged judged = {catalogue, measure};
    const struct expr_words words = {&judged, judge_slot, judge_parameter, judge_value};
    struct err wrong = {0};
    if (!text || expr_parse(catalogue->arena, text, &words, &wrong))
        return 0;
    return yaml_error(measure->node, err, "%s: %s", measure->name, wrong.text);
}

static int
judge_column(const struct measure *measure, const char *name, struct err *err)
{
    struct err wrong = {0};
    if (!name || pack_column(measure->fact, name, &wrong) >= 0)
        return 0;
    return yaml_error(measure->node, err, "%s: %s", measure->name, wrong.text);
}

/* ---- one measure ------------------------------------------------------------------------------------ */

static const struct {
    const char *key, *value; /* value NULL: an expression */
    enum measure_kind kind;
    enum distinct_of distinct;
} ways[] = {
    {"count", "rows", MEASURE_COUNT, 0},
    {"sum", NULL, MEASURE_SUM, 0},
    {"latest", NULL, MEASURE_LATEST, 0},
    {"distinct", "client", MEASURE_DISTINCT, DISTINCT_CLIENT},
    {"distinct", "store-month", MEASURE_DISTINCT, DISTINCT_STORE_MONTH},
    {"returning", "base", MEASURE_BASE, 0},
    {"returning", "back", MEASURE_BACK, 0},
    {"following", "base", MEASURE_STAY, 0},
    {"following", "back", MEASURE_AGAIN, 0},
    {"again", NULL, MEASURE_SECOND, 0},
    {"observed", NULL, MEASURE_OBSERVED, 0},
};

static int
read_way(const struct yaml *node, struct measure *measure, struct err *err)
{
    int found = 0, keys = 0;
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        const char *text = yaml_text(node, ways[i].key);
        if (!text)
            continue;
        keys += i == 0 || strcmp(ways[i].key, ways[i - 1].key) != 0;
        if (ways[i].value && strcmp(ways[i].value, text) != 0)
            continue;
        measure->kind = ways[i].kind;
        measure->distinct = ways[i].distinct;
        measure->value = ways[i].value ? NULL : text;
        found++;
    }
    if (found == 1 && keys == 1)
        return 0;
    return yaml_error(
        node, err,
        _("%s: says what it counts by one of: count: rows, sum, latest, distinct: client "
          "or store-month, returning or following: base or back, again, observed"),
        node->key);
}

static int
read_instead(struct measure *measure, struct err *err)
{
    static const char *const known[] = {"days", "sum", NULL};
    const struct yaml *list = yaml_get(measure->node, "instead");
    for (const struct yaml *at = list ? list->first : NULL; at; at = at->next) {
        if (measure->instead_count == 4)
            return yaml_error(at, err, _("instead: at most four"));
        struct instead *instead = &measure->instead[measure->instead_count++];
        instead->days = -1;
        instead->column = yaml_text(at, "sum");
        if (yaml_only(at, known, err) < 0 || yaml_int(at, "days", &instead->days, err) < 0)
            return -1;
        if (instead->days < 0 || !instead->column)
            return yaml_error(at, err, _("instead: needs days and sum"));
        if (judge_column(measure, instead->column, err) < 0)
            return -1;
    }
    return 0;
}

/* What goes with what. */
static int
judge_sense(const struct measure *measure, struct err *err)
{
    enum measure_kind kind = measure->kind;
    bool people = kind >= MEASURE_BASE && kind <= MEASURE_SECOND;
    bool clients = people || kind == MEASURE_OBSERVED ||
                   (kind == MEASURE_DISTINCT && measure->distinct == DISTINCT_CLIENT);
    const struct yaml *node = measure->node;
    if (clients && !measure->fact->has_client)
        return yaml_error(node, err, _("%s: the fact %s knows no clients"), measure->name,
                          measure->fact->name);
    if (people && !measure->days)
        return yaml_error(node, err, _("%s: needs days: how far it looks"), measure->name);
    if ((kind == MEASURE_LATEST) != (measure->of != NULL) ||
        (kind == MEASURE_LATEST) != (measure->by != NULL))
        return yaml_error(node, err, _("%s: latest goes with of and by, two columns"),
                          measure->name);
    if (measure->trailing && (people || kind == MEASURE_LATEST || measure->since ||
                              (kind == MEASURE_DISTINCT && !clients)))
        return yaml_error(node, err, _("%s: trailing goes with sum, count and distinct: client"),
                          measure->name);
    if (kind == MEASURE_OBSERVED && !measure->trailing)
        return yaml_error(node, err, _("%s: observed goes with trailing"), measure->name);
    if (measure->later &&
        (measure->trailing || measure->since || (kind != MEASURE_SUM && kind != MEASURE_COUNT)))
        return yaml_error(node, err, _("%s: later goes with sum and count alone"), measure->name);
    if (measure->since && (people || kind == MEASURE_LATEST))
        return yaml_error(node, err, _("%s: since goes with sum, count and distinct"),
                          measure->name);
    return measure->days <= 3660 && measure->within <= 3660
               ? 0
               : yaml_error(node, err, _("%s: at most 3660 days"), measure->name);
}

/* A number of days, or $days: the metric's. */
static int
read_days(const struct yaml *node, const char *key, int64_t *days, struct err *err)
{
    const char *text = yaml_text(node, key);
    if (text && strcmp(text, "$days") == 0)
        *days = DAYS_OF_METRIC;
    else if (yaml_int(node, key, days, err) < 0)
        return -1;
    return text && *days < 0 && *days != DAYS_OF_METRIC
               ? yaml_error(node, err, _("%s: below zero"), key)
               : 0;
}

static int
read_fact_measure(const struct catalogue *catalogue, struct measure *measure, struct err *err)
{
    static const char *const known[] = {"zh",       "says",      "count",     "sum",   "latest",
                                        "distinct", "returning", "following", "where", "of",
                                        "by",       "since",     "within",    "days",  "trailing",
                                        "instead",  "again",     "observed",  "later", NULL};
    const struct yaml *node = measure->node;
    measure->where = yaml_text(node, "where");
    measure->of = yaml_text(node, "of");
    measure->by = yaml_text(node, "by");
    measure->since = yaml_text(node, "since");
    if (yaml_only(node, known, err) < 0 || read_way(node, measure, err) < 0 ||
        yaml_int(node, "within", &measure->within, err) < 0 ||
        read_days(node, "days", &measure->days, err) < 0 ||
        read_days(node, "later", &measure->later, err) < 0)
        return -1;
    measure->trailing = yaml_get(node, "trailing") != NULL;
    if (measure->trailing && yaml_int(node, "trailing", &measure->days, err) < 0)
        return -1;
    return judge(catalogue, measure, measure->value, err) < 0 ||
                   judge(catalogue, measure, measure->where, err) < 0 ||
                   judge_column(measure, measure->of, err) < 0 ||
                   judge_column(measure, measure->by, err) < 0 ||
                   judge_column(measure, measure->since, err) < 0 || read_instead(measure, err) < 0
               ? -1
               : judge_sense(measure, err);
}

static int
read_told_measure(struct measure *measure, const struct told *told, struct err *err)
{
    static const char *const known[] = {"zh", "says", "column", NULL};
    if (yaml_only(measure->node, known, err) < 0)
        return -1;
    measure->kind = MEASURE_TOLD;
    measure->value = yaml_text(measure->node, "column");
    if (measure->value && told_has(told, measure->value))
        return 0;
    return yaml_error(measure->node, err, _("%s: column: must be one that %s gives"), measure->name,
                      told->name);
}

/* ---- a file ----------------------------------------------------------------------------------------- */

static int
read_file(const struct catalogue *catalogue, const struct yaml *root, struct measure_file *file,
          struct err *err)
{
    static const char *const known[] = {"measures", NULL};
    const struct yaml *map = yaml_get(root, "measures");
    const struct fact *fact = fact_find(file->source);
    const struct told *told = told_find(file->source);
    if (yaml_only(root, known, err) < 0)
        return -1;
    if (!fact && !told)
        return yaml_error(root, err, _("%s: neither a fact nor a statement"), file->source);
    if (!map || map->type != YAML_MAP)
        return yaml_error(root, err, _("measures: missing"));
    file->items = arena_array(catalogue->arena, (size_t)map->count, sizeof *file->items);
    for (const struct yaml *node = map->first; node; node = node->next) {
        struct measure *measure = &file->items[file->count++];
        *measure = (struct measure){.source = file->source, .name = node->key, .node = node};
        measure->fact = fact;
        measure->zh = yaml_text(node, "zh");
        measure->says = yaml_text(node, "says");
        if (!measure->zh || !measure->says)
            return yaml_error(node, err, _("%s: needs zh and says"), node->key);
        if ((fact ? read_fact_measure(catalogue, measure, err)
                  : read_told_measure(measure, told, err)) < 0)
            return -1;
    }
    return 0;
}

static struct measure_file *
file_of(struct catalogue *catalogue, const char *source, size_t length, struct err *err)
{
    for (int i = 0; i < catalogue->file_count; i++)
        if (strncmp(catalogue->files[i].source, source, length) == 0 &&
            !catalogue->files[i].source[length])
            return &catalogue->files[i];
    char *name = arena_strndup(catalogue->arena, source, length);
    if (strspn(name, "abcdefghijklmnopqrstuvwxyz_") != length) {
        err_set(err, ERR_USAGE, _("%s: no such measures"), name);
        return NULL;
    }
    const char *pack = arena_printf(catalogue->arena, "measures/%s.yaml", name);
    const char *path = pack_find(catalogue->packs, catalogue->arena, pack);
    if (!path) {
        err_set(err, ERR_USAGE, _("%s: no such measures"), name);
        return NULL;
    }
    struct measure_file file = {.source = name};
    const struct yaml *root = yaml_load(catalogue->arena, path, err);
    if (!root || read_file(catalogue, root, &file, err) < 0)
        return NULL;
    catalogue->files = arena_more(catalogue->arena, catalogue->files, catalogue->file_count,
                                  &catalogue->file_room, sizeof *catalogue->files);
    catalogue->files[catalogue->file_count] = file;
    return &catalogue->files[catalogue->file_count++];
}

const struct measure *
catalogue_measure(struct catalogue *catalogue, const char *name, struct err *err)
{
    const char *names[64], *dot = strchr(name, '.');
    if (!dot) {
        err_set(err, ERR_USAGE, _("%s: a measure is named SOURCE.measure"), name);
        return NULL;
    }
    const struct measure_file *file = file_of(catalogue, name, (size_t)(dot - name), err);
    for (int i = 0; file && i < file->count; i++) {
        if (strcmp(file->items[i].name, dot + 1) == 0)
            return &file->items[i];
        if (i < 64)
            names[i] = file->items[i].name;
    }
    if (!file)
        return NULL;
    const char *near = str_nearest(dot + 1, names, file->count < 64 ? (size_t)file->count : 64);
    err_set(err, ERR_USAGE, _("%s: no such measure%s%s"), name, near ? _("; did you mean ") : "",
            near ? near : "");
    return NULL;
}
