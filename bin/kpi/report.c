/* The director's page. */
#include "base/day.h"
#include "bin/kpi/report.h"
#include "cli/language.h"
#include "report/report.h"

/* Without a window: the last month that is over. */
static int
choose_window(const struct ctx *ctx, const struct report_args *args, struct report_ask *ask,
              struct err *err)
{
    int64_t month = day_month_start(zone_day(ctx->zone, ctx->as_of));
    if (args->month != OPT_UNSET && (args->from != OPT_UNSET || args->to != OPT_UNSET))
        return err_set(err, ERR_USAGE, _("--month: without --from and --to"));
    ask->from = args->month != OPT_UNSET  ? day_month_start(args->month)
                : args->from != OPT_UNSET ? args->from
                                          : day_add_months(month, -1);
    ask->to = args->month != OPT_UNSET ? day_add_months(ask->from, 1)
              : args->to != OPT_UNSET  ? args->to
                                       : day_add_months(day_month_start(ask->from), 1);
    return ask->from < ask->to
               ? 0
               : err_set(err, ERR_USAGE,
                         _("--from: must be before --to, which is not part of the window"));
}

int
cmd_report(struct ctx *ctx, void *data, struct err *err)
{
    struct report_args *args = data;
    const struct packs packs = {ctx->config, ctx->share};
    struct report_ask ask = {.store_id = ctx->store ? &ctx->store_id : NULL,
                             .store = ctx->store ? ctx->store : _("The chain"),
                             .zone = ctx->zone,
                             .today = zone_day(ctx->zone, ctx->as_of),
                             .now = ctx->now,
                             .zh = ctx->zh,
                             .heading = language_heading};
    struct kpi_layer layer;
    struct page page;
    if (ctx->format_given && !ctx->page)
        return err_set(err, ERR_USAGE, _("-o: a report is html"));
    if (choose_window(ctx, args, &ask, err) < 0 ||
        kpi_layer_open(&layer, ctx->db, ctx->arena, &packs, ctx->store_id > 0 ? ctx->store_id : 0,
                       err) < 0 ||
        report_build(&layer, &ask, &page, err) < 0)
        return -1;
    struct str out = STR_INIT;
    page_write(&out, &page);
    fwrite(out.text, 1, out.length, ctx->stream);
    str_release(&out);
    return 0;
}

const struct opt report_options[] = {
    {'m', "month", OPT_DAY, offsetof(struct report_args, month), "MONTH",
     N_("this month, as 2026-08 (the last one that is over)"), NULL},
    {'f', "from", OPT_DAY, offsetof(struct report_args, from), "DAY", N_("first day"), NULL},
    {'t', "to", OPT_DAY, offsetof(struct report_args, to), "DAY", N_("the day after the last"),
     NULL},
    {0},
};
