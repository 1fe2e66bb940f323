/* How a machine comes into the house: asked for, offered, chosen, accepted. */
#include <string.h>

#include "base/day.h"
#include "base/money.h"
#include "bin/stock/verbs.h"
#include "supply/machine.h"

static int
find_request(struct ctx *ctx, const char *code, struct machine_request *request, struct err *err)
{
    int64_t store_id;
    return cli_store_id(ctx, &store_id, err) < 0
               ? -1
               : machine_request(ctx->db, ctx->arena, store_id, code, request, err);
}

/* ---- asked for, offered ---------------------------------------------------------------------- */

int
cmd_machine_request(struct ctx *ctx, void *data, struct err *err)
{
    const struct buy_args *args = data;
    struct ledger_now now;
    struct cli_record record;
    if (is_blank(args->name) || is_blank(args->kind) || is_blank(args->reason))
        return err_set(err, ERR_USAGE, _("%s: missing"),
                       is_blank(args->name)   ? "--name"
                       : is_blank(args->kind) ? "--kind"
                                              : "--reason");
    if (ledger_begin(ctx, OPT_UNSET, args->staff, &now, err) < 0)
        return -1;
    if (args->needed != OPT_UNSET && args->needed < now.day)
        return err_set(err, ERR_DATA, _("--needed: lies back"));
    cli_record_init(&record, "equipment_requests", PUT_ADD);
    cli_give(&record, "code", args->code);
    cli_give_moment(ctx, &record, "at", now.at);
    cli_give(&record, "staff", now.staff);
    cli_give(&record, "name", args->name);
    cli_give(&record, "kind", args->kind);
    cli_give(&record, "item", args->item);
    cli_give(&record, "reason", args->reason);
    cli_give_int(ctx, &record, "budget_fen", args->budget);
    cli_give_day(ctx, &record, "needed_on", args->needed);
    return cli_put(ctx, &record, err) < 0 ? -1 : cli_say_record(ctx, &record, err);
}

static void
give_offer(struct ctx *ctx, struct cli_record *record, const struct machine_offer_args *args)
{
    cli_give(record, "request", args->request);
    cli_give(record, "supplier", args->supplier);
    cli_give_day(ctx, record, "offered_on", zone_day(ctx->zone, ctx->now));
    cli_give(record, "model", args->model);
    cli_give(record, "maker", args->maker);
    cli_give(record, "registration_no", args->registration);
    cli_give_int(ctx, record, "price_fen", args->price);
    cli_give_int(ctx, record, "warranty_months", args->warranty_months);
    cli_give_int(ctx, record, "delivery_days", args->delivery_days);
    cli_give(record, "service", args->service);
    cli_give_int(ctx, record, "service_fen", args->service_cost);
    cli_give_int(ctx, record, "life_months", args->life_months);
    cli_give_day(ctx, record, "valid_to", args->until);
    cli_give(record, "note", args->note);
}

/* A new one says everything; of one that is there only what is given changes. */
int
cmd_machine_offer(struct ctx *ctx, void *data, struct err *err)
{
    const struct machine_offer_args *args = data;
    struct machine_request request;
    struct machine_offers offers;
    struct cli_record record;
    if (find_request(ctx, args->request, &request, err) < 0 ||
        machine_in_state(&request, "open", err) < 0 ||
        machine_offers(ctx->db, ctx->arena, &request, 0, &offers, err) < 0)
        return -1;
    bool there = machine_offer_of(&offers, args->supplier) != NULL;
    if (!there && (!args->model || args->price == OPT_UNSET || args->life_months == OPT_UNSET ||
                   args->warranty_months == OPT_UNSET))
        return err_set(err, ERR_USAGE, _("%s: missing"),
                       !args->model                         ? "--model"
                       : args->price == OPT_UNSET           ? "--price"
                       : args->warranty_months == OPT_UNSET ? "--warranty-months"
                                                            : "--life-months");
    cli_record_init(&record, "equipment_offers", there ? PUT_EDIT : PUT_ADD);
    give_offer(ctx, &record, args);
    return supply_done(ctx, args->supplier, cli_put(ctx, &record, err));
}

