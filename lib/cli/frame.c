/* A verb's surroundings: what ctx holds, the database, the transaction. */
#include "cli/frame.h"

#include <errno.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "db/migrate.h"
#include "text/zonefile.h"

/* ---- before the database ---- */

static int
terminal_width(int fd)
{
    struct winsize size;
    return ioctl(fd, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

static int
choose_output(struct frame *frame, struct err *err)
{
    const struct common *common = &frame->common;
    struct out_options *out = &frame->ctx.out;
    bool terminal = isatty(STDOUT_FILENO);
    *out = (struct out_options){.format = terminal ? OUT_TABLE : OUT_TSV,
                                .excel = common->excel,
                                .header = !common->no_header,
                                .colour = terminal && !frame->env.plain,
                                .width = terminal ? terminal_width(STDOUT_FILENO) : 0};
    frame->ctx.format_given = common->output || common->excel;
    frame->ctx.page = common->output && strcmp(common->output, "html") == 0;
    frame->ctx.sarif = common->output && strcmp(common->output, "sarif") == 0;
    if (common->output && !frame->ctx.page && !frame->ctx.sarif)
        out_format_parse(common->output, &out->format);
    else if (common->excel)
        out->format = OUT_CSV;
    if (terminal && out->format == OUT_XLSX)
        return err_set(err, ERR_USAGE,
                       _("xlsx is not for a terminal; write it to a file: > rows.xlsx"));
    if (out->format == OUT_TABLE || out->format == OUT_XLSX) {
        out->yes = _("yes");
        out->no = _("no");
    }
    return 0;
}

static int
choose_config(struct frame *frame, struct err *err)
{
    struct stat status;
    const char *config = frame->env.config;
    if (config && (stat(config, &status) != 0 || !S_ISDIR(status.st_mode)))
        return err_set(err, ERR_USAGE, _("MEDI_CONFIG: %s: no such directory"), config);
    frame->ctx.config = config;
    return 0;
}

static void
choose_key(struct frame *frame)
{
    struct ctx *ctx = &frame->ctx;
    const char *given = frame->common.key ? frame->common.key : frame->env.key;
    ctx->key_given = given != NULL;
    ctx->key = given ? given : env_default_key(&frame->env, &frame->arena);
    if (strcmp(ctx->key, "none") == 0)
        ctx->key = NULL;
}

int
frame_prepare(struct frame *frame, struct err *err)
{
    struct ctx *ctx = &frame->ctx;
    const struct common *common = &frame->common;
    ctx->arena = &frame->arena;
    ctx->db_url = common->db ? common->db : frame->env.db;
    ctx->store = common->store ? common->store : frame->env.store;
    ctx->store_id = -1;
    ctx->wait_ms = 1000 * (int)(common->wait == OPT_UNSET ? COMMON_WAIT : common->wait);
    choose_key(frame);
    ctx->share = arena_printf(&frame->arena, "%s/medi", frame->share);
    ctx->credentials = frame->env.credentials;
    ctx->zh = frame->env.zh;
    ctx->now = ctx->as_of = time(NULL);
    ctx->quiet = common->quiet;
    ctx->verbose = common->verbose && !common->quiet;
    ctx->dry_run = common->dry_run;
    ctx->exit_rows = common->exit_code;
    ctx->progress = &frame->progress;
    progress_init(ctx->progress, stderr, !ctx->quiet && isatty(STDERR_FILENO) && !frame->env.plain,
                  terminal_width(STDERR_FILENO));
    return choose_config(frame, err) || choose_output(frame, err) ? -1 : 0;
}

/* ---- the database ---- */

int
frame_make_directories(struct arena *arena, const char *path, struct err *err)
{
    char *copy = arena_strdup(arena, path);
    for (char *slash = strchr(copy + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        if (mkdir(copy, 0700) != 0 && errno != EEXIST)
            return err_errno(err, errno, "%s", copy);
        *slash = '/';
    }
    return 0;
}

int
cli_make_directories(struct ctx *ctx, const char *path, struct err *err)
{
    return frame_make_directories(ctx->arena, path, err);
}

/* Where the database is unless it was said. */
static int
place_database(struct frame *frame, bool create, struct err *err)
{
    struct ctx *ctx = &frame->ctx;
    if (ctx->db_url)
        return 0;
    ctx->db_url = env_default_db(&frame->env, &frame->arena);
    return create ? frame_make_directories(&frame->arena, ctx->db_url, err) : 0;
}

int
frame_open(struct frame *frame, struct err *err)
{
    struct ctx *ctx = &frame->ctx;
    const struct verb *verb = ctx->verb;
    bool create = verb->mode == DB_ADMIN && (verb->flags & VERB_CREATE) && !frame->made;
    struct db_options options = {.wait_ms = ctx->wait_ms,
                                 .create = create,
                                 .any_version = verb->flags & VERB_JUDGES,
                                 .bulk = verb->mode == DB_WRITE && (verb->flags & VERB_BULK)};
    if (place_database(frame, create, err))
        return -1;
    return db_open(&ctx->db, ctx->db_url, verb->mode, &options, err);
}

/* A database that is about to be made or migrated has nothing to learn from yet, nor has one of which it is to
 * be judged whether it is of another version or was altered. */
int
frame_learn(struct ctx *ctx, struct err *err)
{
    struct err ignored;
    bool any_version = ctx->verb->mode == DB_ADMIN || ctx->verb->flags & VERB_JUDGES;
    if (any_version && migrate_version(ctx->db, &ignored) != migrate_latest()) {
        ctx->zone = zone_load(ctx->arena, ZONE_DEFAULT, err);
        return ctx->zone ? 0 : -1;
    }
    return cli_learn(ctx, err);
}

/* Without a database the zone is TZ's if that names one. */
static int
use_system_zone(struct frame *frame, struct err *err)
{
    struct err ignored; /* TZ may hold what is no zone's name, as CST-8 */
    const char *name = frame->env.zone;
    if (name && *name == ':')
        name++;
    if (name && *name)
        frame->ctx.zone = zone_load(&frame->arena, name, &ignored);
    if (!frame->ctx.zone)
        frame->ctx.zone = zone_load(&frame->arena, ZONE_DEFAULT, err);
    return frame->ctx.zone ? 0 : -1;
}

static int
use_times(struct frame *frame, struct err *err)
{
    struct ctx *ctx = &frame->ctx;
    if (opt_parse_times(&frame->parse, ctx->zone, ctx->now, err))
        return -1;
    if (frame->common.as_of != OPT_UNSET)
        ctx->as_of = frame->common.as_of;
    ctx->out.zone = ctx->zone;
    return 0;
}

/* ---- the verb ---- */

int
frame_call(struct ctx *ctx, void *args, struct err *err)
{
    const struct verb *verb = ctx->verb;
    return verb->before && ctx->db && verb->before(ctx, args, err) < 0 ? -1
                                                                       : verb->run(ctx, args, err);
}

static int
run_verb(struct frame *frame, struct err *err)
{
    const struct verb *verb = frame->ctx.verb;
    bool writes = verb->mode == DB_WRITE || verb->mode == DB_ADMIN;
    int result = writes && !(verb->flags & VERB_BATCHES)
                     ? frame_write(frame, err)
                     : frame_call(&frame->ctx, frame->args, err);
    progress_end(&frame->progress);
    if (result < 0 && err->kind == ERR_NONE)
        err_set(err, ERR_DB, _("internal error: %s failed without a reason"), verb->name);
    return result;
}

static bool
needs_database(const struct frame *frame)
{
    const struct verb *verb = frame->ctx.verb;
    if (verb->mode == DB_READ && verb->pure && verb->pure(frame->args))
        return false;
    return verb->mode != DB_NONE;
}

int
frame_run(struct frame *frame, struct err *err)
{
    struct ctx *ctx = &frame->ctx;
    bool database = needs_database(frame);
    ctx->stream = stdout;
    int failed = database
                     ? frame_open(frame, err) || frame_learn(ctx, err) || frame_ask_duty(frame, err)
                     : use_system_zone(frame, err);
    if (!failed && (ctx->verb->flags & VERB_OPENS))
        failed = place_database(frame, true, err);
    int result = failed || use_times(frame, err) ? -1 : run_verb(frame, err);
    frame_close(ctx);
    return result;
}
