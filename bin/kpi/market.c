/* medi-kpi market: what competitors ask, beside one's own prices. */
#include <string.h>

#include "bin/kpi/verbs.h"
#include "db/sql.h"

const struct opt market_options[] = {
    {0, "days", OPT_INT, offsetof(struct market_args, days), "DAYS",
     N_("prices that were seen longer ago are left out (90)"), NULL},
    {'p', "project", OPT_TEXT, offsetof(struct market_args, project), "CODE",
     N_("only this project"), NULL},
    {0},
};
const struct opt market_list_options[] = {
    {'c', "competitor", OPT_TEXT, offsetof(struct market_args, competitor), "NAME",
     N_("only this one's"), NULL},
    {'p', "project", OPT_TEXT, offsetof(struct market_args, project), "CODE",
     N_("only what is this project of ours"), NULL},
    {'f', "from", OPT_DAY, offsetof(struct market_args, from), "DAY", N_("seen from this day on"),
     NULL},
    {'t', "to", OPT_DAY, offsetof(struct market_args, to), "DAY", N_("seen before this day"), NULL},
    {0, "unmatched", OPT_FLAG, offsetof(struct market_args, unmatched), NULL,
     N_("only what is no project of ours yet"), NULL},
    {0},
};
const struct opt market_add_options[] = {
    {'p', "project", OPT_TEXT, offsetof(struct market_args, project), "CODE",
     N_("which project of ours it is"), NULL},
    {0, "day", OPT_DAY, offsetof(struct market_args, from), "DAY", N_("when it was seen (today)"),
     NULL},
    {0, "activity", OPT_TEXT, offsetof(struct market_args, activity), "TEXT",
     N_("what goes with it: 买一送一, 双十一 …"), NULL},
    {0, "source", OPT_TEXT, offsetof(struct market_args, source), "TEXT",
     N_("where it was seen: 大众点评, 海报 …"), NULL},
    {0, "note", OPT_TEXT, offsetof(struct market_args, note), "TEXT", N_("a note"), NULL},
    {0},
};
const struct operand market_add_operands[] = {
    {"COMPETITOR", false, false, offsetof(struct market_args, competitor), N_("whose price it is"),
     NULL},
    {"OFFER", false, false, offsetof(struct market_args, offer), N_("as they call it"), NULL},
    {"YUAN", false, false, offsetof(struct market_args, amount), N_("what they ask for one time"),
     NULL},
    {0},
};

int
cmd_market_add(struct ctx *ctx, void *data, struct err *err)
{
    const struct market_args *args = data;
    struct cli_record record;
    cli_record_init(&record, "market_prices", PUT_SET);
    cli_give(&record, "competitor", args->competitor);
    cli_give(&record, "offer", args->offer);
    cli_give(&record, "project", args->project);
    cli_give_day(ctx, &record, "seen_on", args->from == OPT_UNSET ? kpi_today(ctx) : args->from);
    cli_give(&record, "amount", args->amount);
    cli_give(&record, "activity", args->activity);
    cli_give(&record, "source", args->source);
    cli_give(&record, "note", args->note);
    return kpi_put(ctx, &record, args->competitor, err);
}

int
cmd_market(struct ctx *ctx, void *data, struct err *err)
{
    const struct market_args *args = data;
    int64_t days = args->days == OPT_UNSET ? 90 : args->days;
    const struct db_value values[] = {db_int(kpi_today(ctx)), db_int(days),
                                      ctx->store ? db_int(ctx->store_id) : db_null(),
                                      db_text(args->project)};
    struct db_stmt *stmt = NULL;
    if (days < 1 || days > 3650)
        return err_set(err, ERR_USAGE, _("--days: must be from 1 to 3650"));
    if (sql_open(ctx->db, &stmt, SQL_INSIGHT_MARKET, values, 4, err) < 0)
        return -1;
    int64_t rows = cli_print(ctx, stmt, sql_get(SQL_INSIGHT_MARKET), err);
    db_finish(stmt);
    if (rows == 0)
        cli_say(ctx, _("no competitor's price was seen in the last %lld days"), (long long)days);
    return rows < 0 ? -1 : rows > 0 && ctx->exit_rows;
}
