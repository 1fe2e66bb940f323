/* medi-kpi goal: what a store or the chain wants to reach. */
#include <string.h>

#include "base/day.h"
#include "base/money.h"
#include "bin/kpi/verbs.h"
#include "db/sql.h"
#include "insight/goal.h"

static const char *const periods[] = {"month", "quarter", "year", NULL};

#define PERIOD                                                                                     \
    {                                                                                              \
        'p', "period", OPT_CHOICE, offsetof(struct goal_args, period), "PERIOD",                   \
            N_("month, quarter or year (month)"), periods                                          \
    }
#define DAY(help)                                                                                  \
    {                                                                                              \
        0, "day", OPT_DAY, offsetof(struct goal_args, day), "DAY", help, NULL                      \
    }

const struct opt goal_set_options[] = {
    PERIOD,
    DAY(N_("a day of the period, as 2026-10 (today)")),
    {0, "note", OPT_TEXT, offsetof(struct goal_args, note), "TEXT", N_("a note"), NULL},
    {0},
};
const struct opt goal_drop_options[] = {PERIOD, DAY(N_("a day of the period (today)")), {0}};
const struct opt goal_list_options[] = {
    {'m', "metric", OPT_TEXT, offsetof(struct goal_args, metric), "METRIC",
     N_("only goals of this metric"), NULL},
    {'f', "from", OPT_DAY, offsetof(struct goal_args, from), "DAY",
     N_("periods that begin from this day on"), NULL},
    {'t', "to", OPT_DAY, offsetof(struct goal_args, to), "DAY",
     N_("periods that begin before this day"), NULL},
    {0},
};
const struct operand goal_set_operands[] = {
    {"METRIC", false, false, offsetof(struct goal_args, metric),
     N_("revenue, arrivals, conversion …: see medi-kpi-goal-set(1)"), NULL},
    {"TARGET", false, false, offsetof(struct goal_args, target),
     N_("yuan, a number, or a percentage: as the metric is"), NULL},
    {0},
};
const struct operand goal_drop_operands[] = {
    {"METRIC", false, false, offsetof(struct goal_args, metric), N_("the metric"), NULL},
    {0},
};

/* The first day of the period that was asked for. */
static int
begin(const struct ctx *ctx, const struct goal_args *args, const char **period, int64_t *from,
      struct err *err)
{
    int64_t to, day = args->day == OPT_UNSET ? kpi_today(ctx) : args->day;
    *period = args->period ? args->period : "month";
    return goal_period(*period, day, from, &to, err);
}

/* "35.5%" as thousandths. */
static int
parse_share(const char *text, int64_t *thousandths, struct err *err)
{
    size_t length = strlen(text);
    int64_t hundredths = -1; /* money has two decimals too */
    if (length > 1 && text[length - 1] == '%' &&
        money_parse(text, length - 1, &hundredths, err) == 0 && hundredths >= 0 &&
        hundredths <= 10000 && hundredths % 10 == 0) {
        *thousandths = hundredths / 10;
        return 0;
    }
    err_clear(err);
    return err_set(err, ERR_USAGE, _("%s: must be a percentage like 35%% or 35.5%%"), text);
}

static int
give_target(struct ctx *ctx, struct cli_record *record, const struct goal_metric *metric,
            const char *text, struct err *err)
{
    static const char *const columns[] = {"amount_fen", "number", "share"};
    int64_t value = 0;
    if (metric->unit == GOAL_SHARE && parse_share(text, &value, err) < 0)
        return -1;
    if (metric->unit == GOAL_MONEY && money_parse(text, strlen(text), &value, err) < 0) {
        err->kind = ERR_USAGE;
        return -1;
    }
    for (int unit = GOAL_MONEY; unit <= GOAL_SHARE; unit++)
        if (unit != (int)metric->unit)
            cli_give(record, columns[unit], "");
    if (metric->unit == GOAL_NUMBER)
        cli_give(record, "number", text);
    else
        cli_give_int(ctx, record, columns[metric->unit], value);
    return 0;
}

int
cmd_goal_set(struct ctx *ctx, void *data, struct err *err)
{
    const struct goal_args *args = data;
    struct cli_record record;
    struct goal_metric metric;
    const char *period;
    int64_t from;
    if (goal_metric_find(args->metric, &metric, err) < 0 ||
        begin(ctx, args, &period, &from, err) < 0)
        return -1;
    cli_record_init(&record, "goals", PUT_SET);
    if (!ctx->store)
        cli_give(&record, "store", "*");
    cli_give(&record, "metric", metric.name);
    cli_give(&record, "period", period);
    cli_give_day(ctx, &record, "from_on", from);
    if (give_target(ctx, &record, &metric, args->target, err) < 0)
        return -1;
    cli_give(&record, "note", args->note);
    return kpi_put(ctx, &record, args->metric, err);
}

int
cmd_goal_drop(struct ctx *ctx, void *data, struct err *err)
{
    const struct goal_args *args = data;
    const char *period;
    char day[16];
    int64_t from, changed, store_id = 0;
    if (begin(ctx, args, &period, &from, err) < 0 ||
        (ctx->store && cli_store_id(ctx, &store_id, err) < 0))
        return -1;
    const struct db_value values[] = {db_int(store_id), db_text(args->metric), db_text(period),
                                      db_int(from)};
    if (sql_run(ctx->db, SQL_INSIGHT_GOAL_DROP, values, 4, &changed, err) < 0)
        return -1;
    day_format(from, day);
    const char *subject = arena_printf(ctx->arena, "goal %s %s %s %s",
                                       ctx->store ? ctx->store : "*", args->metric, period, day);
    if (changed == 0)
        return err_set(err, ERR_DATA, _("%s: not there"), subject);
    return cli_log(ctx, store_id, subject, "dropped", err);
}
