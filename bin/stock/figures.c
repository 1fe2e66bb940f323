/* Figures of goods: what they cost, what was paid for them, how fast they go, what lies dead, what was lost. */
#include <string.h>

#include "base/str.h"
#include "bin/stock/verbs.h"

/* What was not given is as it is set for the store, or the chain. */
static int
or_setting(struct ctx *ctx, const char *name, int64_t *value, struct err *err)
{
    return *value == OPT_UNSET
               ? cli_setting(ctx, name, ctx->store_id < 0 ? 0 : ctx->store_id, value, err)
               : 0;
}

int
cmd_cost(struct ctx *ctx, void *data, struct err *err)
{
    struct figure_args *args = data;
    if (!args->by)
        args->by = "item";
    return or_setting(ctx, "kpi.few", &args->few, err) < 0 ? -1 : cli_list(ctx, data, err);
}

int
cmd_price_history(struct ctx *ctx, void *data, struct err *err)
{
    struct figure_args *args = data;
    if (or_setting(ctx, "stock.price_jump_percent", &args->jump, err) < 0)
        return -1;
    if (args->jump < 0)
        return err_set(err, ERR_USAGE, _("%s: cannot be below zero"), "--jump");
    return cli_list(ctx, data, err);
}

/* A day of which nothing is known yet is none to average over. */
int
cmd_turnover(struct ctx *ctx, void *data, struct err *err)
{
    struct figure_args *args = data;
    int64_t tomorrow = zone_day(ctx->zone, ctx->as_of) + 1, days = OPT_UNSET;
    if (!args->by)
        args->by = "item";
    if (or_setting(ctx, "kpi.few", &args->few, err) < 0 ||
        or_setting(ctx, "stock.use_days", &days, err) < 0)
        return -1;
    if (args->to == OPT_UNSET || args->to > tomorrow)
        args->to = tomorrow;
    if (args->from == OPT_UNSET)
        args->from = args->to - days;
    if (args->from >= args->to)
        return err_set(err, ERR_USAGE, _("--from: there is no day from there to --to, or to now"));
    return cli_list(ctx, data, err);
}

int
cmd_dead(struct ctx *ctx, void *data, struct err *err)
{
    struct due_args *args = data;
    return or_setting(ctx, "stock.dead_days", &args->days, err) < 0 ? -1
                                                                    : cmd_findings(ctx, data, err);
}

/* ---- loss --------------------------------------------------------------------------------- */

enum { CODE, NAME, REASON, UNIT, QUANTITY, COST, USED, MOVE, GIVEN };

static const struct out_column loss_columns[] = {
    {"code", NULL, OUT_TEXT},    {"name", NULL, OUT_TEXT},   {"reason", NULL, OUT_TEXT},
    {"quantity", NULL, OUT_INT}, {"unit", NULL, OUT_TEXT},   {"lost_fen", NULL, OUT_FEN},
    {"used_fen", NULL, OUT_FEN}, {"share", NULL, OUT_RATIO}, {"moves", NULL, OUT_TEXT},
};
enum { LOSS_COLUMNS = sizeof loss_columns / sizeof *loss_columns };

/* The movements that belong together, while they come. */
struct loss {
    struct out *out;
    struct arena arena; /* of this row */
    const char *words[UNIT + 1];
    int64_t quantity, cost_fen, used_fen;
    struct str moves;
    bool any;
    int64_t rows;
};

static bool
same_text(const char *a, const char *b)
{
    return a && b ? strcmp(a, b) == 0 : a == b;
}

static bool
same_loss(const struct loss *loss, const struct db_stmt *stmt)
{
    return loss->any && same_text(loss->words[CODE], db_get_text(stmt, CODE)) &&
           same_text(loss->words[REASON], db_get_text(stmt, REASON));
}

/* What was wasted and countered is no loss. */
static int
end_loss(struct loss *loss, struct err *err)
{
    int result = 0;
    if (loss->any && (loss->quantity || loss->cost_fen)) {
        const struct db_value used = db_int(loss->used_fen);
        const struct db_value values[LOSS_COLUMNS + 1] = {
            db_text(loss->words[CODE]),
            db_text(loss->words[NAME]),
            db_text(loss->words[REASON]),
            loss->words[UNIT] ? db_int(loss->quantity) : db_null(),
            db_text(loss->words[UNIT]),
            db_int(loss->cost_fen),
            used,
            db_int(loss->cost_fen),
            loss->used_fen > 0 ? used : db_null(),
            db_text(loss->moves.text),
        };
        result = out_row(loss->out, values, err);
        loss->rows++;
    }
    arena_reset(&loss->arena);
    str_clear(&loss->moves);
    loss->any = false;
    return result;
}

static void
begin_loss(struct loss *loss, const struct db_stmt *stmt)
{
    for (int i = CODE; i <= UNIT; i++)
        loss->words[i] = db_keep_text(stmt, i, &loss->arena);
    loss->used_fen = db_get_int(stmt, USED);
    loss->quantity = loss->cost_fen = 0;
    loss->any = true;
}

static int
add_loss(struct loss *loss, const struct db_stmt *stmt, struct err *err)
{
    if (!same_loss(loss, stmt)) {
        if (end_loss(loss, err) < 0)
            return -1;
        begin_loss(loss, stmt);
    }
    loss->quantity += db_get_int(stmt, QUANTITY);
    loss->cost_fen += db_get_int(stmt, COST);
    str_addf(&loss->moves, "%s%s", loss->moves.length ? " " : "", db_get_text(stmt, MOVE));
    return 0;
}

int
cmd_loss(struct ctx *ctx, void *data, struct err *err)
{
    struct figure_args *args = data;
    const struct sql *sql = sql_get(SQL_STOCK_LOSS);
    struct db_value *values = arena_array(ctx->arena, (size_t)sql->param_count, sizeof *values);
    struct loss loss = {.moves = STR_INIT};
    struct db_stmt *stmt = NULL;
    int more = 0;
    if (!args->by)
        args->by = "item";
    arena_init(&loss.arena);
    loss.out = cli_out(ctx, loss_columns, LOSS_COLUMNS);
    int result = cli_bind(ctx, data, sql, values, err);
    if (result == 0)
        result = sql_open(ctx->db, &stmt, SQL_STOCK_LOSS, values, sql->param_count, err);
    while (result == 0 && (more = db_step(stmt, err)) == 1)
        result = add_loss(&loss, stmt, err);
    db_finish(stmt);
    if (result == 0 && more == 0 && (result = end_loss(&loss, err)) == 0)
        result = out_end(loss.out, err);
    out_free(loss.out);
    arena_release(&loss.arena);
    str_release(&loss.moves);
    return more < 0 || result < 0 ? -1 : ctx->exit_rows && loss.rows > 0;
}
