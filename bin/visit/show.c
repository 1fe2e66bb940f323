/* Everything of a visit, in the order in which it happened. */
#include "bin/visit/verbs.h"
#include "record/personal.h"
#include "record/value.h"
#include "visit/journey.h"

enum { SHOWN = 9, DETAIL = 8, SEALED_TABLE = 9, SEALED_COLUMN, SEALED_ID, SEALED, DATA_KEY };

static const struct out_column columns[SHOWN] = {
    {"at", NULL, OUT_MOMENT},    {"step", NULL, OUT_TEXT},      {"code", NULL, OUT_TEXT},
    {"project", NULL, OUT_TEXT}, {"staff", NULL, OUT_TEXT},     {"state", NULL, OUT_TEXT},
    {"quantity", NULL, OUT_INT}, {"amount_fen", NULL, OUT_FEN}, {"detail", NULL, OUT_TEXT},
};

struct showing {
    struct ctx *ctx;
    struct vault *vault;
    struct out *out;
    bool reveal;
};

/* What is sealed, masked unless it is to be seen. */
static int
open_detail(struct showing *showing, const struct db_stmt *stmt, struct db_value *detail,
            struct err *err)
{
    struct ctx *ctx = showing->ctx;
    const char *table = db_get_text(stmt, SEALED_TABLE);
    const struct kind_column text = {.name = "note", .type = KIND_TEXT, .personal = true};
    if (!table)
        return 0;
    if (personal_open(ctx->db, showing->vault, ctx->arena, table, db_get_text(stmt, SEALED_COLUMN),
                      db_get_int(stmt, SEALED_ID), db_get(stmt, DATA_KEY), db_get(stmt, SEALED),
                      detail, err) < 0)
        return -1;
    if (!showing->reveal && detail->type == DB_TEXT)
        *detail = db_text(value_mask(ctx->arena, &text, detail->text));
    return 0;
}

static int
print_rows(struct showing *showing, struct db_stmt *stmt, struct err *err)
{
    int more;
    while ((more = db_step(stmt, err)) == 1) {
        struct db_value values[SHOWN];
        for (int i = 0; i < SHOWN; i++)
            values[i] = db_get(stmt, i);
        if (open_detail(showing, stmt, &values[DETAIL], err) < 0 ||
            out_row(showing->out, values, err) < 0)
            return -1;
    }
    return more < 0 ? -1 : out_end(showing->out, err);
}

static int
ask_reveal(struct ctx *ctx, const struct visit_show_args *args, int64_t store_id,
           const struct vault *vault, struct err *err)
{
    if (!args->reveal && vault)
        cli_say(ctx, _("personal columns are masked; --reveal REASON shows them and is logged"));
    return cli_reveal(ctx, args->reveal, store_id,
                      arena_printf(ctx->arena, "visit %s %s", ctx->store, args->visit), err);
}

int
cmd_visit_show(struct ctx *ctx, void *data, struct err *err)
{
    const struct visit_show_args *args = data;
    struct showing showing = {.ctx = ctx, .reveal = args->reveal != NULL};
    struct journey_visit visit;
    struct db_stmt *stmt = NULL;
    int64_t store_id;
    if (cli_store_id(ctx, &store_id, err) < 0 ||
        journey_visit(ctx->db, ctx->arena, store_id, args->visit, &visit, err) < 0)
        return -1;
    if (cli_vault(ctx, &showing.vault, err) < 0 ||
        ask_reveal(ctx, args, store_id, showing.vault, err) < 0)
        return -1;
    const struct db_value values[] = {db_int(store_id), db_int(visit.id)};
    if (sql_open(ctx->db, &stmt, SQL_VISIT_SHOW, values, 2, err) < 0)
        return -1;
    showing.out = cli_out(ctx, columns, SHOWN);
    int result = print_rows(&showing, stmt, err);
    out_free(showing.out);
    db_finish(stmt);
    return result;
}
