#include "bin/stock/scanned.h"

#include <string.h>

#include "base/str.h"
#include "db/sql.h"
#include "scan/scan.h"

static const char *
text_of(struct arena *arena, struct scan_text text)
{
    return text.length > 0 ? arena_strndup(arena, text.at, text.length) : NULL;
}

static int
faulty(struct ctx *ctx, const struct scan *scan, const char *code, struct err *err)
{
    struct str words = {0};
    scan_error(scan, &words);
    const char *why = arena_strdup(ctx->arena, words.text);
    str_release(&words);
    return err_set(err, ERR_DATA, "%s: %s", code, why);
}

static int
find_item(struct ctx *ctx, const char *gtin, const char **item, struct err *err)
{
    const struct db_value value = db_text(gtin);
    struct db_stmt *stmt;
    int found = sql_first(ctx->db, &stmt, SQL_STOCK_ITEM_BY_GTIN, &value, 1, err);
    if (found <= 0)
        return found < 0
                   ? -1
                   : err_set(err, ERR_DATA,
                             _("no item has the GTIN %s; say which: medi-stock item edit ITEM "
                               "--gtin %s"),
                             gtin, gtin);
    *item = arena_strdup(ctx->arena, db_get_text(stmt, 0));
    db_finish(stmt);
    return 0;
}

int
scanned_read(struct ctx *ctx, const char *code, struct scanned *scanned, struct err *err)
{
    struct scan *scan = arena_array(ctx->arena, 1, sizeof *scan);
    struct civil today;
    day_to_civil(zone_day(ctx->zone, ctx->now), &today);
    const struct scan_options options = {.year = today.year};
    *scanned = (struct scanned){0};
    bool good = scan_decode(scan, &options, code, strlen(code));
    if (scan->kind == SCAN_UNKNOWN || scan->kind == SCAN_PLAIN || scan->kind == SCAN_URI)
        return 0;
    if (!good)
        return faulty(ctx, scan, code, err);
    if (!scan->gtin[0])
        return 0;
    scanned->lot = text_of(ctx->arena, scan->lot);
    scanned->serial = text_of(ctx->arena, scan->serial);
    return find_item(ctx, scan->gtin, &scanned->item, err) < 0 ? -1 : 1;
}
