/*
 * due: which complaints wait for what, and how much of their time is left.
 */
#ifndef MEDI_COMPLAINT_DUE_H
#define MEDI_COMPLAINT_DUE_H

#include "complaint/rules.h"
#include "db/db.h"

enum due_clock { DUE_RESPOND, DUE_ANSWER };
enum due_status { DUE_RUNNING, DUE_PAUSED, DUE_SOON, DUE_LATE };

const char *due_clock_name(enum due_clock clock);
const char *due_status_name(enum due_status status);

struct due {
    const struct complaint_rules *rules;
    const char *code, *client, *category, *state, *owner; /* owner NULL: nobody's yet */
    int64_t severity;
    enum due_clock clock;
    enum due_status status;
    int64_t due_at;  /* if paused: as if it went on now */
    int64_t minutes; /* of the clock that are left; below 0: late by */
    const char
        *notify; /* code: its owner, or when it is late the one behind; NULL: there is no manager */
};

typedef int due_found(void *context, const struct due *due, struct err *err);

/* Every open complaint with a clock that runs, of a store (NULL: of all), in the order of their
 * stores and codes, as of a moment. */
int due_list(struct db *db, struct arena *arena, const struct packs *packs, const int64_t *store_id,
             int64_t now, due_found *found, void *context, struct err *err);

/* The moment at which a first response is, or was, due. */
int due_response(struct db *db, const struct complaint_rules *rules, int64_t complaint_id,
                 int64_t opened_at, int64_t respond_by, int64_t now, int64_t *due_at,
                 struct err *err);

#endif
