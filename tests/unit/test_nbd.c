/* nbd: likelihood, P(alive) and expectation against published figures and against the models themselves,
 * integrated over clients by brute force; derivatives against differences. */
#include <check.h>
#include <math.h>

#include "client/nbd.h"

Suite *nbd_suite(void);

static const struct nbd published = {NBD_BG, 0.243, 4.414, 0.793, 2.426};

static void
near(double got, double want, double relative)
{
    ck_assert_msg(fabs(got - want) <= relative * fmax(fabs(want), 1e-300), "%.12g, not %.12g", got,
                  want);
}

/* ---- published ---- */

/* Fader, Hardie, Lee, "Implementing the BG/NBD model in Excel" (2005): the client of x = 2, t_x = 30.43, T = 38.86
 * will buy 1.226 times in 39 weeks. Client 1516 of the BTYD package's walk-through (x = 26): 0.9688523 and, in
 * 52 weeks, 25.75659. A new client in 52 weeks: 1.444. */
START_TEST(test_nbd_published)
{
    ck_assert_double_eq_tol(nbd_expected(&published, 2, 30.43, 38.86, 39), 1.226, 5e-4);
    ck_assert_double_eq_tol(nbd_alive(&published, 26, 30.857, 31), 0.96885, 2e-5);
    ck_assert_double_eq_tol(nbd_expected(&published, 26, 30.857, 31, 52), 25.757, 2e-3);
    const struct nbd exact = {NBD_BG, 0.2425945, 4.4136019, 0.7929199, 2.4258881};
    ck_assert_double_eq_tol(nbd_expected(&exact, 0, 0, 0, 52), 1.444, 5e-4);
}
END_TEST

/* ---- the models, by brute force ---- */

/* One client of rate λ and chance p: the chance density of the purchases, and of those who are alive behind. */
struct person {
    double all, alive, ahead;
};

static struct person
person(const struct nbd *nbd, double rate, double p, double x, double t_x, double t, double ahead)
{
    double chances = nbd->model == NBD_MBG ? x + 1 : x; /* to leave after a purchase */
    double bought = pow(rate, x);
    double alive = pow(1 - p, chances) * bought * exp(-rate * t);
    double left = chances > 0 ? p * pow(1 - p, chances - 1) * bought * exp(-rate * t_x) : 0;
    return (struct person){alive + left, alive, alive * -expm1(-rate * p * ahead) / p};
}

/* ... averaged over λ ~ Gamma(r, α) and p ~ Beta(a, b): trapezoids over log λ and logit p. */
static struct person
people(const struct nbd *nbd, double x, double t_x, double t, double ahead)
{
    const double step = 0.1;
    struct person sum = {0};
    double norm = exp(nbd->r * log(nbd->alpha) - lgamma(nbd->r) + lgamma(nbd->a + nbd->b) -
                      lgamma(nbd->a) - lgamma(nbd->b)) *
                  step * step;
    for (double i = -60 / fmin(nbd->r + x, 1); i < 12; i += step) {
        double rate = exp(i), by_rate = exp(nbd->r * i - nbd->alpha * rate);
        for (double j = -40 / fmin(nbd->a, 1); by_rate > 1e-25 && j < 60; j += step) {
            double p = 1 / (1 + exp(-j)), q = 1 / (1 + exp(j));
            double weight = norm * by_rate * pow(p, nbd->a) * pow(q, nbd->b);
            struct person one = q > 0 ? person(nbd, rate, p, x, t_x, t, ahead) : (struct person){0};
            sum.all += weight * one.all;
            sum.alive += weight * one.alive;
            sum.ahead += weight * one.ahead;
        }
    }
    return sum;
}

static const struct brute {
    struct nbd nbd;
    double x, t_x, t, ahead;
} brutes[] = {
    {{NBD_BG, 0.243, 4.414, 0.793, 2.426}, 2, 30.43, 38.86, 39},
    {{NBD_BG, 0.243, 4.414, 0.793, 2.426}, 0, 0, 20, 10},
    {{NBD_MBG, 0.525, 6.183, 0.891, 1.614}, 0, 0, 38.86, 39},
    {{NBD_MBG, 0.525, 6.183, 0.891, 1.614}, 5, 12.5, 38.86, 39},
    {{NBD_MBG, 0.8, 3, 1, 2}, 3, 7, 9, 20},        /* a = 1, where the printed formula is 0/0 */
    {{NBD_BG, 0.8, 3, 1.0000001, 2}, 3, 7, 9, 20}, /* and near it */
    {{NBD_BG, 1.5, 2, 0.3, 0.4}, 0, 0, 5, 30},     /* a + b' < 1, where 2F1 has no value to give */
    {{NBD_MBG, 2, 1, 4, 0.5}, 1, 3, 3, 100},
    {{NBD_MBG, 1.2, 0.5, 0.7, 3}, 4, 10, 10, 500},
};

START_TEST(test_nbd_brute)
{
    const struct brute *c = &brutes[_i];
    struct person sum = people(&c->nbd, c->x, c->t_x, c->t, c->ahead);
    struct pool_row row = {{(int64_t)c->x, llround(c->t_x * 100), llround(c->t * 100)}, 3};
    struct pool rows = {&row, 1, 1};
    near(nbd_log_likelihood(&c->nbd, &rows, 100, NULL), 3 * log(sum.all), 1e-8);
    near(nbd_alive(&c->nbd, c->x, c->t_x, c->t), sum.alive / sum.all, 1e-8);
    near(nbd_expected(&c->nbd, c->x, c->t_x, c->t, c->ahead), sum.ahead / sum.all, 1e-8);
}
END_TEST

