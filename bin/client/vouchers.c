/* Vouchers: given once, redeemed once. */
#include <string.h>

#include "bin/client/verbs.h"
#include "client/person.h"
#include "client/referral.h"
#include "client/voucher.h"

enum { COUNT_MOST = 10000, VALID_DAYS = 90 };

static int
give_voucher(struct ctx *ctx, const struct voucher_args *args, const char *client, const char *code,
             struct err *err)
{
    struct cli_record record;
    int64_t today = client_today(ctx);
    cli_record_init(&record, "vouchers", PUT_ADD);
    cli_give(&record, "code", code);
    cli_give(&record, "kind", args->kind);
    cli_give(&record, "client", client);
    cli_give(&record, "partner", args->partner);
    cli_give(&record, "project", args->project);
    cli_give_int(ctx, &record, "value_fen", args->value);
    cli_give(&record, "why", args->why);
    cli_give_day(ctx, &record, "issued_on", today);
    cli_give_day(ctx, &record, "expires_on",
                 args->expires == OPT_UNSET ? today + VALID_DAYS : args->expires);
    return cli_put(ctx, &record, err) < 0 ? -1 : 0;
}

static int
check_issue(struct ctx *ctx, const struct voucher_args *args, struct err *err)
{
    if (!args->kind || !args->why)
        return err_set(err, ERR_USAGE, _("--kind and --why: missing"));
    if (args->count != OPT_UNSET && (args->count < 1 || args->count > COUNT_MOST))
        return err_set(err, ERR_USAGE, _("--count: expected 1 to %d"), (int)COUNT_MOST);
    if (args->count > 1 && (args->code || args->reward_for))
        return err_set(err, ERR_USAGE, _("--count goes neither with --code nor --reward-for"));
    if (args->expires != OPT_UNSET && args->expires < client_today(ctx))
        return err_set(err, ERR_DATA, _("--expires: lies behind"));
    if (strcmp(args->kind, "cash") == 0 && args->value <= 0)
        return err_set(err, ERR_USAGE, _("--value: missing; a cash voucher has one"));
    return 0;
}

/* A reward goes to whoever brought that client, once. */
static int
reward(struct ctx *ctx, const struct voucher_args *args, const char **client, int64_t *brought,
       struct err *err)
{
    struct person person;
    struct db_stmt *stmt;
    if (person_find_living(ctx->db, ctx->arena, args->reward_for, &person, err) < 0)
        return -1;
    const struct db_value id = db_int(person.id);
    int found = sql_first(ctx->db, &stmt, SQL_CLIENT_REFERRAL_REWARDED, &id, 1, err);
    if (found == 0)
        return err_set(err, ERR_DATA, _("client %s: nobody brought them"), person.code);
    if (found < 0)
        return -1;
    const char *by = arena_strdup(ctx->arena, db_get_text(stmt, 0));
    const char *given = db_get_text(stmt, 1);
    if (given)
        err_set(err, ERR_DATA, _("client %s: %s got voucher %s for bringing them already"),
                person.code, by, given);
    db_finish(stmt);
    *brought = person.id;
    *client = by;
    return given ? -1 : 0;
}

struct issue {
    const char *client; /* whose they are, or NULL */
    int64_t brought;    /* whom they brought, if it is a reward */
};

static int
issue_one(struct ctx *ctx, const struct voucher_args *args, const struct issue *issue,
          struct out *out, struct err *err)
{
    const char *code = args->code ? args->code : voucher_code(ctx->arena);
    const struct db_value value = db_text(code);
    if ((issue->brought && referral_reward(ctx->db, issue->brought, code, err) < 0) ||
        give_voucher(ctx, args, issue->client, code, err) < 0)
        return -1;
    return out_row(out, &value, err);
}

int
cmd_voucher_issue(struct ctx *ctx, void *data, struct err *err)
{
    static const struct out_column columns[] = {{"code", NULL, OUT_TEXT}};
    const struct voucher_args *args = data;
    struct person person = {0};
    struct issue issue = {NULL, 0};
    struct ctx bare = *ctx;
    int64_t count = args->count == OPT_UNSET ? 1 : args->count;
    if (check_issue(ctx, args, err) < 0)
        return -1;
    if (args->client) {
        if (person_find_living(ctx->db, ctx->arena, args->client, &person, err) < 0)
            return -1;
        issue.client = person.code;
    }
    if (args->reward_for && reward(ctx, args, &issue.client, &issue.brought, err) < 0)
        return -1;
    bare.out.header = ctx->out.format != OUT_TABLE && ctx->out.format != OUT_TSV;
    struct out *out = cli_out(&bare, columns, 1);
    int result = 0;
    for (int64_t i = 0; i < count && result == 0; i++)
        result = issue_one(ctx, args, &issue, out, err);
    result = result < 0 ? -1 : out_end(out, err);
    out_free(out);
    return result;
}

/* Of a project by its code. */
static int
project_id(struct ctx *ctx, const char *code, int64_t *id, struct err *err)
{
    const struct db_value value = db_text(code);
    struct db_stmt *stmt;
    int found = sql_first(ctx->db, &stmt, SQL_CLIENT_PROJECT_BY_CODE, &value, 1, err);
    if (found == 0)
        return err_set(err, ERR_DATA, _("project %s: not in the database"), code);
    if (found < 0)
        return -1;
    *id = db_get_int(stmt, 0);
    db_finish(stmt);
    return 0;
}

int
cmd_voucher_redeem(struct ctx *ctx, void *data, struct err *err)
{
    static const struct out_column columns[] = {
        {"code", NULL, OUT_TEXT}, {"kind", NULL, OUT_TEXT}, {"value_fen", NULL, OUT_FEN}};
    const struct voucher_args *args = data;
    struct person person = {0};
    struct voucher_use use = {.code = args->code,
                              .order_code = args->order,
                              .moment = ctx->as_of,
                              .zone = ctx->zone,
                              .day = client_today(ctx)};
    if (cli_store_id(ctx, &use.store_id, err) < 0 ||
        (args->client && person_find_living(ctx->db, ctx->arena, args->client, &person, err) < 0) ||
        (args->project && project_id(ctx, args->project, &use.project_id, err) < 0))
        return -1;
    use.client_id = person.id;
    if (voucher_redeem(ctx->db, ctx->arena, &use, err) < 0)
        return -1;
    const struct db_value values[] = {db_text(use.code), db_text(use.kind), db_int(use.value_fen)};
    struct out *out = cli_out(ctx, columns, 3);
    int result = out_row(out, values, err) < 0 ? -1 : out_end(out, err);
    out_free(out);
    return result < 0 ? -1
                      : cli_log(ctx, 0, arena_printf(ctx->arena, "voucher %s", use.code),
                                arena_printf(ctx->arena, "redeemed in %s", ctx->store), err);
}

int
cmd_voucher_void(struct ctx *ctx, void *data, struct err *err)
{
    const struct voucher_args *args = data;
    if (!args->why || strlen(args->why) < 2)
        return err_set(err, ERR_USAGE, _("--why: say why"));
    if (voucher_void(ctx->db, args->code, err) < 0)
        return -1;
    return cli_log(ctx, 0, arena_printf(ctx->arena, "voucher %s", args->code),
                   arena_printf(ctx->arena, "void: %s", args->why), err);
}
