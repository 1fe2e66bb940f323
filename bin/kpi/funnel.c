/* medi-kpi funnel: how far people come, and how long it takes. */
#include <string.h>

#include "bin/kpi/verbs.h"
#include "insight/funnel.h"

static const char *const cuts[] = {"channel", "month", "store", NULL};

const struct opt funnel_options[] = {
    {'f', "from", OPT_DAY, offsetof(struct funnel_args, from), "DAY",
     N_("who entered from this day on"), NULL},
    {'t', "to", OPT_DAY, offsetof(struct funnel_args, to), "DAY", N_("who entered before this day"),
     NULL},
    {'b', "by", OPT_CHOICE, offsetof(struct funnel_args, by), "CUT",
     N_("channel, or month or store of entering"), cuts},
    {0, "within", OPT_INT, offsetof(struct funnel_args, within), "DAYS",
     N_("only what came within so many days of entering"), NULL},
    {0},
};

static const struct out_column columns[] = {
    {"channel", NULL, OUT_TEXT},
    {"month", NULL, OUT_TEXT},
    {"store", NULL, OUT_TEXT},
    {"stage", NULL, OUT_TEXT},
    {"people", NULL, OUT_INT},
    {"of_entered", NULL, OUT_RATIO},
    {"of_previous", NULL, OUT_RATIO},
    {"of_previous_low", NULL, OUT_SHARE},
    {"of_previous_high", NULL, OUT_SHARE},
    {"few", NULL, OUT_BOOL},
    {"median_days", NULL, OUT_DECIMAL},
    {"mature", NULL, OUT_BOOL},
};
enum { COLUMNS = sizeof columns / sizeof *columns, CUTS = 3 };

struct printing {
    struct ctx *ctx;
    struct out *out;
    struct code_book *book;
    const struct funnel_query *query;
    int64_t few, rows;
};

static enum funnel_cut
cut_of(const char *by)
{
    if (!by)
        return FUNNEL_WHOLE;
    return *by == 'c' ? FUNNEL_BY_CHANNEL : *by == 'm' ? FUNNEL_BY_MONTH : FUNNEL_BY_STORE;
}

static int
put_key(const struct printing *printing, int64_t key, struct db_value *value, struct err *err)
{
    const char *code;
    if (printing->query->by == FUNNEL_BY_CHANNEL)
        return kpi_channel(printing->book, key, value, err);
    if (printing->query->by == FUNNEL_BY_MONTH) {
        *value = kpi_month(printing->ctx, key);
        return 0;
    }
    if (code_book_find(printing->book, CODE_STORE, key, &code, err) < 0)
        return -1;
    *value = db_text(code);
    return 0;
}

static int
print_step(struct printing *printing, const struct funnel_group *group, enum funnel_stage stage,
           struct err *err)
{
    const struct funnel_query *query = printing->query;
    const struct funnel_step *step = &group->steps[stage];
    struct db_value values[COLUMNS + 2];
    int at = query->by != FUNNEL_WHOLE;
    if (at && put_key(printing, group->key, &values[0], err) < 0)
        return -1;
    values[at++] = db_text(funnel_name(stage));
    values[at++] = db_int(step->people);
    values[at++] = db_int(step->people);
    values[at++] = db_int(group->entered);
    at = kpi_share(values, at, step->both, step->before, printing->few);
    if (stage == FUNNEL_LEAD)
        values[at - 1] = db_null(); /* there is none before it that could be few */
    values[at++] = step->median < 0 ? db_null() : db_int(step->median * 500000);
    values[at++] = query->within ? db_int(query->to + query->within <= query->today) : db_null();
    printing->rows++;
    return out_row(printing->out, values, err);
}

static struct out *
start(struct ctx *ctx, enum funnel_cut by)
{
    struct out_column used[COLUMNS];
    int count = 0;
    for (int i = 0; i < COLUMNS; i++)
        if (i >= CUTS || i == (int)by - 1)
            used[count++] = columns[i];
    return cli_out(ctx, used, count);
}

int
cmd_funnel(struct ctx *ctx, void *data, struct err *err)
{
    const struct funnel_args *args = data;
    struct funnel_query query = {.db = ctx->db,
                                 .arena = ctx->arena,
                                 .today = kpi_today(ctx),
                                 .within = args->within == OPT_UNSET ? 0 : args->within,
                                 .store_id = kpi_store(ctx),
                                 .by = cut_of(args->by)};
    struct printing printing = {.ctx = ctx, .query = &query};
    struct funnel_group *groups = NULL;
    int count = 0, result = 0;
    if (query.within < 0 || query.within > FUNNEL_LONGEST)
        return err_set(err, ERR_USAGE, _("--within: must be from 1 to %d"), (int)FUNNEL_LONGEST);
    if (kpi_window(ctx, args->from, args->to, 12, &query.from, &query.to, err) < 0 ||
        kpi_few(ctx, &printing.few, err) < 0 || funnel_count(&query, &groups, &count, err) < 0)
        return -1;
    printing.book = code_book_new(ctx->db, ctx->arena);
    printing.out = start(ctx, query.by);
    for (int i = 0; i < count && result == 0; i++)
        for (int stage = 0; stage < FUNNEL_STAGES && result == 0; stage++)
            result = print_step(&printing, &groups[i], (enum funnel_stage)stage, err);
    return kpi_end(ctx, printing.out, printing.rows, result, err);
}
