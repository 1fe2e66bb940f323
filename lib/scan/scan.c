/* Which scheme a scan is of. */
#include "scan/scan.h"

#include <string.h>

#include "scan/check.h"
#include "scan/private.h"

enum { GS = 0x1D };

/* ---- what the readers share ------------------------------------------------------------------------- */

bool
scan_fail(struct scan *scan, enum scan_fault fault, const struct ai *ai, const char *reason)
{
    if (scan->fault == SCAN_FINE) {
        scan->fault = fault;
        scan->ai = ai;
        scan->reason = reason;
    }
    return false;
}

void
scan_clear(struct scan *scan)
{
    scan->fault = SCAN_FINE;
    scan->reason = NULL;
    scan->ai = scan->other = NULL;
    memset(scan->stray, 0, sizeof scan->stray);
    scan->count = 0;
    scan->gtin[0] = '\0';
    scan->lot = scan->serial = scan->owner = scan->product = scan->unit = scan_text(NULL, 0);
    scan->expiry = scan->made = SCAN_NO_DAY;
    scan->quantity = SCAN_NO_QUANTITY;
    scan->link = '\0';
    scan->secondary = false;
}

int
scan_hex(char byte)
{
    if (byte >= '0' && byte <= '9')
        return byte - '0';
    if (byte >= 'A' && byte <= 'F')
        return byte - 'A' + 10;
    return byte >= 'a' && byte <= 'f' ? byte - 'a' + 10 : -1;
}

char *
scan_room(struct scan *scan, size_t length)
{
    if (length > sizeof scan->room - scan->used) {
        scan_fail(scan, SCAN_TOO_LONG, NULL, N_("it is longer than any symbol"));
        return NULL;
    }
    scan->used += length;
    return scan->room + scan->used - length;
}

/* ---- separators ------------------------------------------------------------------------------------- */

static bool
begins(const char *text, size_t length, const char *with)
{
    size_t size = strlen(with);
    return length >= size && memcmp(text, with, size) == 0;
}

/* How long the stand-in for FNC1 is that the text begins with; 0: there is none. `loose`:
 * without a prefix, where characters that no AI may hold stand for it too. */
static size_t
standin(const struct scan_options *options, bool loose, const char *text, size_t length)
{
    for (int i = 0; i < options->standins; i++)
        if (begins(text, length, options->standin[i]))
            return strlen(options->standin[i]);
    if (*text == GS || (loose && (*text == '^' || *text == '|')))
        return 1;
    return loose && begins(text, length, "{GS}") ? 4 : 0;
}

/* The text with 0x1D for whatever stands for FNC1: itself if nothing does. NULL with a fault. */
static const char *
separated(struct scan *scan, const struct scan_options *options, bool loose, const char *text,
          size_t *length)
{
    if (options->standins == 0 &&
        (!loose || (!memchr(text, '^', *length) && !memchr(text, '|', *length) &&
                    !memchr(text, '{', *length))))
        return text;
    char *room = scan_room(scan, *length), *to = room;
    for (size_t i = 0; room && i < *length;) {
        size_t size = standin(options, loose, text + i, *length - i);
        *to++ = size ? GS : text[i];
        i += size ? size : 1;
    }
    if (room)
        *length = (size_t)(to - room);
    return room;
}

static bool
elements(struct scan *scan, const struct scan_options *options, bool loose, const char *text,
         size_t length)
{
    scan->kind = SCAN_GS1;
    text = separated(scan, options, loose, text, &length);
    if (!text)
        return false;
    if (loose && length > 0 && *text == GS) {
        text++;
        length--;
    }
    return scan_elements(scan, text, length) && scan_finish(scan);
}

/* ---- without a prefix ------------------------------------------------------------------------------- */

/* http and https as the standard writes them: in small or in large letters. */
static bool
is_web(const char *text, size_t length)
{
    return begins(text, length, "https://") || begins(text, length, "http://") ||
           begins(text, length, "HTTPS://") || begins(text, length, "HTTP://");
}

static bool
is_uri(const char *text, size_t length)
{
    size_t i = 0;
    while (i < length && ((text[i] | 0x20) >= 'a' && (text[i] | 0x20) <= 'z'))
        i++;
    return i > 1 && begins(text + i, length - i, "://");
}

/* Schemes that say what they are. False: it is none of them. */
static bool
speaks_for_itself(struct scan *scan, const char *text, size_t length)
{
    if (*text == '(') {
        scan->kind = SCAN_GS1;
        (void)(scan_brackets(scan, text, length) && scan_finish(scan));
    } else if (is_web(text, length)) {
        (void)(scan_link(scan, text, length) && scan_finish(scan));
    } else if (*text == '+') {
        scan_hibc(scan, text, length);
    } else if (begins(text, length, "MA.")) {
        scan_ma(scan, text, length);
    } else if (scan_epc_like(text, length)) {
        scan_epc(scan, text, length);
    } else if (is_uri(text, length)) {
        scan->kind = SCAN_URI;
    } else {
        return false;
    }
    return true;
}

