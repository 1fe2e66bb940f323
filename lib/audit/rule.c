/* One rule of a pack. */
#include "audit/rule.h"

#include <ctype.h>
#include <string.h>

#include "base/str.h"
#include "check/check.h"

static const char *const sinces[] = {"always", "touched", "day", NULL};
static const char *const severities[] = {"warning", "error", NULL};

const char *
since_word(enum since since)
{
    return sinces[since];
}

static int
choose(const struct yaml *node, const char *key, const char *const *words, struct err *err)
{
    const char *text = yaml_text(node, key);
    for (int i = 0; text && words[i]; i++)
        if (strcmp(words[i], text) == 0)
            return i;
    return yaml_error(node, err, _("%s: %s: %s"), node->key, key,
                      text ? _("no such word") : _("missing"));
}

/* ---- its articles ------------------------------------------------------------------------------------ */

static int
read_articles(struct rules *rules, const struct yaml *node, struct rule *rule, struct err *err)
{
    const struct yaml *list = yaml_get(node, "articles");
    if (!list || list->type != YAML_LIST || list->count == 0)
        return yaml_error(node, err, _("%s: articles: missing"), node->key);
    rule->articles = arena_array(rules->arena, (size_t)list->count, sizeof *rule->articles);
    rule->confirmed = true;
    for (const struct yaml *item = list->first; item; item = item->next) {
        struct law *law = &rule->articles[rule->article_count++];
        if (law_cited(rules->arena, rules->laws, item, "articles", law, err) < 0)
            return -1;
        rule->confirmed = rule->confirmed && law->confirmed;
    }
    return 0;
}

/* ---- its words ----------------------------------------------------------------------------------------- */

static int
read_list(struct rules *rules, const struct yaml *node, const char *key, const char ***words,
          int *count, struct err *err)
{
    const struct yaml *list = yaml_get(node, key);
    if (list && list->type != YAML_LIST)
        return yaml_error(list, err, _("%s: %s: a list"), node->key, key);
    *words = arena_array(rules->arena, list ? (size_t)list->count : 0, sizeof **words);
    for (const struct yaml *item = list ? list->first : NULL; item; item = item->next)
        (*words)[(*count)++] = item->text ? item->text : "";
    return 0;
}

