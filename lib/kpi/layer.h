/*
 * layer: figures from the records, by the definitions of the packs (kpi/metric.h): several metrics side by
 * side, cut by the same dimensions, filtered, over a window of days, beside the window before or a year ago.
 *
 * Every answer is exact. Sums and counts by at most two dimensions of a fact come from rollups, all else
 * from the facts; `way` says which was taken.
 */
#ifndef MEDI_KPI_LAYER_H
#define MEDI_KPI_LAYER_H

#include "kpi/job.h"
#include "kpi/metric.h"

struct kpi_layer {
    struct db *db;
    struct arena *arena;
    const struct packs *packs;
    int64_t store_id; /* whose settings; 0: the chain's */
    struct catalogue catalogue;
    struct lens_library shelf;
    struct settings *settings; /* read when first asked for */
    bool facts_only;           /* no rollups: to prove that they say the same */
    int (*scan)(void *context, const struct fact_scan *scan, fact_block_fn *block, void *to,
                struct err *err); /* NULL: of the database; else rows of an example */
    void *scan_context;
};

int kpi_layer_open(struct kpi_layer *layer, struct db *db, struct arena *arena,
                   const struct packs *packs, int64_t store_id, struct err *err);
int kpi_setting(struct kpi_layer *layer, const char *name, int64_t *value, struct err *err);

enum kpi_compare { KPI_ALONE, KPI_PREVIOUS, KPI_YEAR };
enum { KPI_METRICS = 8 };

struct kpi_ask {
    const char *metrics[KPI_METRICS];
    int metric_count;
    const char *by;    /* "store,month"; NULL: not cut */
    const char *where; /* a condition; NULL: none */
    const char *staff; /* the code of a person; NULL: all */
    const int64_t *store_id;
    int64_t from, to; /* days, half open */
    int64_t days;     /* $days of metrics that have them from a setting; -1: as it is set */
    int64_t today, now;
    enum kpi_compare compare;
};

struct kpi_figure {
    int64_t numerator, denominator; /* denominator 1 of counts and money; 0: no value */
    int64_t also[ALSO];
    bool few;
};

struct kpi_row {
    const int64_t *keys;              /* by cut */
    const char *const *texts;         /* NULL: none */
    const struct kpi_figure *figures; /* by metric */
    const struct kpi_figure *before;  /* NULL: there was nothing, or nothing was asked for */
    int64_t *targets; /* by metric: of kpi_targets, in the unit of the value; KPI_NO_TARGET: none */
};
#define KPI_NO_TARGET INT64_MIN

struct kpi_answer {
    const struct metric *metrics[KPI_METRICS];
    int metric_count;
    const struct dimension *cuts[CUTS];
    int cut_count;
    struct kpi_row *rows; /* ordered by the cuts, in the order of dimensions.yaml */
    int count;
    const char *way[KPI_METRICS];
    int64_t before_from, before_to; /* what it was compared with */
};

/* In the layer's arena. ERR_USAGE: no such metric, cut or filter, with the nearest, or they do not go
 * together. */
int kpi_ask(struct kpi_layer *layer, const struct kpi_ask *ask, struct kpi_answer *answer,
            struct err *err);

/* The same without cuts, as one row; zero rows: nothing. */
int kpi_total(struct kpi_layer *layer, const struct kpi_ask *ask, struct kpi_answer *answer,
              struct err *err);

/* The goals of the rows (table goal): of stores and the chain, by month, quarter or year, or of a window that
 * is one of these. ERR_USAGE: cut otherwise or filtered. */
int kpi_targets(struct kpi_layer *layer, const struct kpi_ask *ask, struct kpi_answer *answer,
                struct err *err);

/* The value as it is printed: fen, or millionths of what is no count. False: there is none. */
bool kpi_value(const struct metric *metric, const struct kpi_figure *figure, int64_t *value);

#endif
