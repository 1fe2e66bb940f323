/* medi-kpi profit, payback: what is left of revenue, and how far a store has paid back what was
 * invested in it. */
#include <string.h>

#include "bin/kpi/verbs.h"
#include "insight/profit.h"

static const char *const cuts[] = {"project", "store", "doctor", "channel", NULL};

const struct opt profit_options[] = {
    {'b', "by", OPT_CHOICE, offsetof(struct profit_args, by), "CUT",
     N_("project, store, doctor or channel (store)"), cuts},
    {'f', "from", OPT_DAY, offsetof(struct profit_args, from), "DAY", N_("first day"), NULL},
    {'t', "to", OPT_DAY, offsetof(struct profit_args, to), "DAY", N_("the day after the last"),
     NULL},
    {0},
};

static const struct {
    const char *name;
    enum code_of of;
} keys[] = {[PROFIT_BY_PROJECT] = {"project", CODE_PROJECT},
            [PROFIT_BY_STORE] = {"store", CODE_STORE},
            [PROFIT_BY_DOCTOR] = {"doctor", CODE_STAFF},
            [PROFIT_BY_CHANNEL] = {"channel", CODE_CHANNEL}};

static enum profit_cut
cut_of(const char *by)
{
    for (int i = 0; by && cuts[i]; i++)
        if (strcmp(by, keys[i].name) == 0)
            return (enum profit_cut)i;
    return PROFIT_BY_STORE;
}

static int
print_row(struct code_book *book, struct out *out, enum profit_cut by, const struct profit_row *row,
          struct err *err)
{
    struct db_value key = db_null();
    if (by == PROFIT_BY_CHANNEL && !row->nobody) {
        if (kpi_channel(book, row->key, &key, err) < 0)
            return -1;
    } else if (!row->nobody) {
        const char *code;
        if (code_book_find(book, keys[by].of, row->key, &code, err) < 0)
            return -1;
        key = db_text(code);
    }
    const struct db_value values[] = {
        key,
        db_int(row->treatments),
        db_int(row->recognised_fen),
        db_int(row->consumables_fen),
        db_int(row->channel_fen),
        db_int(row->commission_fen),
        db_int(profit_of(row)),
        db_int(profit_of(row)),
        db_int(row->recognised_fen),
        db_int(row->consumables_fen),
        db_int(row->recognised_fen),
        db_int(row->nobody),
    };
    return out_row(out, values, err);
}

int
cmd_profit(struct ctx *ctx, void *data, struct err *err)
{
    const struct profit_args *args = data;
    const struct packs packs = {ctx->config, ctx->share};
    struct profit_query query = {.db = ctx->db,
                                 .arena = ctx->arena,
                                 .packs = &packs,
                                 .store_id = kpi_store(ctx),
                                 .by = cut_of(args->by)};
    const struct out_column columns[] = {
        {keys[query.by].name, NULL, OUT_TEXT}, {"treatments", NULL, OUT_INT},
        {"recognised_fen", NULL, OUT_FEN},     {"consumables_fen", NULL, OUT_FEN},
        {"channel_fen", NULL, OUT_FEN},        {"commission_fen", NULL, OUT_FEN},
        {"profit_fen", NULL, OUT_FEN},         {"margin", NULL, OUT_RATIO},
        {"material", NULL, OUT_RATIO},         {"unallocated", NULL, OUT_BOOL},
    };
    struct profit_row *rows = NULL;
    int count = 0, result = 0;
    if (kpi_window(ctx, args->from, args->to, 12, &query.from, &query.to, err) < 0 ||
        profit_count(&query, &rows, &count, err) < 0)
        return -1;
    struct code_book *book = code_book_new(ctx->db, ctx->arena);
    struct out *out = cli_out(ctx, columns, sizeof columns / sizeof *columns);
    for (int i = 0; i < count && result == 0; i++)
        result = print_row(book, out, query.by, &rows[i], err);
    return kpi_end(ctx, out, count, result, err);
}

int
cmd_payback(struct ctx *ctx, void *data, struct err *err)
{
    static const struct out_column columns[] = {
        {"store", NULL, OUT_TEXT},      {"opened_on", NULL, OUT_DAY},
        {"months", NULL, OUT_INT},      {"invested_fen", NULL, OUT_FEN},
        {"profit_fen", NULL, OUT_FEN},  {"fixed_fen", NULL, OUT_FEN},
        {"paid_back", NULL, OUT_RATIO}, {"left_fen", NULL, OUT_FEN},
        {"rate_fen", NULL, OUT_FEN},    {"paid_back_on", NULL, OUT_DAY},
        {"done", NULL, OUT_BOOL},
    };
    const struct packs packs = {ctx->config, ctx->share};
    const struct profit_query query = {
        .db = ctx->db, .arena = ctx->arena, .packs = &packs, .store_id = kpi_store(ctx)};
    struct payback *paybacks = NULL;
    int count = 0, result = 0;
    (void)data;
    if (payback_count(&query, kpi_today(ctx), &paybacks, &count, err) < 0)
        return -1;
    struct out *out = cli_out(ctx, columns, sizeof columns / sizeof *columns);
    for (int i = 0; i < count && result == 0; i++) {
        const struct payback *payback = &paybacks[i];
        int64_t left = payback->invested_fen - payback->returned_fen;
        const struct db_value values[] = {
            db_text(payback->store),       db_int(payback->opened_on),
            db_int(payback->months),       db_int(payback->invested_fen),
            db_int(payback->profit_fen),   db_int(payback->fixed_fen * payback->months),
            db_int(payback->returned_fen), db_int(payback->invested_fen),
            db_int(left > 0 ? left : 0),   db_int(payback->rate_fen),
            db_id(payback->paid_back_on),  db_int(payback->done),
        };
        result = out_row(out, values, err);
    }
    if (result == 0)
        result = out_end(out, err);
    out_free(out);
    if (result == 0 && count == 0)
        cli_say(ctx, _("no store has kpi.store_invested_fen; medi-db config set -s STORE says it"));
    return result < 0 ? -1 : count > 0 && ctx->exit_rows;
}
