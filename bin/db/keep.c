/* Making and checking a database. */
#include <string.h>

#include "base/cipher.h"
#include "base/codec.h"
#include "check/check.h"
#include "db/migrate.h"
#include "duty/duty.h"
#include "duty/roles.h"
#include "log/log.h"
#include "log/shape.h"
#include "text/zonefile.h"
#include "vault/vault.h"
#include "bin/db/verbs.h"

struct packs
verbs_packs(const struct ctx *ctx)
{
    return (struct packs){ctx->config, ctx->share};
}

/* ---- init -------------------------------------------------------------------------------------- */

static int
put_meta(struct ctx *ctx, const char *name, const char *value, struct err *err)
{
    struct db_value params[] = {db_text(name), db_text(value)};
    return sql_run(ctx->db, SQL_DB_META_SET, params, 2, NULL, err);
}

/* The name by which the log's chains and checkpoints know the database. */
static int
put_identity(struct ctx *ctx, struct err *err)
{
    unsigned char bytes[16];
    random_bytes(bytes, sizeof bytes);
    return put_meta(ctx, "identity", hex_encode(ctx->arena, bytes, sizeof bytes), err);
}

static int
describe(struct ctx *ctx, const struct init_args *args, const char *zone, struct err *err)
{
    struct db_value params[] = {db_text(zone)};
    if (put_identity(ctx, err) < 0 || put_meta(ctx, "zone", zone, err) < 0 ||
        put_meta(ctx, "test", args->test ? "1" : "0", err) < 0 ||
        sql_run(ctx->db, SQL_DB_CHAIN_ZONE, params, 1, NULL, err) < 0 ||
        vault_found(ctx->db, ctx->key, err) < 0)
        return -1;
    return cli_learn(ctx, err); /* a test database has a clock of its own from here on */
}

/* The rows that migrations wrote are counted, and stand behind the log's entry. */
int
verbs_log_schema(struct ctx *ctx, const char *detail, struct err *err)
{
    if (shape_keep(ctx->db, err) < 0 || cli_watch(ctx, err) < 0 || log_recount(ctx->log, err) < 0)
        return -1;
    return cli_log(ctx, 0, "database", detail, err);
}

/* Said once: nobody can say it later. */
static void
say_key(struct ctx *ctx, bool made)
{
    if (made)
        cli_say(ctx,
                _("%s: the key to personal data was made; without it they are lost: keep a copy "
                  "of it apart from the database, and show it to nobody"),
                ctx->key);
    else
        cli_say(ctx,
                _("%s: the key to personal data is the one that was there; without it they are "
                  "lost: keep a copy of it apart from the database"),
                ctx->key);
}

/* Who makes the database is its first admin and manager, by the roles of the pack. */
int
verbs_found_duties(struct ctx *ctx, struct err *err)
{
    struct packs packs = verbs_packs(ctx);
    struct roles roles;
    if (roles_load(ctx->arena, &packs, &roles, err) < 0 ||
        roles_apply(ctx->db, ctx->arena, &roles, NULL, NULL, err) < 0)
        return -1;
    return duty_found(ctx->db, cli_actor(ctx), ctx->now, err) < 0 ? -1 : 0;
}

int
cmd_init(struct ctx *ctx, void *data, struct err *err)
{
    const struct init_args *args = data;
    const char *zone = args->zone ? args->zone : ZONE_DEFAULT;
    bool made;
    if (!zone_load(ctx->arena, zone, err))
        return err_set(err, ERR_USAGE, _("--zone: %s: no such time zone; one is %s"), zone,
                       ZONE_DEFAULT);
    if (cli_key_make(ctx, &made, err) < 0 || migrate_run(ctx->db, ctx->now, NULL, NULL, err) < 0 ||
        describe(ctx, args, zone, err) < 0 || verbs_found_duties(ctx, err) < 0 ||
        verbs_log_schema(ctx, zone, err) < 0)
        return -1;
    cli_say(ctx, _("%s: made, with schema %d"), db_place(ctx->db), migrate_latest());
    say_key(ctx, made);
    return 0;
}

/* ---- check --------------------------------------------------------------------------------------- */

struct report {
    struct out *out;
    int64_t errors, warnings;
};

static int
report_finding(void *context, const struct finding *finding, struct err *err)
{
    struct report *report = context;
    struct db_value values[] = {
        db_text(finding->check),   db_text(finding->severity), db_text(finding->store),
        db_text(finding->subject), db_text(finding->detail),   db_text(gettext(finding->says)),
    };
    if (strcmp(finding->severity, "error") == 0)
        report->errors++;
    else
        report->warnings++;
    return out_row(report->out, values, err);
}

static int
list_checks(struct ctx *ctx, struct err *err)
{
    static const struct out_column columns[] = {{"check", NULL, OUT_TEXT},
                                                {"says", NULL, OUT_TEXT}};
    struct out *out = cli_out(ctx, columns, 2);
    int result = 0;
    const struct sql *sql;
    const struct check_own *own;
    for (int i = 0; result == 0 && (own = check_own(i)); i++) {
        struct db_value values[] = {db_text(own->name), db_text(gettext(own->says))};
        result = out_row(out, values, err);
    }
    for (int i = 0; result == 0 && (sql = check_statement(i)); i++) {
        struct db_value values[] = {db_text(check_name(sql)), db_text(gettext(sql->says))};
        result = out_row(out, values, err);
    }
    if (result == 0)
        result = out_end(out, err);
    out_free(out);
    return result;
}

int
cmd_check(struct ctx *ctx, void *data, struct err *err)
{
    static const struct out_column columns[] = {
        {"check", NULL, OUT_TEXT},   {"severity", NULL, OUT_TEXT}, {"store", NULL, OUT_TEXT},
        {"subject", NULL, OUT_TEXT}, {"detail", NULL, OUT_TEXT},   {"says", NULL, OUT_TEXT},
    };
    const struct check_args *args = data;
    int checks;
    if (args->list)
        return list_checks(ctx, err);
    struct report report = {.out = cli_out(ctx, columns, 6)};
    int result = check_run(ctx->db, args->only, ctx->now, report_finding, &report, &checks, err);
    if (result == 0)
        result = out_end(report.out, err);
    out_free(report.out);
    if (result < 0)
        return -1;
    if (!report.errors && !report.warnings)
        cli_say(ctx, _("%d checks, nothing found"), checks);
    bool strict = !args->fail_on || strcmp(args->fail_on, "warning") == 0;
    return report.errors > 0 || (strict && report.warnings > 0);
}
