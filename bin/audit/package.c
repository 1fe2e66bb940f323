/* Record packages for an inspector or a regulator: made, and proved. */
#include <string.h>

#include "bin/audit/verbs.h"
#include "duty/duty.h"
#include "package/make.h"
#include "package/proof.h"

/* ---- what is asked for --------------------------------------------------------------------------------- */

static int
check_args(const struct package_args *args, struct err *err)
{
    bool period = args->from != OPT_UNSET || args->to != OPT_UNSET;
    if ((args->visit != NULL) + (args->client != NULL) + period != 1)
        return err_set(err, ERR_USAGE,
                       _("say what the package is of: --visit CODE with its store, --client CODE, "
                         "or --from DAY --to DAY"));
    if (period && (args->from == OPT_UNSET || args->to == OPT_UNSET || args->from >= args->to))
        return err_set(err, ERR_USAGE, _("a period needs --from DAY and a later --to DAY"));
    if (args->reveal && strlen(args->reveal) < 2)
        return err_set(err, ERR_USAGE, _("--reveal: say why"));
    if (!args->sign)
        return err_set(err, ERR_USAGE,
                       _("--sign KEYFILE is missing: a package that nobody signed proves nothing; "
                         "make a key with: medi-audit keygen KEYFILE"));
    return 0;
}

static const char *
subject_of(const struct ctx *ctx, const struct package_args *args)
{
    char from[16], to[16];
    const char *store = ctx->store ? arena_printf(ctx->arena, " %s", ctx->store) : "";
    if (args->visit)
        return arena_printf(ctx->arena, "visit%s %s", store, args->visit);
    if (args->client)
        return arena_printf(ctx->arena, "client%s %s", store, args->client);
    day_format(args->from, from);
    day_format(args->to, to);
    return arena_printf(ctx->arena, "period%s %s %s", store, from, to);
}

static int
pick_rows_of(struct ctx *ctx, const struct package_args *args, struct pick *pick, struct err *err)
{
    if (args->visit && cli_store_id(ctx, &pick->store_id, err) < 0)
        return -1;
    if (!args->visit && ctx->store_id > 0)
        pick->store_id = ctx->store_id;
    if (args->visit)
        return pick_visit(pick, args->visit, err);
    if (args->client)
        return pick_client(pick, args->client, err);
    return pick_period(pick, args->from, args->to, err);
}

/* ---- personal data ------------------------------------------------------------------------------------- */

/* As export asks it of each kind: who may reveal, and from how many records on a second person must agree. */
static int
guard(struct ctx *ctx, const struct package_args *args, const struct package_spec *spec,
      struct err *err)
{
    int64_t most;
    if (!args->reveal) {
        cli_say(ctx, _("personal columns are masked; --reveal REASON shows them and is logged"));
        return 0;
    }
    if (!spec->vault)
        return err_set(err, ERR_USAGE,
                       _("--reveal: personal data cannot be read without the key; give it with "
                         "--key FILE or MEDI_KEY"));
    for (int k = 0; k < spec->pick->scope->count; k++) {
        const struct kind *kind = spec->pick->scope->kinds[k];
        if (spec->pick->parts[k] && kind_has_personal(kind) &&
            cli_must(ctx, DUTY_REVEAL, kind->name, err) < 0)
            return -1;
    }
    if (cli_setting(ctx, "duty.reveal_alone", 0, &most, err) < 0)
        return -1;
    if (most > 0 && package_personal(spec->pick) > most)
        return cli_second(ctx, "export.reveal",
                          arena_printf(ctx->arena, "package: %s", spec->subject), args->reveal,
                          err) < 0
                   ? -1
                   : 0;
    return 0;
}

/* What leaves the house is on record before it has its name. */
static int
log_package(struct ctx *ctx, const struct package_args *args, const struct package_spec *spec,
            const char *sha256, struct err *err)
{
    const char *subject = arena_printf(ctx->arena, "package: %s", spec->subject);
    const char *detail = arena_printf(ctx->arena, "manifest %s, %s%s%s", sha256,
                                      args->reveal ? "revealed" : "masked",
                                      args->reveal ? ": " : "", args->reveal ? args->reveal : "");
    return cli_log_access(ctx, spec->pick->store_id, subject, detail, err);
}

/* ---- package ------------------------------------------------------------------------------------------- */

