/* medi-followup sheet: all that was owed after a treatment and what came of it, to be signed. */
#include <string.h>

#include "bin/followup/verbs_people.h"
#include "record/personal.h"
#include "record/value.h"

enum { SHOWN = 10, DETAIL = 9, SEALED_TABLE = 10, SEALED_COLUMN, SEALED_ID, SEALED, DATA_KEY };

static const struct out_column columns[SHOWN] = {
    {"part", NULL, OUT_TEXT},       {"code", NULL, OUT_TEXT}, {"due_at", NULL, OUT_MOMENT},
    {"until_at", NULL, OUT_MOMENT}, {"at", NULL, OUT_MOMENT}, {"staff", NULL, OUT_TEXT},
    {"state", NULL, OUT_TEXT},      {"grade", NULL, OUT_INT}, {"score", NULL, OUT_INT},
    {"detail", NULL, OUT_TEXT},
};

struct sheet {
    struct ctx *ctx;
    struct vault *vault;
    bool reveal;
};

/* What is sealed, masked unless it is to be seen. */
static int
open_detail(const struct sheet *sheet, const struct db_stmt *stmt, struct db_value *detail,
            struct err *err)
{
    struct ctx *ctx = sheet->ctx;
    const char *table = db_get_text(stmt, SEALED_TABLE), *column = db_get_text(stmt, SEALED_COLUMN);
    struct db_value sealed = db_get(stmt, SEALED);
    if (!table || sealed.type == DB_NULL)
        return 0;
    const struct kind_column shape = {.name = column,
                                      .type = strcmp(column, "phone") == 0 ? KIND_PHONE : KIND_TEXT,
                                      .personal = true};
    if (personal_open(ctx->db, sheet->vault, ctx->arena, table, column, db_get_int(stmt, SEALED_ID),
                      db_get(stmt, DATA_KEY), sealed, detail, err) < 0)
        return -1;
    if (detail->type == DB_NULL)
        *detail = db_text("***");
    else if (!sheet->reveal)
        *detail = db_text(value_mask(ctx->arena, &shape, detail->text));
    return 0;
}

static int
print_row(const struct sheet *sheet, struct out *out, const struct db_stmt *stmt, struct err *err)
{
    struct db_value values[SHOWN];
    for (int i = 0; i < SHOWN; i++)
        values[i] = db_get(stmt, i);
    return open_detail(sheet, stmt, &values[DETAIL], err) < 0 ? -1 : out_row(out, values, err);
}

/* How many rows, or -1. */
static int
print_sheet(const struct sheet *sheet, int64_t store_id, const char *treatment, struct out *out,
            struct err *err)
{
    const struct db_value values[] = {db_int(store_id), db_text(treatment),
                                      db_int(sheet->ctx->as_of)};
    struct db_stmt *stmt = NULL;
    int rows = 0;
    int more = sql_open(sheet->ctx->db, &stmt, SQL_FOLLOWUP_SHEET, values, 3, err);
    while (more >= 0 && (more = db_step(stmt, err)) == 1) {
        more = print_row(sheet, out, stmt, err);
        rows++;
    }
    db_finish(stmt);
    if (more == 0 && rows == 0)
        return err_set(err, ERR_DATA, _("treatment %s: none in this store"), treatment);
    return more < 0 ? -1 : out_end(out, err);
}

int
cmd_sheet(struct ctx *ctx, void *data, struct err *err)
{
    const struct sheet_args *args = data;
    struct sheet sheet = {.ctx = ctx, .reveal = args->reveal != NULL};
    int64_t store_id;
    if (cli_store_id(ctx, &store_id, err) < 0 || cli_vault(ctx, &sheet.vault, err) < 0)
        return -1;
    if (!args->reveal && sheet.vault)
        cli_say(ctx, _("personal columns are masked; --reveal REASON shows them and is logged"));
    if (cli_reveal(ctx, args->reveal, store_id,
                   arena_printf(ctx->arena, "followup sheet %s %s", ctx->store, args->treatment),
                   err) < 0)
        return -1;
    struct out *out = cli_out(ctx, columns, SHOWN);
    int result = print_sheet(&sheet, store_id, args->treatment, out, err);
    out_free(out);
    return result;
}
