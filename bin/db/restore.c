/* A database from a backup. */
#include "backup/restore.h"

#include <string.h>
#include <unistd.h>

#include "backup/file.h"
#include "cli/progress.h"
#include "db/replace.h"
#include "duty/duty.h"
#include "log/log.h"
#include "vault/keyfile.h"
#include "vault/vault.h"
#include "bin/db/verbs.h"

struct work {
    struct ctx *ctx;
    const struct restore_args *args;
    struct restore *restore;
    struct replace *replace;
    struct findings findings;
    const char *key_made; /* a key file that this run made, or NULL */
    const char *kept;
};

static void
draw_rows(void *context, int64_t rows)
{
    progress_update(context, rows);
}

/* ---- what goes beside the database ----------------------------------------------------------------- */

static int
make_key(struct work *work, const char *path, struct err *err)
{
    if (path != work->args->key_out && cli_make_directories(work->ctx, path, err) < 0)
        return -1;
    if (extra_put_key(restore_extra(work->restore), path, err) < 0)
        return -1;
    work->key_made = path;
    cli_say(work->ctx, _("%s: the key to personal data, from the backup"), path);
    return 0;
}

/* Where it was said, else in its usual place, and never over another. */
static int
put_key(struct work *work, struct err *err)
{
    const struct extra *extra = restore_extra(work->restore);
    const char *path = work->args->key_out ? work->args->key_out : work->ctx->key;
    if (!extra->key && work->args->key_out)
        return err_set(err, ERR_USAGE, _("--key-out: there is no key in this backup"));
    if (!extra->key || !path)
        return 0;
    if (!keyfile_is_there(path))
        return make_key(work, path, err);
    int same = extra_is_key(extra, path, err);
    if (same != 0)
        return same < 0 ? -1 : 0;
    return err_set(err, ERR_IO,
                   _("%s: another key than the one in the backup, and left as it is; say where the "
                     "backup's goes with --key-out FILE"),
                   path);
}

static int
put_packs(struct work *work, struct err *err)
{
    const struct extra *extra = restore_extra(work->restore);
    if (work->args->config_out)
        return extra_put_packs(extra, work->args->config_out, err);
    if (extra->count)
        cli_say(work->ctx, _("%d packs of MEDI_CONFIG are in it; --config-out DIR writes them"),
                extra->count);
    return 0;
}

/* Personal data that nobody can read any more is better known today. */
static void
say_key(struct ctx *ctx)
{
    struct err err = {0};
    struct vault *vault = NULL;
    if (cli_vault(ctx, &vault, &err) == 0 && vault)
        return;
    cli_say(ctx, _("personal data cannot be read without the key that they are under: %s"),
            err.kind ? err.text : _("put its file into its usual place, or give it with --key"));
}

/* ---- the database ---------------------------------------------------------------------------------- */

static const char *
detail_of(const struct work *work)
{
    char at[32];
    const struct outer *outer = restore_outer(work->restore);
    zone_format(work->ctx->zone, outer->at, at);
    return arena_printf(work->ctx->arena, "%s of %s", file_base(work->args->file), at);
}

/* On another machine or engine logins are others than those of the backup. */
static int
let_in(struct ctx *ctx, struct err *err)
{
    const char *login = cli_actor(ctx);
    int made = duty_inherit(ctx->db, login, ctx->now, err);
    if (made > 0)
        cli_say(ctx, _("%s: had no account in it, and is its admin now"), login);
    return made < 0 ? -1 : 0;
}

/* As any write is logged, in the database that was made. One of an older schema is migrated first. */
static int
log_restored(struct work *work, struct err *err)
{
    struct ctx *ctx = work->ctx;
    if (restore_outer(work->restore)->schema != (uint32_t)migrate_latest())
        return 0;
    ctx->db = replace_db(work->replace);
    int result = cli_learn(ctx, err) < 0 || cli_watch(ctx, err) < 0 || let_in(ctx, err) < 0 ||
                         cli_log(ctx, 0, "database", detail_of(work), err) < 0
                     ? -1
                     : 0;
    if (result == 0 && !(work->args->key_out && work->key_made))
        say_key(ctx);
    vault_close(ctx->vault);
    cli_unwatch(ctx);
    ctx->vault = NULL;
    ctx->db = NULL;
    return result;
}

static int
fill(struct work *work, struct err *err)
{
    struct ctx *ctx = work->ctx;
    progress_start(ctx->progress, _("restore"), 0);
    int result = restore_fill(work->restore, replace_db(work->replace),
                              replace_has_tables(work->replace), err);
    progress_end(ctx->progress);
    if (result < 0 || replace_reopen(work->replace, err) < 0)
        return -1;
    progress_start(ctx->progress, _("verify"), restore_counts(work->restore)->rows);
    result = restore_check(work->restore, replace_db(work->replace), &work->findings, err);
    progress_end(ctx->progress);
    return result;
}

