/* treat: the treatment itself. */
#include <stdlib.h>
#include <string.h>

#include "bin/visit/verbs.h"
#include "visit/treat.h"

/* The code on stdout, and the entry of the log. */
int
visit_say_treatment(struct ctx *ctx, int64_t store_id, const char *code, const char *detail,
                    struct err *err)
{
    const struct cli_record record = {.kind = "treatments", .code = code, .store_id = store_id};
    const char *subject = arena_printf(ctx->arena, "treatment %s %s", ctx->store, code);
    if (cli_log(ctx, store_id, subject, detail, err) < 0)
        return -1;
    return cli_say_record(ctx, &record, err);
}

static int
parse_uses(struct ctx *ctx, int64_t store_id, const struct opt_list *list, struct treat_use **uses,
           int *count, struct err *err)
{
    *uses = arena_array(ctx->arena, (size_t)list->count + 1, sizeof **uses);
    *count = list->count;
    for (int i = 0; i < list->count; i++)
        if (treat_parse_use(ctx->db, ctx->arena, store_id, zone_day(ctx->zone, ctx->now),
                            list->items[i], &(*uses)[i], err) < 0)
            return -1;
    return 0;
}

/* ---- treat: what was given ------------------------------------------------------------------- */

static int
read_people(struct ctx *ctx, const struct treat_args *args, struct treat *treat, struct err *err)
{
    struct gate_case *given = &treat->given;
    const char *role = given->operator_id ? "doctor" : "";
    if (args->operator&&
        treat_staff(ctx->db, ctx->arena, args->operator, & given->operator_id, &role, err) < 0)
        return err_wrap(err, "--operator");
    treat->doctor_id = strcmp(role, "doctor") == 0 ? given->operator_id : 0;
    given->nurse_id = strcmp(role, "nurse") == 0 ? given->operator_id : 0;
    if (args->doctor) {
        if (treat_staff(ctx->db, ctx->arena, args->doctor, &treat->doctor_id, &role, err) < 0)
            return err_wrap(err, "--doctor");
        if (strcmp(role, "doctor") != 0)
            return err_set(err, ERR_DATA, _("--doctor: %s is no doctor (%s)"), args->doctor, role);
    }
    if (args->nurse) {
        if (treat_staff(ctx->db, ctx->arena, args->nurse, &given->nurse_id, &role, err) < 0)
            return err_wrap(err, "--nurse");
        if (strcmp(role, "nurse") != 0)
            return err_set(err, ERR_DATA, _("--nurse: %s is no nurse (%s)"), args->nurse, role);
    }
    struct treat_hand *hands =
        arena_array(ctx->arena, (size_t)args->hands.count + 1, sizeof *hands);
    for (int i = 0; i < args->hands.count; i++)
        if (treat_parse_hand(ctx->db, ctx->arena, args->hands.items[i], &hands[i], err) < 0)
            return -1;
    treat->hands = hands;
    treat->hand_count = args->hands.count;
    return 0;
}

/* What lies further back was not judged as it was done: it is a record, and comes in as one, for the audit. */
static int
check_late(struct ctx *ctx, int64_t store_id, int64_t at, struct err *err)
{
    int64_t minutes;
    if (cli_setting(ctx, "visit.start_back_minutes", store_id, &minutes, err) < 0)
        return -1;
    return ctx->now - at <= minutes * 60
               ? 0
               : err_set(err, ERR_DATA,
                         _("--start: lies more than %lld minutes back (visit.start_back_minutes); "
                           "what was recorded elsewhere is imported: medi-db import treatments"),
                         (long long)minutes);
}

static int
read_times(struct ctx *ctx, const struct treat_args *args, struct treat *treat, struct err *err)
{
    struct gate_case *given = &treat->given;
    given->at = args->start == OPT_UNSET ? ctx->now : args->start;
    given->day = zone_day(ctx->zone, given->at);
    treat->ended_at = args->until == OPT_UNSET ? -1 : args->until;
    if (given->at > ctx->now || (treat->ended_at >= 0 && treat->ended_at > ctx->now))
        return err_set(err, ERR_DATA, _("%s: lies ahead; enter it when it is done"),
                       given->at > ctx->now ? "--start" : "--until");
    if (treat->ended_at >= 0 && treat->ended_at < given->at)
        return err_set(err, ERR_DATA, _("--until: comes before --start"));
    return 0;
}

