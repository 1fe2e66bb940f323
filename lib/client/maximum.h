/*
 * maximum: where a smooth function of a few variables is greatest, by its value and gradient.
 *
 * L-BFGS (Nocedal 1980) with the line search of Moré and Thuente (1994), by libLBFGS, which only this file
 * knows.
 *
 * The variables are logarithms of parameters and such, to be of the order of 1. Often a likelihood is
 * greatest where one of them is infinite. So each is kept within ±MAXIMUM_BOUND (e^12 is 163,000), softly:
 * the search goes over u with v = BOUND · tanh(u / BOUND), which hardly bends small values and needs no
 * borders.
 */
#ifndef MEDI_CLIENT_MAXIMUM_H
#define MEDI_CLIENT_MAXIMUM_H

#include <stdbool.h>

enum { MAXIMUM_MOST = 8 };
#define MAXIMUM_BOUND 12.0
#define MAXIMUM_EDGE 8.0 /* a variable beyond it stands for one that is infinite */

/* The value at `at`, and its derivatives. */
typedef double maximum_value(void *context, const double *at, double *gradient);

/*
 * `at` holds where to start, and gets where the value is greatest; `value` that value. True if all
 * derivatives are nought there, where for a variable beyond ±MAXIMUM_EDGE one below `rest` is nought.
 * False if the value still rises there, or the search did not end, or met what is no number.
 */
bool maximum_find(maximum_value *function, void *context, int count, double rest, double *at,
                  double *value);

#endif
