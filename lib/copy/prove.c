/* The examples of the rules: each must have some, and they must behave. */
#include <string.h>

#include "copy/scan.h"

struct seen {
    const char *want, *other;
    bool found;
};

static int
note(void *context, const struct copy_finding *finding, struct err *err)
{
    struct seen *seen = context;
    (void)err;
    seen->found = seen->found || strcmp(finding->rule->id, seen->want) == 0;
    seen->other = finding->rule->id;
    return 0;
}

static int
prove_one(struct copy_scan *scan, const struct yaml *node, const char *rule, bool breaks,
          struct err *err)
{
    struct seen seen = {rule, NULL, false};
    if (!node->text)
        return yaml_error(node, err, _("must be a sentence"));
    if (copy_scan_text(scan, node->text, strlen(node->text), note, NULL, &seen, err) < 0)
        return -1;
    if (breaks && !seen.found)
        return yaml_error(node, err, _("%s: its example is not found: %s"), rule, node->text);
    if (!breaks && seen.other)
        return yaml_error(node, err, _("%s: what should pass is found by %s: %s"), rule, seen.other,
                          node->text);
    return 0;
}

static int
prove_rule(struct copy_scan *scan, const struct copy_rule *rule, const struct yaml *root,
           struct err *err)
{
    static const char *const known[] = {"breaks", "passes", NULL};
    const struct yaml *node = yaml_get(root, rule->id);
    const struct yaml *breaks = yaml_get(node, "breaks"), *passes = yaml_get(node, "passes");
    if (!breaks || !passes || breaks->count == 0 || passes->count == 0)
        return yaml_error(node ? node : root, err,
                          _("%s: needs an example that breaks it and one that passes"), rule->id);
    if (yaml_only(node, known, err) < 0)
        return -1;
    for (const struct yaml *one = breaks->first; one; one = one->next)
        if (prove_one(scan, one, rule->id, true, err) < 0)
            return -1;
    for (const struct yaml *one = passes->first; one; one = one->next)
        if (prove_one(scan, one, rule->id, false, err) < 0)
            return -1;
    return 0;
}

int
lexicon_prove(const struct lexicon *lexicon, const char *path, struct err *err)
{
    const struct yaml *root = yaml_load(lexicon->arena, path, err);
    int result = root ? 0 : -1;
    for (const struct yaml *node = root ? root->first : NULL; node && result == 0;
         node = node->next)
        if (!lexicon_rule(lexicon, node->key))
            result = yaml_error(node, err, _("%s: no such rule"), node->key);
    for (int i = 0; i < lexicon->rule_count && result == 0; i++) {
        const struct copy_rule *rule = lexicon->rules[i];
        if (rule->kind != COPY_RULE)
            continue;
        struct copy_scan *scan =
            copy_scan_new(lexicon, rule->profiles & PROFILE_AD ? PROFILE_AD : rule->profiles);
        result = prove_rule(scan, rule, root, err);
        copy_scan_free(scan);
    }
    return result;
}
