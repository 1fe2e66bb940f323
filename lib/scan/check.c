#include "scan/check.h"

#include <string.h>

#include "base/day.h"
#include "base/err.h"
#include "scan/private.h"

/* ---- characters ------------------------------------------------------------------------------------- */

bool
check_set(enum ai_set set, const char *text, size_t length)
{
    size_t padding = 0;
    if (set == AI_Z) { /* base64url: at most two "=" behind a whole number of characters */
        while (padding < length && text[length - padding - 1] == '=')
            padding++;
        if (padding > 2 || (padding > 0 && length % 3 != 0))
            return false;
    }
    for (size_t i = 0; i < length - padding; i++)
        if (!(ai_sets[(unsigned char)text[i]] & 1 << set))
            return false;
    return true;
}

bool
check_digits(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (text[i] < '0' || text[i] > '9')
            return false;
    return true;
}

int
check_number(const char *text, size_t length)
{
    int value = 0;
    for (size_t i = 0; i < length; i++)
        value = 10 * value + text[i] - '0';
    return value;
}

/* ---- check digits ----------------------------------------------------------------------------------- */

char
check_sum_of(const char *digits, size_t length)
{
    unsigned sum = 0, weight = length % 2 ? 3 : 1;
    for (size_t i = 0; i < length; i++, weight = 4 - weight)
        sum += weight * (unsigned)(digits[i] - '0');
    return (char)('0' + (10 - sum % 10) % 10);
}

bool
check_sum(const char *digits, size_t length)
{
    return length > 1 && check_sum_of(digits, length - 1) == digits[length - 1];
}

/* ---- days and times --------------------------------------------------------------------------------- */

/* yyyy of a year of two digits: GS1 General Specifications, 7.12 */
static int
century(int year, int two)
{
    int apart = two - year % 100, base = year - year % 100;
    if (apart >= 51)
        base -= 100;
    else if (apart <= -50)
        base += 100;
    return base + two;
}

static bool
day_of(int year, int month, int day, int64_t *found)
{
    if (!day_valid(year, month, day ? day : 1))
        return false;
    *found = day_from_civil(year, month, day ? day : 1);
    if (day == 0)
        *found = day_add_months(*found, 1) - 1;
    return true;
}

bool
check_day(int year, const char *yymmdd, int64_t *day)
{
    return check_digits(yymmdd, 6) &&
           day_of(century(year, check_number(yymmdd, 2)), check_number(yymmdd + 2, 2),
                  check_number(yymmdd + 4, 2), day);
}
