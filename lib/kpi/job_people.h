/*
 * job_people: what is no sum. Rows are kept as they come, in the order of days, and reckoned at the end.
 *
 *   distinct   by group: one bit a client
 *   trailing   each row covers the windows that end after it, until the client's next one: one addition where
 *              that begins and one where it ends, so that all windows cost one reading
 *   observed   so too: a row counts in the windows in which it is the client's first one
 *   returning, following, again   by client, day after day
 *   latest     by what it is the latest of
 */
#ifndef MEDI_KPI_JOB_PEOPLE_H
#define MEDI_KPI_JOB_PEOPLE_H

#include "kpi/bits.h"
#include "kpi/job.h"

struct kept {
    int32_t *group, *who, *day;
    int64_t *value, *store, *of, *at;
    bool days, values, latest; /* which of them are kept */
    int64_t count, room;
    int32_t most;     /* the greatest `who` */
    struct bits bits; /* distinct: of groups that have a set here no rows are kept */
    int64_t numbers;  /* what the sets hold; 0: none are made */
};

struct kept *kept_new(struct arena *arena, bool days, bool values, bool latest);
void kept_release(struct kept *kept);
int64_t kept_add(struct kept *kept, int group, int64_t who); /* its place */

void kept_distinct(const struct kept *kept, struct groups *groups, int sum);
void kept_trailing(const struct kept *kept, const struct job *job, const struct use *use);
void kept_observed(const struct kept *kept, const struct job *job, const struct use *use);
void kept_latest(struct kept *kept, struct groups *groups, int sum);
/* Measures of who came back; `back` is the column of those that did, -1: not asked for. */
enum people_way { PEOPLE_RETURNED, PEOPLE_STAYED, PEOPLE_SECOND };
void kept_people(const struct kept *kept, const struct job *job, enum people_way way, int base,
                 int back);

/* How many of the windows end at or before a day: for each day of the reading and `days` behind it.
 * `before` is freed by whoever asked. */
struct ends {
    int64_t from;
    int32_t *before;
    int64_t count;
};
struct ends ends_of(const struct job *job);

/* The places of rows by groups, those of one in order; starts[g] is where those of g begin. Both are freed by
 * whoever asked. */
int32_t *kept_order(const struct kept *kept, int64_t groups, int64_t **starts);

/* Adds to the question's group: the local one's keys, with those of a period. */
void job_emit(const struct job *job, int local, int period, int sum, int64_t value);

#endif
