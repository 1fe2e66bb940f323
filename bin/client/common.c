/* What several verbs of medi-client do alike. */
#include <string.h>

#include "bin/client/verbs.h"
#include "record/value.h"

struct packs
client_packs(const struct ctx *ctx)
{
    return (struct packs){ctx->config, ctx->share};
}

int64_t
client_today(const struct ctx *ctx)
{
    return zone_day(ctx->zone, ctx->as_of);
}

struct db_value
client_masked(struct arena *arena, const char *column, struct db_value value)
{
    struct kind_column as = {.name = column, .type = KIND_TEXT, .personal = true};
    if (strcmp(column, "phone") == 0)
        as.type = KIND_PHONE;
    if (strcmp(column, "id_number") == 0)
        as.type = KIND_ID_NUMBER;
    return db_text(value_shown(arena, &as, value));
}

int
client_put(struct ctx *ctx, struct cli_record *record, struct err *err)
{
    int written = cli_put(ctx, record, err);
    if (written < 0)
        return -1;
    if (written == 0)
        cli_say(ctx, _("%s: nothing to change"), record->code ? record->code : record->kind);
    return cli_say_record(ctx, record, err);
}

int
client_print(struct ctx *ctx, enum sql_id id, const struct db_value *values, int count,
             struct err *err)
{
    struct db_stmt *stmt = NULL;
    if (sql_open(ctx->db, &stmt, id, values, count, err) < 0)
        return -1;
    int64_t rows = cli_print(ctx, stmt, sql_get(id), err);
    db_finish(stmt);
    return rows < 0 ? -1 : rows > 0 && ctx->exit_rows;
}
