/*
 * backtest: forecasts of arrivals from places within the history, against what came, beside the seasonal
 * naive forecast (the same weekday of the week before), which is told of closed days as well.
 *
 * Origins lie a horizon apart, the last one a horizon before the end. At each, effects are learnt anew from
 * what was known then. A store takes part from BACKTEST_LEAST days of history on. Days on which it was closed
 * or idle (history.h) have no part. Measures are those of forecast/score.h, with a week's season.
 *
 * What is not gone back on: the hours of a day, which only tell how much of a day is open, are those of the
 * end.
 */
#ifndef MEDI_LOAD_BACKTEST_H
#define MEDI_LOAD_BACKTEST_H

#include "forecast/score.h"
#include "load/arrivals.h"

enum { BACKTEST_LEAST = 56 };

struct backtest {
    struct score ours, naive; /* of one store, or of all */
    int origins;              /* that had a part */
};

/* `stores`: one each of load->count; `whole`: their mean. */
void backtest_run(const struct load *load, int origins, int horizon, struct backtest *stores,
                  struct backtest *whole);

#endif
