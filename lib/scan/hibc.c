/*
 * HIBC: the supplier labeling standard of HIBCC (ANSI/HIBC 2.6).
 *
 *   primary            + LIC(4) product(1-18) unit(1) check
 *   secondary          + YYJJJ lot link check      + $ lot link check      + $$ … link check
 *   one behind the other  primary secondary [+S serial link check]
 *   joined             + LIC product unit / secondary / 16D… / 14D… / S… / Q… check
 *
 * `check` is the sum of the characters' values modulo 43 as a character, `link` the check of the
 * primary. Behind $$ stand a quantity (8 and two digits, 9 and five), the kind of the date (2
 * MMDDYY, 3 YYMMDD, 4 YYMMDDHH, 5 YYJJJ, 6 YYJJJHH, 7 none, 0 or 1 MMYY) and the lot; behind $+ and
 * $$+ a serial instead of the lot. A date of month and year is that month's first day: what may be
 * too late is not taken for good.
 */
#include <string.h>

#include "base/day.h"
#include "scan/check.h"
#include "scan/private.h"

static const char SIGNS[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%";

enum { LEAST = 8, LABELER = 4, LONGEST_LOT = 18, LONGEST_SERIAL = 18 };

static int
value(char byte)
{
    const char *at = byte ? strchr(SIGNS, byte) : NULL;
    return at ? (int)(at - SIGNS) : -1;
}

static bool
is_word(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (!((text[i] >= '0' && text[i] <= '9') || (text[i] >= 'A' && text[i] <= 'Z')))
            return false;
    return true;
}

/* The check character of `length` characters; NUL if one of them is none of HIBC. */
static char
check_of(const char *text, size_t length)
{
    int sum = 0;
    for (size_t i = 0; i < length; i++) {
        if (value(text[i]) < 0)
            return '\0';
        sum += value(text[i]);
    }
    return SIGNS[sum % 43];
}

static bool
judge_check(struct scan *scan, const char *text, size_t length)
{
    char right = check_of(text, length - 1);
    if (right == '\0' || value(text[length - 1]) < 0)
        return scan_fail(scan, SCAN_CHARACTER, NULL, N_("it has a character that HIBC has not"));
    return right == text[length - 1] ||
           scan_fail(scan, SCAN_CHECK_DIGIT, NULL,
                     N_("the check character is wrong: scan it again"));
}

/* ---- dates ------------------------------------------------------------------------------------------ */

static bool
refuse_day(struct scan *scan)
{
    return scan_fail(scan, SCAN_DATE, NULL, N_("there is no such day in its date"));
}

/* Day of the year, from 001. */
static bool
julian(struct scan *scan, const char *text, int64_t *day)
{
    char start[6] = {text[0], text[1], '0', '1', '0', '1'};
    int64_t first;
    int number = check_number(text + 2, 3);
    struct civil from, to;
    if (!check_day(scan->year, start, &first) || number == 0)
        return refuse_day(scan);
    *day = first + number - 1;
    day_to_civil(first, &from);
    day_to_civil(*day, &to);
    return from.year == to.year || refuse_day(scan);
}

static bool
ordered(struct scan *scan, const char *yy, const char *mm, const char *dd, int64_t *day)
{
    char text[6] = {yy[0], yy[1], mm[0], mm[1], dd[0], dd[1]};
    return (dd[0] != '0' || dd[1] != '0') && check_day(scan->year, text, day) ? true
                                                                              : refuse_day(scan);
}

static bool
long_day(struct scan *scan, const char *text, int64_t *day)
{
    int year = check_number(text, 4), month = check_number(text + 4, 2),
        number = check_number(text + 6, 2);
    if (!day_valid(year, month, number))
        return refuse_day(scan);
    *day = day_from_civil(year, month, number);
    return true;
}

/* The kind of date that `text` begins with, behind $$ and the quantity: moves behind it. */
static bool
take_date(struct scan *scan, const char **at, const char *end)
{
    static const struct {
        char flag;
        size_t digits;
    } kinds[] = {{'2', 6}, {'3', 6}, {'4', 8}, {'5', 5}, {'6', 7}, {'0', 4}, {'1', 4}};
    const char *text = *at;
    if (*text == '7') {
        ++*at;
        return true;
    }
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (*text != kinds[i].flag)
            continue;
        const char *date = text + (*text >= '2');
        if ((size_t)(end - date) < kinds[i].digits || !check_digits(date, kinds[i].digits))
            return refuse_day(scan);
        *at = date + kinds[i].digits;
        if (kinds[i].digits == 4)
            return ordered(scan, date + 2, date, "01", &scan->expiry);
        if (*text == '5' || *text == '6')
            return julian(scan, date, &scan->expiry);
        if (*text == '2')
            return ordered(scan, date + 4, date, date + 2, &scan->expiry);
        return ordered(scan, date, date + 2, date + 4, &scan->expiry);
    }
    return refuse_day(scan);
}

