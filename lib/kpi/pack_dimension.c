/* The pack of dimensions. */
#include <stdlib.h>
#include <string.h>

#include "kpi/names.h"
#include "kpi/pack_private.h"
#include "kpi/told.h"

static const char *const takes[] = {"column", "of",      "store",   "day",     "week",
                                    "month",  "quarter", "year",    "weekday", "staff",
                                    "age",    "tier",    "segment", NULL};

/* ---- one dimension ---------------------------------------------------------------------------------- */

static int
read_take(const struct yaml *node, struct dimension *dimension, struct err *err)
{
    const char *text = yaml_text(node, "take");
    dimension->take = yaml_get(node, "of") ? TAKE_OF : TAKE_COLUMN;
    if (!text)
        return yaml_get(node, "of") || yaml_get(node, "column")
                   ? 0
                   : yaml_error(node, err, _("%s: needs column, of or take"), node->key);
    for (int i = 2; takes[i]; i++)
        if (strcmp(takes[i], text) == 0) {
            dimension->take = (enum take)i;
            return 0;
        }
    const char *near = str_nearest(text, takes + 2, 11);
    return yaml_error(node, err, _("%s: take: no such word%s%s"), node->key,
                      near ? _("; did you mean ") : "", near ? near : "");
}

/* Some fact has such a column. */
static bool
somewhere(const char *column)
{
    for (int i = 0; i < fact_count(); i++)
        if (fact_column_find(fact_at(i), column) >= 0)
            return true;
    return false;
}

static int
read_column(const struct yaml *node, struct dimension *dimension, const char *name, struct err *err)
{
    if (!name || !somewhere(name))
        return yaml_error(node, err, _("%s: column: no fact has %s"), dimension->name,
                          name ? name : _("a list in a list"));
    if (dimension->column_count == DIMENSION_COLUMNS)
        return yaml_error(node, err, _("%s: column: at most %d"), dimension->name,
                          DIMENSION_COLUMNS);
    dimension->columns[dimension->column_count++] = name;
    return 0;
}

static int
read_columns(const struct yaml *node, struct dimension *dimension, struct err *err)
{
    const struct yaml *columns = yaml_get(node, "column"), *words = yaml_get(node, "words");
    const struct yaml *bands = yaml_get(node, "bands");
    if (columns && columns->type == YAML_SCALAR &&
        read_column(node, dimension, columns->text, err) < 0)
        return -1;
    for (const struct yaml *at = columns ? columns->first : NULL; at; at = at->next)
        if (read_column(at, dimension, at->text, err) < 0)
            return -1;
    for (const struct yaml *at = words ? words->first : NULL; at; at = at->next) {
        if (dimension->word_count == 4 || !at->text)
            return yaml_error(at, err, _("%s: words: at most four"), dimension->name);
        dimension->words[dimension->word_count++] = at->text;
    }
    for (const struct yaml *at = bands ? bands->first : NULL; at; at = at->next) {
        int64_t year = at->text ? strtoll(at->text, NULL, 10) : 0;
        if (dimension->band_count == BANDS || year <= 0 || year > 150 ||
            (dimension->band_count && year <= dimension->bands[dimension->band_count - 1]))
            return yaml_error(at, err, _("%s: bands: years of age, rising, at most %d"),
                              dimension->name, BANDS);
        dimension->bands[dimension->band_count++] = year;
    }
    return 0;
}

static int
read_dimension(const struct yaml *node, struct dimension *dimension, struct err *err)
{
    static const char *const known[] = {"zh",        "says",  "take",  "column",      "of",
                                        "attribute", "words", "bands", "first_known", NULL};
    dimension->name = node->key;
    dimension->node = node;
    dimension->zh = yaml_text(node, "zh");
    dimension->says = yaml_text(node, "says");
    dimension->of = yaml_text(node, "of");
    dimension->attribute = yaml_text(node, "attribute");
    if (yaml_only(node, known, err) < 0 || read_take(node, dimension, err) < 0 ||
        yaml_bool(node, "first_known", &dimension->first_known, err) < 0 ||
        read_columns(node, dimension, err) < 0)
        return -1;
    if (!dimension->zh || !dimension->says)
        return yaml_error(node, err, _("%s: needs zh and says"), node->key);
    if (dimension->take == TAKE_AGE && !dimension->band_count)
        return yaml_error(node, err, _("%s: needs bands"), node->key);
    return (dimension->of != NULL) == (dimension->attribute != NULL)
               ? 0
               : yaml_error(node, err, _("%s: of goes with attribute"), node->key);
}

/* ---- attributes ------------------------------------------------------------------------------------- */

/* Whose ids the columns hold: "project", or NULL. */
static const char *
ids_of(const struct dimension *dimension)
{
    if (dimension->take == TAKE_STORE)
        return "store";
    if (dimension->take == TAKE_STAFF)
        return "staff";
    for (int i = 0; dimension->column_count && i < fact_count(); i++) {
        int column = fact_column_find(fact_at(i), dimension->columns[0]);
        if (column >= 0)
            return fact_column_at(fact_at(i), column)->of;
    }
    return NULL;
}

