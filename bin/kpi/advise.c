/* medi-kpi advise: what the figures say should be done. */
#include <math.h>
#include <string.h>

#include "bin/kpi/verbs.h"
#include "insight/advise.h"

static const char *const subjects[] = {"channels", "projects", "clients", "stores", NULL};

const struct opt advise_options[] = {
    {0, "of", OPT_CHOICE, offsetof(struct advise_args, of), "WHAT",
     N_("only channels, projects, clients or stores"), subjects},
    {0},
};

static const struct out_column columns[] = {
    {"of", NULL, OUT_TEXT},      {"subject", NULL, OUT_TEXT}, {"advice", NULL, OUT_TEXT},
    {"with", NULL, OUT_TEXT},    {"figure", NULL, OUT_TEXT},  {"value", NULL, OUT_DECIMAL},
    {"low", NULL, OUT_DECIMAL},  {"high", NULL, OUT_DECIMAL}, {"against", NULL, OUT_DECIMAL},
    {"n", NULL, OUT_INT},        {"mature", NULL, OUT_BOOL},  {"amount_fen", NULL, OUT_FEN},
    {"command", NULL, OUT_TEXT},
};

struct printing {
    struct out *out;
    int64_t rows;
};

static struct db_value
decimal(double number)
{
    return isfinite(number) && fabs(number) < 9e12 ? db_int(llround(number * 1e6)) : db_null();
}

static int
print_advice(void *context, const struct advice *advice, struct err *err)
{
    struct printing *printing = context;
    const struct db_value values[] = {
        db_text(advice->of),      db_text(advice->subject),
        db_text(advice->advice),  db_text(advice->with),
        db_text(advice->figure),  decimal(advice->value),
        decimal(advice->low),     decimal(advice->high),
        decimal(advice->against), db_int(advice->n),
        db_int(advice->mature),   advice->amount_fen < 0 ? db_null() : db_int(advice->amount_fen),
        db_text(advice->command),
    };
    printing->rows++;
    return out_row(printing->out, values, err);
}

int
cmd_advise(struct ctx *ctx, void *data, struct err *err)
{
    static int (*const all[])(const struct advise_query *, advice_seen *, void *, struct err *) = {
        advise_channels, advise_projects, advise_clients, advise_stores};
    const struct advise_args *args = data;
    const struct packs packs = {ctx->config, ctx->share};
    const struct advise_query query = {.db = ctx->db,
                                       .arena = ctx->arena,
                                       .packs = &packs,
                                       .today = kpi_today(ctx),
                                       .now = ctx->as_of,
                                       .store_id = kpi_store(ctx),
                                       .store = ctx->store};
    struct printing printing = {.out = cli_out(ctx, columns, sizeof columns / sizeof *columns)};
    int result = 0;
    for (int i = 0; subjects[i] && result == 0; i++)
        if (!args->of || strcmp(args->of, subjects[i]) == 0)
            result = all[i](&query, print_advice, &printing, err);
    if (result == 0)
        result = out_end(printing.out, err);
    out_free(printing.out);
    if (result == 0 && printing.rows == 0)
        cli_say(ctx, _("nothing stands out, or there are too few cases to tell"));
    return result < 0 ? -1 : printing.rows > 0 && ctx->exit_rows;
}
