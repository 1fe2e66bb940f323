/* medi-audit run: the rules are asked, and what they find is told and kept. */
#include <string.h>

#include "audit/sarif.h"
#include "bin/audit/rules.h"

struct telling {
    struct ctx *ctx;
    const char **words;
    int count, room;
};

static void
tell_fault(void *context, const char *words)
{
    struct telling *telling = context;
    struct arena *arena = telling->ctx->arena;
    cli_refuse(telling->ctx, words);
    telling->words =
        arena_more(arena, telling->words, telling->count, &telling->room, sizeof *telling->words);
    telling->words[telling->count++] = arena_strdup(arena, words);
}

static int
load(struct ctx *ctx, struct rules *rules, struct telling *telling, struct err *err)
{
    const struct packs packs = {ctx->config, ctx->share};
    telling->ctx = ctx;
    return audit_rules_load(rules, ctx->arena, &packs, tell_fault, telling, err);
}

int
audit_load(struct ctx *ctx, struct rules *rules, struct err *err)
{
    struct telling *telling = arena_alloc(ctx->arena, sizeof *telling);
    return load(ctx, rules, telling, err);
}

/* ---- rows ---------------------------------------------------------------------------------------------- */

static const struct out_column columns[] = {
    {"mark", NULL, OUT_TEXT},     {"severity", NULL, OUT_TEXT},   {"rule", NULL, OUT_TEXT},
    {"store", NULL, OUT_TEXT},    {"subject", NULL, OUT_TEXT},    {"detail", NULL, OUT_TEXT},
    {"day", NULL, OUT_DAY},       {"found_at", NULL, OUT_MOMENT}, {"waived_to", NULL, OUT_DAY},
    {"articles", NULL, OUT_TEXT}, {"title", NULL, OUT_TEXT},
};

static const char *
mark_word(const struct judged *judged)
{
    static const char *const words[] = {"new", "open", "fixed", "withdrawn"};
    return judged->waived && judged->mark <= MARK_OPEN ? "waived" : words[judged->mark];
}

static int
print_one(struct ctx *ctx, struct out *out, const struct judged *judged, struct err *err)
{
    const struct rule *rule = judged->rule;
    const struct found *found = &judged->found;
    const struct db_value values[] = {
        db_text(mark_word(judged)),
        db_text(rule->severity),
        db_text(rule->id),
        db_text(found->store),
        db_text(found->subject),
        db_text(found->detail),
        found->day == NO_DAY ? db_null() : db_int(found->day),
        db_int(judged->found_at),
        judged->waived ? db_int(judged->waived_to) : db_null(),
        db_text(audit_rule_articles(ctx->arena, rule, true)),
        db_text(ctx->zh ? rule->title : rule->en),
    };
    return out_row(out, values, err);
}

static int
print_rows(struct ctx *ctx, const struct judgement *judgement, bool changes, struct err *err)
{
    struct out *out = cli_out(ctx, columns, sizeof columns / sizeof *columns);
    int result = 0;
    for (int i = 0; result == 0 && i < judgement->count; i++)
        if (!changes || judgement->items[i].mark != MARK_OPEN)
            result = print_one(ctx, out, &judgement->items[i], err);
    if (result == 0)
        result = out_end(out, err);
    out_free(out);
    return result;
}

static int
print_sarif(struct ctx *ctx, const struct rules *rules, const struct judgement *judgement,
            const struct telling *telling, struct err *err)
{
    struct str text = STR_INIT;
    sarif_write(&text, rules, judgement, telling->words, telling->count, MEDI_VERSION, ctx->zh);
    bool whole = fwrite(text.text, 1, text.length, ctx->stream) == text.length;
    str_release(&text);
    return whole ? 0 : err_set(err, ERR_IO, _("stdout: not everything could be written"));
}

/* ---- kept ---------------------------------------------------------------------------------------------- */

struct keeping {
    const struct judgement *judgement;
    const struct judge_options *options;
    int faults;
};

