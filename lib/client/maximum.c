#include "client/maximum.h"

#include <lbfgs.h>
#include <math.h>
#include <stdbool.h>
#include <string.h>

/* The gradient at which the search ends, and one that is good enough where rounding ended it before. */
#define SMALL 1e-9
#define SMALL_ENOUGH 1e-6
enum { STEPS = 1000 };

struct search {
    maximum_value *function;
    void *context;
    bool away;
};

static double
negative(void *context, const double *at, double *gradient, int count, double step)
{
    struct search *search = context;
    double value = search->function(search->context, at, gradient);
    (void)step;
    for (int i = 0; i < count; i++)
        gradient[i] = -gradient[i];
    return -value;
}

/* After each step: whether to give up. */
static int
watch(void *context, const double *at, const double *gradient, double value, double norm,
      double gradient_norm, double step, int count, int number, int evaluations)
{
    struct search *search = context;
    (void)gradient, (void)value, (void)norm, (void)gradient_norm, (void)step, (void)number;
    (void)evaluations;
    for (int i = 0; i < count; i++)
        search->away |= !(fabs(at[i]) < MAXIMUM_BOUND);
    return search->away;
}

static bool
is_flat(struct search *search, int count, const double *at, double *value)
{
    double gradient[MAXIMUM_MOST];
    *value = search->function(search->context, at, gradient);
    bool flat = isfinite(*value);
    for (int i = 0; i < count; i++)
        flat &= fabs(gradient[i]) < SMALL_ENOUGH;
    return flat;
}

enum maximum_end
maximum_find(maximum_value *function, void *context, int count, double *at, double *value)
{
    struct search search = {function, context, false};
    lbfgs_parameter_t parameters;
    double *variables = lbfgs_malloc(count);
    if (!variables)
        return MAXIMUM_LOST;
    lbfgs_parameter_init(&parameters);
    parameters.epsilon = SMALL;
    parameters.max_iterations = STEPS;
    memcpy(variables, at, (size_t)count * sizeof *at);
    lbfgs(count, variables, NULL, negative, watch, &search, &parameters);
    memcpy(at, variables, (size_t)count * sizeof *at);
    lbfgs_free(variables);
    bool flat = is_flat(&search, count, at, value);
    if (search.away)
        return MAXIMUM_AWAY;
    return flat ? MAXIMUM_FOUND : MAXIMUM_LOST;
}
