/* The standard procedure: what it is, what was done of it, how a visit and how a month went. */
#include <string.h>

#include "bin/visit/verbs.h"
#include "visit/sop.h"

static int
load(struct ctx *ctx, struct sop *sop, struct err *err)
{
    const struct packs packs = {ctx->config, ctx->share};
    return sop_load(ctx->arena, &packs, sop, err);
}

static int
finish(struct out *out, int result, struct err *err)
{
    if (result == 0)
        result = out_end(out, err);
    out_free(out);
    return result;
}

/* ---- list ---------------------------------------------------------------------------------- */

static const char *
facts_of(struct arena *arena, const struct sop_rule *rule)
{
    const char *text = NULL;
    for (int i = 0; i < rule->when_count; i++)
        text =
            text ? arena_printf(arena, "%s, %s", text, rule->when[i]->name) : rule->when[i]->name;
    return text;
}

static int
list_action(struct ctx *ctx, struct out *out, const struct sop *sop,
            const struct sop_action *action, uint64_t overrides, struct err *err)
{
    const struct sop_stage *stage = &sop->stages[action->stage];
    const struct sop_rule rule = sop_rule_of(sop, action, overrides);
    const char *of = rule.limit.of ? rule.limit.of->name : NULL;
    const struct db_value values[] = {
        db_text(stage->id),
        db_text(stage->zh),
        db_text(action->id),
        db_text(action->zh),
        db_text(action->en),
        db_text(sop_role_name(action->role)),
        db_text(action->evidence ? action->evidence->name : "done"),
        db_text(rule.limit.text),
        db_text(rule.limit.before ? NULL : of),
        db_text(rule.limit.before ? of : NULL),
        db_text(facts_of(ctx->arena, &rule)),
    };
    return rule.on ? out_row(out, values, err) : 0;
}

int
cmd_sop_list(struct ctx *ctx, void *data, struct err *err)
{
    static const struct out_column columns[] = {
        {"stage", NULL, OUT_TEXT},    {"stage_zh", NULL, OUT_TEXT}, {"action", NULL, OUT_TEXT},
        {"zh", NULL, OUT_TEXT},       {"says", NULL, OUT_TEXT},     {"role", NULL, OUT_TEXT},
        {"evidence", NULL, OUT_TEXT}, {"within", NULL, OUT_TEXT},   {"from", NULL, OUT_TEXT},
        {"before", NULL, OUT_TEXT},   {"when", NULL, OUT_TEXT},
    };
    const struct sop_list_args *args = data;
    struct sop sop;
    if (load(ctx, &sop, err) < 0)
        return -1;
    uint64_t overrides = sop_overrides_of(&sop, args->project, args->kind);
    struct out *out = cli_out(ctx, columns, sizeof columns / sizeof *columns);
    int result = 0;
    for (int stage = 0; stage < sop.stage_count; stage++)
        for (int i = 0; i < sop.count && result == 0; i++)
            if (sop.actions[i].stage == stage)
                result = list_action(ctx, out, &sop, &sop.actions[i], overrides, err);
    return finish(out, result, err);
}

/* ---- one visit ----------------------------------------------------------------------------- */

static int
find_visit(struct ctx *ctx, const char *code, struct sop_window *window, struct err *err)
{
    int64_t store_id;
    *window = (struct sop_window){.as_of = ctx->as_of};
    if (cli_store_id(ctx, &store_id, err) < 0)
        return -1;
    int found = sop_find_visit(ctx->db, store_id, code, window, err);
    return found == 0  ? err_set(err, ERR_DATA, _("%s %s: no such visit"), ctx->store, code)
           : found < 0 ? -1
                       : 0;
}

struct showing {
    struct ctx *ctx;
    const struct sop *sop;
    struct out *out;
    bool all;
    int visits;
    struct sop_tally tally;
};

