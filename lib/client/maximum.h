/*
 * maximum: where a smooth function of a few variables is greatest, by its value and gradient.
 *
 * L-BFGS (Nocedal 1980) with the line search of Moré and Thuente (1994), by libLBFGS, which only this file knows.
 * The variables here are logarithms of parameters, so every point is a valid one.
 */
#ifndef MEDI_CLIENT_MAXIMUM_H
#define MEDI_CLIENT_MAXIMUM_H

enum { MAXIMUM_MOST = 8 };

/* The value at `at`, and its derivatives. */
typedef double maximum_value(void *context, const double *at, double *gradient);

/* How it ended. In MAXIMUM_AWAY some variable went beyond ±MAXIMUM_BOUND (e^12 is 163,000 times the scale): the
 * greatest value lies at infinity, that is, on the edge of what the model can say. */
enum maximum_end { MAXIMUM_FOUND, MAXIMUM_AWAY, MAXIMUM_LOST };
#define MAXIMUM_BOUND 12.0

/* `at` holds where to start, and gets where it ended; `value` the value there. The value and the
 * variables should be of the order of 1. */
enum maximum_end maximum_find(maximum_value *function, void *context, int count, double *at,
                              double *value);

#endif
