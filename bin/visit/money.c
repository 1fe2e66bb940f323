/* Payments and refunds. */
#include <string.h>

#include "record/code.h"
#include "setting/setting.h"
#include "bin/visit/sell.h"
#include "visit/journey.h"

/* ---- payments ---------------------------------------------------------------------------------------- */

static int
log_payment(struct ctx *ctx, int64_t store_id, const char *order,
            const struct sell_payment *payment, struct err *err)
{
    return cli_log(
        ctx, store_id, arena_printf(ctx->arena, "payment %s %s", ctx->store, payment->code),
        arena_printf(ctx->arena, "%s of %s for %s, %lld balances", payment->kind,
                     sell_yuan(ctx, payment->amount_fen), order, (long long)payment->balances),
        err);
}

static int
pay_contract(struct ctx *ctx, const struct pay_args *args, struct sell_payment *payment,
             struct err *err)
{
    struct sell_order order;
    if (args->voucher)
        return err_set(err, ERR_USAGE,
                       _("--voucher: counts when the contract is drafted: medi-visit contract "
                         "draft --voucher"));
    if (args->client || args->project)
        return err_set(err, ERR_USAGE,
                       _("a contract says whose and what for; leave --client and "
                         "--project out"));
    return sell_find_contract(ctx, args->contract, &order, err) < 0 ||
                   sell_pay(ctx->db, ctx->arena, &order, payment, err) < 0
               ? -1
               : log_payment(ctx, order.store_id, order.code, payment, err);
}

static const char *
low_line(struct ctx *ctx, const struct pay_args *args, const struct sell_line *line)
{
    return arena_printf(ctx->arena, "%s: sale %s*%lld for %s, floor %s", args->client, line->code,
                        (long long)line->quantity, sell_yuan(ctx, line->amount_fen),
                        sell_yuan(ctx, line->floor_fen));
}

/* What it costs by the list if no amount was said. */
static int
know_line(struct ctx *ctx, const struct pay_args *args, const struct sell_terms *terms,
          struct sell_payment *payment, struct sell_line *line, struct err *err)
{
    *line = (struct sell_line){.code = args->project,
                               .quantity = args->quantity == OPT_UNSET ? 1 : args->quantity,
                               .amount_fen = payment->amount_fen,
                               .gift = strcmp(payment->class, "gift") == 0};
    if (line->quantity < 1)
        return err_set(err, ERR_USAGE, _("--quantity: must be at least 1"));
    if (sell_line_price(ctx->db, terms, line, err) < 0)
        return -1;
    payment->amount_fen = line->amount_fen;
    return sell_line_low(line) && cli_second(ctx, "visit.discount", low_line(ctx, args, line),
                                             args->reason, err) < 0
               ? -1
               : 0;
}

static int
use_voucher(struct ctx *ctx, const struct pay_args *args, const struct sell_terms *terms,
            struct sell_payment *payment, struct sell_line *line, struct err *err)
{
    if (!args->project)
        return err_set(err, ERR_USAGE, _("--voucher: a deposit does not cost less by it"));
    if (!payment->code && code_make(ctx->db, ctx->arena, "payment", terms->store_id, payment->day,
                                    &payment->code, err) < 0)
        return -1;
    const struct voucher_cut cut = {
        args->voucher, args->order ? args->order : payment->code, terms, payment->at, line, 1};
    if (sell_redeem(ctx, &cut, err) < 0)
        return -1;
    payment->amount_fen = line->amount_fen;
    return 0;
}

static int
pay_direct(struct ctx *ctx, const struct pay_args *args, struct sell_payment *payment,
           struct err *err)
{
    struct sell_terms terms = {.day = payment->day};
    struct sell_direct direct = {.order = args->order};
    struct journey_visit visit;
    struct sell_line line;
    if (cli_store_id(ctx, &terms.store_id, err) < 0 ||
        journey_client(ctx->db, args->client, &terms.client_id, &terms.channel_id, err) < 0)
        return -1;
    if (args->visit) {
        if (journey_visit(ctx->db, ctx->arena, terms.store_id, args->visit, &visit, err) < 0)
            return -1;
        if (visit.client_id != terms.client_id)
            return err_set(err, ERR_DATA, _("visit %s: is of another client, %s"), args->visit,
                           visit.client);
        direct.visit_id = visit.id;
        terms.channel_id = visit.channel_id;
    }
    if (args->project && know_line(ctx, args, &terms, payment, &line, err) < 0)
        return -1;
    if (args->voucher && use_voucher(ctx, args, &terms, payment, &line, err) < 0)
        return -1;
    direct.store_id = terms.store_id;
    direct.client_id = terms.client_id;
    direct.line = args->project ? &line : NULL;
    if (journey_staff(ctx, args->consultant, &direct.consultant, err) < 0 ||
        sell_pay_direct(ctx->db, ctx->arena, &direct, payment, err) < 0)
        return -1;
    return log_payment(ctx, direct.store_id, direct.order, payment, err);
}