static int
read_visit(struct ctx *ctx, const struct treat_args *args, struct treat *treat, struct err *err)
{
    struct treat_visit visit;
    struct gate_case *given = &treat->given;
    if (treat_visit(ctx->db, ctx->arena, given->store_id, args->visit, &visit, err) < 0 ||
        treat_visit_at(&visit, ctx->zone, given->at, err) < 0)
        return -1;
    given->visit_id = visit.id;
    given->client_id = visit.client_id;
    given->operator_id = visit.doctor_id;
    return 0;
}

static int
read_goods(struct ctx *ctx, const struct treat_args *args, struct treat *treat, const char *kind,
           struct err *err)
{
    treat->given.device = args->device;
    if (treat_device(ctx->db, ctx->arena, treat, kind, err) < 0)
        return -1;
    return args->uses.count ? parse_uses(ctx, treat->given.store_id, &args->uses, &treat->uses,
                                         &treat->use_count, err)
                            : treat_kit(ctx->db, ctx->arena, treat, err);
}

static int
read_treat(struct ctx *ctx, const struct treat_args *args, struct treat *treat, struct err *err)
{
    const char *kind;
    treat->quantity = args->quantity == OPT_UNSET ? 1 : args->quantity;
    if (treat->quantity < 1 || treat->quantity > 1000)
        return err_set(err, ERR_USAGE, _("--quantity: must be from 1 to 1000"));
    if (args->prepaid && args->recognised != OPT_UNSET)
        return err_set(err, ERR_USAGE, _("--recognised: with --prepaid the balance tells it"));
    if (args->recognised != OPT_UNSET && args->recognised < 0)
        return err_set(err, ERR_USAGE, _("--recognised: must not be below zero"));
    if (read_times(ctx, args, treat, err) < 0 || read_visit(ctx, args, treat, err) < 0 ||
        check_late(ctx, treat->given.store_id, treat->given.at, err) < 0 ||
        treat_project(ctx->db, ctx->arena, args->project, &treat->given.project_id, &kind, err) <
            0 ||
        read_people(ctx, args, treat, err) < 0 || read_goods(ctx, args, treat, kind, err) < 0)
        return -1;
    treat->code = args->code;
    treat->room = args->room;
    treat->note = args->note;
    treat->order_code = args->order;
    treat->prepaid = args->prepaid;
    treat->recognised_fen = args->recognised == OPT_UNSET ? 0 : args->recognised;
    return 0;
}

/* ---- treat: gates, the second person, the record --------------------------------------------- */

/* What is passed over is consented to by its names: another thing missing is another consent. */
static int
pass_over(struct ctx *ctx, const struct treat_args *args, const struct gate_list *list,
          struct treat_override *override, struct err *err)
{
    const struct gate_missing *never = gate_never(list);
    if (never)
        return err_set(err, ERR_DATA, _("%s: %s; no emergency passes over this"),
                       gate_info(never->gate)->code, never->words);
    override->reason = args->override;
    override->asked_by = cli_actor(ctx);
    override->gates = gate_codes(ctx->arena, list, true);
    override->subject = arena_printf(ctx->arena, "%s %s %s: %s", ctx->store, args->visit,
                                     args->project, override->gates);
    return cli_second(ctx, "visit.override", override->subject, override->reason, err);
}

