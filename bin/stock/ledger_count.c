/* Stocktake: begun, counted on a blind sheet, compared, approved by a second person. */
#include <string.h>

#include "base/str.h"
#include "bin/stock/verbs.h"
#include "stock/count.h"
#include "stock/words.h"
#include "text/records.h"

static int
log_count(struct ctx *ctx, const struct stock_count *count, const char *detail, struct err *err)
{
    return cli_log(ctx, count->store_id,
                   arena_printf(ctx->arena, "count %s %s", ctx->store, count->code), detail, err);
}

static const char *
items_of(struct ctx *ctx, const struct opt_list *list)
{
    const char *text = ",";
    for (int i = 0; i < list->count; i++)
        text = arena_printf(ctx->arena, "%s%s,", text, list->items[i]);
    return list->count ? text : NULL;
}

int
cmd_count_start(struct ctx *ctx, void *data, struct err *err)
{
    const struct count_args *args = data;
    struct ledger_now now;
    struct stock_count count = {0};
    struct stock_item item;
    if (ledger_begin(ctx, OPT_UNSET, args->staff, &now, err) < 0)
        return -1;
    for (int i = 0; i < args->items.count; i++)
        if (stock_item_find(ctx->db, ctx->arena, args->items.items[i], &item, err) < 0)
            return -1;
    const struct stock_note note = {
        .at = now.at, .day = now.day, .staff_id = now.staff_id, .reason = args->note};
    count.store_id = now.store_id;
    int lots = stock_count_start(ctx->db, ctx->arena, &note, items_of(ctx, &args->items),
                                 args->place, &count, err);
    if (lots == 0)
        return err_set(err, ERR_DATA, _("there is nothing of it to count"));
    const struct cli_record record = {.kind = "stocktakes", .code = count.code};
    if (lots < 0 || log_count(ctx, &count, NULL, err) < 0)
        return -1;
    cli_say(ctx, _("%d lots are on the sheet"), lots);
    return cli_say_record(ctx, &record, err);
}

/* ---- counted ---- */

struct entering {
    struct ctx *ctx;
    struct stock_count count;
    struct stock_note note;
};

static int
enter_one(struct entering *entering, const char *item_code, const char *lot_code, const char *text,
          struct err *err)
{
    struct ctx *ctx = entering->ctx;
    int64_t store_id = entering->count.store_id, lot_id, counted;
    struct stock_item item;
    if (ledger_names(ctx, store_id, &item_code, &lot_code, err) < 0)
        return -1;
    if (!lot_code)
        return err_set(err, ERR_DATA, _("%s: which lot?"), item_code);
    if (stock_item_find(ctx->db, ctx->arena, item_code, &item, err) < 0 ||
        stock_lot_find(ctx->db, store_id, &item, lot_code, &lot_id, err) < 0 ||
        stock_quantity(&item, text, true, &counted, err) < 0)
        return -1;
    return stock_count_enter(ctx->db, &entering->count, item.id, lot_id, counted, &entering->note,
                             err);
}

static const char *
field_of(const struct records *records, const struct record *record, const char *name)
{
    int column = records_column(records, name);
    return column >= 0 && column < record->count ? record->fields[column].text : "";
}

/* The sheet itself comes back, filled in; lines that say nothing are passed over. */
static int
enter_sheet(struct entering *entering, struct err *err)
{
    const struct records_options options = {.format = RECORDS_AUTO};
    struct records *records;
    struct record record;
    int more;
    if (records_open(&records, "-", &options, err) < 0)
        return -1;
    while ((more = records_next(records, &record, err)) == 1) {
        const char *counted = field_of(records, &record, "counted");
        if (!*counted)
            continue;
        if (enter_one(entering, field_of(records, &record, "item"),
                      field_of(records, &record, "lot"), counted, err) < 0) {
            more = err_wrap(err, "-:%zu", record.line);
            break;
        }
    }
    records_close(records);
    return more < 0 ? -1 : 0;
}

int
cmd_count_enter(struct ctx *ctx, void *data, struct err *err)
{
    struct count_args *args = data;
    struct entering entering = {.ctx = ctx};
    struct ledger_now now;
    bool sheet = args->item && strcmp(args->item, "-") == 0 && !args->lot;
    if (args->lot && !args->quantity) { /* the label in place of item and lot */
        args->quantity = args->lot;
        args->lot = NULL;
    }
    if (!sheet && (!args->item || !args->quantity))
        return err_set(
            err, ERR_USAGE,
            _("name ITEM LOT QUANTITY, or a scanned label and QUANTITY, or - for a sheet "
              "on stdin"));
    if (ledger_begin(ctx, OPT_UNSET, args->staff, &now, err) < 0 ||
        stock_count_find(ctx->db, ctx->arena, now.store_id, args->count, &entering.count, err) < 0)
        return -1;
    entering.note = (struct stock_note){.at = now.at, .day = now.day, .staff_id = now.staff_id};
    ctx->once = ctx->once || sheet;
    int result = sheet ? enter_sheet(&entering, err)
                       : enter_one(&entering, args->item, args->lot, args->quantity, err);
    return result < 0 ? -1 : log_count(ctx, &entering.count, "entered", err);
}

/* ---- approved ---- */

int
cmd_count_approve(struct ctx *ctx, void *data, struct err *err)
{
    const struct count_args *args = data;
    struct ledger_now now;
    struct ledger_second second;
    struct stock_count count;
    const char *text;
    if (ledger_begin(ctx, OPT_UNSET, args->staff, &now, err) < 0 ||
        stock_count_find(ctx->db, ctx->arena, now.store_id, args->count, &count, err) < 0 ||
        stock_count_differences(ctx->db, ctx->arena, &count, &text, err) < 0)
        return -1;
    const char *subject = arena_printf(ctx->arena, "%s %s: %s", ctx->store, count.code,
                                       *text ? text : "nothing differs");
    if (cli_second(ctx, "stock.count", subject, args->note, err) < 0 ||
        ledger_consenter(ctx, "stock.count", subject, &second, err) < 0)
        return -1;
    const struct stock_note note = {.at = now.at,
                                    .day = now.day,
                                    .staff_id = now.staff_id,
                                    .second_id = second.staff_id,
                                    .reason = args->note};
    int differ = stock_count_close(ctx->db, ctx->arena, &count, &note, second.login, err);
    if (differ < 0 || log_count(ctx, &count, text, err) < 0)
        return -1;
    cli_say(ctx, _("closed; %d lots differed"), differ);
    return 0;
}

int
cmd_count_cancel(struct ctx *ctx, void *data, struct err *err)
{
    const struct count_args *args = data;
    struct ledger_now now;
    struct stock_count count;
    int64_t changed;
    if (!args->note)
        return err_set(err, ERR_USAGE, _("%s: missing"), "--note");
    if (ledger_begin(ctx, OPT_UNSET, args->staff, &now, err) < 0 ||
        stock_count_find(ctx->db, ctx->arena, now.store_id, args->count, &count, err) < 0)
        return -1;
    const struct db_value values[] = {db_int(count.store_id), db_int(count.id),
                                      db_text("cancelled"), db_int(now.at),
                                      db_text(cli_actor(ctx))};
    if (sql_run(ctx->db, SQL_STOCK_STOCKTAKE_CLOSE, values, 5, &changed, err) < 0)
        return -1;
    if (!changed)
        return err_set(err, ERR_DATA, _("%s: is %s"), count.code, count.state);
    return log_count(ctx, &count, args->note, err);
}
