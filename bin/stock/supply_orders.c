/* Orders to suppliers: drafted, approved, closed or cancelled. */
#include <string.h>

#include "base/money.h"
#include "bin/stock/verbs_supply.h"
#include "record/code.h"

static const char *
yuan(struct ctx *ctx, int64_t fen)
{
    char text[32];
    money_format(fen, text);
    return arena_strdup(ctx->arena, text);
}

static int
find_order(struct ctx *ctx, const char *code, struct order *order, struct err *err)
{
    int64_t store_id;
    return cli_store_id(ctx, &store_id, err) < 0
               ? -1
               : order_find(ctx->db, ctx->arena, store_id, code, order, err);
}

/* ---- drafts ---------------------------------------------------------------------------------- */

/* Everything that is ordered may be bought there on that day. */
static int
check_supplier(struct ctx *ctx, const struct order *order, int64_t day, struct err *err)
{
    const struct packs packs = supply_packs(ctx);
    struct paper_rules rules;
    const struct supply_item **items =
        arena_array(ctx->arena, (size_t)order->count + 1, sizeof *items);
    for (int i = 0; i < order->count; i++)
        items[i] = &order->lines[i].item;
    return paper_rules_load(ctx->arena, &packs, ctx->zh, &rules, err) < 0
               ? -1
               : supplier_qualified(ctx->db, ctx->arena, &rules, &order->supplier, items,
                                    order->count, day, err);
}

static int
put_lines(struct ctx *ctx, const struct opt_list *lines, struct order *order, struct err *err)
{
    for (int i = 0; i < lines->count; i++) {
        struct order_line line;
        if (order_line_parse(ctx->db, ctx->arena, zone_day(ctx->zone, ctx->now), lines->items[i],
                             &line, err) < 0 ||
            order_put_line(ctx->db, order, &line, err) < 0 ||
            order_find(ctx->db, ctx->arena, order->store_id, order->code, order, err) < 0)
            return -1;
    }
    return 0;
}

static int
new_draft(struct ctx *ctx, const struct order_args *args, struct order_draft *draft,
          struct err *err)
{
    struct supplier supplier;
    *draft = (struct order_draft){.at = ctx->now,
                                  .day = zone_day(ctx->zone, ctx->now),
                                  .due_on = args->due,
                                  .code = args->code,
                                  .by = cli_actor(ctx),
                                  .note = args->note};
    if (cli_store_id(ctx, &draft->store_id, err) < 0 ||
        supplier_find(ctx->db, ctx->arena, args->supplier, &supplier, err) < 0)
        return -1;
    draft->supplier_id = supplier.id;
    if (draft->due_on != OPT_UNSET && draft->due_on < draft->day)
        return err_set(err, ERR_DATA, _("--due: lies back"));
    if (!draft->code)
        return code_make(ctx->db, ctx->arena, "purchase", draft->store_id, draft->day, &draft->code,
                         err);
    struct order there;
    struct err none;
    return order_find(ctx->db, ctx->arena, draft->store_id, draft->code, &there, &none) < 0
               ? 0
               : err_set(err, ERR_DATA, _("%s: there already"), draft->code);
}

int
cmd_order_add(struct ctx *ctx, void *data, struct err *err)
{
    const struct order_args *args = data;
    struct order_draft draft;
    struct order order;
    int64_t id;
    if (args->lines.count == 0)
        return err_set(err, ERR_USAGE, _("--line: what is ordered?"));
    if (new_draft(ctx, args, &draft, err) < 0 || order_add(ctx->db, &draft, &id, err) < 0 ||
        order_find(ctx->db, ctx->arena, draft.store_id, draft.code, &order, err) < 0 ||
        put_lines(ctx, &args->lines, &order, err) < 0 || order_sum(ctx->db, &order, err) < 0 ||
        check_supplier(ctx, &order, draft.day, err) < 0)
        return -1;
    return supply_say(ctx, draft.store_id, "purchase", draft.code,
                      arena_printf(ctx->arena, "drafted: %s, %s", order.supplier.code,
                                   yuan(ctx, order.amount_fen)),
                      err);
}

static int
edit_head(struct ctx *ctx, const struct order_args *args, const struct order *order,
          struct err *err)
{
    struct cli_record record;
    if (!args->note && args->due == OPT_UNSET)
        return 0;
    cli_record_init(&record, "purchases", PUT_EDIT);
    cli_give(&record, "code", order->code);
    cli_give(&record, "note", args->note);
    cli_give_day(ctx, &record, "due_on", args->due);
    return cli_put(ctx, &record, err);
}

