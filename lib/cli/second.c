/* A second person's consent to what a verb is about to do. */
#include <string.h>

#include "cli/frame.h"
#include "duty/request.h"

struct asking {
    struct request_deed deed;
    struct request request;
    int64_t now, used;
};

/* In the transaction of the deed, or of its own before a look. */
static int
use(struct ctx *ctx, void *context, struct err *err)
{
    struct asking *asking = context;
    const struct request_deed *deed = &asking->deed;
    int used = request_time(ctx->db, ctx->now, &asking->now, err) < 0
                   ? -1
                   : request_use(ctx->db, deed, asking->now, &asking->used, err);
    if (used != 1)
        return used;
    const char *subject = arena_printf(ctx->arena, "request %lld", (long long)asking->used);
    const char *detail = arena_printf(ctx->arena, "used: %s: %s", deed->deed, deed->subject);
    return cli_log(ctx, deed->store_id, subject, detail, err) < 0 ? -1 : 1;
}

static int
make(struct ctx *ctx, void *context, struct err *err)
{
    struct asking *asking = context;
    const struct request_deed *deed = &asking->deed;
    int made = request_time(ctx->db, ctx->now, &asking->now, err) < 0
                   ? -1
                   : request_make(ctx->db, deed, asking->now, &asking->request, err);
    if (made != 1)
        return made;
    const char *subject = arena_printf(ctx->arena, "request %lld", (long long)asking->request.id);
    const char *detail = arena_printf(ctx->arena, "made: %s: %s", deed->deed, deed->subject);
    return cli_log(ctx, deed->store_id, subject, detail, err) < 0 ? -1 : 1;
}

/* ERR_BUSY with who may consent, until when, and how. */
static int
tell_to_wait(struct ctx *ctx, const struct asking *asking, struct err *err)
{
    char until[32];
    const struct request_deed *deed = &asking->deed;
    long long id = asking->request.id;
    const char *roles = request_roles(ctx->db, ctx->arena, deed->deed, err);
    const char *logins = roles ? request_consenters(ctx->db, ctx->arena, deed, err) : NULL;
    if (!logins)
        return -1;
    zone_format(ctx->zone, asking->request.expires_at, until);
    if (!*logins)
        return err_set(err, ERR_BUSY,
                       _("%s needs a second person, and nobody else may consent yet (%s); request "
                         "%lld waits until %s; ask an admin: medi-db duty grant"),
                       deed->deed, roles, id, until);
    return err_set(err, ERR_BUSY,
                   _("%s needs a second person: request %lld waits until %s for one of %s (%s) to "
                     "run: medi-db request approve %lld; then run this again"),
                   deed->deed, id, until, logins, roles, id);
}

/* While this run holds the database for writing, nobody else can write, not even this run's other
 * connection; and what it wrote so far is not to stay. */
static int
ask(struct ctx *ctx, struct asking *asking, struct err *err)
{
    if (ctx->verb->mode != DB_READ)
        db_rollback(ctx->db);
    if (cli_apart(ctx, make, asking, err) < 0)
        return -1;
    return tell_to_wait(ctx, asking, err);
}

int
cli_second(struct ctx *ctx, const char *deed, const char *subject, const char *reason,
           struct err *err)
{
    struct asking asking = {.deed = {.deed = deed,
                                     .subject = subject,
                                     .reason = reason ? reason : "",
                                     .by = cli_actor(ctx),
                                     .store_id = frame_store(ctx)}};
    int used =
        ctx->verb->mode == DB_READ ? cli_apart(ctx, use, &asking, err) : use(ctx, &asking, err);
    if (used)
        return used;
    if (ctx->dry_run) {
        cli_say(ctx, _("dry run: %s would need a second person"), deed);
        return 1;
    }
    return ask(ctx, &asking, err);
}
