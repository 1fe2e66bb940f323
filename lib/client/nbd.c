#include "client/nbd.h"

#include <math.h>
#include <stdbool.h>

/* How many of the purchases a client could have left after, less one: k of the header. */
static double
leavings(const struct nbd *nbd, double x)
{
    return nbd->model == NBD_BG ? x - 1 : x;
}

/* log a/(b+k), or -inf where nobody can have left. */
static double
log_leaves(const struct nbd *nbd, double k)
{
    return k < 0 ? -INFINITY : log(nbd->a / (nbd->b + k));
}

/* log (α+T)/(α+t_x): how long nothing was heard. */
static double
log_silence(const struct nbd *nbd, double t_x, double t)
{
    return log1p((t - t_x) / (nbd->alpha + t_x));
}

double
nbd_alive(const struct nbd *nbd, double x, double t_x, double t)
{
    double odds = log_leaves(nbd, leavings(nbd, x)) + (nbd->r + x) * log_silence(nbd, t_x, t);
    return 1 / (1 + exp(odds));
}

/* ---- what is expected ---- */

/* Σ_j P(N > j) q_j as Σ_k P(N = k) Q_k, Q_k = q_0 + … + q_(k-1), so that no P(N > j) is got by
 * subtracting from 1. The weights P(N = k) are kept over that of N = 0, which may be too small for a
 * double, in steps of BIG. */
static double
expected_if_alive(double shape, double w, double a, double b)
{
    enum { MOST_TERMS = 100000000 };
    static const double BIG = 1e200, SMALL = 1e-13;
    double log_scale = shape * log1p(-w);
    double weight = 1, stays = 1, purchases = 0, sum = 0;
    for (double k = 0; k < MOST_TERMS; k++) {
        double next = w * (shape + k) / (k + 1);
        /* no term behind falls slower than this */
        double slowest = fmax(next, w) * (1 + 1 / (k + 1));
        sum += weight * purchases;
        if (slowest < 1 && weight * (purchases + 1) * slowest <= SMALL * sum * (1 - slowest))
            return exp(log_scale + log(sum));
        weight *= next;
        purchases += stays;
        stays *= (b + k) / (a + b + k);
        if (weight > BIG) {
            weight /= BIG;
            sum /= BIG;
            log_scale += log(BIG);
        }
    }
    return NAN;
}

double
nbd_expected(const struct nbd *nbd, double x, double t_x, double t, double ahead)
{
    double w = ahead / (nbd->alpha + t + ahead);
    double b = nbd->b + leavings(nbd, x) + 1;
    if (!(ahead > 0))
        return 0;
    return nbd_alive(nbd, x, t_x, t) * expected_if_alive(nbd->r + x, w, nbd->a, b);
}

/* ---- likelihood ---- */

/* What of a row depends on x alone: log Γ(r+x)/Γ(r) and log B(a, b+m)/B(a, b) with their derivatives.
 * Carried from one x to the next, as rows come in its order. */
struct products {
    int64_t x, m;
    double log_alpha;
    double leaves, left_b; /* log a/(b+k), 1/(b+k) */
    double gamma, gamma_r;
    double beta, beta_a, beta_b;
};

static void
extend(struct products *products, const struct nbd *nbd, int64_t x)
{
    double k = leavings(nbd, (double)x);
    int64_t m = (int64_t)k + 1;
    products->leaves = log_leaves(nbd, k);
    products->left_b = 1 / (nbd->b + k);
    for (; products->x < x; products->x++) {
        double term = nbd->r + (double)products->x;
        products->gamma += log(term);
        products->gamma_r += 1 / term;
    }
    for (; products->m < m; products->m++) {
        double stays = nbd->b + (double)products->m, all = nbd->a + stays;
        products->beta -= log1p(nbd->a / stays);
        products->beta_a -= 1 / all;
        products->beta_b += nbd->a / (stays * all);
    }
}

/* log(1 + e^odds) and e^odds / (1 + e^odds), whatever the odds, by one exponential. */
static double
log1p_exp(double odds, double *share)
{
    double small = exp(-fabs(odds));
    *share = (odds > 0 ? 1 : small) / (1 + small);
    return fmax(odds, 0) + log1p(small);
}

/* One row's part. The derivatives are by r, α, a, b. This is where all the time of a fit goes: two
 * logarithms, an exponential and a log1p. */
static double
row_value(const struct nbd *nbd, const struct products *products, double x, double t_x, double t,
          double gradient[NBD_PARAMETERS])
{
    double shape = nbd->r + x, to_t = nbd->alpha + t, to_last = nbd->alpha + t_x, left;
    double log_t = log(to_t), silence = log_t - log(to_last);
    double both = log1p_exp(products->leaves + shape * silence, &left);
    gradient[0] = products->gamma_r + products->log_alpha - log_t + left * silence;
    gradient[1] = nbd->r / nbd->alpha - shape / to_t - left * shape * (t - t_x) / (to_t * to_last);
    gradient[2] = products->beta_a + left / nbd->a;
    gradient[3] = products->beta_b - (left > 0 ? left * products->left_b : 0);
    return products->gamma + products->beta + nbd->r * products->log_alpha - shape * log_t + both;
}

double
nbd_log_likelihood(const struct nbd *nbd, const struct pool *rows, double unit,
                   double gradient[NBD_PARAMETERS])
{
    const double scale[NBD_PARAMETERS] = {nbd->r, nbd->alpha, nbd->a, nbd->b};
    double sum = 0, total[NBD_PARAMETERS] = {0}, part[NBD_PARAMETERS];
    struct products products = {.log_alpha = log(nbd->alpha)};
    for (size_t i = 0; i < rows->used; i++) {
        const int64_t *key = rows->rows[i].key;
        double count = (double)rows->rows[i].count;
        if (i == 0 || key[0] != rows->rows[i - 1].key[0])
            extend(&products, nbd, key[0]);
        sum += count * row_value(nbd, &products, (double)key[0], (double)key[1] / unit,
                                 (double)key[2] / unit, part);
        for (int j = 0; j < NBD_PARAMETERS; j++)
            total[j] += count * part[j];
    }
    for (int j = 0; gradient && j < NBD_PARAMETERS; j++)
        gradient[j] = total[j] * scale[j];
    return sum;
}
