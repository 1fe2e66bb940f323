#include <check.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/multiset.h"
#include "base/rng.h"
#include "bytes.h"

Suite *multiset_suite(void);

typedef unsigned char element[HASH_SIZE];

static void
element_of(element out, int64_t number)
{
    struct hash hash;
    hash_begin(&hash, "row", HASH_SIZE, NULL);
    hash_add_int(&hash, number);
    hash_end(&hash, out, HASH_SIZE);
}

static void
add(struct multiset *set, int64_t number)
{
    element of;
    element_of(of, number);
    multiset_add(set, of);
}

static void
take(struct multiset *set, int64_t number)
{
    element of;
    element_of(of, number);
    multiset_remove(set, of);
}

static struct multiset
bag(int64_t from, int64_t until)
{
    struct multiset set;
    multiset_init(&set);
    for (int64_t i = from; i < until; i++)
        add(&set, i);
    return set;
}

static void
ck_assert_digest(const struct multiset *set, const char *expected)
{
    unsigned char digest[HASH_SIZE];
    multiset_digest(set, digest);
    ck_assert_hex(digest, sizeof digest, expected);
}

/* Made with another implementation of ChaCha20 and BLAKE2b. A store keeps these bytes: they can never be
 * others. */
START_TEST(test_multiset_golden)
{
    struct multiset set = bag(0, 0);
    ck_assert_digest(&set, "53c613bb62abf97492653fef74d0d04baadce552c057d1ac0b20f5d1b0ae8e75");
    set = bag(0, 3);
    ck_assert_uint_eq(set.lanes[0], 34482);
    ck_assert_uint_eq(set.lanes[1], 17549);
    ck_assert_uint_eq(set.lanes[255], 32170);
    ck_assert_uint_eq(set.lanes[511], 9626);
    ck_assert_digest(&set, "c3cebabd10ce394e4c67f00b346694e77babf985a7bae0451cba3232b87c2c18");
    set = bag(0, 0);
    take(&set, 7);
    ck_assert_int_eq(set.count, -1);
    ck_assert_uint_eq(set.lanes[0], 51322);
    ck_assert_uint_eq(set.lanes[511], 64154);
    ck_assert_digest(&set, "3a8f8961e811ef029f9da70c88e14b96e35829449f30ddfe3c4ee643bffc8a12");
}
END_TEST

START_TEST(test_multiset_order)
{
    enum { MANY = 50 };
    struct multiset expected = bag(0, MANY), set;
    struct rng rng;
    rng_seed(&rng, 1);
    for (int round = 0; round < 20; round++) {
        int64_t order[MANY];
        for (int i = 0; i < MANY; i++) {
            int at = (int)rng_below(&rng, (uint32_t)i + 1);
            order[i] = order[at];
            order[at] = i;
        }
        multiset_init(&set);
        for (int i = 0; i < MANY; i++)
            add(&set, order[i]);
        ck_assert(multiset_equal(&set, &expected));
    }
}
END_TEST

/* Whatever is taken out again leaves no trace, also when it is taken before it was put in. */
START_TEST(test_multiset_cancel)
{
    struct multiset expected = bag(0, 20), set = bag(0, 20), empty = bag(0, 0);
    for (int i = 100; i < 130; i++)
        i % 2 ? add(&set, i) : take(&set, i);
    ck_assert(!multiset_equal(&set, &expected));
    for (int i = 100; i < 130; i++)
        i % 2 ? take(&set, i) : add(&set, i);
    ck_assert(multiset_equal(&set, &expected));
    ck_assert_int_eq(set.count, 20);
    for (int i = 0; i < 20; i++)
        take(&set, i);
    ck_assert(multiset_equal(&set, &empty));
}
END_TEST

START_TEST(test_multiset_merge)
{
    struct multiset left = bag(0, 8), right = bag(8, 21), whole = bag(0, 21), empty = bag(0, 0);
    struct multiset set = left;
    multiset_merge(&set, &right);
    ck_assert(multiset_equal(&set, &whole));
    ck_assert_int_eq(set.count, 21);
    multiset_merge(&right, &left);
    ck_assert(multiset_equal(&right, &whole));
    multiset_merge(&set, &empty);
    ck_assert(multiset_equal(&set, &whole));
}
END_TEST

START_TEST(test_multiset_merge_with_itself)
{
    struct multiset set = bag(0, 8), twice = bag(0, 8);
    for (int i = 0; i < 8; i++)
        add(&twice, i);
    multiset_merge(&set, &set);
    ck_assert_int_eq(set.count, 16);
    ck_assert(multiset_equal(&set, &twice));
}
END_TEST

