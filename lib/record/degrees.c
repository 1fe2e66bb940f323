#include "record/degrees.h"

#include <stdio.h>

bool
degrees_parse(const char *text, size_t length, int64_t *millionths)
{
    const char *at = text, *end = text + length;
    bool negative = at < end && *at == '-';
    int64_t value = 0;
    int digits = 0, decimals = -1; /* -1: no point yet */
    bool round_up = false;
    for (at += negative; at < end; at++) {
        if (*at == '.' && decimals < 0 && digits) {
            decimals = 0;
            continue;
        }
        if (*at < '0' || *at > '9' || (decimals < 0 && ++digits > 3))
            return false;
        if (decimals == 6)
            round_up = *at >= '5';
        if (decimals < 6)
            value = value * 10 + (*at - '0');
        if (decimals >= 0)
            decimals++;
    }
    if (!digits || decimals == 0)
        return false;
    for (int i = decimals < 0 ? 0 : decimals; i < 6; i++)
        value *= 10;
    value += round_up;
    *millionths = negative ? -value : value;
    return true;
}

size_t
degrees_format(int64_t millionths, char out[24])
{
    uint64_t size = millionths < 0 ? 0 - (uint64_t)millionths : (uint64_t)millionths;
    return (size_t)snprintf(out, 24, "%s%u.%06u", millionths < 0 ? "-" : "",
                            (unsigned)(size / 1000000 % 100000), (unsigned)(size % 1000000));
}
