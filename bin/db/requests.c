/* Requests for a second person's consent. */
#include <stdlib.h>
#include <string.h>

#include "duty/request.h"
#include "bin/db/verbs.h"

static int
read_number(const char *text, int64_t *number, struct err *err)
{
    char *end;
    *number = strtoll(text, &end, 10);
    if (*number > 0 && *end == '\0' && strlen(text) < 19)
        return 0;
    return err_set(err, ERR_USAGE, _("%s: not the number of a request; see: medi-db request list"),
                   text);
}

/* Those that concern who asks; `id` 0 is all of them. */
static int64_t
print_requests(struct ctx *ctx, const char *state, int64_t id, struct err *err)
{
    int64_t latest, rows = -1;
    struct db_stmt *stmt = NULL;
    if (request_time(ctx->db, ctx->now, &latest, err) < 0)
        return -1;
    const struct db_value values[] = {db_text(cli_actor(ctx)), db_int(latest), db_text(state),
                                      ctx->store_id > 0 ? db_int(ctx->store_id) : db_null(),
                                      id ? db_int(id) : db_null()};
    if (sql_open(ctx->db, &stmt, SQL_DUTY_REQUEST_LIST, values, 5, err) == 0)
        rows = cli_print(ctx, stmt, sql_get(SQL_DUTY_REQUEST_LIST), err);
    db_finish(stmt);
    return rows;
}

int
cmd_request_list(struct ctx *ctx, void *data, struct err *err)
{
    const struct request_args *args = data;
    int64_t rows = print_requests(ctx, args->state, 0, err);
    return rows < 0 ? -1 : rows > 0 && ctx->exit_rows;
}

int
cmd_request_show(struct ctx *ctx, void *data, struct err *err)
{
    const struct request_args *args = data;
    int64_t id;
    if (read_number(args->number, &id, err) < 0)
        return -1;
    int64_t rows = print_requests(ctx, NULL, id, err);
    if (rows == 0)
        cli_say(ctx, _("request %lld: there is none that concerns you"), (long long)id);
    return rows < 0 ? -1 : rows == 0;
}

static int
log_request(struct ctx *ctx, int64_t id, const char *detail, struct err *err)
{
    return cli_log(ctx, 0, arena_printf(ctx->arena, "request %lld", (long long)id), detail, err);
}

int
cmd_request_approve(struct ctx *ctx, void *data, struct err *err)
{
    const struct request_args *args = data;
    int64_t id, now;
    if (read_number(args->number, &id, err) < 0 || request_time(ctx->db, ctx->now, &now, err) < 0 ||
        request_approve(ctx->db, id, cli_actor(ctx), now, err) < 0)
        return -1;
    return log_request(ctx, id, "approved", err);
}

int
cmd_request_refuse(struct ctx *ctx, void *data, struct err *err)
{
    const struct request_args *args = data;
    int64_t id, now;
    if (!args->reason || strlen(args->reason) < 2)
        return err_set(err, ERR_USAGE, _("--reason: say why"));
    if (read_number(args->number, &id, err) < 0 || request_time(ctx->db, ctx->now, &now, err) < 0 ||
        request_refuse(ctx->db, id, cli_actor(ctx), args->reason, now, err) < 0)
        return -1;
    return log_request(ctx, id, arena_printf(ctx->arena, "refused: %s", args->reason), err);
}

int
cmd_request_withdraw(struct ctx *ctx, void *data, struct err *err)
{
    const struct request_args *args = data;
    int64_t id, now;
    if (read_number(args->number, &id, err) < 0 || request_time(ctx->db, ctx->now, &now, err) < 0 ||
        request_withdraw(ctx->db, id, cli_actor(ctx), now, err) < 0)
        return -1;
    return log_request(ctx, id, "withdrawn", err);
}
