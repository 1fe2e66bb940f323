/*
 * words: figures as a director reads them: ¥123.4万 or ¥1.23M, 34.5 %, 2.1 ‰. For pages only: what other
 * programs read keeps its digits.
 */
#ifndef MEDI_REPORT_WORDS_H
#define MEDI_REPORT_WORDS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "kpi/metric.h"

/* A value as kpi_value gives it (fen, or millionths of what is no count). */
const char *words_value(struct arena *arena, enum unit unit, int64_t value, bool zh);
/* The same in a table's cell: whole yuan with their thousands apart. */
const char *words_cell(struct arena *arena, enum unit unit, int64_t value);
/* A figure of an axis, into 24 bytes: `value` as words_scale gives it. */
void words_axis(enum unit unit, double value, bool zh, char out[24]);
/* Yuan, per cent, … of a value. */
double words_scale(enum unit unit, int64_t value);

/* How it changed: of shares by how many points, of all else by how many per cent. NULL: from nought. */
const char *words_change(struct arena *arena, enum unit unit, int64_t before, int64_t after,
                         bool zh);

#endif
