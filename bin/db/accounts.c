/* Accounts, their duties, and the roles pack. */
#include <string.h>

#include "duty/duty.h"
#include "duty/request.h"
#include "duty/roles.h"
#include "bin/db/verbs.h"

/* ---- accounts ------------------------------------------------------------------------------------ */

int
cmd_whoami(struct ctx *ctx, void *data, struct err *err)
{
    struct db_value login = db_text(cli_actor(ctx));
    struct db_stmt *stmt;
    (void)data;
    if (sql_open(ctx->db, &stmt, SQL_DUTY_WHOAMI, &login, 1, err) < 0)
        return -1;
    int64_t rows = cli_print(ctx, stmt, sql_get(SQL_DUTY_WHOAMI), err);
    db_finish(stmt);
    return rows < 0 ? -1 : 0;
}

static int
log_account(struct ctx *ctx, const char *login, const char *detail, struct err *err)
{
    return cli_log(ctx, 0, arena_printf(ctx->arena, "account %s", login), detail, err);
}

int
cmd_account_add(struct ctx *ctx, void *data, struct err *err)
{
    const struct account_args *args = data;
    if (account_add(ctx->db, args->login, args->staff, ctx->now, err) < 0)
        return -1;
    cli_say(ctx, _("%s: may do nothing yet; give a role: medi-db duty grant %s ROLE"), args->login,
            args->login);
    return log_account(
        ctx, args->login,
        args->staff ? arena_printf(ctx->arena, "opened for %s", args->staff) : "opened", err);
}

int
cmd_account_edit(struct ctx *ctx, void *data, struct err *err)
{
    const struct account_args *args = data;
    if (!args->staff)
        return err_set(err, ERR_USAGE, _("--staff: missing; it says whose the account is"));
    if (guard_power(ctx, arena_printf(ctx->arena, "account %s is %s's", args->login, args->staff),
                    err) < 0)
        return -1;
    int changed = account_edit(ctx->db, args->login, args->staff, err);
    if (changed < 0)
        return -1;
    if (!changed) {
        cli_say(ctx, _("%s: nothing to change"), args->login);
        return 0;
    }
    return log_account(ctx, args->login, arena_printf(ctx->arena, "is %s's", args->staff), err);
}

int
cmd_account_close(struct ctx *ctx, void *data, struct err *err)
{
    const struct account_args *args = data;
    if (account_close(ctx->db, args->login, ctx->now, err) < 0)
        return -1;
    return log_account(ctx, args->login, "closed", err);
}

/* ---- duties -------------------------------------------------------------------------------------- */

static int
read_duty(struct ctx *ctx, const struct duty_args *args, struct duty *duty, struct err *err)
{
    *duty = (struct duty){args->login, args->role, DUTY_CHAIN};
    return ctx->store ? cli_store_id(ctx, &duty->store_id, err) : 0;
}

static const char *
duty_words(struct ctx *ctx, const struct duty *duty)
{
    return arena_printf(ctx->arena, "%s %s %s", duty->login, duty->role,
                        duty->store_id == DUTY_CHAIN ? "*" : ctx->store);
}

static int
log_duty(struct ctx *ctx, const struct duty *duty, int changed, struct err *err)
{
    if (changed < 0)
        return -1;
    if (!changed) {
        cli_say(ctx, _("%s: nothing to change"), duty_words(ctx, duty));
        return 0;
    }
    return cli_log(ctx, duty->store_id, arena_printf(ctx->arena, "duty %s", duty_words(ctx, duty)),
                   NULL, err);
}

int
cmd_duty_grant(struct ctx *ctx, void *data, struct err *err)
{
    struct duty duty;
    if (read_duty(ctx, data, &duty, err) < 0)
        return -1;
    int changed = duty_grant(ctx->db, &duty, cli_actor(ctx), ctx->now, err);
    int guarded = changed > 0 ? duty_guarded(ctx->db, duty.role, err) : changed;
    if (guarded < 0 || (guarded && guard_power(ctx, duty_words(ctx, &duty), err) < 0))
        return -1;
    return log_duty(ctx, &duty, changed, err);
}

int
cmd_duty_revoke(struct ctx *ctx, void *data, struct err *err)
{
    struct duty duty;
    if (read_duty(ctx, data, &duty, err) < 0)
        return -1;
    return log_duty(ctx, &duty, duty_revoke(ctx->db, &duty, err), err);
}

/* ---- roles --------------------------------------------------------------------------------------- */

static int
show_rows(struct ctx *ctx, enum sql_id id, const char *word, int64_t *rows, struct err *err)
{
    struct db_value value = db_text(word);
    struct db_stmt *stmt;
    if (sql_open(ctx->db, &stmt, id, &value, 1, err) < 0)
        return -1;
    *rows = cli_print(ctx, stmt, sql_get(id), err);
    db_finish(stmt);
    return *rows < 0 ? -1 : 0;
}

int
cmd_roles_show(struct ctx *ctx, void *data, struct err *err)
{
    const struct name_args *args = data;
    int64_t rows;
    if (show_rows(ctx, SQL_DUTY_ROLE_SHOW, args->name, &rows, err) < 0)
        return -1;
    if (rows == 0)
        cli_say(ctx, _("%s: no such role; list them with: medi-db roles list"), args->name);
    return rows == 0;
}

struct told {
    struct ctx *ctx;
    struct out *out;
};

/* "doctor medi-db import treatments", of a role its name, of a deed who consents. */
static int
print_fact(void *context, bool added, int kind, const struct fact *fact, struct err *err)
{
    static const char *const kinds[] = {"role", "permission", "consent"};
    const struct told *told = context;
    struct arena *arena = told->ctx->arena;
    char *words = arena_strdup(arena, "");
    int count = kind == FACTS_ROLES ? 1 : FACT_WORDS;
    for (int i = 0; i < count && fact->words[i]; i++)
        words = arena_printf(arena, "%s%s%s", words, i ? " " : "", fact->words[i]);
    struct db_value values[] = {db_text(added ? "add" : "drop"), db_text(kinds[kind]),
                                db_text(words)};
    return out_row(told->out, values, err);
}

int
cmd_roles_apply(struct ctx *ctx, void *data, struct err *err)
{
    static const struct out_column columns[] = {
        {"action", NULL, OUT_TEXT}, {"what", NULL, OUT_TEXT}, {"detail", NULL, OUT_TEXT}};
    struct packs packs = verbs_packs(ctx);
    struct roles roles;
    (void)data;
    if (roles_load(ctx->arena, &packs, &roles, err) < 0)
        return -1;
    const char *digest = roles_digest(ctx->arena, &roles);
    if (guard_power(ctx, arena_printf(ctx->arena, "roles %s", digest), err) < 0)
        return -1;
    struct told told = {ctx, cli_out(ctx, columns, 3)};
    int64_t changes = roles_apply(ctx->db, ctx->arena, &roles, print_fact, &told, err);
    int result = changes < 0 ? -1 : out_end(told.out, err);
    out_free(told.out);
    if (result < 0)
        return -1;
    if (changes == 0) {
        cli_say(ctx, _("the roles are as the pack has them already"));
        return 0;
    }
    return cli_log(ctx, 0, "roles",
                   arena_printf(ctx->arena, "%lld changes, now %s", (long long)changes, digest),
                   err);
}