enum { WITH_ACCOUNTS = 2 }; /* the schema that has them */

/* Of a file that is damaged nobody can be asked; who can write it could remove it as well. */
static int
ask_old(struct ctx *ctx, bool file, struct err *err)
{
    struct err ignored = {0};
    struct err *why = file ? &ignored : err;
    int version = migrate_version(ctx->db, why);
    if (version >= 0 && version < WITH_ACCOUNTS)
        return 0;
    if (version < 0 || cli_learn(ctx, why) < 0)
        return file ? 0 : -1;
    int may = cli_may(ctx, ctx->verb->name, "", why);
    if (may < 0)
        return file ? 0 : -1;
    return may ? 0 : cli_must(ctx, ctx->verb->name, "", err);
}

/* Who puts another database in the place of one that is there must be allowed to by that one. */
static int
ask_over(struct ctx *ctx, struct err *err)
{
    const struct db_options options = {.wait_ms = ctx->wait_ms};
    struct err ignored = {0};
    if (db_open(&ctx->db, ctx->db_url, DB_ADMIN, &options, &ignored) < 0) {
        ctx->db = NULL; /* there is none, or replace_begin says why */
        return 0;
    }
    int result = ask_old(ctx, db_file(ctx->db_url) != NULL, err);
    db_close(ctx->db);
    ctx->db = NULL;
    ctx->actor = NULL; /* as the new one knows them */
    return result;
}

/* The key's place is asked for first: so much work is not to end at it. */
static int
begin(struct work *work, struct err *err)
{
    const struct restore_args *args = work->args;
    const struct replace_options options = {args->force, work->ctx->wait_ms, work->ctx->now};
    if (args->key_out && keyfile_is_there(args->key_out))
        return err_set(err, ERR_IO, _("%s: exists already, and is left as it is"), args->key_out);
    if (args->force && ask_over(work->ctx, err) < 0)
        return -1;
    return replace_begin(&work->replace, work->ctx->db_url, &options, err);
}

static int
restore_all(struct work *work, struct err *err)
{
    if (begin(work, err) < 0 || fill(work, err) < 0 || put_key(work, err) < 0 ||
        put_packs(work, err) < 0 || log_restored(work, err) < 0)
        return -1;
    return replace_end(work->replace, &work->kept, err);
}

/* ---- words ----------------------------------------------------------------------------------------- */

static int
print_restored(struct work *work, struct err *err)
{
    static const struct out_column columns[] = {
        {"database", NULL, OUT_TEXT}, {"at", NULL, OUT_MOMENT}, {"schema", NULL, OUT_INT},
        {"tables", NULL, OUT_INT},    {"rows", NULL, OUT_INT},  {"kept", NULL, OUT_TEXT},
    };
    const struct outer *outer = restore_outer(work->restore);
    const struct item_counts *counts = restore_counts(work->restore);
    struct db_value values[] = {
        db_text(work->ctx->db_url), db_int(outer->at),    db_int(outer->schema),
        db_int(counts->tables),     db_int(counts->rows), db_text(work->kept),
    };
    struct out *out = cli_out(work->ctx, columns, 6);
    int result = out_row(out, values, err) < 0 ? -1 : out_end(out, err);
    out_free(out);
    return result;
}

static void
say_restored(struct work *work)
{
    struct ctx *ctx = work->ctx;
    uint32_t schema = restore_outer(work->restore)->schema;
    if (work->kept)
        cli_say(ctx, _("what was there before is kept as %s"), work->kept);
    if (work->findings.count)
        cli_say(ctx, _("its rows do not agree with their log: %s"), work->findings.first);
    if (schema != (uint32_t)migrate_latest())
        cli_say(ctx, _("its schema %u is older than this program's %d; run: medi-db migrate -d %s"),
                (unsigned)schema, migrate_latest(), ctx->db_url);
}

int
cmd_restore(struct ctx *ctx, void *data, struct err *err)
{
    const struct restore_args *args = data;
    struct work work = {.ctx = ctx, .args = args};
    const struct restore_spec spec = {
        .path = args->file,
        .key = {NULL, args->recovery},
        .as_is = args->as_is,
        .migrations = migrations,
        .now = ctx->now,
        .rows = draw_rows,
        .context = ctx->progress,
    };
    if (restore_open(&work.restore, ctx->arena, &spec, err) < 0)
        return -1;
    int result = restore_all(&work, err);
    if (result < 0 && work.key_made)
        unlink(work.key_made);
    if (result == 0) {
        say_restored(&work);
        result = print_restored(&work, err);
    }
    replace_close(work.replace);
    restore_close(work.restore);
    return result < 0 ? -1 : work.findings.count ? EXIT_NO : 0;
}
