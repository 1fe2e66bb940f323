/*
 * epc: the binary codes of RFID tags, in hexadecimal as readers print them (EPC Tag Data Standard
 * 1.13, 14.6). Tables of partitions say how the bits are shared by the company prefix and what it
 * numbered.
 */
#include <string.h>

#include "scan/check.h"
#include "scan/private.h"

enum { BYTES = 26, SGTIN_96 = 0x30, SSCC_96 = 0x31, GRAI_96 = 0x33, SGTIN_198 = 0x36 };

struct bits {
    uint8_t bytes[BYTES];
    int at;
};

/* digits of company prefix and the rest together; bits of both */
struct layout {
    int header;
    size_t hex; /* digits of the code in words of 16 bits */
    int digits; /* of prefix and reference */
    int bits;   /* of both */
};

static const struct layout layouts[] = {
    {SGTIN_96, 24, 13, 44}, {SGTIN_198, 52, 13, 44}, {SSCC_96, 24, 17, 58}, {GRAI_96, 24, 12, 44}};

/* Bits of a company prefix by partition; its digits are 12 - partition. */
static const int prefix_bits[] = {40, 37, 34, 30, 27, 24, 20};

static const struct layout *
layout_of(const char *text, size_t length)
{
    int high = length >= 24 ? scan_hex(text[0]) : -1, low = high >= 0 ? scan_hex(text[1]) : -1;
    for (size_t i = 0; low >= 0 && i < sizeof layouts / sizeof *layouts; i++)
        if (layouts[i].header == 16 * high + low &&
            (layouts[i].hex == length || (length == 50 && layouts[i].hex == 52)))
            return &layouts[i];
    return NULL;
}

bool
scan_epc_like(const char *text, size_t length)
{
    if (!layout_of(text, length))
        return false;
    for (size_t i = 0; i < length; i++)
        if (scan_hex(text[i]) < 0)
            return false;
    return true;
}

static uint64_t
take(struct bits *bits, int count)
{
    uint64_t value = 0;
    for (; count > 0; count--, bits->at++)
        value = 2 * value + (bits->bytes[bits->at / 8] >> (7 - bits->at % 8) & 1);
    return value;
}

static bool
is_zero(struct bits *bits, int until)
{
    while (bits->at < until)
        if (take(bits, 1) != 0)
            return false;
    return true;
}

/* Decimal digits with zeros in front; false: there are more. */
static bool
print(char *to, int digits, uint64_t value)
{
    for (int i = digits - 1; i >= 0; i--, value /= 10)
        to[i] = (char)('0' + value % 10);
    return value == 0;
}

static size_t
print_short(char *to, uint64_t value)
{
    int digits = 1;
    for (uint64_t rest = value; rest >= 10; rest /= 10)
        digits++;
    print(to, digits, value);
    return (size_t)digits;
}

/* Prefix and reference as digits, one behind the other. `shown`: how many are the prefix's. */
static bool
take_numbers(struct scan *scan, struct bits *bits, const struct layout *layout, char *digits,
             int *shown)
{
    int partition = (int)(take(bits, 3), take(bits, 3)); /* the first three are the filter */
    if (partition > 6)
        return scan_fail(scan, SCAN_VALUE, NULL, N_("the tag's partition is none of 0 to 6"));
    *shown = 12 - partition;
    int rest = layout->digits - *shown;
    bool fits = print(digits, *shown, take(bits, prefix_bits[partition]));
    fits = print(digits + *shown, rest, take(bits, layout->bits - prefix_bits[partition])) && fits;
    return fits ||
           scan_fail(scan, SCAN_VALUE, NULL, N_("a number on the tag has more digits than it may"));
}

/* The reference's first digit goes in front of the prefix. */
static void
turn(const char *digits, int shown, int count, char *to)
{
    to[0] = digits[shown];
    memcpy(to + 1, digits, (size_t)shown);
    memcpy(to + 1 + shown, digits + shown + 1, (size_t)(count - shown - 1));
    to[count] = check_sum_of(to, (size_t)count);
}

static bool
add(struct scan *scan, const char *name, const char *value, size_t length)
{
    const struct ai *ai = ai_named(name, strlen(name));
    char *room = scan_room(scan, length);
    if (!room)
        return false;
    memcpy(room, value, length);
    return scan_whole_value(scan, ai, room, length) && scan_add(scan, ai, room, length);
}

/* Twenty characters of seven bits; NULs behind the last. */
static bool
take_text(struct scan *scan, struct bits *bits, char *to, size_t *length)
{
    *length = 0;
    for (int i = 0; i < 20; i++) {
        char byte = (char)take(bits, 7);
        if (byte && *length < (size_t)i)
            return scan_fail(scan, SCAN_CHARACTER, NULL, N_("the tag's serial has a gap"));
        if (byte)
            to[(*length)++] = byte;
    }
    return true;
}

static bool
read_sgtin(struct scan *scan, struct bits *bits, const char *digits, int shown, bool longer)
{
    char gtin[14], serial[24];
    size_t length;
    turn(digits, shown, 13, gtin);
    if (!longer)
        length = print_short(serial, take(bits, 38));
    else if (!take_text(scan, bits, serial, &length))
        return false;
    return add(scan, "01", gtin, 14) && add(scan, "21", serial, length);
}

static bool
read_sscc(struct scan *scan, struct bits *bits, const char *digits, int shown)
{
    char sscc[18];
    turn(digits, shown, 17, sscc);
    if (!is_zero(bits, 96))
        return scan_fail(scan, SCAN_VALUE, NULL, N_("the last bits of the tag must be zero"));
    return add(scan, "00", sscc, 18);
}

static bool
read_grai(struct scan *scan, struct bits *bits, const char *digits)
{
    char grai[14 + 24];
    grai[0] = '0';
    memcpy(grai + 1, digits, 12);
    grai[13] = check_sum_of(grai + 1, 12);
    return add(scan, "8003", grai, 14 + print_short(grai + 14, take(bits, 38)));
}

bool
scan_epc(struct scan *scan, const char *text, size_t length)
{
    const struct layout *layout = layout_of(text, length);
    struct bits bits = {.at = 8};
    char digits[20];
    int shown = 0;
    bool good;
    for (size_t i = 0; i < length; i++)
        bits.bytes[i / 2] |= (uint8_t)(scan_hex(text[i]) << (i % 2 ? 0 : 4));
    scan->kind = SCAN_EPC;
    if (!take_numbers(scan, &bits, layout, digits, &shown))
        return false;
    if (layout->header == SSCC_96)
        good = read_sscc(scan, &bits, digits, shown);
    else if (layout->header == GRAI_96)
        good = read_grai(scan, &bits, digits);
    else
        good = read_sgtin(scan, &bits, digits, shown, layout->header == SGTIN_198);
    if (good)
        scan_take(scan);
    return good;
}
