#include "scratch.h"

#include <stdint.h>

#include "base/money.h"
#include "base/rng.h"

Suite *money_suite(void);

static struct err err;

static const struct {
    const char *text;
    int64_t fen;
} good[] = {
    {"0", 0},
    {"0.00", 0},
    {"-0", 0},
    {"1280", 128000},
    {"1280.5", 128050},
    {"1280.05", 128005},
    {"0.01", 1},
    {"-0.05", -5},
    {"1,280.00", 128000},
    {"12,345,678.90", 1234567890},
    {"123,456", 12345600},
    {"¥1,280.00", 128000},
    {"￥1280元", 128000},
    {"1280元", 128000},
    {"-¥300.50", -30050},
    {"¥-300.50", -30050},
    {"￥-1", -100},
    {"-300.5", -30050},
    {"(300.50)", -30050},
    {"(¥1,280.00)", -128000},
    {"007", 700},
    {"999999999999999.99", 99999999999999999},
    {"-999999999999999.99", -99999999999999999},
};

START_TEST(test_money_good)
{
    int64_t fen = INT64_MIN;
    OK(money_parse(good[_i].text, strlen(good[_i].text), &fen, &err));
    ck_assert_int_eq(fen, good[_i].fen);
}
END_TEST

static const struct {
    const char *text, *words;
} bad[] = {
    {"", "no amount of money"},
    {"-", "no amount of money"},
    {"--5", "no amount of money"},
    {"¥", "no amount of money"},
    {"元", "no amount of money"},
    {".5", "no amount of money"},
    {"5.", "no amount of money"},
    {".", "no amount of money"},
    {"1.005", "more than two decimals"},
    {"1280.000", "more than two decimals"},
    {"1,28", "no amount of money"},
    {"1280,00", "no amount of money"},
    {"1,2800", "no amount of money"},
    {"1280,000", "no amount of money"},
    {",280", "no amount of money"},
    {"1,,280", "no amount of money"},
    {"1,280,", "no amount of money"},
    {"1.280,00", "more than two decimals"},
    {"1,280.0,0", "no amount of money"},
    {"1 280", "no amount of money"},
    {"(5", "no amount of money"},
    {"(-5", "no amount of money"},
    {"5)", "no amount of money"},
    {"(-5)", "no amount of money"},
    {"()", "no amount of money"},
    {"-(5)", "no amount of money"},
    {"-¥-5", "no amount of money"},
    {"¥¥5", "no amount of money"},
    {"¥￥5", "no amount of money"},
    {"$5", "no amount of money"},
    {"5USD", "no amount of money"},
    {"5元元", "no amount of money"},
    {"元5", "no amount of money"},
    {"1e3", "no amount of money"},
    {"1.28E+05", "no amount of money"},
    {"0x10", "no amount of money"},
    {"NaN", "no amount of money"},
    {"inf", "no amount of money"},
    {"1280.5x", "no amount of money"},
    {"１２８０", "no amount of money"},
    {"1000000000000000", "no amount of money"},
    {"9223372036854775807", "no amount of money"},
    {"99999999999999999999999999", "no amount of money"},
};

START_TEST(test_money_bad)
{
    int64_t fen;
    FAILS(money_parse(bad[_i].text, strlen(bad[_i].text), &fen, &err), ERR_DATA, bad[_i].words);
    ck_assert_msg(strstr(err.text, bad[_i].text) == err.text, "%s", err.text);
}
END_TEST

/* The text need not end in a NUL, and what stands behind it does not count. */
START_TEST(test_money_length)
{
    int64_t fen;
    OK(money_parse("12.345", 5, &fen, &err));
    ck_assert_int_eq(fen, 1234);
    OK(money_parse("(5)9", 3, &fen, &err));
    ck_assert_int_eq(fen, -500);
    FAILS(money_parse("5", 0, &fen, &err), ERR_DATA, "no amount");
}
END_TEST

/* However long the text, the error keeps its reason and its remedy. */
START_TEST(test_money_long)
{
    char text[5000];
    int64_t fen;
    memset(text, '1', sizeof text - 1);
    text[sizeof text - 1] = '\0';
    FAILS(money_parse(text, strlen(text), &fen, &err), ERR_DATA, "write it like");
    text[1] = '.';
    FAILS(money_parse(text, strlen(text), &fen, &err), ERR_DATA, "fen are the smallest unit");
    for (size_t at = 0; at + 3 < sizeof text; at += 3)
        memcpy(text + at, "元", 3);
    for (size_t skip = 0; skip < 3; skip++) { /* cut in front of a character, never inside */
        char *from = text + 3 - skip;
        memset(from, 'x', skip);
        FAILS(money_parse(from, 3000, &fen, &err), ERR_DATA, "write it like");
        const char *colon = strstr(err.text, ": no amount");
        ck_assert_uint_eq((size_t)(colon - err.text - (ptrdiff_t)skip) % 3, 0);
    }
}
END_TEST

static void
check_round(int64_t fen)
{
    char text[32];
    int64_t again;
    size_t length = money_format(fen, text);
    if (length != strlen(text) || money_parse(text, length, &again, &err) != 0 || again != fen)
        ck_abort_msg("%lld: %s: %s", (long long)fen, text, err.text);
}

START_TEST(test_money_round)
{
    struct rng rng;
    rng_seed(&rng, 20250601);
    for (int64_t fen = -100000; fen <= 100000; fen++)
        check_round(fen);
    for (int i = 0; i < 200000; i++)
        check_round((int64_t)(rng_next(&rng) % UINT64_C(199999999999999999)) -
                    INT64_C(99999999999999999));
}
END_TEST

START_TEST(test_money_format)
{
    char text[32];
    ck_assert_uint_eq(money_format(128000, text), 7);
    ck_assert_str_eq(text, "1280.00");
    money_format(-5, text);
    ck_assert_str_eq(text, "-0.05");
    money_format(INT64_MAX, text);
    ck_assert_str_eq(text, "92233720368547758.07");
    money_format(INT64_MIN, text);
    ck_assert_str_eq(text, "-92233720368547758.08");
}
END_TEST

Suite *
money_suite(void)
{
    Suite *suite = suite_create("money");
    TCase *all = tcase_create("money");
    tcase_add_loop_test(all, test_money_good, 0, sizeof good / sizeof *good);
    tcase_add_loop_test(all, test_money_bad, 0, sizeof bad / sizeof *bad);
    tcase_add_test(all, test_money_length);
    tcase_add_test(all, test_money_long);
    tcase_add_test(all, test_money_round);
    tcase_add_test(all, test_money_format);
    suite_add_tcase(suite, all);
    return suite;
}
