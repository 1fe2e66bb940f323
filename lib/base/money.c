#include "base/money.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

/* Removes `word` from one end of [*at, *end). */
static bool
strip_front(const char **at, const char *end, const char *word)
{
    size_t length = strlen(word);
    if ((size_t)(end - *at) < length || memcmp(*at, word, length) != 0)
        return false;
    *at += length;
    return true;
}

static bool
strip_back(const char *at, const char **end, const char *word)
{
    size_t length = strlen(word);
    if ((size_t)(*end - at) < length || memcmp(*end - length, word, length) != 0)
        return false;
    *end -= length;
    return true;
}

/* The sign, the currency mark and accountants' brackets around the digits. */
static bool
strip_dress(const char **at, const char **end)
{
    const char *inner = *at;
    bool negative = false;
    if (strip_front(&inner, *end, "(") && strip_back(inner, end, ")")) {
        *at = inner;
        negative = true;
    } else if (strip_front(at, *end, "-")) {
        negative = true;
    }
    if (strip_front(at, *end, "¥") || strip_front(at, *end, "￥"))
        negative |= !negative && strip_front(at, *end, "-");
    strip_back(*at, end, "元");
    return negative;
}

static bool
is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

/* Whole yuan, with or without commas after each three digits from the right. */
static bool
yuan_digits(const char **at, const char *end, uint64_t *yuan)
{
    int group = 0, groups = 0, digits = 0;
    for (*yuan = 0; *at < end; (*at)++) {
        if (**at == ',') {
            if (digits == 0 || (groups ? group != 3 : group > 3))
                return false;
            groups++;
            group = 0;
        } else if (is_digit(**at)) {
            *yuan = *yuan * 10 + (uint64_t)(**at - '0');
            group++;
            if (++digits > 15)
                return false;
        } else {
            break;
        }
    }
    return digits > 0 && (!groups || group == 3);
}

/* How many bytes of the text an error shows: its beginning, in whole characters. */
static int
shown(const char *text, size_t length)
{
    enum { SHOWN = 60 };
    if (length <= SHOWN)
        return (int)length;
    length = SHOWN;
    while (length > 0 && ((unsigned char)text[length] & 0xC0) == 0x80)
        length--;
    return (int)length;
}

int
money_parse(const char *text, size_t length, int64_t *fen, struct err *err)
{
    const char *at = text, *end = text + length;
    uint64_t yuan;
    int cents = 0, decimals = 0;
    bool negative = strip_dress(&at, &end);
    if (!yuan_digits(&at, end, &yuan))
        goto refuse;
    if (at < end && *at == '.') {
        for (at++; at < end && is_digit(*at); at++, decimals++)
            if (decimals < 2)
                cents = cents * 10 + (*at - '0');
        if (decimals > 2)
            return err_set(err, ERR_DATA,
                           _("%.*s: more than two decimals; fen are the smallest unit"),
                           shown(text, length), text);
        if (decimals == 0)
            goto refuse;
    }
    if (at != end)
        goto refuse;
    *fen = (int64_t)(yuan * 100) + (decimals == 1 ? cents * 10 : cents);
    if (negative)
        *fen = -*fen;
    return 0;
refuse:
    return err_set(err, ERR_DATA, _("%.*s: no amount of money; write it like 1280 or ¥1,280.00"),
                   shown(text, length), text);
}

size_t
money_format(int64_t fen, char out[32])
{
    uint64_t size = fen < 0 ? 0 - (uint64_t)fen : (uint64_t)fen;
    return (size_t)snprintf(out, 32, "%s%llu.%02llu", fen < 0 ? "-" : "",
                            (unsigned long long)(size / 100), (unsigned long long)(size % 100));
}
