/* medi-stock item label: what stands on packages of an item, and how much is in one. */
#include <string.h>

#include "base/day.h"
#include "bin/stock/verbs.h"
#include "cli/scanned.h"
#include "stock/label.h"

/* The product number of what was scanned. */
static int
read_product(struct ctx *ctx, const char *text, const char **product, struct err *err)
{
    struct scan *scan = arena_alloc(ctx->arena, sizeof *scan);
    struct civil today;
    day_to_civil(zone_day(ctx->zone, ctx->now), &today);
    const struct scan_options options = {.year = today.year};
    if (scan_decode(scan, &options, text, strlen(text))) {
        *product = stock_label_product(ctx->arena, scan);
        return *product ? 0 : err_set(err, ERR_DATA, _("%s: names no product"), text);
    }
    struct str words = STR_INIT;
    scan_error(scan, &words);
    err_set(err, ERR_DATA, "%s: %s", text, words.text);
    str_release(&words);
    return -1;
}

/* A bar code is of one item. */
static int
check_other(struct ctx *ctx, const char *product, const char *item, struct err *err)
{
    const struct db_value values[] = {db_text(product), db_text(item)};
    struct db_stmt *stmt;
    int found = sql_first(ctx->db, &stmt, SQL_SUPPLY_LABEL_OTHER, values, 2, err);
    if (found <= 0)
        return found;
    err_set(err, ERR_DATA, _("%s: is that of %s"), product, db_get_text(stmt, 0));
    db_finish(stmt);
    return -1;
}

static int
put_label(struct ctx *ctx, const struct label_args *args, const char *product, struct err *err)
{
    struct supply_item item;
    struct cli_record record;
    int64_t count, size;
    if (supply_item_find(ctx->db, ctx->arena, args->item, &item, err) < 0 ||
        supply_amount(&item, args->holds, strlen(args->holds), &count, &size, err) < 0 ||
        check_other(ctx, product, args->item, err) < 0)
        return -1;
    if (__builtin_mul_overflow(count, size, &count))
        return err_set(err, ERR_DATA, _("--holds: %s: out of range"), args->holds);
    cli_record_init(&record, "labels", PUT_SET);
    cli_give(&record, "code", product);
    cli_give(&record, "item", args->item);
    cli_give_int(ctx, &record, "quantity", count);
    return supply_done(ctx, product, cli_put(ctx, &record, err));
}

/* What was received by it keeps the words that it came with. */
static int
drop_label(struct ctx *ctx, const char *item, const char *product, struct err *err)
{
    const struct db_value values[] = {db_text(product), db_text(item)};
    int64_t changed;
    if (sql_run(ctx->db, SQL_SUPPLY_LABEL_DROP, values, 2, &changed, err) < 0)
        return -1;
    if (changed == 0)
        return err_set(err, ERR_DATA,
                       _("%s: no package of %s has that on it; see: medi-stock item "
                         "show %s"),
                       product, item, item);
    return cli_log(ctx, 0, arena_printf(ctx->arena, "item_label %s", product),
                   arena_printf(ctx->arena, "dropped: %s", item), err);
}

int
cmd_item_label(struct ctx *ctx, void *data, struct err *err)
{
    const struct label_args *args = data;
    const char *code, *product;
    if (args->drop == (args->holds != NULL))
        return err_set(err, ERR_USAGE, _("say --holds, or --drop"));
    if (cli_scanned(ctx, args->code, &code, err) < 0 || read_product(ctx, code, &product, err) < 0)
        return -1;
    return args->drop ? drop_label(ctx, args->item, product, err)
                      : put_label(ctx, args, product, err);
}
