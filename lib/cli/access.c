/* The entry that a look at personal data leaves. */
#include "cli/cli.h"

enum { WAIT_MS = 30000 };

int
cli_log_access(struct ctx *ctx, int64_t store_id, const char *subject, const char *reason,
               struct err *err)
{
    struct db *reading = ctx->db, *writing = NULL;
    struct db_options options = {.wait_ms = WAIT_MS};
    int64_t entries = ctx->log_entries;
    if (db_open(&writing, ctx->db_url, DB_WRITE, &options, err) < 0)
        return err_wrap(err, _("what is revealed must be logged, and cannot be"));
    ctx->db = writing;
    int result = db_begin(writing, err) < 0 || cli_log(ctx, store_id, subject, reason, err) < 0 ||
                         db_commit(writing, err) < 0
                     ? -1
                     : 0;
    ctx->db = reading;
    ctx->log_entries = entries;
    db_close(writing);
    return result;
}
