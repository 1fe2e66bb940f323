/* medi-stock plan: what to order now; and the offers that it goes by. */
#include <string.h>

#include "base/day.h"
#include "base/str.h"
#include "bin/stock/verbs.h"
#include "purchase/gather.h"

/* ---- offers ---------------------------------------------------------------------------------- */

int
cmd_offer_set(struct ctx *ctx, void *data, struct err *err)
{
    const struct offer_args *args = data;
    struct cli_record record;
    if (!args->supplier)
        return err_set(err, ERR_USAGE, _("%s: missing"), "--supplier");
    cli_record_init(&record, "offers", PUT_SET);
    cli_give(&record, "item", args->item);
    cli_give(&record, "supplier", args->supplier);
    cli_give_int(ctx, &record, "lead_days", args->lead);
    cli_give_int(ctx, &record, "pack", args->pack);
    cli_give_int(ctx, &record, "minimum", args->minimum);
    cli_give_int(ctx, &record, "price_fen", args->price);
    cli_give_int(ctx, &record, "shelf_days", args->shelf);
    cli_give(&record, "active",
             args->active ? (strcmp(args->active, "yes") == 0 ? "1" : "0") : NULL);
    return supply_done(ctx, args->item, cli_put(ctx, &record, err));
}

/* ---- plan ------------------------------------------------------------------------------------ */

static const struct out_column columns[] = {
    {"supplier", NULL, OUT_TEXT},      {"item", NULL, OUT_TEXT},
    {"name", NULL, OUT_TEXT},          {"store", NULL, OUT_TEXT},
    {"quantity", NULL, OUT_INT},       {"unit", NULL, OUT_TEXT},
    {"order", NULL, OUT_INT},          {"packs", NULL, OUT_INT},
    {"cost_fen", NULL, OUT_FEN},       {"demand", NULL, OUT_INT},
    {"demand_high", NULL, OUT_INT},    {"supply", NULL, OUT_INT},
    {"wasted", NULL, OUT_INT},         {"wanted", NULL, OUT_INT},
    {"early_permille", NULL, OUT_INT}, {"short_permille", NULL, OUT_INT},
    {"bounded_by", NULL, OUT_TEXT},    {"method", NULL, OUT_TEXT},
    {"why", NULL, OUT_TEXT},
};
enum { COLUMNS = sizeof columns / sizeof *columns, MILLE = 1000, REVIEW_MOST = 365 };

struct planned {
    const struct gather_item *item;
    struct gathered *stores;
    struct forecast *forecasts;
    struct reorder_order order;
    struct reorder_terms terms;
    int count;
};

struct planning {
    struct ctx *ctx;
    int64_t store_id; /* 0: all together */
    int64_t review, service, weight;
    struct planned *planned;
    struct reorder_item *orders;
    int count;
    bool all;
};

static int
number_of(struct planning *planning, int64_t given, const char *option, const char *setting,
          int64_t least, int64_t most, int64_t *value, struct err *err)
{
    *value = given;
    if (given == OPT_UNSET)
        return cli_setting(planning->ctx, setting, planning->store_id, value, err);
    return given >= least && given <= most ? 0
                                           : err_set(err, ERR_USAGE, _("%s: expected %lld to %lld"),
                                                     option, (long long)least, (long long)most);
}

static int
read_terms(struct planning *planning, const struct plan_args *args, struct err *err)
{
    if (args->budget != OPT_UNSET && args->budget < 0)
        return err_set(err, ERR_USAGE, _("--budget: must not be below zero"));
    return number_of(planning, args->review, "--review", "stock.review_days", 1, REVIEW_MOST,
                     &planning->review, err) < 0 ||
                   number_of(planning, args->service, "--service", "stock.service_permille", 500,
                             MILLE - 1, &planning->service, err) < 0
               ? -1
               : number_of(planning, OPT_UNSET, "", "stock.missed_weight", 0, MILLE,
                           &planning->weight, err);
}

static int
plan_item(struct planning *planning, const struct gather_item *item, struct err *err)
{
    struct ctx *ctx = planning->ctx;
    struct planned *planned = &planning->planned[planning->count];
    struct planner_store *stores;
    *planned = (struct planned){
        .item = item,
        .terms = {.lead_days = (int)item->lead_days,
                  .review_days = (int)planning->review,
                  .shelf_days = item->shelf_days > REVIEW_MOST * 10 ? 0 : (int)item->shelf_days,
                  .service = (int)planning->service,
                  .weight = (int)planning->weight,
                  .pack = item->pack,
                  .minimum = item->minimum,
                  .step = item->vial_size > 0 && item->pack % item->vial_size == 0 ? item->vial_size
                                                                                   : 1}};
    const struct gather_when when = {ctx->as_of, zone_day(ctx->zone, ctx->as_of), ctx->zone};
    if (gather_stores(ctx->db, ctx->arena, item->id, planning->store_id, &when,
                      planner_horizon(&planned->terms), &planned->stores, &planned->count, err) < 0)
        return -1;
    if (planned->count == 0)
        return 0;
    stores = arena_array(ctx->arena, (size_t)planned->count, sizeof *stores);
    planned->forecasts =
        arena_array(ctx->arena, (size_t)planned->count, sizeof *planned->forecasts);
    for (int i = 0; i < planned->count; i++)
        stores[i] = planned->stores[i].plan;
    planner_order(stores, planned->count, &planned->terms, ctx->arena, &planned->order,
                  planned->forecasts);
    planning->orders[planning->count++] =
        (struct reorder_item){&planned->order, &planned->terms, item->price_fen};
    return 0;
}

