/*
 * public: the text format of the shift scheduling benchmark instances, and rosters as CSV.
 *
 * Curtois and Qu, "Computational results on new staff scheduling benchmark instances" (2014): sections
 * HORIZON, SHIFTS, STAFF, DAYS_OFF, SHIFT_ON_REQUESTS, SHIFT_OFF_REQUESTS and COVER, each line with fields
 * by commas, comments by #, day 0 a Monday. Input is untrusted: what does not fit is ERR_DATA with the
 * number of its line.
 */
#ifndef MEDI_PLANNER_PUBLIC_H
#define MEDI_PLANNER_PUBLIC_H

#include <stdio.h>

#include "planner/problem.h"

/* `path` "-" is standard input. Everything lives in the arena. */
int roster_public_read(const char *path, struct roster_problem *problem, struct arena *arena,
                       struct err *err);

/* A line a person, a cell a day, `-` for off. */
void roster_public_write(FILE *file, const struct roster_problem *problem,
                         const roster_cell *roster);

#endif
