/* Whether the log holds, and the rows with it. */
#include <string.h>

#include "bin/audit/verbs.h"
#include "cli/progress.h"
#include "log/verify.h"

struct report {
    struct ctx *ctx;
    struct out *out;
};

static int
report_finding(void *context, const struct verify_finding *finding, struct err *err)
{
    struct report *report = context;
    const struct db_value values[] = {
        db_text(finding->severity), db_text(finding->store),   db_text(finding->subject),
        db_text(finding->place),    db_text(finding->finding), db_text(finding->detail),
    };
    return out_row(report->out, values, err);
}

static void
show_progress(void *context, int64_t rows, int64_t of)
{
    struct progress *progress = ((struct report *)context)->ctx->progress;
    if (progress->total != of)
        progress_start(progress, _("rows"), of);
    progress_update(progress, rows);
}

static int
read_notes(struct ctx *ctx, const struct opt_list *files, struct checkpoint_list *list,
           struct err *err)
{
    for (int i = 0; i < files->count; i++) {
        struct str text = STR_INIT;
        int result = verbs_read(files->items[i], &text, err);
        char *bytes = arena_strndup(ctx->arena, text.text, text.length);
        if (result == 0)
            result = checkpoint_read(ctx->arena, list, files->items[i], bytes, text.length, err);
        str_release(&text);
        if (result < 0)
            return -1;
    }
    return 0;
}

/* What was looked at, and what was not. */
static void
conclude(const struct ctx *ctx, const struct verify_args *args, const struct verify_count *count)
{
    cli_say(ctx, _("%lld chains, %lld entries, %lld checkpoints, %lld rows: %lld findings"),
            (long long)count->chains, (long long)count->entries, (long long)count->checkpoints,
            (long long)count->rows, (long long)(count->errors + count->warnings));
    if (!args->deep)
        cli_say(ctx, _("rows were not looked at; --deep does"));
    if (!args->trust.count)
        cli_say(ctx,
                _("signatures were judged by the keys that the database names; that proves less "
                  "than --trust, since who can write it can name others"));
    if (!args->against.count)
        cli_say(ctx,
                _("nothing that was kept elsewhere was compared (--against): who can write the "
                  "database and hash all of it anew is not found"));
}

static int
run(struct ctx *ctx, const struct verify_args *args, struct verify_options *options,
    struct verify_count *count, struct err *err)
{
    static const struct out_column columns[] = {
        {"severity", NULL, OUT_TEXT}, {"store", NULL, OUT_TEXT},   {"subject", NULL, OUT_TEXT},
        {"place", NULL, OUT_TEXT},    {"finding", NULL, OUT_TEXT}, {"detail", NULL, OUT_TEXT},
    };
    struct report report = {ctx, cli_out(ctx, columns, 6)};
    options->log = true;
    options->rows = args->deep;
    options->found = report_finding;
    options->progress = show_progress;
    /* cppcheck-suppress autoVariables ; it is used in verify_run only */
    options->context = &report;
    int result = verify_run(ctx->db, options, count, err);
    progress_end(ctx->progress);
    if (result == 0)
        result = out_end(report.out, err);
    out_free(report.out);
    return result;
}

int
cmd_verify(struct ctx *ctx, void *data, struct err *err)
{
    const struct verify_args *args = data;
    struct checkpoint_list against = {0};
    struct checkpoint_trust trust = {0};
    struct verify_options options = {0};
    struct verify_count count;
    if (verbs_trust(ctx, &args->trust, &trust, err) < 0 ||
        read_notes(ctx, &args->against, &against, err) < 0)
        return -1;
    options.trust = args->trust.count ? &trust : NULL;
    options.against = args->against.count ? &against : NULL;
    if (run(ctx, args, &options, &count, err) < 0)
        return -1;
    conclude(ctx, args, &count);
    bool strict = !args->fail_on || strcmp(args->fail_on, "warning") == 0;
    return count.errors > 0 || (strict && count.warnings > 0);
}
