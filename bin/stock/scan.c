/* medi-stock scan: what scanners send, one code a line, taken apart. */
#include <string.h>

#include "base/day.h"
#include "bin/stock/verbs_scan.h"
#include "cli/feed.h"
#include "scan/scan.h"

static const struct out_column columns[] = {
    {"input", NULL, OUT_TEXT},
    {"ok", NULL, OUT_BOOL},
    {"kind", NULL, OUT_TEXT},
    {"ais", NULL, OUT_RAW},
    {"gtin", NULL, OUT_TEXT},
    {"lot", NULL, OUT_TEXT},
    {"expiry", NULL, OUT_DAY},
    {"serial", NULL, OUT_TEXT},
    {"error", NULL, OUT_TEXT},
    /* with --details */
    {"made", NULL, OUT_DAY},
    {"quantity", NULL, OUT_INT},
    {"owner", NULL, OUT_TEXT},
    {"product", NULL, OUT_TEXT},
    {"unit", NULL, OUT_TEXT},
};
enum { COLUMNS = sizeof columns / sizeof *columns, PLAIN = 9, BUFFER = 64 * 1024 };

struct work {
    struct ctx *ctx;
    const struct scan_args *args;
    struct scan_options options;
    struct out *out;
    bool json;
    bool bad;                /* some code was */
    struct str ais, error;   /* of the row that is made */
    struct scan scan, whole; /* `whole`: with --join, what is being put together */
    bool open;               /* there is one */
    struct str input;        /* and what of */
};

/* ---- rows ------------------------------------------------------------------------------------------- */

static struct db_value
text(const struct scan_text *text)
{
    return text->length > 0 ? db_textn(text->at, text->length) : db_null();
}

static struct db_value
number(int64_t number)
{
    return number == INT64_MIN ? db_null() : db_int(number);
}

static struct db_value
word(const char *word)
{
    return word && *word ? db_text(word) : db_null();
}

/* Of a code with a fault nothing is told but its kind: half of it is no use. */
static int
show(struct work *work, const char *input, size_t length, const struct scan *scan, struct err *err)
{
    bool good = scan->fault == SCAN_FINE;
    static const struct scan nothing = {
        .expiry = SCAN_NO_DAY, .made = SCAN_NO_DAY, .quantity = SCAN_NO_QUANTITY};
    const struct scan *of = good ? scan : &nothing;
    str_cut(&work->ais, 0);
    str_cut(&work->error, 0);
    if (work->json)
        scan_json(of, &work->ais);
    else
        scan_bracketed(of, &work->ais);
    if (!good)
        scan_error(scan, &work->error);
    work->bad = work->bad || !good;
    const struct db_value row[COLUMNS] = {
        db_textn(input, length),
        db_int(good),
        word(scan_kind_word(scan->kind)),
        db_textn(work->ais.text, work->ais.length),
        word(of->gtin),
        text(&of->lot),
        number(of->expiry),
        text(&of->serial),
        word(work->error.text),
        number(of->made),
        number(of->quantity),
        text(&of->owner),
        text(&of->product),
        text(&of->unit),
    };
    return out_row(work->out, row, err);
}

/* ---- joining ---------------------------------------------------------------------------------------- */

static int
end_label(struct work *work, struct err *err)
{
    if (!work->open)
        return 0;
    work->open = false;
    return show(work, work->input.text, work->input.length, &work->whole, err);
}

static void
begin_label(struct work *work, const char *line, size_t length)
{
    str_cut(&work->input, 0);
    str_add(&work->input, line, length);
    scan_start(&work->whole, &work->scan);
    work->open = true;
}

/* A code that is bad ends the label before it: what follows could be of another. */
static int
join(struct work *work, const char *line, size_t length, struct err *err)
{
    struct scan *scan = &work->scan;
    if (work->open && scan->fault == SCAN_FINE && scan_join(&work->whole, scan) != 0) {
        str_addc(&work->input, '\n');
        str_add(&work->input, line, length);
        return work->whole.fault == SCAN_FINE ? 0 : end_label(work, err);
    }
    if (end_label(work, err) < 0)
        return -1;
    if (!scan_begins(scan)) {
        scan_orphan(scan);
        return show(work, line, length, scan, err);
    }
    begin_label(work, line, length);
    return 0;
}

static int
take(struct work *work, const char *line, size_t length, struct err *err)
{
    scan_decode(&work->scan, &work->options, line, length);
    return work->args->join ? join(work, line, length, err)
                            : show(work, line, length, &work->scan, err);
}

/* ---- the codes -------------------------------------------------------------------------------------- */

static int
read_file(struct work *work, const char *path, struct err *err)
{
    struct feed *feed = NULL;
    const char *line;
    size_t length;
    int got = feed_open(&feed, path, err);
    while (got >= 0 && (got = feed_line(feed, &line, &length, err)) > 0) {
        if (take(work, line, length, err) < 0)
            got = -1;
        else if (feed_waits(feed))
            got = out_flush(work->out, err);
    }
    feed_close(feed);
    return got;
}

static int
read_all(struct work *work, struct err *err)
{
    const struct scan_args *args = work->args;
    for (int i = 0; i < args->codes.count; i++)
        if (take(work, args->codes.items[i], strlen(args->codes.items[i]), err) < 0)
            return -1;
    for (int i = 0; i < args->files.count; i++)
        if (read_file(work, args->files.items[i], err) < 0)
            return -1;
    if (args->files.count == 0 && args->codes.count == 0 && read_file(work, "-", err) < 0)
        return -1;
    return end_label(work, err) < 0 ? -1 : out_end(work->out, err);
}

static int
choose(struct work *work, struct err *err)
{
    const struct scan_args *args = work->args;
    struct civil today;
    day_to_civil(zone_day(work->ctx->zone, work->ctx->now), &today);
    work->options = (struct scan_options){.year = today.year,
                                          .serials = args->serials,
                                          .gs1 = args->form && strcmp(args->form, "gs1") == 0};
    if (args->separators.count > SCAN_STANDINS)
        return err_set(err, ERR_USAGE, _("--separator: at most %d"), SCAN_STANDINS);
    for (int i = 0; i < args->separators.count; i++) {
        if (args->separators.items[i][0] == '\0')
            return err_set(err, ERR_USAGE, _("--separator: must not be empty"));
        work->options.standin[work->options.standins++] = args->separators.items[i];
    }
    return 0;
}

int
cmd_scan(struct ctx *ctx, void *data, struct err *err)
{
    const struct scan_args *args = data;
    struct work *work = arena_alloc(ctx->arena, sizeof *work);
    work->ctx = ctx;
    work->args = args;
    work->json = ctx->out.format == OUT_JSON || ctx->out.format == OUT_JSONL;
    work->ais = work->error = work->input = (struct str)STR_INIT;
    if (choose(work, err) < 0)
        return -1;
    setvbuf(ctx->stream, NULL, _IOFBF, BUFFER);
    work->out = cli_out(ctx, columns, args->details ? COLUMNS : PLAIN);
    int result = read_all(work, err);
    out_free(work->out);
    str_release(&work->ais);
    str_release(&work->error);
    str_release(&work->input);
    return result < 0 ? -1 : work->bad ? EXIT_NO : 0;
}
