/*
 * simplex: where a function of a few variables is least, without derivatives.
 *
 * Nelder and Mead, "A simplex method for function minimization", The Computer Journal 7 (1965), with
 * reflection 1, expansion 2, contraction and shrinkage 1/2. Each variable is kept in its bounds by
 * clamping. Deterministic: the same start gives the same end.
 */
#ifndef MEDI_FORECAST_SIMPLEX_H
#define MEDI_FORECAST_SIMPLEX_H

enum { SIMPLEX_MOST = 6 };

/* May give INFINITY where there is no value; never NaN. */
typedef double simplex_value(void *context, const double *at);

struct simplex {
    simplex_value *function;
    void *context;
    int count; /* of variables, up to SIMPLEX_MOST */
    double low[SIMPLEX_MOST], high[SIMPLEX_MOST];
    double step[SIMPLEX_MOST]; /* from the start to the other corners */
    int evaluations;           /* at most so many */
    double tolerance;          /* ends when the corners' values differ by less than this part */
};

/* `at` holds where to start and gets where the value is least; returns that value. */
double simplex_find(const struct simplex *simplex, double *at);

#endif
