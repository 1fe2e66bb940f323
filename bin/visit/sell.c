/* Contracts, payments, refunds. */
#include <string.h>

#include "base/money.h"
#include "bin/visit/verbs.h"
#include "setting/setting.h"
#include "visit/catalogue.h"
#include "visit/journey.h"
#include "visit/sell.h"

static const char *
yuan(struct ctx *ctx, int64_t fen)
{
    char text[32];
    money_format(fen, text);
    return arena_strdup(ctx->arena, text);
}

/* ---- drafting ----------------------------------------------------------------------------------------- */

struct drafting {
    struct sell_terms terms;
    struct sell_line *lines;
    int count;
    int64_t visit_id, at;
    const char *client, *consultant;
};

/* The client by the visit or by name, and the channel whose prices hold. */
static int
know_terms(struct ctx *ctx, const struct draft_args *args, struct drafting *drafting,
           struct err *err)
{
    struct sell_terms *terms = &drafting->terms;
    struct journey_visit visit;
    if (cli_store_id(ctx, &terms->store_id, err) < 0 ||
        journey_now(ctx, args->at, &drafting->at, err) < 0)
        return -1;
    terms->day = zone_day(ctx->zone, drafting->at);
    drafting->consultant = args->consultant;
    if (args->visit) {
        if (journey_visit(ctx->db, ctx->arena, terms->store_id, args->visit, &visit, err) < 0 ||
            journey_going_on(&visit, ctx->zone, drafting->at, err) < 0)
            return -1;
        drafting->visit_id = visit.id;
        drafting->client = visit.client;
        terms->client_id = visit.client_id;
        terms->channel_id = visit.channel_id;
        if (!drafting->consultant)
            drafting->consultant = visit.consultant;
    } else {
        if (!args->client)
            return err_set(err, ERR_USAGE, _("for whom? give --visit or --client"));
        drafting->client = args->client;
        if (journey_client(ctx->db, args->client, &terms->client_id, &terms->channel_id, err) < 0)
            return -1;
    }
    return args->channel ? catalogue_channel(ctx->db, args->channel, &terms->channel_id, err) : 0;
}

static int
add_lines(struct ctx *ctx, struct drafting *drafting, const struct opt_list *texts, bool package,
          bool gift, struct err *err)
{
    for (int i = 0; i < texts->count; i++) {
        struct sell_line *line = &drafting->lines[drafting->count++];
        if (sell_line_parse(ctx->arena, texts->items[i], package, gift, line, err) < 0 ||
            sell_line_price(ctx->db, &drafting->terms, line, err) < 0)
            return -1;
    }
    return 0;
}

static int
know_lines(struct ctx *ctx, const struct draft_args *args, struct drafting *drafting,
           struct err *err)
{
    int most = args->lines.count + args->packages.count + args->gifts.count;
    drafting->lines = arena_array(ctx->arena, (size_t)most, sizeof *drafting->lines);
    if (most > SELL_LINES_MOST)
        return err_set(err, ERR_USAGE, _("%d lines: at most %d in a contract"), most,
                       SELL_LINES_MOST);
    return add_lines(ctx, drafting, &args->lines, false, false, err) < 0 ||
                   add_lines(ctx, drafting, &args->packages, true, false, err) < 0
               ? -1
               : add_lines(ctx, drafting, &args->gifts, false, true, err);
}

/* What is sold below its floor, in words that the second person decides by; NULL: nothing is. */
static const char *
low_lines(struct ctx *ctx, const struct drafting *drafting)
{
    const char *words = NULL;
    for (int i = 0; i < drafting->count; i++) {
        const struct sell_line *line = &drafting->lines[i];
        if (sell_line_low(line))
            words = arena_printf(ctx->arena, "%s%s %s*%lld for %s, floor %s",
                                 words ? words : "contract", words ? ";" : "", line->code,
                                 (long long)line->quantity, yuan(ctx, line->amount_fen),
                                 yuan(ctx, line->floor_fen));
    }
    return words ? arena_printf(ctx->arena, "%s: %s", drafting->client, words) : NULL;
}

static int
say_code(struct ctx *ctx, const char *code, struct err *err)
{
    const struct cli_record record = {.code = code};
    return cli_say_record(ctx, &record, err);
}

int
cmd_contract_draft(struct ctx *ctx, void *data, struct err *err)
{
    const struct draft_args *args = data;
    struct drafting drafting = {0};
    struct sell_draft draft;
    const char *low;
    if (know_terms(ctx, args, &drafting, err) < 0 || know_lines(ctx, args, &drafting, err) < 0)
        return -1;
    if (!drafting.consultant && journey_staff(ctx, NULL, &drafting.consultant, err) < 0)
        return -1;
    draft = (struct sell_draft){.store_id = drafting.terms.store_id,
                                .client_id = drafting.terms.client_id,
                                .visit_id = drafting.visit_id,
                                .consultant = drafting.consultant,
                                .at = drafting.at,
                                .day = drafting.terms.day,
                                .code = args->code,
                                .by = cli_actor(ctx),
                                .note = args->note,
                                .lines = drafting.lines,
                                .count = drafting.count};
    if (args->plan && journey_plan_id(ctx->db, draft.store_id, draft.client_id, args->plan,
                                      &draft.plan_id, err) < 0)
        return -1;
    if ((low = low_lines(ctx, &drafting)) != NULL &&
        cli_second(ctx, "visit.discount", low, args->reason, err) < 0)
        return -1;
    if (sell_draft(ctx->db, ctx->arena, &draft, err) < 0 ||
        cli_log(ctx, draft.store_id,
                arena_printf(ctx->arena, "contract %s %s", ctx->store, draft.code),
                arena_printf(ctx->arena, "drafted: %s, list %s", yuan(ctx, draft.amount_fen),
                             yuan(ctx, draft.list_fen)),
                err) < 0)
        return -1;
    return say_code(ctx, draft.code, err);
}

