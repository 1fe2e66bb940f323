/*
 * orphans: bookings that stand, have not begun, and could not be made now, for those whom they have:
 * leave, a shift, a licence, a closed day came later.
 */
#ifndef MEDI_ROSTER_ORPHANS_H
#define MEDI_ROSTER_ORPHANS_H

#include "roster/booking.h"
#include "text/pack.h"

struct orphan {
    int64_t store_id;
    const char *store;
    struct booking_row row;
};

/* Once for each thing that stands against one. */
typedef int orphan_found(void *context, const struct orphan *orphan, const struct busy_no *no,
                         struct err *err);

struct orphans_ask {
    const int64_t *store_id;   /* NULL: all stores */
    int64_t from, to;          /* moments of their beginnings [ ) */
    const struct packs *packs; /* of the rules of gates: the shipped ones */
};

int orphans_find(struct db *db, struct arena *arena, const struct orphans_ask *ask,
                 orphan_found *found, void *context, struct err *err);

#endif
