#include <check.h>
#include <string.h>

#include "base/sign.h"
#include "bytes.h"

Suite *sign_suite(void);

/* RFC 8032, 7.1: tests 1, 2 and 3. */
static const struct {
    const char *secret, *public, *bytes, *signature;
} published[] = {
    {"9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
     "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
     "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b"
     "46b"
     "d25bf5f0595bbe24655141438e7a100b"},
    {"4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
     "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
     "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11"
     "d8c"
     "387b2eaeb4302aeeb00d291612bb0c00"},
    {"c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
     "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
     "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc"
     "659"
     "4a7c15e9716ed28dc027beceea1ec40a"},
};

START_TEST(test_sign_published)
{
    unsigned char secret[SIGN_SECRET], public_key[SIGN_PUBLIC], bytes[2], signature[SIGN_SIZE];
    unhex(secret, sizeof secret, published[_i].secret);
    size_t length = unhex(bytes, sizeof bytes, published[_i].bytes);
    sign_public(public_key, secret);
    ck_assert_hex(public_key, sizeof public_key, published[_i].public);
    sign_bytes(signature, secret, bytes, length);
    ck_assert_hex(signature, sizeof signature, published[_i].signature);
    ck_assert(sign_verify(signature, public_key, bytes, length));
}
END_TEST

START_TEST(test_sign_pair)
{
    unsigned char secret[SIGN_SECRET], again[SIGN_SECRET], public_key[SIGN_PUBLIC];
    unsigned char expected[SIGN_PUBLIC], signature[SIGN_SIZE];
    sign_pair(public_key, secret);
    sign_public(expected, secret);
    ck_assert_mem_eq(public_key, expected, SIGN_PUBLIC);
    sign_bytes(signature, secret, "日志", 6);
    ck_assert(sign_verify(signature, public_key, "日志", 6));
    sign_pair(expected, again);
    ck_assert_mem_ne(secret, again, SIGN_SECRET);
    ck_assert(!sign_verify(signature, expected, "日志", 6));
}
END_TEST

/* Any bit of the signature, of the text or of the key. */
static void
flip_each(unsigned char *bytes, size_t length, const unsigned char *signature,
          const unsigned char *public_key, const unsigned char *text, size_t text_length)
{
    for (size_t bit = 0; bit < 8 * length; bit++) {
        bytes[bit / 8] ^= (unsigned char)(1 << bit % 8);
        ck_assert_msg(!sign_verify(signature, public_key, text, text_length), "bit %zu", bit);
        bytes[bit / 8] ^= (unsigned char)(1 << bit % 8);
    }
    ck_assert(sign_verify(signature, public_key, text, text_length));
}

START_TEST(test_sign_damaged)
{
    unsigned char secret[SIGN_SECRET], public_key[SIGN_PUBLIC], signature[SIGN_SIZE];
    unsigned char text[] = "entry 7";
    sign_pair(public_key, secret);
    sign_bytes(signature, secret, text, sizeof text);
    flip_each(signature, sizeof signature, signature, public_key, text, sizeof text);
    flip_each(text, sizeof text, signature, public_key, text, sizeof text);
    flip_each(public_key, sizeof public_key, signature, public_key, text, sizeof text);
    ck_assert(!sign_verify(signature, public_key, text, sizeof text - 1));
    ck_assert(!sign_verify(signature, public_key, text, 0));
}
END_TEST

/* S + L verifies the same equation: a second signature of one text, which nobody with the key made. */
START_TEST(test_sign_second_form)
{
    unsigned char public_key[SIGN_PUBLIC], signature[SIGN_SIZE], order[32];
    unhex(public_key, sizeof public_key, published[1].public);
    unhex(signature, sizeof signature, published[1].signature);
    unhex(order, sizeof order, "edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");
    ck_assert(sign_verify(signature, public_key, "\x72", 1));
    for (int i = 0, carry = 0; i < 32; i++) {
        carry += signature[32 + i] + order[i];
        signature[32 + i] = (unsigned char)carry;
        carry >>= 8;
    }
    ck_assert(!sign_verify(signature, public_key, "\x72", 1));
}
END_TEST

/* Under the neutral element as key, R = neutral and S = 0 would sign every text. */
START_TEST(test_sign_weak_key)
{
    unsigned char public_key[SIGN_PUBLIC] = {1}, signature[SIGN_SIZE] = {1};
    ck_assert(!sign_verify(signature, public_key, "any", 3));
    memset(public_key, 0, sizeof public_key);
    ck_assert(!sign_verify(signature, public_key, "any", 3));
}
END_TEST

Suite *
sign_suite(void)
{
    Suite *suite = suite_create("sign");
    TCase *all = tcase_create("sign");
    tcase_add_loop_test(all, test_sign_published, 0, 3);
    tcase_add_test(all, test_sign_pair);
    tcase_add_test(all, test_sign_damaged);
    tcase_add_test(all, test_sign_second_form);
    tcase_add_test(all, test_sign_weak_key);
    suite_add_tcase(suite, all);
    return suite;
}
