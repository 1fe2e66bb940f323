/* The entry that a look at personal data leaves. */
#include "cli/cli.h"
#include "log/log.h"

enum { WAIT_MS = 30000 };

static int
write_entry(struct ctx *ctx, int64_t store_id, const char *subject, const char *reason,
            struct err *err)
{
    if (db_begin(ctx->db, err) < 0 || cli_log(ctx, store_id, subject, reason, err) < 0)
        return -1;
    return db_commit(ctx->db, err);
}

int
cli_log_access(struct ctx *ctx, int64_t store_id, const char *subject, const char *reason,
               struct err *err)
{
    struct ctx writer = *ctx;
    struct db_options options = {.wait_ms = WAIT_MS};
    writer.db = NULL;
    writer.log = NULL;
    if (db_open(&writer.db, ctx->db_url, DB_WRITE, &options, err) < 0)
        return err_wrap(err, _("what is revealed must be logged, and cannot be"));
    int result = write_entry(&writer, store_id, subject, reason, err);
    ctx->actor = writer.actor;
    log_close(writer.log);
    db_close(writer.db);
    return result;
}
