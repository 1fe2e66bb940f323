/* The packs of rules, file by file: what is wrong in one leaves the others alone. */
#include <string.h>

#include "audit/rule.h"
#include "base/str.h"

void
audit_rules_wrong(struct rules *rules, const char *words)
{
    rules->faults++;
    if (rules->fault)
        rules->fault(rules->context, words);
}

static void
read_rules(struct rules *rules, const char *topic, const struct yaml *root)
{
    const struct yaml *list = yaml_get(root, "rules");
    struct err err = {0};
    if (!list || list->type != YAML_MAP) {
        yaml_error(list ? list : root, &err, _("rules: a map of rules is missing"));
        audit_rules_wrong(rules, err.text);
        return;
    }
    for (const struct yaml *node = list->first; node; node = node->next)
        if (audit_rule_read(rules, topic, yaml_get(root, "parts"), node, &err) < 0)
            audit_rules_wrong(rules, err.text);
}

static int
read_file(struct rules *rules, const char *path, struct err *err)
{
    static const char *const known[] = {"topic", "zh", "parts", "rules", NULL};
    struct yaml *root = yaml_load(rules->arena, path, err);
    if (!root || yaml_only(root, known, err) < 0)
        return -1;
    const char *topic = yaml_text(root, "topic"), *zh = yaml_text(root, "zh");
    if (!topic || !zh)
        return yaml_error(root, err, _("topic, zh: missing"));
    rules->topics = arena_more(rules->arena, rules->topics, rules->topic_count, &rules->topic_room,
                               sizeof *rules->topics);
    rules->topics[rules->topic_count++] = (struct topic){topic, zh};
    read_rules(rules, topic, root);
    return 0;
}

int
audit_rules_load(struct rules *rules, struct arena *arena, const struct packs *packs,
                 rules_fault *fault, void *context, struct err *err)
{
    struct pack_names names;
    *rules = (struct rules){.arena = arena, .fault = fault, .context = context};
    const char *screen = pack_find(packs, arena, "screen.yaml");
    if (screen && audit_screen_read(rules, screen, err) < 0)
        return -1;
    if (!(rules->laws = laws_load(arena, packs, err)) ||
        pack_list(packs, arena, "rules", &names, err) < 0)
        return -1;
    for (int i = 0; i < names.count; i++) {
        struct err wrong = {0};
        const char *name = arena_printf(arena, "rules/%s.yaml", names.names[i]);
        if (read_file(rules, pack_find(packs, arena, name), &wrong) < 0)
            audit_rules_wrong(rules, wrong.text);
    }
    return names.count ? 0 : err_set(err, ERR_IO, _("rules: there is no pack of rules"));
}

const struct rule *
audit_rules_find(const struct rules *rules, const char *id, struct err *err)
{
    const char **names = arena_array(rules->arena, (size_t)rules->count + 1, sizeof *names);
    for (int i = 0; i < rules->count; i++) {
        names[i] = rules->rules[i].id;
        if (strcmp(id, names[i]) == 0)
            return &rules->rules[i];
    }
    const char *near = str_nearest(id, names, (size_t)rules->count);
    err_set(err, ERR_USAGE, _("%s: no such rule%s%s"), id, near ? _("; did you mean ") : "",
            near ? near : "");
    return NULL;
}

const char *
audit_rule_articles(struct arena *arena, const struct rule *rule, bool marks)
{
    const char *words = "";
    for (int i = 0; i < rule->article_count; i++)
        words =
            arena_printf(arena, "%s%s%s%s", words, i ? "; " : "",
                         marks && !rule->articles[i].confirmed ? "○ " : "", rule->articles[i].name);
    return words;
}