/* Rows are elements with their keys: two rows that swap their values are two other rows. */
static void
row(struct multiset *set, int64_t key, const char *value)
{
    struct hash hash;
    element of;
    hash_begin(&hash, "row", HASH_SIZE, NULL);
    hash_add_int(&hash, key);
    hash_add_text(&hash, value);
    hash_end(&hash, of, HASH_SIZE);
    multiset_add(set, of);
}

START_TEST(test_multiset_differ)
{
    struct multiset set = bag(0, 0), swapped = bag(0, 0);
    row(&set, 1, "a"), row(&set, 2, "b");
    row(&swapped, 1, "b"), row(&swapped, 2, "a");
    ck_assert_int_eq(set.count, swapped.count);
    ck_assert(!multiset_equal(&set, &swapped));
    /* a bag, not a set: twice is not once, and a pair of the same does not vanish as in an XOR */
    struct multiset once = bag(5, 6), twice = bag(5, 6), none = bag(0, 0);
    add(&twice, 5);
    ck_assert(!multiset_equal(&twice, &once));
    twice.count = 0;
    ck_assert(!multiset_equal(&twice, &none));
}
END_TEST

/* Equal, and one digest: both look at the count and at every lane. */
START_TEST(test_multiset_equal)
{
    struct multiset set = bag(0, 4), other = set;
    unsigned char expected[HASH_SIZE], digest[HASH_SIZE];
    multiset_digest(&set, expected);
    other.count++;
    ck_assert(!multiset_equal(&set, &other));
    multiset_digest(&other, digest);
    ck_assert_mem_ne(digest, expected, HASH_SIZE);
    for (int i = 0; i < MULTISET_LANES; i++) {
        other = set;
        other.lanes[i] ^= (uint16_t)(1U << i % 16);
        ck_assert(!multiset_equal(&set, &other));
        multiset_digest(&other, digest);
        ck_assert_mem_ne(digest, expected, HASH_SIZE);
    }
}
END_TEST

/* Every lane depends on every bit of the element. */
START_TEST(test_multiset_spread)
{
    element of;
    element_of(of, 1);
    struct multiset first = bag(1, 2);
    for (int bit = 0; bit < 8 * HASH_SIZE; bit++) {
        struct multiset set = bag(0, 0);
        int same = 0;
        of[bit / 8] ^= (unsigned char)(1 << bit % 8);
        multiset_add(&set, of);
        of[bit / 8] ^= (unsigned char)(1 << bit % 8);
        for (int i = 0; i < MULTISET_LANES; i++)
            same += set.lanes[i] == first.lanes[i];
        ck_assert_int_le(same, 4);
    }
}
END_TEST

/* Also at an odd address; the lowest byte of a lane comes first. */
START_TEST(test_multiset_write_read)
{
    unsigned char room[MULTISET_SIZE + 3];
    struct multiset set = bag(0, 9), read;
    memset(room, 0xA5, sizeof room);
    multiset_write(&set, room + 1);
    ck_assert_uint_eq(room[0], 0xA5);
    ck_assert_uint_eq(room[MULTISET_SIZE + 1], 0xA5);
    for (int i = 0; i < MULTISET_LANES; i++) {
        ck_assert_uint_eq(room[1 + 2 * i], set.lanes[i] & 0xFF);
        ck_assert_uint_eq(room[2 + 2 * i], set.lanes[i] >> 8);
    }
    memset(&read, 0xA5, sizeof read);
    multiset_read(&read, room + 1, 9);
    ck_assert(multiset_equal(&read, &set));
    add(&read, 9);
    set = bag(0, 10);
    ck_assert(multiset_equal(&read, &set));
}
END_TEST

/* A store may say anything: the count wraps, and back. */
START_TEST(test_multiset_hostile_count)
{
    unsigned char zeros[MULTISET_SIZE] = {0};
    struct multiset set, other;
    multiset_read(&set, zeros, INT64_MAX);
    add(&set, 1);
    ck_assert_int_eq(set.count, INT64_MIN);
    take(&set, 1);
    ck_assert_int_eq(set.count, INT64_MAX);
    multiset_read(&other, zeros, INT64_MAX);
    multiset_merge(&set, &other);
    ck_assert_int_eq(set.count, -2);
}
END_TEST

Suite *
multiset_suite(void)
{
    Suite *suite = suite_create("multiset");
    TCase *all = tcase_create("multiset");
    tcase_add_test(all, test_multiset_golden);
    tcase_add_test(all, test_multiset_order);
    tcase_add_test(all, test_multiset_cancel);
    tcase_add_test(all, test_multiset_merge);
    tcase_add_test(all, test_multiset_merge_with_itself);
    tcase_add_test(all, test_multiset_differ);
    tcase_add_test(all, test_multiset_equal);
    tcase_add_test(all, test_multiset_spread);
    tcase_add_test(all, test_multiset_write_read);
    tcase_add_test(all, test_multiset_hostile_count);
    suite_add_tcase(suite, all);
    return suite;
}
