/* Whether a step may follow: what the table of steps does not say. */
#include <string.h>

#include "base/day.h"
#include "base/money.h"
#include "complaint/complaint.h"

typedef int judge_step(const struct complaint *complaint, const struct step_order *order,
                       struct step_change *change, struct err *err);

static int
need_note(const struct step_order *order, struct err *err)
{
    if (order->note && *order->note)
        return 0;
    return err_set(err, ERR_DATA, _("%s: say what: --note"), step_rule(order->step)->name);
}

static int
not_about(const struct complaint *complaint, const struct staff *staff, struct err *err)
{
    if (!complaint->about_id || staff->id != complaint->about_id)
        return 0;
    return err_set(err, ERR_DATA, _("%s: the complaint is about them; another must do it"),
                   staff->code);
}

/* ---- by step ---------------------------------------------------------------------------------------- */

static int
judge_assign(const struct complaint *complaint, const struct step_order *order,
             struct step_change *change, struct err *err)
{
    if (!order->with)
        return err_set(err, ERR_DATA, _("assign: say to whom: --to"));
    if (strcmp(order->with->role, "manager") != 0)
        return err_set(err, ERR_DATA, _("assign: %s is %s, and a manager answers for a complaint"),
                       order->with->code, order->with->role);
    if (order->with->id == complaint->owner_id)
        return err_set(err, ERR_DATA, _("assign: %s answers for it already"), order->with->code);
    if (staff_here(order->with, order->day, err) < 0 || not_about(complaint, order->with, err) < 0)
        return -1;
    change->owner_id = order->with->id;
    return 0;
}

/* The manager who owns it, with the client's own consultant. */
static int
judge_respond(const struct complaint *complaint, const struct step_order *order,
              struct step_change *change, struct err *err)
{
    if (order->by->id != complaint->owner_id)
        return err_set(err, ERR_DATA, _("respond: %s is not its owner; assign it first"),
                       order->by->code);
    if (!order->with)
        return err_set(err, ERR_DATA,
                       _("respond: client %s has no consultant; say with whom: --with"),
                       complaint->client);
    if (order->with->id != complaint->consultant_id && strcmp(order->with->role, "consultant") != 0)
        return err_set(err, ERR_DATA, _("respond: %s is %s, and not a consultant"),
                       order->with->code, order->with->role);
    if (staff_here(order->with, order->day, err) < 0)
        return err_wrap(err, _("respond, --with"));
    change->responded_at = order->at;
    return need_note(order, err);
}

static int
judge_note(const struct complaint *complaint, const struct step_order *order,
           struct step_change *change, struct err *err)
{
    (void)complaint;
    (void)change;
    return need_note(order, err);
}

static int
judge_propose(const struct complaint *complaint, const struct step_order *order,
              struct step_change *change, struct err *err)
{
    (void)complaint;
    change->amount_fen = order->amount_fen == COMPLAINT_NEVER ? 0 : order->amount_fen;
    if (change->amount_fen < 0)
        return err_set(err, ERR_DATA, _("propose: an amount below nought"));
    return need_note(order, err);
}

static int
judge_agree(const struct complaint *complaint, const struct step_order *order,
            struct step_change *change, struct err *err)
{
    char text[32];
    change->amount_fen = order->amount_fen;
    if (complaint->state == STATE_MEDIATION)
        return order->amount_fen >= 0
                   ? 0
                   : err_set(err, ERR_DATA,
                             _("agree: say the amount that the mediation came to: --amount"));
    if (order->amount_fen == COMPLAINT_NEVER)
        change->amount_fen = complaint->proposed_fen;
    if (change->amount_fen == complaint->proposed_fen && change->amount_fen >= 0)
        return 0;
    money_format(complaint->proposed_fen, text);
    return err_set(err, ERR_DATA, _("agree: %s was proposed; propose the other amount first"),
                   text);
}

