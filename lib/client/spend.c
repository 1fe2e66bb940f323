#include "client/spend.h"

#include <math.h>

/* Abramowitz and Stegun 6.3.5 up to where 6.3.18 is exact to the last digits. */
double
digamma(double x)
{
    double shift = 0;
    for (; x < 10; x++)
        shift += 1 / x;
    double s = 1 / (x * x);
    double series =
        s * (1. / 12 -
             s * (1. / 120 - s * (1. / 252 - s * (1. / 240 - s * (1. / 132 - s * 691. / 32760)))));
    return log(x) - 0.5 / x - series - shift;
}

static double
log_gamma(double x)
{
    int sign;
    return lgamma_r(x, &sign);
}

double
spend_expected(const struct spend *spend, double x, double sum)
{
    double below = spend->p * x + spend->q - 1;
    return below > 0 ? spend->p * (spend->v + sum) / below : NAN;
}

/* What depends on x alone. */
struct of_x {
    double log_beta, by_px, by_q;
};

static struct of_x
of_x(const struct spend *spend, double x)
{
    double px = spend->p * x, q = spend->q, both = digamma(px + q);
    return (struct of_x){log_gamma(px + q) - log_gamma(px) - log_gamma(q), both - digamma(px),
                         both - digamma(q)};
}

static double
row_value(const struct spend *spend, const struct of_x *of, double x, double sum,
          double gradient[SPEND_PARAMETERS])
{
    double px = spend->p * x, q = spend->q, v = spend->v;
    double more = log1p(sum / v), less = log1p(v / sum);
    gradient[0] = x * (of->by_px - less);
    gradient[1] = of->by_q - more;
    gradient[2] = (q * sum / v - px) / (v + sum);
    return of->log_beta - q * more - px * less - log(sum / x);
}

double
spend_log_likelihood(const struct spend *spend, const struct pool *rows, double unit,
                     double gradient[SPEND_PARAMETERS])
{
    const double scale[SPEND_PARAMETERS] = {spend->p, spend->q, spend->v};
    double sum = 0, total[SPEND_PARAMETERS] = {0}, part[SPEND_PARAMETERS];
    struct of_x of = {0};
    for (size_t i = 0; i < rows->used; i++) {
        const int64_t *key = rows->rows[i].key;
        double count = (double)rows->rows[i].count;
        if (i == 0 || key[0] != rows->rows[i - 1].key[0])
            of = of_x(spend, (double)key[0]);
        sum += count * row_value(spend, &of, (double)key[0], (double)key[1] / unit, part);
        for (int j = 0; j < SPEND_PARAMETERS; j++)
            total[j] += count * part[j];
    }
    for (int j = 0; gradient && j < SPEND_PARAMETERS; j++)
        gradient[j] = total[j] * scale[j];
    return sum;
}

double
spend_correlation(const struct pool *rows)
{
    double count = 0, x_mean = 0, m_mean = 0, xx = 0, mm = 0, xm = 0;
    for (size_t i = 0; i < rows->used; i++) { /* Welford's way: no large sums are subtracted */
        double n = (double)rows->rows[i].count, x = (double)rows->rows[i].key[0];
        double m = (double)rows->rows[i].key[1] / x;
        double x_off = x - x_mean, m_off = m - m_mean;
        count += n;
        x_mean += x_off * n / count;
        m_mean += m_off * n / count;
        xx += n * x_off * (x - x_mean);
        mm += n * m_off * (m - m_mean);
        xm += n * x_off * (m - m_mean);
    }
    return xx > 0 && mm > 0 ? xm / sqrt(xx * mm) : NAN;
}
