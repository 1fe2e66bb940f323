/* What must stay although the verb's own work may not: through a connection of its own. */
#include <string.h>

#include "cli/cli.h"
#include "duty/duty.h"
#include "log/log.h"

enum { WAIT_MS = 30000, TRIES = 5 };

/* `again`: nothing was done, and it may be tried again. */
static int
try_apart(struct ctx *ctx, cli_work *work, void *context, bool *again, struct err *err)
{
    struct ctx writer = *ctx;
    struct db_options options = {.wait_ms = WAIT_MS};
    writer.db = NULL;
    writer.log = NULL;
    writer.facts = NULL;
    *again = false;
    if (db_open(&writer.db, ctx->db_url, DB_WRITE, &options, err) < 0)
        return -1;
    int result = db_begin(writer.db, err);
    if (result == 0)
        result = cli_watch(&writer, err);
    if (result == 0)
        result = work(&writer, context, err);
    if (result >= 0 && (cli_keep(&writer, err) < 0 || db_commit(writer.db, err) < 0))
        result = -1;
    *again = result < 0 && db_again(writer.db) == DB_AGAIN;
    cli_unwatch(&writer);
    db_close(writer.db);
    return result;
}

int
cli_apart(struct ctx *ctx, cli_work *work, void *context, struct err *err)
{
    for (int tries = 1;; tries++) {
        bool again;
        int result = try_apart(ctx, work, context, &again, err);
        if (!again || tries == TRIES)
            return result;
        err_clear(err);
    }
}

struct look {
    int64_t store_id;
    const char *subject, *reason;
};

static int
log_look(struct ctx *ctx, void *context, struct err *err)
{
    const struct look *look = context;
    return cli_log(ctx, look->store_id, look->subject, look->reason, err);
}

int
cli_log_access(struct ctx *ctx, int64_t store_id, const char *subject, const char *reason,
               struct err *err)
{
    struct look look = {store_id, subject, reason};
    if (cli_apart(ctx, log_look, &look, err) < 0)
        return err_wrap(err, _("what is revealed must be logged, and cannot be"));
    return 0;
}

int
cli_reveal(struct ctx *ctx, const char *reason, int64_t store_id, const char *subject,
           struct err *err)
{
    struct vault *vault;
    if (!reason)
        return 0;
    if (strlen(reason) < 2)
        return err_set(err, ERR_USAGE, _("--reveal: say why"));
    if (cli_must(ctx, DUTY_REVEAL, "clients", err) < 0 || cli_vault(ctx, &vault, err) < 0)
        return -1;
    if (!vault)
        return err_set(err, ERR_USAGE,
                       _("--reveal: personal data cannot be read without the key; give it with "
                         "--key FILE or MEDI_KEY"));
    return cli_log_access(ctx, store_id, subject, reason, err) < 0 ? -1 : 1;
}
