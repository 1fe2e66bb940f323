/*
 * MA: the codes of China's UDI issuing agency 中关村工信二维码技术研究院 (IDcode), text in
 * a QR code or Data Matrix:
 *
 *   MA.156.M0.100761.21234561 .S… .M… .L… .D… .E… .V… .C…
 *   agency, country, industry (M0 medical), registrant, product; then in any order serial, made (P
 *   in older ones), lot, sterilisation lot, expiry, valid until, check character
 *
 * The check character's form is judged and not its value: the rule that is known (Luhn over
 * characters that became numbers) is said to be withdrawn since 2021, and fits most of the labels that
 * were seen, not all.
 */
#include <string.h>

#include "base/day.h"
#include "scan/check.h"
#include "scan/private.h"

enum { HEAD = 5 }; /* parts of the device identifier */

static bool
is_word(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (!((text[i] >= '0' && text[i] <= '9') || (text[i] >= 'A' && text[i] <= 'Z') ||
              (text[i] >= 'a' && text[i] <= 'z') || text[i] == '-' || text[i] == '_'))
            return false;
    return length > 0;
}

static bool
take_day(struct scan *scan, const char *text, size_t length, int64_t *day)
{
    if (length != 6 || !check_day(scan->year, text, day) || (text[4] == '0' && text[5] == '0'))
        return scan_fail(scan, SCAN_DATE, NULL, N_("there is no such day (YYMMDD)"));
    return true;
}

struct segments {
    char seen[8]; /* their letters, to find one that repeats */
    int count;
    int64_t expiry, valid;
};

static bool
take_segment(struct scan *scan, struct segments *segments, const char *text, size_t length)
{
    switch (text[0]) {
    case 'S':
        scan->serial = scan_text(text + 1, length - 1);
        return true;
    case 'L':
        scan->lot = scan_text(text + 1, length - 1);
        return true;
    case 'D': /* the lot of its sterilisation: a lot or a day, as the maker has it */
        return true;
    case 'M':
    case 'P':
        return take_day(scan, text + 1, length - 1, &scan->made);
    case 'E':
        return take_day(scan, text + 1, length - 1, &segments->expiry);
    case 'V':
        return take_day(scan, text + 1, length - 1, &segments->valid);
    case 'C':
        return length == 2 || scan_fail(scan, SCAN_CHECK_DIGIT, NULL,
                                        N_("one check character must stand behind C"));
    default:
        return scan_fail(
            scan, SCAN_VALUE, NULL,
            N_("a part of it begins with a letter that is not S, M, P, L, D, E, V or C"));
    }
}

static bool
read_segment(struct scan *scan, struct segments *segments, const char *text, size_t length)
{
    if (!is_word(text, length) || length < 2)
        return scan_fail(scan, SCAN_NO_VALUE, NULL,
                         N_("a part of it is empty or has a character that must not stand there"));
    char letter = text[0] == 'P' ? 'M' : text[0];
    if (memchr(segments->seen, letter, (size_t)segments->count))
        return scan_fail(scan, SCAN_REPEAT, NULL, N_("a part of it stands there twice"));
    if (!take_segment(scan, segments, text, length))
        return false;
    segments->seen[segments->count++] = letter;
    return true;
}

/* Country of three digits, industry of a letter and a digit or two letters … what they are is
 * the agency's. */
static bool
judge_head(struct scan *scan, const struct scan_text *part)
{
    if (part[1].length != 3 || !check_digits(part[1].at, 3))
        return scan_fail(scan, SCAN_VALUE, NULL,
                         N_("the second part of an MA code is a country's number (156)"));
    for (int i = 2; i < HEAD; i++)
        if (!is_word(part[i].at, part[i].length))
            return scan_fail(
                scan, SCAN_NO_VALUE, NULL,
                N_("a part of it is empty or has a character that must not stand there"));
    return true;
}

bool
scan_ma(struct scan *scan, const char *text, size_t length)
{
    struct scan_text head[HEAD] = {{0}};
    struct segments segments = {.expiry = SCAN_NO_DAY, .valid = SCAN_NO_DAY};
    const char *end = text + length;
    int part = 0;
    scan->kind = SCAN_MA;
    for (const char *at = text, *stop; at <= end; at = stop + 1, part++) {
        stop = memchr(at, '.', (size_t)(end - at));
        if (!stop)
            stop = end;
        if (part < HEAD)
            head[part] = scan_text(at, (size_t)(stop - at));
        else if (!read_segment(scan, &segments, at, (size_t)(stop - at)))
            return false;
        if (stop == end)
            break;
    }
    if (part + 1 < HEAD)
        return scan_fail(scan, SCAN_SHORT, NULL, N_("an MA code has at least five parts"));
    if (!judge_head(scan, head))
        return false;
    scan->owner = scan_text(head[3].at, head[3].length);
    scan->product = scan_text(text, (size_t)(head[4].at + head[4].length - text));
    scan->expiry = segments.expiry != SCAN_NO_DAY ? segments.expiry : segments.valid;
    return true;
}