static int
read_words(const struct yaml *node, struct rule *rule, struct err *err)
{
    const struct {
        const char *key, **to;
    } words[] = {{"title", &rule->title},   {"en", &rule->en},
                 {"remedy", &rule->remedy}, {"remedy_en", &rule->remedy_en},
                 {"breaks", &rule->breaks}, {"passes", &rule->passes}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (!(*words[i].to = yaml_text(node, words[i].key)))
            return yaml_error(node, err, _("%s: %s: missing"), node->key, words[i].key);
    return 0;
}

/* ---- its question ------------------------------------------------------------------------------------- */

/* Parts take the place of their names in braces; {since …} stays for who asks. */
static int
expand(struct rules *rules, const struct yaml *node, const struct yaml *parts, const char *text,
       const char **out, struct err *err)
{
    struct str str = STR_INIT;
    int result = 0;
    for (const char *open; result == 0 && (open = strchr(text, '{'));) {
        size_t length = strcspn(open + 1, "}");
        const char *name = arena_strndup(rules->arena, open + 1, length);
        const char *part = str_starts(name, "since ") ? arena_printf(rules->arena, "{%s}", name)
                                                      : yaml_text(parts, name);
        str_add(&str, text, (size_t)(open - text));
        if (!part || open[1 + length] != '}')
            result = yaml_error(node, err, _("%s: {%s}: there is no such part"), node->key, name);
        else
            str_adds(&str, part);
        text = open + 2 + length;
    }
    if (result == 0) {
        str_adds(&str, text);
        *out = arena_strdup(rules->arena, str.text);
    }
    str_release(&str);
    return result;
}

static int
find_check(struct rules *rules, const struct yaml *node, struct rule *rule, struct err *err)
{
    const struct sql *sql;
    const char *name = rule->check;
    for (int i = 0; (sql = check_statement(i)); i++)
        if (strcmp(check_name(sql), name) == 0) {
            audit_rule_words(rules->arena, rule, sql->text);
            return 0;
        }
    return yaml_error(node, err, _("%s: check: %s: medi-db check has none of that name"), node->key,
                      name);
}

static int
read_question(struct rules *rules, const struct yaml *node, const struct yaml *parts,
              struct rule *rule, struct err *err)
{
    const char *question = yaml_text(node, "question");
    rule->check = yaml_text(node, "check");
    if (!question == !rule->check)
        return yaml_error(node, err, _("%s: a question or a check, and not both"), node->key);
    if (rule->check)
        return rule->since == SINCE_DAY
                   ? yaml_error(node, err,
                                _("%s: a check is asked whole: since: touched or always"),
                                node->key)
                   : find_check(rules, node, rule, err);
    if (expand(rules, yaml_get(node, "question"), parts, question, &rule->question, err) < 0)
        return -1;
    audit_rule_words(rules->arena, rule, rule->question);
    audit_rule_base(rule);
    return 0;
}

/* ---- what clears it ------------------------------------------------------------------------------------ */

int
audit_screen_read(struct rules *rules, const char *path, struct err *err)
{
    static const char *const known[] = {"question", "clears", NULL};
    const struct yaml *root = yaml_load(rules->arena, path, err);
    if (!root || yaml_only(root, known, err) < 0)
        return -1;
    const struct yaml *clears = yaml_get(root, "clears");
    rules->screen = yaml_text(root, "question");
    if (!rules->screen || !strstr(rules->screen, "{mask}") || !clears || clears->type != YAML_MAP)
        return yaml_error(root, err, _("question with {mask}, clears: missing"));
    for (const struct yaml *node = clears->first; node; node = node->next) {
        if (rules->clear_count == CLEARS_MOST || !node->text)
            return yaml_error(node, err, _("clears: at most %d conditions"), CLEARS_MOST);
        rules->clears[rules->clear_count++] = (struct clear){node->key, node->text};
    }
    return 0;
}

static int
read_clear(struct rules *rules, const struct yaml *node, struct rule *rule, struct err *err)
{
    const char **names = NULL;
    int count = 0;
    if (read_list(rules, node, "clear", &names, &count, err) < 0)
        return -1;
    for (int i = 0; i < count; i++) {
        int at = 0;
        while (at < rules->clear_count && strcmp(rules->clears[at].name, names[i]) != 0)
            at++;
        if (at == rules->clear_count || rule->since != SINCE_DAY)
            return yaml_error(node, err, _("%s: clear: %s: not in screen.yaml, or not since: day"),
                              rule->id, names[i]);
        rule->clear |= (int64_t)1 << at;
    }
    return 0;
}

static int
require_plain(const struct yaml *node, struct err *err)
{
    for (const char *at = node->key; *at; at++)
        if (!islower((unsigned char)*at) && !isdigit((unsigned char)*at) && *at != '-')
            return yaml_error(node, err, _("%s: an id has lower-case letters, digits and -"),
                              node->key);
    return 0;
}

static int
read_all(struct rules *rules, const struct yaml *parts, const struct yaml *node, struct rule *rule,
         struct err *err)
{
    static const char *const known[] = {"severity",  "articles", "title", "en",       "remedy",
                                        "remedy_en", "since",    "clear", "question", "check",
                                        "breaks",    "passes",   "with",  NULL};
    int severity, since;
    if (require_plain(node, err) < 0 || yaml_only(node, known, err) < 0 ||
        (severity = choose(node, "severity", severities, err)) < 0 ||
        (since = choose(node, "since", sinces, err)) < 0)
        return -1;
    rule->severity = severities[severity];
    rule->since = (enum since)since;
    return read_words(node, rule, err) < 0 || read_articles(rules, node, rule, err) < 0 ||
                   read_list(rules, node, "with", &rule->with, &rule->with_count, err) < 0 ||
                   read_question(rules, node, parts, rule, err) < 0 ||
                   read_clear(rules, node, rule, err) < 0
               ? -1
               : 0;
}

int
audit_rule_read(struct rules *rules, const char *topic, const struct yaml *parts,
                const struct yaml *node, struct err *err)
{
    struct rule rule = {.id = node->key, .topic = topic, .file = node->file, .line = node->line};
    for (int i = 0; i < rules->count; i++)
        if (strcmp(rules->rules[i].id, rule.id) == 0)
            return yaml_error(node, err, _("%s: there is a rule of that name in %s:%d"), rule.id,
                              rules->rules[i].file, rules->rules[i].line);
    if (read_all(rules, parts, node, &rule, err) < 0)
        return -1;
    if (rule.since == SINCE_DAY && !rule.base)
        return yaml_error(node, err, _("%s: since: day wants {since X.day}, of a table AS X"),
                          rule.id);
    rules->rules =
        arena_more(rules->arena, rules->rules, rules->count, &rules->room, sizeof *rules->rules);
    rules->rules[rules->count++] = rule;
    return 0;
}
