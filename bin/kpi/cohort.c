/* medi-kpi cohort: clients by the month of their first visit, month by month. */
#include <string.h>

#include "base/day.h"
#include "bin/kpi/verbs.h"
#include "insight/cohort.h"

static const char *const periods[] = {"month", "quarter", "year", NULL};
static const char *const measures[] = {"clients", "revenue", NULL};

const struct opt cohort_options[] = {
    {'b', "by", OPT_CHOICE, offsetof(struct cohort_args, by), "PERIOD",
     N_("month, quarter or year of the first visit (month)"), periods},
    {'m', "measure", OPT_CHOICE, offsetof(struct cohort_args, measure), "WHAT",
     N_("clients who came, or revenue, what they paid net (clients)"), measures},
    {'f', "from", OPT_DAY, offsetof(struct cohort_args, from), "DAY",
     N_("cohorts from the period of this day on"), NULL},
    {'t', "to", OPT_DAY, offsetof(struct cohort_args, to), "DAY",
     N_("cohorts that begin before this day"), NULL},
    {'w', "wide", OPT_FLAG, offsetof(struct cohort_args, wide), NULL,
     N_("a row a cohort and a column an age, instead of a row each"), NULL},
    {0, "ages", OPT_INT, offsetof(struct cohort_args, ages), "N", N_("ages up to this one (12)"),
     NULL},
    {0},
};

enum { AGES_MOST = 36 };

struct printing {
    struct ctx *ctx;
    const struct cohort_query *query;
    const struct cohorts *cohorts;
    struct out *out;
    int64_t few, rows;
    int ages; /* printed, from 0 on */
};

/* "2026-09", "2026-Q3", "2026". */
static struct db_value
period_name(struct ctx *ctx, int64_t from, int months)
{
    struct civil civil;
    day_to_civil(from, &civil);
    if (months == 1)
        return kpi_month(ctx, from);
    if (months == 3)
        return db_text(arena_printf(ctx->arena, "%04d-Q%d", civil.year, (civil.month + 2) / 3));
    return db_text(arena_printf(ctx->arena, "%04d", civil.year));
}

/* ---- a row a cohort and age ---------------------------------------------------------------------- */

static struct out *
start_long(struct ctx *ctx, bool revenue)
{
    static const struct out_column clients[] = {
        {"cohort", NULL, OUT_TEXT},       {"clients", NULL, OUT_INT},
        {"age", NULL, OUT_INT},           {"period", NULL, OUT_TEXT},
        {"active", NULL, OUT_RATIO},      {"active_low", NULL, OUT_SHARE},
        {"active_high", NULL, OUT_SHARE}, {"few", NULL, OUT_BOOL},
        {"complete", NULL, OUT_BOOL},
    };
    static const struct out_column money[] = {
        {"cohort", NULL, OUT_TEXT},
        {"clients", NULL, OUT_INT},
        {"age", NULL, OUT_INT},
        {"period", NULL, OUT_TEXT},
        {"revenue_fen", NULL, OUT_FEN},
        {"cumulative_fen", NULL, OUT_FEN},
        {"per_client_fen", NULL, OUT_FEN},
        {"complete", NULL, OUT_BOOL},
    };
    return revenue ? cli_out(ctx, money, 8) : cli_out(ctx, clients, 9);
}

/* Half a fen is rounded away from nought. */
static struct db_value
divided(int64_t fen, int64_t by)
{
    if (by == 0)
        return db_null();
    return db_int(fen < 0 ? -((-fen + by / 2) / by) : (fen + by / 2) / by);
}

static int
print_cohort(struct printing *printing, const struct cohort *cohort, struct err *err)
{
    const struct cohort_query *query = printing->query;
    int64_t sum = 0;
    for (int age = 0; age < cohort->ages && age < printing->ages; age++) {
        int64_t from = day_add_months(cohort->from, age * query->months), figure;
        struct db_value values[12] = {period_name(printing->ctx, cohort->from, query->months),
                                      db_int(cohort->clients), db_int(age),
                                      period_name(printing->ctx, from, query->months)};
        int at = 4;
        sum += figure = cohort->figures[age];
        if (query->revenue) {
            values[at++] = db_int(figure);
            values[at++] = db_int(sum);
            values[at++] = divided(sum, cohort->clients);
        } else {
            at = kpi_share(values, at, figure, cohort->clients, printing->few);
        }
        values[at++] = db_int(day_add_months(from, query->months) <= query->today);
        printing->rows++;
        if (out_row(printing->out, values, err) < 0)
            return -1;
    }
    return 0;
}

