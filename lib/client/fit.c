#include "client/fit.h"

#include <math.h>
#include <string.h>

#include "client/maximum.h"

enum { FEN = 100 };

enum { START_COUNT = 2 };

/* What the log-likelihood of all clients together may still rise by at an edge. */
#define REST 0.1

void
fit_add(struct fit *fit, const struct buyer *buyer)
{
    pool_add(&fit->times, buyer->x, buyer->t_x, buyer->t);
    fit->clients++;
    fit->repeats += buyer->x;
    fit->repeaters += buyer->x > 0;
    if (buyer->t > fit->longest)
        fit->longest = buyer->t;
    if (!fit->spend_wanted || buyer->x == 0 || buyer->repeat_fen <= 0)
        return;
    pool_add(&fit->amounts, buyer->x, buyer->repeat_fen, 0);
    fit->spenders++;
}

/* ---- one search ---- */

/*
 * The search goes over what data tell of one by one, so that where they say nothing of one it alone runs
 * off: the mean rate r/α and r; the mean chance to leave a/(a+b), as its logit, and a+b; the mean amount,
 * about pv/q, p and q. All in logarithms.
 */
enum { RATE, SHAPE, LEAVING, WEIGHT };
enum { AMOUNT, P, Q };

struct problem {
    const struct fit *fit;
    double unit; /* times or amounts are divided by it */
};

static struct nbd
nbd_at(enum nbd_model model, const double *at)
{
    double all = exp(at[WEIGHT]);
    return (struct nbd){model, exp(at[SHAPE]), exp(at[SHAPE] - at[RATE]),
                        all / (1 + exp(-at[LEAVING])), all / (1 + exp(at[LEAVING]))};
}

static double
nbd_value(void *context, const double *at, double *gradient)
{
    const struct problem *problem = context;
    const struct fit *fit = problem->fit;
    const struct nbd nbd = nbd_at(fit->model, at);
    double by[NBD_PARAMETERS], clients = (double)fit->clients;
    double value = nbd_log_likelihood(&nbd, &fit->times, problem->unit, by);
    double leaving = nbd.a / (nbd.a + nbd.b);
    gradient[RATE] = -by[1] / clients;
    gradient[SHAPE] = (by[0] + by[1]) / clients;
    gradient[LEAVING] = (by[2] * (1 - leaving) - by[3] * leaving) / clients;
    gradient[WEIGHT] = (by[2] + by[3]) / clients;
    return value / clients;
}

static struct spend
spend_at(const double *at)
{
    return (struct spend){exp(at[P]), exp(at[Q]), exp(at[AMOUNT] - at[P] + at[Q])};
}

static double
spend_value(void *context, const double *at, double *gradient)
{
    const struct problem *problem = context;
    const struct fit *fit = problem->fit;
    const struct spend spend = spend_at(at);
    double by[SPEND_PARAMETERS], spenders = (double)fit->spenders;
    double value = spend_log_likelihood(&spend, &fit->amounts, problem->unit, by);
    gradient[AMOUNT] = by[2] / spenders;
    gradient[P] = (by[0] - by[2]) / spenders;
    gradient[Q] = (by[1] + by[2]) / spenders;
    return value / spenders;
}

/* The best end of several starts, in `best`. */
static int
search(maximum_value *function, struct problem *problem, int count, int64_t clients,
       const double (*starts)[MAXIMUM_MOST], double *best, struct err *err)
{
    double best_value = -INFINITY, value, at[MAXIMUM_MOST];
    for (int i = 0; i < START_COUNT; i++) {
        memcpy(at, starts[i], sizeof at);
        if (!maximum_find(function, problem, count, REST / (double)clients, at, &value) ||
            value <= best_value)
            continue;
        best_value = value;
        memcpy(best, at, sizeof at);
    }
    if (isfinite(best_value))
        return 0;
    return err_set(
        err, ERR_DATA,
        _("the search for the parameters comes to no rest, so there is no fit; the clients "
          "differ too little, or are too few"));
}

static bool
is_edge(double variable)
{
    return fabs(variable) > MAXIMUM_EDGE;
}

/* ---- the two fits ---- */

