#include <check.h>

#include "base/arena.h"
#include "log/kept.h"

Suite *kept_suite(void);

static const char *const names[] = {"store_id", "id", "code", "amount", "note", "data_key"};
static struct place visit = {.table = "visit",
                             .count = 6,
                             .names = (const char **)(void *)names,
                             .key = {true, true},
                             .store_column = 0,
                             .number_column = 1};

static void
check(struct db_value *before, struct db_value *after, const char *expected)
{
    struct str out = STR_INIT;
    const struct kept_row row = {.place = &visit, .store_id = 1, .before = before, .after = after};
    kept_write(&out, &row);
    ck_assert_str_eq(out.text, expected);
    str_release(&out);
}

START_TEST(test_kept_sides)
{
    struct db_value old[] = {db_int(1), db_int(7), db_text("V7"), db_int(5), db_null(), db_null()};
    struct db_value new[] = {db_int(1), db_int(7), db_text("V7"), db_int(-6), db_text("好\n\"x\""),
                             db_null()};
    check(NULL, old,
          "{\"table\":\"visit\",\"id\":7,\"after\":{\"store_id\":1,\"id\":7,\"code\":\"V7\","
          "\"amount\":5}}\n");
    check(old, NULL,
          "{\"table\":\"visit\",\"id\":7,\"before\":{\"store_id\":1,\"id\":7,\"code\":\"V7\","
          "\"amount\":5}}\n");
    check(old, new,
          "{\"table\":\"visit\",\"id\":7,\"before\":{\"amount\":5,\"note\":null},"
          "\"after\":{\"amount\":-6,\"note\":\"好\\n\\\"x\\\"\"}}\n");
    check(old, old, "{\"table\":\"visit\",\"id\":7,\"before\":{},\"after\":{}}\n");
}
END_TEST

/* Sealed values stand there as they are; the key that opens them never does. */
START_TEST(test_kept_sealed)
{
    struct db_value old[] = {db_int(1),
                             db_int(7),
                             db_text("V7"),
                             db_int(5),
                             db_bytes("\x01\x02", 2),
                             db_bytes("secret", 6)};
    struct db_value new[] = {db_int(1), db_int(7),           db_text("V7"),
                             db_int(5), db_bytes("\x03", 1), db_bytes("other", 5)};
    check(old, new,
          "{\"table\":\"visit\",\"id\":7,\"before\":{\"note\":{\"base64\":\"AQI=\"}},"
          "\"after\":{\"note\":{\"base64\":\"Aw==\"}}}\n");
}
END_TEST

START_TEST(test_kept_copy)
{
    struct arena arena;
    char text[] = "abc";
    const struct db_value row[] = {db_text(text), db_null(), db_int(3)};
    arena_init(&arena);
    struct db_value *copy = kept_copy(&arena, row, 3);
    text[0] = 'z';
    ck_assert_str_eq(copy[0].text, "abc");
    ck_assert_int_eq(copy[2].number, 3);
    ck_assert_ptr_null(kept_copy(&arena, NULL, 3));
    arena_release(&arena);
}
END_TEST

Suite *
kept_suite(void)
{
    Suite *suite = suite_create("kept");
    TCase *all = tcase_create("kept");
    tcase_add_test(all, test_kept_sides);
    tcase_add_test(all, test_kept_sealed);
    tcase_add_test(all, test_kept_copy);
    suite_add_tcase(suite, all);
    return suite;
}
