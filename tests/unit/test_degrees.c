#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "record/degrees.h"

Suite *degrees_suite(void);

static const struct {
    const char *text;
    int64_t millionths;
} good[] = {
    {"0", 0},
    {"-0", 0},
    {"121", 121000000},
    {"31.230416", 31230416},
    {"-0.5", -500000},
    {"-33.8688", -33868800},
    {"007", 7000000},
    {"180.000000", 180000000},
    {"31.2304164", 31230416},
    {"31.2304165", 31230417},
    {"31.23041649999999999999", 31230416},
    {"-31.2304165", -31230417},
    {"0.9999996", 1000000},
    {"999.9999999", 1000000000},
};

START_TEST(test_degrees_good)
{
    int64_t millionths = -1;
    ck_assert_msg(degrees_parse(good[_i].text, strlen(good[_i].text), &millionths), "%s",
                  good[_i].text);
    ck_assert_int_eq(millionths, good[_i].millionths);
}
END_TEST

static const char *const bad[] = {
    "",      "-",   ".",   ".5",  "5.",   "-.5",  "+5",  "5-",  "--5",   "1,5",
    "1.2.3", "31°", "N31", "1e2", "1000", "0x1f", " 31", "31 ", "31.2x", "12345.6",
};

START_TEST(test_degrees_bad)
{
    int64_t millionths;
    ck_assert_msg(!degrees_parse(bad[_i], strlen(bad[_i]), &millionths), "%s", bad[_i]);
}
END_TEST

START_TEST(test_degrees_round)
{
    char text[24];
    int64_t again;
    for (int64_t millionths = -180000000; millionths <= 180000000; millionths += 997) {
        size_t length = degrees_format(millionths, text);
        if (!degrees_parse(text, length, &again) || again != millionths)
            ck_abort_msg("%lld: %s", (long long)millionths, text);
    }
    ck_assert_uint_eq(degrees_format(-500000, text), 9);
    ck_assert_str_eq(text, "-0.500000");
    ck_assert_uint_lt(degrees_format(INT64_MIN, text), sizeof text);
}
END_TEST

Suite *
degrees_suite(void)
{
    Suite *suite = suite_create("degrees");
    TCase *all = tcase_create("degrees");
    tcase_add_loop_test(all, test_degrees_good, 0, sizeof good / sizeof *good);
    tcase_add_loop_test(all, test_degrees_bad, 0, sizeof bad / sizeof *bad);
    tcase_add_test(all, test_degrees_round);
    suite_add_tcase(suite, all);
    return suite;
}
