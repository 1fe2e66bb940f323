/* medi-kpi budget: goals against what came, and where they end at this pace. */
#include <string.h>

#include "bin/kpi/verbs.h"
#include "insight/goal.h"

const struct opt budget_options[] = {
    {0, "day", OPT_DAY, offsetof(struct budget_args, day), "DAY",
     N_("goals of the periods of this day, as 2026-10 (today)"), NULL},
    {'m', "metric", OPT_TEXT, offsetof(struct budget_args, metric), "METRIC",
     N_("only goals of this metric"), NULL},
    {0},
};

enum { UNITS = 3, EACH = 3 };

/* Target, actual and forecast of money, of numbers and of shares, which have no forecast. */
static const struct out_column parts[UNITS][EACH] = {
    {{"target_fen", NULL, OUT_FEN}, {"actual_fen", NULL, OUT_FEN}, {"forecast_fen", NULL, OUT_FEN}},
    {{"target", NULL, OUT_INT}, {"actual", NULL, OUT_INT}, {"forecast", NULL, OUT_INT}},
    {{"target_share", NULL, OUT_SHARE}, {"actual_share", NULL, OUT_SHARE}},
};
static const int part_count[UNITS] = {3, 3, 2};
static const struct out_column before[] = {
    {"store", NULL, OUT_TEXT}, {"metric", NULL, OUT_TEXT}, {"period", NULL, OUT_TEXT},
    {"from", NULL, OUT_DAY},   {"to", NULL, OUT_DAY},      {"days_over", NULL, OUT_INT},
    {"days", NULL, OUT_INT},
};
static const struct out_column after[] = {
    {"reached", NULL, OUT_RATIO},
    {"pace", NULL, OUT_RATIO},
    {"forecast_reached", NULL, OUT_RATIO},
};
enum { BEFORE = 7, AFTER = 3, COLUMNS_MOST = BEFORE + UNITS * EACH + 2 * AFTER };

static bool
is_wanted(const struct budget_args *args, const struct goal_stand *stand)
{
    return !args->metric || strcmp(args->metric, stand->metric) == 0;
}

/* Units that no goal has get no columns. */
static struct out *
start(struct ctx *ctx, const bool *used)
{
    struct out_column columns[COLUMNS_MOST];
    int count = 0;
    for (int i = 0; i < BEFORE; i++)
        columns[count++] = before[i];
    for (int unit = 0; unit < UNITS; unit++)
        for (int i = 0; i < part_count[unit] && used[unit]; i++)
            columns[count++] = parts[unit][i];
    for (int i = 0; i < AFTER; i++)
        columns[count++] = after[i];
    return cli_out(ctx, columns, count);
}

static int
put_figures(const struct goal_stand *stand, struct db_value *values)
{
    int at = 0;
    if (stand->unit == GOAL_SHARE) {
        values[at++] = db_int(stand->target * 1000);
        values[at++] = stand->known ? db_int(stand->actual) : db_null();
        return at;
    }
    values[at++] = db_int(stand->target);
    values[at++] = db_int(stand->actual);
    values[at++] = db_int(stand->forecast);
    return at;
}

static int
print_stand(struct out *out, const struct goal_stand *stand, const bool *used, struct err *err)
{
    bool sums = stand->unit != GOAL_SHARE;
    struct db_value values[COLUMNS_MOST] = {
        db_text(stand->store), db_text(stand->metric), db_text(stand->period),
        db_int(stand->from),   db_int(stand->to),      db_int(stand->days_over),
        db_int(stand->days),
    };
    int at = BEFORE;
    for (int unit = 0; unit < UNITS; unit++) {
        if (unit == (int)stand->unit)
            at += put_figures(stand, values + at);
        else
            for (int i = 0; i < part_count[unit] && used[unit]; i++)
                values[at++] = db_null();
    }
    values[at++] = stand->known ? db_int(stand->actual) : db_null();
    values[at++] = db_int(sums ? stand->target : stand->target * 1000);
    values[at++] = sums ? db_int(stand->done) : db_null();
    values[at++] = sums ? db_int(stand->due) : db_null();
    values[at++] = sums ? db_int(stand->forecast) : db_null();
    values[at++] = sums ? db_int(stand->target) : db_null();
    return out_row(out, values, err);
}

int
cmd_budget(struct ctx *ctx, void *data, struct err *err)
{
    const struct budget_args *args = data;
    const struct packs packs = {ctx->config, ctx->share};
    const struct goal_query query = {.db = ctx->db,
                                     .arena = ctx->arena,
                                     .packs = &packs,
                                     .today = kpi_today(ctx),
                                     .now = ctx->as_of,
                                     .store_id = kpi_store(ctx),
                                     .day = args->day == OPT_UNSET ? kpi_today(ctx) : args->day};
    struct goal_stand *stands = NULL;
    struct goal_metric metric;
    int64_t rows = 0;
    int count = 0, result = 0;
    bool used[UNITS] = {false};
    if ((args->metric && goal_metric_find(args->metric, &metric, err) < 0) ||
        goal_stands(&query, &stands, &count, err) < 0)
        return -1;
    for (int i = 0; i < count; i++)
        used[stands[i].unit] |= is_wanted(args, &stands[i]);
    struct out *out = start(ctx, used);
    for (int i = 0; i < count && result == 0; i++)
        if (is_wanted(args, &stands[i])) {
            rows++;
            result = print_stand(out, &stands[i], used, err);
        }
    if (result == 0)
        result = out_end(out, err);
    out_free(out);
    if (result == 0 && rows == 0)
        cli_say(ctx, _("no goal of that time; medi-kpi goal set makes one"));
    return result < 0 ? -1 : rows > 0 && ctx->exit_rows;
}
