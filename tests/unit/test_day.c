#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/day.h"

Suite *day_suite(void);

enum { FIRST_DAY = -719162, LAST_DAY = 2932896 }; /* 0001-01-01, 9999-12-31 */

/* ---- the calendar ---- */

/* The next day, counted as on paper. */
static void
count_on(struct civil *civil)
{
    static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (civil->year % 4 == 0 && civil->year % 100 != 0) || civil->year % 400 == 0;
    int length = lengths[civil->month - 1] + (civil->month == 2 && leap);
    if (civil->day++ < length)
        return;
    civil->day = 1;
    if (civil->month++ < 12)
        return;
    civil->month = 1;
    civil->year++;
}

static bool
same(const struct civil *a, const struct civil *b)
{
    return a->year == b->year && a->month == b->month && a->day == b->day && a->hour == b->hour &&
           a->minute == b->minute && a->second == b->second;
}

/* All days of the years 1 to 9999: both ways, in text, valid, and one weekday after the other. */
START_TEST(test_day_all)
{
    struct civil paper = {.year = 1, .month = 1, .day = 1}, got;
    int weekday = 1; /* 0001-01-01 was a Monday */
    char text[16];
    int64_t parsed;
    for (int64_t day = FIRST_DAY; day <= LAST_DAY; day++) {
        day_to_civil(day, &got);
        if (!same(&got, &paper) || day_from_civil(paper.year, paper.month, paper.day) != day ||
            !day_valid(paper.year, paper.month, paper.day) || day_weekday(day) != weekday ||
            day_format(day, text) != 10 || !day_parse(text, 10, &parsed) || parsed != day)
            ck_abort_msg("day %lld: %d-%d-%d, not %d-%d-%d; weekday %d; %s", (long long)day,
                         got.year, got.month, got.day, paper.year, paper.month, paper.day,
                         day_weekday(day), text);
        count_on(&paper);
        weekday = weekday % 7 + 1;
    }
    ck_assert_int_eq(paper.year, 10000);
}
END_TEST

START_TEST(test_day_known)
{
    char text[16];
    ck_assert_int_eq(day_from_civil(1970, 1, 1), 0);
    ck_assert_int_eq(day_from_civil(2000, 3, 1), 11017);
    ck_assert_int_eq(day_from_civil(1969, 12, 31), -1);
    ck_assert_int_eq(day_weekday(0), 4);
    ck_assert_int_eq(day_weekday(-1), 3);
    ck_assert_int_eq(day_weekday(day_from_civil(2025, 6, 1)), 7);
    ck_assert_uint_eq(day_format(20240, text), 10);
    ck_assert_str_eq(text, "2025-06-01");
}
END_TEST

START_TEST(test_day_valid)
{
    ck_assert(day_valid(2024, 2, 29));
    ck_assert(day_valid(2000, 2, 29));
    ck_assert(!day_valid(2025, 2, 29));
    ck_assert(!day_valid(1900, 2, 29));
    ck_assert(!day_valid(2025, 4, 31));
    ck_assert(!day_valid(2025, 6, 0));
    ck_assert(!day_valid(2025, 6, 32));
    ck_assert(!day_valid(2025, 0, 1));
    ck_assert(!day_valid(2025, 13, 1));
    ck_assert(!day_valid(2025, -1, 1));
    ck_assert(!day_valid(0, 1, 1));
    ck_assert(!day_valid(10000, 1, 1));
}
END_TEST

/* Every period's start is the last day not after it on which a period begins. */
START_TEST(test_day_starts)
{
    int64_t week = 0, month = 0, quarter = 0, year = 0;
    for (int64_t day = day_from_civil(1890, 1, 1); day < day_from_civil(2110, 1, 1); day++) {
        struct civil civil;
        day_to_civil(day, &civil);
        if (day_weekday(day) == 1)
            week = day;
        if (civil.day == 1)
            month = day;
        if (civil.day == 1 && civil.month % 3 == 1)
            quarter = day;
        if (civil.day == 1 && civil.month == 1)
            year = day;
        if ((week && day_week_start(day) != week) || day_month_start(day) != month ||
            day_quarter_start(day) != quarter || day_year_start(day) != year)
            ck_abort_msg("day %lld", (long long)day);
    }
}
END_TEST

static const struct {
    int from[3], months, to[3];
} added[] = {
    {{2025, 1, 31}, 1, {2025, 2, 28}},   {{2024, 1, 31}, 1, {2024, 2, 29}},
    {{2024, 2, 29}, 12, {2025, 2, 28}},  {{2024, 2, 29}, -12, {2023, 2, 28}},
    {{2025, 3, 31}, -1, {2025, 2, 28}},  {{2025, 12, 31}, 1, {2026, 1, 31}},
    {{2025, 1, 15}, -1, {2024, 12, 15}}, {{2025, 1, 15}, -13, {2023, 12, 15}},
    {{2025, 5, 31}, 0, {2025, 5, 31}},   {{2025, 8, 31}, 6, {2026, 2, 28}},
    {{1970, 1, 1}, -1200, {1870, 1, 1}}, {{1970, 1, 1}, 1200, {2070, 1, 1}},
    {{2024, 2, 29}, 48, {2028, 2, 29}},  {{2025, 10, 31}, 1, {2025, 11, 30}},
};

