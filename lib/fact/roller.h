/*
 * roller: makes rollups of a store's months from the facts and people as they stand, and puts what differs.
 * Inside lib/fact.
 */
#ifndef MEDI_FACT_ROLLER_H
#define MEDI_FACT_ROLLER_H

#include "fact/cut.h"
#include "fact/people.h"

struct roller;

/* `people`: class, channel, first and deal columns of all whom the facts name. `writes` false: only tells what
 * differs; `fresh`: there are none yet. */
int roller_open(struct roller **roller, struct db *db, const struct people *people, bool writes,
                bool fresh, struct err *err);
void roller_close(struct roller *roller); /* NULL-safe */

/* Called for each month of which a cut is not as it stands. */
typedef int roller_differs(void *context, int fact, int64_t store_id, int64_t month,
                           struct err *err);
void roller_listen(struct roller *roller, roller_differs *differs, void *context);

/* Months of a fact in a store, from the first day of one until that of another. */
int roller_roll(struct roller *roller, int fact, int64_t store_id, int64_t from, int64_t to,
                struct err *err);

#endif
