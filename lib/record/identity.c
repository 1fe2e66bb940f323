#include "record/identity.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "base/day.h"

enum { DIGITS_MOST = 17 };

/* The digits, with spaces, hyphens, dots and brackets left out; false for anything else. */
static bool
only_digits(const char *text, size_t length, char digits[DIGITS_MOST + 1], bool *plus)
{
    size_t count = 0;
    for (size_t i = 0; i < length; i++) {
        char c = text[i];
        if (c == '+' && count == 0 && !*plus)
            *plus = true;
        else if (c >= '0' && c <= '9' && count < DIGITS_MOST)
            digits[count++] = c;
        else if (c == '\0' || !strchr(" -.()\t", c))
            return false;
    }
    digits[count] = '\0';
    return true;
}

static bool
all_same(const char *digits)
{
    return strspn(digits, (char[]){digits[0], '\0'}) == strlen(digits);
}

/* What may follow +86: a mobile number, a 400/800 number, an area code (without its 0) and number. Of the
 * area codes only Beijing's, 10, begins with a 1. */
static bool
chinese(const char *digits)
{
    size_t length = strlen(digits);
    if (!strncmp(digits, "10", 2))
        return length == 10;
    if (digits[0] == '1')
        return length == 11 && digits[1] >= '3' && !all_same(digits + 1);
    if (!strncmp(digits, "400", 3) || !strncmp(digits, "800", 3))
        return length == 10;
    return digits[0] >= '2' && length >= 9 && length <= 11;
}

bool
phone_parse(const char *text, size_t length, char out[PHONE_ROOM])
{
    char digits[DIGITS_MOST + 1];
    bool plus = false;
    if (length && text[0] == '\'') { /* what an export for spreadsheets puts before a + */
        text++;
        length--;
    }
    if (!only_digits(text, length, digits, &plus))
        return false;
    const char *number = digits;
    if (!plus && !strncmp(number, "00", 2)) {
        plus = true;
        number += 2;
    }
    if (!plus && !strncmp(number, "86", 2) && strlen(number) == 13)
        plus = true;
    if (plus && strncmp(number, "86", 2) != 0) {
        size_t count = strlen(number);
        snprintf(out, PHONE_ROOM, "+%s", number);
        return count >= 7 && count <= 15 && number[0] != '0';
    }
    if (plus)
        number += 2;
    if (number[0] == '0')
        number++;
    snprintf(out, PHONE_ROOM, "+86%s", number);
    return chinese(number);
}

static bool
citizen_check(const char *number)
{
    static const int weights[] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0, date = 0;
    for (int i = 0; i < 17; i++) {
        if (!isdigit((unsigned char)number[i]))
            return false;
        sum += weights[i] * (number[i] - '0');
        if (i >= 6 && i < 14)
            date = date * 10 + (number[i] - '0');
    }
    return day_valid(date / 10000, date / 100 % 100, date % 100) &&
           number[17] == "10X98765432"[sum % 11];
}

bool
id_number_parse(const char *text, size_t length, char out[ID_NUMBER_ROOM])
{
    enum { SHORTEST = 5, LONGEST = 30, CITIZEN = 18 };
    if (length < SHORTEST || length > LONGEST)
        return false;
    for (size_t i = 0; i < length; i++) {
        if (!isalnum((unsigned char)text[i]) && (text[i] == '\0' || !strchr("-()", text[i])))
            return false;
        out[i] = (char)toupper((unsigned char)text[i]);
    }
    out[length] = '\0';
    return length != CITIZEN || citizen_check(out);
}

/* What an atom may have (RFC 5322, 3.2.3), a dot, and all beyond ASCII. */
static bool
is_atom(const char *text, size_t length)
{
    static const char others[] = "!#$%&'*+-/=?^_`{|}~.";
    for (size_t i = 0; i < length; i++) {
        unsigned char byte = (unsigned char)text[i];
        bool plain = (byte >= '0' && byte <= '9') || ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z');
        bool dots = byte == '.' && (i == 0 || i + 1 == length || text[i - 1] == '.');
        if (dots || (!plain && byte < 0x80 && !strchr(others, byte)))
            return false;
    }
    return length > 0;
}

bool
email_parse(const char *text, size_t length, char out[EMAIL_ROOM])
{
    const char *at = memchr(text, '@', length);
    size_t before = at ? (size_t)(at - text) : 0, behind = at ? length - before - 1 : 0;
    if (!at || length >= EMAIL_ROOM - 1 || memchr(text, '\0', length) || !is_atom(text, before) ||
        !is_atom(at + 1, behind) || !memchr(at + 1, '.', behind))
        return false;
    memcpy(out, text, length);
    out[length] = '\0';
    for (char *byte = out + before + 1; *byte; byte++)
        if (*byte >= 'A' && *byte <= 'Z')
            *byte = (char)(*byte | 0x20);
    return true;
}
