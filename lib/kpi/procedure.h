/*
 * procedure: conformance to the standard procedure as a figure: the counts of visit/sop.h.
 */
#ifndef MEDI_KPI_PROCEDURE_H
#define MEDI_KPI_PROCEDURE_H

#include "kpi/kpi.h"

struct procedure_line {
    const char *key; /* code of the store or of the staff member; "": nobody is known, or all */
    struct kpi_ratio ratio;
};

/* By store or staff as the query cuts it, ordered by key; without a cut one line, or none if nothing
 * was due. In the query's arena. */
int procedure_lines(struct db *db, const struct kpi_query *query, struct procedure_line **lines,
                    int *count, struct err *err);

#endif