int
cmd_machine_offers(struct ctx *ctx, void *data, struct err *err)
{
    const struct buy_args *args = data;
    struct machine_request request;
    return find_request(ctx, args->request, &request, err) < 0 ? -1 : cli_list(ctx, data, err);
}

/* ---- chosen, or dropped ---------------------------------------------------------------------- */

static int
put_state(struct ctx *ctx, const struct machine_request *request, const char *state,
          const char *const *columns, const char *const *texts, int count, struct err *err)
{
    struct cli_record record;
    cli_record_init(&record, "equipment_requests", PUT_EDIT);
    cli_give(&record, "code", request->code);
    cli_give(&record, "state", state);
    cli_give_moment(ctx, &record, strcmp(state, "chosen") == 0 ? "chosen_at" : "ended_at",
                    ctx->now);
    for (int i = 0; i < count; i++)
        cli_give(&record, columns[i], texts[i]);
    return cli_put(ctx, &record, err) < 0 ? -1 : 0;
}

/* Above a sum another consents to this machine, this supplier and this price. */
static int
ask_second(struct ctx *ctx, const struct machine_request *request,
           const struct machine_offer *offer, const char *reason, const char **second,
           struct err *err)
{
    struct ledger_second by;
    int64_t alone;
    char price[32];
    *second = NULL;
    if (cli_setting(ctx, "stock.equipment_alone_fen", request->store_id, &alone, err) < 0)
        return -1;
    if (offer->price_fen <= alone)
        return 0;
    money_format(offer->price_fen, price);
    const char *subject =
        arena_printf(ctx->arena, "%s %s %s: %s %s for %s", ctx->store, request->code, request->name,
                     offer->supplier, offer->model, price);
    if (cli_second(ctx, "stock.equipment", subject, reason, err) < 0 ||
        ledger_consenter(ctx, "stock.equipment", subject, &by, err) < 0)
        return -1;
    *second = by.login;
    return 0;
}

static int
check_choice(struct ctx *ctx, const struct buy_args *args, const struct machine_request *request,
             const struct machine_offers *offers, const struct machine_offer *offer,
             struct err *err)
{
    const struct packs packs = supply_packs(ctx);
    struct paper_rules rules;
    int64_t least;
    if (!offer)
        return err_set(err, ERR_DATA, _("%s: %s has offered nothing"), request->code,
                       args->supplier);
    if (offer->over)
        return err_set(err, ERR_DATA, _("%s: the offer of %s is over"), request->code,
                       args->supplier);
    if (paper_rules_load(ctx->arena, &packs, ctx->zh, &rules, err) < 0 ||
        machine_qualified(ctx->db, ctx->arena, &rules, request, offer,
                          zone_day(ctx->zone, ctx->now), err) < 0 ||
        cli_setting(ctx, "stock.offers_least", request->store_id, &least, err) < 0)
        return -1;
    const char *wants = machine_wants_reason(ctx->arena, request, offers, offer, least);
    return wants && is_blank(args->reason)
               ? err_set(err, ERR_DATA, _("%s: %s; say why with --reason"), request->code, wants)
               : 0;
}

int
cmd_machine_choose(struct ctx *ctx, void *data, struct err *err)
{
    const struct buy_args *args = data;
    struct machine_request request;
    struct machine_offers offers;
    const char *second;
    if (find_request(ctx, args->request, &request, err) < 0 ||
        machine_in_state(&request, "open", err) < 0 ||
        machine_offers(ctx->db, ctx->arena, &request, zone_day(ctx->zone, ctx->now), &offers, err) <
            0)
        return -1;
    const struct machine_offer *offer = machine_offer_of(&offers, args->supplier);
    if (check_choice(ctx, args, &request, &offers, offer, err) < 0 ||
        ask_second(ctx, &request, offer, args->reason, &second, err) < 0)
        return -1;
    const char *const columns[] = {"supplier", "chosen_by", "chosen_second", "chosen_why"};
    const char *const texts[] = {offer->supplier, cli_actor(ctx), second, args->reason};
    return put_state(ctx, &request, "chosen", columns, texts, 4, err);
}

