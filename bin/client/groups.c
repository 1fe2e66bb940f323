/* Segments, tiers and tags: reckoned for all clients, and shown. */
#include <string.h>

#include "bin/client/verbs.h"
#include "client/person.h"
#include "client/segment.h"
#include "client/tags.h"
#include "client/tiers.h"

static void
say_model(const struct ctx *ctx, const char *why)
{
    if (why)
        cli_say(ctx, _("no P(alive): %s"), why);
}

static struct db_value
mean(int64_t sum, int64_t count)
{
    return count ? db_int(sum / count) : db_null();
}

/* ---- segments ------------------------------------------------------------------------------------------ */

static int
print_segments(struct ctx *ctx, const struct segment_run *run, struct err *err)
{
    static const struct out_column columns[] = {
        {"segment", NULL, OUT_TEXT},  {"name", NULL, OUT_TEXT}, {"clients", NULL, OUT_INT},
        {"joined", NULL, OUT_INT},    {"left", NULL, OUT_INT},  {"mean_score", NULL, OUT_INT},
        {"spend_fen", NULL, OUT_FEN},
    };
    struct out *out = cli_out(ctx, columns, 7);
    int result = 0;
    for (int i = 0; i <= run->segments->rule_count && result == 0; i++) {
        const struct rule *rule = segments_rule(run->segments, i);
        const struct segment_count *count = &run->counts[i];
        const struct db_value values[] = {
            db_text(rule->name),     db_text(ctx->zh ? rule->zh : rule->name),
            db_int(count->clients),  db_int(count->joined),
            db_int(count->left),     mean(count->score, count->clients),
            db_int(count->spend_fen)};
        result = out_row(out, values, err);
    }
    result = result < 0 ? -1 : out_end(out, err);
    out_free(out);
    return result;
}

int
cmd_segment(struct ctx *ctx, void *data, struct err *err)
{
    struct packs packs = client_packs(ctx);
    struct segments segments;
    struct segment_run run = {
        .db = ctx->db, .arena = ctx->arena, .segments = &segments, .today = client_today(ctx)};
    (void)data;
    if (segments_load(ctx->arena, &packs, &segments, err) < 0 || segment_run(&run, err) < 0)
        return -1;
    say_model(ctx, run.no_model);
    cli_say(ctx, _("%lld clients changed"), (long long)(run.written + run.gone));
    if (print_segments(ctx, &run, err) < 0)
        return -1;
    if (run.written + run.gone == 0)
        return 0;
    return cli_log(ctx, 0, "client_segment",
                   arena_printf(ctx->arena, "%lld written, %lld gone", (long long)run.written,
                                (long long)run.gone),
                   err);
}

static int
show_segment(struct ctx *ctx, const struct segments *segments, struct db_stmt *stmt,
             struct out *out, struct err *err)
{
    enum { COLUMNS = 12, SEGMENT = 1, REASONS = 4, OUT_NAME = 2 };
    struct db_value values[COLUMNS + 1];
    int segment = segments_find(segments, db_get_text(stmt, SEGMENT));
    const struct rule *rule = segment < 0 ? NULL : segments_rule(segments, segment);
    values[0] = db_get(stmt, 0);
    values[SEGMENT] = db_get(stmt, SEGMENT);
    values[OUT_NAME] = rule ? db_text(ctx->zh ? rule->zh : rule->name) : db_get(stmt, SEGMENT);
    for (int i = OUT_NAME; i < COLUMNS; i++)
        values[i + 1] = db_get(stmt, i);
    values[REASONS] =
        db_text(segments_words(ctx->arena, segments, db_get_text(stmt, REASONS - 1), ctx->zh));
    return out_row(out, values, err);
}

