/*
 * spend: how much a client pays a time, the Gamma-Gamma model: Fader, Hardie, "The Gamma-Gamma Model of
 * Monetary Value" (2013), after Colombo and Jiang (1999), as in Fader, Hardie, Lee, "RFM and CLV", J. of
 * Marketing Research 42 (2005).
 *
 * What a client pays each time is Gamma(p, ν), ν over the clients Gamma(q, v). Of x amounts with the mean
 * m the log-likelihood is
 *
 *   log Γ(px+q) - log Γ(px) - log Γ(q) - q log(1 + xm/v) - px log(1 + v/(xm)) - log m
 *
 * and what they are expected to pay the next time
 *
 *   E[M] = p (v + xm) / (px + q - 1),
 *
 * between their own mean and everybody's, p v/(q-1). It has no value where px + q <= 1.
 *
 * The model holds only if amounts do not go with how often a client comes: `spend_correlation` should be
 * near 0.
 */
#ifndef MEDI_CLIENT_SPEND_H
#define MEDI_CLIENT_SPEND_H

#include "client/pool.h"

enum { SPEND_PARAMETERS = 3 };

struct spend {
    double p, q, v;
};

/* What is expected of a client with x amounts that make `sum` (both 0: of one who is not known); NAN: no
 * value. */
double spend_expected(const struct spend *spend, double x, double sum);

/* Of merged rows (x, sum of the amounts, -), sums divided by `unit`, x and sums above 0; `gradient`, which may
 * be NULL: by log p, log q, log v. */
double spend_log_likelihood(const struct spend *spend, const struct pool *rows, double unit,
                            double gradient[SPEND_PARAMETERS]);

/* Pearson's correlation of x and the mean amount over the clients of such rows; NAN if one of them is
 * constant. */
double spend_correlation(const struct pool *rows);

/* ψ, the derivative of log Γ, of x > 0. */
double digamma(double x);

#endif
