/*
 * str: a byte string that grows. The bytes are always followed by a NUL that `length` leaves out.
 *
 *     struct str s = STR_INIT;
 *     str_addf(&s, "%s:%zu", file, line);
 *     …
 *     str_release(&s);
 */
#ifndef MEDI_BASE_STR_H
#define MEDI_BASE_STR_H

#include <stdbool.h>
#include <stddef.h>

struct str {
    char *text; /* never NULL: "" while nothing is allocated */
    size_t length;
    size_t room; /* bytes allocated; 0: `text` is the shared "" */
};

extern char str_empty[1];
#define STR_INIT                                                                                   \
    {                                                                                              \
        str_empty, 0, 0                                                                            \
    }

void str_release(struct str *str);
void str_clear(struct str *str); /* keeps the memory */

/* Room for `more` bytes behind those that are there. */
void str_grow(struct str *str, size_t more);
static inline void
str_need(struct str *str, size_t more)
{
    if (more >= str->room || str->length >= str->room - more)
        str_grow(str, more);
}

/* `more` bytes were written into such room. */
static inline void
str_grown(struct str *str, size_t more)
{
    str->length += more;
    str->text[str->length] = '\0';
}

void str_add(struct str *str, const char *bytes, size_t length);
void str_adds(struct str *str, const char *text);
void str_addc(struct str *str, char byte);
void str_addf(struct str *str, const char *format, ...) __attribute__((format(printf, 2, 3)));
void str_cut(struct str *str, size_t length); /* shortens to `length` */

/* `text` with bytes below 0x20 and 0x7f as \n, \t, \xNN: safe on a terminal and on one line. */
void str_add_visible(struct str *str, const char *text, size_t length);

/* `text` as one word of a command line that is pasted into a shell: quoted only where it must be. */
void str_add_shell(struct str *str, const char *text);

bool str_starts(const char *text, const char *prefix);
bool str_ends(const char *text, const char *suffix);

/* The list word nearest to `word` by edit distance (insert, delete, replace, swap), or NULL if
 * none is near enough to be what a person meant: at most a third of the longer word's characters. */
const char *str_nearest(const char *word, const char *const *list, size_t count);

#endif
