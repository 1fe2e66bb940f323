/* medi-followup campaign: a rule for some days, with an offer; begun, ended, and what it brought. */
#include "followup/campaign.h"

#include <string.h>

#include "base/day.h"
#include "bin/followup/verbs_people.h"
#include "bin/followup/verbs_recall.h"
#include "followup/recalls.h"

/* ---- add ----------------------------------------------------------------------------------------- */

static int
check_numbers(const struct campaign_args *args, struct err *err)
{
    const struct {
        const char *name;
        int64_t value, least, most;
    } numbers[] = {
        {"answer-days", args->answer_days, 1, 365}, {"cap", args->cap, 1, 100000000},
        {"holdout", args->holdout, 0, 100},         {"valid", args->valid, 1, 3650},
        {"worth", args->worth, 0, 100000000},       {"cost", args->cost, 0, INT64_C(100000000000)},
    };
    for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++)
        if (numbers[i].value != OPT_UNSET &&
            (numbers[i].value < numbers[i].least || numbers[i].value > numbers[i].most))
            return err_set(err, ERR_USAGE, _("--%s: must be from %lld to %lld"), numbers[i].name,
                           (long long)numbers[i].least, (long long)numbers[i].most);
    return 0;
}

/* The code becomes a part of those of messages and tasks. */
static int
check_add(struct ctx *ctx, const struct campaign_args *args, struct err *err)
{
    if (!args->rule || args->to == OPT_UNSET)
        return err_set(err, ERR_USAGE, _("--rule and --to: missing"));
    if (strpbrk(args->code, ":/, ") || strcmp(args->code, "emergency") == 0 ||
        strcmp(args->code, "escalation") == 0 || strcmp(args->code, "call") == 0)
        return err_set(err, ERR_USAGE,
                       _("%s: no code for a campaign: without : / , and blanks, and not one of "
                         "emergency, escalation, call"),
                       args->code);
    if (check_numbers(args, err) < 0)
        return -1;
    return args->to >= followup_today(ctx) ? 0 : err_set(err, ERR_DATA, _("--to: lies behind"));
}

/* The offer is the rule's, unless another was said; it stays what it was when the pack changes. */
static int
give_offer(struct ctx *ctx, const struct campaign_args *args, const struct recall *rule,
           struct cli_record *record, struct err *err)
{
    struct recall_offer offer = rule->offer;
    if (args->offer && strcmp(args->offer, "none") == 0)
        return 0;
    if (args->offer)
        offer.kind = args->offer;
    if (!offer.kind)
        return args->worth == OPT_UNSET && args->valid == OPT_UNSET
                   ? 0
                   : err_set(err, ERR_USAGE, _("--worth and --valid go with --offer"));
    if (args->worth != OPT_UNSET)
        offer.worth_fen = args->worth;
    if (args->valid != OPT_UNSET)
        offer.valid_days = args->valid;
    if (offer.valid_days == 0)
        return err_set(err, ERR_USAGE, _("--valid: missing; a voucher ends some day"));
    if (strcmp(offer.kind, "cash") == 0 && offer.worth_fen == 0)
        return err_set(err, ERR_USAGE, _("--worth: missing; a cash voucher has one"));
    cli_give(record, "voucher_kind", offer.kind);
    cli_give_int(ctx, record, "voucher_fen", offer.worth_fen);
    cli_give_int(ctx, record, "voucher_days", offer.valid_days);
    return 0;
}

int
cmd_campaign_add(struct ctx *ctx, void *data, struct err *err)
{
    const struct campaign_args *args = data;
    struct packs packs = followup_packs(ctx);
    struct recalls recalls;
    struct cli_record record;
    if (check_add(ctx, args, err) < 0 || recalls_load(ctx->arena, &packs, &recalls, err) < 0)
        return -1;
    const struct recall *rule = recalls_find(&recalls, args->rule, err);
    if (!rule)
        return -1;
    cli_record_init(&record, "campaigns", PUT_ADD);
    cli_give(&record, "code", args->code);
    cli_give(&record, "name", args->name ? args->name : rule->whom.zh);
    cli_give(&record, "rule", args->rule);
    cli_give(&record, "store", ctx->store);
    cli_give_day(ctx, &record, "starts_on",
                 args->from == OPT_UNSET ? followup_today(ctx) : args->from);
    cli_give_day(ctx, &record, "ends_on", args->to);
    cli_give_int(ctx, &record, "answer_days", args->answer_days);
    cli_give_int(ctx, &record, "cap", args->cap);
    cli_give_int(ctx, &record, "holdout", args->holdout);
    cli_give_int(ctx, &record, "cost_fen", args->cost);
    if (give_offer(ctx, args, rule, &record, err) < 0)
        return -1;
    return cli_put(ctx, &record, err) < 0 ? -1 : cli_say_record(ctx, &record, err);
}

