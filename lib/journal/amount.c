#include "journal/amount.h"

#include <ctype.h>
#include <string.h>

enum { DIGITS_MOST = 17 }; /* so that nothing overflows */

bool
amount_parse(const char *text, int64_t places, int64_t *amount)
{
    bool negative = *text == '-';
    const char *at = text + negative;
    int64_t value = 0, left = places;
    int digits = 0;
    bool point = false;
    for (; *at; at++) {
        if (*at == '.' && !point && digits) {
            point = true;
            continue;
        }
        if (!isdigit((unsigned char)*at) || (point && left-- == 0) || ++digits > DIGITS_MOST)
            return false;
        value = value * 10 + (*at - '0');
    }
    for (; left > 0; left--, value *= 10)
        if (++digits > DIGITS_MOST)
            return false;
    *amount = negative ? -value : value;
    return digits > (int)places && at[-1] != '.';
}

const char *
amount_format(struct arena *arena, int64_t amount, int64_t places)
{
    uint64_t unit = 1, size = amount < 0 ? 0 - (uint64_t)amount : (uint64_t)amount;
    for (int64_t i = 0; i < places; i++)
        unit *= 10;
    const char *sign = amount < 0 ? "-" : "";
    return places == 0
               ? arena_printf(arena, "%lld", (long long)amount)
               : arena_printf(arena, "%s%llu.%0*llu", sign, (unsigned long long)(size / unit),
                              (int)places, (unsigned long long)(size % unit));
}
