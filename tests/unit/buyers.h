/*
 * buyers: clients who do as the models say, for tests that must find the parameters again. The same seed gives the
 * same clients.
 */
#ifndef MEDI_TESTS_BUYERS_H
#define MEDI_TESTS_BUYERS_H

#include <math.h>

#include "base/rng.h"
#include "client/nbd.h"
#include "client/spend.h"
#include "client/history.h"

/* Even in (0, 1). */
static inline double
draw_even(struct rng *rng)
{
    return ((double)(rng_next(rng) >> 11) + 0.5) / 9007199254740992.0;
}

/* Marsaglia and Tsang, "A simple method for generating gamma variables" (2000), with their step for shapes
 * below 1; normal numbers by Box and Muller. */
static inline double
draw_gamma(struct rng *rng, double shape)
{
    if (shape < 1)
        return draw_gamma(rng, shape + 1) * pow(draw_even(rng), 1 / shape);
    double d = shape - 1. / 3, c = 1 / sqrt(9 * d);
    for (;;) {
        double normal = sqrt(-2 * log(draw_even(rng))) * cos(6.283185307179586 * draw_even(rng));
        double v = 1 + c * normal;
        v = v * v * v;
        if (v > 0 && log(draw_even(rng)) < normal * normal / 2 + d - d * v + d * log(v))
            return d * v;
    }
}

static inline double
draw_beta(struct rng *rng, double a, double b)
{
    double first = draw_gamma(rng, a);
    return first / (first + draw_gamma(rng, b));
}

/* A client first seen `t` ticks ago. Time is continuous in the model and in whole ticks here: what falls on a tick that
 * has a purchase is lost, as on a day in life; with ticks much shorter than the time between purchases hardly any. */
static inline struct buyer
draw_buyer(struct rng *rng, const struct nbd *nbd, const struct spend *spend, int64_t t)
{
    double rate = draw_gamma(rng, nbd->r) / nbd->alpha, p = draw_beta(rng, nbd->a, nbd->b);
    double scale = spend ? draw_gamma(rng, spend->q) / spend->v : 1, now = 0;
    struct buyer buyer = {.t = t};
    bool alive = nbd->model == NBD_BG || draw_even(rng) >= p;
    while (alive && (now -= log(draw_even(rng)) / rate) < (double)t) {
        int64_t day = (int64_t)ceil(now);
        buyer.x += day > buyer.t_x;
        if (spend && day > buyer.t_x)
            buyer.repeat_fen += llround(100 * draw_gamma(rng, spend->p) / scale);
        buyer.t_x = day;
        alive = draw_even(rng) >= p;
    }
    return buyer;
}

#endif
