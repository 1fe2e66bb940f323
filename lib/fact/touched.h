/*
 * touched: which facts of which store and day are to be made again. Inside lib/fact.
 */
#ifndef MEDI_FACT_TOUCHED_H
#define MEDI_FACT_TOUCHED_H

#include <stdbool.h>
#include <stdint.h>

struct touched_store {
    int64_t store_id;
    int64_t from; /* the day of mask[0] */
    int room;
    uint32_t *mask; /* facts by FACT_BIT; NULL: none yet */
};

struct touched {
    struct touched_store *stores;
    int count, last;
};

void touched_release(struct touched *touched); /* and empties it */
void touched_add(struct touched *touched, uint32_t facts, int64_t store_id, int64_t day);

/* The next run of days, at most `most` long, of which some of these facts are touched: from … until, and
 * which. A run goes over gaps that cost less than another run. Begin with store 0 and day INT64_MIN. */
struct touched_run {
    int store; /* its place in `stores` */
    int64_t from, to;
    uint32_t facts;
};
bool touched_next(const struct touched *touched, uint32_t facts, int most, struct touched_run *run);

#endif
