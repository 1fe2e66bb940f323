/* What a machine must bring before it comes into the house (设备验收). */
#include <string.h>

#include "base/money.h"
#include "db/sql.h"
#include "stock/equipment.h"
#include "supply/machine.h"
#include "supply/registration.h"

#define USE_RULES "○ 医疗器械使用质量监督管理办法"

static const struct machine_info gates[MACHINE_GATES] = {
    [MACHINE_REQUEST] = {"request", N_("an offer for the request is chosen"), "—"},
    [MACHINE_PRICE] = {"price", N_("its price is the one that was offered"), "—"},
    [MACHINE_MODEL] = {"model", N_("it is the model that was offered"), "医疗器械监督管理条例 45"},
    [MACHINE_SUPPLIER_PAPERS] = {"supplier-papers",
                                 N_("the supplier's papers for such a device hold on that day"),
                                 "医疗器械监督管理条例 45"},
    [MACHINE_REGISTRATION] = {"registration",
                              N_("its label says a registration number, in a form that there is"),
                              "医疗器械监督管理条例 55"},
    [MACHINE_REGISTRATION_LABEL] = {"registration-label", N_("and it is the one that was offered"),
                                    "医疗器械监督管理条例 55"},
    [MACHINE_SERIAL] = {"serial", N_("its label says a serial number"), USE_RULES},
    [MACHINE_SERIAL_KNOWN] = {"serial-known", N_("that no other machine has"), "—"},
    [MACHINE_QUALITY_PAPER] = {"quality-paper", N_("its certificate of conformity is there"),
                               "医疗器械监督管理条例 45"},
    [MACHINE_MANUAL] = {"manual", N_("and its manual, in Chinese"), "医疗器械监督管理条例 57"},
    [MACHINE_ACCESSORIES] = {"accessories", N_("all accessories of the packing list came"), "—"},
    [MACHINE_TRIAL] = {"trial", N_("it ran on trial"), USE_RULES},
    [MACHINE_CALIBRATION] =
        {"calibration", N_("it has passed its first calibration, if it must be in calibration"),
         "医疗器械监督管理条例 50"},
};

const struct machine_info *
machine_info(enum machine_gate gate)
{
    return &gates[gate];
}

/* ---- judging --------------------------------------------------------------------------------- */

struct run {
    struct arena *arena;
    const char *words, *codes; /* of all that is missing; NULL: nothing */
};

static void
miss(struct run *run, enum machine_gate gate, const char *words)
{
    run->words = arena_printf(run->arena, "%s%s%s: %s", run->words ? run->words : "",
                              run->words ? "; " : "", gates[gate].code, words);
    run->codes = arena_printf(run->arena, "%s%s%s", run->codes ? run->codes : "",
                              run->codes ? " " : "", gates[gate].code);
}

static bool
is_blank(const char *text)
{
    return !text || text[strspn(text, " \t")] == '\0';
}

static void
need(struct run *run, enum machine_gate gate, const char *given, const char *option)
{
    if (is_blank(given))
        miss(run, gate, arena_printf(run->arena, _("give %s"), option));
}

static void
judge_offer(struct run *run, const struct machine_offer *offer,
            const struct machine_delivery *delivery)
{
    char is[32], was[32];
    money_format(delivery->price_fen, is);
    money_format(offer->price_fen, was);
    if (delivery->has_price && delivery->price_fen != offer->price_fen)
        miss(run, MACHINE_PRICE, arena_printf(run->arena, _("%s, and offered was %s"), is, was));
    if (!delivery->model || strcmp(delivery->model, offer->model) != 0)
        miss(run, MACHINE_MODEL,
             arena_printf(run->arena, _("the label says %s, and offered was %s"),
                          delivery->model ? delivery->model : "-", offer->model));
}