int
cmd_segment_show(struct ctx *ctx, void *data, struct err *err)
{
    static const struct out_column columns[] = {
        {"client", NULL, OUT_TEXT},       {"segment", NULL, OUT_TEXT},
        {"name", NULL, OUT_TEXT},         {"score", NULL, OUT_INT},
        {"reasons", NULL, OUT_TEXT},      {"visits", NULL, OUT_INT},
        {"first_on", NULL, OUT_DAY},      {"last_on", NULL, OUT_DAY},
        {"spend_fen", NULL, OUT_FEN},     {"year_fen", NULL, OUT_FEN},
        {"overdue_milli", NULL, OUT_INT}, {"alive_milli", NULL, OUT_INT},
        {"computed_on", NULL, OUT_DAY},
    };
    struct packs packs = client_packs(ctx);
    const struct sql *sql = sql_get(SQL_CLIENT_SEGMENTS);
    struct db_value values[2];
    struct segments segments;
    struct db_stmt *stmt = NULL;
    int64_t rows = 0;
    if (segments_load(ctx->arena, &packs, &segments, err) < 0 ||
        cli_bind(ctx, data, sql, values, err) < 0 ||
        sql_open(ctx->db, &stmt, SQL_CLIENT_SEGMENTS, values, 2, err) < 0)
        return -1;
    struct out *out = cli_out(ctx, columns, 13);
    int more;
    while ((more = db_step(stmt, err)) == 1 && (rows++, true))
        if (show_segment(ctx, &segments, stmt, out, err) < 0) {
            more = -1;
            break;
        }
    if (more == 0)
        more = out_end(out, err);
    out_free(out);
    db_finish(stmt);
    return more < 0 ? -1 : rows > 0 && ctx->exit_rows;
}

/* ---- tiers ---------------------------------------------------------------------------------------------- */

static int
print_tiers(struct ctx *ctx, const struct tier_run *run, struct err *err)
{
    static const struct out_column columns[] = {
        {"tier", NULL, OUT_TEXT}, {"name", NULL, OUT_TEXT}, {"clients", NULL, OUT_INT}};
    struct out *out = cli_out(ctx, columns, 3);
    int result = 0;
    for (int i = 0; i <= run->tiers->count && result == 0; i++) {
        const struct rule *rule = i < run->tiers->count ? &run->tiers->items[i].rule : NULL;
        const struct db_value values[] = {db_text(rule ? rule->name : NULL),
                                          db_text(!rule     ? _("none")
                                                  : ctx->zh ? rule->zh
                                                            : rule->name),
                                          db_int(run->counts[i])};
        result = out_row(out, values, err);
    }
    result = result < 0 ? -1 : out_end(out, err);
    out_free(out);
    return result;
}

int
cmd_tier(struct ctx *ctx, void *data, struct err *err)
{
    struct packs packs = client_packs(ctx);
    struct segments segments;
    struct tiers tiers;
    struct tier_run run = {.db = ctx->db,
                           .arena = ctx->arena,
                           .tiers = &tiers,
                           .segments = &segments,
                           .today = client_today(ctx)};
    (void)data;
    if (segments_load(ctx->arena, &packs, &segments, err) < 0 ||
        tiers_load(ctx->arena, &packs, &tiers, err) < 0 || tier_run(&run, err) < 0)
        return -1;
    say_model(ctx, run.no_model);
    cli_say(ctx, _("%lld clients changed"), (long long)run.changes);
    if (print_tiers(ctx, &run, err) < 0)
        return -1;
    return run.changes == 0
               ? 0
               : cli_log(ctx, 0, "client_tier",
                         arena_printf(ctx->arena, "%lld changes", (long long)run.changes), err);
}

static const char *
words_of(struct ctx *ctx, const struct tier *tier, bool benefits)
{
    const char *words = "";
    int count = benefits ? tier->benefit_count : tier->rule.count;
    for (int i = 0; i < count; i++) {
        const char *zh = benefits ? tier->benefits[i].zh : tier->rule.any[i].zh;
        const char *says = benefits ? tier->benefits[i].says : tier->rule.any[i].says;
        words = arena_printf(ctx->arena, "%s%s%s", words,
                             i == 0    ? ""
                             : ctx->zh ? "；"
                                       : "; ",
                             ctx->zh ? zh : says);
    }
    return words;
}

int
cmd_tier_list(struct ctx *ctx, void *data, struct err *err)
{
    static const struct out_column columns[] = {{"tier", NULL, OUT_TEXT},
                                                {"name", NULL, OUT_TEXT},
                                                {"wants", NULL, OUT_TEXT},
                                                {"benefits", NULL, OUT_TEXT}};
    struct packs packs = client_packs(ctx);
    struct tiers tiers;
    (void)data;
    if (tiers_load(ctx->arena, &packs, &tiers, err) < 0)
        return -1;
    struct out *out = cli_out(ctx, columns, 4);
    int result = 0;
    for (int i = 0; i < tiers.count && result == 0; i++) {
        const struct tier *tier = &tiers.items[i];
        const struct db_value values[] = {
            db_text(tier->rule.name), db_text(ctx->zh ? tier->rule.zh : tier->rule.name),
            db_text(words_of(ctx, tier, false)), db_text(words_of(ctx, tier, true))};
        result = out_row(out, values, err);
    }
    result = result < 0 ? -1 : out_end(out, err);
    out_free(out);
    return result;
}
