/* Backups: made, shown; their recovery keys. */
#include "backup/backup.h"

#include <string.h>
#include <unistd.h>

#include "backup/file.h"
#include "backup/recovery.h"
#include "base/codec.h"
#include "cli/progress.h"
#include "bin/db/verbs.h"

#ifndef MEDI_VERSION
#define MEDI_VERSION "unknown"
#endif

/* ---- backup ---------------------------------------------------------------------------------------- */

struct drawing {
    struct ctx *ctx;
    int phase; /* that is being drawn; -1: none yet */
};

static void
draw(void *context, enum backup_phase phase, int64_t done, int64_t all)
{
    struct drawing *drawing = context;
    if (drawing->phase != (int)phase) {
        progress_end(drawing->ctx->progress);
        progress_start(drawing->ctx->progress, phase == BACKUP_WRITE ? _("backup") : _("verify"),
                       all);
        drawing->phase = (int)phase;
    }
    progress_update(drawing->ctx->progress, done);
}

static int
print_made(struct ctx *ctx, const char *file, const struct backup_made *made, struct err *err)
{
    static const struct out_column columns[] = {
        {"file", NULL, OUT_TEXT},      {"at", NULL, OUT_MOMENT},    {"schema", NULL, OUT_INT},
        {"tables", NULL, OUT_INT},     {"rows", NULL, OUT_INT},     {"bytes", NULL, OUT_INT},
        {"encrypted", NULL, OUT_BOOL}, {"content", NULL, OUT_TEXT},
    };
    const struct verified *verified = &made->verified;
    const struct item_counts *counts = &verified->counts;
    struct out *out = cli_out(ctx, columns, 8);
    struct db_value values[] = {
        db_text(file),
        db_int(verified->outer.at),
        db_int(verified->outer.schema),
        db_int(counts->tables),
        db_int(counts->rows),
        db_int(made->bytes),
        db_int((verified->outer.flags & OUTER_BOXED) != 0),
        db_text(hex_encode(ctx->arena, counts->digest, HASH_SIZE)),
    };
    int result = out_row(out, values, err) < 0 ? -1 : out_end(out, err);
    out_free(out);
    return result;
}

/* Said each time, since it is each time that it could be missed. */
static void
say_made(struct ctx *ctx, const struct backup_args *args, const struct backup_made *made)
{
    cli_say(ctx, _("%s: read back and verified"), args->file);
    if (made->verified.findings)
        cli_say(ctx, _("the database does not agree with its log: %s"), made->verified.first);
    if (made->key)
        return;
    if (args->to)
        cli_say(ctx, _("there is no key to personal data here, and so none is in the backup"));
    else
        cli_say(ctx,
                _("the key to personal data is not in it: keep a copy of %s, and not beside it"),
                ctx->key ? ctx->key : _("the key file"));
}

/* The backup is there; that the log cannot be told (a full disk, a database that only can be read) takes
 * nothing from it. */
static void
log_made(struct ctx *ctx, const struct backup_args *args, const struct backup_made *made)
{
    struct err err = {0};
    const struct item_counts *counts = &made->verified.counts;
    const char *detail = arena_printf(ctx->arena, "%lld rows, content %s", (long long)counts->rows,
                                      hex_encode(ctx->arena, counts->digest, HASH_SIZE));
    if (cli_log_access(ctx, 0, file_base(args->file), detail, &err) < 0)
        cli_say(ctx, _("the backup was made, but the log could not be told: %s"), err.text);
}

int
cmd_backup(struct ctx *ctx, void *data, struct err *err)
{
    const struct backup_args *args = data;
    struct drawing drawing = {ctx, -1};
    struct backup_made made;
    struct vault *vault = NULL;
    if (args->keep != OPT_UNSET && (args->keep < 1 || args->keep > 100000))
        return err_set(err, ERR_USAGE, _("--keep: expected 1 to %d backups"), 100000);
    if (args->to &&
        cli_vault(ctx, &vault, err) < 0) /* the key that goes in must be the right one */
        return -1;
    const struct backup_spec spec = {
        .path = args->file,
        .keep = args->keep == OPT_UNSET ? 0 : args->keep,
        .recovery = args->to,
        .config = ctx->config,
        .key = vault ? ctx->key : NULL,
        .as_is = args->as_is,
        .now = ctx->now,
        .version = MEDI_VERSION,
        .progress = draw,
        .context = &drawing,
    };
    if (backup_make(ctx->db, ctx->arena, &spec, &made, err) < 0)
        return -1;
    progress_end(ctx->progress);
    log_made(ctx, args, &made);
    say_made(ctx, args, &made);
    if (print_made(ctx, args->file, &made, err) < 0)
        return -1;
    return made.verified.findings ? EXIT_NO : 0;
}

/* ---- backup-key ------------------------------------------------------------------------------------ */