/* ---- the secondary ---------------------------------------------------------------------------------- */

static bool
take_word(struct scan *scan, struct scan_text *to, const char *at, const char *end)
{
    if (end - at > LONGEST_LOT)
        return scan_fail(scan, SCAN_LONG, NULL,
                         N_("its lot or serial is longer than 18 characters"));
    if (!is_word(at, (size_t)(end - at)))
        return scan_fail(scan, SCAN_CHARACTER, NULL,
                         N_("its lot or serial has more than letters and digits"));
    if (end > at)
        *to = scan_text(at, (size_t)(end - at));
    return true;
}

static bool
take_quantity(struct scan *scan, const char **at, const char *end)
{
    size_t digits = **at == '8' ? 2 : 5;
    if ((size_t)(end - *at) <= digits || !check_digits(*at + 1, digits))
        return scan_fail(scan, SCAN_VALUE, NULL, N_("its quantity is no number"));
    scan->quantity = check_number(*at + 1, digits);
    *at += 1 + digits;
    return true;
}

/* "$…", "$+…", "$$…", "$$+…" or "YYJJJ…" */
static bool
take_lot(struct scan *scan, const char *at, const char *end)
{
    struct scan_text *to = &scan->lot;
    bool dated = end - at >= 2 && at[0] == '$' && at[1] == '$';
    if (at < end && *at == '$') {
        at += dated ? 2 : 1;
        if (at < end && *at == '+') {
            to = &scan->serial;
            at++;
        }
        if (dated && at < end && (*at == '8' || *at == '9') && !take_quantity(scan, &at, end))
            return false;
        if (dated && at < end && !take_date(scan, &at, end))
            return false;
        return take_word(scan, to, at, end);
    }
    if (end - at < 5 || !check_digits(at, 5))
        return scan_fail(scan, SCAN_SYNTAX, NULL, N_("its second part is none of HIBC's forms"));
    return julian(scan, at, &scan->expiry) && take_word(scan, to, at + 5, end);
}

/* One more part: by a data identifier (ANSI MH10.8.2), or a lot or serial as above. */
static bool
take_part(struct scan *scan, const char *at, const char *end)
{
    size_t length = (size_t)(end - at), digits = 0;
    if (length == 0)
        return scan_fail(scan, SCAN_NO_VALUE, NULL, N_("a part of it is empty"));
    if (at[0] == 'S')
        return take_word(scan, &scan->serial, at + 1, end);
    if (length == 11 && (memcmp(at, "16D", 3) == 0 || memcmp(at, "14D", 3) == 0))
        return check_digits(at + 3, 8)
                   ? long_day(scan, at + 3, at[1] == '6' ? &scan->made : &scan->expiry)
                   : refuse_day(scan);
    if (at[0] == 'Q') {
        if (length < 2 || length > 9 || !check_digits(at + 1, length - 1))
            return scan_fail(scan, SCAN_VALUE, NULL, N_("its quantity is no number"));
        scan->quantity = check_number(at + 1, length - 1);
        return true;
    }
    while (digits < length && at[digits] >= '0' && at[digits] <= '9')
        digits++;
    if (digits < 4 && digits < length && at[digits] >= 'A' && at[digits] <= 'Z')
        return true; /* of another identifier, which is not asked for */
    return take_lot(scan, at, end);
}

