/* medi-kpi retention: who came again, by each of five definitions. */
#include <string.h>

#include "bin/kpi/verbs.h"
#include "insight/retention.h"

static const char *const cuts[] = {"store", "channel", "month", NULL};

const struct opt retention_options[] = {
    {'D', "definition", OPT_TEXT, offsetof(struct retention_args, definition), "NAME",
     N_("after-period, next-month, after-first, within-period or before-period (all of them)"),
     NULL},
    {'f', "from", OPT_DAY, offsetof(struct retention_args, from), "DAY",
     N_("first day of the period"), NULL},
    {'t', "to", OPT_DAY, offsetof(struct retention_args, to), "DAY",
     N_("the day after the period's last"), NULL},
    {0, "days", OPT_INT, offsetof(struct retention_args, days), "N",
     N_("after-period, after-first: within so many days (90)"), NULL},
    {'b', "by", OPT_CHOICE, offsetof(struct retention_args, by), "CUT",
     N_("store, channel, or month: each is a period"), cuts},
    {0},
};

static const struct out_column columns[] = {
    {"definition", NULL, OUT_TEXT},
    {"from", NULL, OUT_DAY},
    {"to", NULL, OUT_DAY},
    {"store", NULL, OUT_TEXT},
    {"channel", NULL, OUT_TEXT},
    {"retention", NULL, OUT_RATIO},
    {"retention_low", NULL, OUT_SHARE},
    {"retention_high", NULL, OUT_SHARE},
    {"few", NULL, OUT_BOOL},
    {"counted_to", NULL, OUT_DAY},
    {"mature", NULL, OUT_BOOL},
};
enum { COLUMNS = sizeof columns / sizeof *columns, STORE = 3, CHANNEL = 4, SHARE = 5 };

struct printing {
    struct ctx *ctx;
    struct out *out;
    struct code_book *book;
    enum retention_cut by;
    int64_t few, today, rows;
};

/* The key that the rows are cut by, if any; `column` is where it stands. */
static int
put_key(const struct printing *printing, const struct retention_row *row, struct db_value *values,
        int *column, struct err *err)
{
    const char *code;
    if (printing->by == RETAIN_BY_CHANNEL)
        return kpi_channel(printing->book, row->key, &values[(*column)++], err);
    if (printing->by != RETAIN_BY_STORE)
        return 0;
    if (code_book_find(printing->book, CODE_STORE, row->key, &code, err) < 0)
        return -1;
    values[(*column)++] = db_text(code);
    return 0;
}

static int
print_row(struct printing *printing, enum retention_definition definition,
          const struct retention_row *row, struct err *err)
{
    struct db_value values[COLUMNS + 1] = {db_text(retention_name(definition)), db_int(row->from),
                                           db_int(row->to)};
    int at = STORE;
    if (put_key(printing, row, values, &at, err) < 0)
        return -1;
    at = kpi_share(values, at, row->kept[definition], row->base, printing->few);
    values[at++] = db_int(row->counted_to[definition]);
    values[at++] = db_int(row->counted_to[definition] <= printing->today);
    printing->rows++;
    return out_row(printing->out, values, err);
}

static struct out *
start(struct ctx *ctx, enum retention_cut by)
{
    struct out_column used[COLUMNS];
    int count = 0;
    for (int i = 0; i < COLUMNS; i++)
        if ((i != STORE || by == RETAIN_BY_STORE) && (i != CHANNEL || by == RETAIN_BY_CHANNEL))
            used[count++] = columns[i];
    return cli_out(ctx, used, count);
}

/* The definition that was asked for, or all. */
static int
choose(const struct retention_args *args, int *first, int *last, struct err *err)
{
    enum retention_definition definition = RETAIN_AFTER_PERIOD;
    if (args->days != OPT_UNSET && (args->days < 1 || args->days > 3650))
        return err_set(err, ERR_USAGE, _("--days: must be from 1 to 3650"));
    if (args->definition && retention_find(args->definition, &definition, err) < 0)
        return -1;
    *first = (int)definition;
    *last = args->definition ? (int)definition : RETENTIONS - 1;
    return 0;
}

static enum retention_cut
cut_of(const char *by)
{
    if (!by)
        return RETAIN_WHOLE;
    return *by == 's' ? RETAIN_BY_STORE : *by == 'c' ? RETAIN_BY_CHANNEL : RETAIN_BY_MONTH;
}

int
cmd_retention(struct ctx *ctx, void *data, struct err *err)
{
    const struct retention_args *args = data;
    struct retention_query query = {.db = ctx->db,
                                    .arena = ctx->arena,
                                    .days = args->days == OPT_UNSET ? 90 : args->days,
                                    .today = kpi_today(ctx),
                                    .store_id = kpi_store(ctx),
                                    .by = cut_of(args->by)};
    struct printing printing = {.ctx = ctx, .by = query.by, .today = query.today};
    struct retention_row *rows;
    int first = 0, last = 0, count = 0, result = 0;
    if (choose(args, &first, &last, err) < 0 ||
        kpi_window(ctx, args->from, args->to, 12, &query.from, &query.to, err) < 0 ||
        kpi_few(ctx, &printing.few, err) < 0 || retention_count(&query, &rows, &count, err) < 0)
        return -1;
    printing.book = code_book_new(ctx->db, ctx->arena);
    printing.out = start(ctx, query.by);
    for (int definition = first; definition <= last && result == 0; definition++)
        for (int i = 0; i < count && result == 0; i++)
            result = print_row(&printing, (enum retention_definition)definition, &rows[i], err);
    return kpi_end(ctx, printing.out, printing.rows, result, err);
}