int
cmd_machine_drop(struct ctx *ctx, void *data, struct err *err)
{
    const struct buy_args *args = data;
    struct machine_request request;
    static const char *const columns[] = {"ended_why"};
    if (is_blank(args->reason))
        return err_set(err, ERR_USAGE, _("--reason: say why"));
    if (find_request(ctx, args->request, &request, err) < 0 ||
        (strcmp(request.state, "open") != 0 && machine_in_state(&request, "chosen", err) < 0))
        return -1;
    return put_state(ctx, &request, "dropped", columns, &args->reason, 1, err);
}

/* ---- accepted -------------------------------------------------------------------------------- */

struct accepting {
    struct machine_request request;
    struct machine_offers offers;
    const struct machine_offer *offer;
    struct machine_delivery delivery;
    struct ledger_now now;
};

static int
read_accepting(struct ctx *ctx, const struct accept_args *args, struct accepting *accepting,
               struct err *err)
{
    if (!args->code && !args->reject)
        return err_set(err, ERR_USAGE, _("%s: missing"), "--code");
    if (args->reason && !args->reject)
        return err_set(err, ERR_USAGE, _("--reason: goes with --reject"));
    if (ledger_begin(ctx, OPT_UNSET, args->staff, &accepting->now, err) < 0 ||
        find_request(ctx, args->request, &accepting->request, err) < 0 ||
        machine_offers(ctx->db, ctx->arena, &accepting->request, accepting->now.day,
                       &accepting->offers, err) < 0)
        return -1;
    const char *supplier = accepting->request.supplier;
    accepting->offer = supplier ? machine_offer_of(&accepting->offers, supplier) : NULL;
    accepting->delivery = (struct machine_delivery){
        .code = args->code,
        .model = args->model,
        .registration_no = args->registration,
        .serial = args->serial,
        .quality_paper = args->quality_paper,
        .manual = args->manual,
        .accessories = args->accessories,
        .trial = args->trial,
        .body = args->body,
        .certificate = args->certificate,
        .calibrate = !args->calibrate || strcmp(args->calibrate, "yes") == 0,
        .has_end = args->to != OPT_UNSET || args->calibrate_months != OPT_UNSET,
        .has_price = args->price != OPT_UNSET,
        .price_fen = args->price,
        .day = accepting->now.day,
    };
    return 0;
}

/* What was offered becomes its file; guarantee and life count from this day. */
static int
open_file(struct ctx *ctx, const struct accept_args *args, const struct accepting *accepting,
          struct err *err)
{
    const struct machine_offer *offer = accepting->offer;
    int64_t day = accepting->now.day;
    struct cli_record record;
    cli_record_init(&record, "equipment", PUT_ADD);
    cli_give(&record, "code", args->code);
    cli_give(&record, "name", accepting->request.name);
    cli_give(&record, "kind", accepting->request.kind);
    cli_give(&record, "model", args->model);
    cli_give(&record, "maker", offer->maker);
    cli_give(&record, "supplier", offer->supplier);
    cli_give(&record, "serial", args->serial);
    cli_give(&record, "registration_no", args->registration);
    cli_give(&record, "room", args->room);
    cli_give(&record, "owner", args->owner);
    cli_give_day(ctx, &record, "bought_on", day);
    cli_give_int(ctx, &record, "price_fen", offer->price_fen);
    if (offer->warranty_months)
        cli_give_day(ctx, &record, "warranty_to",
                     day_add_months(day, (int)offer->warranty_months) - 1);
    cli_give_day(ctx, &record, "life_to", day_add_months(day, (int)offer->life_months) - 1);
    cli_give(&record, "calibrate", accepting->delivery.calibrate ? "1" : "0");
    cli_give_int(ctx, &record, "calibrate_months", args->calibrate_months);
    return cli_put(ctx, &record, err) < 0 ? -1 : 0;
}

