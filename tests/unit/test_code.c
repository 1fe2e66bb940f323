#include "clinic.h"

#include "record/code.h"
#include "record/ids.h"

Suite *code_suite(void);

enum { DAY = 20785 }; /* 2026-11-28 */

static struct clinic clinic;
static struct err err;

static void
setup(void)
{
    clinic_open(&clinic, "");
    OK(db_begin(clinic.db, &err));
}

static void
teardown(void)
{
    db_rollback(clinic.db);
    clinic_close(&clinic);
}

static const char *
code(const char *table, int64_t store_id)
{
    const char *made = NULL;
    err_clear(&err);
    OK(code_make(clinic.db, &clinic.arena, table, store_id, DAY, &made, &err));
    return made;
}

static void
visits(int from, int to)
{
    for (int i = from; i <= to; i++)
        OK(db_script(clinic.db,
                     arena_printf(&clinic.arena,
                                  "INSERT INTO visit (store_id, id, code, client_id, arrived_at, "
                                  "day, purpose, status) VALUES (1, %d, 'V20261128-%04d', 1, 0, 0, "
                                  "'other', 'arrived')",
                                  i, i),
                     &err));
}

START_TEST(test_code_is_the_first_free_one)
{
    ck_assert_str_eq(code("visit", 1), "V20261128-0001");
    visits(1, 1);
    ck_assert_str_eq(code("visit", 1), "V20261128-0002");
    ck_assert_str_eq(code("visit", 2), "V20261128-0001");
    visits(2, 1000);
    ck_assert_str_eq(code("visit", 1), "V20261128-1001");
}
END_TEST

START_TEST(test_code_is_free_among_gaps)
{
    visits(1, 5);
    visits(7, 9);
    ck_assert_str_eq(code("visit", 1), "V20261128-0010"); /* one that is free, not the gap */
    visits(6, 6);
    ck_assert_str_eq(code("visit", 1), "V20261128-0010");
}
END_TEST

START_TEST(test_code_letters)
{
    ck_assert_str_eq(code("client", 0), "K20261128-0001");
    ck_assert_str_eq(code("contract", 3), "HT20261128-0001");
    ck_assert_str_eq(code("store", 0), "X20261128-0001");
}
END_TEST

START_TEST(test_ids_are_taken_once)
{
    int64_t id;
    OK(ids_next(clinic.db, "client", 0, &id, &err));
    ck_assert_int_eq(id, 6);
    OK(ids_next(clinic.db, "client", 0, &id, &err));
    ck_assert_int_eq(id, 7);
    OK(ids_next(clinic.db, "visit", 2, &id, &err));
    ck_assert_int_eq(id, 1);
    OK(ids_next(clinic.db, "visit", 1, &id, &err));
    ck_assert_int_eq(id, 1);
    ASK("SELECT next_id FROM counter WHERE store_id = 2 AND name = 'visit'", "2");
}
END_TEST

Suite *
code_suite(void)
{
    Suite *suite = suite_create("code");
    TCase *tests = clinic_case("codes and ids", setup, teardown);
    tcase_add_test(tests, test_code_is_the_first_free_one);
    tcase_add_test(tests, test_code_is_free_among_gaps);
    tcase_add_test(tests, test_code_letters);
    tcase_add_test(tests, test_ids_are_taken_once);
    suite_add_tcase(suite, tests);
    return suite;
}
