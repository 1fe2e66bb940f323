#include <check.h>
#include <limits.h>
#include <stdlib.h>

#include "base/rng.h"

Suite *rng_suite(void);

/* The numbers that the authors' C gives for the state 1, 2, 3, 4. */
START_TEST(xoshiro_as_published)
{
    static const uint64_t expected[] = {UINT64_C(11520),
                                        UINT64_C(0),
                                        UINT64_C(1509978240),
                                        UINT64_C(1215971899390074240),
                                        UINT64_C(1216172134540287360),
                                        UINT64_C(607988272756665600)};
    struct rng rng = {{1, 2, 3, 4}};
    for (int i = 0; i < 6; i++)
        ck_assert_uint_eq(rng_next(&rng), expected[i]);
}
END_TEST

/* splitmix64 from 1234567, as published. */
START_TEST(seeded_by_splitmix)
{
    struct rng rng;
    rng_seed(&rng, 1234567);
    ck_assert_uint_eq(rng.state[0], UINT64_C(6457827717110365317));
    ck_assert_uint_eq(rng.state[1], UINT64_C(3203168211198807973));
    ck_assert_uint_eq(rng.state[2], UINT64_C(9817491932198370423));
    ck_assert_uint_eq(rng.state[3], UINT64_C(4593380528125082431));
}
END_TEST

START_TEST(streams_differ)
{
    struct rng one, same, stream, index;
    rng_stream(&one, 7, 1, 1);
    rng_stream(&same, 7, 1, 1);
    rng_stream(&stream, 7, 2, 1);
    rng_stream(&index, 7, 1, 2);
    uint64_t first = rng_next(&one);
    ck_assert_uint_eq(first, rng_next(&same));
    ck_assert_uint_ne(first, rng_next(&stream));
    ck_assert_uint_ne(first, rng_next(&index));
}
END_TEST

START_TEST(below_is_even_and_bounded)
{
    struct rng rng;
    int seen[6] = {0};
    rng_seed(&rng, 42);
    for (int i = 0; i < 60000; i++)
        seen[rng_below(&rng, 6)]++;
    for (int i = 0; i < 6; i++)
        ck_assert_int_le(abs(seen[i] - 10000), 400);
    ck_assert_uint_eq(rng_below(&rng, 0), 0);
    ck_assert_uint_eq(rng_below(&rng, 1), 0);
}
END_TEST

START_TEST(between_takes_both_ends)
{
    struct rng rng;
    bool low = false, high = false;
    rng_seed(&rng, 1);
    for (int i = 0; i < 200; i++) {
        int drawn = rng_between(&rng, -2, 2);
        ck_assert(drawn >= -2 && drawn <= 2);
        low = low || drawn == -2;
        high = high || drawn == 2;
    }
    ck_assert(low && high);
    ck_assert_int_eq(rng_between(&rng, 5, 5), 5);
    ck_assert_int_eq(rng_between(&rng, 5, 4), 5);
    (void)rng_between(&rng, INT_MIN + 1, INT_MAX);
}
END_TEST

START_TEST(chance_and_pick_follow_weights)
{
    static const int weights[] = {0, 300, 700, 0};
    struct rng rng;
    int hits = 0, seen[4] = {0};
    rng_seed(&rng, 9);
    for (int i = 0; i < 20000; i++) {
        hits += rng_chance(&rng, 250);
        seen[rng_pick(&rng, weights, 4)]++;
    }
    ck_assert_int_le(abs(hits - 5000), 300);
    ck_assert_int_eq(seen[0], 0);
    ck_assert_int_eq(seen[3], 0);
    ck_assert_int_le(abs(seen[1] - 6000), 300);
    ck_assert(!rng_chance(&rng, 0) && !rng_chance(&rng, -5) && rng_chance(&rng, 1000));
}
END_TEST

Suite *
rng_suite(void)
{
    Suite *suite = suite_create("rng");
    TCase *tcase = tcase_create("core");
    tcase_add_test(tcase, xoshiro_as_published);
    tcase_add_test(tcase, seeded_by_splitmix);
    tcase_add_test(tcase, streams_differ);
    tcase_add_test(tcase, below_is_even_and_bounded);
    tcase_add_test(tcase, between_takes_both_ends);
    tcase_add_test(tcase, chance_and_pick_follow_weights);
    suite_add_tcase(suite, tcase);
    return suite;
}
