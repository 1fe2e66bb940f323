#include <check.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "bytes.h"

Suite *hash_suite(void);

static void
hash_of(unsigned char *out, size_t size, const char *purpose, const unsigned char *key,
        const void *bytes, size_t length)
{
    struct hash hash;
    hash_begin(&hash, purpose, size, key);
    hash_add(&hash, bytes, length);
    hash_end(&hash, out, size);
}

/* RFC 7693, appendix A; without a purpose it is plain BLAKE2b. */
START_TEST(test_hash_published)
{
    unsigned char out[HASH_MOST];
    hash_of(out, 64, "", NULL, "abc", 3);
    ck_assert_hex(out, 64,
                  "ba80a53f981c4d0d6a2797b69f12f6e94c212f14685ac4b74b12bb6fdbffa2d1"
                  "7d87c5392aab792dc252d5de4533cc9518d38aa8dbf1925ab92386edd4009923");
    hash_of(out, 32, "", NULL, NULL, 0);
    ck_assert_hex(out, 32, "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
}
END_TEST

/* Made with another implementation (Python's hashlib, its `person` and `key`). */
START_TEST(test_hash_purpose_and_key)
{
    unsigned char out[HASH_MOST], key[HASH_KEY];
    count_up(key, sizeof key, 0);
    hash_of(out, 32, "row", NULL, "abc", 3);
    ck_assert_hex(out, 32, "3d169efc6c271e7d8abefc3d48e6a8ee073d7e6e3567750e51ab72b184148f01");
    hash_of(out, 32, "sixteen letters!", NULL, "abc", 3);
    ck_assert_hex(out, 32, "677d2e87204621c5dad4148bc436fca792574f9b4b2878a0e7aae22b9ee5e09d");
    hash_of(out, 32, "row", key, "abc", 3);
    ck_assert_hex(out, 32, "22cd68a7193fc997fc0b70ee73606945979f1e1e373daa75471dbd7ce1a9c17d");
    hash_of(out, 1, "row", NULL, "abc", 3);
    ck_assert_hex(out, 1, "39");
}
END_TEST

START_TEST(test_hash_bytes)
{
    unsigned char out[HASH_SIZE];
    hash_bytes(out, "row", "abc", 3);
    ck_assert_hex(out, 32, "3d169efc6c271e7d8abefc3d48e6a8ee073d7e6e3567750e51ab72b184148f01");
}
END_TEST

/* Integers are eight bytes from the lowest; a text tells its length, and NULL is not the empty text. */
START_TEST(test_hash_values)
{
    unsigned char out[HASH_SIZE];
    struct hash hash;
    hash_begin(&hash, "row", HASH_SIZE, NULL);
    hash_add_text(&hash, "冷链");
    hash_add_text(&hash, "");
    hash_add_text(&hash, NULL);
    hash_add_int(&hash, -2);
    hash_add_int(&hash, INT64_MAX);
    hash_end(&hash, out, HASH_SIZE);
    ck_assert_hex(out, 32, "b738b58e89b4db3647224ecba207cb53e1ebc71a89f4bffda91cb5e83e0c0eef");
}
END_TEST

static void
hash_pair(unsigned char out[HASH_SIZE], const char *first, const char *second)
{
    struct hash hash;
    hash_begin(&hash, "row", HASH_SIZE, NULL);
    hash_add_text(&hash, first);
    hash_add_text(&hash, second);
    hash_end(&hash, out, HASH_SIZE);
}

START_TEST(test_hash_texts_keep_apart)
{
    static const char *const pairs[][2] = {{"ab", "c"}, {"a", "bc"},   {"abc", ""},
                                           {"", "abc"}, {"abc", NULL}, {NULL, "abc"}};
    enum { PAIRS = sizeof pairs / sizeof *pairs };
    unsigned char out[PAIRS][HASH_SIZE];
    for (int i = 0; i < PAIRS; i++) {
        hash_pair(out[i], pairs[i][0], pairs[i][1]);
        for (int j = 0; j < i; j++)
            ck_assert_mem_ne(out[i], out[j], HASH_SIZE);
    }
}
END_TEST

/* However it is cut, the same bytes give the same hash. */
START_TEST(test_hash_pieces)
{
    unsigned char bytes[300], whole[HASH_SIZE], pieces[HASH_SIZE];
    count_up(bytes, sizeof bytes, 1);
    hash_bytes(whole, "row", bytes, sizeof bytes);
    for (size_t step = 1; step < sizeof bytes; step++) {
        struct hash hash;
        hash_begin(&hash, "row", HASH_SIZE, NULL);
        for (size_t at = 0; at < sizeof bytes; at += step) {
            size_t left = sizeof bytes - at;
            hash_add(&hash, bytes + at, left < step ? left : step);
            hash_add(&hash, NULL, 0);
        }
        hash_end(&hash, pieces, HASH_SIZE);
        ck_assert_mem_eq(whole, pieces, HASH_SIZE);
    }
}
END_TEST

/* What is done under a key leaves nothing of it behind. */
START_TEST(test_hash_forgets_key)
{
    unsigned char key[HASH_KEY], out[HASH_SIZE];
    struct hash hash;
    count_up(key, sizeof key, 100);
    hash_begin(&hash, "row", HASH_SIZE, key);
    hash_end(&hash, out, HASH_SIZE);
    ck_assert_ptr_null(memmem(hash.state, sizeof hash.state, key, sizeof key));
    ck_assert_ptr_null(memmem(hash.state, sizeof hash.state, out, sizeof out));
}
END_TEST

/* FIPS 180-4's "abc", nothing, and a million of "a". */
START_TEST(test_hash_sha256)
{
    unsigned char out[32];
    hash_sha256(out, "abc", 3);
    ck_assert_hex(out, 32, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    hash_sha256(out, NULL, 0);
    ck_assert_hex(out, 32, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    char *many = malloc(1000000);
    hash_sha256(out, memset(many, 'a', 1000000), 1000000);
    ck_assert_hex(out, 32, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    free(many);
}
END_TEST

/* A purpose that would be cut could be taken for another: that is a fault of the program. */
START_TEST(test_hash_purpose_too_long)
{
    struct hash hash;
    hash_begin(&hash, "seventeen letters", HASH_SIZE, NULL);
}
END_TEST

START_TEST(test_hash_size_none)
{
    struct hash hash;
    hash_begin(&hash, "row", 0, NULL);
}
END_TEST

START_TEST(test_hash_size_large)
{
    struct hash hash;
    hash_begin(&hash, "row", HASH_MOST + 1, NULL);
}
END_TEST

Suite *
hash_suite(void)
{
    Suite *suite = suite_create("hash");
    TCase *all = tcase_create("hash");
    tcase_add_test(all, test_hash_published);
    tcase_add_test(all, test_hash_purpose_and_key);
    tcase_add_test(all, test_hash_bytes);
    tcase_add_test(all, test_hash_values);
    tcase_add_test(all, test_hash_texts_keep_apart);
    tcase_add_test(all, test_hash_pieces);
    tcase_add_test(all, test_hash_forgets_key);
    tcase_add_test(all, test_hash_sha256);
    tcase_add_test_raise_signal(all, test_hash_purpose_too_long, SIGABRT);
    tcase_add_test_raise_signal(all, test_hash_size_none, SIGABRT);
    tcase_add_test_raise_signal(all, test_hash_size_large, SIGABRT);
    suite_add_tcase(suite, all);
    return suite;
}
