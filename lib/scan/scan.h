/*
 * scan: what a scanner sends, taken apart. One function, no state, no memory of its own.
 *
 * Read are
 *
 *   GS1        element strings as a scanner sends them (]C1 ]e0 ]d2 ]Q3 ]J1 and FNC1 as the byte 0x1D), with
 *              a leading FNC1 or ^ instead, without any prefix, bracketed (01)…(10)…, and GS1 Digital Link
 *              URIs of any domain
 *   EAN, UPC   ]E0 … ]E4, with add-ons and composites, or bare digits of the right length whose
 *              check digit holds; ITF-14 (]I1)
 *   HIBC       primary, secondary and joined forms (ANSI/HIBC 2.6)
 *   MA         IDcode of 中关村工信二维码技术研究院 (MA.156.M0.…)
 *   EPC        hexadecimal as RFID readers print it: SGTIN-96, SGTIN-198, SSCC-96, GRAI-96
 *   serials    what is nothing of these, if options.serials
 *
 * and everything that does not hold by the rules of its scheme is refused with a word and a reason;
 * nothing is mended or guessed, a lost separator least of all. Behind an AIM prefix of a code that carries any
 * text (]Q1 ]d1 ]C0 …), and as a URI that is no http, data of no scheme is good: kind `plain` or
 * `uri`, with nothing taken.
 *
 * Sources: GS1 General Specifications (AIs, check digits, century window, symbology identifiers), GS1 Digital
 * Link Standard: URI Syntax, EPC Tag Data Standard, ISO/IEC 15424.
 */
#ifndef MEDI_SCAN_SCAN_H
#define MEDI_SCAN_SCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

struct ai;

enum scan_kind {
    SCAN_UNKNOWN, /* of what is refused before its kind is known */
    SCAN_GS1,
    SCAN_EAN13,
    SCAN_EAN8,
    SCAN_UPCA,
    SCAN_UPCE,
    SCAN_ITF14,
    SCAN_HIBC,
    SCAN_MA,
    SCAN_EPC,
    SCAN_SERIAL,
    SCAN_PLAIN, /* text in a symbol that carries any */
    SCAN_URI,
};

enum scan_fault {
    SCAN_FINE,
    SCAN_EMPTY,
    SCAN_TOO_LONG,
    SCAN_TOO_MANY,
    SCAN_NO_SCHEME,
    SCAN_BAD_PREFIX, /* the AIM prefix */
    SCAN_SYNTAX,     /* brackets */
    SCAN_BAD_AI,     /* no such AI */
    SCAN_NO_VALUE,
    SCAN_SHORT,
    SCAN_LONG,
    SCAN_CHARACTER,
    SCAN_CHECK_DIGIT,
    SCAN_DATE,
    SCAN_TIME,
    SCAN_VALUE, /* what else does not hold */
    SCAN_PAIR,
    SCAN_REPEAT,
    SCAN_LINK, /* of a key to its secondary, or of a URI */
    SCAN_ORPHAN,
};

enum {
    SCAN_LONGEST = 8191, /* bytes of a scan; the largest symbol holds 7,089 */
    SCAN_AIS = 256,      /* AIs in one */
    SCAN_STANDINS = 8,
};

#define SCAN_NO_DAY INT64_MIN
#define SCAN_NO_QUANTITY INT64_MIN

/* Bytes somewhere else; length 0 and at NULL: none. */
struct scan_text {
    const char *at;
    size_t length;
};

struct scan_item {
    const struct ai *ai;
    struct scan_text value;
};

struct scan_options {
    int year;     /* the year that two digits of a year are near to */
    bool serials; /* what is no code of a scheme is a serial */
    bool
        gs1; /* what has no prefix, brackets or scheme is an element string, whatever else it might be */
    int standins; /* texts that stand for FNC1, beside 0x1D */
    const char *standin[SCAN_STANDINS];
};

/*
 * What was found. Texts point into the bytes that were scanned or into `room`, so they live as long as both,
 * and a struct scan is not to be copied. With a fault only kind, fault and what scan_error needs are of use.
 */
struct scan {
    enum scan_kind kind;
    enum scan_fault fault;
    const char *reason;     /* N_("…") */
    const struct ai *ai;    /* of which the fault is; NULL */
    const struct ai *other; /* of a pair */
    char stray[5];          /* what is no AI */
    int count;              /* of items, in the order of the scan; equal ones may repeat */
    struct scan_item items[SCAN_AIS];
    char gtin[15]; /* 14 digits, or "" */
    struct scan_text lot, serial;
    struct scan_text owner;   /* HIBC: labeler; MA: agency, country and industry, registrant */
    struct scan_text product; /* HIBC: product; MA: the whole device identifier */
    struct scan_text unit;    /* HIBC: unit of measure */
    int64_t expiry, made;     /* days (base/day.h) */
    int64_t quantity;
    char link; /* HIBC: the check character of a primary, the link of a secondary alone; else 0 */
    bool secondary; /* carries no product of its own */
    int year;       /* of the options */
    size_t used;    /* of room */
    char room[SCAN_LONGEST + 1];
};

/* Decodes one scan: true it is good, false it has a fault. Never reads beyond `length`. */
bool scan_decode(struct scan *scan, const struct scan_options *options, const char *bytes,
                 size_t length);

const char *scan_kind_word(enum scan_kind kind);    /* "gs1"; NULL for SCAN_UNKNOWN */
const char *scan_fault_word(enum scan_fault fault); /* "check-digit": stable */

/* "check-digit: (01): the check digit is wrong", the words behind the first colon translated. */
void scan_error(const struct scan *scan, struct str *to);

/* "(01)06901234567892(10)ABC\(1\)": as it is read again. A repeated AI stands once. */
void scan_bracketed(const struct scan *scan, struct str *to);
/* {"01":"…","10":"…"} */
void scan_json(const struct scan *scan, struct str *to);

/*
 * Labels that are split over several codes. `whole` begins as a scan that holds a product (scan_begins), and
 * takes what follows: 1 it took `part`, 0 `part` is a product and begins another, -1 it was taken but does not
 * agree with what is there (the fault is in `whole`). Texts are copied: `part` and its bytes may go.
 */
bool scan_begins(const struct scan *part);
void scan_start(struct scan *whole, const struct scan *first);
int scan_join(struct scan *whole, const struct scan *part);
/* A code that belongs to a product, and none came before: it has a fault now. */
void scan_orphan(struct scan *part);

#endif
