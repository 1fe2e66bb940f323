/* Contracts, and the vouchers that they cost less by. */
#include <string.h>

#include "base/money.h"
#include "client/voucher.h"
#include "record/code.h"
#include "bin/visit/sell.h"
#include "visit/catalogue.h"
#include "visit/journey.h"

const char *
sell_yuan(struct ctx *ctx, int64_t fen)
{
    char text[32];
    money_format(fen, text);
    return arena_strdup(ctx->arena, text);
}

/* ---- vouchers ------------------------------------------------------------------------------------------ */

/* A trial or gift voucher without a value is good for one of its project. */
static int64_t
saved_on(const struct voucher_use *use, const struct sell_line *line, int64_t left)
{
    int64_t most = use->value_fen ? left : line->amount_fen / line->quantity;
    bool fits = !use->for_project_id || use->for_project_id == line->project_id;
    if (!fits || line->gift)
        return 0;
    return most < line->amount_fen ? most : line->amount_fen;
}

/* A voucher is no money received: what is sold costs less by it, behind the floor, which is asked before. */
int
sell_redeem(struct ctx *ctx, const struct voucher_cut *cut, struct err *err)
{
    struct voucher_use use = {.code = cut->voucher,
                              .client_id = cut->terms->client_id,
                              .store_id = cut->terms->store_id,
                              .order_code = cut->order,
                              .moment = cut->at,
                              .zone = ctx->zone,
                              .day = cut->terms->day};
    int64_t saved = 0;
    if (!cut->voucher)
        return 0;
    if (voucher_redeem(ctx->db, ctx->arena, &use, err) < 0)
        return -1;
    for (int i = 0; i < cut->count && (saved == 0 || use.value_fen); i++) {
        int64_t less = saved_on(&use, &cut->lines[i], use.value_fen - saved);
        cut->lines[i].amount_fen -= less;
        saved += less;
    }
    if (saved == 0)
        return err_set(err, ERR_DATA, _("voucher %s: nothing here costs less by it"), cut->voucher);
    return cli_log(
        ctx, cut->terms->store_id, arena_printf(ctx->arena, "voucher %s", cut->voucher),
        arena_printf(ctx->arena, "redeemed for %s: %s less", cut->order, sell_yuan(ctx, saved)),
        err);
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
                                 (long long)line->quantity, sell_yuan(ctx, line->amount_fen),
                                 sell_yuan(ctx, line->floor_fen));
    }
    return words ? arena_printf(ctx->arena, "%s: %s", drafting->client, words) : NULL;
}

int
sell_say_code(struct ctx *ctx, const char *code, struct err *err)
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
    if (!draft.code &&
        code_make(ctx->db, ctx->arena, "contract", draft.store_id, draft.day, &draft.code, err) < 0)
        return -1;
    const struct voucher_cut cut = {args->voucher, draft.code,     &drafting.terms,
                                    drafting.at,   drafting.lines, drafting.count};
    if (sell_redeem(ctx, &cut, err) < 0 || sell_draft(ctx->db, ctx->arena, &draft, err) < 0 ||
        cli_log(ctx, draft.store_id,
                arena_printf(ctx->arena, "contract %s %s", ctx->store, draft.code),
                arena_printf(ctx->arena, "drafted: %s, list %s", sell_yuan(ctx, draft.amount_fen),
                             sell_yuan(ctx, draft.list_fen)),
                err) < 0)
        return -1;
    return sell_say_code(ctx, draft.code, err);
}

/* ---- review, signature, end ------------------------------------------------------------------------------ */

int
sell_find_contract(struct ctx *ctx, const char *code, struct sell_order *order, struct err *err)
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
    if (sell_find_contract(ctx, args->contract, &order, err) < 0 ||
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
    if (sell_find_contract(ctx, args->contract, &order, err) < 0 ||
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
    return sell_find_contract(ctx, args->contract, &order, err) < 0 ||
                   sell_cancel(ctx->db, &order, err) < 0
               ? -1
               : log_contract(ctx, &order, arena_printf(ctx->arena, "cancelled: %s", args->reason),
                              err);
}
