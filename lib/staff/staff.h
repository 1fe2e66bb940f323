/*
 * staff: people who work here, as others ask for them, and the posts that they have one after the other.
 */
#ifndef MEDI_STAFF_STAFF_H
#define MEDI_STAFF_STAFF_H

#include <stdbool.h>

#include "base/arena.h"
#include "db/db.h"

struct staff {
    int64_t id;
    const char *code, *name;
    const char *role, *title; /* on the day that was asked for, by their posts; title NULL: none */
    int64_t store_id;         /* home store on that day; 0: all stores */
    int64_t hired_on;         /* INT64_MIN: not known */
    int64_t left_on;          /* their last day; INT64_MAX: still here */
};

/* By code. 0, or ERR_DATA: there is none. Texts in the arena. */
int staff_find(struct db *db, struct arena *arena, const char *code, int64_t day,
               struct staff *staff, struct err *err);

/* By id: 1, 0 there is none, -1. */
int staff_get(struct db *db, struct arena *arena, int64_t id, int64_t day, struct staff *staff,
              struct err *err);

/* Whether they work here on a day; ERR_DATA says since when not any more, or not yet. */
int staff_here(const struct staff *staff, int64_t day, struct err *err);

/* The staff member whose account a login is: 1, 0 nobody's, -1. */
int staff_of_login(struct db *db, struct arena *arena, const char *login, int64_t day,
                   struct staff *staff, struct err *err);

/*
 * Room for a new post from a day on, between the posts that are there: the one before it ends that
 * day. The first post that is kept for someone who had a role already leaves that role as a post of
 * its own before. `to_on` gets the day on which the next one begins (INT64_MIN: there is none), for
 * the caller, who writes the post itself. ERR_DATA: one begins that day already.
 */
int staff_make_room(struct db *db, const struct staff *staff, int64_t from_on, int64_t *to_on,
                    struct err *err);

/* Gives the staff file role, title and store of the post that has no end: 1 changed, 0 as it was, -1. */
int staff_take_post(struct db *db, const struct staff *staff, struct err *err);

#endif
