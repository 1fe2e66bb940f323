#include "clinic.h"

#include "record/put.h"

Suite *put_suite(void);

static struct clinic clinic;
static struct err err;
static struct put_row place;

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

/* "name=text name=text …" as a record. */
static int
put(enum put_mode mode, const char *kind_name, const char *words)
{
    const char *names[16], *texts[16];
    int count = 0;
    char *copy = arena_strdup(&clinic.arena, words);
    const struct kind *kind = kind_load(&clinic.arena, &clinic.packs, kind_name, &err);
    for (char *word = strtok(copy, " "); word; word = strtok(NULL, " ")) {
        char *text = strchr(word, '=');
        *text = '\0';
        names[count] = word;
        texts[count++] = text + 1;
    }
    err_clear(&err);
    return record_put(clinic.db, &clinic.arena, &clinic.packs, clinic.vault, kind, mode, names,
                      texts, count, &place, &err);
}

START_TEST(test_put_add)
{
    ck_assert_int_eq(put(PUT_ADD, "stores", "code=S09 name=新店 phone=021-68888888"), 1);
    ASK("SELECT id || name || zone || phone FROM store WHERE code = 'S09'",
        "4新店Asia/Shanghai+862168888888");
    ASK("SELECT next_id FROM counter WHERE name = 'store'", "5");
    FAILS(put(PUT_ADD, "stores", "code=S09 name=又"), ERR_DATA,
          "S09: there already; edit it instead");
    FAILS(put(PUT_ADD, "stores", "code=S10"), ERR_DATA, "name: missing");
    FAILS(put(PUT_ADD, "stores", "code=S10 name=x zone=Mars/Base"), ERR_DATA,
          "zone: Mars/Base: no such time zone");
    FAILS(put(PUT_ADD, "stores", "code=S10 name=x opened_on=2025-06-02 closed_on=2025-06-01"),
          ERR_DATA, "closed_on: comes before opened_on");
}
END_TEST

/* Where the record stands, and that it is of the store that it must be of. */
START_TEST(test_put_place)
{
    place = (struct put_row){0};
    ck_assert_int_eq(put(PUT_ADD, "visits", "store=S02 code=V1 client=C1 arrived_at=2025-06-01"),
                     1);
    ck_assert_int_eq(place.store_id, 2);
    ck_assert_int_eq(place.id, 1);
    ck_assert_int_eq(put(PUT_EDIT, "visits", "store=S02 code=V1 note=x"), 1);
    ck_assert_int_eq(place.id, 1);
    place.bound_to = 1;
    FAILS(put(PUT_EDIT, "visits", "store=S02 code=V1 note=y"), ERR_DATA, "S02 V1: is not of the");
    FAILS(put(PUT_ADD, "visits", "store=S02 code=V2 client=C1 arrived_at=2025-06-01"), ERR_DATA,
          "S02 V2: is not of the store");
    ASK("SELECT count(*) FROM visit WHERE note = 'x'", "1");
    place.bound_to = 0;
}
END_TEST

START_TEST(test_put_edit)
{
    ck_assert_int_eq(put(PUT_EDIT, "stores", "code=S01 phone=021-68888888 level=诊所"), 1);
    ASK("SELECT name || phone || level FROM store WHERE code = 'S01'", "徐汇店+862168888888诊所");
    ck_assert_int_eq(put(PUT_EDIT, "stores", "code=S01 phone=+862168888888"), 0);
    ck_assert_int_eq(put(PUT_EDIT, "stores", "code=S01 level="), 1);
    ASK("SELECT level FROM store WHERE code = 'S01'", "NULL");
    FAILS(put(PUT_EDIT, "stores", "code=S77 phone=021-68888888"), ERR_DATA,
          "S77: not there; add it first");
    FAILS(put(PUT_EDIT, "stores", "code=S01 latitude=91"), ERR_DATA, "latitude: 91: too large");
    ASK("SELECT zone FROM store WHERE code = 'S02'", "Asia/Urumqi");
    ck_assert_int_eq(put(PUT_EDIT, "stores", "code=S02 level=诊所"), 1);
    ASK("SELECT zone FROM store WHERE code = 'S02'", "Asia/Urumqi");
}
END_TEST

START_TEST(test_put_set)
{
    ck_assert_int_eq(put(PUT_SET, "channels", "code=zz name=一 category=own"), 1);
    ck_assert_int_eq(put(PUT_SET, "channels", "code=zz name=一 category=own"), 0);
    ck_assert_int_eq(put(PUT_SET, "channels", "code=zz name=二 category=paid"), 1);
    ASK("SELECT name || category FROM channel WHERE code = 'zz'", "二paid");
    FAILS(put(PUT_SET, "channels", "code=yy category=own"), ERR_DATA, "name: missing");
}
END_TEST

/* What a record must have is not taken away by editing. */
START_TEST(test_put_edit_required)
{
    FAILS(put(PUT_EDIT, "stores", "code=S01 name="), ERR_DATA, "name: missing");
    FAILS(put(PUT_EDIT, "stores", "code= phone=021-68888888"), ERR_DATA, "code: missing");
    ASK("SELECT name FROM store WHERE code = 'S01'", "徐汇店");
}
END_TEST

START_TEST(test_put_edit_own)
{
    FAILS(put(PUT_EDIT, "stores", "code=* name=x"), ERR_DATA, "*: belongs to the database itself");
    FAILS(put(PUT_EDIT, "channels", "code=unknown category=paid"), ERR_DATA, "unknown: belongs to");
}
END_TEST

/* Rules hold between what is given and what is on file. */
START_TEST(test_put_edit_rules)
{
    ck_assert_int_eq(put(PUT_EDIT, "stores", "code=S01 opened_on=2025-06-02"), 1);
    FAILS(put(PUT_EDIT, "stores", "code=S01 closed_on=2025-06-01"), ERR_DATA,
          "closed_on: comes before opened_on");
    ck_assert_int_eq(put(PUT_EDIT, "stores", "code=S01 closed_on=2025-06-03"), 1);
}
END_TEST

Suite *
put_suite(void)
{
    Suite *suite = suite_create("put");
    TCase *all = clinic_case("put", setup, teardown);
    tcase_add_test(all, test_put_add);
    tcase_add_test(all, test_put_place);
    tcase_add_test(all, test_put_edit);
    tcase_add_test(all, test_put_edit_required);
    tcase_add_test(all, test_put_set);
    tcase_add_test(all, test_put_edit_own);
    tcase_add_test(all, test_put_edit_rules);
    suite_add_tcase(suite, all);
    return suite;
}
