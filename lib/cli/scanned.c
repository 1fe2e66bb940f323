#include "cli/scanned.h"

#include <string.h>

#include "cli/feed.h"
#include "stock/label.h"

static int
read_code(struct ctx *ctx, const char **code, struct err *err)
{
    struct feed *feed;
    const char *line;
    size_t length = 0;
    int more;
    if (feed_open(&feed, "-", err) < 0)
        return -1;
    while ((more = feed_line(feed, &line, &length, err)) > 0 && length == 0)
        continue;
    if (more > 0 && memchr(line, '\0', length))
        more = err_set(err, ERR_DATA, _("-: a code has no NUL in it"));
    else if (more > 0)
        *code = arena_strndup(ctx->arena, line, length);
    else if (more == 0)
        more = err_set(err, ERR_DATA, _("-: no code came"));
    feed_close(feed);
    return more < 0 ? -1 : 0;
}

int
cli_scanned(struct ctx *ctx, const char *text, const char **code, struct err *err)
{
    *code = text;
    if (!text || strcmp(text, "-") != 0)
        return 0;
    ctx->once = true;
    return read_code(ctx, code, err);
}

/* ---- items --------------------------------------------------------------------------------- */

static int
scan_item(struct ctx *ctx, const char **item, struct err *err)
{
    struct stock_names names = {0};
    if (cli_scanned(ctx, *item, &names.item, err) < 0 ||
        stock_label_names(ctx->db, ctx->arena, 0, zone_day(ctx->zone, ctx->now), &names, err) < 0)
        return -1;
    *item = names.item;
    return 0;
}

static int
scan_field(struct ctx *ctx, void *field, bool is_list, struct err *err)
{
    struct opt_list *list = field;
    if (!is_list)
        return scan_item(ctx, field, err);
    for (int i = 0; i < list->count; i++)
        if (scan_item(ctx, &list->items[i], err) < 0)
            return -1;
    return 0;
}

int
cli_scanned_items(struct ctx *ctx, void *args, struct err *err)
{
    const struct verb *verb = ctx->verb;
    for (const struct opt *opt = verb->options; opt && opt->name; opt++)
        if (opt->value && strcmp(opt->value, "ITEM") == 0 &&
            scan_field(ctx, (char *)args + opt->offset, opt->type == OPT_LIST, err) < 0)
            return -1;
    for (const struct operand *word = verb->operands; word && word->name; word++)
        if (strcmp(word->name, "ITEM") == 0 &&
            scan_field(ctx, (char *)args + word->offset, word->repeats, err) < 0)
            return -1;
    return 0;
}
