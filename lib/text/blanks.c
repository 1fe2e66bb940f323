/* Lines whose fields are parted by runs of spaces and TABs, as most programs that print columns write them. */
#include "text/fields.h"

#include <string.h>

int
blanks_row(struct lines *lines, struct fields *row, struct err *err)
{
    const char *line;
    size_t length;
    int got = lines_row(lines, &line, &length, err);

    if (got <= 0)
        return got;
    fields_clear(row);
    for (size_t at = 0;;) {
        while (at < length && memchr(LINES_SPACES, line[at], sizeof LINES_SPACES - 1) != NULL)
            at++;
        size_t start = at;
        while (at < length && memchr(LINES_SPACES, line[at], sizeof LINES_SPACES - 1) == NULL)
            at++;
        if (at == start)
            return fields_finish(row, err) < 0 ? -1 : 1;
        fields_add(row, line + start, at - start);
    }
}