/* ---- the whole -------------------------------------------------------------------------------------- */

/* LIC, product and unit between the + and `end`. */
static bool
take_primary(struct scan *scan, const char *text, const char *end)
{
    size_t length = (size_t)(end - text);
    if (length < LABELER + 2 || length > LABELER + 19 || !is_word(text, length) || text[0] < 'A' ||
        end[-1] > '9')
        return scan_fail(scan, SCAN_SYNTAX, NULL,
                         N_("expected + labeler, product and unit of HIBC"));
    scan->owner = scan_text(text, LABELER);
    scan->product = scan_text(text + LABELER, length - LABELER - 1);
    scan->unit = scan_text(end - 1, 1);
    return true;
}

/* "+ … link check": what stands alone behind a primary, or without it (`link` NUL then). */
static bool
take_secondary(struct scan *scan, const char *text, size_t length, char link)
{
    if (length < 4)
        return scan_fail(scan, SCAN_SHORT, NULL, N_("its second part is too short"));
    if (!judge_check(scan, text, length))
        return false;
    scan->link = text[length - 2];
    if (link != '\0' && scan->link != link)
        return scan_fail(
            scan, SCAN_LINK, NULL,
            N_("its second part belongs to another product: the link character differs"));
    return take_part(scan, text + 1, text + length - 2);
}

/* Where the next part's + stands. A part's own check or link may be a + too, so the check decides. */
static size_t
part_length(const char *text, size_t length)
{
    for (size_t i = 4; i + 4 <= length; i++)
        if (text[i] == '+' && (is_word(text + i + 1, 1) || text[i + 1] == '$') &&
            check_of(text, i - 1) == text[i - 1])
            return i;
    return length;
}

static bool
take_joined(struct scan *scan, const char *text, size_t length)
{
    const char *end = text + length - 1;
    if (!judge_check(scan, text, length))
        return false;
    for (const char *at = memchr(text, '/', length); at < end;) {
        const char *from = at + 1, *stop = memchr(from, '/', (size_t)(end - from));
        at = stop ? stop : end;
        if (!take_part(scan, from, at))
            return false;
    }
    return true;
}

static bool
take_parts(struct scan *scan, const char *text, size_t length, char link)
{
    while (length > 0) {
        size_t size = part_length(text, length);
        if (!take_secondary(scan, text, size, link))
            return false;
        text += size;
        length -= size;
    }
    return true;
}

/* The check character is the last of the letters and digits, or the sign behind them; a + there
 * may be that sign, or begin the next part. */
static size_t
primary_length(const char *text, size_t length, size_t run)
{
    if (run == length)
        return run;
    if (text[run] != '+' || run + 1 == length)
        return run + 1;
    return text[run + 1] == '+' && check_of(text, run) == '+' ? run + 1 : run;
}

bool
scan_hibc(struct scan *scan, const char *text, size_t length)
{
    size_t run = 1;
    scan->kind = SCAN_HIBC;
    if (length < 2 || text[1] == '$' || (text[1] >= '0' && text[1] <= '9')) {
        scan->secondary = true;
        return length < 2 ? scan_fail(scan, SCAN_SHORT, NULL, N_("its second part is too short"))
                          : take_secondary(scan, text, length, '\0');
    }
    while (run < length && is_word(text + run, 1))
        run++;
    if (run + 1 < length && text[run] == '/' && text[run + 1] != '+')
        return take_primary(scan, text + 1, text + run) && take_joined(scan, text, length);
    size_t primary = primary_length(text, length, run);
    if (primary < LEAST || (primary < length && text[primary] != '+'))
        return scan_fail(scan, SCAN_SYNTAX, NULL,
                         N_("expected + labeler, product and unit of HIBC"));
    if (!judge_check(scan, text, primary) || !take_primary(scan, text + 1, text + primary - 1))
        return false;
    scan->link = text[primary - 1];
    return take_parts(scan, text + primary, length - primary, scan->link);
}
