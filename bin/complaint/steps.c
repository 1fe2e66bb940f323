/* Every step behind the opening: judged, then written as a step and as the complaint's new state. */
#include <string.h>

#include "base/money.h"
#include "bin/complaint/verbs.h"
#include "complaint/due.h"

struct deed { /* a step under way */
    struct complaint complaint;
    struct complaint_rules rules;
    struct staff by, with;
    struct step_order order;
    struct step_change change;
};

/* Who does it: who was named, else who runs this. */
static int
find_by(struct ctx *ctx, const struct step_args *args, struct deed *deed, struct err *err)
{
    int64_t day = deed->order.day;
    deed->order.by = &deed->by;
    if (args->by)
        return staff_find(ctx->db, ctx->arena, args->by, day, &deed->by, err);
    int found = staff_of_login(ctx->db, ctx->arena, cli_actor(ctx), day, &deed->by, err);
    if (found < 0)
        return -1;
    return found ? 0
                 : err_set(err, ERR_DATA,
                           _("who does it: your account is nobody's of the staff; say --by"));
}

/* With whom: who was named; for a response else the client's consultant. */
static int
find_with(struct ctx *ctx, const struct step_args *args, struct deed *deed, struct err *err)
{
    const char *named = args->to ? args->to : args->with;
    int64_t day = deed->order.day;
    int found = 1;
    if (named) {
        if (staff_find(ctx->db, ctx->arena, named, day, &deed->with, err) < 0)
            return -1;
    } else if (deed->order.step == STEP_RESPOND && deed->complaint.consultant_id) {
        found =
            staff_get(ctx->db, ctx->arena, deed->complaint.consultant_id, day, &deed->with, err);
    } else {
        return 0;
    }
    if (found == 1)
        deed->order.with = &deed->with;
    return found < 0 ? -1 : 0;
}

static bool
takes_amount(enum complaint_step step)
{
    return step == STEP_PROPOSE || step == STEP_AGREE || step == STEP_COMPENSATE;
}

static int
prepare(struct ctx *ctx, const struct step_args *args, enum complaint_step step, struct deed *deed,
        struct err *err)
{
    struct packs packs = verbs_packs(ctx);
    int64_t store_id;
    *deed = (struct deed){0};
    if (cli_store_id(ctx, &store_id, err) < 0 ||
        complaint_get(ctx->db, ctx->arena, store_id, args->complaint, &deed->complaint, err) < 0 ||
        complaint_rules(ctx->db, ctx->arena, &packs, store_id, &deed->rules, err) < 0)
        return -1;
    deed->order = (struct step_order){
        .step = step,
        .now = ctx->now,
        .at = args->at == OPT_UNSET ? ctx->now : args->at,
        .amount_fen =
            takes_amount(step) && args->amount != OPT_UNSET ? args->amount : COMPLAINT_NEVER,
        .note = args->note,
        .reason = args->reason,
        .improvement = args->improvement,
    };
    deed->order.day = zone_day(ctx->zone, deed->order.at);
    if (find_by(ctx, args, deed, err) < 0 || find_with(ctx, args, deed, err) < 0)
        return err_wrap(err, "%s: %s", args->complaint, step_rule(step)->name);
    return complaint_judge(&deed->complaint, &deed->order, &deed->change, err);
}

/* ---- writing ----------------------------------------------------------------------------------------- */

static void
give_fen(struct ctx *ctx, struct cli_record *record, const char *column, int64_t fen)
{
    if (fen != COMPLAINT_NEVER)
        cli_give_int(ctx, record, column, fen);
}

static int
put_step(struct ctx *ctx, const struct step_args *args, const struct deed *deed, struct err *err)
{
    const struct step_order *order = &deed->order;
    struct cli_record step;
    cli_record_init(&step, "complaint_steps", PUT_ADD);
    cli_give(&step, "complaint", args->complaint);
    cli_give(&step, "client", deed->complaint.client);
    cli_give_int(ctx, &step, "line", deed->complaint.lines + 1);
    cli_give(&step, "kind", step_rule(order->step)->name);
    cli_give_moment(ctx, &step, "at", order->at);
    cli_give(&step, "staff", order->by->code);
    cli_give(&step, "with", order->with ? order->with->code : NULL);
    give_fen(ctx, &step, "amount_fen", deed->change.amount_fen);
    cli_give(&step, "proof", args->proof);
    cli_give(&step, "note", order->step == STEP_CLOSE ? order->reason : order->note);
    return cli_put(ctx, &step, err);
}

