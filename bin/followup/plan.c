/* medi-followup plan: the ladders, made into tasks and messages. */
#include "followup/plan.h"

#include "bin/followup/verbs_people.h"
#include "log/log.h"

static void
say_plan(const struct ctx *ctx, const struct plan_run *run)
{
    if (run->unknown)
        cli_say(ctx,
                _("project %s: ladder %s: not in ladders.yaml; its kind's was taken; mend with: "
                  "medi-visit project edit %s --ladder NAME"),
                run->project, run->unknown, run->project);
    if (run->over)
        cli_say(ctx, _("%lld steps were not made: their time is over"), (long long)run->over);
}

static int
print_plan(struct ctx *ctx, const struct plan_run *run, int64_t climbed, struct err *err)
{
    static const struct out_column columns[] = {
        {"treatments", NULL, OUT_INT}, {"tasks", NULL, OUT_INT}, {"messages", NULL, OUT_INT},
        {"over", NULL, OUT_INT},       {"moved", NULL, OUT_INT}, {"taken_back", NULL, OUT_INT},
        {"climbed", NULL, OUT_INT},
    };
    const struct db_value values[] = {
        db_int(run->treatments), db_int(run->tasks),      db_int(run->messages), db_int(run->over),
        db_int(run->moved),      db_int(run->taken_back), db_int(climbed)};
    struct out *out = cli_out(ctx, columns, 7);
    int result = out_row(out, values, err) < 0 ? -1 : out_end(out, err);
    out_free(out);
    return result;
}

int
cmd_plan(struct ctx *ctx, void *data, struct err *err)
{
    const struct plan_args *args = data;
    struct packs packs = followup_packs(ctx);
    struct ladders ladders;
    if (ladders_load(ctx->arena, &packs, &ladders, err) < 0)
        return -1;
    int64_t today = followup_today(ctx), store_id = 0;
    int64_t reach = ladders.longest / DAY_SECONDS + 1;
    if (ctx->store && cli_store_id(ctx, &store_id, err) < 0)
        return -1;
    struct plan_run run = {.db = ctx->db,
                           .arena = ctx->arena,
                           .packs = &packs,
                           .ladders = &ladders,
                           .store_id = store_id,
                           .from = args->from == OPT_UNSET ? today - reach : args->from,
                           .to = args->to == OPT_UNSET ? today + 1 : args->to,
                           .now = ctx->now,
                           .again = args->again};
    if (plan_run(&run, err) < 0)
        return -1;
    int64_t climbed = followup_climb(ctx, err);
    if (climbed < 0)
        return -1;
    say_plan(ctx, &run);
    if (print_plan(ctx, &run, climbed, err) < 0)
        return -1;
    if (run.tasks + run.messages + run.moved + run.taken_back == 0)
        return 0;
    return cli_log(ctx, store_id ? store_id : LOG_WHERE_WRITTEN, "followup plan",
                   arena_printf(ctx->arena,
                                "%lld tasks, %lld messages, %lld moved, %lld taken back",
                                (long long)run.tasks, (long long)run.messages, (long long)run.moved,
                                (long long)run.taken_back),
                   err);
}