static void
judge_registration(struct run *run, const struct machine_offer *offer,
                   const struct machine_delivery *delivery)
{
    const char *number = delivery->registration_no;
    struct err fault;
    if (is_blank(number))
        need(run, MACHINE_REGISTRATION, number, "--registration");
    else if (registration_check(number, "device", &fault) < 0)
        miss(run, MACHINE_REGISTRATION, arena_strdup(run->arena, fault.text));
    else if (offer->registration_no && strcmp(number, offer->registration_no) != 0)
        miss(run, MACHINE_REGISTRATION_LABEL,
             arena_printf(run->arena, _("the label says %s, and offered was %s"), number,
                          offer->registration_no));
}

static int
judge_serial(struct run *run, struct db *db, const struct machine_request *request,
             const struct machine_delivery *delivery, struct err *err)
{
    const struct equipment_file file = {.store_id = request->store_id,
                                        .code = delivery->code ? delivery->code : "",
                                        .serial = delivery->serial,
                                        .model = delivery->model};
    if (is_blank(delivery->serial)) {
        need(run, MACHINE_SERIAL, delivery->serial, "--serial");
        return 0;
    }
    if (equipment_serial_free(db, &file, err) == 0)
        return 0;
    if (err->kind != ERR_DATA)
        return -1;
    miss(run, MACHINE_SERIAL_KNOWN, arena_strdup(run->arena, err->text));
    err_clear(err);
    return 0;
}

static void
judge_papers(struct run *run, const struct machine_delivery *delivery)
{
    need(run, MACHINE_QUALITY_PAPER, delivery->quality_paper, "--quality-paper");
    need(run, MACHINE_MANUAL, delivery->manual, "--manual");
    need(run, MACHINE_ACCESSORIES, delivery->accessories, "--accessories");
    need(run, MACHINE_TRIAL, delivery->trial, "--trial");
}

/* Its first calibration, with a certificate of its own. */
static int
judge_calibration(struct run *run, struct db *db, const struct machine_request *request,
                  const struct machine_delivery *delivery, struct err *err)
{
    const struct equipment_file file = {.store_id = request->store_id,
                                        .code = delivery->code ? delivery->code : ""};
    if (!delivery->calibrate)
        return 0;
    if (is_blank(delivery->body) || is_blank(delivery->certificate))
        miss(run, MACHINE_CALIBRATION, _("give --body and --certificate, or --calibrate no"));
    else if (!delivery->has_end)
        miss(run, MACHINE_CALIBRATION, _("give --to or --calibrate-months"));
    else if (equipment_certificate_free(db, &file, delivery->certificate, delivery->body, err) <
             0) {
        if (err->kind != ERR_DATA)
            return -1;
        miss(run, MACHINE_CALIBRATION, arena_strdup(run->arena, err->text));
        err_clear(err);
    }
    return 0;
}

int
machine_judge(struct db *db, struct arena *arena, const struct paper_rules *rules,
              const struct machine_request *request, const struct machine_offer *offer,
              const struct machine_delivery *delivery, struct machine_lack *lack, struct err *err)
{
    struct run run = {.arena = arena};
    if (machine_in_state(request, "chosen", err) < 0) {
        miss(&run, MACHINE_REQUEST, arena_strdup(arena, err->text));
        err_clear(err);
    }
    if (offer) {
        judge_offer(&run, offer, delivery);
        if (machine_qualified(db, arena, rules, request, offer, delivery->day, err) < 0) {
            if (err->kind != ERR_DATA)
                return -1;
            const char *tag = "supplier-papers: ";
            const char *text =
                strncmp(err->text, tag, strlen(tag)) == 0 ? err->text + strlen(tag) : err->text;
            miss(&run, MACHINE_SUPPLIER_PAPERS, arena_strdup(arena, text));
            err_clear(err);
        }
        judge_registration(&run, offer, delivery);
    }
    if (judge_serial(&run, db, request, delivery, err) < 0)
        return -1;
    judge_papers(&run, delivery);
    if (judge_calibration(&run, db, request, delivery, err) < 0)
        return -1;
    *lack = (struct machine_lack){run.words, run.codes};
    return 0;
}
