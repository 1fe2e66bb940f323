/* medi-followup retry: dead letters are put back. */
#include <string.h>

#include "bin/followup/verbs_send.h"
#include "text/out.h"

static int
find_message(struct ctx *ctx, int64_t store_id, const char *code, int64_t *id, int64_t *until,
             struct err *err)
{
    const struct db_value values[] = {db_int(store_id), db_text(code)};
    struct db_stmt *stmt;
    int found = sql_first(ctx->db, &stmt, SQL_FOLLOWUP_OUTBOX_MESSAGE, values, 2, err);
    if (found != 1)
        return found < 0 ? -1 : err_set(err, ERR_DATA, _("message %s: none such"), code);
    const char *state = db_keep_text(stmt, 1, ctx->arena);
    *id = db_get_int(stmt, 0);
    *until = db_get_int(stmt, 2);
    db_finish(stmt);
    if (strcmp(state, "dead") == 0 || strcmp(state, "dropped") == 0)
        return 0;
    return err_set(err, ERR_DATA, _("message %s: is %s; only what is dead or dropped is put back"),
                   code, state);
}

static int
put_back(struct ctx *ctx, const struct retry_args *args, int64_t store_id, const char *code,
         struct err *err)
{
    int64_t id = 0, until = 0;
    if (find_message(ctx, store_id, code, &id, &until, err) < 0)
        return -1;
    if (args->until != OPT_UNSET)
        until = args->until;
    if (until <= ctx->now)
        return err_set(err, ERR_DATA,
                       _("message %s: was not to be sent after its time, which is over; say until "
                         "when: --until TIME"),
                       code);
    const struct db_value values[] = {db_int(store_id), db_int(id), db_int(ctx->now), db_int(until),
                                      db_text(args->reason)};
    if (sql_run(ctx->db, SQL_FOLLOWUP_OUTBOX_REVIVE, values, 5, NULL, err) < 0)
        return -1;
    return cli_log(ctx, store_id, arena_printf(ctx->arena, "message %s %s", ctx->store, code),
                   args->reason, err);
}

int
cmd_retry(struct ctx *ctx, void *data, struct err *err)
{
    const struct retry_args *args = data;
    int64_t store_id;
    if (!args->reason || strlen(args->reason) < 2)
        return err_set(err, ERR_USAGE, _("--reason: say what was mended"));
    if (cli_store_id(ctx, &store_id, err) < 0)
        return -1;
    for (int i = 0; i < args->codes.count; i++)
        if (put_back(ctx, args, store_id, args->codes.items[i], err) < 0)
            return -1;
    cli_say(ctx, _("%d messages were put back"), args->codes.count);
    return 0;
}
