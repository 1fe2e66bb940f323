#include "client/maximum.h"

#include <lbfgs.h>
#include <math.h>
#include <stddef.h>

/* The gradient at which the search ends, and one that is good enough where rounding ended it before. */
#define SMALL 1e-9
#define SMALL_ENOUGH 1e-6
enum { STEPS = 1000 };

struct search {
    maximum_value *function;
    void *context;
};

static double
bound(double free_at)
{
    return MAXIMUM_BOUND * tanh(free_at / MAXIMUM_BOUND);
}

static double
unbound(double value)
{
    return MAXIMUM_BOUND * atanh(value / MAXIMUM_BOUND);
}

/* What libLBFGS minimises. */
static double
negative(void *context, const double *free_at, double *gradient, int count, double step)
{
    struct search *search = context;
    double at[MAXIMUM_MOST] = {0};
    (void)step;
    for (int i = 0; i < count; i++)
        at[i] = bound(free_at[i]);
    double value = search->function(search->context, at, gradient);
    for (int i = 0; i < count; i++) {
        double part = at[i] / MAXIMUM_BOUND;
        gradient[i] *= -(1 - part * part);
    }
    return -value;
}

static bool
is_at_rest(const struct search *search, int count, double rest, const double *at, double *value)
{
    double gradient[MAXIMUM_MOST];
    *value = search->function(search->context, at, gradient);
    bool is = isfinite(*value);
    for (int i = 0; i < count; i++)
        is &= fabs(gradient[i]) < (fabs(at[i]) > MAXIMUM_EDGE ? rest : SMALL_ENOUGH);
    return is;
}

bool
maximum_find(maximum_value *function, void *context, int count, double rest, double *at,
             double *value)
{
    struct search search = {function, context};
    lbfgs_parameter_t parameters;
    double *free_at = lbfgs_malloc(count);
    if (!free_at)
        return false;
    lbfgs_parameter_init(&parameters);
    parameters.epsilon = SMALL;
    parameters.max_iterations = STEPS;
    for (int i = 0; i < count; i++)
        free_at[i] = unbound(at[i]);
    lbfgs(count, free_at, NULL, negative, NULL, &search, &parameters);
    for (int i = 0; i < count; i++)
        at[i] = bound(free_at[i]);
    lbfgs_free(free_at);
    return is_at_rest(&search, count, rest, at, value);
}
