/*
 * series: many series of values from a file, one after the other.
 *
 *     id,n,v1,v2,…         wide: a line a series; `n` values, an empty one is missing
 *     id,period,value      long: a line a value; a period that has no line, or an empty value, is missing
 *
 * CSV, TSV or JSON Lines (records.h), told by the header. A missing value is not zero: write 0 where nothing
 * was used. Values are decimal numbers up to SERIES_VALUE_MOST in size.
 *
 * Periods of a file are all of one kind: days (2024-01-31, and as base/day.h reads them), months (2024-01),
 * ISO weeks (2024-W05) or whole numbers. With a frequency of 12 a day stands for its month, with 52 for its ISO
 * week.
 *
 * Wide files are read line by line, whatever their size. Of long ones all is kept, ordered by id and period, so
 * that lines may come in any order.
 *
 * What is wrong is ERR_DATA, with file, line and column.
 */
#ifndef MEDI_STOCK_SERIES_H
#define MEDI_STOCK_SERIES_H

#include <stdbool.h>

#include "base/err.h"

#define SERIES_VALUE_MOST 1e12
enum { SERIES_LENGTH_MOST = 100000 };

struct series_reader;

struct series {
    const char *id;  /* lives until the next */
    const double *y; /* NaN: missing */
    int n;
};

int series_open(struct series_reader **reader, const char *path, int frequency, struct err *err);
void series_close(struct series_reader *reader); /* NULL-safe */

/* The periods are ISO weeks. */
bool series_is_weekly(const struct series_reader *reader);

/* 1 a series, 0 the end, -1. */
int series_next(struct series_reader *reader, struct series *series, struct err *err);

/* Back to the first; false for a wide file that came through a pipe, with `err`. */
bool series_rewind(struct series_reader *reader, struct err *err);
bool series_can_rewind(const struct series_reader *reader);

#endif