static int
judge_compensate(const struct complaint *complaint, const struct step_order *order,
                 struct step_change *change, struct err *err)
{
    char agreed[32], paid[32];
    int64_t left = complaint->agreed_fen - complaint->compensation_fen;
    if (order->amount_fen == COMPLAINT_NEVER || order->amount_fen <= 0)
        return err_set(err, ERR_DATA, _("compensate: say how much: --amount"));
    money_format(complaint->agreed_fen, agreed);
    money_format(complaint->compensation_fen, paid);
    if (order->amount_fen > left)
        return err_set(err, ERR_DATA, _("compensate: more than is agreed: %s, of which %s is paid"),
                       agreed, paid);
    change->compensation_fen += order->amount_fen;
    return 0;
}

static int
judge_pause(const struct complaint *complaint, const struct step_order *order,
            struct step_change *change, struct err *err)
{
    (void)complaint;
    change->paused_at = order->at;
    return need_note(order, err);
}

static int
judge_resume(const struct complaint *complaint, const struct step_order *order,
             struct step_change *change, struct err *err)
{
    (void)err;
    change->paused_s += order->at - complaint->paused_at;
    change->paused_at = COMPLAINT_NEVER;
    return 0;
}

static int
judge_close(const struct complaint *complaint, const struct step_order *order,
            struct step_change *change, struct err *err)
{
    char agreed[32], paid[32];
    if (complaint->agreed_fen != COMPLAINT_NEVER &&
        complaint->compensation_fen < complaint->agreed_fen) {
        money_format(complaint->agreed_fen, agreed);
        money_format(complaint->compensation_fen, paid);
        return err_set(err, ERR_DATA, _("close: %s is agreed and %s paid; compensate first"),
                       agreed, paid);
    }
    if (!complaint->feedbacks && (!order->reason || !*order->reason))
        return err_set(err, ERR_DATA,
                       _("close: the client's feedback is missing; record it, or say --reason"));
    if (!order->improvement || !*order->improvement)
        return err_set(err, ERR_DATA, _("close: say what is improved: --improvement"));
    change->closed_at = order->at;
    return 0;
}

static judge_step *const judges[STEPS] = {
    [STEP_ASSIGN] = judge_assign,         [STEP_RESPOND] = judge_respond,
    [STEP_INVESTIGATE] = judge_note,      [STEP_PROPOSE] = judge_propose,
    [STEP_AGREE] = judge_agree,           [STEP_MEDIATE] = judge_note,
    [STEP_COMPENSATE] = judge_compensate, [STEP_FEEDBACK] = judge_note,
    [STEP_PAUSE] = judge_pause,           [STEP_RESUME] = judge_resume,
    [STEP_CLOSE] = judge_close,
};

/* ---- what holds of every step ------------------------------------------------------------------------ */

static int
judge_time(const struct complaint *complaint, const struct step_order *order, struct err *err)
{
    int64_t last =
        complaint->last_at == COMPLAINT_NEVER ? complaint->opened_at : complaint->last_at;
    if (order->at > order->now)
        return err_set(err, ERR_DATA, _("--at: lies ahead"));
    return order->at >= last ? 0
                             : err_set(err, ERR_DATA, _("--at: lies before the step before it"));
}

int
complaint_judge(const struct complaint *complaint, const struct step_order *order,
                struct step_change *change, struct err *err)
{
    const struct step_rule *rule = step_rule(order->step);
    *change = (struct step_change){
        .with = order->with,
        .amount_fen = order->amount_fen,
        .owner_id = complaint->owner_id,
        .responded_at = complaint->responded_at,
        .paused_at = complaint->paused_at,
        .paused_s = complaint->paused_s,
        .compensation_fen = complaint->compensation_fen,
        .closed_at = COMPLAINT_NEVER,
    };
    if (step_allowed(order->step, complaint->state, complaint->paused_at != COMPLAINT_NEVER,
                     &change->state, err) < 0 ||
        step_role(order->step, order->by->code, order->by->role, err) < 0)
        return err_wrap(err, "%s", complaint->code);
    if (staff_here(order->by, order->day, err) < 0 || not_about(complaint, order->by, err) < 0 ||
        judge_time(complaint, order, err) < 0)
        return err_wrap(err, "%s: %s", complaint->code, rule->name);
    return judges[order->step](complaint, order, change, err) < 0
               ? err_wrap(err, "%s", complaint->code)
               : 0;
}
