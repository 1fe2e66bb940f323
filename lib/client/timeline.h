/*
 * timeline: everything that a client and the clinic had to do with each other, from every table, newest first.
 */
#ifndef MEDI_CLIENT_TIMELINE_H
#define MEDI_CLIENT_TIMELINE_H

#include "base/arena.h"
#include "client/touches.h"
#include "db/db.h"

#define TIMELINE_UNKNOWN INT64_MIN

struct timeline_entry {
    int64_t day, at; /* at: TIMELINE_UNKNOWN where only the day is known */
    const char *kind;
    const struct touch_kind *touch;         /* what the pack says of it, or NULL */
    int64_t store_id, staff_id, project_id; /* 0: none */
    const char *code, *detail;              /* or NULL */
    int64_t amount;                         /* fen, or TIMELINE_UNKNOWN */
};

struct timeline {
    struct db *db;
    struct arena *arena; /* for all of it */
    const struct touches *touches;
    int64_t client_id;
    int64_t from, to; /* days [from, to); TIMELINE_UNKNOWN: no end */
    const char *kind; /* only that one; NULL: all */
    int64_t offset;   /* of the zone, in seconds */
    /* by timeline_read: */
    struct timeline_entry *entries;
    int64_t count;
};

int timeline_read(struct timeline *timeline, struct err *err);

#endif
