#include "forecast/draw.h"

#include <math.h>

#define NORMAL_FROM 30

double
draw_even(struct rng *rng)
{
    return ((double)(rng_next(rng) >> 11) + 0.5) / 9007199254740992.0;
}

/* Box and Muller. */
static double
normal(struct rng *rng)
{
    double radius = sqrt(-2 * log(draw_even(rng)));
    return radius * cos(2 * M_PI * draw_even(rng));
}

static double
standard_gamma(struct rng *rng, double shape)
{
    double boost = 1;
    if (shape < 1) {
        boost = pow(draw_even(rng), 1 / shape);
        shape += 1;
    }
    double d = shape - 1.0 / 3, c = 1 / sqrt(9 * d);
    for (;;) {
        double x = normal(rng), v = 1 + c * x;
        if (v <= 0)
            continue;
        v = v * v * v;
        if (log(draw_even(rng)) < x * x / 2 + d - d * v + d * log(v))
            return boost * d * v;
    }
}

double
draw_gamma(struct rng *rng, double mean, double variance)
{
    if (!(mean > 0) || !(variance > mean * mean * 1e-12))
        return mean > 0 ? mean : 0;
    return standard_gamma(rng, mean * mean / variance) * variance / mean;
}

double
draw_poisson(struct rng *rng, double mean)
{
    if (!(mean > 0))
        return 0;
    if (mean > NORMAL_FROM)
        return fmax(0, round(mean + sqrt(mean) * normal(rng)));
    double left = draw_even(rng), chance = exp(-mean);
    int count = 0;
    while (left > chance && count < 1000) {
        left -= chance;
        count++;
        chance *= mean / count;
    }
    return count;
}