static int
fit_times(struct fit *fit, struct err *err)
{
    double usual = log((double)fit->repeats / (double)fit->clients), at[MAXIMUM_MOST];
    const double starts[START_COUNT][MAXIMUM_MOST] = {{usual, -1, -1, 0.5}, {usual + 1, 1, -2, 2}};
    struct problem problem = {fit, (double)fit->longest};
    if (search(nbd_value, &problem, NBD_PARAMETERS, fit->clients, starts, at, err) < 0)
        return err_wrap(err, fit->model == NBD_MBG ? "MBG/NBD" : "BG/NBD");
    fit->edges |= is_edge(at[SHAPE]) ? FIT_RATE : 0;
    fit->edges |= is_edge(at[LEAVING]) || is_edge(at[WEIGHT]) ? FIT_LEAVING : 0;
    fit->nbd = nbd_at(fit->model, at);
    fit->nbd.alpha *= (double)fit->longest / fit->unit;
    fit->log_likelihood = nbd_log_likelihood(&fit->nbd, &fit->times, fit->unit, NULL);
    return 0;
}

/* In fen. Of merged rows, so that the order in which clients came does not show in the last digits. */
static double
mean_amount(const struct fit *fit)
{
    double sum = 0;
    for (size_t i = 0; i < fit->amounts.used; i++) {
        const struct pool_row *row = &fit->amounts.rows[i];
        sum += (double)row->count * (double)row->key[1] / (double)row->key[0];
    }
    return sum / (double)fit->spenders;
}

static int
fit_amounts(struct fit *fit, struct err *err)
{
    static const double STARTS[START_COUNT][MAXIMUM_MOST] = {{0, 1, 1}, {0, 0, 2}};
    double mean = mean_amount(fit), at[MAXIMUM_MOST];
    struct problem problem = {fit, mean};
    if (search(spend_value, &problem, SPEND_PARAMETERS, fit->spenders, STARTS, at, err) < 0)
        return err_wrap(err, "Gamma-Gamma");
    fit->edges |= is_edge(at[P]) || is_edge(at[Q]) ? FIT_AMOUNT : 0;
    fit->spend = spend_at(at);
    fit->spend.v *= mean / FEN;
    fit->spend_log_likelihood = spend_log_likelihood(&fit->spend, &fit->amounts, FEN, NULL);
    fit->correlation = spend_correlation(&fit->amounts);
    return 0;
}

static int
check_enough(const struct fit *fit, struct err *err)
{
    if (fit->clients < FIT_LEAST)
        return err_set(err, ERR_DATA, _("%lld clients bought something; a fit needs %d or more"),
                       (long long)fit->clients, (int)FIT_LEAST);
    if (fit->repeats == 0)
        return err_set(
            err, ERR_DATA,
            _("none of the %lld clients bought on a second day, so there is nothing to fit"),
            (long long)fit->clients);
    if (fit->spend_wanted && fit->spenders < FIT_LEAST_SPENDERS)
        return err_set(
            err, ERR_DATA,
            _("%lld clients paid something on a second day; Gamma-Gamma needs %d or more"),
            (long long)fit->spenders, (int)FIT_LEAST_SPENDERS);
    return 0;
}

int
fit_run(struct fit *fit, struct err *err)
{
    pool_merge(&fit->times);
    pool_merge(&fit->amounts);
    if (check_enough(fit, err) < 0 || fit_times(fit, err) < 0)
        return -1;
    return fit->spend_wanted ? fit_amounts(fit, err) : 0;
}

void
fit_release(struct fit *fit)
{
    pool_release(&fit->times);
    pool_release(&fit->amounts);
}

struct outlook
fit_outlook(const struct fit *fit, const struct buyer *buyer, double ahead)
{
    double x = (double)buyer->x, unit = fit->unit;
    double t_x = (double)buyer->t_x / unit, t = (double)buyer->t / unit;
    struct outlook outlook = {.alive = nbd_alive(&fit->nbd, x, t_x, t),
                              .expected = nbd_expected(&fit->nbd, x, t_x, t, ahead),
                              .value = NAN};
    if (fit->spend_wanted)
        outlook.value = FEN * spend_expected(&fit->spend, x, (double)buyer->repeat_fen / FEN);
    return outlook;
}
