/*
 * spend: what was spent on channels, day by day.
 */
#ifndef MEDI_INSIGHT_SPEND_H
#define MEDI_INSIGHT_SPEND_H

#include "base/err.h"
#include "db/db.h"

struct spend_day {
    int64_t store_id, day, channel_id, amount_fen; /* store 0: by the chain */
};
typedef void spend_seen(void *context, const struct spend_day *spent);

/* Of the days [from, to) in their order; `store_id` NULL: of all. */
int spend_each(struct db *db, int64_t from, int64_t to, const int64_t *store_id, spend_seen *seen,
               void *context, struct err *err);

#endif
