#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"

Suite *str_suite(void);

static struct str str;

static void
setup(void)
{
    str = (struct str)STR_INIT;
}

static void
teardown(void)
{
    str_release(&str);
}

START_TEST(test_str_empty)
{
    ck_assert_str_eq(str.text, "");
    str_add(&str, NULL, 0);
    str_adds(&str, "");
    str_addf(&str, "%s", "");
    str_cut(&str, 0);
    str_clear(&str);
    ck_assert_uint_eq(str.room, 0);
    ck_assert_str_eq(str_empty, "");
    str_release(&str);
    ck_assert_ptr_eq(str.text, str_empty);
}
END_TEST

START_TEST(test_str_add)
{
    str_adds(&str, "ab");
    str_addc(&str, 'c');
    str_add(&str, "d\0e", 3);
    str_addf(&str, "%03d%s", 7, "x");
    ck_assert_uint_eq(str.length, 10);
    ck_assert_mem_eq(str.text, "abcd\0e007x", 11);
}
END_TEST

/* A byte at a time over many growths: never lost, never without the NUL behind. */
START_TEST(test_str_grow)
{
    for (size_t i = 0; i < 100000; i++) {
        str_addc(&str, (char)('a' + i % 26));
        if (str.length != i + 1 || str.room <= str.length || str.text[str.length] != '\0')
            ck_abort_msg("after %zu bytes", i);
    }
    for (size_t i = 0; i < 100000; i++)
        if (str.text[i] != (char)('a' + i % 26))
            ck_abort_msg("byte %zu is lost", i);
}
END_TEST

/* Around the sizes at which memory is added. */
START_TEST(test_str_need)
{
    size_t more = (size_t)_i;
    str_adds(&str, "x");
    str_need(&str, more);
    ck_assert_uint_gt(str.room, 1 + more);
    char *before = str.text;
    for (size_t i = 0; i < more; i++)
        str_addc(&str, 'y');
    ck_assert_ptr_eq(str.text, before);
    ck_assert_uint_eq(str.length, 1 + more);
}
END_TEST

START_TEST(test_str_format_long)
{
    char want[5000];
    memset(want, 'w', sizeof want - 1);
    want[sizeof want - 1] = '\0';
    str_addf(&str, "<%s>", want);
    ck_assert_uint_eq(str.length, sizeof want + 1);
    ck_assert_int_eq(str.text[0], '<');
    ck_assert_int_eq(str.text[str.length - 1], '>');
}
END_TEST

START_TEST(test_str_cut)
{
    str_adds(&str, "abcdef");
    str_cut(&str, 9);
    ck_assert_str_eq(str.text, "abcdef");
    str_cut(&str, 2);
    ck_assert_str_eq(str.text, "ab");
    size_t room = str.room;
    str_clear(&str);
    ck_assert_str_eq(str.text, "");
    ck_assert_uint_eq(str.room, room);
}
END_TEST

START_TEST(test_str_visible)
{
    str_add_visible(&str, "a\nb\rc\td\0e\x1b[1m\x7f冷", 17);
    ck_assert_str_eq(str.text, "a\\nb\\rc\\td\\x00e\\x1B[1m\\x7F冷");
}
END_TEST

START_TEST(test_str_ends)
{
    ck_assert(str_starts("reject_file", "reject_"));
    ck_assert(str_starts("x", ""));
    ck_assert(!str_starts("re", "reject_"));
    ck_assert(str_ends("amount_fen", "_fen"));
    ck_assert(str_ends("_fen", "_fen"));
    ck_assert(str_ends("", ""));
    ck_assert(!str_ends("fen", "_fen"));
    ck_assert(!str_ends("amount_fen ", "_fen"));
}
END_TEST

static const char *const words[] = {"visits",   "clients",  "channels",
                                    "项目名称", "到院时间", "到院编号"};

static const struct {
    const char *word, *near;
} nearest[] = {
    {"visits", "visits"},
    {"visit", "visits"},      /* insert */
    {"vissits", "visits"},    /* delete */
    {"visats", "visits"},     /* replace */
    {"viisst", "visits"},     /* two of six */
    {"visist", "visits"},     /* swap */
    {"VISITS", "visits"},     /* case is nothing */
    {"ViSist", "visits"},     /* nor is it in a swap */
    {"clietns", "clients"},   /* swap */
    {"chanel", "channels"},   /* two of eight */
    {"vist", "visits"},       /* two of six */
    {"vis", NULL},            /* three of six are too many */
    {"xisxtx", NULL},         /* so are they when replaced */
    {"payments", NULL},       /* near to nothing */
    {"", NULL},               /* nothing is near to nothing */
    {"项目名", "项目名称"},   /* characters count, not bytes */
    {"项目代码", NULL},       /* two of four */
    {"到院时刻", "到院时间"}, /* one of four */
    {"到院", NULL},           /* two of four */
    {"院到时间", "到院时间"}, /* swap */
    {"到", NULL},
    {"\xe5\x88", NULL}, /* no character at all */
};

START_TEST(test_str_nearest)
{
    const char *near = str_nearest(nearest[_i].word, words, sizeof words / sizeof *words);
    if (nearest[_i].near)
        ck_assert_pstr_eq(near, nearest[_i].near);
    else
        ck_assert_msg(!near, "%s: %s", nearest[_i].word, near);
}
END_TEST

START_TEST(test_str_nearest_hostile)
{
    char vast[4096];
    const char *const list[] = {vast, "", "visits"};
    memset(vast, 'v', sizeof vast - 1);
    vast[sizeof vast - 1] = '\0';
    ck_assert_ptr_null(str_nearest(vast, list, 3));
    ck_assert_str_eq(str_nearest("visits", list, 3), "visits");
    ck_assert_ptr_null(str_nearest("visits", NULL, 0));
    for (size_t length = 60; length <= 70; length++) { /* around the longest that is compared */
        vast[length] = '\0';
        const char *near = str_nearest(vast, list, 1);
        ck_assert(!near || near == vast);
        vast[length] = 'v';
    }
}
END_TEST

static const struct {
    const char *text, *word;
} shell[] = {
    {"clinic.db", "clinic.db"},
    {"postgresql://host:5432/medi", "postgresql://host:5432/medi"},
    {"postgresql:///medi?host=/run&user=a", "'postgresql:///medi?host=/run&user=a'"},
    {"", "''"},
    {"with space.db", "'with space.db'"},
    {"it's", "'it'\\''s'"},
    {"$HOME/`x`", "'$HOME/`x`'"},
    {"数据库.db", "'数据库.db'"},
    {"~", "'~'"},
};

START_TEST(test_str_shell)
{
    str_add_shell(&str, shell[_i].text);
    ck_assert_str_eq(str.text, shell[_i].word);
}
END_TEST

Suite *
str_suite(void)
{
    Suite *suite = suite_create("str");
    TCase *all = tcase_create("str");
    tcase_add_checked_fixture(all, setup, teardown);
    tcase_add_test(all, test_str_empty);
    tcase_add_test(all, test_str_add);
    tcase_add_test(all, test_str_grow);
    tcase_add_loop_test(all, test_str_need, 0, 200);
    tcase_add_test(all, test_str_format_long);
    tcase_add_test(all, test_str_cut);
    tcase_add_test(all, test_str_visible);
    tcase_add_test(all, test_str_ends);
    tcase_add_loop_test(all, test_str_shell, 0, sizeof shell / sizeof *shell);
    tcase_add_loop_test(all, test_str_nearest, 0, sizeof nearest / sizeof *nearest);
    tcase_add_test(all, test_str_nearest_hostile);
    suite_add_tcase(suite, all);
    return suite;
}
