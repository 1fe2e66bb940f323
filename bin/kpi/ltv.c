/* medi-kpi ltv: what clients have been worth and will be, beside what it cost to win them. */
#include <math.h>
#include <string.h>

#include "base/money.h"
#include "bin/kpi/verbs.h"
#include "insight/flow.h"
#include "insight/ltv.h"

static const char *const cuts[] = {"channel", "cohort", NULL};

const struct opt ltv_options[] = {
    {'b', "by", OPT_CHOICE, offsetof(struct ltv_args, by), "CUT",
     N_("channel, or cohort: the month of the first purchase"), cuts},
    {'f', "from", OPT_DAY, offsetof(struct ltv_args, from), "DAY",
     N_("clients whose first purchase was on this day or later (all)"), NULL},
    {'t', "to", OPT_DAY, offsetof(struct ltv_args, to), "DAY",
     N_("clients whose first purchase was before this day"), NULL},
    {0, "margin", OPT_TEXT, offsetof(struct ltv_args, margin), "PERCENT",
     N_("the margin of what is paid (as treatments of the last 365 days say)"), NULL},
    {0, "discount", OPT_TEXT, offsetof(struct ltv_args, discount), "PERCENT",
     N_("what money loses in a year (10%)"), NULL},
    {0},
};

static const struct out_column columns[] = {
    {"channel", NULL, OUT_TEXT},     {"cohort", NULL, OUT_TEXT},  {"clients", NULL, OUT_INT},
    {"repeaters", NULL, OUT_INT},    {"paid_fen", NULL, OUT_FEN}, {"margin_fen", NULL, OUT_FEN},
    {"forecast_fen", NULL, OUT_FEN}, {"ltv_fen", NULL, OUT_FEN},  {"alive", NULL, OUT_SHARE},
    {"spend_fen", NULL, OUT_FEN},    {"cac_fen", NULL, OUT_FEN},  {"ltv_to_cac", NULL, OUT_DECIMAL},
    {"few", NULL, OUT_BOOL},
};
enum { COLUMNS = sizeof columns / sizeof *columns, CUTS = 2 };

/* "60%" as 0.6. */
static int
parse_percent(const char *option, const char *text, double most, double *share, struct err *err)
{
    size_t length = strlen(text);
    int64_t hundredths = -1; /* money has two decimals too */
    if (length > 1 && text[length - 1] == '%')
        length--;
    if (money_parse(text, length, &hundredths, err) < 0 || hundredths < 0 ||
        (double)hundredths > most * 10000) {
        err_clear(err);
        return err_set(err, ERR_USAGE, _("%s: %s: must be a percentage from 0 to %.0f%%"), option,
                       text, most * 100);
    }
    *share = (double)hundredths / 10000;
    return 0;
}

static struct db_value
each(double fen, int64_t clients)
{
    return clients > 0 ? db_int(llround(fen / (double)clients)) : db_null();
}

static int
print_group(struct ctx *ctx, struct out *out, const struct ltv_query *query, const struct ltv *ltv,
            const struct ltv_group *group, struct err *err)
{
    struct db_value values[COLUMNS];
    struct code_book *book = code_book_new(ctx->db, ctx->arena);
    bool ahead = !ltv->no_model && ltv->margin_known, history = ltv->margin_known;
    double worth = (double)group->margin_fen + (ahead ? group->forecast_fen : 0);
    int64_t few;
    int at = query->by != LTV_WHOLE;
    if (kpi_few(ctx, &few, err) < 0 ||
        (query->by == LTV_BY_CHANNEL && kpi_channel(book, group->key, &values[0], err) < 0))
        return -1;
    if (query->by == LTV_BY_COHORT)
        values[0] = kpi_month(ctx, group->key);
    values[at++] = db_int(group->clients);
    values[at++] = db_int(group->repeaters);
    values[at++] = db_int(group->paid_fen);
    values[at++] = history ? db_int(group->margin_fen) : db_null();
    values[at++] = ahead ? db_int(llround(group->forecast_fen)) : db_null();
    values[at++] = ahead ? each(worth, group->clients) : db_null();
    values[at++] = ltv->no_model ? db_null() : each(group->alive * 1e6, group->clients);
    values[at++] = db_int(group->spend_fen);
    values[at++] = each((double)group->spend_fen, group->clients);
    values[at++] = ahead && group->spend_fen > 0 && group->clients > 0
                       ? db_int(llround(worth / (double)group->spend_fen * 1e6))
                       : db_null();
    values[at++] = db_int(group->clients < few);
    return out_row(out, values, err);
}

static int
make_query(struct ctx *ctx, const struct ltv_args *args, struct ltv_query *query, struct err *err)
{
    *query = (struct ltv_query){.db = ctx->db,
                                .arena = ctx->arena,
                                .from = args->from == OPT_UNSET ? FLOW_FIRST : args->from,
                                .to = args->to == OPT_UNSET ? FLOW_LAST : args->to,
                                .today = kpi_today(ctx),
                                .store_id = kpi_store(ctx),
                                .discount = 0.10,
                                .margin = NAN};
    if (args->by)
        query->by = strcmp(args->by, "channel") == 0 ? LTV_BY_CHANNEL : LTV_BY_COHORT;
    if (query->from >= query->to)
        return err_set(err, ERR_USAGE,
                       _("--from: must be before --to, which is not part of the window"));
    if (args->margin && parse_percent("--margin", args->margin, 1, &query->margin, err) < 0)
        return -1;
    return args->discount ? parse_percent("--discount", args->discount, 10, &query->discount, err)
                          : 0;
}

int
cmd_ltv(struct ctx *ctx, void *data, struct err *err)
{
    const struct ltv_args *args = data;
    struct ltv_query query;
    struct ltv ltv;
    struct out_column used[COLUMNS];
    int count = 0, result = 0;
    if (make_query(ctx, args, &query, err) < 0 || ltv_count(&query, &ltv, err) < 0)
        return -1;
    for (int i = 0; i < COLUMNS; i++)
        if (i >= CUTS || i == (int)query.by - 1)
            used[count++] = columns[i];
    struct out *out = cli_out(ctx, used, count);
    for (int i = 0; i < ltv.count && result == 0; i++)
        result = print_group(ctx, out, &query, &ltv, &ltv.groups[i], err);
    if (ltv.no_model && ltv.count > 0)
        cli_say(ctx, _("no forecast: %s"), ltv.no_model);
    if (!ltv.margin_known && ltv.count > 0)
        cli_say(ctx, _("no margin: nothing was treated in the last 365 days; give --margin"));
    return kpi_end(ctx, out, ltv.count, result, err);
}
