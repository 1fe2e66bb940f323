/* medi-stock forecast ITEM: what stores used of an item, week by week, as lib/purchase gathers it
 * for a plan. */
#include <math.h>

#include "base/day.h"
#include "bin/stock/verbs.h"
#include "purchase/gather.h"

/* A store's course of an item. */
struct demand {
    struct series series;
    int64_t first; /* the first day of its first week */
};
typedef int demand_seen(void *context, const struct demand *demand, struct err *err);

static int
see_store(struct ctx *ctx, const char *item, const struct gathered *store, int64_t today,
          demand_seen *seen, void *context, struct err *err)
{
    const struct planner_store *plan = &store->plan;
    double *weekly = arena_array(ctx->arena, (size_t)plan->weeks + 1, sizeof *weekly);
    planner_demand(plan, weekly);
    const struct demand demand = {
        {arena_printf(ctx->arena, "%s:%s", item, store->store), weekly, plan->weeks},
        today - (int64_t)plan->weeks * PLANNER_WEEK};
    return seen(context, &demand, err);
}

static int
each_store(struct ctx *ctx, const struct opt_list *items, demand_seen *seen, void *context,
           struct err *err)
{
    int64_t store_id = 0, today = zone_day(ctx->zone, ctx->as_of);
    const struct gather_when when = {ctx->as_of, today, ctx->zone};
    if (ctx->store && cli_store_id(ctx, &store_id, err) < 0)
        return -1;
    for (int i = 0; i < items->count; i++) {
        struct stock_item item;
        struct gathered *stores;
        int count;
        if (stock_item_find(ctx->db, ctx->arena, items->items[i], &item, err) < 0 ||
            gather_stores(ctx->db, ctx->arena, item.id, store_id, &when, 1, &stores, &count, err) <
                0)
            return -1;
        if (count == 0)
            return err_set(err, ERR_DATA, _("%s: nothing of it was there by then"), item.code);
        for (int k = 0; k < count; k++)
            if (see_store(ctx, item.code, &stores[k], today, seen, context, err) < 0)
                return -1;
    }
    return 0;
}

/* ---- for forecasts ---- */

struct passing {
    series_seen *seen;
    void *context;
};

static int
pass(void *context, const struct demand *demand, struct err *err)
{
    const struct passing *passing = context;
    return passing->seen(passing->context, &demand->series, err);
}

int
demand_each(struct ctx *ctx, const struct opt_list *items, series_seen *seen, void *context,
            struct err *err)
{
    struct passing passing = {seen, context};
    return each_store(ctx, items, pass, &passing, err);
}

/* ---- as it is ---- */

/* A week that begins on any day has the name of the ISO week of that day: they follow one another
 * as these do. */
static int
print_weeks(void *context, const struct demand *demand, struct err *err)
{
    struct out *out = context;
    const struct series *series = &demand->series;
    char week[16];
    for (int i = 0; i < series->n; i++) {
        day_format_week(demand->first + (int64_t)i * PLANNER_WEEK, week);
        const struct db_value row[] = {db_text(series->id), db_text(week),
                                       isnan(series->y[i]) ? db_null()
                                                           : db_int(llround(series->y[i] * 1e6))};
        if (out_row(out, row, err) < 0)
            return -1;
    }
    return 0;
}

int
demand_print(struct ctx *ctx, const struct opt_list *items, struct err *err)
{
    static const struct out_column columns[] = {
        {"id", NULL, OUT_TEXT}, {"period", NULL, OUT_TEXT}, {"value", NULL, OUT_DECIMAL}};
    if (items->count == 0)
        return err_set(err, ERR_USAGE, _("--history: of which item?"));
    struct out *out = cli_out(ctx, columns, 3);
    int result = each_store(ctx, items, print_weeks, out, err);
    if (result == 0)
        result = out_end(out, err);
    out_free(out);
    return result;
}
