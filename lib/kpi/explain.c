#include "kpi/explain.h"

#include <string.h>

#include "base/hash.h"
#include "base/str.h"
#include "db/sql.h"

struct teller {
    struct catalogue *catalogue;
    struct explained *to;
    bool zh;
};

static void
say(struct teller *teller, const char *part, const char *text)
{
    struct explained *to = teller->to;
    to->lines =
        arena_more(teller->catalogue->arena, to->lines, to->count, &to->room, sizeof *to->lines);
    to->lines[to->count++] = (struct explained_line){part, text};
}

static const char *
kept(struct teller *teller, struct str *text)
{
    const char *copy = arena_strdup(teller->catalogue->arena, text->text);
    str_release(text);
    return copy;
}

/* ---- formula ---------------------------------------------------------------------------------------- */

static void
add_terms(struct str *text, const struct term *terms, int count)
{
    if (count > 1)
        str_addc(text, '(');
    for (int i = 0; i < count; i++)
        str_addf(text, "%s%s.%s",
                 i == 0              ? ""
                 : terms[i].sign > 0 ? " + "
                                     : " - ",
                 terms[i].measure->source, terms[i].measure->name);
    if (count > 1)
        str_addc(text, ')');
}

static const char *
formula(struct teller *teller, const struct metric *metric)
{
    struct str text = STR_INIT;
    add_terms(&text, metric->numerator, metric->numerator_count);
    if (metric->scale != 1)
        str_addf(&text, " × %d", (int)metric->scale);
    if (metric->denominator_count) {
        str_adds(&text, " ÷ ");
        add_terms(&text, metric->denominator, metric->denominator_count);
    }
    return kept(teller, &text);
}

/* ---- measures --------------------------------------------------------------------------------------- */

static void
add_days(struct str *text, const char *key, int64_t days)
{
    if (days == DAYS_OF_METRIC)
        str_addf(text, ", %s: $days", key);
    else if (days)
        str_addf(text, ", %s: %d", key, (int)days);
}

/* What a measure does with the rows of its source, in the words of the pack. */
static const char *
reckoned(struct teller *teller, const struct measure *measure)
{
    static const char *const ways[] = {[MEASURE_COUNT] = "count: rows",
                                       [MEASURE_BASE] = "returning: base",
                                       [MEASURE_BACK] = "returning: back",
                                       [MEASURE_STAY] = "following: base",
                                       [MEASURE_AGAIN] = "following: back"};
    struct str text = STR_INIT;
    if (measure->kind == MEASURE_SUM)
        str_addf(&text, "sum: %s", measure->value);
    else if (measure->kind == MEASURE_SECOND)
        str_addf(&text, "again: %s", measure->value);
    else if (measure->kind == MEASURE_OBSERVED)
        str_addf(&text, "observed: %s", measure->value);
    else if (measure->kind == MEASURE_LATEST)
        str_addf(&text, "latest: %s, of: %s, by: %s", measure->value, measure->of, measure->by);
    else if (measure->kind == MEASURE_DISTINCT)
        str_addf(&text, "distinct: %s",
                 measure->distinct == DISTINCT_CLIENT ? "client" : "store-month");
    else if (measure->kind == MEASURE_TOLD)
        str_addf(&text, "column: %s", measure->value);
    else
        str_adds(&text, ways[measure->kind]);
    if (measure->where)
        str_addf(&text, ", where: %s", measure->where);
    if (measure->since)
        str_addf(&text, ", since: %s", measure->since);
    if (measure->within)
        str_addf(&text, ", within: %d", (int)measure->within);
    add_days(&text, "later", measure->later);
    add_days(&text, measure->trailing ? "trailing" : "days", measure->days);
    return kept(teller, &text);
}

static const struct sql *
statement_of(const struct measure *measure)
{
    const char *room = measure->fact ? "fact" : "kpi";
    const char *name = measure->source;
    if (measure->fact && (measure->fact->id == FACT_SALE || measure->fact->id == FACT_TICKET ||
                          measure->fact->id == FACT_DEAL))
        name = "payment";
    for (int i = 1; i < SQL_COUNT; i++) {
        const char *is = sql_statements[i].name;
        size_t length = strlen(room);
        if (is && strncmp(is, room, length) == 0 && is[length] == '/' &&
            strcmp(is + length + 1, name) == 0)
            return &sql_statements[i];
    }
    return NULL;
}

