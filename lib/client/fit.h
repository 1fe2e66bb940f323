/*
 * fit: the purchase models fitted to clients by maximum likelihood: nbd (who comes back when) and, if wanted,
 * spend (how much they pay).
 *
 *     struct fit fit = {.model = NBD_MBG, .unit = 7, .spend_wanted = true};
 *     fit_add(&fit, &buyer);             for each client
 *     fit_run(&fit, &err);
 *     … fit.nbd, fit.log_likelihood …
 *     fit_release(&fit);
 *
 * The search goes over logarithms, with times divided by the longest T and amounts by their mean, so that
 * it sees numbers near 1 whatever the unit; what it gives is in days or weeks and in yuan. It is made from
 * several starts, and the best end counts.
 *
 * The greatest likelihood may lie at the edge of a model: all clients come at one rate (r and α grow
 * together), or leave with one chance (a and b), or nobody leaves (a falls to nought). The likelihood rests
 * there, and so do P(alive) and what is expected, so that these are given; but the parameters themselves
 * have no value, and `edges` says which. Their fields hold where the search was given up.
 *
 * ERR_DATA, and no figures, when the data cannot carry them: fewer than FIT_LEAST clients, nobody who came
 * again, for the amounts fewer than FIT_LEAST_SPENDERS who paid something when they did; or when no start
 * comes to rest.
 */
#ifndef MEDI_CLIENT_FIT_H
#define MEDI_CLIENT_FIT_H

#include <stdbool.h>

#include "base/err.h"
#include "client/history.h"
#include "client/nbd.h"
#include "client/spend.h"

enum { FIT_LEAST = 100, FIT_LEAST_SPENDERS = 30 };

enum fit_edge { FIT_RATE = 1, FIT_LEAVING = 2, FIT_AMOUNT = 4 };

struct fit {
    /* given */
    enum nbd_model model;
    int unit; /* days */
    bool spend_wanted;
    /* found; times in units, amounts in yuan */
    struct nbd nbd;
    double log_likelihood;
    struct spend spend;
    double spend_log_likelihood, correlation;
    unsigned edges; /* FIT_RATE: r, α; FIT_LEAVING: a, b; FIT_AMOUNT: p, q, v have no value */
    int64_t clients, repeaters, repeats, spenders;
    /* within */
    struct pool times, amounts;
    int64_t longest; /* days */
};

void fit_add(struct fit *fit, const struct buyer *buyer);
int fit_run(struct fit *fit, struct err *err);
void fit_release(struct fit *fit);

/* What is to be expected of a client, after fit_run, in the next `ahead` units. */
struct outlook {
    double alive;    /* P(alive) now */
    double expected; /* purchases */
    double value;    /* fen a purchase; NAN: no value, or spend was not wanted */
};
struct outlook fit_outlook(const struct fit *fit, const struct buyer *buyer, double ahead);

#endif
