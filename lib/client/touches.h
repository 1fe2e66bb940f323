/*
 * touches: the pack touches.yaml: every kind of contact, and the table that records it.
 */
#ifndef MEDI_CLIENT_TOUCHES_H
#define MEDI_CLIENT_TOUCHES_H

#include "base/arena.h"
#include "base/err.h"
#include "text/pack.h"

struct touch_kind {
    const char *kind, *from, *zh, *says;
};

struct touches {
    struct touch_kind *kinds;
    int count;
    const char **quiet; /* tables that refer to a client and are no contact */
    int quiet_count;
};

int touches_load(struct arena *arena, const struct packs *packs, struct touches *touches,
                 struct err *err);

/* The kind of that name, or NULL. */
const struct touch_kind *touches_find(const struct touches *touches, const char *kind);

/* One that is recorded by hand, or NULL with ERR_USAGE that names the nearest. */
const struct touch_kind *touches_by_hand(const struct touches *touches, const char *kind,
                                         struct err *err);

#endif
