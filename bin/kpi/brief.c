/* medi-kpi brief: what a day begins with, and what it leaves behind. */
#include "bin/kpi/verbs.h"
#include "insight/brief.h"

const struct opt brief_options[] = {
    {'m', "morning", OPT_FLAG, offsetof(struct brief_args, morning), NULL,
     N_("what the day begins with"), NULL},
    {'e', "evening", OPT_FLAG, offsetof(struct brief_args, evening), NULL,
     N_("what happened, and what slipped"), NULL},
    {0},
};

static const struct out_column columns[] = {
    {"section", NULL, OUT_TEXT},   {"item", NULL, OUT_TEXT},   {"count", NULL, OUT_INT},
    {"amount_fen", NULL, OUT_FEN}, {"detail", NULL, OUT_TEXT}, {"command", NULL, OUT_TEXT},
};

struct printing {
    struct out *out;
    int64_t rows;
};

static int
print_line(void *context, const struct brief_line *line, struct err *err)
{
    struct printing *printing = context;
    const struct db_value values[] = {
        db_text(line->section),
        db_text(line->item),
        line->count < 0 ? db_null() : db_int(line->count),
        line->amount_fen == -1 ? db_null() : db_int(line->amount_fen),
        db_text(line->detail),
        db_text(line->command),
    };
    printing->rows++;
    return out_row(printing->out, values, err);
}

int
cmd_brief(struct ctx *ctx, void *data, struct err *err)
{
    const struct brief_args *args = data;
    const struct packs packs = {ctx->config, ctx->share};
    const struct brief_query query = {.db = ctx->db,
                                      .arena = ctx->arena,
                                      .packs = &packs,
                                      .today = kpi_today(ctx),
                                      .now = ctx->as_of,
                                      .store_id = kpi_store(ctx),
                                      .evening = args->evening};
    if (args->morning == args->evening)
        return err_set(err, ERR_USAGE, _("brief needs --morning or --evening"));
    struct printing printing = {.out = cli_out(ctx, columns, sizeof columns / sizeof *columns)};
    int result = brief_lines(&query, print_line, &printing, err);
    if (result == 0)
        result = out_end(printing.out, err);
    out_free(printing.out);
    if (result == 0 && printing.rows == 0)
        cli_say(ctx, _("nothing to say of this day"));
    return result < 0 ? -1 : printing.rows > 0 && ctx->exit_rows;
}
