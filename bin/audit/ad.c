/* Copy of advertisements and talk of sales, read for what the law forbids. */
#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "bin/audit/verbs.h"
#include "copy/document.h"
#include "copy/scan.h"
#include "text/pack.h"

struct reading {
    struct ctx *ctx;
    const struct ad_args *args;
    struct copy_scan *scan;
    struct out *out;
    struct document *document; /* the one at hand, and its name */
    const char *name;
    const char **columns;
    int64_t files, findings, at_or_above, refused;
};

static bool
is_error(const char *severity)
{
    return strcmp(severity, "error") == 0;
}

/* ---- one finding ----------------------------------------------------------------------------------- */

static int
print_row(struct reading *reading, const struct copy_finding *finding, size_t at, size_t bytes,
          struct err *err)
{
    const struct copy_rule *rule = finding->rule;
    struct document *document = reading->document;
    struct str evasion = STR_INIT, text = STR_INIT;
    size_t line, column, end_line, end_column;
    document_place(document, at, &line, &column);
    document_place(document, at + bytes, &end_line, &end_column);
    copy_evasion_words(finding->evasion, &evasion);
    str_add(&text, document->bytes + at, bytes);
    const struct db_value values[] = {
        db_text(reading->name),
        db_int((int64_t)line),
        db_int((int64_t)column),
        db_int((int64_t)end_column),
        db_int((int64_t)at),
        db_int((int64_t)bytes),
        db_text(text.text),
        db_text(rule->id),
        db_text(rule->severity),
        db_int(finding->confidence),
        db_text(rule->article),
        evasion.length ? db_text(evasion.text) : db_null(),
        rule->instead ? db_text(rule->instead) : db_null(),
        db_text(rule->zh),
        db_text(rule->quote),
    };
    int result = out_row(reading->out, values, err);
    str_release(&evasion);
    str_release(&text);
    return result;
}

static int
report(void *context, const struct copy_finding *finding, struct err *err)
{
    struct reading *reading = context;
    const struct ad_args *args = reading->args;
    bool error = is_error(finding->rule->severity);
    size_t at, bytes;
    if (args->least && is_error(args->least) && !error)
        return 0;
    reading->findings++;
    reading->at_or_above += error || !args->fail_on || !is_error(args->fail_on);
    document_source(reading->document, finding->from, finding->length, &at, &bytes);
    return print_row(reading, finding, at, bytes, err);
}

/* A byte that is no character: said once a line, and the rest is read. */
static int
refuse_byte(void *context, size_t at, struct err *err)
{
    struct reading *reading = context;
    size_t source, bytes, line, column;
    (void)err;
    document_source(reading->document, at, 1, &source, &bytes);
    document_place(reading->document, source, &line, &column);
    char *words = arena_printf(reading->ctx->arena,
                               _("%s:%zu:%zu: a byte that is no UTF-8; the rest of the line was "
                                 "read; save the file as UTF-8"),
                               reading->name, line, column);
    cli_refuse(reading->ctx, words);
    reading->refused++;
    return 0;
}

/* ---- files ----------------------------------------------------------------------------------------- */

static enum document_kind
kind_asked(const struct ad_args *args)
{
    if (!args->kind)
        return args->columns.count ? DOCUMENT_CSV : DOCUMENT_AUTO;
    return strcmp(args->kind, "html") == 0  ? DOCUMENT_HTML
           : strcmp(args->kind, "csv") == 0 ? DOCUMENT_CSV
                                            : DOCUMENT_TEXT;
}

static int
read_file(struct reading *reading, const char *path, struct err *err)
{
    struct document document;
    struct err why = {0};
    int result = document_open(&document, path, kind_asked(reading->args), reading->columns, &why);
    reading->files++;
    if (result <= 0) {
        cli_refuse(reading->ctx,
                   result < 0
                       ? why.text
                       : arena_printf(reading->ctx->arena,
                                      _("%s: not a text: it has NUL bytes; passed over"), path));
        reading->refused++;
        return 0;
    }
    reading->document = &document;
    reading->name = strcmp(path, "-") == 0 ? "<stdin>" : path;
    result = copy_scan_text(reading->scan, document.text, document.length, report, refuse_byte,
                            reading, err);
    reading->document = NULL;
    document_close(&document);
    return result;
}

