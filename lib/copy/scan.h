/*
 * scan: text judged by a lexicon, line by line. A line is a sentence or a paragraph; findings never
 * leave one.
 *
 * Most text is only looked at by a filter over its bytes, which knows the pairs of characters that
 * patterns hang on; a line with such a pair is folded and judged whole. A line longer than SCAN_WINDOW
 * is judged in windows that overlap.
 */
#ifndef MEDI_COPY_SCAN_H
#define MEDI_COPY_SCAN_H

#include "copy/lexicon.h"

enum { SCAN_WINDOW = 6000, SCAN_OVERLAP = 600, SCAN_SCOPE = 110 };

struct copy_finding {
    const struct copy_rule *rule;
    size_t from, length; /* bytes of the text */
    int confidence;      /* 1 … 100 */
    unsigned evasion;    /* bits of enum evasion */
};

typedef int copy_found(void *context, const struct copy_finding *finding, struct err *err);
typedef int copy_bad(void *context, size_t at,
                     struct err *err); /* a byte that is no character; once a line */

struct copy_scan;
struct copy_scan *copy_scan_new(const struct lexicon *lexicon, unsigned profile);
void copy_scan_free(struct copy_scan *scan); /* NULL-safe */

/* Findings in the order of their places. -1 when a callback said so. `bad` may be NULL. */
int copy_scan_text(struct copy_scan *scan, const char *text, size_t length, copy_found *found,
                   copy_bad *bad, void *context, struct err *err);

/* "space, emoji"; "" if there is none. */
void copy_evasion_words(unsigned evasion, struct str *to);

#endif
