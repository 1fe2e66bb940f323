#include "text/utf8.h"

#include <limits.h>
#include <stdbool.h>
#include <string.h>

#include <utf8proc.h>

static const uint64_t HIGH_BITS = 0x8080808080808080u;

/* Eight bytes at a time: most of what clinics send is ASCII. */
size_t
utf8_ascii(const char *text, size_t length)
{
    size_t at = 0;

    for (uint64_t word; length - at >= sizeof word; at += sizeof word) {
        memcpy(&word, text + at, sizeof word);
        if (word & HIGH_BITS)
            break;
    }
    while (at < length && !((unsigned char)text[at] & 0x80))
        at++;
    return at;
}

static bool
continues(unsigned char byte)
{
    return (byte & 0xc0) == 0x80;
}

/* The bounds of the second byte rule out overlong forms, surrogates and what is above U+10FFFF. */
static bool
second_fits(unsigned char lead, unsigned char second)
{
    switch (lead) {
    case 0xe0:
        return second >= 0xa0 && second <= 0xbf;
    case 0xed:
        return second >= 0x80 && second <= 0x9f;
    case 0xf0:
        return second >= 0x90 && second <= 0xbf;
    case 0xf4:
        return second >= 0x80 && second <= 0x8f;
    default:
        return continues(second);
    }
}

/* The bytes of the character that starts here, 0 if there is no whole one. */
static size_t
sequence(const unsigned char *text, size_t length)
{
    unsigned char lead = text[0];

    if (lead < 0x80)
        return 1;
    if (lead < 0xc2 || lead > 0xf4)
        return 0;
    size_t size = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    if (length < size || !second_fits(lead, text[1]))
        return 0;
    for (size_t i = 2; i < size; i++)
        if (!continues(text[i]))
            return 0;
    return size;
}

size_t
utf8_valid(const char *text, size_t length)
{
    const unsigned char *bytes = (const unsigned char *)text;
    size_t at = 0;

    while (at < length) {
        if (bytes[at] < 0x80) {
            at += utf8_ascii(text + at, length - at);
            continue;
        }
        size_t size = sequence(bytes + at, length - at);
        if (size == 0)
            break;
        at += size;
    }
    return at;
}

size_t
utf8_put(int32_t code, char *to)
{
    if (code <= 0 || code >= 0x110000 || (code >= 0xd800 && code < 0xe000))
        return 0;
    return (size_t)utf8proc_encode_char(code, (utf8proc_uint8_t *)to);
}

int32_t
utf8_next(const char *text, size_t length, size_t *bytes)
{
    static const unsigned char LEAD_BITS[5] = {0, 0x7f, 0x1f, 0x0f, 0x07};
    const unsigned char *from = (const unsigned char *)text;

    *bytes = length == 0 ? 0 : sequence(from, length);
    if (*bytes == 0) {
        *bytes = length > 0;
        return UTF8_REPLACEMENT;
    }
    int32_t character = from[0] & LEAD_BITS[*bytes];
    for (size_t i = 1; i < *bytes; i++)
        character = character << 6 | (from[i] & 0x3f);
    return character;
}

size_t
utf8_count(const char *text, size_t length)
{
    size_t count = 0;

    for (size_t i = 0; i < length; i++)
        count += !continues((unsigned char)text[i]);
    return count;
}

static int
cells_of(int32_t character)
{
    if (character < 0x7f)
        return character >= 0x20;
    return utf8proc_charwidth(character);
}

int
utf8_width(const char *text, size_t length)
{
    size_t cells = 0, bytes;

    for (size_t at = 0; at < length; at += bytes)
        cells += (size_t)cells_of(utf8_next(text + at, length - at, &bytes));
    return cells > INT_MAX ? INT_MAX : (int)cells;
}

size_t
utf8_fit(const char *text, size_t length, int cells)
{
    size_t at = 0, bytes;

    for (; at < length; at += bytes) {
        cells -= cells_of(utf8_next(text + at, length - at, &bytes));
        if (cells < 0)
            break;
    }
    return at;
}

/* Characters that steer a terminal or turn the reading direction round. */
static bool
is_dangerous(int32_t character)
{
    return (character >= 0x80 && character < 0xa0) || character == 0x200e || character == 0x200f ||
           (character >= 0x2028 && character <= 0x202e) ||
           (character >= 0x2066 && character <= 0x2069);
}

void
utf8_add_visible(struct str *to, const char *text, size_t length)
{
    size_t bytes;

    for (size_t at = 0; at < length; at += bytes) {
        size_t ascii = utf8_ascii(text + at, length - at);
        str_add_visible(to, text + at, ascii);
        at += ascii;
        int32_t character = utf8_next(text + at, length - at, &bytes);
        if (bytes == 1)
            str_adds(to, "\xef\xbf\xbd");
        else if (is_dangerous(character))
            str_addf(to, "\\u%04x", (unsigned)character);
        else
            str_add(to, text + at, bytes);
    }
}