static int
print_files(struct ctx *ctx, const struct folder *folder, struct err *err)
{
    static const struct out_column columns[] = {{"path", NULL, OUT_TEXT},
                                                {"bytes", NULL, OUT_INT},
                                                {"rows", NULL, OUT_INT},
                                                {"sha256", NULL, OUT_TEXT}};
    struct out *out = cli_out(ctx, columns, 4);
    int result = 0;
    for (int i = 0; i < folder->count && result == 0; i++) {
        const struct folder_file *file = &folder->files[i];
        const struct db_value values[] = {
            db_text(file->path), db_int(file->bytes),
            file->rows == FOLDER_NO_ROWS ? db_null() : db_int(file->rows), db_text(file->sha256)};
        result = out_row(out, values, err);
    }
    if (result == 0)
        result = out_end(out, err);
    out_free(out);
    return result;
}

static bool
has_checkpoint(const struct folder *folder)
{
    for (int i = 0; i < folder->count; i++)
        if (strcmp(folder->files[i].path, "checkpoint") == 0)
            return true;
    return false;
}

static int
write_folder(struct ctx *ctx, const struct package_args *args, const struct package_spec *spec,
             struct err *err)
{
    struct folder folder;
    char sha256[FOLDER_HEX];
    int result = folder_begin(&folder, ctx->arena, args->folder, err);
    if (result == 0)
        result = package_make(&folder, spec, sha256, err);
    if (result == 0)
        result = log_package(ctx, args, spec, sha256, err);
    if (result == 0)
        result = folder_finish(&folder, err);
    if (result == 0)
        result = print_files(ctx, &folder, err);
    if (result == 0 && !has_checkpoint(&folder))
        cli_say(ctx, _("no checkpoint of the log was made yet, so the package has none; make one "
                       "with: medi-audit checkpoint --sign KEYFILE"));
    folder_end(&folder);
    return result;
}

static int
run(struct ctx *ctx, const struct package_args *args, struct package_spec *spec, struct err *err)
{
    struct scope scope;
    if (scope_load(ctx->arena, spec->packs, &scope, err) < 0)
        return -1;
    pick_init(spec->pick, ctx->db, ctx->arena, &scope, ctx->zone);
    if (cli_vault(ctx, &spec->vault, err) < 0 || pick_rows_of(ctx, args, spec->pick, err) < 0 ||
        guard(ctx, args, spec, err) < 0)
        return -1;
    return write_folder(ctx, args, spec, err);
}

int
cmd_package(struct ctx *ctx, void *data, struct err *err)
{
    const struct package_args *args = data;
    const struct packs packs = {.shipped = ctx->share};
    struct note_secret secret;
    struct pick pick = {0};
    struct package_spec spec = {.pick = &pick,
                                .packs = &packs,
                                .reveal = args->reveal != NULL,
                                .now = ctx->now,
                                .secret = &secret};
    if (check_args(args, err) < 0 || verbs_signing_key(args->sign, &secret, err) < 0)
        return -1;
    spec.subject = subject_of(ctx, args);
    int result = db_begin(ctx->db, err); /* all files are of one moment */
    if (result == 0)
        result = run(ctx, args, &spec, err);
    if (db_in_transaction(ctx->db))
        db_rollback(ctx->db);
    pick_release(&pick);
    note_secret_wipe(&secret);
    return result;
}

/* ---- package-verify ------------------------------------------------------------------------------------ */

static int
print_finding(void *context, const char *path, const char *what, struct err *err)
{
    const struct db_value values[] = {db_text(path), db_text(what)};
    return out_row(context, values, err);
}

int
cmd_package_verify(struct ctx *ctx, void *data, struct err *err)
{
    static const struct out_column columns[] = {{"path", NULL, OUT_TEXT},
                                                {"finding", NULL, OUT_TEXT}};
    const struct package_verify_args *args = data;
    struct checkpoint_trust trust = {0};
    if (verbs_trust(ctx, &args->trust, &trust, err) < 0)
        return -1;
    struct out *out = cli_out(ctx, columns, 2);
    struct proof proof = {
        .keys = trust.keys, .key_count = trust.count, .found = print_finding, .context = out};
    int result = proof_run(&proof, ctx->arena, args->folder, err);
    if (result == 0)
        result = out_end(out, err);
    out_free(out);
    if (result < 0)
        return -1;
    cli_say(ctx, _("%lld files: %lld findings"), (long long)proof.files, (long long)proof.findings);
    if (!trust.count)
        cli_say(ctx, _("who signed it was not judged: give --trust KEY, or whoever can change "
                       "the files can sign them anew"));
    return proof.findings > 0;
}