START_TEST(test_day_add_months)
{
    const int *from = added[_i].from, *to = added[_i].to;
    ck_assert_int_eq(day_add_months(day_from_civil(from[0], from[1], from[2]), added[_i].months),
                     day_from_civil(to[0], to[1], to[2]));
}
END_TEST

/* The day behind year 9999 and in front of year 0, far away, and the ends of the numbers. */
START_TEST(test_day_format_outside)
{
    static const int64_t days[] = {LAST_DAY + 1, -800000,      INT32_MAX,
                                   INT32_MIN,    100000000000, -100000000000};
    char text[16];
    for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
        size_t length = day_format(days[i], text);
        ck_assert_uint_lt(length, sizeof text);
        ck_assert_uint_eq(length, strlen(text));
    }
}
END_TEST

START_TEST(test_day_floor)
{
    for (int64_t number = -50; number <= 50; number++) {
        for (int64_t by = 1; by <= 9; by++) {
            ck_assert_int_eq(floor_div(number, by) * by + floor_mod(number, by), number);
            ck_assert_int_ge(floor_mod(number, by), 0);
            ck_assert_int_lt(floor_mod(number, by), by);
        }
    }
    ck_assert_int_eq(floor_div(-1, DAY_SECONDS), -1);
    ck_assert_int_eq(floor_mod(-1, DAY_SECONDS), DAY_SECONDS - 1);
    ck_assert_int_eq(floor_div(INT64_MIN, 2), INT64_MIN / 2);
}
END_TEST

/* ---- text ---- */

static const char *const spellings[] = {"2025-06-01", "2025/6/1",     "2025.6.1",
                                        "20250601",   "2025年6月1日", "2025-6-1",
                                        "2025/06/01", "2025.06.01",   "2025年06月01日"};

START_TEST(test_day_parse)
{
    int64_t day = -1;
    ck_assert(day_parse(spellings[_i], strlen(spellings[_i]), &day));
    ck_assert_int_eq(day, 20240);
}
END_TEST

static const char *const no_days[] = {
    "",
    " ",
    "2025",
    "2025-06",
    "2025-06-",
    "2025-6-1 ",
    " 2025-06-01",
    "2025-06-31",
    "2025-02-29",
    "2025-13-01",
    "2025-00-01",
    "2025-06-00",
    "0000-01-01",
    "25-06-01",
    "12025-06-01",
    "2025-06/01",
    "2025/06-01",
    "2025年6月1",
    "2025年6-1",
    "2025-6月1日",
    "2025-06-011",
    "202506011",
    "202506010",
    "2025060",
    "20250631",
    "2025-06-01T00:00",
    "01/06/2025",
    "1/6/2025",
    "June 1",
    "45809",
    "2025-06-0x",
    "2025--6-1",
    "+2025-06-01",
    "２０２５-０６-０１",
    "2025年6月1日日",
};

START_TEST(test_day_parse_refuses)
{
    int64_t day;
    ck_assert_msg(!day_parse(no_days[_i], strlen(no_days[_i]), &day), "%s", no_days[_i]);
}
END_TEST

/* Only the bytes that are given count. */
START_TEST(test_day_parse_length)
{
    int64_t day;
    ck_assert(day_parse("2025-06-015", 10, &day));
    ck_assert_int_eq(day, 20240);
    ck_assert(!day_parse("2025年6月1日", 14, &day));
}
END_TEST

#define NONE INT32_MIN