/* The figures of a line in words. */
static const char *
why(struct planning *planning, const struct planned *planned, const struct reorder_line *line)
{
    struct str words = {0};
    const char *text;
    str_addf(&words, _("in %d days about %lld is needed, with %d.%d %% no more than %lld"),
             planned->terms.lead_days + planned->terms.review_days, (long long)line->demand_mean,
             planned->terms.service / 10, planned->terms.service % 10,
             (long long)line->demand_high);
    str_addf(&words, _("; there is %lld"), (long long)line->supply);
    if (line->wasted > 0)
        str_addf(&words, _(", of which %lld expires unused"), (long long)line->wasted);
    str_addf(&words, _("; %lld is lacking"), (long long)line->wanted);
    if (planned->count > 1 && planned->order.separate > planned->order.wanted)
        str_addf(&words, _("; all stores together lack %lld, and not %lld"),
                 (long long)planned->order.wanted, (long long)planned->order.separate);
    if (line->early > 0)
        str_addf(&words, _("; until it comes it is short with %d.%d %%"), line->early / 10,
                 line->early % 10);
    text = arena_strdup(planning->ctx->arena, words.text);
    str_release(&words);
    return text;
}

static int
give_line(struct planning *planning, const struct planned *planned, int i, struct out *out,
          struct err *err)
{
    const struct reorder_line *line = &planned->order.lines[i];
    const struct gather_item *item = planned->item;
    int64_t packs = planned->order.quantity / item->pack;
    const struct db_value row[COLUMNS] = {
        db_text(item->supplier),
        db_text(item->code),
        db_text(item->name),
        db_text(planned->stores[i].store),
        db_int(line->quantity),
        db_text(item->unit),
        db_int(planned->order.quantity),
        db_int(packs),
        db_int(packs * item->price_fen),
        db_int(line->demand_mean),
        db_int(line->demand_high),
        db_int(line->supply),
        db_int(line->wasted),
        db_int(line->wanted),
        db_int(line->early),
        db_int(line->short_after),
        db_text(reorder_limit_name(planned->order.limit)),
        db_text(forecast_method_name(planned->forecasts[i].method)),
        db_text(why(planning, planned, line)),
    };
    return out_row(out, row, err);
}

static int64_t
give_all(struct planning *planning, struct err *err)
{
    struct out *out = cli_out(planning->ctx, columns, COLUMNS);
    int64_t rows = 0;
    for (int k = 0; k < planning->count && rows >= 0; k++) {
        const struct planned *planned = &planning->planned[k];
        if (planned->order.quantity == 0 && planned->order.wanted == 0 && !planning->all)
            continue;
        for (int i = 0; i < planned->count && rows >= 0; i++)
            rows = give_line(planning, planned, i, out, err) < 0 ? -1 : rows + 1;
    }
    if (rows >= 0 && out_end(out, err) < 0)
        rows = -1;
    out_free(out);
    return rows;
}

static const char *
list_of(struct ctx *ctx, const struct opt_list *list)
{
    struct str codes = {0};
    const char *text;
    if (list->count == 0)
        return NULL;
    str_addc(&codes, ',');
    for (int i = 0; i < list->count; i++)
        str_addf(&codes, "%s,", list->items[i]);
    text = arena_strdup(ctx->arena, codes.text);
    str_release(&codes);
    return text;
}

/* An item that was named and that nobody offers is an error, and not nothing to order. */
static int
check_named(const struct opt_list *named, const struct gather_item *items, int count,
            struct err *err)
{
    for (int i = 0; i < named->count; i++) {
        bool found = false;
        for (int k = 0; k < count && !found; k++)
            found = strcmp(named->items[i], items[k].code) == 0;
        if (!found)
            return err_set(err, ERR_DATA,
                           _("%s: nobody offers it; say who does: medi-stock offer set %s"),
                           named->items[i], named->items[i]);
    }
    return 0;
}

int
cmd_plan(struct ctx *ctx, void *data, struct err *err)
{
    const struct plan_args *args = data;
    struct planning planning = {.ctx = ctx, .all = args->all};
    struct gather_item *items;
    int count;
    int64_t rows;
    if (ctx->store && cli_store_id(ctx, &planning.store_id, err) < 0)
        return -1;
    if (read_terms(&planning, args, err) < 0 ||
        gather_items(ctx->db, ctx->arena, list_of(ctx, &args->items), args->supplier, &items,
                     &count, err) < 0 ||
        check_named(&args->items, items, count, err) < 0)
        return -1;
    planning.planned = arena_array(ctx->arena, (size_t)count + 1, sizeof *planning.planned);
    planning.orders = arena_array(ctx->arena, (size_t)count + 1, sizeof *planning.orders);
    for (int i = 0; i < count; i++)
        if (plan_item(&planning, &items[i], err) < 0)
            return -1;
    if (args->budget != OPT_UNSET)
        reorder_within(planning.orders, planning.count, args->budget);
    rows = give_all(&planning, err);
    return rows < 0 ? -1 : rows > 0 && ctx->exit_rows;
}
