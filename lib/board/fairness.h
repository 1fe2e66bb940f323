/*
 * fairness: what a grid asks of each, and how evenly; and how much of their time people treat.
 *
 * Of a person, in the days of the grid:
 *   minutes         paid, that are worked
 *   contract        of month_hours (work_rule, else the role's in rosters.yaml), each day the part of
 *                   its month; -1 if nothing says
 *   weekends        with work on Saturday or Sunday
 *   late            shifts that rosters.yaml calls late
 *   wishes, granted rows of wish in these days, and those that came true: off means no work, work any
 *                   work, else that shift
 *   short_rests     between two shifts less than the role's rest_hours
 *   rostered        paid minutes of the days before `today`
 *   treated         minutes of treatments on those days, a shared one by its shares. Utilisation is
 *                   treated by rostered (医生人效). Only of what is published, in whatever store.
 *
 * Of a role, for hours, weekends and late shifts: the range is the most less the least, the deviation
 * the square root of the mean of the squares of what each is apart from the mean (all of the role are
 * known: none is a sample).
 */
#ifndef MEDI_BOARD_FAIRNESS_H
#define MEDI_BOARD_FAIRNESS_H

#include "board/grid.h"
#include "rota/rules.h"

struct fairness {
    const struct grid_person *person;
    int64_t minutes, contract, shifts, weekends, late, wishes, granted, short_rests;
    int64_t rostered, treated;
};

/* By the grid's people, in the arena. */
int fairness_of(const struct grid *grid, const struct rota_rules *rules, int64_t today,
                struct fairness **list, struct err *err);

/* Millionths of an hour, a weekend, a shift. */
struct fairness_spread {
    int64_t mean, range, deviation;
};
enum fairness_what { FAIR_HOURS, FAIR_WEEKENDS, FAIR_LATE };
/* Of `count` people from `first` on; at least one. */
struct fairness_spread fairness_spread(const struct fairness *first, int count,
                                       enum fairness_what what);

#endif