static int
check_pay(const struct pay_args *args, struct err *err)
{
    if (!args->contract && !args->client)
        return err_set(err, ERR_USAGE, _("what for? give the CONTRACT, or --client"));
    if (!args->contract && !args->project && !args->deposit)
        return err_set(err, ERR_USAGE, _("what for? give --project, or --deposit"));
    if (args->amount == OPT_UNSET && (args->contract || !args->project))
        return err_set(err, ERR_USAGE, _("--amount: is missing"));
    return 0;
}

int
cmd_pay(struct ctx *ctx, void *data, struct err *err)
{
    const struct pay_args *args = data;
    struct sell_payment payment = {.code = args->code,
                                   .kind = args->deposit ? "deposit" : "payment",
                                   .class = args->class ? args->class : "sale",
                                   .method = args->method,
                                   .note = args->note,
                                   .amount_fen =
                                       args->amount == OPT_UNSET ? SELL_NOT_SAID : args->amount};
    if (check_pay(args, err) < 0 || journey_now(ctx, args->at, &payment.at, err) < 0)
        return -1;
    payment.day = zone_day(ctx->zone, payment.at);
    int result = args->contract ? pay_contract(ctx, args, &payment, err)
                                : pay_direct(ctx, args, &payment, err);
    return result < 0 ? -1 : sell_say_code(ctx, payment.code, err);
}

/* ---- refunds ----------------------------------------------------------------------------------------- */

/* All that was given back for an order counts, so that several small ones are as good as a large one. */
static int
ask_second(struct ctx *ctx, const struct sell_refund *refund, struct err *err)
{
    static const struct setting alone = {.name = "visit.refund_alone_fen", .fallback = "500000"};
    int64_t most;
    if (setting_int(ctx->db, ctx->arena, &alone, refund->store_id, &most, err) < 0)
        return -1;
    if (refund->given_before_fen + refund->given_fen <= most)
        return 0;
    const char *subject = arena_printf(
        ctx->arena, "refund %s: %s to %s, of %s paid, %s given back before, %lld units",
        refund->order, sell_yuan(ctx, refund->given_fen), refund->client,
        sell_yuan(ctx, refund->paid_fen), sell_yuan(ctx, refund->given_before_fen),
        (long long)refund->units);
    return cli_second(ctx, "visit.refund", subject, refund->reason, err) < 0 ? -1 : 0;
}

int
cmd_refund(struct ctx *ctx, void *data, struct err *err)
{
    const struct refund_args *args = data;
    struct sell_refund refund = {.order = args->order,
                                 .code = args->code,
                                 .reason = args->reason,
                                 .method = args->method,
                                 .amount_fen =
                                     args->amount == OPT_UNSET ? SELL_NOT_SAID : args->amount,
                                 .returns = args->returns.items,
                                 .return_count = args->returns.count};
    if (!args->reason)
        return err_set(err, ERR_USAGE, _("--reason: say why"));
    if (cli_store_id(ctx, &refund.store_id, err) < 0 ||
        journey_now(ctx, args->at, &refund.at, err) < 0)
        return -1;
    if (args->amount != OPT_UNSET && args->amount < 0)
        return err_set(err, ERR_USAGE, _("--amount: cannot be below zero"));
    refund.day = zone_day(ctx->zone, refund.at);
    if (sell_refund(ctx->db, ctx->arena, &refund, err) < 0 || ask_second(ctx, &refund, err) < 0)
        return -1;
    if (cli_log(ctx, refund.store_id,
                arena_printf(ctx->arena, "refund %s %s", ctx->store, refund.order),
                arena_printf(ctx->arena, "%s, %lld units: %s", sell_yuan(ctx, refund.given_fen),
                             (long long)refund.units, args->reason),
                err) < 0)
        return -1;
    return sell_say_code(ctx, refund.code, err);
}
