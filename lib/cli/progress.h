/*
 * progress: one line on stderr for long work, and nothing where no person looks.
 *
 *     import visits  45% [#########-----------] 2,250,000/5,000,000  351k/s  0:08 left
 *
 * Drawn only when it was set up to draw (stderr is a terminal, no -q), at most ten times a second,
 * first after half a second, erased at the end. Calling progress_update for every row costs one
 * comparison: the clock is looked at when enough is done to be worth it.
 */
#ifndef MEDI_CLI_PROGRESS_H
#define MEDI_CLI_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "base/str.h"

typedef int64_t progress_clock(void); /* milliseconds from any start, never backwards */

struct progress {
    FILE *stream;
    bool draws;
    int width; /* columns of the terminal */
    progress_clock *clock;

    const char *label;
    int64_t total; /* 0 or less: unknown */
    int64_t done;
    int64_t next; /* the clock is not looked at before this much is done */
    int64_t started, drawn_at;
    bool drawn; /* a line stands on the terminal now */
};

/* `width` 0 is 80. */
void progress_init(struct progress *progress, FILE *stream, bool draws, int width);

/* `label` must live until the end. Units are the caller's: rows, bytes. */
void progress_start(struct progress *progress, const char *label, int64_t total);
void progress_update(struct progress *progress, int64_t done);
void progress_end(struct progress *progress);

/* Takes the line away so that something else can be written; the next update draws it again. */
void progress_hide(struct progress *progress);

/* The line as it would stand there, `elapsed` milliseconds after the start. */
void progress_line(const struct progress *progress, int64_t elapsed, struct str *line);

#endif
