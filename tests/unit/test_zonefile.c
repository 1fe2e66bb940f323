#include <check.h>
#include <locale.h>
#include <string.h>

#include "text/zonefile.h"

Suite *zonefile_suite(void);

static struct arena arena;
static struct err err;

static void
setup(void)
{
    setlocale(LC_ALL, "C");
    arena_init(&arena);
    err = (struct err){0};
}

static void
teardown(void)
{
    arena_release(&arena);
}

START_TEST(test_names)
{
    static const char *const good[] = {"Asia/Shanghai", "UTC", "Etc/GMT+8", "GMT-0",
                                       "America/Argentina/Buenos_Aires"};
    static const char *const bad[] = {
        "",
        "/etc/passwd",
        "../../etc/passwd",
        "Asia/../../x",
        "Asia/",
        "Asia//Shanghai",
        "Asia/.",
        "a b",
        "Asia/\xE4",
        "zone.tab",
        "a\nb",
        ":UTC",
        "0123456789012345678901234567890123456789012345678901234567890123456789",
    };
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        ck_assert_msg(zone_name_ok(good[i]), "%s", good[i]);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        ck_assert_msg(!zone_name_ok(bad[i]), "%s", bad[i]);
        ck_assert_ptr_null(zone_load(&arena, bad[i], &err));
        ck_assert_int_eq(err.kind, ERR_DATA);
    }
}
END_TEST

START_TEST(test_load)
{
    char name[] = "Asia/Shanghai";
    const struct zone *zone = zone_load(&arena, name, &err);
    ck_assert_msg(zone != NULL, "%s", err.text);
    memset(name, 'x', sizeof name - 1); /* the zone keeps its own copy */
    ck_assert_str_eq(zone_name(zone), "Asia/Shanghai");
    ck_assert_int_eq(zone_offset(zone, 1749488400), 8 * 3600);
}
END_TEST

START_TEST(test_no_zone)
{
    ck_assert_ptr_null(zone_load(&arena, "Asia/Peking-Duck", &err));
    ck_assert_str_eq(err.text,
                     "Asia/Peking-Duck: no such time zone; expected a name as Asia/Shanghai");
    ck_assert_int_eq(err.kind, ERR_DATA);
    err_clear(&err);
    ck_assert_ptr_null(zone_load(&arena, "Asia", &err)); /* a directory */
    ck_assert_int_eq(err.kind, ERR_DATA);
}
END_TEST

Suite *
zonefile_suite(void)
{
    Suite *suite = suite_create("zonefile");
    TCase *all = tcase_create("all");
    tcase_add_checked_fixture(all, setup, teardown);
    tcase_add_test(all, test_names);
    tcase_add_test(all, test_load);
    tcase_add_test(all, test_no_zone);
    suite_add_tcase(suite, all);
    return suite;
}
