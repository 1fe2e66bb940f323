#include "scan/ai.h"

#include <string.h>

static bool
digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

const struct ai *
ai_find(const char *text, size_t length)
{
    if (length < 2 || !digit(text[0]) || !digit(text[1]))
        return NULL;
    const struct ai_family *family = &ai_families[10 * (text[0] - '0') + text[1] - '0'];
    if (family->length == 0 || length < family->length)
        return NULL;
    int low = family->first, high = family->first + family->count - 1;
    while (low <= high) {
        int middle = (low + high) / 2;
        int order = memcmp(ai_table[middle].name, text, family->length);
        if (order == 0)
            return &ai_table[middle];
        if (order < 0)
            low = middle + 1;
        else
            high = middle - 1;
    }
    return NULL;
}

const struct ai *
ai_named(const char *name, size_t length)
{
    const struct ai *ai = ai_find(name, length);
    return ai && ai->length == length ? ai : NULL;
}

bool
ai_matches(const struct ai *ai, const char *pattern)
{
    size_t i = 0;
    for (; pattern[i] != '\0'; i++)
        if (pattern[i] != ai->name[i] && (pattern[i] != 'n' || ai->name[i] == '\0'))
            return false;
    return ai->name[i] == '\0';
}

static bool
bit(const uint8_t *bits, int number)
{
    return bits[number / 8] >> (number % 8) & 1;
}

bool
ai_is_country(int number)
{
    return number >= 0 && number < 1000 && bit(ai_countries, number);
}

bool
ai_is_currency(int number)
{
    return number >= 0 && number < 1000 && bit(ai_currencies, number);
}

bool
ai_is_alpha2(char first, char second)
{
    return first >= 'A' && first <= 'Z' && second >= 'A' && second <= 'Z' &&
           bit(ai_alpha2, 26 * (first - 'A') + second - 'A');
}
