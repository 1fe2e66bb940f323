/*
 * job_people: what is no sum. Rows are kept as they come, in the order of days, and reckoned at the end.
 *
 *   distinct   by group: one bit a client
 *   trailing   each row covers the windows that end after it, until the client's next one: one addition where
 *              that begins and one where it ends, so that all windows cost one reading
 *   returning, following   by client, day after day
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
void kept_latest(struct kept *kept, struct groups *groups, int sum);
/* Both measures of who came back; `back` is the column of those that did, -1: not asked for. */
void kept_people(const struct kept *kept, const struct job *job, bool following, int base,
                 int back);

/* Adds to the question's group: the local one's keys, with those of a period. */
void job_emit(const struct job *job, int local, int period, int sum, int64_t value);

#endif
