/*
 * brief: 晨会、夕会: one screen of what a day begins with, or what it leaves behind.
 *
 *   morning   goals of the day's month, quarter and year with pace and forecast; bookings of today, first
 *             visits and
 *             high-value clients among them; follow-ups that are urgent (a symptom of grade 3 or more),
 *             overdue, due;
 *             stock that is out, low, expiring within BRIEF_EXPIRING days; complaints that are late or due soon
 *   evening   what happened: arrivals, first visits, deals, money received, 消耗; what slipped: no-shows,
 *             bookings that are over
 *             and nobody marked, follow-ups left open, complaints opened, adverse events; complaints late;
 *             goals
 *             behind their pace
 *
 * Lines of nothing are left out. `detail` says by store, or what it is.
 */
#ifndef MEDI_INSIGHT_BRIEF_H
#define MEDI_INSIGHT_BRIEF_H

#include <stdbool.h>

#include "base/arena.h"
#include "db/db.h"
#include "text/pack.h"

enum { BRIEF_EXPIRING = 30, BRIEF_STORES = 6 };

struct brief_query {
    struct db *db;
    struct arena *arena;
    const struct packs *packs;
    int64_t today, now;
    const int64_t *store_id; /* NULL: all */
    bool evening;
};

struct brief_line {
    const char *section, *item;
    int64_t count, amount_fen; /* -1: none */
    const char *detail;        /* NULL */
    const char *command;
};

typedef int brief_seen(void *context, const struct brief_line *line, struct err *err);
int brief_lines(const struct brief_query *query, brief_seen *seen, void *context, struct err *err);

#endif
