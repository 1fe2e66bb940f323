/*
 * kpi: figures from the records, by the definitions of medi-kpi(1).
 *
 *   arrivals       到院: a visit is client × store × local day with at least one arrived or
 *                  fulfilled item (a visit or an appointment); booked, cancelled, no-show and
 *                  entered-in-error never count, walk-ins do. `heads` are distinct clients.
 *   conversion     咨询转化率: consultations with a deal within D days ÷ consultations. Medical
 *                  refusals leave the denominator. A deal is an order of class sale, on the first
 *                  day at the end of which its net paid exceeds the threshold and not all of its
 *                  rows are deposits. Staff: who advised.
 *   satisfaction   满意度: judgements of treatments by clients of 4 or 5 of 5 ÷ all of the window;
 *                  of several of one treatment in it the latest. Staff: the treatment's doctor.
 *   complications  并发症率: treatments of the window with a confirmed complication within the
 *                  project's horizon ÷ treatments, by treatment date. `maturing` are those without
 *                  one whose horizon is not over. Staff: the doctor.
 *   repurchase     老客复购率: clients with a deal in the 365 days before the window (by month:
 *                  before each month) and another in it ÷ all with one before. Staff: who sold the
 *                  last one before; unknown: the client's owner.
 *   key_items      重点项目占比: deals with a project of kpi.key_projects, alone, by contract or in
 *                  a package ÷ deals. No key project, no figure. Staff: who sold it.
 *   service_score  服务评分: points of assessments of service ÷ what could be had. Staff and store:
 *                  the person's.
 *   sop_conformance  SOP 符合率: actions of the standard procedure done in time ÷ actions that were
 *                  due, on the visits of the window (visit/sop.h). Staff: who did them or should have.
 *                  Cut by store or by staff, one at a time.
 *
 * Clients of class staff or test are out. Channel is the client's first touch.
 */
#ifndef MEDI_KPI_KPI_H
#define MEDI_KPI_KPI_H

#include "base/arena.h"
#include "db/db.h"
#include "db/sql.h"
#include "text/out.h"
#include "text/pack.h"

enum kpi_metric {
    KPI_ARRIVALS,
    KPI_CONVERSION,
    KPI_SATISFACTION,
    KPI_COMPLICATIONS,
    KPI_REPURCHASE,
    KPI_KEY_ITEMS,
    KPI_SERVICE_SCORE,
    KPI_SOP_CONFORMANCE,
    KPI_METRICS
};
enum kpi_cut { KPI_STORE = 1, KPI_MONTH = 2, KPI_CHANNEL = 4, KPI_STAFF = 8 };

const char *kpi_metric_name(enum kpi_metric metric);

/* ERR_USAGE with the names that there are, and the nearest. */
int kpi_metric_find(const char *name, enum kpi_metric *metric, struct err *err);

/* Whether it can be cut (and filtered) so. */
bool kpi_has_cuts(enum kpi_metric metric, unsigned cuts);

struct kpi_query {
    enum kpi_metric metric;
    int64_t from, to;          /* days, half open */
    const int64_t *store_id;   /* NULL: all stores */
    const int64_t *staff_id;   /* NULL: all staff */
    unsigned cuts;             /* of enum kpi_cut */
    int64_t days;              /* conversion: D */
    int64_t threshold_fen;     /* what a deal must exceed */
    int64_t few;               /* ratios over fewer cases are flagged */
    int64_t horizon;           /* complications: of projects without one of their own, days */
    int64_t today;             /* complications: whose horizon is over */
    int64_t now;               /* sop_conformance: what is over by then */
    const char *staff;         /* and the code of staff_id, */
    struct arena *arena;       /* memory, */
    const struct packs *packs; /* and where the procedure is */
    const char *projects;      /* key_items: ",P1,P2,"; "," or NULL: none */
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

/* The one figure of a query without cuts, of a metric that is a ratio: as its row would have it. */
struct kpi_ratio {
    int64_t numerator, denominator; /* denominator 0: no value */
    bool few;
};
int kpi_ratio(struct db *db, const struct kpi_query *query, struct kpi_ratio *ratio,
              struct err *err);

#endif
