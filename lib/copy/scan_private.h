/* scan_private: what scan.c (bytes) and judge.c (lines) share. */
#ifndef MEDI_COPY_SCAN_PRIVATE_H
#define MEDI_COPY_SCAN_PRIVATE_H

#include "copy/scan.h"

/* A pattern that was found. */
struct hit {
    const struct copy_rule *rule;
    uint32_t from, to;   /* bytes of the line */
    uint32_t item, last; /* items of its view */
    unsigned evasion;
};

struct hits {
    struct hit *list;
    size_t count, room;
};

struct copy_scan {
    const struct lexicon *lexicon;
    unsigned profile;
    struct copy_items items, halves;
    struct hits hits;
    int *best; /* points of each rule in a scope */
};

/* Judges the line (or a window of one) that begins at `at` of the text: findings that begin before `known`
 * bytes of it were told already. */
struct judging {
    struct copy_scan *scan;
    size_t at, known;
    copy_found *found;
    void *context;
    struct err *err;
};
int judge_line(const struct judging *judging, const char *line, size_t length, size_t *bad);

#endif
