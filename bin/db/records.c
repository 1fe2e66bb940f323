/* Records in and out: import, export, kinds. */
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "cli/progress.h"
#include "duty/duty.h"
#include "log/log.h"
#include "record/export.h"
#include "record/import.h"
#include "record/match.h"
#include "bin/db/verbs.h"

/* ---- import -------------------------------------------------------------------------------------- */

enum { REFUSALS_SHOWN = 20 };

struct import_talk {
    struct ctx *ctx;
    const struct import_spec *spec;
    int64_t refused;
    const char *file;
    struct out *changes; /* --dry-run: what would change */
};

static void
tell_refused(void *context, const char *words)
{
    struct import_talk *talk = context;
    if (++talk->refused <= REFUSALS_SHOWN)
        cli_say(talk->ctx, "%s", words);
    else if (talk->refused == REFUSALS_SHOWN + 1)
        cli_say(talk->ctx, _("… and more; --rejects FILE keeps them all"));
}

static void
tell_progress(void *context, const char *file, int64_t done, int64_t total)
{
    struct import_talk *talk = context;
    if (talk->file != file)
        progress_start(talk->ctx->progress, file, total);
    talk->file = file;
    progress_update(talk->ctx->progress, done);
}

static int
print_change(void *context, const struct import_change *change, struct err *err)
{
    struct import_talk *talk = context;
    struct db_value values[] = {
        db_text(change->action), db_text(change->file),   db_int(change->line),
        db_text(change->key),    db_text(change->column), db_text(change->before),
        db_text(change->after),
    };
    return out_row(talk->changes, values, err);
}

static struct out *
open_changes(struct ctx *ctx)
{
    static const struct out_column columns[] = {
        {"action", NULL, OUT_TEXT}, {"file", NULL, OUT_TEXT},   {"line", NULL, OUT_INT},
        {"key", NULL, OUT_TEXT},    {"column", NULL, OUT_TEXT}, {"before", NULL, OUT_TEXT},
        {"after", NULL, OUT_TEXT},
    };
    return cli_out(ctx, columns, 7);
}

static int
print_counts(struct ctx *ctx, const struct import_spec *spec, const struct import_count *counts,
             struct err *err)
{
    static const struct out_column columns[] = {
        {"kind", NULL, OUT_TEXT},    {"file", NULL, OUT_TEXT},   {"read", NULL, OUT_INT},
        {"inserted", NULL, OUT_INT}, {"updated", NULL, OUT_INT}, {"unchanged", NULL, OUT_INT},
        {"refused", NULL, OUT_INT},
    };
    struct out *out = cli_out(ctx, columns, 7);
    int result = 0;
    for (int i = 0; i < spec->count && result == 0; i++) {
        struct db_value values[] = {
            db_text(spec->kind->name),  db_text(spec->files[i]),   db_int(counts[i].read),
            db_int(counts[i].inserted), db_int(counts[i].updated), db_int(counts[i].unchanged),
            db_int(counts[i].refused),
        };
        result = out_row(out, values, err);
    }
    if (result == 0)
        result = out_end(out, err);
    out_free(out);
    return result;
}

/* One entry a file that changed something, in each store whose rows it changed. */
static int
log_file(void *context, int file, const struct import_count *count, struct err *err)
{
    struct import_talk *talk = context;
    struct ctx *ctx = talk->ctx;
    if (count->inserted + count->updated == 0)
        return 0;
    char *detail =
        arena_printf(ctx->arena, "%s: %lld read, %lld new, %lld changed, %lld refused",
                     talk->spec->files[file], (long long)count->read, (long long)count->inserted,
                     (long long)count->updated, (long long)count->refused);
    return cli_log(ctx, LOG_WHERE_WRITTEN, talk->spec->kind->name, detail, err);
}

static const struct kind *
import_kind(struct ctx *ctx, const struct packs *packs, const struct import_args *args,
            struct ignored *ignored, struct err *err)
{
    const struct kind *kind = kind_load(ctx->arena, packs, args->kind, err);
    if (kind)
        kind = guard_kind(ctx, kind, "import", err);
    ignored->headers = args->ignore.items;
    ignored->count = args->ignore.count;
    if (kind && args->map)
        kind = map_apply(ctx->arena, kind, args->map, ignored, err);
    return kind && ctx->store ? map_store(ctx->arena, kind, ctx->store) : kind;
}

static int
read_options(const struct import_args *args, struct records_options *options, struct err *err)
{
    static const char *const formats[] = {"auto", "csv", "tsv", "jsonl"};
    for (int i = 0; args->format && i < 4; i++)
        if (strcmp(formats[i], args->format) == 0)
            options->format = (enum records_format)i;
    options->encoding = args->encoding;
    if (args->field_cap == OPT_UNSET)
        return 0;
    if (args->field_cap < 1 || args->field_cap > 1 << 30)
        return err_set(err, ERR_USAGE, _("--field-cap: must be from 1 to 1073741824 bytes"));
    options->field_cap = (size_t)args->field_cap;
    return 0;
}

