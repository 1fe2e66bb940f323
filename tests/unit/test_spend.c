/* spend: the Gamma-Gamma model against published figures, its derivatives against differences. */
#include <check.h>
#include <math.h>

#include "client/spend.h"

Suite *spend_suite(void);

START_TEST(test_spend_digamma)
{
    const double gamma = 0.57721566490153286;
    ck_assert_double_eq_tol(digamma(1), -gamma, 1e-14);
    ck_assert_double_eq_tol(digamma(0.5), -gamma - 2 * log(2), 1e-14);
    ck_assert_double_eq_tol(digamma(11), 2.3517525890667211 /* H(10) - γ */, 1e-14);
    ck_assert_double_eq_tol(digamma(1e-6), -1e6 - gamma, 1e-5);
    ck_assert_double_eq_tol(digamma(1e9), log(1e9), 1e-9);
}
END_TEST

/* The first ten clients of the CDNOW sample with an amount, as the papers' own parameters 6.25, 3.74, 15.44 value
 * them: the figures that Hardie's note and the lifetimes package print for parameters of more digits. */
START_TEST(test_spend_published)
{
    static const struct {
        double x, mean, expected;
    } clients[] = {
        {2, 22.35, 24.66}, {1, 11.77, 18.91}, {0, 0, 35.17}, {7, 73.74, 71.46}, {2, 25.55, 27.28}};
    const struct spend spend = {6.25, 3.74, 15.44};
    for (int i = 0; i < 5; i++)
        ck_assert_double_eq_tol(
            spend_expected(&spend, clients[i].x, clients[i].x * clients[i].mean),
            clients[i].expected, 0.1);
}
END_TEST

/* The likelihood of one client is the density of their mean: over all means it is 1. */
START_TEST(test_spend_density)
{
    const struct spend spend = {6.25, 3.74, 15.44};
    double whole = 0, last = 0;
    for (int64_t sum = 1; sum < 4000000; sum++) {
        struct pool_row row = {{4, sum, 0}, 1};
        struct pool rows = {&row, 1, 1};
        double density = exp(spend_log_likelihood(&spend, &rows, 100, NULL));
        whole += (density + last) / 2 / 100 / 4;
        last = density;
    }
    ck_assert_double_eq_tol(whole, 1, 1e-6);
}
END_TEST

START_TEST(test_spend_gradient)
{
    struct pool_row data[] = {{{1, 100, 0}, 3},    {{1, 5000, 0}, 2},      {{2, 9000, 0}, 1},
                              {{7, 123456, 0}, 2}, {{300, 4000000, 0}, 1}, {{300, 9, 0}, 1}};
    struct pool rows = {data, 6, 6};
    struct spend spend = {6.25 / (1 + _i), 0.7 + _i, 15.44 * (1 + _i)};
    double *parameters[] = {&spend.p, &spend.q, &spend.v};
    double gradient[SPEND_PARAMETERS];
    spend_log_likelihood(&spend, &rows, 100, gradient);
    for (int i = 0; i < SPEND_PARAMETERS; i++) {
        const double kept = *parameters[i], h = 1e-5;
        *parameters[i] = kept * exp(h);
        double above = spend_log_likelihood(&spend, &rows, 100, NULL);
        *parameters[i] = kept * exp(-h);
        double below = spend_log_likelihood(&spend, &rows, 100, NULL);
        *parameters[i] = kept;
        ck_assert_double_eq_tol(gradient[i], (above - below) / (2 * h),
                                1e-4 * (1 + fabs(gradient[i])));
    }
}
END_TEST

START_TEST(test_spend_limits)
{
    struct spend spend = {0.4, 0.5, 10};
    ck_assert(isnan(spend_expected(&spend, 0, 0))); /* q <= 1: the mean of all is without bound */
    ck_assert(isnan(spend_expected(&spend, 1, 5)));
    ck_assert_double_eq_tol(spend_expected(&spend, 1000000, 3000000), 3, 1e-4); /* their own mean */
}
END_TEST

START_TEST(test_spend_correlation)
{
    struct pool_row data[] = {{{1, 10, 0}, 2}, {{2, 40, 0}, 5}, {{3, 90, 0}, 1}};
    struct pool rows = {data, 3, 3};
    ck_assert_double_eq_tol(spend_correlation(&rows), 1, 1e-12); /* means 10, 20, 30 */
    data[0].key[1] = 30;
    data[2].key[1] = 30;
    ck_assert_double_eq_tol(spend_correlation(&rows), -1, 1e-12);
    /* by hand: x 1 1 2 3, m 10 10 40 20: Sxm 160 - 7·80/4 = 20, Sxx 15 - 49/4, Smm 2200 - 1600 */
    struct pool_row other[] = {{{1, 10, 0}, 2}, {{2, 80, 0}, 1}, {{3, 60, 0}, 1}};
    rows.rows = other;
    ck_assert_double_eq_tol(spend_correlation(&rows), 20 / sqrt(2.75 * 600), 1e-12);
    rows.used = 1;
    ck_assert(isnan(spend_correlation(&rows)));
}
END_TEST

Suite *
spend_suite(void)
{
    Suite *suite = suite_create("spend");
    TCase *cases = tcase_create("spend");
    tcase_add_test(cases, test_spend_digamma);
    tcase_add_test(cases, test_spend_published);
    tcase_add_test(cases, test_spend_density);
    tcase_add_loop_test(cases, test_spend_gradient, 0, 3);
    tcase_add_test(cases, test_spend_limits);
    tcase_add_test(cases, test_spend_correlation);
    suite_add_tcase(suite, cases);
    return suite;
}