int
cmd_backup_key(struct ctx *ctx, void *data, struct err *err)
{
    static const struct out_column columns[] = {
        {"key", NULL, OUT_TEXT}, {"secret", NULL, OUT_TEXT}, {"public", NULL, OUT_TEXT}};
    const struct name_args *args = data;
    const char *id;
    if (recovery_make(ctx->arena, args->name, &id, err) < 0)
        return -1;
    struct db_value values[] = {db_text(id), db_text(args->name),
                                db_text(arena_printf(ctx->arena, "%s.pub", args->name))};
    struct out *out = cli_out(ctx, columns, 3);
    int result = out_row(out, values, err) < 0 ? -1 : out_end(out, err);
    out_free(out);
    cli_say(
        ctx,
        _("%s: without it no backup that was encrypted for %s.pub can be read: keep two copies, "
          "and none on the clinic's machine"),
        args->name, args->name);
    return result;
}

/* ---- backup-show ----------------------------------------------------------------------------------- */

static const char *
recovery_name(struct ctx *ctx, const struct outer *outer)
{
    return outer->flags & OUTER_BOXED ? hex_encode(ctx->arena, outer->recovery, RECOVERY_ID) : NULL;
}

static bool
has_key(const struct verified *verified)
{
    for (int i = 0; i < verified->file_count; i++)
        if (!*verified->files[i])
            return true;
    return false;
}

/* `whole`: it was read to its end; else only what stands in the open is known. */
static int
print_backup(struct ctx *ctx, const struct verified *verified, bool whole, struct err *err)
{
    static const struct out_column columns[] = {
        {"at", NULL, OUT_MOMENT},     {"schema", NULL, OUT_INT},   {"database", NULL, OUT_TEXT},
        {"recovery", NULL, OUT_TEXT}, {"program", NULL, OUT_TEXT}, {"tables", NULL, OUT_INT},
        {"rows", NULL, OUT_INT},      {"packs", NULL, OUT_INT},    {"key", NULL, OUT_BOOL},
        {"findings", NULL, OUT_INT},  {"content", NULL, OUT_TEXT},
    };
    const struct outer *outer = &verified->outer;
    const struct item_counts *counts = &verified->counts;
    bool key = has_key(verified);
    struct db_value values[11] = {
        db_int(outer->at),
        db_int(outer->schema),
        db_text(*outer->identity ? outer->identity : NULL),
        db_text(recovery_name(ctx, outer)),
    };
    if (whole) {
        values[4] = db_text(verified->version);
        values[5] = db_int(counts->tables);
        values[6] = db_int(counts->rows);
        values[7] = db_int(counts->files - key);
        values[8] = db_int(key);
        values[9] = db_int(verified->findings);
        values[10] = db_text(hex_encode(ctx->arena, counts->digest, HASH_SIZE));
    }
    struct out *out = cli_out(ctx, columns, 11);
    int result = out_row(out, values, err) < 0 ? -1 : out_end(out, err);
    out_free(out);
    return result;
}

static int
print_tables(struct ctx *ctx, const struct verified *verified, struct err *err)
{
    static const struct out_column columns[] = {{"table", NULL, OUT_TEXT}, {"rows", NULL, OUT_INT}};
    struct out *out = cli_out(ctx, columns, 2);
    int result = 0;
    for (int i = 0; i < verified->table_count && result == 0; i++) {
        struct db_value values[] = {db_text(verified->tables[i].name),
                                    db_int(verified->tables[i].rows)};
        result = out_row(out, values, err);
    }
    if (result == 0)
        result = out_end(out, err);
    out_free(out);
    return result;
}

static void
draw_rows(void *context, int64_t rows)
{
    progress_update(context, rows);
}

static int
show_whole(struct ctx *ctx, const struct backup_show_args *args, struct err *err)
{
    const struct reader_key key = {NULL, args->recovery};
    struct verified verified = {0};
    int file = file_open(args->file, err);
    if (file < 0)
        return -1;
    progress_start(ctx->progress, _("verify"), 0);
    int result =
        verify_backup(&verified, ctx->arena, file, args->file, &key, draw_rows, ctx->progress, err);
    progress_end(ctx->progress);
    close(file);
    if (result == 0)
        result = args->tables ? print_tables(ctx, &verified, err)
                              : print_backup(ctx, &verified, true, err);
    if (result == 0 && verified.findings)
        cli_say(ctx, _("%s: its rows do not agree with their log: %s"), args->file, verified.first);
    return result < 0 ? -1 : verified.findings ? EXIT_NO : 0;
}

int
cmd_backup_show(struct ctx *ctx, void *data, struct err *err)
{
    const struct backup_show_args *args = data;
    struct verified verified = {0};
    if (outer_read_file(&verified.outer, args->file, err) < 0)
        return -1;
    if (!(verified.outer.flags & OUTER_BOXED) || args->recovery)
        return show_whole(ctx, args, err);
    if (args->tables)
        return err_set(
            err, ERR_USAGE,
            _("%s: is encrypted for a recovery key; give the file of its secret half with "
              "--recovery"),
            args->file);
    cli_say(
        ctx,
        _("%s: is encrypted, and only what stands in the open was read; --recovery KEY verifies "
          "all of it"),
        args->file);
    return print_backup(ctx, &verified, false, err);
}
