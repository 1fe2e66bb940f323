#include "text/out_private.h"

#include <limits.h>
#include <string.h>

static const char BYTE_ORDER_MARK[] = "\xef\xbb\xbf";

/* What a spreadsheet would take for a formula. */
static bool
runs(const char *text, size_t length)
{
    return length > 0 && strchr("=+-@\t\r", text[0]) != NULL && text[0] != '\0';
}

static bool
is_blank(char byte)
{
    return byte == ' ' || byte == '\t';
}

static bool
needs_quotes(const char *text, size_t length)
{
    if (length == 0)
        return false;
    if (is_blank(text[0]) || is_blank(text[length - 1]) ||
        (length >= 3 && memcmp(text, BYTE_ORDER_MARK, 3) == 0))
        return true;
    for (size_t i = 0; i < length; i++)
        if (text[i] == ',' || text[i] == '"' || text[i] == '\n' || text[i] == '\r')
            return true;
    return false;
}

static void
add_doubled(struct str *line, const char *text, size_t length)
{
    for (const char *end = text + length; text < end;) {
        const char *quote = memchr(text, '"', (size_t)(end - text));
        const char *stop = quote == NULL ? end : quote + 1;
        str_add(line, text, (size_t)(stop - text));
        if (quote != NULL)
            str_addc(line, '"');
        text = stop;
    }
}

static void
add_csv(struct out *out, bool number, const char *text, size_t length)
{
    const char *prefix = out->options.excel && !number && runs(text, length) ? "'" : "";

    if (!needs_quotes(text, length)) {
        str_adds(&out->line, prefix);
        str_add(&out->line, text, length);
        return;
    }
    str_addc(&out->line, '"');
    str_adds(&out->line, prefix);
    add_doubled(&out->line, text, length);
    str_addc(&out->line, '"');
}

static void
end_csv(struct out *out)
{
    if (out->line.length == 0)
        str_adds(&out->line, "\"\""); /* one empty field: not a blank line */
    str_adds(&out->line, out->options.excel ? "\r\n" : "\n");
}

static int
write_csv_begin(struct out *out, struct err *err)
{
    if (out->options.excel)
        str_adds(&out->line, BYTE_ORDER_MARK);
    if (out->options.header) {
        for (int i = 0; i < out->count; i++) {
            if (i > 0)
                str_addc(&out->line, ',');
            add_csv(out, false, out->slots[i].name, strlen(out->slots[i].name));
        }
        end_csv(out);
    }
    return out_put(out, err);
}

static int
write_csv_row(struct out *out, const struct db_value *values, struct err *err)
{
    struct cell cell;

    for (int i = 0; i < out->count; i++) {
        if (i > 0)
            str_addc(&out->line, ',');
        out_cell(out, &out->slots[i], values, &cell);
        add_csv(out, cell.kind != CELL_TEXT, cell.text, cell.length);
    }
    end_csv(out);
    return out_put(out, err);
}

/* The letter of the escape, 0 if the byte stands for itself. */
static char
escape_of(char byte)
{
    static const char letters[UCHAR_MAX + 1] = {
        ['\t'] = 't', ['\n'] = 'n', ['\r'] = 'r', ['\\'] = '\\'};
    return letters[(unsigned char)byte];
}

static void
add_tsv(struct str *line, const char *text, size_t length)
{
    size_t from = 0;

    for (size_t i = 0; i < length; i++) {
        char escape = escape_of(text[i]);
        if (escape == '\0')
            continue;
        str_add(line, text + from, i - from);
        str_addc(line, '\\');
        str_addc(line, escape);
        from = i + 1;
    }
    str_add(line, text + from, length - from);
}

static int
write_tsv_begin(struct out *out, struct err *err)
{
    if (!out->options.header)
        return 0;
    for (int i = 0; i < out->count; i++) {
        if (i > 0)
            str_addc(&out->line, '\t');
        add_tsv(&out->line, out->slots[i].name, strlen(out->slots[i].name));
    }
    str_addc(&out->line, '\n');
    return out_put(out, err);
}

static int
write_tsv_row(struct out *out, const struct db_value *values, struct err *err)
{
    struct cell cell;

    for (int i = 0; i < out->count; i++) {
        if (i > 0)
            str_addc(&out->line, '\t');
        out_cell(out, &out->slots[i], values, &cell);
        add_tsv(&out->line, cell.text, cell.length);
    }
    str_addc(&out->line, '\n');
    return out_put(out, err);
}

static int
end_nothing(struct out *out, struct err *err)
{
    (void)out;
    (void)err;
    return 0;
}

const struct out_writer out_csv = {
    .begin = write_csv_begin, .row = write_csv_row, .end = end_nothing};
const struct out_writer out_tsv = {
    .begin = write_tsv_begin, .row = write_tsv_row, .end = end_nothing};
