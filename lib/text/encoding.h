/*
 * encoding: which encoding bytes are in, and from GB18030 to UTF-8. The only door to iconv. Private
 * to source.c.
 *
 * GB18030 accepts nearly every pair of high bytes, so "not valid UTF-8" alone must not make a file
 * GB18030: one damaged byte in a UTF-8 file would turn all of it into wrong characters, silently.
 * Two characters of three bytes or more, valid as UTF-8 before the first fault, make it UTF-8 with
 * a fault: a Chinese text in GB18030 begins like that about once in a million.
 */
#ifndef MEDI_TEXT_ENCODING_H
#define MEDI_TEXT_ENCODING_H

#include <stdbool.h>
#include <stddef.h>

enum encoding { ENCODING_UNKNOWN, ENCODING_UTF8, ENCODING_GB18030, ENCODING_UTF16 };

/* The longest byte order mark that encoding_bom looks for. */
enum { ENCODING_BOM_MAX = 4 };

/* By name, in any case: utf-8, utf8, gb18030, gbk, gb2312. */
bool encoding_parse(const char *name, enum encoding *encoding);
const char *encoding_name(enum encoding encoding); /* "utf-8" while it is unknown, too */

/* The encoding that a byte order mark names and the bytes of the mark; UNKNOWN if there is none. */
enum encoding encoding_bom(const char *bytes, size_t length, size_t *mark);

/* UTF8 or GB18030 for bytes that begin with one that is not ASCII. `whole`: no bytes follow. */
enum encoding encoding_guess(const char *bytes, size_t length, bool whole);

/* From GB18030; NULL if this system has no such conversion. */
struct converter;
struct converter *converter_open(void);
void converter_close(struct converter *converter); /* NULL-safe */

/* Converts the whole, valid characters that [from, from + length) begins with. Writes at most twice
 * as many bytes as it takes (two become four). `taken`: of `from`; returns those written. */
size_t converter_run(struct converter *converter, char *from, size_t length, size_t *taken,
                     char *to);

#endif
