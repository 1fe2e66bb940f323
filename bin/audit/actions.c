/* What is done about findings: waivers and corrective actions. */
#include <string.h>

#include "audit/action.h"
#include "base/day.h"
#include "bin/audit/rules.h"

static int64_t
today_of(struct ctx *ctx)
{
    return zone_day(ctx->zone, ctx->as_of);
}

static int
find(struct ctx *ctx, const char *rule, const char *subject, struct action_found *found,
     struct err *err)
{
    return action_finding(ctx->db, ctx->arena, rule, subject, ctx->store_id, found, err);
}

/* ---- waive --------------------------------------------------------------------------------------------- */

int
cmd_audit_waive(struct ctx *ctx, void *data, struct err *err)
{
    const struct waive_args *args = data;
    struct action_found found;
    char until[16];
    int64_t today = today_of(ctx);
    if (!args->reason || strlen(args->reason) < 2)
        return err_set(err, ERR_USAGE, _("--reason: say why"));
    if (args->until == OPT_UNSET || args->until < today)
        return err_set(err, ERR_USAGE,
                       _("--until: the last day, from today on; what is let stand "
                         "for ever is no waiver"));
    if (find(ctx, args->rule, args->subject, &found, err) < 0)
        return -1;
    day_format(args->until, until);
    const char *words = arena_printf(ctx->arena, "%s %s %s until %s", found.store, args->rule,
                                     args->subject, until);
    if (cli_second(ctx, "audit.waive", words, args->reason, err) < 0)
        return -1;
    const struct action_waiver waiver = {found.store_id, today,         args->until,
                                         ctx->now,       args->rule,    args->subject,
                                         args->reason,   cli_actor(ctx)};
    if (action_waive(ctx->db, &waiver, err) < 0)
        return -1;
    return cli_log(ctx, found.store_id, args->subject, words, err);
}

int
cmd_audit_trend(struct ctx *ctx, void *data, struct err *err)
{
    struct trend_args *args = data;
    if (args->last == INT64_MIN)
        args->last = 30;
    return cli_query(ctx, args, SQL_AUDIT_TREND, err) < 0 ? -1 : 0;
}

/* ---- actions ------------------------------------------------------------------------------------------- */

static struct action_step
step_of(struct ctx *ctx, const struct action_args *args, const char *kind, const char *says)
{
    return (struct action_step){.kind = kind,
                                .login = cli_actor(ctx),
                                .owner = args->owner,
                                .says = says,
                                .at = ctx->now,
                                .today = today_of(ctx),
                                .due_on = args->due == OPT_UNSET ? INT64_MIN : args->due};
}

int
cmd_action_open(struct ctx *ctx, void *data, struct err *err)
{
    const struct action_args *args = data;
    struct action_found found;
    const char *code;
    const struct action_step step = step_of(ctx, args, "open", args->what);
    if (args->due == OPT_UNSET)
        return err_set(err, ERR_USAGE, _("--due: missing: until when it is to be put right"));
    if (!args->what || !*args->what)
        return err_set(err, ERR_USAGE, _("--what: missing: what is to be done"));
    if (find(ctx, args->rule, args->subject, &found, err) < 0 ||
        action_open(ctx->db, ctx->arena, &found, args->what, &step, &code, err) < 0)
        return -1;
    fprintf(ctx->stream, "%s\n", code);
    return cli_log(ctx, found.store_id, code,
                   arena_printf(ctx->arena, "open: %s %s", args->rule, args->subject), err);
}

typedef int take_step(struct db *db, const struct action *action, const struct action_step *step,
                      struct err *err);

/* Of an action that is there; the day is as it was, unless the verb has --due. */
static int
step(struct ctx *ctx, const struct action_args *args, const char *kind, const char *says,
     take_step *take, struct err *err)
{
    struct action action;
    const struct action_step step = step_of(ctx, args, kind, says);
    if (action_find(ctx->db, ctx->arena, args->code, step.today, &action, err) < 0 ||
        take(ctx->db, &action, &step, err) < 0)
        return -1;
    return cli_log(ctx, action.store_id, args->code,
                   arena_printf(ctx->arena, "%s%s%s", kind, says ? ": " : "", says ? says : ""),
                   err);
}

int
cmd_action_assign(struct ctx *ctx, void *data, struct err *err)
{
    return step(ctx, data, "assign", NULL, action_assign, err);
}

int
cmd_action_evidence(struct ctx *ctx, void *data, struct err *err)
{
    struct action_args *args = data;
    args->due = OPT_UNSET;
    return step(ctx, args, "evidence", args->says, action_evidence, err);
}

int
cmd_action_close(struct ctx *ctx, void *data, struct err *err)
{
    struct action_args *args = data;
    args->due = OPT_UNSET;
    return step(ctx, args, "close", args->reason, action_close, err);
}

static int
count_late(void *context, const struct db_stmt *stmt, struct err *err)
{
    (void)err;
    *(int64_t *)context = db_get_int(stmt, 0);
    return 0;
}

/* 1 if any is overdue: whoever runs it from cron hears of it. */
int
cmd_action_list(struct ctx *ctx, void *data, struct err *err)
{
    const struct db_value values[] = {db_text(ctx->store), db_int(today_of(ctx))};
    int64_t late = 0;
    if (cli_query(ctx, data, SQL_AUDIT_ACTION_LIST, err) < 0 ||
        sql_each(ctx->db, SQL_AUDIT_ACTION_LATE, values, 2, count_late, &late, err) < 0)
        return -1;
    if (late > 0)
        cli_say(ctx, _("%lld corrective actions are overdue"), (long long)late);
    return late > 0 ? EXIT_NO : 0;
}