/* ---- review, signature, end ------------------------------------------------------------------------------ */

static int
find_contract(struct ctx *ctx, const char *code, struct sell_order *order, struct err *err)
{
    int64_t store_id;
    return cli_store_id(ctx, &store_id, err) < 0
               ? -1
               : sell_contract(ctx->db, ctx->arena, store_id, code, order, err);
}

static int
log_contract(struct ctx *ctx, const struct sell_order *order, const char *what, struct err *err)
{
    return cli_log(ctx, order->store_id,
                   arena_printf(ctx->arena, "contract %s %s", ctx->store, order->code), what, err);
}

int
cmd_contract_review(struct ctx *ctx, void *data, struct err *err)
{
    const struct contract_args *args = data;
    struct sell_order order;
    const char *staff;
    int64_t at;
    if (find_contract(ctx, args->contract, &order, err) < 0 ||
        journey_now(ctx, args->at, &at, err) < 0 ||
        journey_staff(ctx, args->staff, &staff, err) < 0)
        return -1;
    if (!staff)
        return err_set(err, ERR_USAGE,
                       _("--staff: who reviewed it? your account is nobody's of the staff"));
    return sell_review(ctx->db, &order, staff, cli_actor(ctx), at, err) < 0
               ? -1
               : log_contract(ctx, &order, arena_printf(ctx->arena, "reviewed by %s", staff), err);
}

int
cmd_contract_sign(struct ctx *ctx, void *data, struct err *err)
{
    const struct contract_args *args = data;
    struct sell_order order;
    struct sell_signature signature = {.signer = args->signer ? args->signer : "client",
                                       .proof = args->proof};
    if (!args->proof)
        return err_set(err, ERR_USAGE, _("--proof: where does the signed paper lie?"));
    if (find_contract(ctx, args->contract, &order, err) < 0 ||
        journey_now(ctx, args->at, &signature.at, err) < 0)
        return -1;
    signature.day = zone_day(ctx->zone, signature.at);
    return sell_sign(ctx->db, ctx->arena, &order, &signature, err) < 0
               ? -1
               : log_contract(ctx, &order,
                              arena_printf(ctx->arena, "signed by the %s", signature.signer), err);
}

int
cmd_contract_cancel(struct ctx *ctx, void *data, struct err *err)
{
    const struct contract_args *args = data;
    struct sell_order order;
    if (!args->reason)
        return err_set(err, ERR_USAGE, _("--reason: say why"));
    return find_contract(ctx, args->contract, &order, err) < 0 ||
                   sell_cancel(ctx->db, &order, err) < 0
               ? -1
               : log_contract(ctx, &order, arena_printf(ctx->arena, "cancelled: %s", args->reason),
                              err);
}

/* ---- payments ---------------------------------------------------------------------------------------- */

static int
log_payment(struct ctx *ctx, int64_t store_id, const char *order,
            const struct sell_payment *payment, struct err *err)
{
    return cli_log(
        ctx, store_id, arena_printf(ctx->arena, "payment %s %s", ctx->store, payment->code),
        arena_printf(ctx->arena, "%s of %s for %s, %lld balances", payment->kind,
                     yuan(ctx, payment->amount_fen), order, (long long)payment->balances),
        err);
}

static int
pay_contract(struct ctx *ctx, const struct pay_args *args, struct sell_payment *payment,
             struct err *err)
{
    struct sell_order order;
    if (args->client || args->project)
        return err_set(err, ERR_USAGE,
                       _("a contract says whose and what for; leave --client and "
                         "--project out"));
    return find_contract(ctx, args->contract, &order, err) < 0 ||
                   sell_pay(ctx->db, ctx->arena, &order, payment, err) < 0
               ? -1
               : log_payment(ctx, order.store_id, order.code, payment, err);
}

static const char *
low_line(struct ctx *ctx, const struct pay_args *args, const struct sell_line *line)
{
    return arena_printf(ctx->arena, "%s: sale %s*%lld for %s, floor %s", args->client, line->code,
                        (long long)line->quantity, yuan(ctx, line->amount_fen),
                        yuan(ctx, line->floor_fen));
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
    return result < 0 ? -1 : say_code(ctx, payment.code, err);
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
        refund->order, yuan(ctx, refund->given_fen), refund->client, yuan(ctx, refund->paid_fen),
        yuan(ctx, refund->given_before_fen), (long long)refund->units);
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
                arena_printf(ctx->arena, "%s, %lld units: %s", yuan(ctx, refund.given_fen),
                             (long long)refund.units, args->reason),
                err) < 0)
        return -1;
    return say_code(ctx, refund.code, err);
}
