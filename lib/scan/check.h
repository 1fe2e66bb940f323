/*
 * check: what is checked of a component of an AI's value, after its length and characters. By the GS1
 * General Specifications; "owner" is the GS1 company prefix, of which only its being digits can be judged.
 */
#ifndef MEDI_SCAN_CHECK_H
#define MEDI_SCAN_CHECK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "scan/ai.h"
#include "scan/scan.h"

enum check {
    CHECK_NONE,
    CHECK_CSUM,      /* modulo 10, weights 3 and 1 */
    CHECK_CSUMALPHA, /* the pair of check characters of a GMN */
    CHECK_OWNER1,    /* a company prefix from the first character on */
    CHECK_OWNER2,    /* from the second */
    CHECK_YYMMDD,    /* a day */
    CHECK_YYMMD0,    /* a day, or 00: the month */
    CHECK_YYYYMMDD,
    CHECK_HHMM,
    CHECK_HOUR,
    CHECK_MINUTE,     /* or second */
    CHECK_COUNTRY,    /* ISO 3166-1 numeric */
    CHECK_COUNTRY999, /* or 999: several */
    CHECK_ALPHA2,     /* ISO 3166-1 alpha-2 */
    CHECK_CURRENCY,   /* ISO 4217 numeric */
    CHECK_SEX,        /* ISO 5218 */
    CHECK_YESNO,
    CHECK_NONZERO,
    CHECK_ZERO,
    CHECK_NOZERO,   /* does not begin with 0 */
    CHECK_NONDIGIT, /* has something else than digits */
    CHECK_WINDING,
    CHECK_HYPHEN,
    CHECK_LATITUDE,
    CHECK_LONGITUDE,
    CHECK_IBAN,
    CHECK_PERCENT, /* percent-encoding that is whole */
    CHECK_PIECE,   /* piece and total, half and half */
    CHECK_OFSLASH, /* 1/3 */
    CHECK_COUPON,  /* the North American coupon of AI 8110 */
    CHECK_OFFER,   /* and of 8112 */
    CHECK_IMPORTER,
    CHECK_MEDIA,
};

/* Whether `text` is all of the set. */
bool check_set(enum ai_set set, const char *text, size_t length);
bool check_digits(const char *text, size_t length);

/* Of digits that were judged to be some, at most nine. */
int check_number(const char *text, size_t length);

/* Whether it holds; if not, the scan has its fault. */
bool check_holds(struct scan *scan, const struct ai *ai, enum check check, const char *text,
                 size_t length);

/* The last digit is the right one: of GTIN, SSCC, GLN, EAN … */
bool check_sum(const char *digits, size_t length);
/* The digit that belongs behind `length` digits. */
char check_sum_of(const char *digits, size_t length);

/* A day as year of two digits (of the century that is nearest to `year`: at most 50 years ahead and 49
 * back), month and day; day 00 is the last of its month. False: there is no such day. */
bool check_day(int year, const char *yymmdd, int64_t *day);

/* The North American coupons' structure; see check_coupon.c. */
bool check_coupon(const char *text, size_t length);
bool check_offer(const char *text, size_t length);

#endif
