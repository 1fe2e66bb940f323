/* One function a check, and one table: what runs, and what is said when it does not hold. */
#include <string.h>

#include "base/day.h"
#include "scan/check.h"
#include "scan/private.h"

/* Digits were judged before: `text` of a numeric component has nothing else. */
typedef bool rule(int year, const char *text, size_t length);

/* What a rule does not use of these. */
#define UNUSED_YEAR (void)year
#define UNUSED_LENGTH (void)year, (void)length

/* ---- check digits and characters -------------------------------------------------------------------- */

static bool
sum(int year, const char *text, size_t length)
{
    UNUSED_YEAR;
    return check_sum(text, length);
}

static int
value82(char byte)
{
    static const char X82[] = "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_"
                              "abcdefghijklmnopqrstuvwxyz";
    const char *at = byte ? strchr(X82, byte) : NULL;
    return at ? (int)(at - X82) : -1;
}

/* From the right each character's value times the next prime, modulo 1021, as two of 32 characters. */
static bool
sum_alpha(int year, const char *text, size_t length)
{
    UNUSED_YEAR;
    static const char SIGNS[] = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    static const int PRIMES[] = {2,  3,  5,  7,  11, 13, 17, 19, 23, 29, 31, 37,
                                 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83};
    if (length < 2 || length - 2 > sizeof PRIMES / sizeof *PRIMES)
        return false;
    int total = 0;
    for (size_t i = 0; i < length - 2; i++)
        total += value82(text[length - 3 - i]) * PRIMES[i];
    total %= 1021;
    return text[length - 2] == SIGNS[total / 32] && text[length - 1] == SIGNS[total % 32];
}

static bool
iban(int year, const char *text, size_t length)
{
    UNUSED_YEAR;
    if (length <= 10 || length > 34 || !ai_is_alpha2(text[0], text[1]))
        return false;
    unsigned rest = 0;
    for (size_t i = 0; i < length; i++) {
        char byte = text[(i + 4) % length];
        if (byte >= '0' && byte <= '9')
            rest = 10 * rest + (unsigned)(byte - '0');
        else if (byte >= 'A' && byte <= 'Z')
            rest = 100 * rest + (unsigned)(byte - 'A') + 10;
        else
            return false;
        rest %= 97;
    }
    return rest == 1;
}

/* The company prefix has at least four digits. */
static bool
owner1(int year, const char *text, size_t length)
{
    UNUSED_YEAR;
    return length >= 4 && check_digits(text, 4);
}

static bool
owner2(int year, const char *text, size_t length)
{
    return length >= 5 && owner1(year, text + 1, length - 1);
}

/* ---- days and times --------------------------------------------------------------------------------- */

static bool
month(int year, const char *text, size_t length)
{
    int64_t day;
    (void)length;
    return check_day(year, text, &day);
}

static bool
day(int year, const char *text, size_t length)
{
    return month(year, text, length) && (text[4] != '0' || text[5] != '0');
}

static bool
long_day(int year, const char *text, size_t length)
{
    UNUSED_LENGTH;
    return day_valid(check_number(text, 4), check_number(text + 4, 2), check_number(text + 6, 2));
}

static bool
hour(int year, const char *text, size_t length)
{
    UNUSED_LENGTH;
    return check_number(text, 2) < 24;
}

static bool
minute(int year, const char *text, size_t length)
{
    UNUSED_LENGTH;
    return check_number(text, 2) < 60;
}

static bool
hhmm(int year, const char *text, size_t length)
{
    return hour(year, text, length) && minute(year, text + 2, length);
}

/* ---- lists of others -------------------------------------------------------------------------------- */

static bool
country(int year, const char *text, size_t length)
{
    UNUSED_LENGTH;
    return ai_is_country(check_number(text, 3));
}

static bool
country999(int year, const char *text, size_t length)
{
    return check_number(text, 3) == 999 || country(year, text, length);
}

