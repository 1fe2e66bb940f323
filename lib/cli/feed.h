/*
 * feed: raw lines, from a file, a pipe or a terminal. For codes, whose bytes are not text: nothing is
 * decoded or refused, and NUL is a byte. A byte order mark at the very beginning is not given.
 *
 * A terminal is made raw (terminal.h); there a backspace takes a byte back, ^D alone ends, and empty lines are
 * none, since some scanners end a code by CR and LF.
 */
#ifndef MEDI_CLI_FEED_H
#define MEDI_CLI_FEED_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"

enum { FEED_LONGEST = 1024 * 1024 }; /* bytes of a line; those behind it are dropped */

struct feed;

/* "-" is standard input. */
int feed_open(struct feed **feed, const char *path, struct err *err);
void feed_close(struct feed *feed); /* NULL-safe */

/* The next line without LF or CR LF: 1; 0 at the end; -1. A view until the next call. The last
 * line needs no LF. */
int feed_line(struct feed *feed, const char **line, size_t *length, struct err *err);

/* The next line is not here yet: what was made of those before should be shown. */
bool feed_waits(const struct feed *feed);

#endif