static int
not_hidden(const struct dirent *entry)
{
    return entry->d_name[0] != '.';
}

static int
pass_over(struct reading *reading, const char *path)
{
    cli_refuse(reading->ctx, arena_printf(reading->ctx->arena, _("%s: cannot be read"), path));
    reading->refused++;
    return 0;
}

static int read_path(struct reading *reading, const char *path, int depth, struct err *err);

static int
read_directory(struct reading *reading, const char *path, int depth, struct err *err)
{
    struct dirent **entries;
    int count = scandir(path, &entries, not_hidden, alphasort), result = 0;
    if (count < 0)
        return pass_over(reading, path);
    for (int i = 0; i < count; i++) {
        if (result == 0)
            result = read_path(reading,
                               arena_printf(reading->ctx->arena, "%s/%s", path, entries[i]->d_name),
                               depth + 1, err);
        free(entries[i]);
    }
    free(entries);
    return result;
}

static int
read_path(struct reading *reading, const char *path, int depth, struct err *err)
{
    enum { DEEPEST = 64 };
    struct stat status;
    bool below = depth > 0;
    if (strcmp(path, "-") == 0 && !below)
        return read_file(reading, path, err);
    if ((below ? lstat(path, &status) : stat(path, &status)) == 0 && S_ISDIR(status.st_mode))
        return depth < DEEPEST ? read_directory(reading, path, depth, err)
                               : pass_over(reading, path);
    if (below && !S_ISREG(status.st_mode))
        return 0;
    return read_file(reading, path, err);
}

/* ---- the verb -------------------------------------------------------------------------------------- */

static unsigned
profile_of(const char *name)
{
    for (unsigned i = 0; name && copy_profiles[i]; i++)
        if (strcmp(copy_profiles[i], name) == 0)
            return 1u << i;
    return PROFILE_AD;
}

static const char **
column_names(struct ctx *ctx, const struct opt_list *list)
{
    const char **names =
        list->count ? arena_array(ctx->arena, (size_t)list->count + 1, sizeof *names) : NULL;
    for (int i = 0; i < list->count; i++)
        names[i] = list->items[i];
    return names;
}

static int
read_all(struct reading *reading, const struct opt_list *files, struct err *err)
{
    int result = 0;
    for (int i = 0; i < files->count && result == 0; i++)
        result = read_path(reading, files->items[i], 0, err);
    return result == 0 ? out_end(reading->out, err) : -1;
}

int
cmd_ad(struct ctx *ctx, void *data, struct err *err)
{
    static const struct out_column columns[] = {
        {"file", NULL, OUT_TEXT},       {"line", NULL, OUT_INT},     {"column", NULL, OUT_INT},
        {"end_column", NULL, OUT_INT},  {"byte", NULL, OUT_INT},     {"length", NULL, OUT_INT},
        {"text", NULL, OUT_TEXT},       {"rule", NULL, OUT_TEXT},    {"severity", NULL, OUT_TEXT},
        {"confidence", NULL, OUT_INT},  {"article", NULL, OUT_TEXT}, {"evasion", NULL, OUT_TEXT},
        {"suggestion", NULL, OUT_TEXT}, {"title", NULL, OUT_TEXT},   {"quote", NULL, OUT_TEXT},
    };
    const struct ad_args *args = data;
    const struct packs packs = {ctx->config, ctx->share};
    struct lexicon *lexicon;
    if (lexicon_load(&lexicon, ctx->arena, &packs, err) < 0)
        return -1;
    struct reading reading = {
        .ctx = ctx, .args = args, .columns = column_names(ctx, &args->columns)};
    reading.scan = copy_scan_new(lexicon, profile_of(args->profile));
    reading.out = cli_out(ctx, columns, args->explain ? 15 : 13);
    int result = read_all(&reading, &args->files, err);
    out_free(reading.out);
    copy_scan_free(reading.scan);
    if (result < 0)
        return -1;
    cli_say(ctx, _("%lld files, %lld findings"), (long long)reading.files,
            (long long)reading.findings);
    return reading.refused ? EXIT_REFUSED : reading.at_or_above ? EXIT_NO : 0;
}
