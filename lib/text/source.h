/*
 * source: the bytes of a file or of standard input, as UTF-8, in chunks.
 *
 * The encoding is found as the bytes arrive: a BOM decides; else the first bytes that are not ASCII
 * decide between UTF-8 and GB18030 (of which GBK and GB2312 are parts) for the whole rest, by the
 * rule in encoding.h: a UTF-8 file with a damaged byte stays UTF-8. A byte that is no character is
 * ERR_DATA with the line and the byte. `encoding` in the options forces one. NUL bytes, UTF-16, a
 * directory, a file over 2^62 bytes and a file that changes its size or time while it is read are
 * errors in words, each with the name of the file.
 */
#ifndef MEDI_TEXT_SOURCE_H
#define MEDI_TEXT_SOURCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"

struct source;

/* `path` "-" is standard input. `encoding`: "utf-8", "gb18030" (or "gbk", "gb2312"), or NULL to
 * find out. Reads the first bytes, for a byte order mark. */
int source_open(struct source **source, const char *path, const char *encoding, struct err *err);
void source_close(struct source *source); /* NULL-safe */

/* The next chunk, valid until the next call: 1; 0 at the end; -1. Never splits a character; the BOM
 * is gone. A NUL or a byte of no character is ERR_DATA, told once a line; who wants the other lines
 * calls again and gets U+FFFD in its place. After any other error there is nothing more to get. */
int source_read(struct source *source, const char **bytes, size_t *length, struct err *err);

/* Back to the first byte; false when that cannot be done (a pipe). */
bool source_rewind(struct source *source);
bool source_can_rewind(const struct source *source);

const char *source_name(const struct source *source);     /* "visits.csv", "<stdin>" */
const char *source_encoding(const struct source *source); /* "utf-8", "gb18030" as found so far */
int64_t source_size(const struct source *source);         /* bytes, -1 unknown */
int64_t source_position(const struct source *source);     /* bytes of the file read so far */

#endif
