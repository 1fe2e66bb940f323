#include "text/lines.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

void
lines_init(struct lines *lines, struct source *source, size_t cap)
{
    *lines = (struct lines){.source = source, .cap = cap, .spaces = LINES_SPACES};
    lines->room = 1; /* there is a window even for an empty file */
    lines->window = mem_alloc(lines->room);
}

void
lines_release(struct lines *lines)
{
    free(lines->window);
    lines->window = NULL;
}

void
lines_restart(struct lines *lines)
{
    lines->row = lines->at = lines->end = 0;
    lines->line = lines->row_line = lines->row_first = 0;
    lines->ended = lines->placed = false;
}

static void
make_room(struct lines *lines, size_t more)
{
    size_t kept = lines->end - lines->row;

    if (lines->row > 0) {
        memmove(lines->window, lines->window + lines->row, kept);
        lines->at -= lines->row;
        lines->end = kept;
        lines->row = 0;
    }
    if (lines->room - kept < more) {
        lines->room = 2 * (kept + more);
        lines->window = mem_resize(lines->window, lines->room);
    }
}

/* The next chunk behind what is there: 1; 0 at the end; -1. */
static int
fetch(struct lines *lines, struct err *err)
{
    const char *bytes;
    size_t length;
    int got = source_read(lines->source, &bytes, &length, err);

    lines->ended = got == 0;
    if (got <= 0)
        return got;
    make_room(lines, length);
    memcpy(lines->window + lines->end, bytes, length);
    lines->end += length;
    return 1;
}

/* Of a line over the cap the beginning is kept, in whole characters. */
static void
drop_rest(struct lines *lines)
{
    lines->end = lines->at + lines->cap;
    while (lines->end > lines->at && ((unsigned char)lines->window[lines->end - 1] & 0xc0) == 0x80)
        lines->end--;
    if (lines->end > lines->at && (unsigned char)lines->window[lines->end - 1] >= 0xc0)
        lines->end--;
}

/* Fetches until the line at `at` is whole. -1: the source is broken. Damage is noted. */
static int
gather(struct lines *lines, size_t *length, struct err *err)
{
    size_t seen = 0; /* bytes known to hold no line end */

    for (;;) {
        const char *line = lines->window + lines->at;
        size_t there = lines->end - lines->at;
        const char *end = there > seen ? memchr(line + seen, '\n', there - seen) : NULL;
        *length = end == NULL ? there : (size_t)(end - line) + 1;
        if (end != NULL || lines->ended)
            return 0;
        if (there > lines->cap) {
            lines->too_long = true;
            drop_rest(lines);
        }
        seen = lines->end - lines->at;
        if (fetch(lines, err) >= 0)
            continue;
        if (err->kind != ERR_DATA)
            return -1;
        lines->damage = *err; /* once a line */
    }
}

/* The line was read, but something in it refuses it. */
static int
refuse(const struct lines *lines, struct err *err)
{
    if (lines->too_long)
        return err_set(err, ERR_DATA,
                       _("%s:%zu: a line of more than %zu bytes; is this a text file?"),
                       source_name(lines->source), lines->line, lines->cap);
    *err = lines->damage;
    return -1;
}

int
lines_more(struct lines *lines, const char **line, size_t *length, struct err *err)
{
    lines->too_long = lines->placed = false;
    lines->damage.kind = ERR_NONE;
    if (gather(lines, length, err) != 0)
        return -1;
    if (*length == 0)
        return 0;
    *line = lines->window + lines->at;
    lines->at += *length;
    lines->line++;
    lines->placed = lines->too_long || lines->damage.kind != ERR_NONE;
    return lines->placed ? refuse(lines, err) : 1;
}

static bool
blank(const struct lines *lines, const char *line, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (strchr(lines->spaces, line[i]) == NULL)
            return false;
    return true;
}

int
lines_row(struct lines *lines, const char **line, size_t *length, struct err *err)
{
    int got;

    do {
        lines->row = lines->at;
        got = lines_more(lines, line, length, err);
    } while (got > 0 && blank(lines, *line, *length));
    lines->row_line = lines->line;
    lines->row_first = got > 0 ? *length : 0;
    return got;
}

void
lines_back(struct lines *lines)
{
    lines->at = lines->row + lines->row_first;
    lines->line = lines->row_line;
}

void
lines_unread(struct lines *lines)
{
    lines->at = lines->row;
    lines->line = lines->row_line - 1;
}

size_t
lines_trim(const char *line, size_t length)
{
    if (length > 0 && line[length - 1] == '\n')
        length--;
    if (length > 0 && line[length - 1] == '\r')
        length--;
    return length;
}

size_t
lines_row_length(const struct lines *lines)
{
    return lines->at - lines->row;
}

const char *
lines_raw(const struct lines *lines, size_t *length)
{
    const char *row = lines->window + lines->row;

    *length = lines_trim(row, lines_row_length(lines));
    return row;
}
