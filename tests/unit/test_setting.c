#include "clinic.h"

#include "setting/setting.h"

Suite *setting_suite(void);

static struct clinic clinic;
static struct settings settings;
static struct err err;

static void
setup(void)
{
    clinic_open(&clinic, "");
    OK(settings_load(&clinic.arena, &clinic.packs, &settings, &err));
    OK(db_begin(clinic.db, &err));
}

static void
teardown(void)
{
    db_rollback(clinic.db);
    clinic_close(&clinic);
}

static const struct setting *
find(const char *name)
{
    const struct setting *setting = setting_find(&settings, name, &err);
    ck_assert_msg(setting, "%s", err.text);
    return setting;
}

static int
put(const char *name, int64_t store_id, const char *text)
{
    err_clear(&err);
    return setting_put(clinic.db, &clinic.arena, find(name), store_id, text, &err);
}

/* "value from" */
static const char *
value(const char *name, int64_t store_id)
{
    const char *text, *from;
    OK(setting_value(clinic.db, &clinic.arena, find(name), store_id, &text, &from, &err));
    return arena_printf(&clinic.arena, "%s %s", text, from);
}

/* A store's value goes before the chain's, the chain's before the default; each can be taken back. */
START_TEST(test_setting_order)
{
    const char *days = "kpi.conversion_days";
    ck_assert_str_eq(value(days, 0), "0 default");
    ck_assert_str_eq(value(days, 1), "0 default");
    ck_assert_int_eq(put(days, 0, "30"), 1);
    ck_assert_str_eq(value(days, 0), "30 chain");
    ck_assert_str_eq(value(days, 1), "30 chain");
    ck_assert_int_eq(put(days, 1, "7"), 1);
    ck_assert_str_eq(value(days, 1), "7 store");
    ck_assert_str_eq(value(days, 2), "30 chain");
    ck_assert_str_eq(value(days, 0), "30 chain");
    ck_assert_int_eq(put(days, 0, NULL), 1);
    ck_assert_str_eq(value(days, 1), "7 store");
    ck_assert_str_eq(value(days, 2), "0 default");
    ck_assert_int_eq(put(days, 1, NULL), 1);
    ck_assert_str_eq(value(days, 1), "0 default");
}
END_TEST

START_TEST(test_setting_same)
{
    ck_assert_int_eq(put("kpi.few", 0, "9"), 1);
    ck_assert_int_eq(put("kpi.few", 0, "9"), 0);
    ck_assert_int_eq(put("kpi.few", 0, "10"), 1);
    ck_assert_int_eq(put("kpi.few", 1, NULL), 0);
}
END_TEST

START_TEST(test_setting_number)
{
    int64_t number;
    OK(setting_int(clinic.db, &clinic.arena, find("kpi.few"), 0, &number, &err));
    ck_assert_int_eq(number, 5);
    ck_assert_int_eq(put("kpi.few", 2, "12"), 1);
    OK(setting_int(clinic.db, &clinic.arena, find("kpi.few"), 2, &number, &err));
    ck_assert_int_eq(number, 12);
}
END_TEST

static const struct {
    const char *name, *text, *words;
} refused[] = {
    {"kpi.few", "0", "kpi.few: 0: must be from 1 to 1000"},
    {"kpi.few", "1001", "kpi.few: 1001: must be from 1 to 1000"},
    {"kpi.few", "", "kpi.few: : not a whole number"},
    {"kpi.few", "five", "kpi.few: five: not a whole number"},
    {"kpi.few", "5.0", "not a whole number"},
    {"kpi.few", "5 ", "not a whole number"},
    {"kpi.few", "99999999999999999999999", "not a whole number"},
    {"kpi.conversion_days", "-1", "must be from 0 to 365"},
    {"kpi.deal_threshold_fen", "-1", "kpi.deal_threshold_fen: -1: must be"},
    {"kpi.deal_threshold_fen", "x", "kpi.deal_threshold_fen: x: "},
};

START_TEST(test_setting_refused)
{
    FAILS(put(refused[_i].name, 0, refused[_i].text), ERR_DATA, refused[_i].words);
    ASK("SELECT count(*) FROM setting", "0");
}
END_TEST

/* A setting in fen is given in fen, as a column in fen is: what was got can be set again. */
START_TEST(test_setting_fen)
{
    const char *text, *from, *name = "kpi.deal_threshold_fen";
    int64_t number;
    ck_assert_int_eq(put(name, 0, "50000"), 1);
    OK(setting_value(clinic.db, &clinic.arena, find(name), 0, &text, &from, &err));
    ck_assert_str_eq(text, "50000");
    ck_assert_int_eq(put(name, 0, text), 0);
    OK(setting_int(clinic.db, &clinic.arena, find(name), 0, &number, &err));
    ck_assert_int_eq(number, 50000);
}
END_TEST

