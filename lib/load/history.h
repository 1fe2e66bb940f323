/*
 * history: what is known of stores and their days: who came, when they were and will be open, what is booked.
 *
 * A day of history has a number of clients (client × store × day with an arrival, CONVENTIONS 1), or is
 * missing:
 *
 *     closed    its hours and closures say so, and nobody came (who came came to an open store, whatever its
 *               file says);
 *     idle      nobody came though it was open, on a weekday that has IDLE_USUAL clients or more in the eight
 *               weeks before and
 *               after: by chance that happens once in thousands of days, so it was closed and nobody said so;
 *     unknown   behind the last day on which anybody came, if IDLE_USUAL or more were to be expected there:
 *               nothing was entered.
 *
 * History begins with the first day on which somebody came, at most HISTORY_DAYS back, and ends before
 * `until`, today: of today not all have come.
 *
 * How much a store is open on a day is told as part of a usual day of that weekday: the shares of the hours
 * (profile.h) that are open.
 */
#ifndef MEDI_LOAD_HISTORY_H
#define MEDI_LOAD_HISTORY_H

#include "load/feature.h"
#include "load/pack.h"
#include "load/profile.h"
#include "roster/busy.h"

enum { HISTORY_DAYS = 1096, HISTORY_AHEAD = 400, IDLE_USUAL = 8, LOAD_PIECES = 6 };

/* Minutes of a day in which a store is open, by its clock; in order. */
struct load_open {
    struct load_piece {
        int from, to;
    } pieces[LOAD_PIECES];
    int count;
    const char *closed; /* the closure that closes it, or part of it; NULL */
};

struct load_span {
    int64_t store_id, from, to; /* days, both with it; store 0: all */
};

struct load_store {
    int64_t id;
    const char *code;
    struct busy hours; /* its hours and closures, no more */
    bool has_hours;    /* in its file */
    int64_t first;     /* the day of y[0] */
    int n, ahead;      /* days of history; behind them, until `to` */
    double *y;         /* n; NaN: missing */
    bool *idle;        /* n */
    double *open;      /* n + ahead: part of a usual day */
    double *x;         /* (n + ahead) × features */
    int known;         /* days that are not missing */
    int seen;          /* days until behind the last on which anybody came */
    struct profile profile;
    double show;                /* part of bookings for which the client comes, see arrivals.h */
    double *booked;             /* ahead: clients; NULL: not known of a moment that is past */
    double minutes[LOAD_ROLES]; /* of work for each who comes, by role of the pack */
};

struct load {
    struct db *db;
    struct arena *arena;
    struct calendar calendar;
    struct load_pack pack;
    struct features features;
    int64_t until, to; /* today; the day behind the last that is asked for */
    bool now;
    struct load_store *stores;
    int count, room;
    struct load_span *campaigns;
    int campaign_count, campaign_room;
};

/* All stores' history before `when.until`, with what is known ahead until `when.to`, at most HISTORY_AHEAD
 * days. Rows of bookings tell how they are now, so they are read only if that is what is asked. */
struct load_when {
    int64_t until, to;
    bool now;
};
int load_read(struct load *load, struct db *db, struct arena *arena, const struct packs *packs,
              const struct load_when *when, struct err *err);

struct load_store *load_store(const struct load *load, int64_t id); /* NULL */

/* When a store is open on a day. */
void load_open_day(const struct load_store *store, int64_t day, struct load_open *open);

#endif
