/*
 * CSV through libcsv, fed one physical line at a time, because libcsv counts no lines, drops blank
 * ones, and cannot be stopped from a callback. Lines in which nothing is quoted do without it.
 */
#include "text/fields.h"

#include <csv.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

/* A quoted field may hold newlines, but a row that has not ended after this many bytes (or the cap
 * of a field, if that is more) is taken for one with an open quote. */
enum { ROW_ROOM = 8 * 1024 * 1024 };

struct csv {
    struct csv_parser parser;
    struct fields *row;
    bool ended; /* the row is complete */
};

static void
start(struct csv *csv)
{
    csv_init(&csv->parser, CSV_STRICT | CSV_STRICT_FINI);
    csv_set_realloc_func(&csv->parser, mem_resize);
    csv_set_blk_size(&csv->parser, 4096);
}

struct csv *
csv_new(void)
{
    struct csv *csv = mem_alloc(sizeof *csv);

    *csv = (struct csv){.row = NULL};
    start(csv);
    return csv;
}

void
csv_close(struct csv *csv)
{
    if (csv == NULL)
        return;
    csv_free(&csv->parser);
    free(csv);
}

static void
on_field(void *text, size_t length, void *context)
{
    struct csv *csv = context;

    fields_add(csv->row, text, length);
}

static void
on_row(int end, void *context)
{
    struct csv *csv = context;

    (void)end;
    csv->ended = true;
}

enum fed { FED, FED_STRAY_QUOTE, FED_STRAY_CR };

/* A CR inside the line is content of a quoted field; anywhere else libcsv would end the row. */
static enum fed
feed(struct csv *csv, const char *line, size_t length)
{
    for (size_t part; length > 0; line += part, length -= part) {
        const char *cr = memchr(line, '\r', length);
        size_t behind = cr == NULL ? length : (size_t)(cr - line) + 1;
        bool inner = behind < length && line[behind] != '\n';

        part = inner ? behind : length;
        if (csv_parse(&csv->parser, line, part, on_field, on_row, csv) < part)
            return FED_STRAY_QUOTE;
        if (inner && csv->ended)
            return FED_STRAY_CR;
    }
    return FED;
}

static int
refuse_open(struct lines *lines, struct err *err)
{
    lines_back(lines);
    return err_set(
        err, ERR_DATA,
        _("a quote opens here and never closes; close it, or double it (\"\") inside the "
          "field"));
}

/* It closed somewhere, but so late that it must have swallowed other rows. */
static int
refuse_vast(const struct fields *row, struct lines *lines, struct err *err)
{
    lines_back(lines);
    return err_set(err, ERR_DATA,
                   _("a quote opens here and its field is over %zu bytes; close it, or double it "
                     "(\"\") inside the field"),
                   row->cap);
}

static int
refuse(const struct csv *csv, enum fed fed, struct lines *lines, struct err *err)
{
    if (lines_row_length(lines) > lines->row_first)
        return refuse_open(lines, err);
    if (fed == FED_STRAY_CR)
        return err_set(err, ERR_DATA,
                       _("a CR without LF inside the row; quote the field, or remove it"));
    return err_set(err, ERR_DATA,
                   _("field %d: a stray quote; quote the whole field and double (\"\") each quote "
                     "inside it"),
                   csv->row->count + 1);
}

static bool
is_space(char c)
{
    return c == ' ' || c == '\t';
}

/* A line without a quote, and without a CR but in its end, has nothing to be decided: it is split here, as
 * libcsv would, which looks at each byte several times and so took a tenth of a whole import. */
static bool
split_plain(struct csv *csv, const char *line, size_t length)
{
    const char *end = line + lines_trim(line, length);
    if (memchr(line, '"', (size_t)(end - line)) || memchr(line, '\r', (size_t)(end - line)))
        return false;
    for (const char *field = line, *at = line;; at++) {
        if (at < end && *at != ',')
            continue;
        const char *last = at;
        while (field < last && is_space(*field))
            field++;
        while (field < last && is_space(last[-1]))
            last--;
        fields_add(csv->row, field, (size_t)(last - field));
        if (at == end)
            return true;
        field = at + 1;
    }
}

/* Feeds the row's lines until it is complete. */
static int
read_row(struct csv *csv, struct lines *lines, const char *line, size_t length, struct err *err)
{
    size_t room = csv->row->cap > ROW_ROOM ? csv->row->cap : ROW_ROOM;

    if (split_plain(csv, line, length))
        return 1;
    for (;;) {
        enum fed fed = feed(csv, line, length);
        if (fed == FED && !csv->ended && line[length - 1] != '\n')
            feed(csv, "\n", 1); /* the last line of a file that does not end its lines */
        if (fed != FED)
            return refuse(csv, fed, lines, err);
        if (csv->ended)
            return 1;
        if (lines_row_length(lines) > room)
            return refuse_vast(csv->row, lines, err);
        int got = lines_more(lines, &line, &length, err);
        if (got < 0)
            return -1;
        if (got == 0)
            return refuse_open(lines, err);
    }
}

int
csv_row(struct csv *csv, struct lines *lines, struct fields *row, struct err *err)
{
    const char *line;
    size_t length;
    int got = lines_row(lines, &line, &length, err);

    if (got <= 0)
        return got;
    csv->row = row;
    csv->ended = false;
    fields_clear(row);
    if (read_row(csv, lines, line, length, err) < 0) {
        csv_free(&csv->parser);
        start(csv);
        return -1;
    }
    if (row->too_big > 0 && lines_row_length(lines) > lines->row_first)
        return refuse_vast(row, lines, err);
    return fields_finish(row, err) < 0 ? -1 : 1;
}