static int
judge_of(const struct catalogue *catalogue, const struct dimension *dimension, struct err *err)
{
    struct err wrong = {0};
    const struct dimension *base = dimension;
    for (int steps = 0; base->of; steps++) {
        base = catalogue_dimension(catalogue, base->of, &wrong);
        if (!base)
            return yaml_error(dimension->node, err, "%s: of: %s", dimension->name, wrong.text);
        if (base == dimension || steps > catalogue->dimensions.count)
            return yaml_error(dimension->node, err, _("%s: of: goes in a circle"), dimension->name);
        if (base->of)
            continue;
        if (dimension->of != base->name)
            if (strcmp(dimension->of, base->name) != 0)
                return yaml_error(dimension->node, err,
                                  _("%s: of: an attribute has no attributes; take it of %s"),
                                  dimension->name, base->name);
    }
    const char *of = ids_of(base);
    if (!of || strcmp(of, "word") == 0)
        return yaml_error(dimension->node, err, _("%s: of: %s names nothing that has attributes"),
                          dimension->name, base->name);
    if (names_attribute(of, dimension->attribute, &wrong) < 0)
        return yaml_error(dimension->node, err, "%s: %s", dimension->name, wrong.text);
    return 0;
}

int
pack_dimensions(struct catalogue *catalogue, struct err *err)
{
    static const char *const known[] = {"dimensions", NULL};
    const char *path = pack_find(catalogue->packs, catalogue->arena, "dimensions.yaml");
    if (!path)
        return err_set(err, ERR_IO, _("%s: not among the packs; install them again"),
                       "dimensions.yaml");
    const struct yaml *root = yaml_load(catalogue->arena, path, err);
    const struct yaml *map = root ? yaml_get(root, "dimensions") : NULL;
    struct dimensions *all = &catalogue->dimensions;
    if (!root || yaml_only(root, known, err) < 0)
        return -1;
    if (!map || map->type != YAML_MAP)
        return yaml_error(root, err, _("dimensions: missing"));
    all->items = arena_array(catalogue->arena, (size_t)map->count, sizeof *all->items);
    for (const struct yaml *node = map->first; node; node = node->next) {
        struct dimension *dimension = &all->items[all->count];
        dimension->place = all->count++;
        if (read_dimension(node, dimension, err) < 0)
            return -1;
    }
    for (int i = 0; i < all->count; i++)
        if (all->items[i].of && judge_of(catalogue, &all->items[i], err) < 0)
            return -1;
    return 0;
}

/* ---- what fits -------------------------------------------------------------------------------------- */

const struct dimension *
dimension_find(const struct catalogue *catalogue, const char *name)
{
    for (int i = 0; i < catalogue->dimensions.count; i++)
        if (strcmp(catalogue->dimensions.items[i].name, name) == 0)
            return &catalogue->dimensions.items[i];
    return NULL;
}

const struct dimension *
catalogue_dimension(const struct catalogue *catalogue, const char *name, struct err *err)
{
    const struct dimension *found = dimension_find(catalogue, name);
    const char *names[128];
    struct str all = STR_INIT;
    int count = 0;
    if (found)
        return found;
    for (; count < catalogue->dimensions.count && count < 128; count++) {
        names[count] = catalogue->dimensions.items[count].name;
        str_addf(&all, "%s%s", count ? ", " : "", names[count]);
    }
    const char *near = str_nearest(name, names, (size_t)count);
    err_set(err, ERR_USAGE, _("%s: must be one of %s%s%s"), name, all.text,
            near ? _("; did you mean ") : "", near ? near : "");
    str_release(&all);
    return NULL;
}

bool
dimension_fits(const struct catalogue *catalogue, const struct dimension *dimension,
               const struct metric *metric, const struct fact *fact)
{
    switch (dimension->take) {
    case TAKE_COLUMN:
        for (int i = 0; i < dimension->column_count; i++)
            if (fact_column_find(fact, dimension->columns[i]) >= 0)
                return true;
        return false;
    case TAKE_OF:
        return dimension_fits(catalogue, dimension_find(catalogue, dimension->of), metric, fact);
    case TAKE_STAFF:
        return metric->staff && dimension_find(catalogue, metric->staff) &&
               dimension_fits(catalogue, dimension_find(catalogue, metric->staff), metric, fact);
    case TAKE_AGE:
    case TAKE_TIER:
    case TAKE_SEGMENT:
        return fact->has_client;
    default:
        return true;
    }
}

/* A statement's rows know store, month, channel and staff; longer periods add months up. */
static bool
told_fits(const struct dimension *dimension, const struct told *told)
{
    switch (dimension->take) {
    case TAKE_STORE:
        return told_has(told, "store");
    case TAKE_MONTH:
    case TAKE_QUARTER:
    case TAKE_YEAR:
        return told_has(told, "month");
    case TAKE_STAFF:
        return told_has(told, "staff");
    default:
        return strcmp(dimension->name, "channel") == 0 && told_has(told, "channel");
    }
}

bool
metric_fits(const struct catalogue *catalogue, const struct metric *metric,
            const struct dimension *dimension)
{
    const struct measure *measures[METRIC_MEASURES];
    int count = metric_measures(metric, measures);
    for (int i = 0; i < count; i++) {
        const struct measure *measure = measures[i];
        bool people =
            measure->trailing || (measure->kind >= MEASURE_BASE && measure->kind <= MEASURE_AGAIN);
        if (people && dimension->take == TAKE_WEEKDAY)
            return false;
        if (measure->fact ? !dimension_fits(catalogue, dimension, metric, measure->fact)
                          : !told_fits(dimension, told_find(measure->source)))
            return false;
    }
    return true;
}
