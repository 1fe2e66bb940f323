/*
 * nbd: two models of clients who come back by chance and leave without saying so.
 *
 * While alive a client buys at random at a rate λ of their own, and after a purchase leaves for good with a
 * probability p of their own. Over the clients λ is Gamma(r, α) and p is Beta(a, b).
 *
 *   NBD_BG   BG/NBD: Fader, Hardie, Lee, "Counting Your Customers the Easy Way", Marketing Science 24 (2005).
 *            A client may leave after each repeat purchase, but not after the first, so who bought once is
 *            alive with certainty for ever.
 *   NBD_MBG  MBG/NBD: Batislam, Denizel, Filiztekin, "Empirical validation and comparison of models for
 *            customer base analysis", Intern. J. of Research in Marketing 24 (2007). A client may leave
 *            after the first too.
 *
 * With k = x - 1 (BG, which has no second term if x = 0) or k = x (MBG), and m = k + 1 purchases to leave
 * after:
 *
 *   L       = Γ(r+x)/Γ(r) · α^r · B(a, b+m)/B(a, b) · [ (α+T)^-(r+x) + a/(b+k) · (α+t_x)^-(r+x) ]
 *   P(alive) = 1 / (1 + a/(b+k) · ((α+T)/(α+t_x))^(r+x))
 *
 * As x is a whole number the Γ and B are products of x terms, so no lgamma is
 * subtracted from another, whatever the size of r, a and b; everything else is done in logarithms.
 *
 * What is expected in the next t, given the history, is in the papers
 *
 *   (a+b'-1)/(a-1) · [1 - (1-w)^(r+x) · 2F1(r+x, b'; a+b'-1; w)] · P(alive),   w = t/(α+T+t), b' = b+m,
 *
 * of which the first two factors are 0/0 at a = 1 and cancel near it and for short t, while 2F1 is of no
 * use when a+b' < 1. Written out as Gauss' series and summed by parts it is
 *
 *   P(alive) · Σ_{j≥0} P(N > j) · Π_{i<j} (b'+i)/(a+b'+i),   N negative binomial (r+x, w),
 *
 * the chance that a client who stays would come more than j times, times that of not having left before: all
 * terms are positive and fall, none of the three troubles is left, and it is what nbd_expected sums.
 *
 * Time is in whatever unit the parameters were fitted in.
 */
#ifndef MEDI_CLIENT_NBD_H
#define MEDI_CLIENT_NBD_H

#include <stddef.h>

#include "client/pool.h"

enum nbd_model { NBD_MBG, NBD_BG };
enum { NBD_PARAMETERS = 4 };

struct nbd {
    enum nbd_model model;
    double r, alpha, a, b;
};

double nbd_alive(const struct nbd *nbd, double x, double t_x, double t);

/* Purchases expected in the next `ahead`; NAN when the series needs more than a hundred million terms
 * (`ahead` is millions of times α+T). */
double nbd_expected(const struct nbd *nbd, double x, double t_x, double t, double ahead);

/*
 * The log-likelihood of merged rows (x, t_x, T), whose times are divided by `unit`, and its derivatives by
 * log r, log α, log a, log b (`gradient` may be NULL).
 */
double nbd_log_likelihood(const struct nbd *nbd, const struct pool *rows, double unit,
                          double gradient[NBD_PARAMETERS]);

#endif
