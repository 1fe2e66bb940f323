/* Licences that end, and performance scores. */
#include <string.h>

#include "bin/staff/verbs.h"
#include "kpi/perform.h"

/* ---- licences that end ------------------------------------------------------------------------------ */

static int
print_expiring(struct out *out, struct db_stmt *stmt, bool errors_only, struct err *err)
{
    int more, found = 0;
    while ((more = db_step(stmt, err)) == 1) {
        struct db_value values[10];
        for (int i = 0; i < 10; i++)
            values[i] = db_get(stmt, i);
        found += !errors_only || strcmp(db_get_text(stmt, 0), "error") == 0;
        if (out_row(out, values, err) < 0)
            return -1;
    }
    return more < 0 || out_end(out, err) < 0 ? -1 : found;
}

int
cmd_expiring(struct ctx *ctx, void *data, struct err *err)
{
    static const struct out_column columns[] = {
        {"severity", NULL, OUT_TEXT}, {"staff", NULL, OUT_TEXT}, {"name", NULL, OUT_TEXT},
        {"role", NULL, OUT_TEXT},     {"kind", NULL, OUT_TEXT},  {"number", NULL, OUT_TEXT},
        {"scope", NULL, OUT_TEXT},    {"store", NULL, OUT_TEXT}, {"valid_to", NULL, OUT_DAY},
        {"days_left", NULL, OUT_INT},
    };
    const struct expiring_args *args = data;
    int64_t days = args->days == OPT_UNSET ? 60 : args->days;
    struct db_stmt *stmt = NULL;
    if (days < 0 || days > 36500)
        return err_set(err, ERR_USAGE, _("--days: must be from 0 to 36500"));
    struct db_value values[] = {ctx->store ? db_int(ctx->store_id) : db_null(),
                                db_int(verbs_today(ctx)), db_int(days)};
    if (sql_open(ctx->db, &stmt, SQL_STAFF_EXPIRING, values, 3, err) < 0)
        return -1;
    struct out *out = cli_out(ctx, columns, 10);
    bool errors_only = args->fail_on && strcmp(args->fail_on, "error") == 0;
    int found = print_expiring(out, stmt, errors_only, err);
    out_free(out);
    db_finish(stmt);
    return found < 0 ? -1 : found > 0 ? EXIT_NO : 0;
}

/* ---- scores ----------------------------------------------------------------------------------------- */

static const struct out_column score_columns[] = {
    {"staff", NULL, OUT_TEXT},   {"name", NULL, OUT_TEXT},   {"role", NULL, OUT_TEXT},
    {"month", NULL, OUT_TEXT},   {"input", NULL, OUT_TEXT},  {"value", NULL, OUT_RATIO},
    {"target", NULL, OUT_SHARE}, {"zero", NULL, OUT_SHARE},  {"weight", NULL, OUT_SHARE},
    {"points", NULL, OUT_SHARE}, {"bonus", NULL, OUT_SHARE}, {"few", NULL, OUT_BOOL},
    {"command", NULL, OUT_TEXT},
};
enum { SCORE_COLUMNS = sizeof score_columns / sizeof score_columns[0] };

struct scored { /* whose score, and of when */
    const char *staff, *name, *role, *month, *from, *to;
};

/* What prints the same figure. */
static const char *
command_for(struct ctx *ctx, const struct scored *who, const char *metric)
{
    const char *text = arena_printf(ctx->arena, "medi-kpi show %s --staff %s --from %s --to %s",
                                    metric, who->staff, who->from, who->to);
    return ctx->store ? arena_printf(ctx->arena, "%s -s %s", text, ctx->store) : text;
}

static int
print_line(struct ctx *ctx, struct out *out, const struct scored *who,
           const struct perform_line *line, struct err *err)
{
    bool any = line->ratio.denominator > 0;
    struct db_value values[SCORE_COLUMNS + 1] = {
        db_text(who->staff),
        db_text(who->name),
        db_text(who->role),
        db_text(who->month),
        db_text(line->input->metric),
        db_int(line->ratio.numerator),
        db_int(line->ratio.denominator),
        db_int(line->input->target),
        db_int(line->input->zero),
        db_int(line->input->weight),
        any ? db_int(line->points) : db_null(),
        db_null(),
        db_int(line->ratio.few),
        db_text(command_for(ctx, who, line->input->metric)),
    };
    return out_row(out, values, err);
}