/* ---- derivatives ---- */

START_TEST(test_nbd_gradient)
{
    struct pool_row data[] = {{{0, 0, 5}, 7},      {{0, 0, 0}, 1},   {{1, 5, 5}, 3},
                              {{1, 1, 300}, 2},    {{4, 30, 90}, 2}, {{40, 200, 210}, 1},
                              {{400, 900, 900}, 1}};
    struct pool rows = {data, 7, 7};
    struct nbd nbd = {_i % 2 ? NBD_BG : NBD_MBG, 0.3 + 2 * (_i / 2), 9, 0.7 + _i, 2.5 / (1 + _i)};
    double *parameters[] = {&nbd.r, &nbd.alpha, &nbd.a, &nbd.b};
    double gradient[NBD_PARAMETERS], ignored[NBD_PARAMETERS];
    nbd_log_likelihood(&nbd, &rows, 7, gradient);
    for (int i = 0; i < NBD_PARAMETERS; i++) {
        const double kept = *parameters[i], h = 1e-5;
        *parameters[i] = kept * exp(h);
        double above = nbd_log_likelihood(&nbd, &rows, 7, ignored);
        *parameters[i] = kept * exp(-h);
        double below = nbd_log_likelihood(&nbd, &rows, 7, NULL);
        *parameters[i] = kept;
        ck_assert_double_eq_tol(gradient[i], (above - below) / (2 * h), 1e-4);
    }
}
END_TEST

/* ---- limits ---- */

START_TEST(test_nbd_limits)
{
    struct nbd mbg = {NBD_MBG, 0.5, 6, 0.9, 1.6}, bg = {NBD_BG, 0.5, 6, 0.9, 1.6};
    ck_assert_double_eq(nbd_alive(&bg, 0, 0, 1e9), 1); /* BG never gives up who came once */
    near(nbd_alive(&mbg, 0, 0, 0), 1.6 / 2.5, 1e-14);  /* just bought: has not left then */
    ck_assert_double_lt(nbd_alive(&mbg, 0, 0, 1e9), 1e-3);
    ck_assert_double_eq(nbd_alive(&mbg, 5000, 10, 1e9), 0); /* no overflow on the way */
    ck_assert_double_eq(nbd_expected(&mbg, 3, 9, 20, 0), 0);
    /* a short time is the rate of who is alive */
    near(nbd_expected(&mbg, 3, 9, 20, 1e-9), nbd_alive(&mbg, 3, 9, 20) * 3.5 / 26 * 1e-9, 1e-7);
    /* nobody leaves: a Gamma-Poisson process */
    mbg.a = 1e-12;
    near(nbd_expected(&mbg, 3, 9, 20, 40), 3.5 / 26 * 40, 1e-9);
    /* everybody leaves at the next purchase: the chance of one */
    mbg.a = 1e12;
    mbg.b = 1e-3;
    near(nbd_expected(&mbg, 3, 9, 20, 40) / nbd_alive(&mbg, 3, 9, 20), 1 - pow(26. / 66, 3.5),
         1e-9);
}
END_TEST

/* More time and more purchases behind are more ahead, in whatever corner, and never more than the rate allows. */
START_TEST(test_nbd_converges)
{
    static const double rs[] = {0.01, 1, 50}, alphas[] = {0.05, 5, 500};
    static const double as[] = {0.01, 1, 200}, bs[] = {0.01, 3, 1000};
    for (int i = 0; i < 81; i++) {
        struct nbd nbd = {_i ? NBD_BG : NBD_MBG, rs[i % 3], alphas[i / 3 % 3], as[i / 9 % 3],
                          bs[i / 27]};
        for (int x = 0; x <= 300; x += x < 3 ? 1 : 99) {
            double t_x = x ? 10 : 0, before = 0;
            for (double ahead = 0.1; ahead <= 1000; ahead *= 10) {
                double got = nbd_expected(&nbd, x, t_x, 20, ahead);
                double most = (nbd.r + x) / (nbd.alpha + 20) * ahead;
                ck_assert_msg(isfinite(got) && got >= before * (1 - 1e-9) &&
                                  got <= most * (1 + 1e-9),
                              "r %g α %g a %g b %g x %d ahead %g: %g after %g, most %g", nbd.r,
                              nbd.alpha, nbd.a, nbd.b, x, ahead, got, before, most);
                before = got;
            }
        }
    }
}
END_TEST

Suite *
nbd_suite(void)
{
    Suite *suite = suite_create("nbd");
    TCase *cases = tcase_create("nbd");
    tcase_set_timeout(cases, 60);
    tcase_add_test(cases, test_nbd_published);
    tcase_add_loop_test(cases, test_nbd_brute, 0, sizeof brutes / sizeof *brutes);
    tcase_add_loop_test(cases, test_nbd_gradient, 0, 6);
    tcase_add_test(cases, test_nbd_limits);
    tcase_add_loop_test(cases, test_nbd_converges, 0, 2);
    suite_add_tcase(suite, cases);
    return suite;
}
