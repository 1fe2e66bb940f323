/*
 * terminal: a scanner that types, on a terminal that would eat what it types.
 *
 * Codes hold control characters (FNC1 arrives as 0x1D, records as 0x1E and 0x04), which a terminal
 * takes for quit, end of file or suspend. Between terminal_raw and terminal_restore bytes come as
 * they are; only ^C still interrupts. What is typed is echoed here, control characters as ^X: a
 * code must not drive the terminal.
 *
 * Nothing of this is global: signals that would end the program are blocked and looked for while the terminal
 * is waited for, so that it is restored before they do their work. Only SIGKILL and a crash leave it as it is.
 */
#ifndef MEDI_CLI_TERMINAL_H
#define MEDI_CLI_TERMINAL_H

#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>
#include <termios.h>

#include "base/err.h"

struct terminal {
    int fd;
    int signals; /* a signalfd */
    bool raw;
    struct termios before;
    sigset_t mask; /* before */
};

/* 0 done, -1. The terminal of `fd`, which must be one. */
int terminal_raw(struct terminal *terminal, int fd, struct err *err);
void terminal_restore(struct terminal *terminal); /* also when it is not raw */

/* Waits for bytes and reads them; as read(2). A signal that comes meanwhile has its effect, with the terminal
 * restored; after one that only stops (^Z from elsewhere) it goes on. */
ssize_t terminal_read(struct terminal *terminal, void *bytes, size_t size);

#endif
