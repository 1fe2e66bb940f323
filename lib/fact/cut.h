/*
 * cut: what a fact is rolled up by. A cut is no dimension, one, or two of those that a fact is rolled by, in
 * the order of its columns, then channel and new; by months, or (no dimension or one) by days. Inside lib/fact.
 *
 * Its cells stand as a pack, in the order of their columns: the day above the month's first (by days only), the
 * keys, the number of rows, and the sums of the measures that are rolled.
 */
#ifndef MEDI_FACT_CUT_H
#define MEDI_FACT_CUT_H

#include "base/str.h"
#include "fact/fact.h"

enum { CUT_DIMS = 10, CUT_SUMS = 12, CUT_DAILY = 1024, CUT_MOST = 2 * CUT_DAILY };

struct cuts {
    int dims[CUT_DIMS], dim_count; /* columns of the fact */
    int sums[CUT_SUMS], sum_count;
};
void cuts_of(struct cuts *cuts, const struct fact *fact);

struct cut {
    int number;               /* as it stands in the table */
    int places[2], dim_count; /* in `dims` of cuts */
    bool daily;
};
/* The cut behind that number, from -1 on; false: it was the last. */
bool cut_next(const struct cuts *cuts, struct cut *cut, int number);

/* Rows of a month, with a column for each of dims, then sums. */
struct cut_rows {
    int count;
    const int32_t *day; /* above the month's first */
    const int64_t *const *column;
};

struct cutter;
struct cutter *cutter_new(void);
void cutter_free(struct cutter *cutter); /* NULL-safe */

/* Rows that are cut next; dims are coded once for all cuts. */
void cutter_take(struct cutter *cutter, const struct cuts *cuts, const struct cut_rows *rows);
/* Their cells; empty if there are no rows. */
void cutter_cut(struct cutter *cutter, const struct cut *cut, struct str *data);

#endif
