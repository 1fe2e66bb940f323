/* utf8: validity, characters, widths. */
#include <check.h>
#include <string.h>

#include "text/utf8.h"

static size_t
valid(const char *text)
{
    return utf8_valid(text, strlen(text));
}

START_TEST(test_valid)
{
    static const char *const whole[] = {
        "",
        "abc",
        "é",
        "冷链",
        "😀",
        "\xed\x9f\xbf",
        "\xee\x80\x80",
        "\xf4\x8f\xbf\xbf",
        "\xf0\x90\x80\x80",
        "\xe0\xa0\x80",
        "\xc2\x80",
        "0123456789abcdefé0123456789",
    };
    for (size_t i = 0; i < sizeof whole / sizeof *whole; i++)
        ck_assert_uint_eq(valid(whole[i]), strlen(whole[i]));
}
END_TEST

START_TEST(test_invalid)
{
    static const struct {
        const char *text;
        size_t valid;
    } bad[] = {
        {"ab\x80", 2},           /* a continuation alone */
        {"\xc0\xaf", 0},         /* overlong */
        {"\xc1\xbf", 0},         /* overlong */
        {"\xe0\x9f\xbf", 0},     /* overlong */
        {"\xf0\x8f\xbf\xbf", 0}, /* overlong */
        {"x\xed\xa0\x80", 1},    /* a surrogate */
        {"\xf4\x90\x80\x80", 0}, /* above U+10FFFF */
        {"\xf5\x80\x80\x80", 0}, /* no lead byte */
        {"冷\xe9\x93", 3},       /* cut short */
        {"\xe9\x93\x28", 0},     /* a character broken off */
        {"\xf0\x9f\x98", 0},     /* cut short */
        {"01234567\xff"
         "01234567",
         8}, /* behind a whole word */
        {"0123456\xff", 7},
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        ck_assert_uint_eq(valid(bad[i].text), bad[i].valid);
}
END_TEST

/* Every two- and three-byte start against the arithmetic of RFC 3629. */
START_TEST(test_exhaustive)
{
    for (int a = 0x80; a < 0x100; a++) {
        for (int b = 0; b < 0x100; b++) {
            char text[] = {(char)a, (char)b, (char)0x80, (char)0x80};
            size_t expected = 0;
            int tail = b & 0x3f, continues = (b & 0xc0) == 0x80;
            if (continues && a >= 0xc2 && a <= 0xdf)
                expected = 2;
            else if (continues && a >= 0xe0 && a <= 0xef) {
                int c = (a & 15) << 12 | tail << 6;
                expected = c >= 0x800 && (c < 0xd800 || c > 0xdfff) ? 3 : 0;
            } else if (continues && a >= 0xf0 && a <= 0xf7) {
                int c = (a & 7) << 18 | tail << 12;
                expected = c >= 0x10000 && c <= 0x10ffff ? 4 : 0;
            }
            size_t got = utf8_valid(text, expected ? expected : 4);
            ck_assert_msg(got == expected, "%02x %02x: %zu for %zu", a, b, got, expected);
        }
    }
}
END_TEST

START_TEST(test_next)
{
    const char *text = "a\xc3\xa9\xe5\x86\xb7\xf0\x9f\x98\x80\xff";
    static const int32_t characters[] = {'a', 0xe9, 0x51b7, 0x1f600, UTF8_REPLACEMENT};
    static const size_t sizes[] = {1, 2, 3, 4, 1};
    size_t at = 0, bytes;

    for (int i = 0; i < 5; i++, at += bytes) {
        ck_assert_int_eq(utf8_next(text + at, strlen(text) - at, &bytes), characters[i]);
        ck_assert_uint_eq(bytes, sizes[i]);
    }
    ck_assert_int_eq(utf8_next(text, 0, &bytes), UTF8_REPLACEMENT);
    ck_assert_uint_eq(bytes, 0);
    ck_assert_int_eq(utf8_next("\xe5\x86", 2, &bytes), UTF8_REPLACEMENT);
    ck_assert_uint_eq(bytes, 1);
}
END_TEST

START_TEST(test_count)
{
    ck_assert_uint_eq(utf8_count("", 0), 0);
    ck_assert_uint_eq(utf8_count("冷链ab", 8), 4);
}
END_TEST

START_TEST(test_width)
{
    ck_assert_int_eq(utf8_width("", 0), 0);
    ck_assert_int_eq(utf8_width("abc", 3), 3);
    ck_assert_int_eq(utf8_width("冷链ab", 8), 6);
    ck_assert_int_eq(utf8_width("😀", 4), 2);
    ck_assert_int_eq(utf8_width("e\xcc\x81", 3), 1); /* a combining accent */
    ck_assert_int_eq(utf8_width("\x01\x7f", 2), 0);
    ck_assert_int_eq(utf8_width("ＡＢ，", 9), 6); /* full width */
}
END_TEST

START_TEST(test_fit)
{
    ck_assert_uint_eq(utf8_fit("冷链ab", 8, 5), 7);
    ck_assert_uint_eq(utf8_fit("冷链ab", 8, 3), 3); /* half a character does not fit */
    ck_assert_uint_eq(utf8_fit("冷链ab", 8, 0), 0);
    ck_assert_uint_eq(utf8_fit("冷链ab", 8, 99), 8);
    ck_assert_uint_eq(utf8_fit("e\xcc\x81x", 4, 1), 3); /* the accent stays with its letter */
}
END_TEST

START_TEST(test_ascii)
{
    ck_assert_uint_eq(utf8_ascii("", 0), 0);
    for (size_t i = 0; i < 20; i++) {
        char text[21] = "abcdefghijklmnopqrst";
        text[i] = (char)0x80;
        ck_assert_uint_eq(utf8_ascii(text, 20), i);
    }
    ck_assert_uint_eq(utf8_ascii("abcdefghijklmnopqrst", 20), 20);
}
END_TEST

Suite *utf8_suite(void);

START_TEST(test_put)
{
    char text[4];
    size_t bytes;
    int wrong = 0;
    for (int32_t code = 1; code < 0x110000; code++) {
        size_t length = utf8_put(code, text);
        bool surrogate = code >= 0xd800 && code < 0xe000;
        bool same = length && utf8_next(text, length, &bytes) == code && bytes == length;
        wrong += same == surrogate; /* counted: an assertion a character takes seconds */
    }
    ck_assert_int_eq(wrong, 0);
    ck_assert_uint_eq(utf8_put(0, text), 0);
    ck_assert_uint_eq(utf8_put(0x110000, text), 0);
}
END_TEST

Suite *
utf8_suite(void)
{
    Suite *suite = suite_create("utf8");
    TCase *cases = tcase_create("utf8");

    tcase_add_test(cases, test_put);
    tcase_add_test(cases, test_valid);
    tcase_add_test(cases, test_invalid);
    tcase_add_test(cases, test_exhaustive);
    tcase_add_test(cases, test_next);
    tcase_add_test(cases, test_count);
    tcase_add_test(cases, test_width);
    tcase_add_test(cases, test_fit);
    tcase_add_test(cases, test_ascii);
    suite_add_tcase(suite, cases);
    return suite;
}
