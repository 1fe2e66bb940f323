/* How long documents are kept, and what must not be destroyed. */
#include "bin/audit/retention.h"

#include <string.h>

#include "base/day.h"
#include "cli/put.h"
#include "keeping/keeping.h"

static int
load(struct ctx *ctx, struct keeping *retention, struct err *err)
{
    const struct packs packs = {ctx->config, ctx->share};
    return keeping_load(ctx->arena, &packs, retention, err);
}

/* ---- what may be destroyed -------------------------------------------------------------------------- */

static const struct out_column columns[] = {
    {"class", NULL, OUT_TEXT},    {"says", NULL, OUT_TEXT},       {"years", NULL, OUT_INT},
    {"law_years", NULL, OUT_INT}, {"event", NULL, OUT_TEXT},      {"rows", NULL, OUT_INT},
    {"oldest", NULL, OUT_DAY},    {"may_destroy", NULL, OUT_INT}, {"since", NULL, OUT_DAY},
    {"must_keep", NULL, OUT_INT}, {"next_on", NULL, OUT_DAY},     {"on_hold", NULL, OUT_INT},
    {"article", NULL, OUT_TEXT},  {"confirmed", NULL, OUT_BOOL},  {"quote", NULL, OUT_TEXT},
};

static struct db_value
day_value(int64_t day)
{
    return day == INT64_MIN ? db_null() : db_int(day);
}

/* The law's years, or the clinic's own where they are more. */
static int
years_of(struct ctx *ctx, const struct keeping_class *class, int64_t *years, struct err *err)
{
    int64_t own;
    if (cli_setting(ctx, class->setting, 0, &own, err) < 0)
        return -1;
    *years = class->years > own ? class->years : own;
    return 0;
}

static int
print_class(struct ctx *ctx, struct out *out, const struct keeping_class *class, struct err *err)
{
    struct keeping_count count;
    int64_t years;
    if (years_of(ctx, class, &years, err) < 0 ||
        keeping_count(ctx->db, class, years, ctx->store ? ctx->store_id : -1,
                      zone_day(ctx->zone, ctx->as_of), &count, err) < 0)
        return -1;
    const struct db_value values[] = {
        db_text(class->name),
        db_text(ctx->zh ? class->zh : class->says),
        db_int(years),
        db_int(class->years),
        db_text(ctx->zh ? class->from : class->event),
        db_int(count.rows),
        day_value(count.oldest),
        db_int(count.may),
        day_value(count.since),
        db_int(count.rows - count.may),
        day_value(count.next),
        db_int(count.held),
        db_text(class->law.name),
        db_int(class->law.confirmed),
        db_text(class->quote),
    };
    return out_row(out, values, err);
}

int
cmd_retention(struct ctx *ctx, void *data, struct err *err)
{
    const struct retention_args *args = data;
    struct keeping retention;
    if (load(ctx, &retention, err) < 0)
        return -1;
    const struct keeping_class *only =
        args->class ? keeping_find(&retention, args->class, err) : NULL;
    if (args->class && !only)
        return -1;
    struct out *out = cli_out(ctx, columns, sizeof columns / sizeof *columns);
    int result = 0;
    for (int i = 0; result == 0 && i < retention.count; i++)
        if (!only || only == &retention.classes[i])
            result = print_class(ctx, out, &retention.classes[i], err);
    if (result == 0)
        result = out_end(out, err);
    out_free(out);
    return result;
}

/* ---- holds ------------------------------------------------------------------------------------------ */

static int
check_reason(const struct retention_args *args, struct err *err)
{
    return args->reason && strlen(args->reason) >= 2
               ? 0
               : err_set(err, ERR_USAGE, _("--reason: say why"));
}

int
cmd_retention_hold(struct ctx *ctx, void *data, struct err *err)
{
    const struct retention_args *args = data;
    struct keeping retention;
    struct cli_record record;
    if (!args->class && !args->client)
        return err_set(err, ERR_USAGE, _("--class, --client: say what is held, or of whom"));
    if (check_reason(args, err) < 0 || load(ctx, &retention, err) < 0)
        return -1;
    const struct keeping_class *class =
        args->class ? keeping_find(&retention, args->class, err) : NULL;
    if (args->class && !class)
        return -1;
    cli_record_init(&record, "holds", PUT_ADD);
    cli_give(&record, "class", class ? class->name : NULL);
    cli_give(&record, "client", args->client);
    cli_give(&record, "reason", args->reason);
    cli_give_moment(ctx, &record, "at", ctx->now);
    cli_give(&record, "by", cli_actor(ctx));
    return cli_put(ctx, &record, err) < 0 ? -1 : cli_say_record(ctx, &record, err);
}

int
cmd_retention_release(struct ctx *ctx, void *data, struct err *err)
{
    const struct retention_args *args = data;
    struct cli_record record;
    if (check_reason(args, err) < 0 || keeping_hold_check(ctx->db, args->hold, err) < 0)
        return -1;
    cli_record_init(&record, "holds", PUT_EDIT);
    cli_give(&record, "code", args->hold);
    cli_give_moment(ctx, &record, "released_at", ctx->now);
    cli_give(&record, "released_by", cli_actor(ctx));
    cli_give(&record, "released_why", args->reason);
    return cli_put(ctx, &record, err) < 0 ? -1 : 0;
}

int
cmd_retention_holds(struct ctx *ctx, void *data, struct err *err)
{
    int64_t rows = cli_query(ctx, data, SQL_KEEPING_HOLDS, err);
    return rows < 0 ? -1 : rows > 0 && ctx->exit_rows;
}
