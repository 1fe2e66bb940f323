/* medi-followup stats: follow-up in figures. */
#include "bin/followup/verbs_people.h"

enum { DAYS = 30, PARAMS = 6 };

int
cmd_stats(struct ctx *ctx, void *data, struct err *err)
{
    const struct stats_args *args = data;
    int64_t today = followup_today(ctx);
    const struct db_value values[PARAMS] = {
        ctx->store ? db_int(ctx->store_id) : db_null(),
        db_int(args->from == OPT_UNSET ? today - DAYS : args->from),
        db_int(args->to == OPT_UNSET ? today + 1 : args->to),
        db_int(ctx->as_of),
        db_text(args->by),
        db_text(args->kind),
    };
    struct db_stmt *stmt = NULL;
    if (sql_open(ctx->db, &stmt, SQL_FOLLOWUP_STATS, values, PARAMS, err) < 0)
        return -1;
    int64_t rows = cli_print(ctx, stmt, sql_get(SQL_FOLLOWUP_STATS), err);
    db_finish(stmt);
    return rows < 0 ? -1 : rows > 0 && ctx->exit_rows;
}
