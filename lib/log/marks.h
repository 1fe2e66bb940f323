/*
 * marks: the eight bytes a row by which a changed row is found again, MARKS_ROWS rows to a row of the table `mark`.
 *
 * Where rows have numbers, row n's mark stands at 8 * (n % MARKS_ROWS) of part n / MARKS_ROWS; zero bytes: no such
 * row. Where they have none, part 0 holds the marks of all rows one behind the other in no order.
 */
#ifndef MEDI_LOG_MARKS_H
#define MEDI_LOG_MARKS_H

#include "log/rowcode.h"

enum { MARKS_ROWS = 480, MARKS_SIZE = MARKS_ROWS * ROWCODE_MARK };

#endif
