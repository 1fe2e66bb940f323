/*
 * utf8: validity, characters and display width. utf8proc knows the widths.
 */
#ifndef MEDI_TEXT_UTF8_H
#define MEDI_TEXT_UTF8_H

#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

/* The number of leading bytes below 0x80. */
size_t utf8_ascii(const char *text, size_t length);

/* The number of leading bytes that are whole, valid UTF-8 (RFC 3629: no surrogates, no overlong
 * forms). */
size_t utf8_valid(const char *text, size_t length);

/* The next character and its bytes (1-4). A byte that begins no whole, valid character counts as
 * one U+FFFD; behind the end `bytes` is 0. */
enum { UTF8_REPLACEMENT = 0xfffd };
int32_t utf8_next(const char *text, size_t length, size_t *bytes);

/* Its bytes into `to`, which has room for 4; how many. 0: U+0000, a surrogate, or above U+10FFFF. */
size_t utf8_put(int32_t code, char *to);

size_t utf8_count(const char *text, size_t length); /* characters */
int utf8_width(const char *text, size_t length); /* terminal cells; CJK and emoji 2, combining 0 */

/* The longest prefix of at most `cells` cells; returns its bytes. */
size_t utf8_fit(const char *text, size_t length, int cells);

/* `text` for a terminal: bytes that are no character, control characters, and those that turn the
 * reading direction round are made visible. */
void utf8_add_visible(struct str *to, const char *text, size_t length);

#endif
