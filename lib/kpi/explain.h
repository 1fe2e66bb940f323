/*
 * explain: what a metric is, line by line: words, formula, measures with their sources, edges, what it can be
 * cut by, and its version, which is a hash of all that defines it.
 */
#ifndef MEDI_KPI_EXPLAIN_H
#define MEDI_KPI_EXPLAIN_H

#include "kpi/metric.h"

struct explained {
    struct explained_line {
        const char *part, *text;
    } * lines;
    int count, room;
};

void explain_metric(struct catalogue *catalogue, const struct metric *metric, bool zh,
                    struct explained *explained);

/* "store, month, channel": what it can be cut by. */
const char *explain_cuts(const struct catalogue *catalogue, const struct metric *metric);

#endif
