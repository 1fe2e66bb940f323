#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/codec.h"
#include "bytes.h"

Suite *codec_suite(void);

enum { MOST = 70 };

static struct arena arena;

static void
setup(void)
{
    arena_init(&arena);
}

static void
teardown(void)
{
    arena_release(&arena);
}

/* RFC 4648, section 10. */
static const struct {
    const char *bytes, *base64, *hex;
} published[] = {
    {"", "", ""},
    {"f", "Zg==", "66"},
    {"fo", "Zm8=", "666f"},
    {"foo", "Zm9v", "666f6f"},
    {"foob", "Zm9vYg==", "666f6f62"},
    {"fooba", "Zm9vYmE=", "666f6f6261"},
    {"foobar", "Zm9vYmFy", "666f6f626172"},
    {"\xfb\xff\xfe", "+//+", "fbfffe"},
};

START_TEST(test_codec_published)
{
    const char *bytes = published[_i].bytes;
    size_t length = strlen(bytes);
    ck_assert_str_eq(base64_encode(&arena, bytes, length), published[_i].base64);
    ck_assert_str_eq(hex_encode(&arena, bytes, length), published[_i].hex);
}
END_TEST

typedef char *encoder(struct arena *arena, const void *bytes, size_t length);
typedef long decoder(void *out, size_t room, const char *text, size_t length);

static const struct codec {
    encoder *encode;
    decoder *decode;
} codecs[] = {{base64_encode, base64_decode}, {hex_encode, hex_decode}};

/* Exactly the room that is needed does, a byte less does not, and nothing is written behind it. */
START_TEST(test_codec_lengths)
{
    const struct codec *codec = &codecs[_i];
    unsigned char bytes[MOST], out[MOST + 1];
    count_up(bytes, sizeof bytes, 0xB7);
    for (size_t length = 0; length <= MOST; length++) {
        char *text = codec->encode(&arena, bytes, length);
        memset(out, 0xA5, sizeof out);
        ck_assert_int_eq(codec->decode(out, length, text, strlen(text)), (long)length);
        ck_assert_mem_eq(out, bytes, length);
        ck_assert_uint_eq(out[length], 0xA5);
        ck_assert_int_eq(codec->decode(out, sizeof out, text, strlen(text)), (long)length);
        memset(out, 0xA5, sizeof out);
        if (length)
            ck_assert_int_eq(codec->decode(out, length - 1, text, strlen(text)), -1);
        if (length)
            ck_assert_uint_eq(out[length - 1], 0xA5);
    }
}
END_TEST

/* With every byte at every place of a text: it is refused, or it is the one text of what it gives. */
static int
one_text(const struct codec *codec, const char *text)
{
    unsigned char out[MOST];
    char tried[MOST];
    int taken = 0;
    size_t length = strlen(text);
    for (size_t at = 0; at < length; at++) {
        memcpy(tried, text, length + 1);
        for (int byte = 0; byte < 256; byte++) {
            tried[at] = (char)byte;
            long count = codec->decode(out, sizeof out, tried, length);
            if (count < 0)
                continue;
            ck_assert_mem_eq(codec->encode(&arena, out, (size_t)count), tried, length + 1);
            taken++;
        }
    }
    return taken;
}

START_TEST(test_codec_one_text)
{
    const struct codec *base64 = &codecs[0], *hex = &codecs[1];
    ck_assert_int_eq(one_text(base64, "Zm9vYmFy"), 8 * 64);
    /* before the padding only letters whose last bits are zero; for the padding, letters or itself */
    ck_assert_int_eq(one_text(base64, "Zm9vYmE="), 6 * 64 + 16 + 65);
    ck_assert_int_eq(one_text(base64, "Zm9vYg=="), 5 * 64 + 4 + 17 + 1);
    ck_assert_int_eq(one_text(hex, "00ff7a"), 6 * 16);
}
END_TEST

static const char *const no_base64[] = {
    "Z",     "Zg",     "Zg=",    "Zg===",        "Zg====",    "Zm8",   "Zm8==",    "=",
    "==",    "===",    "====",   "Z===",         "Z=g=",      "=Zg=",  "Zg==Zg==", "Zg== ",
    " Zg==", "Zg=\n=", "Zg==\n", "Zm9v\r\nYmFy", "Zm9v Zm9v", "Zm9v=", "Zm9v====", "-__-",
    "Zh==",  "Zm9=",   "Zm9vY",  "Zm9vYm",       "Zm9vYmF",   "冷链",  "Zm9\xc2",
};

static const char *const no_hex[] = {
    "0",    "000",   "0g", "g0", "0x00", " 00", "00 ",  "0 0",
    "00\n", "00:00", "-1", "AB", "aB",   "Fa",  "冷链",
};

START_TEST(test_codec_refused)
{
    unsigned char out[MOST];
    for (size_t i = 0; i < sizeof no_base64 / sizeof *no_base64; i++)
        ck_assert_msg(base64_decode(out, sizeof out, no_base64[i], strlen(no_base64[i])) == -1,
                      "%s", no_base64[i]);
    for (size_t i = 0; i < sizeof no_hex / sizeof *no_hex; i++)
        ck_assert_msg(hex_decode(out, sizeof out, no_hex[i], strlen(no_hex[i])) == -1, "%s",
                      no_hex[i]);
    ck_assert_int_eq(base64_decode(out, sizeof out, "Zg==\0", 5), -1);
    ck_assert_int_eq(base64_decode(out, sizeof out, "Zg\0=", 4), -1);
    ck_assert_int_eq(hex_decode(out, sizeof out, "00\0", 3), -1);
}
END_TEST

/* Only `length` bytes are looked at: there need be no NUL behind them. */
START_TEST(test_codec_no_end)
{
    unsigned char out[MOST];
    char *text = memcpy(malloc(8), "Zm9v6667", 8);
    ck_assert_int_eq(base64_decode(out, sizeof out, text, 4), 3);
    ck_assert_mem_eq(out, "foo", 3);
    ck_assert_int_eq(hex_decode(out, sizeof out, text + 4, 4), 2);
    ck_assert_mem_eq(out, "fg", 2);
    free(text);
}
END_TEST

Suite *
codec_suite(void)
{
    Suite *suite = suite_create("codec");
    TCase *all = tcase_create("codec");
    tcase_add_checked_fixture(all, setup, teardown);
    tcase_add_loop_test(all, test_codec_published, 0, sizeof published / sizeof *published);
    tcase_add_loop_test(all, test_codec_lengths, 0, 2);
    tcase_add_test(all, test_codec_one_text);
    tcase_add_test(all, test_codec_refused);
    tcase_add_test(all, test_codec_no_end);
    suite_add_tcase(suite, all);
    return suite;
}
