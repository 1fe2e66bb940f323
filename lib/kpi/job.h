/*
 * job: the measures of a question that are answered by one reading of one fact.
 *
 * Rows come in blocks, from the facts of store-days or from cells of rollups, which look alike: a cell is a
 * row that stands for `weight` rows and whose measures are sums. Each block is filtered, grouped by the
 * lenses of what is cut by, and added to the groups of the question. What is no sum (distinct
 * clients, windows that trail, who came back) is kept and reckoned when all rows have been seen.
 */
#ifndef MEDI_KPI_JOB_H
#define MEDI_KPI_JOB_H

#include "kpi/groups.h"
#include "kpi/lens.h"
#include "kpi/pack_private.h"

enum { CUTS = 6, JOB_LENSES = 16, JOB_USES = 24 };
enum { SLOT_STORE = FACT_DERIVED_END, SLOT_DAY, SLOT_LENS }; /* behind the fact's columns */

struct window {
    int64_t from, to;
};

/* The question, as jobs see it. */
struct question {
    struct arena *arena;
    struct lens_library *shelf;
    const struct dimension *cuts[CUTS];
    int cut_count;
    const char *where; /* or NULL */
    const char *staff; /* a code: only what is of this person; or NULL */
    const int64_t *store_id;
    struct window window;
    struct window *periods; /* of the finest period that is cut by, or the window alone */
    int period_count;
    int64_t today;
    int64_t most_client;  /* the greatest number of a client; 0: not known */
    struct groups groups; /* what everything is added to */
};

enum job_kind { JOB_PLAIN, JOB_SINCE, JOB_TRAILING, JOB_PEOPLE, JOB_LATEST };

struct kept; /* rows that wait for the end: job_people.h */

struct use { /* of a measure in a job */
    const struct measure *measure;
    int64_t days; /* $days */
    int sum;      /* its number in the groups */
    const struct expr *value, *where;
    bool linear; /* value = constant + Σ factors × column */
    int64_t constant, *factors;
    struct kept *kept;
};

struct job {
    struct question *question;
    const struct metric *metric; /* for `staff` */
    const struct fact *fact;
    enum job_kind kind;
    int64_t days, within, later; /* of its measures */
    int since;                   /* column, or -1 */
    struct use uses[JOB_USES];
    int use_count;
    struct lens cuts[CUTS];
    struct lens lenses[JOB_LENSES]; /* of what is filtered by */
    int lens_count;
    const struct expr *where;
    int columns[16], column_count; /* asked of the scan */
    struct groups local;           /* trailing, people: by the cuts without periods */
    struct scratch_rows *scratch;
    const char *way; /* how it was answered */
};

/* A block of rows, or of cells: then weight[i] rows each. */
struct job_rows {
    struct lens_rows rows;
    const int64_t *columns[FACT_DERIVED_END];
    const int64_t *weight; /* NULL: rows */
};

/* Whether a measure can join the job (which has one already); `days`: the metric's. */
bool job_takes(const struct job *job, const struct metric *metric, const struct measure *measure,
               int64_t days);
int job_begin(struct job *job, struct question *question, const struct metric *metric,
              const struct measure *measure, int64_t days, struct err *err);
int job_add(struct job *job, const struct measure *measure, int64_t days, int sum, struct err *err);

/* Adds a block; after the last one, job_end. */
int job_rows(struct job *job, const struct job_rows *block, struct err *err);
void job_end(struct job *job);
void job_release(struct job *job);

/* The days that have to be read. */
struct window job_window(const struct job *job);

/* Where rows come from: facts as a rule; for the examples of the packs rows in memory. */
struct job_source {
    void *context;
    int (*scan)(void *context, const struct fact_scan *scan, fact_block_fn *block, void *to,
                struct err *err);
    bool rollups; /* may be asked too */
    struct db *db;
};
int job_run(struct job *job, const struct job_source *source, struct err *err);

#endif
