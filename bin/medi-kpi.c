/* medi-kpi: figures from the records. */
#include <string.h>

#include "base/day.h"
#include "base/str.h"
#include "cli/cli.h"
#include "kpi/kpi.h"
#include "setting/setting.h"

struct show_args {
    const char *metric, *by;
    int64_t from, to, days;
};

static const char *const metrics[] = {"arrivals", "conversion", NULL};

/* "month,channel" as cuts. */
static int
parse_cuts(const char *text, unsigned *cuts, struct err *err)
{
    static const char *const words[] = {"store", "month", "channel"};
    for (const char *at = text; at && *at;) {
        size_t length = strcspn(at, ","), i = 0;
        while (i < 3 && (strlen(words[i]) != length || strncmp(words[i], at, length) != 0))
            i++;
        if (i == 3)
            return err_set(err, ERR_USAGE,
                           _("--by: %.*s: must be store, month or channel, or "
                             "several with commas"),
                           (int)length, at);
        *cuts |= 1u << i;
        at += length + (at[length] == ',');
    }
    return 0;
}

/* Without --from and --to: the twelve months up to the end of this one. */
static int
choose_window(const struct ctx *ctx, const struct show_args *args, struct kpi_query *query,
              struct err *err)
{
    int64_t next_month = day_add_months(day_month_start(zone_day(ctx->zone, ctx->as_of)), 1);
    query->to = args->to == OPT_UNSET ? next_month : args->to;
    query->from = args->from == OPT_UNSET ? day_add_months(query->to, -12) : args->from;
    if (query->from >= query->to)
        return err_set(err, ERR_USAGE,
                       _("--from: must be before --to, which is not part of the window"));
    return 0;
}

static int
read_setting(struct ctx *ctx, const char *name, int64_t *value, struct err *err)
{
    struct settings settings;
    struct packs packs = {ctx->config, ctx->share};
    if (settings_load(ctx->arena, &packs, &settings, err) < 0)
        return -1;
    const struct setting *setting = setting_find(&settings, name, err);
    int64_t store = ctx->store_id > 0 ? ctx->store_id : 0;
    return setting ? setting_int(ctx->db, ctx->arena, setting, store, value, err) : -1;
}

static int
make_query(struct ctx *ctx, const struct show_args *args, struct kpi_query *query, struct err *err)
{
    *query = (struct kpi_query){
        .metric = strcmp(args->metric, "arrivals") == 0 ? KPI_ARRIVALS : KPI_CONVERSION,
        .store_id = ctx->store ? &ctx->store_id : NULL,
    };
    if (parse_cuts(args->by, &query->cuts, err) < 0 || choose_window(ctx, args, query, err) < 0 ||
        read_setting(ctx, "kpi.deal_threshold_fen", &query->threshold_fen, err) < 0 ||
        read_setting(ctx, "kpi.conversion_days", &query->days, err) < 0 ||
        read_setting(ctx, "kpi.few", &query->few, err) < 0)
        return -1;
    if (args->days != OPT_UNSET)
        query->days = args->days;
    return query->days >= 0 && query->days <= 365
               ? 0
               : err_set(err, ERR_USAGE, _("--days: must be from 0 to 365"));
}

static int
known_metric(const char *metric, struct err *err)
{
    size_t count = 0;
    for (; metrics[count]; count++)
        if (strcmp(metrics[count], metric) == 0)
            return 0;
    const char *near = str_nearest(metric, metrics, count);
    return err_set(err, ERR_USAGE, _("%s: no such metric; there are %s and %s%s%s"), metric,
                   metrics[0], metrics[1], near ? _("; did you mean ") : "", near ? near : "");
}

static int
kpi_show(struct ctx *ctx, void *data, struct err *err)
{
    const struct show_args *args = data;
    struct kpi_query query;
    struct kpi_columns columns;
    int64_t rows = 0;
    if (known_metric(args->metric, err) < 0 || make_query(ctx, args, &query, err) < 0)
        return -1;
    kpi_columns(&query, &columns);
    struct out *out = cli_out(ctx, columns.columns, columns.count);
    int result = kpi_rows(ctx->db, &query, out, &rows, err);
    if (result == 0)
        result = out_end(out, err);
    out_free(out);
    if (result == 0 && rows == 0)
        cli_say(ctx, _("no records in this window"));
    return result < 0 ? -1 : rows > 0 && ctx->exit_rows;
}

static const struct opt show_options[] = {
    {'b', "by", OPT_TEXT, offsetof(struct show_args, by), "CUTS",
     N_("store, month, channel, or several with commas"), NULL},
    {'f', "from", OPT_DAY, offsetof(struct show_args, from), "DAY", N_("first day"), NULL},
    {'t', "to", OPT_DAY, offsetof(struct show_args, to), "DAY", N_("the day after the last"), NULL},
    {0, "days", OPT_INT, offsetof(struct show_args, days), "DAYS",
     N_("conversion: a deal within so many days counts (kpi.conversion_days)"), NULL},
    {0},
};
static const struct operand show_operands[] = {
    {"METRIC", false, false, offsetof(struct show_args, metric), N_("arrivals or conversion"),
     NULL},
    {0},
};

static const struct verb verbs[] = {
    {.name = "show",
     .summary = N_("print a metric, cut by store, month or channel"),
     .mode = DB_READ,
     .run = kpi_show,
     .args_size = sizeof(struct show_args),
     .options = show_options,
     .operands = show_operands,
     .flags = VERB_EXIT_ROWS | VERB_OF_STORE,
     .examples =
         (const char *const[]){
             "medi-kpi show arrivals --by month,channel --from 2026-07-01 --to 2026-10-01",
             "medi-kpi show conversion --by channel -o csv", NULL}},
    {.name = NULL},
};

static const struct tool tool = {
    .name = "medi-kpi",
    .summary = N_("print figures from the records"),
    .verbs = verbs,
};

int
main(int argc, char **argv)
{
    return cli_main(&tool, argc, argv);
}