/* 8 digits that begin with 15, 16 or 17 are no EAN-8 (none is issued there), but may be a date of GS1. */
static bool
is_lone_date(const char *text, size_t length)
{
    int64_t day;
    return length == 8 && text[0] == '1' && text[1] >= '5' && text[1] <= '7' &&
           check_day(2000, text + 2, &day);
}

/* An EAN-8 that begins with 0 is a store's own number and stands on no supplier's goods: a UPC-E it is then, if
 * its check digit holds. */
static bool
gtin(struct scan *scan, const char *text, size_t length)
{
    switch (length) {
    case 8:
        if (text[0] == '0' && scan_upce(scan, text))
            return true;
        scan_clear(scan);
        return scan_ean(scan, SCAN_EAN8, text, 8);
    case 12:
        return scan_ean(scan, SCAN_UPCA, text, 12);
    case 13:
        return scan_ean(scan, SCAN_EAN13, text, 13);
    default:
        return scan_ean(scan, SCAN_ITF14, text, 14);
    }
}

/*
 * Digits of the length of a GTIN are one, or are refused: whatever else a misread one might be
 * would be a guess. The one exception is a lone date. What else begins with an AI is an element
 * string if all of it is.
 */
static bool
guess(struct scan *scan, const struct scan_options *options, const char *text, size_t length)
{
    if ((length == 8 || (length >= 12 && length <= 14)) && check_digits(text, length) &&
        !is_lone_date(text, length))
        return gtin(scan, text, length);
    bool known = ai_find(text, length) != NULL;
    if (known && elements(scan, options, true, text, length))
        return true;
    if (known && length >= 12 && (memcmp(text, "01", 2) == 0 || memcmp(text, "00", 2) == 0))
        return false; /* meant as one: its fault says more */
    scan_clear(scan);
    scan->kind = SCAN_UNKNOWN;
    return scan_fail(scan, SCAN_NO_SCHEME, NULL, N_("no code of a scheme that is known"));
}

static bool
is_printable(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if ((unsigned char)text[i] <= ' ' || (unsigned char)text[i] >= 0x7f)
            return false;
    return true;
}

static bool
bare(struct scan *scan, const struct scan_options *options, const char *text, size_t length)
{
    if (speaks_for_itself(scan, text, length))
        return scan->fault == SCAN_FINE;
    if (standin(options, true, text, length) > 0 || options->gs1)
        return elements(scan, options, true, text, length);
    if (guess(scan, options, text, length) || !options->serials || !is_printable(text, length))
        return scan->fault == SCAN_FINE;
    scan_clear(scan);
    scan->kind = SCAN_SERIAL;
    scan->serial = scan_text(text, length);
    scan->secondary = true;
    return true;
}

/* ---- with an AIM prefix ----------------------------------------------------------------------------- */

/* Symbols that carry any text: what it is says itself, or nothing does. */
static bool
plain(struct scan *scan, const struct scan_options *options, const char *text, size_t length)
{
    if (length > 0 && speaks_for_itself(scan, text, length))
        return scan->fault == SCAN_FINE;
    scan->kind = SCAN_PLAIN;
    if (options->serials && length > 0) {
        scan->kind = SCAN_SERIAL;
        scan->serial = scan_text(text, length);
        scan->secondary = true;
    }
    return true;
}

/* ISO/IEC 15424: ] and the symbology and how it was read. */
static bool
prefixed(struct scan *scan, const struct scan_options *options, const char *text, size_t length)
{
    static const char *const ELEMENTS[] = {"C1", "e0", "d2", "Q3", "J1"};
    if (length < 3)
        return scan_fail(scan, SCAN_BAD_PREFIX, NULL, N_("the symbology identifier is cut off"));
    const char *rest = text + 3;
    for (size_t i = 0; i < sizeof ELEMENTS / sizeof *ELEMENTS; i++)
        if (memcmp(text + 1, ELEMENTS[i], 2) == 0)
            return elements(scan, options, false, rest, length - 3);
    if (text[1] == 'E' && text[2] >= '0' && text[2] <= '4')
        return scan_ean_prefixed(scan, text[2], rest, length - 3);
    if (memcmp(text + 1, "I1", 2) == 0 && length == 3 + 14)
        return scan_ean(scan, SCAN_ITF14, rest, 14);
    bool modifier = (text[2] >= '0' && text[2] <= '9') || (text[2] >= 'A' && text[2] <= 'F');
    if (strchr("ACFGHIJLQRUdhz", text[1]) && text[1] && modifier)
        return plain(scan, options, rest, length - 3);
    return scan_fail(scan, SCAN_BAD_PREFIX, NULL,
                     N_("no symbology that is known has this identifier"));
}

bool
scan_decode(struct scan *scan, const struct scan_options *options, const char *bytes, size_t length)
{
    scan_clear(scan);
    scan->kind = SCAN_UNKNOWN;
    scan->year = options->year;
    scan->used = 0;
    if (length == 0 && options->gs1)
        return true;
    if (length == 0)
        return scan_fail(scan, SCAN_EMPTY, NULL, N_("nothing was scanned"));
    if (length > SCAN_LONGEST)
        return scan_fail(scan, SCAN_TOO_LONG, NULL, N_("it is longer than any symbol"));
    return *bytes == ']' ? prefixed(scan, options, bytes, length)
                         : bare(scan, options, bytes, length);
}
