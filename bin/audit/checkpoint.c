/* Making checkpoints, and showing them again. */
#include <errno.h>
#include <string.h>

#include "bin/audit/verbs.h"
#include "db/sql.h"

enum { TRIES = 5 };

/* ---- checkpoint ---------------------------------------------------------------------------------- */

static int
make(struct ctx *ctx, const struct note_secret *secret, struct checkpoint *made, struct err *err)
{
    bool is_new;
    if (cli_watch(ctx, err) < 0 || checkpoint_key_is_new(ctx->db, &secret->key, &is_new, err) < 0 ||
        (is_new && checkpoint_add_key(ctx->db, &secret->key, err) < 0) ||
        cli_log(ctx, 0, secret->key.name, is_new ? note_key_format(ctx->arena, &secret->key) : NULL,
                err) < 0)
        return -1;
    return checkpoint_make(ctx->arena, ctx->db, ctx->now, secret, made, err);
}

/* What was signed must not be undone: a second one of the same number would look like a fork. So the note
 * is shown behind the commit, and there is no dry run. */
static int
make_once(struct ctx *ctx, const struct note_secret *secret, struct checkpoint *made,
          struct err *err)
{
    db_scope(ctx->db, 0);
    if (db_begin(ctx->db, err) < 0)
        return -1;
    if (make(ctx, secret, made, err) == 0 && db_commit(ctx->db, err) == 0)
        return 0;
    db_rollback(ctx->db);
    return -1;
}

static int
print(struct ctx *ctx, const struct checkpoint *made, struct err *err)
{
    const struct note *note = &made->note;
    if (fwrite(note->bytes, 1, note->length, ctx->stream) == note->length &&
        fflush(ctx->stream) == 0)
        return 0;
    return err_errno(err, errno,
                     _("checkpoint %lld is made, but the output cannot be written; show it again "
                       "with: medi-audit checkpoints"),
                     (long long)made->number);
}

int
cmd_checkpoint(struct ctx *ctx, void *data, struct err *err)
{
    const struct checkpoint_args *args = data;
    struct note_secret secret;
    struct checkpoint made;
    if (!args->sign)
        return err_set(err, ERR_USAGE,
                       _("--sign KEYFILE is missing: a checkpoint that nobody signed proves "
                         "nothing; make a key with: medi-audit keygen KEYFILE"));
    if (verbs_signing_key(args->sign, &secret, err) < 0)
        return -1;
    int result = -1;
    for (int tries = 1; tries <= TRIES; tries++) {
        err_clear(err);
        result = make_once(ctx, &secret, &made, err);
        if (result == 0 || db_again(ctx->db) != DB_AGAIN)
            break;
    }
    note_secret_wipe(&secret);
    return result < 0 ? -1 : print(ctx, &made, err);
}

/* ---- checkpoints ------------------------------------------------------------------------------ */

static int
read_number(const char *text, int64_t *number, struct err *err)
{
    *number = 0;
    for (const char *at = text; *at >= '0' && *at <= '9' && at - text < 18; at++) {
        *number = *number * 10 + (*at - '0');
        if (!at[1] && *number > 0)
            return 0;
    }
    return err_set(err, ERR_USAGE, _("%s: expected the number of a checkpoint"), text);
}

static int
show_rows(struct ctx *ctx, struct db_stmt *stmt, int column, struct err *err)
{
    int64_t rows = 0;
    int more;
    while ((more = db_step(stmt, err)) == 1) {
        struct db_value note = db_get(stmt, column);
        fwrite(note.text ? note.text : "", 1, note.length, ctx->stream);
        rows++;
    }
    if (more == 0 && rows == 0)
        return err_set(err, ERR_DATA, _("there is no such checkpoint"));
    return more;
}

int
cmd_checkpoint_show(struct ctx *ctx, void *data, struct err *err)
{
    const struct show_args *args = data;
    struct db_value value = db_int(args->last == OPT_UNSET ? 1 : args->last);
    struct db_stmt *stmt = NULL;
    int result;
    if (value.number < 1)
        return err_set(err, ERR_USAGE, _("--last: expected a number above 0"));
    if (args->number && read_number(args->number, &value.number, err) < 0)
        return -1;
    result =
        sql_open(ctx->db, &stmt, args->number ? SQL_LOG_CHECKPOINT_GET : SQL_LOG_CHECKPOINT_FROM,
                 &value, 1, err);
    if (result == 0)
        result = show_rows(ctx, stmt, args->number ? 1 : 2, err);
    db_finish(stmt);
    return result;
}
