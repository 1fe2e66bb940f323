/*
 * bytes: published vectors are hexadecimal text; tests compare bytes. It stands on nothing of lib/base, so that
 * what is tested does not test itself.
 */
#ifndef MEDI_TESTS_BYTES_H
#define MEDI_TESTS_BYTES_H

#include <check.h>
#include <stdio.h>
#include <string.h>

/* The bytes of `text`, at most `room`; their number. */
static inline size_t
unhex(unsigned char *out, size_t room, const char *text)
{
    size_t count = strlen(text) / 2;
    ck_assert_uint_le(count, room);
    for (size_t i = 0; i < count; i++)
        ck_assert_int_eq(sscanf(text + 2 * i, "%2hhx", &out[i]), 1);
    return count;
}

static inline void
ck_assert_hex(const unsigned char *bytes, size_t length, const char *expected)
{
    unsigned char want[256];
    ck_assert_uint_eq(unhex(want, sizeof want, expected), length);
    ck_assert_mem_eq(bytes, want, length);
}

/* 0, 1, 2 …: the key of the vectors that were made for these tests. */
static inline void
count_up(unsigned char *out, size_t length, unsigned char from)
{
    for (size_t i = 0; i < length; i++)
        out[i] = (unsigned char)(from + i);
}

#endif
