#include "text/fields.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "text/utf8.h"

static bool
is_space(int32_t character)
{
    enum { NO_BREAK_SPACE = 0xa0, IDEOGRAPHIC_SPACE = 0x3000, BYTE_ORDER_MARK = 0xfeff };

    return character == ' ' || (character >= '\t' && character <= '\r') ||
           character == NO_BREAK_SPACE || character == IDEOGRAPHIC_SPACE ||
           character == BYTE_ORDER_MARK;
}

static void
trim(const char **name, size_t *length)
{
    size_t from = 0, to = 0, bytes;
    bool inside = false;

    for (size_t at = 0; at < *length; at += bytes) {
        bool space = is_space(utf8_next(*name + at, *length - at, &bytes));
        if (!space && !inside)
            from = at;
        inside = inside || !space;
        if (!space)
            to = at + bytes;
    }
    *name += from;
    *length = to - from;
}

void
names_release(struct names *header)
{
    for (int i = 0; i < header->count; i++)
        free(header->names[i]);
    free(header->names);
    *header = (struct names){0};
}

static bool
named(const struct names *header, int column, const char *name, size_t length)
{
    const char *known = header->names[column];

    return strncmp(known, name, length) == 0 && known[length] == '\0';
}

int
names_find(const struct names *header, const char *name, size_t length, int hint)
{
    trim(&name, &length);
    if (hint < header->count && named(header, hint, name, length))
        return hint;
    for (int i = 0; i < header->count; i++)
        if (named(header, i, name, length))
            return i;
    return -1;
}

int
names_add(struct names *header, const char *name, size_t length, struct err *err)
{
    int column = header->count + 1;

    trim(&name, &length);
    int twin = names_find(header, name, length, 0);
    if (column > FIELDS_MAX)
        return err_set(err, ERR_DATA, _("more than %d columns; is this the right file?"),
                       (int)FIELDS_MAX);
    if (length == 0)
        return err_set(err, ERR_DATA, _("column %d has no name; name it or remove it"), column);
    if (memchr(name, '\r', length) != NULL && memchr(name, '\n', length) == NULL)
        return err_set(err, ERR_DATA,
                       _("the lines end in CR alone; save the file with LF or CRLF line ends"));
    if (twin >= 0)
        return err_set(err, ERR_DATA,
                       _("columns %d and %d are both named %s; rename or remove one"), twin + 1,
                       column, header->names[twin]);
    header->names = mem_resize(header->names, (size_t)column * sizeof *header->names);
    header->names[header->count] = mem_alloc(length + 1);
    memcpy(header->names[header->count], name, length);
    header->names[header->count++][length] = '\0';
    return 0;
}
