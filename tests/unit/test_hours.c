#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/rng.h"
#include "record/hours.h"

Suite *hours_suite(void);

static const struct {
    const char *text, *form;
} good[] = {
    {"Mo-Fr 09:00-18:00; Sa-Su 10:00-20:00", "Mo-Fr 09:00-18:00; Sa-Su 10:00-20:00"},
    {"Mo-Fr 9:00-18:00;Sa 10:00-20:00", "Mo-Fr 09:00-18:00; Sa 10:00-20:00"},
    {"09:00-21:00", "Mo-Su 09:00-21:00"},
    {"9:00-21:00", "Mo-Su 09:00-21:00"},
    {"9:00 - 21:00", "Mo-Su 09:00-21:00"},
    {"9:00–21:00", "Mo-Su 09:00-21:00"},
    {"9：00～21：00", "Mo-Su 09:00-21:00"},
    {"00:00-24:00", "Mo-Su 00:00-24:00"},
    {"每天 9:00-21:00", "Mo-Su 09:00-21:00"},
    {"每日9:00至21:00", "Mo-Su 09:00-21:00"},
    {"周一至周五 9:00-18:00；周六日 10:00-20:00", "Mo-Fr 09:00-18:00; Sa-Su 10:00-20:00"},
    {"周一至周五 9:00-18:00；周六、周日 10:00-20:00", "Mo-Fr 09:00-18:00; Sa-Su 10:00-20:00"},
    {"星期一到星期天 9:00-18:00", "Mo-Su 09:00-18:00"},
    {"周二,周四 9:00-18:00", "Tu 09:00-18:00; Th 09:00-18:00"},
    {"Tu,Th 09:00-18:00", "Tu 09:00-18:00; Th 09:00-18:00"},
    {"Sa-Mo 10:00-12:00", "Mo 10:00-12:00; Sa-Su 10:00-12:00"},
    {"Mo-Su 09:00-18:00; We 09:00-12:00", "Mo-Tu 09:00-18:00; We 09:00-12:00; Th-Su 09:00-18:00"},
    {"  Mo 09:00-18:00  ", "Mo 09:00-18:00"},
};

START_TEST(test_hours_good)
{
    struct hours hours;
    struct str out = STR_INIT;
    ck_assert_msg(hours_parse(good[_i].text, strlen(good[_i].text), &hours), "%s", good[_i].text);
    hours_format(&hours, &out);
    ck_assert_str_eq(out.text, good[_i].form);
    str_release(&out);
}
END_TEST

static const char *const bad[] = {
    "",
    "Mo",
    "Mo-",
    "9:00",
    "9:00-",
    "-18:00",
    "18:00-9:00",
    "9:00-9:00",
    "25:00-26:00",
    "9:60-18:00",
    "9:00-24:01",
    "09:00-18:00;",
    ";09:00-18:00",
    "Mo-Fr",
    "Xx 9:00-18:00",
    "Mo-Xx 9:00-18:00",
    "周八 9:00-18:00",
    "周 9:00-18:00",
    "9-18",
    "9:00-18:00 closed",
    "0900-1800",
    "Mo-Fr 9:00-18:00 Sa 9:00-12:00",
    "9:00-12:00,13:00-18:00",
    "24小时",
    "9:000-18:00",
    "009:00-18:00",
};

START_TEST(test_hours_bad)
{
    struct hours hours;
    ck_assert_msg(!hours_parse(bad[_i], strlen(bad[_i]), &hours), "%s", bad[_i]);
}
END_TEST

/* Any week comes back from its text as it was. */
START_TEST(test_hours_round)
{
    struct rng rng;
    rng_seed(&rng, 7);
    for (int turn = 0; turn < 20000; turn++) {
        struct hours hours = {{0}, {0}}, again;
        struct str out = STR_INIT, back = STR_INIT;
        for (int day = 1; day <= 7; day++) {
            if (rng_chance(&rng, 200))
                continue;
            hours.opens[day] = rng_between(&rng, 0, 3) * 60 + 480;
            hours.closes[day] = rng_between(&rng, 1000, 1002);
        }
        hours_format(&hours, &out);
        if (out.length && !hours_parse(out.text, out.length, &again))
            ck_abort_msg("%s", out.text);
        if (out.length)
            hours_format(&again, &back);
        if (strcmp(out.text, back.text) != 0)
            ck_abort_msg("%s: %s", out.text, back.text);
        str_release(&out);
        str_release(&back);
    }
}
END_TEST

Suite *
hours_suite(void)
{
    Suite *suite = suite_create("hours");
    TCase *all = tcase_create("hours");
    tcase_add_loop_test(all, test_hours_good, 0, sizeof good / sizeof *good);
    tcase_add_loop_test(all, test_hours_bad, 0, sizeof bad / sizeof *bad);
    tcase_add_test(all, test_hours_round);
    suite_add_tcase(suite, all);
    return suite;
}
