#include "client/rules.h"

#include <stdio.h>
#include <string.h>

#include "base/str.h"

static const char *const names[MEASURES] = {
    [M_VISITS] = "visits",
    [M_YEAR_VISITS] = "year_visits",
    [M_RECENCY_DAYS] = "recency_days",
    [M_TENURE_DAYS] = "tenure_days",
    [M_PURCHASES] = "purchases",
    [M_SPEND_FEN] = "spend_fen",
    [M_YEAR_FEN] = "year_fen",
    [M_OVERDUE_MILLI] = "overdue_milli",
    [M_ALIVE_MILLI] = "alive_milli",
    [M_REFERRALS] = "referrals",
    [M_POTENTIAL_FEN] = "potential_fen",
    [M_SCORE] = "score",
    [M_BIRTHDAY_DAYS] = "birthday_days",
};

const char *
measure_name(enum measure measure)
{
    return names[measure];
}

int
measure_find(const char *name, size_t length)
{
    for (int i = 0; i < MEASURES; i++)
        if (strlen(names[i]) == length && memcmp(names[i], name, length) == 0)
            return i;
    return -1;
}

void
measures_clear(struct measures *measures)
{
    for (int i = 0; i < MEASURES; i++)
        measures->of[i] = NO_VALUE;
}

/* ---- holding -------------------------------------------------------------------------------------- */

static bool
condition_holds(const struct condition *condition, int64_t value)
{
    if (value == NO_VALUE)
        return false;
    return (condition->from == NO_VALUE || value >= condition->from) &&
           (condition->below == NO_VALUE || value < condition->below);
}

bool
alternative_holds(const struct alternative *alternative, const struct measures *measures)
{
    for (int i = 0; i < alternative->count; i++) {
        const struct condition *condition = &alternative->conditions[i];
        if (!condition_holds(condition, measures->of[condition->measure]))
            return false;
    }
    return true;
}

uint64_t
rule_holds(const struct rule *rule, const struct measures *measures)
{
    uint64_t bits = 0;
    for (int i = 0; i < rule->count; i++)
        if (alternative_holds(&rule->any[i], measures))
            bits |= UINT64_C(1) << i;
    return bits;
}

/* ---- reading -------------------------------------------------------------------------------------- */

/* `length`: of the measure's own name in the key. */
static int
unknown_measure(const struct yaml *node, size_t length, struct err *err)
{
    char name[64];
    snprintf(name, sizeof name, "%.*s", (int)length, node->key);
    const char *near = str_nearest(name, names, MEASURES);
    return near ? yaml_error(node, err, _("%s: no such measure; did you mean %s?"), name, near)
                : yaml_error(node, err, _("%s: no such measure"), name);
}

static int
read_number(const struct yaml *map, const struct yaml *node, int64_t *value, struct err *err)
{
    return yaml_int(map, node->key, value, err);
}

/* "overdue_milli_from": the measure, and which end it is. */
static int
read_condition(const struct yaml *map, const struct yaml *node, struct condition *condition,
               struct err *err)
{
    static const char from[] = "_from", below[] = "_below";
    bool is_from = str_ends(node->key, from);
    if (!is_from && !str_ends(node->key, below))
        return yaml_error(node, err, _("%s: expected MEASURE_from or MEASURE_below"), node->key);
    size_t length = strlen(node->key) - strlen(is_from ? from : below);
    int measure = measure_find(node->key, length);
    if (measure < 0)
        return unknown_measure(node, length, err);
    *condition = (struct condition){(enum measure)measure, NO_VALUE, NO_VALUE};
    return read_number(map, node, is_from ? &condition->from : &condition->below, err);
}

static int
read_when(struct arena *arena, const struct yaml *node, struct alternative *alternative,
          struct err *err)
{
    const struct yaml *map = yaml_get(node, "when");
    if (!map || map->type != YAML_MAP || map->count == 0)
        return yaml_error(node, err, _("when: missing; it says what decides this"));
    alternative->conditions =
        arena_array(arena, (size_t)map->count, sizeof *alternative->conditions);
    for (const struct yaml *child = map->first; child; child = child->next)
        if (read_condition(map, child, &alternative->conditions[alternative->count++], err) < 0)
            return -1;
    return 0;
}

static int
read_example(const struct yaml *node, const char *key, struct measures *measures, struct err *err)
{
    const struct yaml *map = yaml_get(node, key);
    measures_clear(measures);
    if (!map || map->type != YAML_MAP)
        return yaml_error(node, err, _("%s: missing; it is an example"), key);
    for (const struct yaml *child = map->first; child; child = child->next) {
        int measure = measure_find(child->key, strlen(child->key));
        if (measure < 0)
            return unknown_measure(child, strlen(child->key), err);
        if (read_number(map, child, &measures->of[measure], err) < 0)
            return -1;
    }
    return 0;
}