static bool
alpha2(int year, const char *text, size_t length)
{
    UNUSED_LENGTH;
    return ai_is_alpha2(text[0], text[1]);
}

static bool
currency(int year, const char *text, size_t length)
{
    UNUSED_LENGTH;
    return ai_is_currency(check_number(text, 3));
}

/* 01 to 10 are ICCBBA's, 80 to 99 for national use */
static bool
media(int year, const char *text, size_t length)
{
    int kind = check_number(text, 2);
    UNUSED_LENGTH;
    return (kind >= 1 && kind <= 10) || kind >= 80;
}

/* ---- digits and characters of a certain kind -------------------------------------------------------- */

static bool
is_one_of(char byte, const char *list)
{
    return byte != '\0' && strchr(list, byte) != NULL;
}

static bool
is_all(const char *text, size_t length, char byte)
{
    for (size_t i = 0; i < length; i++)
        if (text[i] != byte)
            return false;
    return true;
}

static bool
sex(int year, const char *text, size_t length)
{
    UNUSED_LENGTH;
    return is_one_of(text[0], "0129");
}

static bool
yesno(int year, const char *text, size_t length)
{
    UNUSED_LENGTH;
    return is_one_of(text[0], "01");
}

static bool
winding(int year, const char *text, size_t length)
{
    UNUSED_LENGTH;
    return is_one_of(text[0], "019");
}

static bool
zero(int year, const char *text, size_t length)
{
    UNUSED_YEAR;
    return is_all(text, length, '0');
}

static bool
nonzero(int year, const char *text, size_t length)
{
    return !zero(year, text, length);
}

static bool
nozero(int year, const char *text, size_t length)
{
    UNUSED_LENGTH;
    return text[0] != '0';
}

static bool
nondigit(int year, const char *text, size_t length)
{
    UNUSED_YEAR;
    return !check_digits(text, length);
}

static bool
hyphen(int year, const char *text, size_t length)
{
    UNUSED_YEAR;
    return is_all(text, length, '-');
}

static bool
importer(int year, const char *text, size_t length)
{
    UNUSED_YEAR;
    return text[0] != '=' && check_set(AI_Z, text, length);
}

static bool
percent(int year, const char *text, size_t length)
{
    UNUSED_YEAR;
    for (size_t i = 0; i < length; i++)
        if (text[i] == '%' &&
            (i + 2 >= length || scan_hex(text[i + 1]) < 0 || scan_hex(text[i + 2]) < 0))
            return false;
    return true;
}

/* ---- numbers ---------------------------------------------------------------------------------------- */

/* In ten-millionths of a degree, from the south pole and from 180° west */
static bool
latitude(int year, const char *text, size_t length)
{
    UNUSED_YEAR;
    return memcmp(text, "1800000000", length) <= 0;
}

static bool
longitude(int year, const char *text, size_t length)
{
    UNUSED_YEAR;
    return memcmp(text, "3600000000", length) <= 0;
}

static bool
piece(int year, const char *text, size_t length)
{
    int half = (int)length / 2, one = check_number(text, (size_t)half);
    UNUSED_YEAR;
    return one > 0 && one <= check_number(text + half, (size_t)half);
}

/* Of three characters: a digit, a slash, a digit */
static bool
ofslash(int year, const char *text, size_t length)
{
    UNUSED_YEAR;
    return length == 3 && text[1] == '/' && text[0] >= '1' && text[0] <= text[2] && text[2] <= '9';
}

/* ---- the table -------------------------------------------------------------------------------------- */

static bool
coupon(int year, const char *text, size_t length)
{
    UNUSED_YEAR;
    return check_coupon(text, length);
}

static bool
offer(int year, const char *text, size_t length)
{
    UNUSED_YEAR;
    return check_offer(text, length);
}

