/* medi-roster heads: how many of a role people want, whatever the forecast says. */
#include <string.h>

#include "bin/roster/load.h"
#include "bin/roster/verbs.h"
#include "db/sql.h"
#include "load/heads.h"

/* Load's rows of the day, `before`, give way to what people say. */
static int
settle(struct ctx *ctx, int64_t store_id, int64_t when, const struct head_spans *before,
       struct err *err)
{
    struct heads_change change = {0};
    char day[16];
    if (heads_write(ctx->db, store_id, when, when + 1, before, &change, err) < 0)
        return -1;
    if (change.put + change.dropped == 0)
        return 0;
    day_format(when, day);
    return cli_log(ctx, store_id, arena_printf(ctx->arena, "head %s %s", ctx->store, day),
                   arena_printf(ctx->arena, "load gives way: %lld written, %lld taken away",
                                (long long)change.put, (long long)change.dropped),
                   err);
}

/* A row of the forecast that begins at the same time goes first, so that the new one is no edit of it. */
static int
make_room(struct ctx *ctx, const struct head_args *args, int64_t store_id, int64_t from,
          struct head_spans *before, struct err *err)
{
    const struct db_value values[] = {db_int(store_id), db_int(args->day), db_int(from),
                                      db_text(args->role)};
    if (heads_read(ctx->db, ctx->arena, store_id, args->day, before, err) < 0)
        return -1;
    return sql_run(ctx->db, SQL_LOAD_HEAD_ROOM, values, 4, NULL, err);
}

static int
put_heads(struct ctx *ctx, const struct head_args *args, int64_t from, int64_t to, struct err *err)
{
    struct cli_record record;
    cli_record_init(&record, "heads", PUT_SET);
    cli_give_day(ctx, &record, "day", args->day);
    cli_give_int(ctx, &record, "from_minute", from);
    cli_give_int(ctx, &record, "to_minute", to);
    cli_give(&record, "role", args->role);
    cli_give(&record, "skill", args->skill);
    cli_give(&record, "staff", args->staff);
    cli_give_int(ctx, &record, "heads", args->heads == OPT_UNSET ? 1 : args->heads);
    cli_give(&record, "source", "set");
    cli_give(&record, "note", args->note);
    return roster_done(ctx, args->role, cli_put(ctx, &record, err));
}

int
cmd_heads_set(struct ctx *ctx, void *data, struct err *err)
{
    const struct head_args *args = data;
    struct head_spans before;
    int64_t from, to, store_id;
    if (args->day == OPT_UNSET || !args->from || !args->to)
        return err_set(err, ERR_USAGE, _("heads need --day, --from and --to"));
    if (roster_minute("--from", args->from, &from, err) < 0 ||
        roster_minute("--to", args->to, &to, err) < 0 || cli_store_id(ctx, &store_id, err) < 0)
        return -1;
    if (to <= from)
        return err_set(err, ERR_USAGE, _("--to: must be behind --from, on the same day"));
    if (args->skill || args->staff)
        return put_heads(ctx, args, from, to, err);
    if (make_room(ctx, args, store_id, from, &before, err) < 0 ||
        put_heads(ctx, args, from, to, err) < 0)
        return -1;
    return settle(ctx, store_id, args->day, &before, err);
}

int
cmd_heads_drop(struct ctx *ctx, void *data, struct err *err)
{
    const struct head_args *args = data;
    int64_t from, changed, store_id;
    char day[16];
    if (args->day == OPT_UNSET || !args->from)
        return err_set(err, ERR_USAGE, _("heads need --day and --from"));
    if (roster_minute("--from", args->from, &from, err) < 0 ||
        cli_store_id(ctx, &store_id, err) < 0)
        return -1;
    const struct db_value values[] = {db_int(store_id),     db_int(args->day),
                                      db_int(from),         db_text(args->role),
                                      db_text(args->skill), db_text(args->staff)};
    if (sql_run(ctx->db, SQL_LOAD_HEAD_DROP, values, 6, &changed, err) < 0)
        return -1;
    day_format(args->day, day);
    const char *subject =
        arena_printf(ctx->arena, "head %s %s %s %s", ctx->store, day, args->from, args->role);
    if (changed == 0)
        return err_set(err, ERR_DATA, _("%s: not there"), subject);
    return cli_log(ctx, store_id, subject, "dropped", err);
}