static int
begin_treatment(struct ctx *ctx, const struct treat_args *args, struct err *err)
{
    struct treat treat = {.ended_at = -1};
    struct treat_override override = {0};
    struct gate_list list = {0};
    struct gate_rules rules;
    int64_t id;
    if (gates_begin(ctx, &treat.given.store_id, &rules, err) < 0 ||
        read_treat(ctx, args, &treat, err) < 0 ||
        treat_judge(ctx->db, ctx->arena, &rules, &treat, &list, err) < 0)
        return -1;
    if (list.count && !args->override)
        return gate_refuse(ctx->arena, &list, err);
    if (list.count && pass_over(ctx, args, &list, &override, err) < 0)
        return -1;
    if (treat_write(ctx->db, ctx->arena, &treat, &id, err) < 0 ||
        (list.count && treat_override(ctx->db, ctx->arena, &treat, id, &override, err) < 0))
        return -1;
    const char *detail = "";
    if (treat.given.at < ctx->now)
        detail = arena_printf(ctx->arena, "started %lld s before it was entered",
                              (long long)(ctx->now - treat.given.at));
    if (list.count)
        detail = arena_printf(ctx->arena, "%s%soverride: %s", detail, *detail ? "; " : "",
                              override.gates);
    return visit_say_treatment(ctx, treat.given.store_id, treat.code, *detail ? detail : NULL, err);
}

/* ---- treat --end ----------------------------------------------------------------------------- */

int
visit_add_uses(struct ctx *ctx, const struct opt_list *list, const struct treated *treated,
               const struct stock_note *note, int64_t store_id, struct err *err)
{
    struct treat treat = {.ended_at = -1, .quantity = 1};
    struct gate_list missing = {0};
    struct gate_rules rules;
    if (list->count == 0)
        return 0;
    if (gates_begin(ctx, &store_id, &rules, err) < 0 ||
        gate_case_of(ctx->db, ctx->arena, store_id, treated->code, &treat.given, err) < 0 ||
        parse_uses(ctx, store_id, list, &treat.uses, &treat.use_count, err) < 0)
        return -1;
    struct stock_note used = *note;
    used.staff_id = treat.given.operator_id;
    used.client_id = treat.given.client_id;
    treat.given.at = note->at;
    treat.given.day = note->day;
    if (treat_judge_uses(ctx->db, ctx->arena, &rules, &treat, &missing, err) < 0 ||
        treat_second(ctx->db, &treat.given, &used.second_id, err) < 0)
        return -1;
    return missing.count ? gate_refuse(ctx->arena, &missing, err)
                         : treat_items(ctx->db, ctx->arena, &treat.plan, &used, err);
}

static int
end_treatment(struct ctx *ctx, const struct treat_args *args, struct err *err)
{
    struct treated treated;
    int64_t store_id, at = args->until == OPT_UNSET ? ctx->now : args->until;
    if (args->visit || args->project || args->start != OPT_UNSET || args->override)
        return err_set(err, ERR_USAGE,
                       _("--end: takes --until, --stopped and --use; the rest is known already"));
    if (at > ctx->now)
        return err_set(err, ERR_DATA, _("%s: lies ahead; enter it when it is done"), "--until");
    if (gates_begin(ctx, &store_id, NULL, err) < 0 ||
        treat_find(ctx->db, ctx->arena, store_id, args->end, &treated, err) < 0 ||
        treat_end(ctx->db, store_id, &treated, at, args->stopped, err) < 0)
        return -1;
    const struct stock_note note = {
        .kind = "use", .at = at, .day = zone_day(ctx->zone, at), .treatment_id = treated.id};
    if (visit_add_uses(ctx, &args->uses, &treated, &note, store_id, err) < 0)
        return -1;
    return visit_say_treatment(ctx, store_id, treated.code, args->stopped ? "stopped" : "completed",
                               err);
}

int
cmd_treat(struct ctx *ctx, void *data, struct err *err)
{
    const struct treat_args *args = data;
    if (args->end)
        return end_treatment(ctx, args, err);
    if (args->stopped)
        return err_set(err, ERR_USAGE, _("--stopped: goes with --end"));
    if (!args->visit || !args->project)
        return err_set(err, ERR_USAGE, _("%s: missing"), args->visit ? "--project" : "VISIT");
    return begin_treatment(ctx, args, err);
}