static const struct {
    const char *text;
    int second, offset; /* NONE: there is no such part */
} moments[] = {
    {"2025-06-01", NONE, NONE},
    {"2025年6月1日", NONE, NONE},
    {"20250601", NONE, NONE},
    {"2025-06-01 9:05", 32700, NONE},
    {"2025-06-01 09:05:30", 32730, NONE},
    {"2025-06-01T09:05:30", 32730, NONE},
    {"2025-06-01  09:05", 32700, NONE},
    {"2025-06-01\t09:05", 32700, NONE},
    {"2025/6/1 9:05", 32700, NONE},
    {"20250601 09:05", 32700, NONE},
    {"20250601T09:05", 32700, NONE},
    {"2025年6月1日9点05分", 32700, NONE},
    {"2025年6月1日 9点05分", 32700, NONE},
    {"2025年6月1日9时", 32400, NONE},
    {"2025年6月1日9:05", 32700, NONE},
    {"2025年6月1日下午3:20", 55200, NONE},
    {"2025-06-01 下午3点20分", 55200, NONE},
    {"2025-06-01 上午9:05", 32700, NONE},
    {"2025-06-01 下午12:30", 45000, NONE},
    {"2025-06-01 上午12:30", 1800, NONE},
    {"2025-06-01 00:00", 0, NONE},
    {"2025-06-01 23:59:59", 86399, NONE},
    {"2025-06-01T09:05:30.123", 32730, NONE},
    {"2025-06-01T09:05:30Z", 32730, 0},
    {"2025-06-01T09:05:30+08:00", 32730, 28800},
    {"2025-06-01T09:05:30-03:30", 32730, -12600},
    {"2025-06-01T09:05:30.5+0800", 32730, 28800},
    {"2025-06-01 09:05 +08:00", 32700, 28800},
    {"2025-06-01T00:00:00-00:00", 0, 0},
    {"2025-06-01T09:05+14:00", 32700, 50400},
};

START_TEST(test_moment_parse)
{
    struct moment_parts parts;
    ck_assert_msg(moment_parse(moments[_i].text, strlen(moments[_i].text), &parts), "%s",
                  moments[_i].text);
    ck_assert_int_eq(parts.day, 20240);
    ck_assert_int_eq(parts.has_time, moments[_i].second != NONE);
    ck_assert_int_eq(parts.has_offset, moments[_i].offset != NONE);
    ck_assert_int_eq(parts.second_of_day, parts.has_time ? moments[_i].second : 0);
    ck_assert_int_eq(parts.offset, parts.has_offset ? moments[_i].offset : 0);
}
END_TEST

static const char *const no_moments[] = {
    "",
    "09:05",
    "2025-06-31 09:05",
    "2025-06-01 ",
    "2025-06-01T",
    "2025-06-01 9",
    "2025-06-01 0905",
    "2025-06-01 24:00",
    "2025-06-01 23:60",
    "2025-06-01 23:59:60",
    "2025-06-01 9:5",
    "2025-06-01 9:05:3",
    "2025-06-01 09:05:30.",
    "2025-06-01 -1:05",
    "2025-06-01 下午13:20",
    "2025-06-01 上午0:20",
    "2025-06-01 上午下午3:20",
    "2025-06-01 9点5",
    "2025-06-01 9点60分",
    "2025-06-0109:05",
    "2025/6/19:05",
    "2025-06-01x09:05",
    "2025-06-01 09:05 x",
    "2025-06-01 09:05+",
    "2025-06-01 09:05+8",
    "2025-06-01 09:05+16:00",
    "2025-06-01 09:05+08:60",
    "2025-06-01 09:05+08:00x",
    "2025-06-01 09:05ZZ",
    "2025-06-01Z",
    "2025-06-01+08:00",
    "2025-06-01 09:05 PM",
};

START_TEST(test_moment_parse_refuses)
{
    struct moment_parts parts;
    ck_assert_msg(!moment_parse(no_moments[_i], strlen(no_moments[_i]), &parts), "%s",
                  no_moments[_i]);
}
END_TEST

/* Any prefix of a good text is judged without looking behind it. */
START_TEST(test_moment_parse_prefixes)
{
    for (size_t i = 0; i < sizeof moments / sizeof *moments; i++) {
        for (size_t length = 0; length <= strlen(moments[i].text); length++) {
            char *exact = malloc(length + 1); /* so that a sanitizer sees a step too far */
            struct moment_parts parts;
            memcpy(exact, moments[i].text, length);
            moment_parse(exact, length, &parts);
            free(exact);
        }
    }
}
END_TEST

Suite *
day_suite(void)
{
    Suite *suite = suite_create("day");
    TCase *all = tcase_create("day");
    tcase_set_timeout(all, 60);
    tcase_add_test(all, test_day_all);
    tcase_add_test(all, test_day_known);
    tcase_add_test(all, test_day_valid);
    tcase_add_test(all, test_day_starts);
    tcase_add_loop_test(all, test_day_add_months, 0, sizeof added / sizeof *added);
    tcase_add_test(all, test_day_format_outside);
    tcase_add_test(all, test_day_floor);
    tcase_add_loop_test(all, test_day_parse, 0, sizeof spellings / sizeof *spellings);
    tcase_add_loop_test(all, test_day_parse_refuses, 0, sizeof no_days / sizeof *no_days);
    tcase_add_test(all, test_day_parse_length);
    tcase_add_loop_test(all, test_moment_parse, 0, sizeof moments / sizeof *moments);
    tcase_add_loop_test(all, test_moment_parse_refuses, 0, sizeof no_moments / sizeof *no_moments);
    tcase_add_test(all, test_moment_parse_prefixes);
    suite_add_tcase(suite, all);
    return suite;
}