static void
say_measures(struct teller *teller, const struct metric *metric)
{
    const struct measure *measures[METRIC_MEASURES];
    struct arena *arena = teller->catalogue->arena;
    int count = metric_measures(metric, measures);
    for (int i = 0; i < count; i++) {
        const struct measure *measure = measures[i];
        bool before = false;
        for (int k = 0; k < i; k++)
            before |= measures[k] == measure;
        if (before)
            continue;
        say(teller, "measure",
            arena_printf(arena, "%s.%s (%s): %s", measure->source, measure->name,
                         teller->zh ? measure->zh : measure->says, reckoned(teller, measure)));
    }
}

/* Each source once, and the statement that reads it from the tables. */
static void
say_sources(struct teller *teller, const struct metric *metric)
{
    const struct measure *measures[METRIC_MEASURES];
    struct arena *arena = teller->catalogue->arena;
    int count = metric_measures(metric, measures);
    for (int i = 0; i < count; i++) {
        bool before = false;
        for (int k = 0; k < i; k++)
            before |= strcmp(measures[k]->source, measures[i]->source) == 0;
        if (before)
            continue;
        const struct sql *sql = statement_of(measures[i]);
        const char *says = measures[i]->fact ? measures[i]->fact->says : sql ? sql->says : "";
        say(teller, "source", arena_printf(arena, "%s: %s", measures[i]->source, says));
        if (sql)
            say(teller, "sql", sql->text);
    }
}

/* ---- words ------------------------------------------------------------------------------------------ */

static void
hash_node(struct hash *hash, const struct yaml *node)
{
    hash_add_text(hash, node->key);
    hash_add_text(hash, node->text);
    hash_add_int(hash, node->count);
    for (const struct yaml *at = node->first; at; at = at->next)
        hash_node(hash, at);
}

static const char *
version(struct teller *teller, const struct metric *metric)
{
    enum { SIZE = 16, SHOWN = 6 };
    const struct measure *measures[METRIC_MEASURES];
    int count = metric_measures(metric, measures);
    unsigned char bytes[SIZE];
    struct str text = STR_INIT;
    struct hash hash;
    hash_begin(&hash, "metric", SIZE, NULL);
    hash_node(&hash, metric->node);
    for (int i = 0; i < count; i++) {
        const struct sql *sql = statement_of(measures[i]);
        hash_node(&hash, measures[i]->node);
        hash_add_text(&hash, sql ? sql->text : NULL);
    }
    hash_end(&hash, bytes, SIZE);
    for (int i = 0; i < SHOWN; i++)
        str_addf(&text, "%02x", bytes[i]);
    return kept(teller, &text);
}

const char *
explain_cuts(const struct catalogue *catalogue, const struct metric *metric)
{
    struct str all = STR_INIT;
    for (int i = 0; i < catalogue->dimensions.count; i++)
        if (metric_fits(catalogue, metric, &catalogue->dimensions.items[i]))
            str_addf(&all, "%s%s", all.length ? ", " : "", catalogue->dimensions.items[i].name);
    const char *copy = arena_strdup(catalogue->arena, all.text);
    str_release(&all);
    return copy;
}

void
explain_metric(struct catalogue *catalogue, const struct metric *metric, bool zh,
               struct explained *explained)
{
    struct teller teller = {catalogue, explained, zh};
    *explained = (struct explained){0};
    say(&teller, "metric", metric->name);
    say(&teller, "zh", metric->zh);
    say(&teller, "definition", metric->says);
    say(&teller, "means", metric->means);
    say(&teller, "unit", unit_word(metric->unit));
    say(&teller, "direction", direction_word(metric->direction));
    say(&teller, "formula", formula(&teller, metric));
    if (metric->days_setting)
        say(&teller, "days", metric->days_setting);
    else if (metric->days >= 0)
        say(&teller, "days", arena_printf(catalogue->arena, "%d", (int)metric->days));
    say_measures(&teller, metric);
    for (const struct yaml *at = metric->edges->first; at; at = at->next)
        say(&teller, "edge", yaml_text(at, zh ? "zh" : "says"));
    if (metric->staff && strcmp(metric->staff, "told") != 0)
        say(&teller, "staff", metric->staff);
    say(&teller, "cuts", explain_cuts(catalogue, metric));
    say_sources(&teller, metric);
    say(&teller, "version", version(&teller, metric));
}