static int
put_state(struct ctx *ctx, const struct step_args *args, const struct deed *deed, struct err *err)
{
    const struct step_change *change = &deed->change;
    struct cli_record record;
    cli_record_init(&record, "complaints", PUT_EDIT);
    cli_give(&record, "code", args->complaint);
    cli_give(&record, "state", state_name(change->state));
    if (deed->order.step == STEP_ASSIGN)
        cli_give(&record, "owner", deed->with.code);
    if (change->responded_at != COMPLAINT_NEVER)
        cli_give_moment(ctx, &record, "responded_at", change->responded_at);
    if (change->paused_at != COMPLAINT_NEVER)
        cli_give_moment(ctx, &record, "paused_at", change->paused_at);
    else
        cli_give(&record, "paused_at", "");
    cli_give_int(ctx, &record, "paused_s", change->paused_s);
    cli_give_int(ctx, &record, "compensation_fen", change->compensation_fen);
    if (change->closed_at != COMPLAINT_NEVER)
        cli_give_moment(ctx, &record, "closed_at", change->closed_at);
    cli_give(&record, "improvement", args->improvement);
    return cli_put(ctx, &record, err);
}

static int
run_step(struct ctx *ctx, const struct step_args *args, const struct deed *deed, struct err *err)
{
    return put_step(ctx, args, deed, err) < 0 || put_state(ctx, args, deed, err) < 0 ? -1 : 0;
}

static int
step(struct ctx *ctx, const void *data, enum complaint_step which, struct err *err)
{
    struct deed deed;
    return prepare(ctx, data, which, &deed, err) < 0 ? -1 : run_step(ctx, data, &deed, err);
}

/* ---- verbs ------------------------------------------------------------------------------------------- */

int
cmd_assign(struct ctx *ctx, void *data, struct err *err)
{
    return step(ctx, data, STEP_ASSIGN, err);
}

/* A late response is one all the same, and says how late it is. */
int
cmd_respond(struct ctx *ctx, void *data, struct err *err)
{
    const struct complaint *complaint;
    struct deed deed;
    int64_t due;
    if (prepare(ctx, data, STEP_RESPOND, &deed, err) < 0)
        return -1;
    complaint = &deed.complaint;
    if (due_response(ctx->db, &deed.rules, complaint->id, complaint->opened_at,
                     complaint->respond_by, deed.order.at, &due, err) < 0)
        return -1;
    if (deed.order.at > due)
        cli_say(ctx, _("%s: responded %lld minutes late"), complaint->code,
                (long long)(clock_between(&deed.rules.clock, due, deed.order.at) / 60));
    return run_step(ctx, data, &deed, err);
}

int
cmd_investigate(struct ctx *ctx, void *data, struct err *err)
{
    return step(ctx, data, STEP_INVESTIGATE, err);
}

int
cmd_propose(struct ctx *ctx, void *data, struct err *err)
{
    return step(ctx, data, STEP_PROPOSE, err);
}

int
cmd_agree(struct ctx *ctx, void *data, struct err *err)
{
    return step(ctx, data, STEP_AGREE, err);
}

int
cmd_mediate(struct ctx *ctx, void *data, struct err *err)
{
    return step(ctx, data, STEP_MEDIATE, err);
}

/* Above the limit, in sum, a second person consents. */
int
cmd_compensate(struct ctx *ctx, void *data, struct err *err)
{
    struct deed deed;
    char amount[32], sum[32];
    if (prepare(ctx, data, STEP_COMPENSATE, &deed, err) < 0)
        return -1;
    if (deed.change.compensation_fen > deed.rules.alone_fen) {
        money_format(deed.order.amount_fen, amount);
        money_format(deed.change.compensation_fen, sum);
        const char *subject = arena_printf(ctx->arena, "%s %s %s: %s, %s in all", ctx->store,
                                           deed.complaint.code, deed.complaint.client, amount, sum);
        if (cli_second(ctx, "complaint.compensate", subject, deed.order.note, err) < 0)
            return -1;
    }
    return run_step(ctx, data, &deed, err);
}

int
cmd_feedback(struct ctx *ctx, void *data, struct err *err)
{
    return step(ctx, data, STEP_FEEDBACK, err);
}

int
cmd_pause(struct ctx *ctx, void *data, struct err *err)
{
    return step(ctx, data, STEP_PAUSE, err);
}

int
cmd_resume(struct ctx *ctx, void *data, struct err *err)
{
    return step(ctx, data, STEP_RESUME, err);
}

int
cmd_close(struct ctx *ctx, void *data, struct err *err)
{
    return step(ctx, data, STEP_CLOSE, err);
}
