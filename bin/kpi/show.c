/* Figures, cut and compared. */
#include <stdlib.h>
#include <string.h>

#include "base/day.h"
#include "bin/kpi/show_columns.h"
#include "bin/kpi/verbs_show.h"

/* Without --from and --to: the twelve months up to the end of this one. */
static void
choose_window(const struct ctx *ctx, const struct show_args *args, struct kpi_ask *ask)
{
    int64_t next_month = day_add_months(day_month_start(zone_day(ctx->zone, ctx->as_of)), 1);
    ask->to = args->to == OPT_UNSET ? next_month : args->to;
    ask->from = args->from == OPT_UNSET ? day_add_months(ask->to, -12) : args->from;
}

static const char *
with_period(struct ctx *ctx, const char *by, const char *period)
{
    return by && *by ? arena_printf(ctx->arena, "%s,%s", by, period) : period;
}

static int
make_ask(struct ctx *ctx, const struct show_args *args, struct kpi_ask *ask, struct err *err)
{
    *ask = (struct kpi_ask){.by = args->by,
                            .where = args->where,
                            .staff = args->staff,
                            .store_id = ctx->store ? &ctx->store_id : NULL,
                            .days = args->days == OPT_UNSET ? -1 : args->days,
                            .today = zone_day(ctx->zone, ctx->as_of),
                            .now = ctx->as_of};
    if (args->metrics.count > KPI_METRICS)
        return err_set(err, ERR_USAGE, _("at most %d metrics at once"), KPI_METRICS);
    for (int i = 0; i < args->metrics.count; i++) {
        ask->metrics[ask->metric_count++] = args->metrics.items[i];
        for (int k = 0; k < i; k++)
            if (strcmp(args->metrics.items[k], args->metrics.items[i]) == 0)
                return err_set(err, ERR_USAGE, _("%s: is there twice"), args->metrics.items[i]);
    }
    if (args->per)
        ask->by = with_period(ctx, args->by, args->per);
    if (args->compare)
        ask->compare = strcmp(args->compare, "year") == 0 ? KPI_YEAR : KPI_PREVIOUS;
    if (args->days != OPT_UNSET && (args->days < 0 || args->days > 365))
        return err_set(err, ERR_USAGE, _("--days: must be from 0 to 365"));
    if (args->top != OPT_UNSET && args->top < 1)
        return err_set(err, ERR_USAGE, _("--top: must be above 0"));
    choose_window(ctx, args, ask);
    return 0;
}

/* ---- order ------------------------------------------------------------------------------------------ */

struct order {
    const struct metric *metric;
    int number;
};

static int
greatest_first(const void *a, const void *b, void *context)
{
    const struct order *order = context;
    const struct kpi_row *one = a, *other = b;
    int64_t left, right;
    bool has_left = kpi_value(order->metric, &one->figures[order->number], &left);
    bool has_right = kpi_value(order->metric, &other->figures[order->number], &right);
    if (!has_left || !has_right)
        return has_right - has_left;
    return (right > left) - (right < left);
}

/* The rows in the order asked for; a merge sort, so that equals keep theirs. */
static int
sort_rows(const struct show_args *args, struct kpi_answer *answer, struct err *err)
{
    struct order order = {answer->metrics[0], 0};
    if (!args->sort && args->top == OPT_UNSET)
        return 0;
    if (args->sort) {
        while (order.number < answer->metric_count &&
               strcmp(answer->metrics[order.number]->name, args->sort) != 0)
            order.number++;
        if (order.number == answer->metric_count)
            return err_set(err, ERR_USAGE, _("--sort: %s: is none of the metrics asked for"),
                           args->sort);
        order.metric = answer->metrics[order.number];
    }
    qsort_r(answer->rows, (size_t)answer->count, sizeof *answer->rows, greatest_first, &order);
    if (args->top != OPT_UNSET && answer->count > args->top)
        answer->count = (int)args->top;
    return 0;
}

/* ---- what stands beside ----------------------------------------------------------------------------- */