/* ---- start, end ---------------------------------------------------------------------------------- */

/* The campaign, which must be of this state, and of the store of -s if there is one. */
static int
find(struct ctx *ctx, const char *code, const char *state, struct campaign *campaign,
     struct err *err)
{
    if (campaign_find(ctx->db, ctx->arena, code, followup_today(ctx), campaign, err) < 0)
        return -1;
    if (ctx->store && campaign->store_id != ctx->store_id)
        return err_set(err, ERR_DATA, _("campaign %s: is not one of this store alone"), code);
    return strcmp(campaign->state, state) == 0
               ? 0
               : err_set(err, ERR_DATA, _("campaign %s: is %s; only one that is %s can go on"),
                         code, campaign->state, state);
}

static int
move(struct ctx *ctx, const struct campaign *campaign, const char *state, struct err *err)
{
    struct cli_record record;
    cli_record_init(&record, "campaigns", PUT_EDIT);
    cli_give(&record, "code", campaign->code);
    cli_give(&record, "state", state);
    return cli_put(ctx, &record, err) < 0 ? -1 : 0;
}

int
cmd_campaign_start(struct ctx *ctx, void *data, struct err *err)
{
    const struct campaign_args *args = data;
    struct packs packs = followup_packs(ctx);
    struct recalls recalls;
    struct campaign campaign;
    if (find(ctx, args->code, "draft", &campaign, err) < 0 ||
        recalls_load(ctx->arena, &packs, &recalls, err) < 0)
        return -1;
    if (!recalls_find(&recalls, campaign.rule, err))
        return err_wrap(err, _("campaign %s"), args->code);
    if (campaign.ends_on < followup_today(ctx))
        return err_set(err, ERR_DATA, _("campaign %s: its last day lies behind"), args->code);
    return move(ctx, &campaign, "running", err);
}

int
cmd_campaign_end(struct ctx *ctx, void *data, struct err *err)
{
    const struct campaign_args *args = data;
    struct campaign campaign;
    int64_t taken_back = 0;
    if (find(ctx, args->code, "running", &campaign, err) < 0 ||
        campaign_stop(ctx->db, &campaign, &taken_back, err) < 0)
        return -1;
    cli_say(ctx, _("%s: %lld messages and calls were taken back"), args->code,
            (long long)taken_back);
    return move(ctx, &campaign, "ended", err);
}

/* ---- show, results ------------------------------------------------------------------------------- */

/* It must be one of all stores, or of that of -s. */
static int
must_be_ours(struct ctx *ctx, const char *code, struct err *err)
{
    struct campaign campaign;
    if (campaign_find(ctx->db, ctx->arena, code, followup_today(ctx), &campaign, err) < 0)
        return -1;
    return !ctx->store || !campaign.store_id || campaign.store_id == ctx->store_id
               ? 0
               : err_set(err, ERR_DATA, _("campaign %s: is of another store"), code);
}

int
cmd_campaign_show(struct ctx *ctx, void *data, struct err *err)
{
    const struct campaigns_args *args = data;
    if (must_be_ours(ctx, args->code, err) < 0)
        return -1;
    return cli_query(ctx, args, SQL_FOLLOWUP_CAMPAIGN_SHOW, err) < 0 ? -1 : 0;
}

int
cmd_campaign_results(struct ctx *ctx, void *data, struct err *err)
{
    const struct campaigns_args *args = data;
    if ((args->code != NULL) == args->all)
        return err_set(err, ERR_USAGE, _("one of CODE and --all is needed"));
    if (args->code && must_be_ours(ctx, args->code, err) < 0)
        return -1;
    int64_t rows = cli_query(ctx, args, SQL_FOLLOWUP_CAMPAIGN_RESULTS, err);
    return rows < 0 ? -1 : rows > 0 && ctx->exit_rows;
}