/* ---- a row a cohort ------------------------------------------------------------------------------ */

static struct out *
start_wide(struct ctx *ctx, bool revenue, int ages)
{
    struct out_column columns[AGES_MOST + 3] = {{"cohort", NULL, OUT_TEXT},
                                                {"clients", NULL, OUT_INT}};
    for (int i = 0; i < ages; i++)
        columns[2 + i] =
            (struct out_column){arena_printf(ctx->arena, revenue ? "age%d_fen" : "age%d", i),
                                arena_printf(ctx->arena, "+%d", i), revenue ? OUT_FEN : OUT_SHARE};
    return cli_out(ctx, columns, 2 + ages);
}

static int
print_wide(struct printing *printing, const struct cohort *cohort, struct err *err)
{
    const struct cohort_query *query = printing->query;
    struct db_value values[AGES_MOST + 3] = {
        period_name(printing->ctx, cohort->from, query->months), db_int(cohort->clients)};
    for (int age = 0; age < printing->ages; age++) {
        values[2 + age] = db_null();
        if (age >= cohort->ages)
            continue;
        int64_t figure = cohort->figures[age];
        if (query->revenue)
            values[2 + age] = db_int(figure);
        else if (cohort->clients > 0)
            values[2 + age] = db_int((figure * 1000000 + cohort->clients / 2) / cohort->clients);
    }
    printing->rows++;
    return out_row(printing->out, values, err);
}

/* ---- the verb ------------------------------------------------------------------------------------ */

static int
print_all(struct printing *printing, bool wide, struct err *err)
{
    const struct cohorts *cohorts = printing->cohorts;
    for (int i = 0; i < cohorts->count; i++) {
        const struct cohort *cohort = &cohorts->items[i];
        if (cohort->clients == 0)
            continue;
        if ((wide ? print_wide : print_cohort)(printing, cohort, err) < 0)
            return -1;
    }
    return 0;
}

static int
make_query(struct ctx *ctx, const struct cohort_args *args, struct cohort_query *query,
           struct err *err)
{
    const char *by = args->by ? args->by : "month";
    *query = (struct cohort_query){
        .db = ctx->db,
        .arena = ctx->arena,
        .today = kpi_today(ctx),
        .store_id = kpi_store(ctx),
        .months = strcmp(by, "year") == 0      ? 12
                  : strcmp(by, "quarter") == 0 ? 3
                                               : 1,
        .revenue = args->measure && strcmp(args->measure, "revenue") == 0,
    };
    if (args->ages != OPT_UNSET && (args->ages < 0 || args->ages > AGES_MOST))
        return err_set(err, ERR_USAGE, _("--ages: must be from 0 to %d"), (int)AGES_MOST);
    return kpi_window(ctx, args->from, args->to, 12 * query->months, &query->from, &query->to, err);
}

int
cmd_cohort(struct ctx *ctx, void *data, struct err *err)
{
    const struct cohort_args *args = data;
    struct cohort_query query;
    struct cohorts cohorts;
    struct printing printing = {.ctx = ctx, .query = &query, .cohorts = &cohorts};
    if (make_query(ctx, args, &query, err) < 0 || kpi_few(ctx, &printing.few, err) < 0 ||
        cohort_count(&query, &cohorts, err) < 0)
        return -1;
    printing.ages = 1 + (args->ages == OPT_UNSET ? 12 : (int)args->ages);
    printing.out =
        args->wide ? start_wide(ctx, query.revenue, printing.ages) : start_long(ctx, query.revenue);
    int result = print_all(&printing, args->wide, err);
    if (result == 0 && cohorts.stray)
        cli_say(ctx, _("in no cohort: %lld fen of clients who paid and never came"),
                (long long)cohorts.stray);
    return kpi_end(ctx, printing.out, printing.rows, result, err);
}