/* A second answer, by a period too: what a line of small bars is made of. */
static int
ask_sparks(struct ctx *ctx, struct kpi_layer *layer, const struct show_args *args,
           const struct kpi_ask *ask, struct show_columns *columns, struct err *err)
{
    struct kpi_ask by_period = *ask;
    if (!args->spark)
        return 0;
    if (args->per && strcmp(args->per, args->spark) == 0)
        return err_set(err, ERR_USAGE, _("--spark: the rows are cut by %s already"), args->spark);
    by_period.by = with_period(ctx, ask->by, args->spark);
    by_period.compare = KPI_ALONE;
    columns->sparks = arena_alloc(ctx->arena, sizeof *columns->sparks);
    return kpi_ask(layer, &by_period, columns->sparks, err);
}

static int
print_total(struct ctx *ctx, struct kpi_layer *layer, const struct kpi_ask *ask,
            const struct kpi_answer *answer, struct show_columns *columns, struct out *out,
            struct err *err)
{
    struct kpi_answer total;
    if (kpi_total(layer, ask, &total, err) < 0)
        return -1;
    if (!total.count)
        return 0;
    const char **texts = arena_array(ctx->arena, CUTS, sizeof *texts);
    struct kpi_row row = total.rows[0];
    bool people = ctx->out.format == OUT_TABLE || ctx->out.format == OUT_XLSX;
    if (answer->cut_count && answer->cuts[0]->take != TAKE_DAY)
        texts[0] = people ? _("total") : "total";
    row.texts = texts;
    row.keys = NULL;
    return show_row(columns, &row, out, err);
}

static int
print_answer(struct ctx *ctx, struct kpi_layer *layer, const struct show_args *args,
             const struct kpi_ask *ask, struct kpi_answer *answer, struct err *err)
{
    struct show_columns columns = {.arena = ctx->arena,
                                   .answer = answer,
                                   .zh = ctx->zh,
                                   .compare = ask->compare != KPI_ALONE,
                                   .bars = args->bars,
                                   .target = args->target,
                                   .spark = args->spark};
    if (ask_sparks(ctx, layer, args, ask, &columns, err) < 0)
        return -1;
    show_columns(&columns);
    struct out *out = cli_out(ctx, columns.columns, columns.count);
    int result = 0;
    for (int i = 0; i < answer->count && result == 0; i++)
        result = show_row(&columns, &answer->rows[i], out, err);
    if (result == 0 && args->total && answer->count)
        result = print_total(ctx, layer, ask, answer, &columns, out, err);
    if (result == 0)
        result = out_end(out, err);
    out_free(out);
    return result;
}

static const char *
day_text(struct ctx *ctx, int64_t day)
{
    char text[16];
    day_format(day, text);
    return arena_strdup(ctx->arena, text);
}

static void
say_how(struct ctx *ctx, const struct kpi_ask *ask, const struct kpi_answer *answer)
{
    for (int m = 0; ctx->verbose && m < answer->metric_count; m++)
        cli_say(ctx, _("%s: from %s"), answer->metrics[m]->name, _(answer->way[m]));
    if (ctx->verbose && ask->compare != KPI_ALONE)
        cli_say(ctx, _("compared with %s to %s"), day_text(ctx, answer->before_from),
                day_text(ctx, answer->before_to));
    if (answer->count == 0)
        cli_say(ctx, _("no records in this window"));
}

int
cmd_show(struct ctx *ctx, void *data, struct err *err)
{
    const struct show_args *args = data;
    const struct packs packs = {ctx->config, ctx->share};
    struct kpi_layer layer;
    struct kpi_answer answer;
    struct kpi_ask ask;
    int64_t store_id = ctx->store ? ctx->store_id : 0;
    if (make_ask(ctx, args, &ask, err) < 0 ||
        kpi_layer_open(&layer, ctx->db, ctx->arena, &packs, store_id, err) < 0)
        return -1;
    layer.facts_only = args->facts;
    layer.shelf.now_day = args->now ? ask.today : -1;
    if (kpi_ask(&layer, &ask, &answer, err) < 0 ||
        (args->target && kpi_targets(&layer, &ask, &answer, err) < 0) ||
        sort_rows(args, &answer, err) < 0 ||
        print_answer(ctx, &layer, args, &ask, &answer, err) < 0)
        return -1;
    say_how(ctx, &ask, &answer);
    return answer.count > 0 && ctx->exit_rows;
}