/* The examples do as they say. */
static int
try_examples(const struct yaml *node, const struct alternative *alternative, struct err *err)
{
    struct measures passes, fails;
    if (read_example(node, "passes", &passes, err) < 0 ||
        read_example(node, "fails", &fails, err) < 0)
        return -1;
    if (!alternative_holds(alternative, &passes))
        return yaml_error(node, err, _("passes: this example does not pass"));
    if (alternative_holds(alternative, &fails))
        return yaml_error(node, err, _("fails: this example passes"));
    return 0;
}

static int
read_alternative(struct arena *arena, const struct yaml *node, struct alternative *alternative,
                 struct err *err)
{
    static const char *const known[] = {"reason", "says", "zh", "when", "passes", "fails", NULL};
    if (yaml_only(node, known, err) < 0)
        return -1;
    *alternative = (struct alternative){.reason = yaml_text(node, "reason"),
                                        .says = yaml_text(node, "says"),
                                        .zh = yaml_text(node, "zh")};
    if (!alternative->reason || !alternative->says || !alternative->zh)
        return yaml_error(node, err, _("needs reason, says and zh"));
    if (strpbrk(alternative->reason, " ,"))
        return yaml_error(node, err, _("reason: %s: must be one word"), alternative->reason);
    return read_when(arena, node, alternative, err) < 0 ? -1 : try_examples(node, alternative, err);
}

static int
read_any(struct arena *arena, const struct yaml *node, struct rule *rule, struct err *err)
{
    enum { MOST = 32 };
    const struct yaml *list = yaml_get(node, "any");
    if (!list || list->type != YAML_LIST || list->count == 0)
        return yaml_error(node, err, _("any: missing; without it nothing decides this"));
    if (list->count > MOST)
        return yaml_error(list, err, _("any: at most %d"), (int)MOST);
    rule->any = arena_array(arena, (size_t)list->count, sizeof *rule->any);
    for (const struct yaml *child = list->first; child; child = child->next)
        if (read_alternative(arena, child, &rule->any[rule->count++], err) < 0)
            return -1;
    return 0;
}

static int
check_keys(struct arena *arena, const struct yaml *node, const char *name_key,
           const char *const *more, struct err *err)
{
    static const char *const own[] = {"zh", "says", "any", NULL};
    const char **known = arena_array(arena, 24, sizeof *known);
    int count = 0;
    known[count++] = name_key;
    for (int i = 0; own[i]; i++)
        known[count++] = own[i];
    for (int i = 0; more && more[i]; i++)
        known[count++] = more[i];
    return yaml_only(node, known, err);
}

/* Who passes by a day of the calendar is known where days are counted anew each time. */
static int
check_measures(const struct yaml *node, const char *name_key, const struct rule *rule,
               struct err *err)
{
    if (strcmp(name_key, "recall") == 0)
        return 0;
    for (int i = 0; i < rule->count; i++)
        for (int j = 0; j < rule->any[i].count; j++)
            if (rule->any[i].conditions[j].measure == M_BIRTHDAY_DAYS)
                return yaml_error(node, err, _("%s: only recall.yaml knows it"),
                                  measure_name(M_BIRTHDAY_DAYS));
    return 0;
}

int
rule_read(struct arena *arena, const struct yaml *node, const char *name_key,
          const char *const *more, struct rule *rule, struct err *err)
{
    if (check_keys(arena, node, name_key, more, err) < 0)
        return -1;
    *rule = (struct rule){.name = yaml_text(node, name_key),
                          .zh = yaml_text(node, "zh"),
                          .says = yaml_text(node, "says"),
                          .line = node->line};
    if (!rule->name || !rule->zh || !rule->says)
        return yaml_error(node, err, _("needs %s, zh and says"), name_key);
    if (strpbrk(rule->name, " ,"))
        return yaml_error(node, err, _("%s: %s: must be one word"), name_key, rule->name);
    return read_any(arena, node, rule, err) < 0 ? -1 : check_measures(node, name_key, rule, err);
}

int
rules_read(struct arena *arena, const struct yaml *list, const char *name_key,
           const char *const *more, struct rule **rules, int *count, struct err *err)
{
    *rules = arena_array(arena, (size_t)list->count, sizeof **rules);
    *count = 0;
    if (list->type != YAML_LIST || list->count == 0)
        return yaml_error(list, err, _("expected a list"));
    for (const struct yaml *node = list->first; node; node = node->next) {
        struct rule *rule = &(*rules)[*count];
        if (rule_read(arena, node, name_key, more, rule, err) < 0)
            return -1;
        for (int i = 0; i < *count; i++)
            if (strcmp((*rules)[i].name, rule->name) == 0)
                return yaml_error(node, err, _("%s: is there twice"), rule->name);
        ++*count;
    }
    return 0;
}

const struct yaml *
rules_load(struct arena *arena, const struct packs *packs, const char *name, struct err *err)
{
    char *path = pack_find(packs, arena, name);
    if (!path) {
        err_set(err, ERR_IO, _("%s: no such pack"), name);
        return NULL;
    }
    return yaml_load(arena, path, err);
}
