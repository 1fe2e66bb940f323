/*
 * kpi: figures from the records, by the definitions of medi-kpi(1) (`medi-kpi explain`).
 *
 *   arrivals    到院: a visit is client × store × local day with at least one arrived or fulfilled
 *               item (a visit or an appointment); booked, cancelled, no-show and entered-in-error never
 *               count, walk-ins do. `heads` are distinct clients.
 *   conversion  咨询转化率: consultations with a deal within D days ÷ consultations. Medical refusals
 *               leave the denominator. A deal is an order of class sale, on the first day at the end of which
 *               its net paid exceeds the threshold and not all of its rows are deposits.
 *
 * Clients of class staff or test are out. Channel is the client's first touch.
 */
#ifndef MEDI_KPI_KPI_H
#define MEDI_KPI_KPI_H

#include "db/db.h"
#include "db/sql.h"
#include "text/out.h"

enum kpi_metric { KPI_ARRIVALS, KPI_CONVERSION };
enum kpi_cut { KPI_STORE = 1, KPI_MONTH = 2, KPI_CHANNEL = 4 };

struct kpi_query {
    enum kpi_metric metric;
    int64_t from, to;        /* days, half open */
    const int64_t *store_id; /* NULL: all stores */
    unsigned cuts;           /* of enum kpi_cut */
    int64_t days;            /* conversion: D */
    int64_t threshold_fen;   /* conversion: what a deal must exceed */
    int64_t few;             /* ratios over fewer cases are flagged */
};

struct kpi_columns {
    struct out_column columns[12];
    int count;
};

/* The columns of the answer: the cuts, then the figures. */
void kpi_columns(const struct kpi_query *query, struct kpi_columns *columns);

/* Gives the rows, ordered by the cuts, to `out` (not its end); their number to `rows`. */
int kpi_rows(struct db *db, const struct kpi_query *query, struct out *out, int64_t *rows,
             struct err *err);

#endif
