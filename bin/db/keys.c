/* Another key for personal data. */
#include <time.h>

#include "cli/progress.h"
#include "vault/rekey.h"
#include "bin/db/verbs.h"

enum { GIVE_WAY_MS = 20 }; /* between batches, so that those who wait for the database get it */

static void
give_way(void)
{
    const struct timespec pause = {0, GIVE_WAY_MS * 1000000L};
    nanosleep(&pause, NULL);
}

static const char *
step_detail(struct arena *arena, int64_t rows, bool more, const char *name)
{
    if (rows)
        return arena_printf(arena, "%lld data keys under key %s", (long long)rows, name);
    return arena_printf(arena, more ? "key %s seals what is new" : "all data keys under key %s",
                        name);
}

/* One transaction. 1 and there is more, 0 it was the last. */
static int
run_step(struct ctx *ctx, struct rekey *rekey, int64_t *rows, struct err *err)
{
    char name[KEY_NAME];
    bool wrote;
    db_scope(ctx->db, 0);
    if (db_begin(ctx->db, err) < 0 || cli_watch(ctx, err) < 0)
        return -1;
    int more = rekey_step(rekey, rows, &wrote, err);
    rekey_name(rekey, name);
    if (more < 0)
        return -1;
    if (!wrote) {
        db_rollback(ctx->db);
        return more;
    }
    if (cli_log(ctx, 0, "keys", step_detail(ctx->arena, *rows, more, name), err) < 0 ||
        db_commit(ctx->db, err) < 0)
        return -1;
    return more;
}

static int
run_steps(struct ctx *ctx, struct rekey *rekey, int64_t *sealed, struct err *err)
{
    int64_t left, rows;
    int more;
    *sealed = 0;
    if (rekey_left(rekey, &left, err) < 0)
        return -1;
    progress_start(ctx->progress, _("keys"), left);
    do {
        more = run_step(ctx, rekey, &rows, err);
        *sealed += more < 0 ? 0 : rows;
        progress_update(ctx->progress, *sealed);
        if (more == 1)
            give_way();
    } while (more == 1);
    progress_end(ctx->progress);
    if (more < 0)
        db_rollback(ctx->db);
    return more;
}

int
cmd_rekey(struct ctx *ctx, void *data, struct err *err)
{
    const struct rekey_args *args = data;
    struct rekey *rekey;
    char name[KEY_NAME];
    int64_t sealed;
    if (!ctx->key)
        return err_set(err, ERR_USAGE, _("--key none: rekey needs the key that is in use"));
    if (rekey_open(&rekey, ctx->db, ctx->key, args->fresh, err) < 0)
        return -1;
    int result = run_steps(ctx, rekey, &sealed, err);
    if (result == 0)
        result = rekey_finish(rekey, err);
    rekey_name(rekey, name);
    if (result == 0)
        cli_say(ctx,
                _("%lld data keys are now under key %s in %s: keep a copy of it apart from the "
                  "database; "
                  "backups made before need %s"),
                (long long)sealed, name, ctx->key, rekey_old(rekey));
    rekey_close(rekey);
    return result;
}
