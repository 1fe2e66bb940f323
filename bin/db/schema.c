/* The schema in words, or as SQL. */
#include <stdio.h>
#include <string.h>

#include "base/str.h"
#include "db/describe.h"
#include "db/migrate.h"
#include "bin/db/verbs.h"

static int
print_sql(struct err *err)
{
    for (const struct migration *step = migrations; step->version; step++)
        if (printf("%s\n", step->text) < 0)
            return err_set(err, ERR_IO, _("stdout: cannot be written"));
    return 0;
}

static int
print_tables(struct ctx *ctx, const struct description *all, struct err *err)
{
    static const struct out_column columns[] = {{"table", NULL, OUT_TEXT},
                                                {"says", NULL, OUT_TEXT}};
    struct out *out = cli_out(ctx, columns, 2);
    int result = 0;
    for (int i = 0; i < all->count && result == 0; i++) {
        struct db_value values[] = {db_text(all->tables[i].name), db_text(all->tables[i].says)};
        result = out_row(out, values, err);
    }
    if (result == 0)
        result = out_end(out, err);
    out_free(out);
    return result;
}

static int
print_table(struct ctx *ctx, const struct described_table *table, struct err *err)
{
    static const struct out_column columns[] = {
        {"column", NULL, OUT_TEXT}, {"type", NULL, OUT_TEXT}, {"says", NULL, OUT_TEXT}};
    struct out *out = cli_out(ctx, columns, 3);
    int result = 0;
    for (int i = 0; i < table->count && result == 0; i++) {
        const struct described_column *column = &table->columns[i];
        struct db_value values[] = {db_text(column->name), db_text(column->type),
                                    db_text(*column->says ? column->says : NULL)};
        result = out_row(out, values, err);
    }
    if (result == 0)
        result = out_end(out, err);
    out_free(out);
    return result;
}

int
cmd_schema(struct ctx *ctx, void *data, struct err *err)
{
    const struct schema_args *args = data;
    struct description all;
    if (args->sql)
        return print_sql(err);
    describe_schema(ctx->arena, &all);
    if (!args->table)
        return print_tables(ctx, &all, err);
    const char **names = arena_array(ctx->arena, (size_t)all.count, sizeof *names);
    for (int i = 0; i < all.count; i++) {
        names[i] = all.tables[i].name;
        if (strcmp(names[i], args->table) == 0)
            return print_table(ctx, &all.tables[i], err);
    }
    const char *near = str_nearest(args->table, names, (size_t)all.count);
    return err_set(err, ERR_USAGE, _("%s: no such table%s%s"), args->table,
                   near ? _("; did you mean ") : "", near ? near : "");
}
