/*
 * marks: the days on which each client came, client by client, each client's in order.
 */
#ifndef MEDI_INSIGHT_MARKS_H
#define MEDI_INSIGHT_MARKS_H

#include "insight/flow.h"
#include "insight/crowd.h"

struct mark {
    int32_t client, day;
    int32_t key; /* of the flow's first column, or the store if it has none */
};

struct marks {
    struct mark *items;
    size_t count;
};

/* Reads the flow. marks_release frees. */
int marks_read(const struct flow *flow, struct marks *marks, struct err *err);
void marks_release(struct marks *marks);

/* The number of marks from `at` on that are of the same client. */
size_t marks_run(const struct marks *marks, size_t at);

#endif
