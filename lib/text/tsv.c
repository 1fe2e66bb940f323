/*
 * TSV as out_csv.c writes it: a tab ends a field, \t \n \r \\ stand for themselves, nothing is
 * quoted and nothing is trimmed, so that every text comes back as it was.
 */
#include "text/fields.h"

#include <string.h>

/* Undoes the escapes in place; false if a backslash begins none. */
static bool
unescape(char *text, size_t *length)
{
    static const char CODES[] = "tnr\\", BYTES[] = "\t\n\r\\";
    size_t to = 0;

    for (size_t at = 0; at < *length; at++) {
        if (text[at] != '\\') {
            text[to++] = text[at];
            continue;
        }
        const char *code = at + 1 < *length ? strchr(CODES, text[at + 1]) : NULL;
        if (code == NULL)
            return false;
        text[to++] = BYTES[code - CODES];
        at++;
    }
    *length = to;
    return true;
}

static int
add(struct fields *row, struct str *scratch, const char *text, size_t length, struct err *err)
{
    if (memchr(text, '\\', length) == NULL) {
        fields_add(row, text, length);
        return 0;
    }
    str_clear(scratch);
    str_add(scratch, text, length);
    if (!unescape(scratch->text, &length))
        return err_set(err, ERR_DATA,
                       _("field %d: a backslash that is none of \\t \\n \\r \\\\; double it"),
                       row->count + 1);
    fields_add(row, scratch->text, length);
    return 0;
}

static int
split(struct fields *row, struct str *scratch, const char *line, size_t length, struct err *err)
{
    const char *end = line + length;

    for (;;) {
        const char *tab = memchr(line, '\t', (size_t)(end - line));
        const char *stop = tab == NULL ? end : tab;
        if (add(row, scratch, line, (size_t)(stop - line), err) != 0)
            return -1;
        if (tab == NULL)
            return 0;
        line = tab + 1;
    }
}

int
tsv_row(struct lines *lines, struct fields *row, struct err *err)
{
    struct str scratch = STR_INIT;
    const char *line;
    size_t length;
    int got = lines_row(lines, &line, &length, err);

    if (got <= 0)
        return got;
    length = lines_trim(line, length);
    fields_clear(row);
    if (memchr(line, '\r', length) != NULL)
        return err_set(err, ERR_DATA, _("a CR without LF inside the row; write it as \\r"));
    got = split(row, &scratch, line, length, err);
    str_release(&scratch);
    return got < 0 || fields_finish(row, err) < 0 ? -1 : 1;
}
