/*
 * report: the page of a clinic's director: headline figures against goal and the days before, courses,
 * channels, projects, doctors, stock, complaints, as report.yaml says. Every figure is one of
 * medi-kpi(1); their definitions stand at its end.
 */
#ifndef MEDI_REPORT_REPORT_H
#define MEDI_REPORT_REPORT_H

#include "base/zone.h"
#include "kpi/layer.h"
#include "report/page.h"

struct report_ask {
    int64_t from, to;        /* days, half open */
    const int64_t *store_id; /* NULL: the chain */
    const char *store;       /* its name, or the chain's */
    const struct zone *zone;
    int64_t today, now;
    bool zh;
    const char *(*heading)(const char *column); /* a list's column in the language of the page */
};

/* Fills the page, in the layer's arena. */
int report_build(struct kpi_layer *layer, const struct report_ask *ask, struct page *page,
                 struct err *err);

#endif
