#include "base/codec.h"

#include <sodium.h>

enum { BASE64 = sodium_base64_VARIANT_ORIGINAL };

char *
base64_encode(struct arena *arena, const void *bytes, size_t length)
{
    size_t size = sodium_base64_ENCODED_LEN(length, BASE64);
    return sodium_bin2base64(arena_alloc(arena, size), size, bytes, length, BASE64);
}

char *
hex_encode(struct arena *arena, const void *bytes, size_t length)
{
    size_t size = 2 * length + 1;
    return sodium_bin2hex(arena_alloc(arena, size), size, bytes, length);
}

/* The library (1.0.18) takes some bytes above 127 for letters: it makes negative numbers of them. */
static int
is_ascii(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if ((unsigned char)text[i] > 127)
            return 0;
    return 1;
}

long
base64_decode(void *out, size_t room, const char *text, size_t length)
{
    size_t count;
    if (!is_ascii(text, length) ||
        sodium_base642bin(out, room, text, length, NULL, &count, NULL, BASE64))
        return -1;
    return (long)count;
}

/* The library takes capitals too. */
static int
has_capital(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (text[i] >= 'A' && text[i] <= 'F')
            return 1;
    return 0;
}

long
hex_decode(void *out, size_t room, const char *text, size_t length)
{
    size_t count;
    if (has_capital(text, length) || sodium_hex2bin(out, room, text, length, NULL, &count, NULL))
        return -1;
    return (long)count;
}
