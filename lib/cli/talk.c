/* What verbs say, what they leave in the log, and where they find packs. */
#include <stdio.h>
#include <string.h>

#include "base/str.h"
#include "cli/frame.h"
#include "fact/keeper.h"
#include "log/log.h"
#include "text/pack.h"

void
cli_say(const struct ctx *ctx, const char *format, ...)
{
    if (ctx->quiet)
        return;
    char words[2 * ERR_TEXT];
    va_list args;
    va_start(args, format);
    vsnprintf(words, sizeof words, format, args);
    va_end(args);
    if (ctx->progress)
        progress_hide(ctx->progress);
    frame_talk(ctx->tool, words);
}

void
cli_refuse(const struct ctx *ctx, const char *words)
{
    if (ctx->progress)
        progress_hide(ctx->progress);
    frame_talk(ctx->tool, words);
}

int
cli_watch(struct ctx *ctx, struct err *err)
{
    if (ctx->log)
        return 0;
    if (log_open(&ctx->log, ctx->db, err) < 0)
        return -1;
#ifndef MEDI_PLAIN /* a program to measure against: tests/bench/kpi.sh */
    ctx->facts = fact_keeper_open(ctx->db);
#endif
    return 0;
}

int
cli_keep(struct ctx *ctx, struct err *err)
{
    return ctx->facts && fact_keep(ctx->facts, err) < 0 ? err_wrap(err, _("figures")) : 0;
}

void
cli_unwatch(struct ctx *ctx)
{
    fact_keeper_close(ctx->facts);
    ctx->facts = NULL;
    log_close(ctx->log);
    ctx->log = NULL;
}

int
cli_log(struct ctx *ctx, int64_t store_id, const char *subject, const char *detail, struct err *err)
{
    const struct log_entry entry = {
        .store_id = store_id,
        .at = ctx->now,
        .actor = cli_actor(ctx),
        .tool = ctx->tool->name,
        .verb = ctx->verb->name,
        .subject = subject,
        .detail = detail,
    };
    if (cli_watch(ctx, err) < 0 || log_add(ctx->log, &entry, err) < 0)
        return err_wrap(err, _("log"));
    ctx->log_entries++;
    return 0;
}

static bool
stays_inside(const char *name)
{
    return name[0] != '/' && strcmp(name, "..") != 0 && !str_starts(name, "../") &&
           !strstr(name, "/../") && !str_ends(name, "/..");
}

/* A name that would leave the directory loses its slashes, so that it names nothing. */
char *
cli_pack(const struct ctx *ctx, struct arena *arena, const char *name)
{
    const struct packs packs = {ctx->config, ctx->share};
    char *flat = arena_strdup(arena, name);
    if (!stays_inside(name))
        for (char *slash = strchr(flat, '/'); slash; slash = strchr(slash, '/'))
            *slash = '_';
    else {
        char *path = pack_find(&packs, arena, name);
        if (path)
            return path;
    }
    return arena_printf(arena, "%s/%s", ctx->share, flat);
}