static int
run_import(struct ctx *ctx, const struct import_spec *spec, struct err *err)
{
    struct import_talk talk = {.ctx = ctx, .spec = spec};
    struct import_events events = {
        .context = &talk, .refused = tell_refused, .progress = tell_progress, .done = log_file};
    struct import_count *counts = arena_array(ctx->arena, (size_t)spec->count, sizeof *counts);
    if (ctx->dry_run) {
        talk.changes = open_changes(ctx);
        events.changed = print_change;
    }
    int result = import_run(ctx->db, ctx->arena, spec, counts, &events, err);
    progress_end(ctx->progress);
    if (result >= 0 && talk.changes && out_end(talk.changes, err) < 0)
        result = -1;
    out_free(talk.changes);
    if (result < 0 || (!ctx->dry_run && print_counts(ctx, spec, counts, err) < 0))
        return -1;
    return result ? EXIT_REFUSED : 0;
}

/* Standard input and other pipes give what they have once. */
static bool
can_read_again(const struct import_spec *spec)
{
    struct stat status;
    for (int i = 0; i < spec->count; i++)
        if (strcmp(spec->files[i], "-") == 0 ||
            (stat(spec->files[i], &status) == 0 && !S_ISREG(status.st_mode)))
            return false;
    return true;
}

/* Also what a reference creates may be a person. */
static bool
may_write_personal(const struct kind *kind)
{
    for (int i = 0; i < kind->count; i++)
        if (kind->columns[i].personal || kind->columns[i].unknown == UNKNOWN_CREATE)
            return true;
    return false;
}

int
cmd_import(struct ctx *ctx, void *data, struct err *err)
{
    static const char *const standard_input[] = {"-"};
    const struct import_args *args = data;
    struct packs packs = verbs_packs(ctx);
    struct ignored ignored;
    struct import_spec spec = {
        .kind = import_kind(ctx, &packs, args, &ignored, err),
        .packs = &packs,
        .ignored = &ignored,
        .files = args->files.count ? args->files.items : standard_input,
        .count = args->files.count ? args->files.count : 1,
        .rejects = args->rejects,
        .bound_to = ctx->bound_to,
    };
    if (!spec.kind || guard_import(ctx, &packs, spec.kind, err) < 0 ||
        read_options(args, &spec.read, err) < 0 ||
        (may_write_personal(spec.kind) && cli_vault(ctx, &spec.vault, err) < 0))
        return -1;
    ctx->once = !can_read_again(&spec);
    return run_import(ctx, &spec, err);
}

/* ---- export -------------------------------------------------------------------------------------- */

static int
say_no_key(struct ctx *ctx, bool reveal, struct err *err)
{
    const char *key = ctx->key ? ctx->key : "--key none";
    if (reveal)
        return err_set(
            err, ERR_USAGE,
            _("--reveal: personal data cannot be read without the key (%s); give it with "
              "--key FILE or MEDI_KEY"),
            key);
    cli_say(ctx, _("personal columns are hidden: there is no key (%s)"), key);
    return 0;
}

static int
parse_matches(struct ctx *ctx, const struct export_args *args, struct export_spec *spec,
              struct err *err)
{
    const struct match_place place = {ctx->arena, spec->kind, ctx->zone, spec->vault};
    struct relation_match *matches =
        arena_array(ctx->arena, (size_t)args->matches.count, sizeof *matches);
    for (int i = 0; i < args->matches.count; i++)
        if (match_parse(&matches[i], &place, args->matches.items[i], err) < 0)
            return -1;
    spec->matches = matches;
    spec->match_count = args->matches.count;
    return 0;
}

/* Tables of personal data say what is masked, and a look behind the mask is logged before it is given. */
static int
guard_personal(struct ctx *ctx, const struct export_args *args, struct export_spec *spec,
               struct err *err)
{
    bool personal = kind_has_personal(spec->kind);
    if (personal && args->reveal && strlen(args->reveal) < 2)
        return err_set(err, ERR_USAGE, _("--reveal: say why"));
    if (!personal)
        return 0;
    if (!args->reveal) {
        if (!spec->vault)
            return say_no_key(ctx, false, err);
        cli_say(ctx, _("personal columns are masked; --reveal REASON shows them and is logged"));
        return 0;
    }
    if (cli_must(ctx, DUTY_REVEAL, spec->kind->name, err) < 0)
        return -1;
    if (!spec->vault)
        return say_no_key(ctx, true, err);
    return guard_reveal(ctx, spec, args, err);
}

static int
print_rows(struct ctx *ctx, const struct export_spec *spec, int64_t *rows, struct err *err)
{
    const struct kind *kind = spec->kind;
    struct out_column *columns = export_columns(ctx->arena, kind);
    for (int i = 0; ctx->zh && i < kind->count; i++)
        columns[i].heading = kind->columns[i].zh;
    struct out *out = cli_out(ctx, columns, kind->count);
    int result = export_rows(ctx->db, ctx->arena, spec, out, rows, err);
    if (result == 0)
        result = out_end(out, err);
    out_free(out);
    return result;
}

