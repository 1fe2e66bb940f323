/*
 * goal: what can be a goal, and how a goal stands.
 *
 *   revenue             实收: paid less given back                money
 *   revenue_recognised  消耗: revenue that treatments consumed    money
 *   spend               投放: spent on channels                   money
 *   arrivals            到院: visits                              a number
 *   new_clients         新客: first visits                        a number
 *   deals               成交: deals                               a number
 *   and shares of the layer: conversion, repurchase …             a share
 *
 * The first six add up day by day. How far a goal should be by now follows the weekdays: each day of
 * the period weighs what such a weekday brought on average in the GOAL_LEARN days before the period
 * (all alike where nothing was), and the pace is what has come ÷ the goal's part of the days that are
 * over. The forecast goes on at that pace: what has come, and the days ahead at their weights × what
 * has come ÷ the weights of the days over. Where no day is over yet, the days ahead bring their
 * averages.
 */
#ifndef MEDI_INSIGHT_GOAL_H
#define MEDI_INSIGHT_GOAL_H

#include "base/arena.h"
#include "db/db.h"
#include "kpi/kpi.h"

enum { GOAL_LEARN = 56 };
enum goal_unit { GOAL_MONEY, GOAL_NUMBER, GOAL_SHARE };

struct goal_metric {
    const char *name;
    enum goal_unit unit;
};

/* ERR_USAGE with the nearest name. */
int goal_metric_find(const char *name, struct goal_metric *metric, struct err *err);

/* The first day of the period in which a day lies, and the day behind its last; ERR_USAGE: no such period. */
int goal_period(const char *period, int64_t day, int64_t *from, int64_t *to, struct err *err);

struct goal_stand {
    int64_t store_id;
    const char *store, *period, *metric;
    enum goal_unit unit;
    int64_t from, to;
    int64_t target; /* fen, number, or thousandths */
    int64_t actual; /* fen or number; GOAL_SHARE: millionths */
    bool known;     /* false: nothing that a ratio could be of */
    int64_t days_over, days;
    /* not of GOAL_SHARE: */
    int64_t due;      /* the goal's part of the days that are over */
    int64_t done;     /* what came on them: `actual` without today */
    int64_t forecast; /* at the end of the period */
};

struct goal_query {
    struct db *db;
    struct arena *arena;
    const struct packs *packs;
    int64_t today, now;
    const int64_t *store_id; /* NULL: all stores and the chain */
    int64_t day;             /* goals of the periods in which it lies */
};

int goal_stands(const struct goal_query *query, struct goal_stand **stands, int *count,
                struct err *err);

#endif
