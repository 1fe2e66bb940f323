/*
 * Errors: one line a person can act on.
 *
 * A function that can fail takes `struct err *` last and returns 0 or -1 (or 1/0/-1 where it
 * answers yes/no). The place of the fault calls err_set(); each caller on the way up may add where
 * it was with err_wrap(), which puts its words in front:
 *
 *     lot: missing, and 冷链 items need one           err_set at the fault
 *     receipts.csv:7: lot: missing, and …             err_wrap("%s:%zu", file, line)
 *     medi-stock: receipts.csv:7: lot: missing, …     printed once, by lib/cli
 *
 * The text is bounded and is cut on a whole UTF-8 character; control characters from untrusted
 * input are made visible, so an error is always one line and cannot drive a terminal.
 */
#ifndef MEDI_BASE_ERR_H
#define MEDI_BASE_ERR_H

#include <stdarg.h>
#include <libintl.h>

/* Messages are written in English and translated by gettext; lib/cli chooses the language. */
#define _(text) gettext(text)
#define N_(text) text

/* The kind decides the exit code, in one table: err_exit_code(). */
enum err_kind {
    ERR_NONE,
    ERR_USAGE,  /* the command line is wrong: 2 */
    ERR_DATA,   /* the input is refused: 3 */
    ERR_DB,     /* database or schema version: 4 */
    ERR_IO,     /* a file or stream: 4 */
    ERR_BUSY,   /* try again later: 75 */
    ERR_MEMORY, /* out of memory: 4 */
};

enum { ERR_TEXT = 1024 };

struct err {
    enum err_kind kind;
    char text[ERR_TEXT];
};

/* Both return -1, so that `return err_set(…)` reads well. */
int err_set(struct err *err, enum err_kind kind, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
int err_wrap(struct err *err, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* As err_set, with ": " and the words for `number` (an errno) behind the text. */
int err_errno(struct err *err, int number, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

void err_clear(struct err *err);
int err_exit_code(enum err_kind kind);

#endif
