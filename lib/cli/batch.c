/* Transactions of a verb that begins and commits by itself. */
#include "cli/cli.h"
#include "log/log.h"

enum { TRIES = 5 };

static int
try_once(struct ctx *ctx, int64_t store_id, cli_work *work, void *context, struct err *err)
{
    db_scope(ctx->db, store_id);
    if (db_begin(ctx->db, err) < 0 || cli_watch(ctx, err) < 0)
        return -1;
    int result = work(ctx, context, err);
    if (result >= 0 && ctx->log && !log_is_settled(ctx->log))
        result = err_set(err, ERR_DB, _("internal error: %s wrote without an entry in the log"),
                         ctx->verb->name);
    return result >= 0 && (cli_keep(ctx, err) < 0 || db_commit(ctx->db, err) < 0) ? -1 : result;
}

int
cli_transaction(struct ctx *ctx, int64_t store_id, cli_work *work, void *context, struct err *err)
{
    for (int tries = 1;; tries++) {
        int result = try_once(ctx, store_id, work, context, err);
        if (result >= 0)
            return result;
        bool again = db_again(ctx->db) == DB_AGAIN && tries < TRIES;
        db_rollback(ctx->db);
        if (!again)
            return -1;
        err_clear(err);
    }
}
