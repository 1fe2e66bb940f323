/* What the analyses of medi-kpi do alike. */
#include <string.h>

#include "base/day.h"
#include "base/wilson.h"
#include "bin/kpi/verbs.h"

int64_t
kpi_today(const struct ctx *ctx)
{
    return zone_day(ctx->zone, ctx->as_of);
}

int
kpi_window(const struct ctx *ctx, int64_t given_from, int64_t given_to, int months, int64_t *from,
           int64_t *to, struct err *err)
{
    *to = given_to == OPT_UNSET ? day_add_months(day_month_start(kpi_today(ctx)), 1) : given_to;
    *from = given_from == OPT_UNSET ? day_add_months(*to, -months) : given_from;
    if (*from >= *to)
        return err_set(err, ERR_USAGE,
                       _("--from: must be before --to, which is not part of the window"));
    return 0;
}

const int64_t *
kpi_store(const struct ctx *ctx)
{
    return ctx->store ? &ctx->store_id : NULL;
}

struct db_value
kpi_month(struct ctx *ctx, int64_t day)
{
    char text[16];
    day_format(day, text);
    return db_text(arena_strndup(ctx->arena, text, 7));
}

int
kpi_few(struct ctx *ctx, int64_t *few, struct err *err)
{
    return cli_setting(ctx, "kpi.few", ctx->store_id > 0 ? ctx->store_id : 0, few, err);
}

int
kpi_channel(struct code_book *book, int64_t id, struct db_value *value, struct err *err)
{
    const char *code = "unknown";
    if (id && code_book_find(book, CODE_CHANNEL, id, &code, err) < 0)
        return -1;
    *value = db_text(code);
    return 0;
}

int
kpi_share(struct db_value *values, int at, int64_t part, int64_t whole, int64_t few)
{
    struct interval interval = {0, 0};
    if (whole > 0)
        interval = wilson_95(part, whole);
    values[at++] = db_int(part);
    values[at++] = db_int(whole);
    values[at++] = whole > 0 ? db_int(interval.low) : db_null();
    values[at++] = whole > 0 ? db_int(interval.high) : db_null();
    values[at++] = db_int(whole < few);
    return at;
}

int
kpi_end(struct ctx *ctx, struct out *out, int64_t rows, int result, struct err *err)
{
    if (result == 0)
        result = out_end(out, err);
    out_free(out);
    if (result == 0 && rows == 0)
        cli_say(ctx, _("no records in this window"));
    return result < 0 ? -1 : rows > 0 && ctx->exit_rows;
}

int
kpi_put(struct ctx *ctx, struct cli_record *record, const char *what, struct err *err)
{
    int written = cli_put(ctx, record, err);
    if (written == 0)
        cli_say(ctx, _("%s: nothing to change"), what);
    return written < 0 ? -1 : 0;
}
