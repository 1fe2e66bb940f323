/* EAN, UPC and ITF-14: GTINs without an AI. */
#include <string.h>

#include "scan/check.h"
#include "scan/private.h"

enum { GTIN = 14 };

bool
scan_ean(struct scan *scan, enum scan_kind kind, const char *digits, size_t length)
{
    scan->kind = kind;
    if (!check_digits(digits, length))
        return scan_fail(scan, SCAN_CHARACTER, NULL, N_("only digits may stand there"));
    if (!check_sum(digits, length))
        return scan_fail(scan, SCAN_CHECK_DIGIT, NULL,
                         N_("the check digit is wrong: scan it again"));
    memset(scan->gtin, '0', GTIN);
    memcpy(scan->gtin + GTIN - length, digits, length);
    scan->gtin[GTIN] = '\0';
    return true;
}

/* The six digits between number system and check digit stand for ten; the sixth says where the zeros were. */
bool
scan_upce(struct scan *scan, const char *digits)
{
    const char *d = digits + 1;
    char full[12] = {digits[0], d[0], d[1], '0', '0', '0', '0', '0', '0', '0', '0', digits[7]};
    scan->kind = SCAN_UPCE;
    if (d[5] <= '2') {
        full[3] = d[5];
        memcpy(full + 8, d + 2, 3);
    } else if (d[5] == '3') {
        full[3] = d[2];
        memcpy(full + 9, d + 3, 2);
    } else if (d[5] == '4') {
        memcpy(full + 3, d + 2, 2);
        full[10] = d[4];
    } else {
        memcpy(full + 3, d + 2, 3);
        full[10] = d[5];
    }
    return scan_ean(scan, SCAN_UPCE, full, sizeof full);
}

/* "|]e0" and AIs: the composite component above the bars. */
static bool
composite(struct scan *scan, const char *text, size_t length)
{
    if (length < 4 || memcmp(text, "|]e0", 4) != 0)
        return scan_fail(scan, SCAN_LONG, NULL, N_("it has more digits than its symbol holds"));
    return scan_elements(scan, text + 4, length - 4) && scan_pairs(scan);
}

static bool
with_rest(struct scan *scan, enum scan_kind kind, size_t digits, const char *text, size_t length)
{
    char gtin[GTIN + 1];
    scan->kind = kind;
    if (length < digits)
        return scan_fail(scan, SCAN_SHORT, NULL, N_("it has fewer digits than its symbol holds"));
    if (length > digits && !composite(scan, text + digits, length - digits))
        return false;
    if (!scan_ean(scan, kind, text, digits))
        return false;
    memcpy(gtin, scan->gtin, sizeof gtin);
    scan_take(scan);
    memcpy(scan->gtin, gtin, sizeof gtin);
    scan->secondary = false;
    return true;
}

/* 13 digits and an add-on of two or five. */
static bool
with_addon(struct scan *scan, const char *text, size_t length)
{
    if (length != 15 && length != 18)
        return with_rest(scan, SCAN_EAN13, 13, text, length);
    if (!check_digits(text, length))
        return scan_fail(scan, SCAN_CHARACTER, NULL, N_("only digits may stand there"));
    return scan_ean(scan, SCAN_EAN13, text, 13);
}

bool
scan_ean_prefixed(struct scan *scan, char modifier, const char *text, size_t length)
{
    switch (modifier) {
    case '0':
        return with_rest(scan, SCAN_EAN13, 13, text, length);
    case '3':
        return with_addon(scan, text, length);
    case '4':
        return with_rest(scan, SCAN_EAN8, 8, text, length);
    default: /* 1, 2: the add-on alone, which is of no use without its code */
        return scan_fail(scan, SCAN_SHORT, NULL,
                         N_("this is the add-on alone: scan the code beside it"));
    }
}
