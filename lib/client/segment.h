/*
 * segment: every client's segment, score and reasons, reckoned anew and kept in client_segment. Rows are
 * written only where something changed; days since the last visit and P(alive), which drift daily, count as
 * changed once they moved by a tenth. Memory does not grow with the number of clients (facts.h, spool.h).
 */
#ifndef MEDI_CLIENT_SEGMENT_H
#define MEDI_CLIENT_SEGMENT_H

#include "client/facts.h"
#include "client/segments.h"

struct segment_count {
    int64_t clients, joined, left; /* left: for another one, or for good */
    int64_t score, spend_fen;      /* sums */
};

struct segment_run {
    struct db *db;
    struct arena *arena;
    const struct segments *segments;
    int64_t today;
    /* by segment_run: */
    struct segment_count *counts; /* rule_count + 1 of them */
    int64_t written, gone;
    const char *no_model; /* why there is no P(alive); NULL: there is */
};

/* Inside a write transaction. */
int segment_run(struct segment_run *run, struct err *err);

#endif
