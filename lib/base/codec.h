/*
 * codec: bytes as text: Base64 (RFC 4648, with padding) and hexadecimal (lower case).
 */
#ifndef MEDI_BASE_CODEC_H
#define MEDI_BASE_CODEC_H

#include <stddef.h>

#include "base/arena.h"

char *base64_encode(struct arena *arena, const void *bytes, size_t length);
char *hex_encode(struct arena *arena, const void *bytes, size_t length);

/* Strict, so that bytes have one text only: no spaces, right padding, no capitals in hexadecimal. The number of
 * bytes, or -1: no such text, or more than `room` bytes. */
long base64_decode(void *out, size_t room, const char *text, size_t length);
long hex_decode(void *out, size_t room, const char *text, size_t length);

#endif
