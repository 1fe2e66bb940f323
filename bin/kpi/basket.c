/* medi-kpi basket: which projects go together. */
#include <string.h>

#include "base/str.h"
#include "bin/kpi/verbs.h"
#include "insight/basket.h"

static const char *const sources[] = {"sales", "treatments", NULL};

const struct opt basket_options[] = {
    {'f', "from", OPT_DAY, offsetof(struct basket_args, from), "DAY", N_("first day"), NULL},
    {'t', "to", OPT_DAY, offsetof(struct basket_args, to), "DAY", N_("the day after the last"),
     NULL},
    {'p', "project", OPT_TEXT, offsetof(struct basket_args, project), "CODE",
     N_("only the partners of this project"), NULL},
    {0, "of", OPT_CHOICE, offsetof(struct basket_args, of), "WHAT",
     N_("sales, what was bought together, or treatments, what was done (sales)"), sources},
    {0, "least", OPT_INT, offsetof(struct basket_args, least), "N",
     N_("a pair on fewer tickets is not significant (5)"), NULL},
    {'a', "all", OPT_FLAG, offsetof(struct basket_args, all), NULL,
     N_("pairs too that are not significant"), NULL},
    {0},
};

static const struct out_column columns[] = {
    {"project", NULL, OUT_TEXT},          {"partner", NULL, OUT_TEXT},
    {"tickets", NULL, OUT_INT},           {"support", NULL, OUT_RATIO},
    {"confidence", NULL, OUT_RATIO},      {"confidence_low", NULL, OUT_SHARE},
    {"confidence_high", NULL, OUT_SHARE}, {"partner_share", NULL, OUT_RATIO},
    {"lift", NULL, OUT_DECIMAL},          {"lift_low", NULL, OUT_DECIMAL},
    {"significant", NULL, OUT_BOOL},
};

static int
print_pair(struct out *out, const struct basket_pair *pair, struct err *err)
{
    const struct db_value values[] = {
        db_text(pair->project),     db_text(pair->partner),    db_int(pair->tickets),
        db_int(pair->both),         db_int(pair->tickets),     db_int(pair->both),
        db_int(pair->with_project), db_int(pair->low),         db_int(pair->high),
        db_int(pair->with_partner), db_int(pair->tickets),     db_int(pair->lift),
        db_int(pair->lift_low),     db_int(pair->significant),
    };
    return out_row(out, values, err);
}

int
cmd_basket(struct ctx *ctx, void *data, struct err *err)
{
    const struct basket_args *args = data;
    struct basket_query query = {.db = ctx->db,
                                 .arena = ctx->arena,
                                 .store_id = kpi_store(ctx),
                                 .treated = args->of && *args->of == 't',
                                 .least = args->least == OPT_UNSET ? 5 : args->least};
    struct basket_pair *pairs = NULL;
    int64_t rows = 0, hidden = 0;
    int count = 0, result = 0;
    if (kpi_window(ctx, args->from, args->to, 12, &query.from, &query.to, err) < 0 ||
        basket_count(&query, &pairs, &count, err) < 0)
        return -1;
    struct out *out = cli_out(ctx, columns, sizeof columns / sizeof *columns);
    for (int i = 0; i < count && result == 0; i++) {
        if (args->project && strcmp(pairs[i].project, args->project) != 0)
            continue;
        if (!pairs[i].significant && !args->all) {
            hidden++;
            continue;
        }
        rows++;
        result = print_pair(out, &pairs[i], err);
    }
    if (result == 0 && rows == 0 && hidden > 0)
        cli_say(ctx, _("no pair is significant; --all shows all %lld"), (long long)hidden);
    return kpi_end(ctx, out, rows + hidden, result, err) < 0 ? -1 : rows > 0 && ctx->exit_rows;
}