static int
keep(struct ctx *ctx, void *context, struct err *err)
{
    const struct keeping *keeping = context;
    const struct judge_counts *counts = &keeping->judgement->counts;
    int64_t id;
    if (judge_keep(ctx->db, keeping->judgement, keeping->options, cli_actor(ctx), keeping->faults,
                   &id, err) < 0)
        return -1;
    const char *subject = arena_printf(ctx->arena, "audit %lld", (long long)id);
    const char *detail = arena_printf(
        ctx->arena, "%lld errors, %lld warnings, %lld new, %lld fixed", (long long)counts->errors,
        (long long)counts->warnings, (long long)counts->fresh, (long long)counts->fixed);
    return cli_log(ctx, 0, subject, detail, err);
}

/* ---- the verb ------------------------------------------------------------------------------------------ */

static int
require_rules(const struct rules *rules, const struct run_args *args, struct err *err)
{
    for (int i = 0; i < args->rules.count; i++)
        if (!audit_rules_find(rules, args->rules.items[i], err))
            return -1;
    for (int i = 0; args->topic && i < rules->topic_count; i++)
        if (strcmp(rules->topics[i].name, args->topic) == 0)
            return 0;
    return args->topic ? err_set(err, ERR_USAGE,
                                 _("--topic: %s: no such topic; see: medi-audit list"), args->topic)
                       : 0;
}

static int
judge(struct ctx *ctx, const struct rules *rules, const struct judge_options *options,
      struct judgement *judgement, struct err *err)
{
    if (db_begin(ctx->db, err) < 0)
        return -1;
    int result = judge_run(ctx->db, rules, options, judgement, err);
    db_rollback(ctx->db);
    return result;
}

static void
sum_up(struct ctx *ctx, const struct judgement *judgement, int faults)
{
    const struct judge_counts *counts = &judgement->counts;
    cli_say(
        ctx, _("%d rules, %d asked: %lld errors, %lld warnings, %lld waived; %lld new, %lld fixed"),
        judgement->rules, judgement->asked, (long long)counts->errors, (long long)counts->warnings,
        (long long)counts->waived, (long long)counts->fresh, (long long)counts->fixed);
    if (counts->withdrawn)
        cli_say(ctx, _("%lld findings of rules that are in no pack any more are withdrawn"),
                (long long)counts->withdrawn);
    if (faults)
        cli_say(ctx, _("%d rules could not be asked, and nothing is said of what they ask"),
                faults);
}

static int
verdict(const struct judgement *judgement, const struct run_args *args, int faults)
{
    bool only_errors = args->fail_on && strcmp(args->fail_on, "error") == 0;
    if (faults)
        return EXIT_REFUSED;
    return judgement->counts.errors > 0 || (!only_errors && judgement->counts.warnings > 0)
               ? EXIT_NO
               : 0;
}

int
cmd_audit_run(struct ctx *ctx, void *data, struct err *err)
{
    const struct run_args *args = data;
    struct rules rules;
    struct telling telling = {0};
    if (load(ctx, &rules, &telling, err) < 0 || require_rules(&rules, args, err) < 0)
        return -1;
    const struct judge_options options = {.since = args->since != NULL,
                                          .ids = args->rules.items,
                                          .id_count = args->rules.count,
                                          .topic = args->topic,
                                          .store_id = ctx->store_id,
                                          .today = zone_day(ctx->zone, ctx->as_of),
                                          .now = ctx->as_of};
    struct judgement judgement = {.arena = ctx->arena, .fault = tell_fault, .context = &telling};
    if (judge(ctx, &rules, &options, &judgement, err) < 0)
        return -1;
    struct keeping keeping = {&judgement, &options, telling.count};
    bool keeps = !args->no_record && ctx->as_of == ctx->now;
    if (keeps && cli_apart(ctx, keep, &keeping, err) < 0)
        return -1;
    int printed = ctx->sarif ? print_sarif(ctx, &rules, &judgement, &telling, err)
                             : print_rows(ctx, &judgement, args->changes, err);
    if (printed < 0)
        return -1;
    sum_up(ctx, &judgement, telling.count);
    return verdict(&judgement, args, telling.count);
}