START_TEST(test_setting_unknown)
{
    ck_assert_ptr_null(setting_find(&settings, "kpi.fews", &err));
    ck_assert_int_eq(err.kind, ERR_USAGE);
    ck_assert_str_eq(err.text, "kpi.fews: no such setting; did you mean kpi.few?");
    ck_assert_ptr_null(setting_find(&settings, "colour", &err));
    ck_assert_str_eq(err.text, "colour: no such setting; list them with: medi-db config list");
}
END_TEST

/* Every shipped setting explains itself in both languages, and its default is one it would take. */
START_TEST(test_setting_shipped)
{
    ck_assert_int_ge(settings.count, 3);
    for (int i = 0; i < settings.count; i++) {
        const struct setting *setting = &settings.items[i];
        ck_assert_uint_gt(strlen(setting->says), 10);
        ck_assert_uint_gt(strlen(setting->zh), 10);
        err_clear(&err);
        ck_assert_msg(setting_put(clinic.db, &clinic.arena, setting, 0, setting->fallback, &err) ==
                          1,
                      "%s", err.text);
        const char *text, *from;
        OK(setting_value(clinic.db, &clinic.arena, setting, 0, &text, &from, &err));
        ck_assert_str_eq(text, setting->fallback);
    }
}
END_TEST

/* ---- a clinic's own ---- */

static int
own(const char *text)
{
    scratch_write(&clinic.scratch, "settings.yaml", text);
    clinic.packs.own = clinic.scratch.folder;
    err_clear(&err);
    return settings_load(&clinic.arena, &clinic.packs, &settings, &err);
}

START_TEST(test_setting_own)
{
    OK(own("settings:\n"
           "  a.word: {type: choice, values: [red, green], default: red, says: s, zh: z}\n"
           "  a.text: {type: text, default: '', says: s, zh: z}\n"
           "  a.yuan: {type: money, default: 100, says: s, zh: z}\n"
           "  b.yuan: {type: money, default: 100.5, says: s, zh: z}\n"));
    ck_assert_int_eq(put("a.word", 0, "green"), 1);
    ck_assert_str_eq(value("a.word", 0), "green chain");
    FAILS(put("a.word", 0, "blue"), ERR_DATA, "a.word: blue: not one of the words of a.word");
    ck_assert_int_eq(put("a.text", 0, "any 文字"), 1);
    ck_assert_str_eq(value("a.text", 0), "any 文字 chain");
    ck_assert_int_eq(put("a.yuan", 0, "¥1,280.50"), 1);
    ck_assert_str_eq(value("a.yuan", 0), "128050 chain");
    ck_assert_str_eq(value("b.yuan", 0), "10050 default");
}
END_TEST

static const struct {
    const char *text, *words;
} packs[] = {
    {"", "the file is empty"},
    {"settings: []\n", "settings: missing"},
    {"settings:\n  a: {default: 1, says: s, zh: z}\n", "type: must be text, int, money or choice"},
    {"settings:\n  a: {type: date, default: 1, says: s, zh: z}\n", "type: must be text"},
    {"settings:\n  a: {type: int, default: 1, says: s}\n", "a: needs says, zh and default"},
    {"settings:\n  a: {type: int, says: s, zh: z}\n", "a: needs says, zh and default"},
    {"settings:\n  a: {type: int, default: 1, says: s, zh: z, mn: 1}\n", "unknown key mn"},
    {"settings:\n  a: {type: int, default: 1, says: s, zh: z, min: x}\n", "settings.yaml:2: "},
    {"settings:\n  a: {type: int, default: x, says: s, zh: z}\n", "a: default: x: not a whole"},
    {"settings:\n  a: {type: int, default: 5, min: 6, says: s, zh: z}\n", "a: default: 5: must be"},
    {"settings:\n  a: {type: choice, values: [b], default: c, says: s, zh: z}\n",
     "a: default: c: "},
    {"settings:\n  a: 5\n", "a map (key: value) is wanted here"},
};

START_TEST(test_setting_own_refused)
{
    FAILS(own(packs[_i].text), ERR_DATA, packs[_i].words);
    ck_assert_ptr_nonnull(strstr(err.text, "settings.yaml:"));
}
END_TEST

START_TEST(test_setting_none)
{
    clinic.packs = (struct packs){NULL, "/nonexistent"};
    FAILS(settings_load(&clinic.arena, &clinic.packs, &settings, &err), ERR_IO, "settings.yaml: ");
}
END_TEST

Suite *
setting_suite(void)
{
    Suite *suite = suite_create("setting");
    TCase *all = clinic_case("setting", setup, teardown);
    tcase_add_test(all, test_setting_order);
    tcase_add_test(all, test_setting_same);
    tcase_add_test(all, test_setting_number);
    tcase_add_loop_test(all, test_setting_refused, 0, sizeof refused / sizeof *refused);
    tcase_add_test(all, test_setting_fen);
    tcase_add_test(all, test_setting_unknown);
    tcase_add_test(all, test_setting_shipped);
    tcase_add_test(all, test_setting_own);
    tcase_add_loop_test(all, test_setting_own_refused, 0, sizeof packs / sizeof *packs);
    tcase_add_test(all, test_setting_none);
    suite_add_tcase(suite, all);
    return suite;
}
