#include <check.h>
#include <stdlib.h>

#include "base/wilson.h"

Suite *wilson_suite(void);

/* The first four stand in R. G. Newcombe, "Two-sided confidence intervals for the single proportion",
 * Statistics in Medicine 17 (1998), table I, method 3, to four decimals. */
static const struct {
    int64_t part, total, low, high;
} known[] = {
    {81, 263, 255289, 366210}, {15, 148, 62386, 160487}, {0, 20, 0, 161125},
    {1, 29, 6113, 171755},     {0, 1, 0, 793451},        {1, 1, 206549, 1000000},
    {5, 10, 236593, 763407},   {1, 3, 61492, 792340},    {50, 100, 403832, 596168},
    {1, 1000000, 0, 6},
};

START_TEST(test_wilson_known)
{
    struct interval got = wilson_95(known[_i].part, known[_i].total);
    ck_assert_int_eq(got.low, known[_i].low);
    ck_assert_int_eq(got.high, known[_i].high);
}
END_TEST

/* The share lies inside; the other share's interval is the mirror image; both stay in 0 … 1. */
START_TEST(test_wilson_every)
{
    for (int64_t total = 1; total <= 200; total++) {
        for (int64_t part = 0; part <= total; part++) {
            struct interval got = wilson_95(part, total);
            struct interval other = wilson_95(total - part, total);
            int64_t share = part * 1000000 / total;
            if (got.low < 0 || got.high > 1000000 || got.low > share || got.high < share ||
                llabs(got.low - (1000000 - other.high)) > 1)
                ck_abort_msg("%lld of %lld: %lld to %lld", (long long)part, (long long)total,
                             (long long)got.low, (long long)got.high);
        }
        ck_assert_int_eq(wilson_95(0, total).low, 0);
        ck_assert_int_eq(wilson_95(total, total).high, 1000000);
    }
}
END_TEST

START_TEST(test_wilson_narrows)
{
    int64_t width = 1000000;
    for (int64_t total = 2; total <= INT64_C(2000000000000); total *= 10) {
        struct interval got = wilson_95(total / 2, total);
        ck_assert_int_lt(got.high - got.low, width);
        width = got.high - got.low;
        if (width == 0)
            break;
    }
    ck_assert_int_le(width, 2);
}
END_TEST

Suite *
wilson_suite(void)
{
    Suite *suite = suite_create("wilson");
    TCase *all = tcase_create("wilson");
    tcase_add_loop_test(all, test_wilson_known, 0, sizeof known / sizeof *known);
    tcase_add_test(all, test_wilson_every);
    tcase_add_test(all, test_wilson_narrows);
    suite_add_tcase(suite, all);
    return suite;
}