static const struct {
    rule *holds;
    enum scan_fault fault;
    const char *reason;
} rules[] = {
    [CHECK_CSUM] = {sum, SCAN_CHECK_DIGIT, N_("the check digit is wrong: scan it again")},
    [CHECK_CSUMALPHA] = {sum_alpha, SCAN_CHECK_DIGIT,
                         N_("the check characters are wrong: scan it again")},
    [CHECK_OWNER1] = {owner1, SCAN_VALUE, N_("it does not begin with a GS1 company prefix")},
    [CHECK_OWNER2] = {owner2, SCAN_VALUE,
                      N_("no GS1 company prefix stands behind its first digit")},
    [CHECK_YYMMDD] = {day, SCAN_DATE, N_("there is no such day (YYMMDD)")},
    [CHECK_YYMMD0] = {month, SCAN_DATE, N_("there is no such day (YYMMDD; DD may be 00)")},
    [CHECK_YYYYMMDD] = {long_day, SCAN_DATE, N_("there is no such day (YYYYMMDD)")},
    [CHECK_HHMM] = {hhmm, SCAN_TIME, N_("there is no such time (hhmm)")},
    [CHECK_HOUR] = {hour, SCAN_TIME, N_("there is no such hour")},
    [CHECK_MINUTE] = {minute, SCAN_TIME, N_("there is no such minute or second")},
    [CHECK_COUNTRY] = {country, SCAN_VALUE, N_("no country has that number (ISO 3166-1)")},
    [CHECK_COUNTRY999] = {country999, SCAN_VALUE, N_("no country has that number (ISO 3166-1)")},
    [CHECK_ALPHA2] = {alpha2, SCAN_VALUE, N_("no country has these letters (ISO 3166-1)")},
    [CHECK_CURRENCY] = {currency, SCAN_VALUE, N_("no currency has that number (ISO 4217)")},
    [CHECK_SEX] = {sex, SCAN_VALUE, N_("expected 0, 1, 2 or 9 (ISO 5218)")},
    [CHECK_YESNO] = {yesno, SCAN_VALUE, N_("expected 0 or 1")},
    [CHECK_NONZERO] = {nonzero, SCAN_VALUE, N_("a part of it is zero")},
    [CHECK_ZERO] = {zero, SCAN_VALUE, N_("expected 0 as its first digit")},
    [CHECK_NOZERO] = {nozero, SCAN_VALUE, N_("it must not begin with 0")},
    [CHECK_NONDIGIT] = {nondigit, SCAN_VALUE, N_("it needs something that is no digit")},
    [CHECK_WINDING] = {winding, SCAN_VALUE, N_("expected 0, 1 or 9 for the winding")},
    [CHECK_HYPHEN] = {hyphen, SCAN_VALUE, N_("behind the degrees only - may stand")},
    [CHECK_LATITUDE] = {latitude, SCAN_VALUE, N_("there is no such latitude")},
    [CHECK_LONGITUDE] = {longitude, SCAN_VALUE, N_("there is no such longitude")},
    [CHECK_IBAN] = {iban, SCAN_VALUE, N_("this is no IBAN")},
    [CHECK_PERCENT] = {percent, SCAN_VALUE, N_("behind % two hexadecimal digits must stand")},
    [CHECK_PIECE] = {piece, SCAN_VALUE, N_("piece and number of pieces do not agree")},
    [CHECK_OFSLASH] = {ofslash, SCAN_VALUE, N_("expected a place in a sequence, as 1/3")},
    [CHECK_COUPON] = {coupon, SCAN_VALUE, N_("this is no coupon code")},
    [CHECK_OFFER] = {offer, SCAN_VALUE, N_("this is no coupon code")},
    [CHECK_IMPORTER] = {importer, SCAN_VALUE,
                        N_("expected a letter, a digit, - or _ for the importer")},
    [CHECK_MEDIA] = {media, SCAN_VALUE, N_("there is no such kind of medium")},
};

bool
check_holds(struct scan *scan, const struct ai *ai, enum check check, const char *text,
            size_t length)
{
    if (check == CHECK_NONE || rules[check].holds(scan->year, text, length))
        return true;
    return scan_fail(scan, rules[check].fault, ai, rules[check].reason);
}
