#include "scratch.h"

#include <errno.h>

Suite *err_suite(void);

/* One line a person can act on, whatever the input that it quotes. */

START_TEST(test_err_set)
{
    struct err err = {0};
    ck_assert_int_eq(err_set(&err, ERR_DATA, "%s: missing, %d", "lot", 7), -1);
    ck_assert_int_eq(err.kind, ERR_DATA);
    ck_assert_str_eq(err.text, "lot: missing, 7");
    ck_assert_int_eq(err_set(&err, ERR_BUSY, "%s", ""), -1);
    ck_assert_int_eq(err.kind, ERR_BUSY);
    ck_assert_str_eq(err.text, "");
}
END_TEST

START_TEST(test_err_wrap)
{
    struct err err = {0};
    err_set(&err, ERR_DATA, "lot: missing");
    ck_assert_int_eq(err_wrap(&err, "%s:%d", "receipts.csv", 7), -1);
    ck_assert_int_eq(err_wrap(&err, "line\nbreak"), -1);
    ck_assert_int_eq(err.kind, ERR_DATA);
    ck_assert_str_eq(err.text, "line\\nbreak: receipts.csv:7: lot: missing");
}
END_TEST

START_TEST(test_err_errno)
{
    struct err err = {0};
    ck_assert_int_eq(err_errno(&err, ENOENT, "%s", "a\tb.csv"), -1);
    ck_assert_int_eq(err.kind, ERR_IO);
    ck_assert_str_eq(err.text, "a\\tb.csv: No such file or directory");
}
END_TEST

START_TEST(test_err_clear)
{
    struct err err = {0};
    err_set(&err, ERR_DATA, "words");
    err_clear(&err);
    ck_assert_int_eq(err.kind, ERR_NONE);
    ck_assert_str_eq(err.text, "");
}
END_TEST

/* Every byte below 0x20 and 0x7F is made visible, whichever function takes it. */
START_TEST(test_err_control)
{
    struct err err = {0};
    char text[2] = {(char)_i, '\0'};
    err_set(&err, ERR_DATA, "a%sb", text);
    err_wrap(&err, "c%sd", text);
    for (const char *at = err.text; *at; at++)
        ck_assert_msg((unsigned char)*at >= 0x20 && *at != 0x7F, "byte %d in: %s", _i, err.text);
    err_errno(&err, EIO, "e%sf", text);
    for (const char *at = err.text; *at; at++)
        ck_assert_msg((unsigned char)*at >= 0x20 && *at != 0x7F, "byte %d in: %s", _i, err.text);
}
END_TEST

/* Whole UTF-8 characters only, up to the last. */
static void
check_whole(const char *text)
{
    size_t length = strlen(text), at = 0;
    while (at < length) {
        unsigned char lead = (unsigned char)text[at];
        size_t size = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
        ck_assert_msg((lead & 0xC0) != 0x80 && at + size <= length, "cut at byte %zu", at);
        at += size;
    }
}

/* However the cut falls: by the number of bytes in front of characters of three and four bytes. */
START_TEST(test_err_long)
{
    struct err err = {0};
    char text[4 * ERR_TEXT] = "";
    memset(text, 'x', (size_t)_i);
    while (strlen(text) < sizeof text - 8)
        strcat(text, _i % 2 ? "冷" : "😀");
    err_set(&err, ERR_DATA, "%s", text);
    ck_assert_uint_gt(strlen(err.text), ERR_TEXT - 8);
    ck_assert_uint_lt(strlen(err.text), ERR_TEXT);
    check_whole(err.text);
    err_wrap(&err, "%s", "files/冷链.csv:7");
    ck_assert_ptr_eq(strstr(err.text, "files/冷链.csv:7: "), err.text);
    check_whole(err.text);
    err_errno(&err, EIO, "%s", text);
    check_whole(err.text);
}
END_TEST

/* A control character becomes four bytes: what was short enough may not be any more. */
START_TEST(test_err_long_controls)
{
    struct err err = {0};
    char text[ERR_TEXT];
    memset(text, '\x1b', sizeof text - 1);
    text[sizeof text - 1] = '\0';
    err_set(&err, ERR_DATA, "%s", text);
    ck_assert_uint_eq(strlen(err.text), ERR_TEXT - 1);
    ck_assert_ptr_null(strchr(err.text, '\x1b'));
}
END_TEST

START_TEST(test_err_exit_codes)
{
    static const struct {
        enum err_kind kind;
        int code;
    } all[] = {{ERR_NONE, 0}, {ERR_USAGE, 2}, {ERR_DATA, 3},  {ERR_DB, 4},
               {ERR_IO, 4},   {ERR_BUSY, 75}, {ERR_MEMORY, 4}};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        ck_assert_int_eq(err_exit_code(all[i].kind), all[i].code);
}
END_TEST

Suite *
err_suite(void)
{
    Suite *suite = suite_create("err");
    TCase *all = tcase_create("err");
    tcase_add_test(all, test_err_set);
    tcase_add_test(all, test_err_wrap);
    tcase_add_test(all, test_err_errno);
    tcase_add_test(all, test_err_clear);
    tcase_add_loop_test(all, test_err_control, 1, 32);
    tcase_add_loop_test(all, test_err_control, 127, 128);
    tcase_add_loop_test(all, test_err_long, 0, 8);
    tcase_add_test(all, test_err_long_controls);
    tcase_add_test(all, test_err_exit_codes);
    suite_add_tcase(suite, all);
    return suite;
}
