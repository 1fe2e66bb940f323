/*
 * heads: how many of a role are wanted when, from arrivals; and the rows of `head` that say so.
 *
 *     heads = ceil(arrivals × minutes ÷ (length × utilisation ÷ 100)), at least `least`
 *
 * of an hour, where arrivals are its quantile (load.yaml), minutes those of work.h, length what of the hour
 * is open. It is queueing's offered load with room left, not a waiting-time formula: work of a client counts
 * in the hour of the arrival. Hours that follow one another with equal heads are one span.
 *
 * Rows of source `load` are written by this alone, those of source `set` by people alone. A set row without
 * skill and person says how many of its role there are to be in its time, so load's spans are cut there; one
 * with a skill or a person says who is to be among them, and cuts nothing.
 */
#ifndef MEDI_LOAD_HEADS_H
#define MEDI_LOAD_HEADS_H

#include "load/arrivals.h"

enum { HEADS_MOST = 1000 };

struct head_span {
    int64_t day;
    int from, to; /* minutes of the day, [ ) */
    const char *role;
    int heads;
};
struct head_spans {
    struct head_span *items;
    int count, room;
    struct arena *arena;
};

int heads_wanted(double arrivals, double minutes, int length, int64_t utilisation, int64_t least);

/* Adds a span, or lengthens the last one if it follows it with as many of the same role; 0 heads are none. */
void heads_add(struct head_spans *spans, const struct head_span *span);

/* Step h of a store's arrivals: all roles, in the pack's order. */
void heads_of_day(const struct load *load, const struct load_store *store,
                  const struct arrivals *arrivals, int h, struct head_spans *spans);

/* Adds what is left of `span` outside the `cuts` of its day and role. */
void heads_cut(const struct head_span *span, const struct head_spans *cuts,
               struct head_spans *left);

/* Rows of source load of a store's days [from, to) become `spans`, cut where people said otherwise; rows
 * that are so already stay. Numbers of rows that were written and taken away. In the caller's
 * transaction. */
struct heads_change {
    int64_t put, dropped, same;
};
int heads_write(struct db *db, int64_t store_id, int64_t from, int64_t to,
                const struct head_spans *spans, struct heads_change *change, struct err *err);

/* Load's rows of a day as they stand, so that heads_write puts them back around set rows that are
 * written meanwhile. */
int heads_read(struct db *db, struct arena *arena, int64_t store_id, int64_t day,
               struct head_spans *spans, struct err *err);

#endif
