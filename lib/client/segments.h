/*
 * segments: the pack segments.yaml: a score by value cuts, and the segments with what puts a client into them.
 */
#ifndef MEDI_CLIENT_SEGMENTS_H
#define MEDI_CLIENT_SEGMENTS_H

#include "client/rules.h"

enum { SCORE_MOST = 100 };

struct cut {
    int64_t from, below; /* one of them is NO_VALUE */
    int64_t points;
};

struct score_line {
    enum measure measure;
    struct cut *cuts;
    int count;
};

struct segments {
    struct score_line *lines;
    int line_count;
    struct rule *rules;
    int rule_count;
    struct rule otherwise; /* has no alternatives */
};

int segments_load(struct arena *arena, const struct packs *packs, struct segments *segments,
                  struct err *err);

int64_t score_line_points(const struct score_line *line, const struct measures *measures);
int64_t segments_score(const struct segments *segments, const struct measures *measures);

/* Where a client belongs: the segment's number (rule_count: otherwise), and as bits, counted through all
 * rules, every alternative that holds. Sets M_SCORE. */
struct placing {
    int segment;
    int64_t score;
    uint64_t reasons;
};
struct placing segments_place(const struct segments *segments, struct measures *measures);

const struct rule *segments_rule(const struct segments *segments, int segment);
/* The number of that segment, or -1. */
int segments_find(const struct segments *segments, const char *name);

/* Those bits as they are kept: "at-risk/overdue,high-value/year-spend", of none "otherwise"; and what was
 * kept, in words. */
const char *segments_reasons(struct arena *arena, const struct segments *segments, uint64_t bits);
const char *segments_words(struct arena *arena, const struct segments *segments, const char *kept,
                           bool zh);

#endif
