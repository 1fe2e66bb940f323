/*
 * training: what each role has to be trained in, how often, and what shows that it was done: the
 * pack training.yaml.
 */
#ifndef MEDI_STAFF_TRAINING_H
#define MEDI_STAFF_TRAINING_H

#include "base/arena.h"
#include "db/db.h"
#include "text/out.h"
#include "text/pack.h"

enum training_period { EACH_WEEK, EACH_MONTH, EACH_QUARTER, EACH_YEAR };

struct training {
    const char *name, *zh, *says;
    const char *roles; /* ",doctor,nurse," */
    enum training_period period;
    int64_t times;      /* in each period */
    const char *review; /* shown by an assessment of that kind; NULL: by attendance */
    int64_t pass;       /* the score that passes; -1: to have been there is enough */
};

struct trainings {
    struct training *items;
    int count;
};

/* ERR_DATA with file and line: unknown roles, periods, kinds of assessment, an entry that nothing
 * can fulfil. */
int trainings_load(struct arena *arena, const struct packs *packs, struct trainings *trainings,
                   struct err *err);
int trainings_read(struct arena *arena, const char *path, struct trainings *trainings,
                   struct err *err);

/* ERR_DATA with those that there are. NULL on error. */
const struct training *training_find(const struct trainings *trainings, const char *name,
                                     struct err *err);

const char *training_period_name(enum training_period period);

/* The period that a day lies in: [from, to). */
void training_window(enum training_period period, int64_t day, int64_t *from, int64_t *to);

/* What the people of a store (0: those of no store) lack of one entry on a day, by their role on
 * that day: rows to `stmt`, to be stepped: staff, name, role, done. Who left or is not here yet
 * lacks nothing. */
int training_lacking(struct db *db, const struct training *training, int64_t store_id, int64_t day,
                     struct db_stmt **stmt, struct err *err);

#endif