static int
show_action(struct showing *showing, const struct sop_visit *visit, const struct sop_action *action,
            struct err *err)
{
    struct sop_verdict verdict;
    struct ctx *ctx = showing->ctx;
    const char *did, *answers;
    sop_judge(showing->sop, visit, action, ctx->as_of, &verdict);
    showing->tally.done += verdict.state == SOP_DONE;
    showing->tally.late += verdict.state == SOP_LATE;
    showing->tally.missing += verdict.state == SOP_MISSING;
    if (verdict.state == SOP_NONE && !showing->all)
        return 0;
    if (sop_staff_code(ctx->db, ctx->arena, verdict.did, &did, err) < 0 ||
        sop_staff_code(ctx->db, ctx->arena, verdict.answers, &answers, err) < 0)
        return -1;
    const struct db_value values[] = {
        db_text(showing->sop->stages[action->stage].id),
        db_text(action->id),
        db_text(action->zh),
        db_text(sop_role_name(action->role)),
        db_text(sop_state_name(verdict.state)),
        verdict.has_at ? db_int(verdict.at) : db_null(),
        verdict.has_limit ? db_int(verdict.limit) : db_null(),
        db_text(did),
        db_text(answers),
        db_text(verdict.treatment ? verdict.treatment->project : NULL),
    };
    return out_row(showing->out, values, err);
}

static int
show_visit(void *context, const struct sop_visit *visit, struct err *err)
{
    struct showing *showing = context;
    const struct sop *sop = showing->sop;
    showing->visits++;
    for (int stage = 0; stage < sop->stage_count; stage++)
        for (int i = 0; i < sop->count; i++)
            if (sop->actions[i].stage == stage &&
                show_action(showing, visit, &sop->actions[i], err) < 0)
                return -1;
    return 0;
}

/* The visit's conformance, beside the rows. */
static int
say_conformance(struct ctx *ctx, const char *visit, const struct sop_tally *tally, struct err *err)
{
    struct sop_measure measure;
    bool off;
    int64_t due = sop_due(tally);
    if (sop_measure(ctx, &measure, err) < 0)
        return -1;
    if (due == 0) {
        cli_say(ctx, _("%s: nothing is due yet"), visit);
        return 0;
    }
    int64_t apart = sop_deviation(tally, measure.target, measure.tolerance, &off);
    int64_t tenths = (apart + (apart < 0 ? -500 : 500)) / 1000;
    cli_say(ctx,
            _("%s: %lld of %lld in time, %lld late, %lld missing; %s%lld.%lld points of %lld %%%s"),
            visit, (long long)tally->done, (long long)due, (long long)tally->late,
            (long long)tally->missing, tenths < 0 ? "-" : "+",
            (long long)(tenths < 0 ? -tenths : tenths) / 10,
            (long long)(tenths < 0 ? -tenths : tenths) % 10, (long long)measure.target,
            off ? _(", off the target") : "");
    return 0;
}

int
cmd_sop_show(struct ctx *ctx, void *data, struct err *err)
{
    static const struct out_column columns[] = {
        {"stage", NULL, OUT_TEXT},   {"action", NULL, OUT_TEXT}, {"zh", NULL, OUT_TEXT},
        {"role", NULL, OUT_TEXT},    {"state", NULL, OUT_TEXT},  {"at", NULL, OUT_MOMENT},
        {"limit", NULL, OUT_MOMENT}, {"staff", NULL, OUT_TEXT},  {"answers", NULL, OUT_TEXT},
        {"project", NULL, OUT_TEXT},
    };
    const struct sop_show_args *args = data;
    struct sop sop;
    struct sop_window window;
    if (load(ctx, &sop, err) < 0 || find_visit(ctx, args->visit, &window, err) < 0)
        return -1;
    struct showing showing = {.ctx = ctx, .sop = &sop, .all = args->all};
    showing.out = cli_out(ctx, columns, sizeof columns / sizeof *columns);
    int result = sop_visits(ctx->db, &sop, &window, show_visit, &showing, err);
    result = finish(showing.out, result, err);
    if (result == 0 && !showing.visits)
        return err_set(err, ERR_DATA, _("%s %s: was cancelled, entered in error or never begun"),
                       ctx->store, args->visit);
    return result < 0 ? -1 : say_conformance(ctx, args->visit, &showing.tally, err);
}

