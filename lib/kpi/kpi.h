/*
 * kpi: one figure of one person, store or the chain, for who reckons with figures: performance scores.
 * The same as `medi-kpi show` would print (kpi/layer.h).
 */
#ifndef MEDI_KPI_KPI_H
#define MEDI_KPI_KPI_H

#include "kpi/layer.h"

struct kpi_query {
    struct kpi_layer *layer;
    const char *metric;
    int64_t from, to;        /* days, half open */
    const int64_t *store_id; /* NULL: all stores */
    const char *staff;       /* a code; NULL: all staff */
    int64_t today, now;
};

struct kpi_ratio {
    int64_t numerator, denominator; /* denominator 0: no value */
    bool few;
};
int kpi_ratio(const struct kpi_query *query, struct kpi_ratio *ratio, struct err *err);

#endif
