#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "cli/progress.h"

Suite *progress_suite(void);

static int64_t time_now; /* what the clock shows, in ms */
static int looks;

static int64_t
fake_clock(void)
{
    looks++;
    return time_now;
}

static struct progress progress;
static char *drawn;
static size_t drawn_length;

static void
begin(bool draws, int width)
{
    time_now = 1000;
    looks = 0;
    progress_init(&progress, open_memstream(&drawn, &drawn_length), draws, width);
    progress.clock = fake_clock;
}

static void
finish(void)
{
    fclose(progress.stream);
    free(drawn);
}

static const char *
line_at(int64_t done, int64_t total, int64_t elapsed)
{
    static char text[256];
    struct str line = STR_INIT;
    progress.label = "import 到院";
    progress.done = done;
    progress.total = total;
    progress_line(&progress, elapsed, &line);
    snprintf(text, sizeof text, "%s", line.text);
    str_release(&line);
    return text;
}

START_TEST(test_line)
{
    begin(true, 80);
    ck_assert_str_eq(
        line_at(2250000, 5000000, 6400),
        "import 到院  45% [#########-----------] 2,250,000/5,000,000  351k/s  0:08 left");
    ck_assert_str_eq(line_at(999, 0, 1000), "import 到院  999  999/s");
    ck_assert_str_eq(line_at(1000, -1, 100), "import 到院  1,000  10k/s");
    ck_assert_str_eq(
        line_at(50000000, 100000000, 2000),
        "import 到院  50% [##########----------] 50,000,000/100,000,000  25M/s  0:02 left");
    ck_assert_str_eq(line_at(10, 10, 0), "import 到院 100% [####################] 10/10  0/s");
    ck_assert_str_eq(line_at(1, 3601, 1000),
                     "import 到院   0% [--------------------] 1/3,601  1/s  1:00:00 left");
    /* more than was promised: no more promises */
    ck_assert_str_eq(line_at(11, 10, 1000), "import 到院  11  11/s");
    /* a hundred days are no time to tell */
    ck_assert_str_eq(line_at(1, 1000000000, 1000),
                     "import 到院   0% [--------------------] 1/1,000,000,000  1/s");
    finish();
}
END_TEST

START_TEST(test_label_is_made_visible)
{
    struct str line = STR_INIT;
    begin(true, 80);
    progress.label = "a\x1b[2Jb";
    progress_line(&progress, 0, &line);
    ck_assert_ptr_null(strchr(line.text, '\x1b'));
    str_release(&line);
    finish();
}
END_TEST

START_TEST(test_silent_when_not_asked)
{
    begin(false, 80);
    progress_start(&progress, "x", 1000);
    for (int i = 0; i < 1000; i++) {
        time_now += 100;
        progress_update(&progress, i);
    }
    progress_end(&progress);
    fflush(progress.stream);
    ck_assert_int_eq((int)drawn_length, 0);
    ck_assert_int_eq(looks, 0);
    finish();
}
END_TEST

/* How often a line was begun. */
static int
draws(void)
{
    int count = 0;
    fflush(progress.stream);
    for (size_t i = 0; i + 1 < drawn_length; i++)
        count += drawn[i] == '\r' && drawn[i + 1] != '\033';
    return count;
}

START_TEST(test_ten_times_a_second)
{
    begin(true, 80);
    progress_start(&progress, "x", 100000);
    for (int i = 1; i <= 10000; i++) { /* ten seconds, a row a millisecond */
        time_now++;
        progress_update(&progress, i);
    }
    ck_assert_int_ge(draws(), 60);
    ck_assert_int_le(draws(), 96); /* none in the first half second */
    ck_assert_int_lt(looks, 1000); /* and the clock is not asked for every row */
    progress_end(&progress);
    fflush(progress.stream);
    ck_assert_str_eq(drawn + drawn_length - 4, "\r\033[K");
    finish();
}
END_TEST

START_TEST(test_short_work_shows_nothing)
{
    begin(true, 80);
    progress_start(&progress, "x", 100);
    for (int i = 1; i <= 100; i++) {
        time_now += 4;
        progress_update(&progress, i);
    }
    progress_end(&progress);
    fflush(progress.stream);
    ck_assert_int_eq((int)drawn_length, 0);
    finish();
}
END_TEST

START_TEST(test_slow_rows_are_shown)
{
    begin(true, 80);
    progress_start(&progress, "x", 5);
    for (int i = 1; i <= 5; i++) {
        time_now += 2000;
        progress_update(&progress, i);
    }
    ck_assert_int_eq(draws(), 5);
    finish();
}
END_TEST

START_TEST(test_fits_the_terminal)
{
    begin(true, 20);
    progress_start(&progress, "导入到院记录导入到院记录", 5);
    time_now += 2000;
    progress_update(&progress, 1);
    fflush(progress.stream);
    /* 9 characters of 2 cells are 18 of the 19 cells that may be used */
    ck_assert_int_eq((int)drawn_length, (int)(1 + 9 * 3 + 3));
    finish();
}
END_TEST

START_TEST(test_hide_and_draw_again)
{
    begin(true, 80);
    progress_start(&progress, "x", 5);
    time_now += 1000;
    progress_update(&progress, 1);
    progress_hide(&progress);
    progress_hide(&progress); /* once is enough */
    fflush(progress.stream);
    ck_assert_str_eq(drawn + drawn_length - 4, "\r\033[K");
    int before = draws();
    time_now += 1;
    progress_update(&progress, 2);
    ck_assert_int_eq(draws(), before + 1);
    finish();
}
END_TEST

START_TEST(test_update_after_end)
{
    begin(true, 80);
    progress_start(&progress, "x", 5);
    progress_end(&progress);
    time_now += 10000;
    progress_update(&progress, 5);
    fflush(progress.stream);
    ck_assert_int_eq((int)drawn_length, 0);
    finish();
}
END_TEST

Suite *
progress_suite(void)
{
    Suite *suite = suite_create("progress");
    TCase *all = tcase_create("all");
    tcase_add_test(all, test_line);
    tcase_add_test(all, test_label_is_made_visible);
    tcase_add_test(all, test_silent_when_not_asked);
    tcase_add_test(all, test_ten_times_a_second);
    tcase_add_test(all, test_short_work_shows_nothing);
    tcase_add_test(all, test_slow_rows_are_shown);
    tcase_add_test(all, test_fits_the_terminal);
    tcase_add_test(all, test_hide_and_draw_again);
    tcase_add_test(all, test_update_after_end);
    suite_add_tcase(suite, all);
    return suite;
}
