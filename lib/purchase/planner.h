/*
 * planner: from what was used, week by week, to what is ordered: lib/forecast's courses of the weeks to come,
 * with what is booked as their floor, handed to reorder. Pure; the verb `plan` and the simulation of
 * tests/bench/shelf.c call the same function.
 *
 * A week is seven days that end with yesterday, the next begins today: so nothing recent is
 * left out, and no week is
 * half over. Where a store was closed, or out of stock, for a part of a week, `open` says for which part it
 * counts; a week that does not count at all is missing and not zero demand.
 */
#ifndef MEDI_PURCHASE_PLANNER_H
#define MEDI_PURCHASE_PLANNER_H

#include "base/arena.h"
#include "forecast/forecast.h"
#include "purchase/reorder.h"

enum { PLANNER_WEEK = 7, PLANNER_YEAR = 52 };

/* An item in a store. */
struct planner_store {
    const double *used; /* `weeks` values */
    const double
        *open; /* weeks + horizon: the part of the week that counts, 0 … 1; NULL: all of each */
    const double
        *events; /* weeks + horizon: how much of it an open day or the like took; NULL: none */
    const double *booked; /* horizon: what treatments that are booked will use; NULL: nothing */
    int weeks;
    const struct reorder_supply *supplies;
    int supply_count;
    uint64_t seed; /* another one for each store */
};

/* What the store would have used in each of its weeks, had all of it counted, to a millionth; NaN
 * where less than half of a week did: `weeks` values. Without what is known of single days: events
 * are in it as they came. */
void planner_demand(const struct planner_store *store, double *weekly);

/* Weeks that must be looked ahead for an order on these terms; at most a year. */
int planner_horizon(const struct reorder_terms *terms);

/* What comes in `horizon` weeks, in `courses` (PLANNER_COURSES × horizon), never below what is booked. */
enum { PLANNER_COURSES = 1000 };
void planner_courses(const struct planner_store *store, int horizon, struct arena *arena,
                     struct forecast *forecast, double **courses);

/* The order of all stores together, and of each the forecast that it rests on (`count`; NULL: not wanted). */
void planner_order(const struct planner_store *stores, int count, const struct reorder_terms *terms,
                   struct arena *arena, struct reorder_order *order, struct forecast *forecasts);

#endif
