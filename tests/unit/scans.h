/*
 * scans: one scan decoded in a test, and what is compared of it. Each input is copied to memory of just its size, so
 * that a read behind its end is seen under the address sanitizer.
 */
#ifndef MEDI_TESTS_SCANS_H
#define MEDI_TESTS_SCANS_H

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/day.h"
#include "scan/scan.h"

static const struct scan_options scan_in_2026 = {.year = 2026};

/* The scan's texts point into *bytes: free it when done. */
static inline bool
scan_copy(struct scan *scan, const struct scan_options *options, const char *text, size_t length,
          char **bytes)
{
    *bytes = malloc(length + (length == 0));
    memcpy(*bytes, text, length);
    return scan_decode(scan, options, *bytes, length);
}

static inline bool
scan_is_good(const char *text, size_t length)
{
    static struct scan scan;
    char *bytes;
    bool good = scan_copy(&scan, &scan_in_2026, text, length, &bytes);
    ck_assert_int_eq(good, scan.fault == SCAN_FINE);
    free(bytes);
    return good;
}

static inline void
scan_same(const char *what, const struct scan_text *text, const char *want)
{
    ck_assert_msg(text->length == strlen(want) &&
                      memcmp(text->at ? text->at : "", want, text->length) == 0,
                  "%s: %.*s, not %s", what, (int)text->length, text->at ? text->at : "", want);
}

static inline const char *
scan_day(int64_t day, char room[16])
{
    room[0] = '\0';
    if (day != SCAN_NO_DAY)
        room[day_format(day, room)] = '\0';
    return room;
}

/* A good one; NULL is "nothing". `days`: expiry, made. */
struct scan_want {
    const char *input, *kind, *ais, *gtin, *lot, *expiry, *serial;
};

static inline void
scan_expect(const struct scan_want *want, const struct scan_options *options)
{
    static struct scan scan;
    struct str ais = STR_INIT, error = STR_INIT;
    char *bytes, room[16];
    bool good = scan_copy(&scan, options, want->input, strlen(want->input), &bytes);
    if (!good)
        scan_error(&scan, &error);
    ck_assert_msg(good, "%s: %s", want->input, error.text);
    scan_bracketed(&scan, &ais);
    ck_assert_str_eq(scan_kind_word(scan.kind), want->kind);
    ck_assert_str_eq(ais.text, want->ais ? want->ais : "");
    ck_assert_str_eq(scan.gtin, want->gtin ? want->gtin : "");
    scan_same("lot", &scan.lot, want->lot ? want->lot : "");
    scan_same("serial", &scan.serial, want->serial ? want->serial : "");
    ck_assert_str_eq(scan_day(scan.expiry, room), want->expiry ? want->expiry : "");
    str_release(&ais);
    str_release(&error);
    free(bytes);
}

/* A bad one: its word, and of which AI. */
struct scan_bad {
    const char *input, *word, *ai;
};

static inline void
scan_expect_bad(const struct scan_bad *bad, const struct scan_options *options)
{
    static struct scan scan;
    struct str error = STR_INIT;
    char *bytes, begins[40];
    bool good = scan_copy(&scan, options, bad->input, strlen(bad->input), &bytes);
    ck_assert_msg(!good, "%s: is good", bad->input);
    scan_error(&scan, &error);
    snprintf(begins, sizeof begins, bad->ai ? "%s: (%s): " : "%s: ", bad->word, bad->ai);
    ck_assert_msg(strncmp(error.text, begins, strlen(begins)) == 0, "%s: %s", bad->input,
                  error.text);
    ck_assert_uint_gt(error.length, strlen(begins));
    str_release(&error);
    free(bytes);
}

#endif