/* The sum: points of the weight of those inputs that had a case. */
static int
print_sum(struct out *out, const struct scored *who, const struct perform_role *role,
          const struct perform_score *score, struct err *err)
{
    int64_t points = 0, weights = 0;
    for (int i = 0; i < role->input_count; i++) {
        if (score->lines[i].ratio.denominator <= 0)
            continue;
        points += score->lines[i].points;
        weights += role->inputs[i].weight;
    }
    struct db_value values[SCORE_COLUMNS + 1] = {
        db_text(who->staff),
        db_text(who->name),
        db_text(who->role),
        db_text(who->month),
        db_text("score"),
        db_int(points),
        db_int(weights),
        db_null(),
        db_null(),
        db_int(weights),
        score->any ? db_int(score->score) : db_null(),
        score->any ? db_int(score->bonus) : db_null(),
        db_int(score->few),
        db_null(),
    };
    return out_row(out, values, err);
}

static int
print_score(struct ctx *ctx, struct out *out, const struct scored *who,
            const struct perform_role *role, const struct kpi_query *query, struct err *err)
{
    struct perform_score score;
    if (perform_score(ctx->arena, role, query, &score, err) < 0)
        return -1;
    for (int i = 0; i < role->input_count; i++)
        if (print_line(ctx, out, who, &score.lines[i], err) < 0)
            return -1;
    return print_sum(out, who, role, &score, err);
}

/* All whom the arguments mean; their number, or -1. */
static int
print_scores(struct ctx *ctx, struct out *out, const struct score_args *args,
             const struct performance *pack, const struct kpi_query *query, struct scored *who,
             struct err *err)
{
    struct db_value values[] = {db_int(query->from), db_int(query->to),
                                query->store_id ? db_int(*query->store_id) : db_null(),
                                db_text(args->staff), db_text(args->role)};
    struct db_stmt *stmt = NULL;
    int more = sql_open(ctx->db, &stmt, SQL_STAFF_SCORED, values, 5, err), count = 0;
    while (more >= 0 && (more = db_step(stmt, err)) == 1) {
        const struct perform_role *role = perform_role(pack, db_get_text(stmt, 3));
        if (!role && args->staff)
            more = err_set(err, ERR_DATA, _("%s: performance.yaml has no score for role %s"),
                           args->staff, db_get_text(stmt, 3));
        if (more < 0 || !role)
            continue;
        who->staff = arena_strdup(ctx->arena, db_get_text(stmt, 1));
        who->name = arena_strdup(ctx->arena, db_get_text(stmt, 2));
        who->role = role->role;
        struct kpi_query own = *query;
        own.staff = who->staff;
        more = print_score(ctx, out, who, role, &own, err);
        count++;
    }
    db_finish(stmt);
    return more < 0 ? -1 : count;
}

static const char *
day_text(struct ctx *ctx, int64_t day)
{
    char text[16];
    day_format(day, text);
    return arena_strdup(ctx->arena, text);
}

static int
prepare(struct ctx *ctx, const struct score_args *args, struct kpi_layer *layer,
        struct performance *pack, struct kpi_query *query, struct err *err)
{
    struct staff staff;
    int64_t this_month = day_month_start(verbs_today(ctx));
    *query = (struct kpi_query){
        .from = args->month == OPT_UNSET ? day_add_months(this_month, -1)
                                         : day_month_start(args->month),
        .store_id = ctx->store ? &ctx->store_id : NULL,
        .today = verbs_today(ctx),
        .now = ctx->as_of,
        .layer = layer,
    };
    query->to = day_add_months(query->from, 1);
    if (args->staff && verbs_staff(ctx, args->staff, &staff, err) < 0)
        return -1;
    return perform_load(&layer->catalogue, pack, err);
}

int
cmd_score(struct ctx *ctx, void *data, struct err *err)
{
    const struct score_args *args = data;
    struct performance pack;
    struct kpi_query query;
    const struct packs packs = verbs_packs(ctx);
    struct kpi_layer layer;
    if (kpi_layer_open(&layer, ctx->db, ctx->arena, &packs, ctx->store ? ctx->store_id : 0, err) <
            0 ||
        prepare(ctx, args, &layer, &pack, &query, err) < 0)
        return -1;
    const char *from = day_text(ctx, query.from);
    struct scored who = {.from = from, .to = day_text(ctx, query.to)};
    who.month = arena_strndup(ctx->arena, from, strlen("2026-09"));
    struct out *out = cli_out(ctx, score_columns, SCORE_COLUMNS);
    int count = print_scores(ctx, out, args, &pack, &query, &who, err);
    int result = count < 0 ? -1 : out_end(out, err);
    out_free(out);
    if (result == 0 && count == 0)
        cli_say(ctx, _("nobody to score in %s"), who.month);
    return result;
}
