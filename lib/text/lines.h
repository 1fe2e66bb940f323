/*
 * lines: the physical lines of a source, with a way back. Private to the readers of records.
 *
 * A row is one line or several (a quoted newline). Its lines stand side by side in one window of
 * memory, so that the row's raw bytes are one view, and a reader that finds out late that a quote
 * was never closed can go back behind the first line.
 */
#ifndef MEDI_TEXT_LINES_H
#define MEDI_TEXT_LINES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "text/source.h"

/* What a blank line may hold, unless `spaces` says otherwise. */
#define LINES_SPACES " \t\r\n"

struct lines {
    struct source *source;
    size_t cap;         /* bytes of a line */
    const char *spaces; /* what a blank line may hold */
    char *window;
    size_t room;
    size_t row;        /* where the row begins */
    size_t at;         /* where the next line begins */
    size_t end;        /* of the bytes that are there */
    size_t line;       /* number of the line that was given last */
    size_t row_line;   /* number of the row's first line */
    size_t row_first;  /* bytes of that line */
    bool ended;        /* the source has no more */
    bool too_long;     /* the line that is being read is over the cap */
    struct err damage; /* what the source said of it, kind ERR_NONE: nothing */
    bool placed;       /* the error that was given last names its place */
};

void lines_init(struct lines *lines, struct source *source, size_t cap);
void lines_release(struct lines *lines);
void lines_restart(struct lines *lines); /* the source was rewound */

/* Begins a row with the next line that is not blank: 1; 0 at the end; -1. The line keeps its line
 * end. Views live until the next call of this or lines_more. ERR_DATA refuses one line, which then
 * belongs to the row: a byte of no character (U+FFFD stands for it) or too many bytes (those over
 * the cap are gone). After any other error there is nothing more to get. */
int lines_row(struct lines *lines, const char **line, size_t *length, struct err *err);

/* One more line for the same row. */
int lines_more(struct lines *lines, const char **line, size_t *length, struct err *err);

/* Gives all lines of the row back except the first. */
void lines_back(struct lines *lines);

/* Gives all of them back: the next lines_row is the same again. */
void lines_unread(struct lines *lines);

/* The row as it stands in the file, without the last line end. */
const char *lines_raw(const struct lines *lines, size_t *length);
size_t lines_row_length(const struct lines *lines);

/* `length` without LF or CRLF. */
size_t lines_trim(const char *line, size_t length);

#endif
