#include "client/fit.h"

#include <math.h>

#include "client/maximum.h"

enum { FEN = 100 };

/* Mean log-likelihoods that differ by less are one. */
#define ALIKE 1e-9

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
    fit->paid += (double)buyer->repeat_fen / (double)buyer->x;
}

/* ---- one search ---- */

struct problem {
    const struct fit *fit;
    double unit; /* times or amounts are divided by it */
};

static double
nbd_value(void *context, const double *at, double *gradient)
{
    const struct problem *problem = context;
    const struct fit *fit = problem->fit;
    struct nbd nbd = {fit->model, exp(at[0]), exp(at[1]), exp(at[2]), exp(at[3])};
    double value = nbd_log_likelihood(&nbd, &fit->times, problem->unit, gradient);
    for (int i = 0; i < NBD_PARAMETERS; i++)
        gradient[i] /= (double)fit->clients;
    return value / (double)fit->clients;
}

static double
spend_value(void *context, const double *at, double *gradient)
{
    const struct problem *problem = context;
    const struct fit *fit = problem->fit;
    struct spend spend = {exp(at[0]), exp(at[1]), exp(at[2])};
    double value = spend_log_likelihood(&spend, &fit->amounts, problem->unit, gradient);
    for (int i = 0; i < SPEND_PARAMETERS; i++)
        gradient[i] /= (double)fit->spenders;
    return value / (double)fit->spenders;
}

static int
refuse(bool away, const char *name, struct err *err)
{
    if (away)
        return err_set(
            err, ERR_DATA,
            _("%s: a parameter grows without bound, so there is no fit; the clients differ too "
              "little for this model, or there are too few of them"),
            name);
    return err_set(err, ERR_DATA,
                   _("%s: the search for the parameters did not end, so there is no fit"), name);
}

/* The best end of several starts, in `best`; there is none if a start ran away to something better. */
static int
search(maximum_value *function, struct problem *problem, int count, const double (*starts)[4],
       int start_count, double *best, const char *name, struct err *err)
{
    double best_value = -INFINITY, away_value = -INFINITY, value, at[NBD_PARAMETERS];
    for (int i = 0; i < start_count; i++) {
        for (int j = 0; j < count; j++)
            at[j] = starts[i][j];
        enum maximum_end end = maximum_find(function, problem, count, at, &value);
        if (end == MAXIMUM_AWAY)
            away_value = fmax(away_value, value);
        if (end != MAXIMUM_FOUND || value <= best_value)
            continue;
        best_value = value;
        for (int j = 0; j < count; j++)
            best[j] = at[j];
    }
    bool away = away_value > best_value + ALIKE;
    return isfinite(best_value) && !away ? 0 : refuse(away, name, err);
}

/* ---- the two fits ---- */

static int
fit_times(struct fit *fit, struct err *err)
{
    static const double STARTS[][4] = {{-1, -2, -1, 0.5}, {0.5, 0, 0, 1}};
    struct problem problem = {fit, (double)fit->longest};
    double at[NBD_PARAMETERS];
    if (search(nbd_value, &problem, NBD_PARAMETERS, STARTS, 2, at,
               fit->model == NBD_MBG ? "MBG/NBD" : "BG/NBD", err) < 0)
        return -1;
    double longest = (double)fit->longest / fit->unit;
    fit->nbd = (struct nbd){fit->model, exp(at[0]), exp(at[1]) * longest, exp(at[2]), exp(at[3])};
    fit->log_likelihood = nbd_log_likelihood(&fit->nbd, &fit->times, fit->unit, NULL);
    return 0;
}

static int
fit_amounts(struct fit *fit, struct err *err)
{
    static const double STARTS[][4] = {{1, 1, 0}, {0, 1.5, 1}};
    double mean = fit->paid / (double)fit->spenders;
    struct problem problem = {fit, mean};
    double at[SPEND_PARAMETERS];
    if (search(spend_value, &problem, SPEND_PARAMETERS, STARTS, 2, at, "Gamma-Gamma", err) < 0)
        return -1;
    fit->spend = (struct spend){exp(at[0]), exp(at[1]), exp(at[2]) * mean / FEN};
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