int
cmd_export(struct ctx *ctx, void *data, struct err *err)
{
    const struct export_args *args = data;
    struct packs packs = verbs_packs(ctx);
    struct export_spec spec = {
        .kind = kind_load(ctx->arena, &packs, args->kind, err),
        .packs = &packs,
        .store_id = ctx->store ? &ctx->store_id : NULL,
        .codes = args->codes.items,
        .code_count = args->codes.count,
        .reveal = args->reveal != NULL,
        .now = ctx->as_of,
        .today = zone_day(ctx->zone, ctx->as_of),
    };
    int64_t rows = 0, left_out = 0;
    spec.left_out = &left_out;
    if (spec.kind)
        spec.kind = guard_kind(ctx, spec.kind, "export", err);
    if (!spec.kind || (kind_has_personal(spec.kind) && cli_vault(ctx, &spec.vault, err) < 0) ||
        parse_matches(ctx, args, &spec, err) < 0 || guard_personal(ctx, args, &spec, err) < 0 ||
        print_rows(ctx, &spec, &rows, err) < 0)
        return -1;
    if (left_out)
        cli_say(ctx, _("%lld left out: no consent to their use stands"), (long long)left_out);
    bool lacking = rows < args->codes.count && !args->matches.count;
    if (lacking)
        cli_say(ctx, _("%lld of %d codes found"), (long long)rows, args->codes.count);
    return lacking;
}

/* ---- kinds --------------------------------------------------------------------------------------- */

static int
list_kinds(struct ctx *ctx, const struct packs *packs, struct err *err)
{
    static const struct out_column columns[] = {
        {"kind", NULL, OUT_TEXT}, {"zh", NULL, OUT_TEXT},   {"scope", NULL, OUT_TEXT},
        {"key", NULL, OUT_TEXT},  {"says", NULL, OUT_TEXT},
    };
    struct pack_names names;
    if (pack_list(packs, ctx->arena, "kinds", &names, err) < 0)
        return -1;
    struct out *out = cli_out(ctx, columns, 5);
    int result = 0;
    for (int i = 0; i < names.count && result == 0; i++) {
        const struct kind *kind = kind_load(ctx->arena, packs, names.names[i], err);
        char *key = arena_strdup(ctx->arena, "");
        for (int k = 0; kind && k < kind->key_count; k++)
            key = arena_printf(ctx->arena, "%s%s%s", key, k ? " " : "",
                               kind->columns[kind->key[k]].name);
        struct db_value values[] = {db_text(names.names[i]), db_text(kind ? kind->zh : NULL),
                                    db_text(kind && kind->of_store ? "store" : "chain"),
                                    db_text(key), db_text(kind ? kind->says : NULL)};
        result = kind ? out_row(out, values, err) : -1;
    }
    if (result == 0)
        result = out_end(out, err);
    out_free(out);
    return result;
}

static char *
join(struct arena *arena, const char *const *words, int count)
{
    char *text = arena_strdup(arena, "");
    for (int i = 0; i < count; i++)
        text = arena_printf(arena, "%s%s%s", text, i ? " " : "", words[i]);
    return text;
}

/* The words of a choice, or the kind that a reference leads to. */
static const char *
column_values(struct arena *arena, const struct kind_column *column)
{
    char *text = arena_strdup(arena, "");
    if (column->ref)
        return column->ref;
    for (int i = 0; i < column->word_count; i++)
        if (column->words[i].text == column->words[i].word)
            text = arena_printf(arena, "%s%s%s", text, *text ? " " : "", column->words[i].word);
    return *text ? text : NULL;
}

static int
show_kind(struct ctx *ctx, const struct kind *kind, struct err *err)
{
    static const struct out_column columns[] = {
        {"column", NULL, OUT_TEXT},   {"zh", NULL, OUT_TEXT},       {"type", NULL, OUT_TEXT},
        {"required", NULL, OUT_BOOL}, {"personal", NULL, OUT_BOOL}, {"indexed", NULL, OUT_BOOL},
        {"default", NULL, OUT_TEXT},  {"values", NULL, OUT_TEXT},   {"aliases", NULL, OUT_TEXT},
    };
    struct out *out = cli_out(ctx, columns, 9);
    int result = 0;
    for (int i = 0; i < kind->count && result == 0; i++) {
        const struct kind_column *column = &kind->columns[i];
        struct db_value values[] = {
            db_text(column->name),
            db_text(column->zh),
            db_text(column->type_name),
            db_int(column->required),
            db_int(column->personal),
            db_int(column->indexed),
            db_text(column->fallback),
            db_text(column_values(ctx->arena, column)),
            db_text(join(ctx->arena, column->aliases, column->alias_count)),
        };
        result = out_row(out, values, err);
    }
    if (result == 0)
        result = out_end(out, err);
    out_free(out);
    return result;
}

int
cmd_kinds(struct ctx *ctx, void *data, struct err *err)
{
    const struct name_args *args = data;
    struct packs packs = verbs_packs(ctx);
    if (!args->name)
        return list_kinds(ctx, &packs, err);
    const struct kind *kind = kind_load(ctx->arena, &packs, args->name, err);
    return kind ? show_kind(ctx, kind, err) : -1;
}
