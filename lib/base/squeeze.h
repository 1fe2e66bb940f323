/*
 * squeeze: bytes made fewer and made whole again, as one stream, by zstd (RFC 8878) at its quickest level
 * with a checksum of what was put in.
 */
#ifndef MEDI_BASE_SQUEEZE_H
#define MEDI_BASE_SQUEEZE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct squeeze;
struct squeeze *squeeze_new(void);
void squeeze_free(struct squeeze *squeeze); /* NULL-safe */

/* Puts bytes in and adds to `out` what has come out; with `last` everything that is still inside. */
void squeeze_add(struct squeeze *squeeze, struct str *out, const void *bytes, size_t length,
                 bool last);

struct unsqueeze;
struct unsqueeze *unsqueeze_new(void);
void unsqueeze_free(struct unsqueeze *unsqueeze); /* NULL-safe */

/* The next bytes, which must live until they are used up. Those before must be. */
void unsqueeze_give(struct unsqueeze *unsqueeze, const void *bytes, size_t length);

/* Adds a bounded number of bytes to `out`: 1 there may be more in what was given, 0 it is used up, -1
 * damaged. */
int unsqueeze_take(struct unsqueeze *unsqueeze, struct str *out);

/* Whether the stream has come to its end, with nothing given behind it. */
bool unsqueeze_is_whole(const struct unsqueeze *unsqueeze);

#endif
