/*
 * procedure: conformance to the standard procedure as a figure: the counts of visit/sop.h.
 */
#ifndef MEDI_KPI_PROCEDURE_H
#define MEDI_KPI_PROCEDURE_H

#include "kpi/told.h"

struct procedure_line {
    const char *key; /* code of the store or of the staff member; "": nobody is known, or all */
    int64_t done, due;
};

/* By store or staff as it is asked to be cut, ordered by key; without a cut one line, or none if nothing
 * was due. In the asker's arena. */
int procedure_lines(struct db *db, const struct told_ask *ask, struct procedure_line **lines,
                    int *count, struct err *err);

#endif
