#include "cli/scanned.h"

#include <string.h>

#include "cli/feed.h"

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
