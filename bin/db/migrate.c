/* Bringing an old database up to this program's schema. */
#include "db/migrate.h"
#include "fact/fact.h"
#include "bin/db/verbs.h"
#include "log/verify.h"

enum { WITH_ACCOUNTS = 2 }; /* the schema that has them */

static int
count_column(void *context, const struct db_column *column, struct err *err)
{
    (void)column;
    (void)err;
    ++*(int *)context;
    return 0;
}

static int
report_finding(void *context, const struct verify_finding *finding, struct err *err)
{
    const struct db_value values[] = {
        db_text(finding->severity), db_text(finding->store),   db_text(finding->subject),
        db_text(finding->place),    db_text(finding->finding), db_text(finding->detail),
    };
    return out_row(context, values, err);
}

/* What was changed behind the tools' backs is looked for before all rows are counted anew, since nothing of
 * it would be seen after. The number of findings; -1. */
static int64_t
verify_before(struct ctx *ctx, int version, struct err *err)
{
    static const struct out_column columns[] = {
        {"severity", NULL, OUT_TEXT}, {"store", NULL, OUT_TEXT},   {"subject", NULL, OUT_TEXT},
        {"place", NULL, OUT_TEXT},    {"finding", NULL, OUT_TEXT}, {"detail", NULL, OUT_TEXT},
    };
    struct verify_options options = {.log = true, .rows = true, .version = version};
    struct verify_count count = {0};
    int chains = 0;
    if (db_columns(ctx->db, "chain", count_column, &chains, err) < 0)
        return -1;
    if (chains == 0) /* of a schema that had no log yet */
        return 0;
    struct out *out = cli_out(ctx, columns, 6);
    options.found = report_finding;
    options.context = out;
    int result = verify_run(ctx->db, &options, &count, err);
    if (result == 0 && count.errors + count.warnings > 0)
        result = out_end(out, err);
    out_free(out);
    return result < 0 ? -1 : count.errors + count.warnings;
}

static void
say_applied(void *context, const struct migration *migration)
{
    cli_say(context, _("applied %s"), migration->name);
}

static int
migrate(struct ctx *ctx, int before, const char *anyway, int64_t findings, struct err *err)
{
    char *detail = arena_printf(ctx->arena, "schema %d to %d", before, migrate_latest());
    if (anyway)
        detail = arena_printf(ctx->arena, "%s, with %lld findings: %s", detail, (long long)findings,
                              anyway);
    if (migrate_run(ctx->db, ctx->now, say_applied, ctx, err) < 0 ||
        (before < WITH_ACCOUNTS && verbs_found_duties(ctx, err) < 0) ||
        fact_refresh_all(ctx->db, err) < 0)
        return -1;
    return verbs_log_schema(ctx, detail, err);
}

int
cmd_migrate(struct ctx *ctx, void *data, struct err *err)
{
    const struct migrate_args *args = data;
    int before = migrate_version(ctx->db, err);
    if (before < 0)
        return -1;
    if (before == migrate_latest()) {
        cli_say(ctx, _("%s: up to date with schema %d"), db_place(ctx->db), before);
        return 0;
    }
    int64_t findings = before < migrate_latest() ? verify_before(ctx, before, err) : 0;
    if (findings < 0)
        return -1;
    if (findings == 0 || args->anyway)
        return migrate(ctx, before, args->anyway, findings, err);
    cli_say(ctx,
            _("%s: %lld findings: not migrated, since after it they would not be found any more; "
              "clear them up, or keep a copy of the file and give --anyway REASON"),
            db_place(ctx->db), (long long)findings);
    return EXIT_REFUSED;
}