int
cmd_order_edit(struct ctx *ctx, void *data, struct err *err)
{
    const struct order_args *args = data;
    struct order order;
    if (find_order(ctx, args->order, &order, err) < 0 || order_in_state(&order, "draft", err) < 0 ||
        edit_head(ctx, args, &order, err) < 0)
        return -1;
    if (args->lines.count + args->drop.count == 0)
        return 0;
    for (int i = 0; i < args->drop.count; i++)
        if (order_drop_line(ctx->db, &order, args->drop.items[i], err) < 0)
            return -1;
    if (order_find(ctx->db, ctx->arena, order.store_id, order.code, &order, err) < 0 ||
        put_lines(ctx, &args->lines, &order, err) < 0 || order_sum(ctx->db, &order, err) < 0 ||
        check_supplier(ctx, &order, zone_day(ctx->zone, ctx->now), err) < 0)
        return -1;
    return cli_log(ctx, order.store_id,
                   arena_printf(ctx->arena, "purchase %s %s", ctx->store, order.code),
                   arena_printf(ctx->arena, "edited: %s", yuan(ctx, order.amount_fen)), err);
}

/* ---- its way --------------------------------------------------------------------------------- */

/* The consent is to this supplier, these lines and this sum. */
static const char *
order_subject(struct ctx *ctx, const struct order *order)
{
    const char *text = arena_printf(ctx->arena, "%s %s %s %s:", ctx->store, order->code,
                                    order->supplier.code, yuan(ctx, order->amount_fen));
    for (int i = 0; i < order->count; i++)
        text = arena_printf(ctx->arena, "%s%s %s %lld for %s", text, i ? ";" : "",
                            order->lines[i].item.code, (long long)order->lines[i].quantity,
                            yuan(ctx, order->lines[i].amount_fen));
    return text;
}

int
cmd_order_approve(struct ctx *ctx, void *data, struct err *err)
{
    const struct order_args *args = data;
    struct order order;
    int64_t alone;
    if (find_order(ctx, args->order, &order, err) < 0 || order_in_state(&order, "draft", err) < 0)
        return -1;
    if (order.count == 0)
        return err_set(err, ERR_DATA, _("%s: orders nothing"), order.code);
    if (check_supplier(ctx, &order, zone_day(ctx->zone, ctx->now), err) < 0 ||
        cli_setting(ctx, "stock.order_alone_fen", order.store_id, &alone, err) < 0)
        return -1;
    if (order.amount_fen > alone &&
        cli_second(ctx, "stock.order", order_subject(ctx, &order), args->reason, err) < 0)
        return -1;
    return order_approve(ctx->db, &order, cli_actor(ctx), ctx->now, err) < 0
               ? -1
               : cli_log(ctx, order.store_id,
                         arena_printf(ctx->arena, "purchase %s %s", ctx->store, order.code),
                         arena_printf(ctx->arena, "approved: %s", yuan(ctx, order.amount_fen)),
                         err);
}

static bool
has_received(const struct order *order)
{
    for (int i = 0; i < order->count; i++)
        if (order->lines[i].received)
            return true;
    return false;
}

static int
end_order(struct ctx *ctx, const struct order *order, const char *state, const char *reason,
          struct err *err)
{
    if (!reason)
        return err_set(err, ERR_USAGE, _("--reason: say why"));
    return order_end(ctx->db, order, state, ctx->now, reason, err) < 0
               ? -1
               : cli_log(ctx, order->store_id,
                         arena_printf(ctx->arena, "purchase %s %s", ctx->store, order->code),
                         arena_printf(ctx->arena, "%s: %s", state, reason), err);
}

int
cmd_order_cancel(struct ctx *ctx, void *data, struct err *err)
{
    const struct order_args *args = data;
    struct order order;
    if (find_order(ctx, args->order, &order, err) < 0 ||
        (strcmp(order.state, "draft") != 0 && order_in_state(&order, "approved", err) < 0))
        return -1;
    if (has_received(&order))
        return err_set(err, ERR_DATA,
                       _("%s: some of it has come; close it instead: medi-stock order "
                         "close %s"),
                       order.code, order.code);
    return end_order(ctx, &order, "cancelled", args->reason, err);
}

int
cmd_order_close(struct ctx *ctx, void *data, struct err *err)
{
    const struct order_args *args = data;
    struct order order;
    if (find_order(ctx, args->order, &order, err) < 0 ||
        order_in_state(&order, "approved", err) < 0)
        return -1;
    return end_order(ctx, &order, "closed", args->reason, err);
}

int
cmd_order_show(struct ctx *ctx, void *data, struct err *err)
{
    const struct order_args *args = data;
    struct order order;
    return find_order(ctx, args->order, &order, err) < 0 ? -1 : cli_list(ctx, data, err);
}
