/*
 * child: a program that is talked to through its standard input and output. Inside lib/send.
 *
 * Nothing of a message stands among its words (they are in the list of processes for all to read). What it says
 * on standard error comes with its output if `both`, else goes where ours goes.
 */
#ifndef MEDI_SEND_CHILD_H
#define MEDI_SEND_CHILD_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "base/err.h"
#include "base/str.h"

struct child {
    pid_t pid;   /* 0: none */
    int in, out; /* ours; -1: closed */
};

/* `more`: NULL-terminated NAME=VALUE for its environment beside ours, or NULL. */
int child_start(struct child *child, const char *const *argv, const char *const *more, bool both,
                struct err *err);

/* As write, but a pipe that nobody reads is EPIPE and no signal. */
ssize_t child_write(const struct child *child, const void *bytes, size_t length);

void child_close_in(struct child *child);

/* Ends it: waits so long for it to end by itself, then kills it. Its status as of waitpid. */
int child_end(struct child *child, int wait_ms);

/* Gives it `input` and takes up to 4 KiB of its output, until it ends or the time is over: 1 its status stands
 * in `status`, 0 it was killed. */
int child_talk(struct child *child, const char *input, size_t length, int wait_ms,
               struct str *output, int *status);

#endif
