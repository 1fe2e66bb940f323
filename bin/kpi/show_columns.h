/*
 * show_columns: an answer as columns: the cuts, then of each metric what its unit asks for.
 *
 *   count     NAME                          fen    NAME_fen
 *   ratio     NAME (value and parts), NAME_low, NAME_high, few      share   without the interval
 *   permille  NAME_permille                 per    NAME             fen-per  NAME_fen
 *             … NAME_numerator, NAME_denominator, few
 *
 * and what is counted beside it; with targets, NAME_target and NAME_reached, its part; compared,
 * NAME_before and NAME_change: of counts and money the part that it grew by, of shares the difference. Of
 * one metric `few` and what is beside it have these names, of several the metric's before them.
 */
#ifndef MEDI_BIN_KPI_SHOW_COLUMNS_H
#define MEDI_BIN_KPI_SHOW_COLUMNS_H

#include "kpi/layer.h"
#include "text/out.h"

enum { SHOW_COLUMNS = CUTS + KPI_METRICS * 16 };

struct show_columns {
    struct arena *arena;
    const struct kpi_answer *answer;
    struct kpi_answer *sparks; /* the same by a period more, or NULL */
    const char *spark;         /* that period */
    bool zh, compare, bars, target;
    struct out_column columns[SHOW_COLUMNS];
    int count;
    int64_t greatest; /* of the first metric, for bars */
};

void show_columns(struct show_columns *show);
int show_row(struct show_columns *show, const struct kpi_row *row, struct out *out,
             struct err *err);

#endif
