#include "ledger.h"

#include "log/place.h"

Suite *place_suite(void);

static struct ledger ledger;
static struct err err;

static void
setup(void)
{
    ledger_open(&ledger);
}

static void
teardown(void)
{
    ledger_close(&ledger);
}

static struct place *
load(const char *table)
{
    struct place *place;
    OK(place_load(&place, ledger.db, &ledger.arena, table, &err));
    return place;
}

static void
check(const char *table, const struct db_value *row, int64_t store_id, int64_t number,
      const char *name)
{
    struct place *place = load(table);
    ck_assert_int_eq(place_store(place, row), store_id);
    ck_assert_int_eq(place_number(place, row), number);
    ck_assert_str_eq(place_name(place, &ledger.arena, row), name);
}

/* By store and number, by number, by neither. */
START_TEST(test_place_tables)
{
    struct db_value row[PLACE_COLUMNS] = {db_int(2), db_int(17), db_int(5)};
    check("visit", row, 2, 17, "visit 17");
    check("calendar", row, 0, 2, "calendar 2");
    check("client", row, 0, 2, "client 2"); /* its store_id is no part of the key */
    row[1] = db_text("kpi.few");
    check("setting", row, 2, NUMBERLESS, "setting kpi.few");
    check("counter", row, 2, NUMBERLESS, "counter kpi.few");
    row[0] = db_text("identity");
    check("meta", row, 0, NUMBERLESS, "meta identity");
}
END_TEST

START_TEST(test_place_columns)
{
    struct place *place = load("visit");
    ck_assert_str_eq(place->table, "visit");
    ck_assert_str_eq(place->names[0], "store_id");
    ck_assert_str_eq(place->names[1], "id");
    ck_assert_int_eq(place->store_column, 0);
    ck_assert_int_eq(place->number_column, 1);
    ck_assert(place->key[0] && place->key[1] && !place->key[2]);
}
END_TEST

START_TEST(test_place_none)
{
    struct place *place;
    FAILS(place_load(&place, ledger.db, &ledger.arena, "no_such", &err), ERR_DB, "no such table");
}
END_TEST

/* Of a damaged file: no number where one should be. */
START_TEST(test_place_hostile)
{
    struct db_value row[PLACE_COLUMNS] = {db_text("x"), db_null(), db_bytes("y", 1)};
    check("visit", row, 0, 0, "visit");
    row[1] = db_int(INT64_MIN);
    check("visit", row, 0, INT64_MIN, "visit -9223372036854775808");
}
END_TEST

Suite *
place_suite(void)
{
    Suite *suite = suite_create("place");
    TCase *all = ledger_case("place", setup, teardown);
    tcase_add_test(all, test_place_tables);
    tcase_add_test(all, test_place_columns);
    tcase_add_test(all, test_place_none);
    tcase_add_test(all, test_place_hostile);
    suite_add_tcase(suite, all);
    return suite;
}
