/* The transaction of a verb that writes: its output, its entry in the log, its commit, and a second try. */
#include <errno.h>
#include <stdlib.h>
#include <time.h>

#include "cli/frame.h"
#include "log/log.h"
#include "vault/vault.h"

enum { TRIES = 5 };

/* A writer's output waits in memory until the work can no longer be undone for another's sake. */
struct hold {
    char *text;
    size_t length;
};

static int
hold_output(struct ctx *ctx, struct hold *hold, struct err *err)
{
    *hold = (struct hold){0};
    ctx->stream = ctx->dry_run ? stdout : open_memstream(&hold->text, &hold->length);
    return ctx->stream ? 0 : err_set(err, ERR_MEMORY, _("out of memory; nothing was written"));
}

/* stdout is asked before the commit: what a caller could not be told has not happened. */
static int
give_output(struct ctx *ctx, struct hold *hold, struct err *err)
{
    bool whole = true;
    if (ctx->stream != stdout) {
        whole = fclose(ctx->stream) == 0;
        ctx->stream = stdout;
        if (whole)
            fwrite(hold->text, 1, hold->length, stdout);
    }
    if (!whole || fflush(stdout) != 0)
        return err_errno(err, whole ? errno : ENOMEM, _("the output cannot be written"));
    return 0;
}

static void
drop_output(struct ctx *ctx, struct hold *hold)
{
    if (ctx->stream != stdout)
        fclose(ctx->stream);
    ctx->stream = stdout;
    free(hold->text);
    *hold = (struct hold){0};
}

/* Fails if something was written that no entry of the log stands behind. */
static int
require_entry(struct ctx *ctx, int64_t changes, struct err *err)
{
    bool settled = ctx->log ? log_is_settled(ctx->log) : db_total_changes(ctx->db) == changes;
    if (settled)
        return 0;
    return err_set(err, ERR_DB, _("internal error: %s wrote without an entry in the log"),
                   ctx->verb->name);
}

static int
settle(struct frame *frame, struct hold *hold, int64_t changes, struct err *err)
{
    struct ctx *ctx = &frame->ctx;
    if (ctx->dry_run) {
        db_rollback(ctx->db);
        cli_say(ctx, _("dry run: nothing was written"));
        return 0;
    }
    if (require_entry(ctx, changes, err) || cli_keep(ctx, err) || give_output(ctx, hold, err))
        return -1;
    frame->told = true;
    return db_commit(ctx->db, err);
}

static int
write_once(struct frame *frame, struct err *err)
{
    struct ctx *ctx = &frame->ctx;
    struct hold hold;
    ctx->log_entries = 0;
    frame->told = false;
    db_scope(ctx->db, ctx->store_id > 0 && !(ctx->verb->flags & VERB_CHAIN) ? ctx->store_id : 0);
    if (hold_output(ctx, &hold, err))
        return -1;
    int64_t changes = db_total_changes(ctx->db);
    int result = db_begin(ctx->db, err) || (ctx->verb->mode == DB_WRITE && cli_watch(ctx, err))
                     ? -1
                     : frame_call(ctx, frame->args, err);
    frame->result = result;
    if (result >= 0 && settle(frame, &hold, changes, err))
        result = -1;
    if (result < 0)
        db_rollback(ctx->db);
    drop_output(ctx, &hold);
    return result;
}

void
frame_close(struct ctx *ctx)
{
    vault_close(ctx->vault);
    ctx->vault = NULL;
    cli_unwatch(ctx);
    db_close(ctx->db);
    ctx->db = NULL;
}

static int64_t
milliseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* A server that is started anew is waited for as long as a busy database is. */
static int
open_again(struct frame *frame, struct err *err)
{
    const struct timespec rest = {.tv_nsec = 200 * 1000 * 1000};
    int64_t until = milliseconds() + frame->ctx.wait_ms;
    for (;;) {
        frame_close(&frame->ctx);
        if (frame_open(frame, err) == 0 && frame_learn(&frame->ctx, err) == 0)
            return 0;
        if (err->kind != ERR_BUSY || milliseconds() >= until)
            return -1;
        nanosleep(&rest, NULL);
        err_clear(err);
    }
}

/* Begun as a writer, so that what the server may still be doing for the lost connection is over. */
static int
look_for(struct frame *frame, const char *run, bool *done, struct err *err)
{
    struct db *db;
    if (open_again(frame, err))
        return -1;
    db = frame->ctx.db;
    if (db_begin(db, err) || log_has_run(db, run, done, err))
        return -1;
    db_rollback(db);
    return 0;
}

/* The answer of the commit was lost. The run's own mark in the log tells whether it was done. */
static int
find_out(struct frame *frame, int result, struct err *err)
{
    struct ctx *ctx = &frame->ctx;
    struct err lost = *err;
    char *run = arena_strdup(&frame->arena, ctx->log ? log_run(ctx->log) : "");
    bool done = false;
    frame->made = true;
    for (int tries = 1; look_for(frame, run, &done, err); tries++) {
        bool again = ctx->db && db_again(ctx->db) == DB_AGAIN && tries < TRIES;
        if (!again)
            return err_set(err, ERR_BUSY, "%s: %s", lost.text, arena_strdup(ctx->arena, err->text));
        err_clear(err);
    }
    if (done)
        return result;
    return err_set(err, ERR_BUSY,
                   _("%s: the server went away before the commit; nothing was written; "
                     "run it again"),
                   db_place(ctx->db));
}

/* The engine gave the transaction up for another's sake, or the connection was lost before the commit:
 * nothing was done, and if nothing was said either, and what was read can be read again, it is tried
 * again. */
int
frame_write(struct frame *frame, struct err *err)
{
    struct ctx *ctx = &frame->ctx;
    for (int tries = 1;; tries++) {
        int result = write_once(frame, err);
        enum db_again again = result < 0 ? db_again(ctx->db) : DB_NOT_AGAIN;
        if (again == DB_UNKNOWN)
            return find_out(frame, frame->result, err);
        if (again != DB_AGAIN || frame->told || ctx->once || tries == TRIES)
            return result;
        err_clear(err);
        if (open_again(frame, err))
            return -1;
    }
}
