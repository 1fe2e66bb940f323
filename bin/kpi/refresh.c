/* Facts, people and rollups made anew. */
#include "fact/fact.h"
#include "bin/kpi/verbs_fact.h"

enum { TOLD = 10 };

struct report {
    struct ctx *ctx;
    int64_t count;
};

static int
report_found(void *context, const char *what, struct err *err)
{
    struct report *report = context;
    (void)err;
    if (report->count++ < TOLD)
        cli_say(report->ctx, "%s", what);
    return 0;
}

int
cmd_refresh(struct ctx *ctx, void *data, struct err *err)
{
    const struct refresh_args *args = data;
    struct report report = {.ctx = ctx};
    if (!args->all) {
        if (fact_recount(ctx->db, ctx->arena, report_found, &report, err) < 0)
            return -1;
        if (!report.count) {
            cli_say(ctx, _("figures are equal to a recount"));
            return 0;
        }
    }
    if (fact_refresh_all(ctx->db, err) < 0 ||
        cli_log(ctx, 0, "figures",
                args->all ? NULL
                          : arena_printf(ctx->arena, "%lld differed", (long long)report.count),
                err) < 0)
        return -1;
    cli_say(ctx, _("figures were made anew"));
    return 0;
}
