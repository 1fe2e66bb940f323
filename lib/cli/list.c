/* Rows on their way out: the columns are those that the statement's file declares. */
#include <string.h>

#include "cli/cli.h"
#include "cli/language.h"

struct out *
cli_out(struct ctx *ctx, const struct out_column *columns, int count)
{
    bool headed = ctx->out.format == OUT_TABLE || ctx->out.format == OUT_XLSX;
    struct out_column *named = arena_array(ctx->arena, (size_t)count, sizeof *named);
    for (int i = 0; i < count; i++) {
        named[i] = columns[i];
        if (headed && !named[i].heading)
            named[i].heading = language_heading(named[i].name);
    }
    return out_new(ctx->stream, &ctx->out, named, count);
}

/* The columns, and how many values a row of them has: a ratio has two. */
static int
declared_columns(const struct sql *sql, struct out_column *columns, struct err *err)
{
    int width = 0;
    for (int i = 0; i < sql->column_count; i++) {
        columns[i] = (struct out_column){.name = sql->columns[i].name};
        if (!out_type_parse(sql->columns[i].type, &columns[i].type))
            return err_set(err, ERR_DB, _("internal error: %s: column %s has no type"), sql->name,
                           sql->columns[i].name);
        width += columns[i].type == OUT_RATIO ? 2 : 1;
    }
    return width;
}

static int64_t
print_rows(struct out *out, struct db_stmt *stmt, struct db_value *values, int width,
           struct err *err)
{
    int64_t rows = 0;
    int result;
    while ((result = db_step(stmt, err)) == 1) {
        for (int i = 0; i < width; i++)
            values[i] = db_get(stmt, i);
        if (out_row(out, values, err))
            return -1;
        rows++;
    }
    return result < 0 || out_end(out, err) ? -1 : rows;
}

int64_t
cli_print(struct ctx *ctx, struct db_stmt *stmt, const struct sql *sql, struct err *err)
{
    struct out_column *columns =
        arena_array(ctx->arena, (size_t)sql->column_count, sizeof *columns);
    int width = declared_columns(sql, columns, err);
    if (width < 0)
        return -1;
    if (width != db_column_count(stmt))
        return err_set(err, ERR_DB, _("internal error: %s: %d columns declared, %d came"),
                       sql->name, width, db_column_count(stmt));
    struct db_value *values = arena_array(ctx->arena, (size_t)width, sizeof *values);
    struct out *out = cli_out(ctx, columns, sql->column_count);
    int64_t rows = print_rows(out, stmt, values, width, err);
    out_free(out);
    return rows;
}

int64_t
cli_query(struct ctx *ctx, const void *args, enum sql_id id, struct err *err)
{
    const struct sql *sql = sql_get(id);
    struct db_value *values = arena_array(ctx->arena, (size_t)sql->param_count, sizeof *values);
    struct db_stmt *stmt = NULL;
    int64_t rows = -1;
    if (cli_bind(ctx, args, sql, values, err) == 0 &&
        sql_open(ctx->db, &stmt, id, values, sql->param_count, err) == 0)
        rows = cli_print(ctx, stmt, sql, err);
    db_finish(stmt);
    return rows;
}

int
cli_list(struct ctx *ctx, void *args, struct err *err)
{
    int64_t rows = cli_query(ctx, args, ctx->verb->query, err);
    return rows < 0 ? -1 : rows > 0 && ctx->exit_rows;
}