/* ---- done ---------------------------------------------------------------------------------- */

struct doing {
    const struct sop *sop;
    const struct sop_action *action;
    int64_t as_of, arrived_at;
    enum sop_state state;
    bool found, was_done;
};

static int
judge_visit(void *context, const struct sop_visit *visit, struct err *err)
{
    struct doing *doing = context;
    struct sop_verdict verdict;
    (void)err;
    sop_judge(doing->sop, visit, doing->action, doing->as_of, &verdict);
    doing->state = verdict.state;
    doing->found = true;
    doing->was_done = visit->done[doing->action->done_slot].there;
    doing->arrived_at = visit->arrived_at;
    return 0;
}

/* Only what the pack decides by such a row is said, of a visit that it applies to, once. */
static int
check_action(struct ctx *ctx, const struct sop *sop, const struct sop_window *window,
             const struct sop_done_args *args, const char *id, struct err *err)
{
    const struct sop_action *action = sop_find(sop, id, err);
    struct doing doing = {.sop = sop, .action = action, .as_of = ctx->now};
    if (!action)
        return -1;
    if (action->evidence)
        return err_set(err, ERR_DATA,
                       _("%s: is decided by a record (%s), and not by saying so; make the record"),
                       id, action->evidence->name);
    if (sop_visits(ctx->db, sop, window, judge_visit, &doing, err) < 0)
        return -1;
    if (!doing.found)
        return err_set(err, ERR_DATA, _("%s %s: was cancelled, entered in error or never begun"),
                       ctx->store, args->visit);
    if (doing.was_done)
        return err_set(err, ERR_DATA, _("%s: was said to be done already; nothing is overwritten"),
                       id);
    if (args->at != OPT_UNSET && args->at < doing.arrived_at)
        return err_set(err, ERR_DATA, _("--at: lies before the client's arrival"));
    return doing.state != SOP_NONE
               ? 0
               : err_set(err, ERR_DATA,
                         _("%s: does not apply to %s; see: medi-visit sop show %s --all"), id,
                         args->visit, args->visit);
}

static int
put_done(struct ctx *ctx, const struct sop_done_args *args, const char *action, const char *staff,
         struct err *err)
{
    struct cli_record record;
    cli_record_init(&record, "sop_dones", PUT_ADD);
    cli_give(&record, "visit", args->visit);
    cli_give(&record, "action", action);
    cli_give_moment(ctx, &record, "at", args->at == OPT_UNSET ? ctx->now : args->at);
    cli_give(&record, "staff", staff);
    cli_give(&record, "proof", args->proof);
    return cli_put(ctx, &record, err);
}

int
cmd_sop_done(struct ctx *ctx, void *data, struct err *err)
{
    const struct sop_done_args *args = data;
    const char *staff;
    struct sop sop;
    struct sop_window window;
    if (load(ctx, &sop, err) < 0 || find_visit(ctx, args->visit, &window, err) < 0 ||
        journey_staff(ctx, args->staff, &staff, err) < 0)
        return -1;
    if (args->at != OPT_UNSET && args->at > ctx->now)
        return err_set(err, ERR_DATA, _("%s: lies ahead; enter it when it is done"), "--at");
    window.as_of = ctx->now;
    for (int i = 0; i < args->actions.count; i++)
        if (check_action(ctx, &sop, &window, args, args->actions.items[i], err) < 0)
            return -1;
    for (int i = 0; i < args->actions.count; i++)
        if (put_done(ctx, args, args->actions.items[i], staff, err) < 0)
            return -1;
    return 0;
}
