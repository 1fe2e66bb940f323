/* The rules as they are: list and explain. */
#include <string.h>

#include "base/str.h"
#include "bin/audit/rules.h"

int
cmd_audit_rules(struct ctx *ctx, void *data, struct err *err)
{
    static const struct out_column columns[] = {
        {"rule", NULL, OUT_TEXT},  {"topic", NULL, OUT_TEXT},    {"severity", NULL, OUT_TEXT},
        {"since", NULL, OUT_TEXT}, {"articles", NULL, OUT_TEXT}, {"confirmed", NULL, OUT_BOOL},
        {"title", NULL, OUT_TEXT},
    };
    const struct rules_args *args = data;
    struct rules rules;
    if (audit_load(ctx, &rules, err) < 0)
        return -1;
    struct out *out = cli_out(ctx, columns, sizeof columns / sizeof *columns);
    int result = 0;
    for (int i = 0; result == 0 && i < rules.count; i++) {
        const struct rule *rule = &rules.rules[i];
        if (args->topic && strcmp(args->topic, rule->topic) != 0)
            continue;
        const struct db_value values[] = {db_text(rule->id),
                                          db_text(rule->topic),
                                          db_text(rule->severity),
                                          db_text(since_word(rule->since)),
                                          db_text(audit_rule_articles(ctx->arena, rule, false)),
                                          db_int(rule->confirmed),
                                          db_text(ctx->zh ? rule->title : rule->en)};
        result = out_row(out, values, err);
    }
    if (result == 0)
        result = out_end(out, err);
    out_free(out);
    return result < 0 ? -1 : rules.faults ? EXIT_REFUSED : 0;
}

/* ---- explain --------------------------------------------------------------------------------------------- */

static int
tell(struct out *out, const char *what, const char *says, struct err *err)
{
    const struct db_value values[] = {db_text(what), db_text(says)};
    return says ? out_row(out, values, err) : 0;
}

static int
tell_articles(struct ctx *ctx, struct out *out, const struct rule *rule, struct err *err)
{
    int result = 0;
    for (int i = 0; result == 0 && i < rule->article_count; i++) {
        const struct law *law = &rule->articles[i];
        result = tell(out, "article",
                      arena_printf(ctx->arena, "%s: %s%s", law->name, law->says,
                                   law->confirmed ? "" : _(" (unconfirmed)")),
                      err);
    }
    return result;
}

static const char *
joined(struct ctx *ctx, const char **words)
{
    struct str str = STR_INIT;
    for (int i = 0; words[i]; i++)
        str_addf(&str, "%s%s", i ? ", " : "", words[i]);
    const char *text = words[0] ? arena_strdup(ctx->arena, str.text) : NULL;
    str_release(&str);
    return text;
}

static int
tell_all(struct ctx *ctx, struct out *out, const struct rule *rule, struct err *err)
{
    return tell(out, "rule", rule->id, err) < 0 || tell(out, "topic", rule->topic, err) < 0 ||
                   tell(out, "severity", rule->severity, err) < 0 ||
                   tell(out, "title", ctx->zh ? rule->title : rule->en, err) < 0 ||
                   tell_articles(ctx, out, rule, err) < 0 ||
                   tell(out, "remedy", ctx->zh ? rule->remedy : rule->remedy_en, err) < 0 ||
                   tell(out, "since", since_word(rule->since), err) < 0 ||
                   tell(out, "reads", joined(ctx, audit_rule_tables(rule, ctx->arena)), err) < 0 ||
                   tell(out, "question", rule->question, err) < 0 ||
                   tell(out, "check", rule->check, err) < 0 ||
                   tell(out, "breaks", rule->breaks, err) < 0 ||
                   tell(out, "passes", rule->passes, err) < 0 ||
                   tell(out, "file", arena_printf(ctx->arena, "%s:%d", rule->file, rule->line),
                        err) < 0
               ? -1
               : out_end(out, err);
}

int
cmd_audit_explain(struct ctx *ctx, void *data, struct err *err)
{
    static const struct out_column columns[] = {{"what", NULL, OUT_TEXT}, {"says", NULL, OUT_TEXT}};
    const struct rules_args *args = data;
    struct rules rules;
    if (audit_load(ctx, &rules, err) < 0)
        return -1;
    const struct rule *rule = audit_rules_find(&rules, args->rule, err);
    if (!rule)
        return -1;
    struct out *out = cli_out(ctx, columns, 2);
    int result = tell_all(ctx, out, rule, err);
    out_free(out);
    return result;
}