static int
first_calibration(struct ctx *ctx, const struct accept_args *args, struct err *err)
{
    struct upkeep_args calibration = {.equipment = args->code,
                                      .body = args->body,
                                      .certificate = args->certificate,
                                      .done = OPT_UNSET,
                                      .to = args->to,
                                      .cost = OPT_UNSET};
    struct cli_record record;
    return calibrate_put(ctx, &calibration, &record, err);
}

static int
write_acceptance(struct ctx *ctx, const struct accept_args *args, const struct accepting *accepting,
                 struct err *err)
{
    struct cli_record record;
    cli_record_init(&record, "acceptances", PUT_ADD);
    cli_give(&record, "request", args->request);
    cli_give(&record, "equipment", args->code);
    cli_give_moment(ctx, &record, "at", accepting->now.at);
    cli_give(&record, "staff", accepting->now.staff);
    cli_give(&record, "by_login", cli_actor(ctx));
    cli_give(&record, "delivery_no", args->delivery);
    cli_give(&record, "quality_paper", args->quality_paper);
    cli_give(&record, "manual", args->manual);
    cli_give(&record, "accessories", args->accessories);
    cli_give(&record, "trial", args->trial);
    return cli_put(ctx, &record, err) < 0 ? -1 : cli_say_record(ctx, &record, err);
}

/* ---- refused --------------------------------------------------------------------------------- */

/* What comes next for the request is judged anew. */
static int
write_refusal(struct ctx *ctx, const struct accept_args *args, const struct accepting *accepting,
              const char *codes, struct err *err)
{
    struct cli_record record;
    const char *damage = args->reason ? codes ? " damage" : "damage" : "";
    cli_record_init(&record, "equipment_refusals", PUT_ADD);
    cli_give(&record, "request", args->request);
    cli_give_moment(ctx, &record, "at", accepting->now.at);
    cli_give(&record, "staff", accepting->now.staff);
    cli_give(&record, "by_login", cli_actor(ctx));
    cli_give(&record, "delivery_no", args->delivery);
    cli_give(&record, "model", args->model);
    cli_give(&record, "serial", args->serial);
    cli_give(&record, "reasons", arena_printf(ctx->arena, "%s%s", codes ? codes : "", damage));
    cli_give(&record, "note", args->reason);
    return cli_put(ctx, &record, err) < 0 ? -1 : cli_say_record(ctx, &record, err);
}

static int
refuse(struct ctx *ctx, const struct accept_args *args, const struct accepting *accepting,
       const struct machine_lack *lack, struct err *err)
{
    if (machine_in_state(&accepting->request, "chosen", err) < 0)
        return -1;
    if (!lack->codes && is_blank(args->reason))
        return err_set(err, ERR_USAGE, _("--reason: nothing is missing; what is wrong with it?"));
    if (write_refusal(ctx, args, accepting, lack->codes, err) < 0)
        return -1;
    if (lack->words)
        cli_say(ctx, "%s", lack->words);
    return EXIT_REFUSED;
}

static int
accept(struct ctx *ctx, const struct accept_args *args, const struct accepting *accepting,
       struct err *err)
{
    if (open_file(ctx, args, accepting, err) < 0 ||
        (accepting->delivery.calibrate && first_calibration(ctx, args, err) < 0) ||
        put_state(ctx, &accepting->request, "accepted", NULL, NULL, 0, err) < 0)
        return -1;
    return write_acceptance(ctx, args, accepting, err);
}

int
cmd_machine_accept(struct ctx *ctx, void *data, struct err *err)
{
    const struct accept_args *args = data;
    const struct packs packs = supply_packs(ctx);
    struct paper_rules rules;
    struct accepting accepting = {0};
    struct machine_lack lack;
    if (read_accepting(ctx, args, &accepting, err) < 0 ||
        paper_rules_load(ctx->arena, &packs, ctx->zh, &rules, err) < 0 ||
        machine_judge(ctx->db, ctx->arena, &rules, &accepting.request, accepting.offer,
                      &accepting.delivery, &lack, err) < 0)
        return -1;
    if (args->reject)
        return refuse(ctx, args, &accepting, &lack, err);
    return lack.words ? err_set(err, ERR_DATA, _("refused, and nothing is written: %s"), lack.words)
                      : accept(ctx, args, &accepting, err);
}
