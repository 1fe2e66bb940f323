/*
 * slots: times to propose for a project, those with the least score first, and of equals the earlier one.
 *
 *     score = 60 · days + idle
 *
 *     days   local days from the first day that is asked for to that of the slot: to wait a day longer is
 *            as bad as an hour that nobody works
 *     idle   the idle minutes (booking_idle) that the booking leaves in the duty of its doctor and of its
 *            nurse: what is left before it, since the booking or the start of duty before, and after it,
 *            until the next booking or the end of duty, each if it is shorter than 60 minutes. A gap of an
 *            hour or more takes another client, and none at all wastes nothing.
 *
 * Starts are tried each `step` minutes from each opening of the store on; of doctors, nurses, rooms and
 * machines that are not named the one is taken that `book` would take.
 */
#ifndef MEDI_ROSTER_SLOTS_H
#define MEDI_ROSTER_SLOTS_H

#include "roster/booking.h"

struct slot {
    struct busy_want want;
    const struct busy_one *chosen[BUSY_KINDS];
    int64_t days, idle, score;
};

struct slots_ask {
    int64_t first_day;        /* from which waiting counts */
    int64_t from_day, to_day; /* [ ), within the window of booking->busy */
    int64_t step;             /* minutes */
    int64_t length;           /* seconds */
    int limit;
};

/* Adds those of these days to the best of the days before, at most `limit`, in order. 1: no later day
 * can have a better one; 0: it may; -1. */
struct slots {
    struct slot *items; /* room for `limit` */
    int count;
};
int slots_find(struct booking *booking, const struct slots_ask *ask, struct slots *slots,
               struct err *err);

#endif
