#include "clinic.h"

#include "base/day.h"
#include "visit/after.h"

Suite *after_suite(void);

/* What the verbs after a treatment ask: terms, judgements, deadlines, who may confirm. */

static struct clinic clinic;
static struct err err;

static void
setup(void)
{
    clinic_open(&clinic, "");
    err_clear(&err);
}

static void
teardown(void)
{
    clinic_close(&clinic);
}

/* ---- terms --------------------------------------------------------------------------------------------- */

static int64_t
day(const char *text)
{
    int64_t value;
    ck_assert(day_parse(text, strlen(text), &value));
    return value;
}

static const struct {
    const char *treated, *on, *term, *first;
} terms[] = {
    {"2025-06-15", "2025-06-15", "", "2025-07-15"},
    {"2025-06-15", "2025-07-14", "", "2025-07-15"},
    {"2025-06-15", "2025-07-15", "short", "2025-07-15"},
    {"2025-06-15", "2025-09-15", "short", "2025-07-15"},
    {"2025-06-15", "2025-09-16", "long", "2025-07-15"},
    {"2025-06-15", "2027-01-01", "long", "2025-07-15"},
    /* a month that ends earlier */
    {"2025-01-31", "2025-02-27", "", "2025-02-28"},
    {"2025-01-31", "2025-02-28", "short", "2025-02-28"},
    {"2025-01-31", "2025-04-30", "short", "2025-02-28"},
    {"2025-01-31", "2025-05-01", "long", "2025-02-28"},
    {"2024-11-30", "2025-02-28", "short", "2024-12-30"},
    {"2025-06-15", "2025-06-14", "", "2025-07-15"},
};

START_TEST(test_after_term)
{
    int64_t first;
    const char *term = after_term(day(terms[_i].treated), day(terms[_i].on), &first);
    ck_assert_str_eq(term ? term : "", terms[_i].term);
    ck_assert_int_eq(first, day(terms[_i].first));
}
END_TEST

/* ---- judgements ----------------------------------------------------------------------------------------- */

static const struct {
    struct after_judgement given;
    bool below;
    const char *words; /* NULL: it is right */
} judgements[] = {
    {{.rater = "client", .score = 5}, false, NULL},
    {{.rater = "client", .score = 3}, false, NULL},
    {{.rater = "client", .score = 2}, true, "--cause, --remedy: missing"},
    {{.rater = "client", .score = 2, .cause = "c", .remedy = "r"}, true, NULL},
    {{.rater = "client", .score = 2, .cause = "c"}, true, "--remedy: missing"},
    {{.rater = "client", .score = 2, .remedy = "r"}, true, "--cause: missing"},
    {{.rater = "client", .score = 2, .cause = "", .remedy = ""},
     true,
     "--cause, --remedy: missing"},
    {{.rater = "client", .score = 4, .below = true}, true, "--cause, --remedy: missing"},
    {{.rater = "client", .score = 4, .below = true, .cause = "c", .remedy = "r"}, true, NULL},
    {{.rater = "client", .score = 4, .cause = "c", .remedy = "r"},
     false,
     "belong to what is below"},
    {{.rater = "staff", .score = 4}, false, "--staff: missing"},
    {{.rater = "staff", .score = 1}, true, "--cause, --remedy, --staff: missing"},
    {{.rater = "staff", .score = 4, .staff = "D1"}, false, NULL},
    {{.rater = "third-party", .score = 4}, false, NULL},
    {{.rater = "client", .score = 0}, false, "--score: must be from 1 to 5"},
    {{.rater = "client", .score = 6}, false, "--score: must be from 1 to 5"},
};

START_TEST(test_after_judge)
{
    struct after_judgement given = judgements[_i].given;
    int result = after_judge(&clinic.arena, &given, &err);
    if (judgements[_i].words) {
        ck_assert_int_eq(result, -1);
        ck_assert_int_eq(err.kind, ERR_DATA);
        ck_assert_msg(strstr(err.text, judgements[_i].words) != NULL, "%s", err.text);
        return;
    }
    ck_assert_msg(result == 0, "%s", err.text);
    ck_assert_int_eq(given.below, judgements[_i].below);
}
END_TEST

/* ---- treatments ------------------------------------------------------------------------------------------- */

#define TREATMENT(id, code, status, device)                                                        \
    "INSERT INTO treatment (store_id, id, code, client_id, project_id, device, started_at, day, "  \
    "status, quantity, recognised_fen) VALUES (1, " id ", '" code "', 1, 1, " device               \
    ", 1748743200, 20240, '" status "', 1, 0);"
#define ITEM(line, treatment, item)                                                                \
    "INSERT INTO treatment_item (store_id, id, treatment_id, line, item_id, lot_id, quantity, "    \
    "cost_fen) VALUES (1, " line ", " treatment ", " line ", " item ", " item ", 1, 1);"

static const char goods[] =
    "INSERT INTO item (id, code, name, kind, unit, storage) VALUES (1, 'I1', 'a', 'drug', 'U', "
    "'cold'),"
    " (2, 'I2', 'b', 'implant', 'pc', 'ambient');"
    "INSERT INTO lot (store_id, id, item_id, code, expires_on, received_on, quantity, cost_fen) "
    "VALUES"
    " (1, 1, 1, 'L1', 20600, 20200, 10, 1), (1, 2, 2, 'L2', 20600, 20200, 10, 1);";

START_TEST(test_after_find)
{
    struct after_treatment found;
    OK(db_script(clinic.db, goods, &err));
    OK(db_script(clinic.db,
                 TREATMENT("1", "T1", "completed", "NULL") TREATMENT("2", "T2", "completed", "NULL")
                     TREATMENT("3", "T3", "completed", "NULL")
                         TREATMENT("4", "T4", "stopped", "'E1'")
                             TREATMENT("5", "T5", "entered-in-error", "NULL")
                                 TREATMENT("6", "T6", "preparation", "NULL") ITEM("1", "2", "1")
                                     ITEM("2", "3", "1") ITEM("3", "3", "2") ITEM("4", "4", "1"),
                 &err));
    static const struct {
        const char *code;
        unsigned used;
    } wanted[] = {{"T1", ADVERSE_ALL},
                  {"T2", ADVERSE_DRUG | ADVERSE_PROCEDURE},
                  {"T3", ADVERSE_ALL},
                  {"T4", ADVERSE_ALL}}; /* a drug, and a device was used */
    for (int i = 0; i < 4; i++) {
        OK(after_find(clinic.db, &clinic.arena, 1, wanted[i].code, &found, &err));
        ck_assert_msg(found.used == wanted[i].used, "%s: %u", wanted[i].code, found.used);
        ck_assert_str_eq(found.client, "C1");
        ck_assert_str_eq(found.project, "P1");
        ck_assert_str_eq(found.kind, "injection");
        ck_assert_int_eq(found.day, 20240);
    }
    FAILS(after_find(clinic.db, &clinic.arena, 1, "T5", &found, &err), ERR_DATA,
          "entered in error");
    FAILS(after_find(clinic.db, &clinic.arena, 1, "T6", &found, &err), ERR_DATA, "has not begun");
    FAILS(after_find(clinic.db, &clinic.arena, 2, "T1", &found, &err), ERR_DATA,
          "none of that code");
}
END_TEST

/* ---- adverse events ----------------------------------------------------------------------------------------- */

START_TEST(test_after_due)
{
    ck_assert_int_eq(after_due(100, 100, 0), AFTER_SOON); /* the last day itself */
    ck_assert_int_eq(after_due(100, 101, 0), AFTER_LATE);
    ck_assert_int_eq(after_due(100, 99, 0), AFTER_NOT_DUE);
    ck_assert_int_eq(after_due(100, 97, 3), AFTER_SOON);
    ck_assert_int_eq(after_due(100, 96, 3), AFTER_NOT_DUE);
}
END_TEST

START_TEST(test_after_report_by)
{
    struct adverse_pack pack;
    int64_t report_by = -7;
    OK(adverse_load(&clinic.arena, &clinic.packs, &pack, &err));
    const struct adverse_kind *burn = adverse_find(&pack, "burn", &err);
    const struct adverse_rule *rule =
        after_report_by(&pack, burn, 5, ADVERSE_ALL, 20240, &report_by);
    ck_assert_str_eq(rule->id, "device-death");
    ck_assert_int_eq(report_by, 20247);
    rule = after_report_by(&pack, burn, 3, ADVERSE_ALL, 20240, &report_by);
    ck_assert_int_eq(report_by, 20260);
    ck_assert_ptr_null(after_report_by(&pack, burn, 2, ADVERSE_ALL, 20240, &report_by));
    ck_assert_int_eq(report_by, 20260);
    /* nothing that could be a device was used */
    ck_assert_ptr_null(
        after_report_by(&pack, burn, 5, ADVERSE_DRUG | ADVERSE_PROCEDURE, 20240, &report_by));
}
END_TEST

START_TEST(test_after_doctor)
{
    OK(after_doctor(clinic.db, "D1", &err));
    FAILS(after_doctor(clinic.db, "N1", &err), ERR_DATA, "N1: is no doctor");
    FAILS(after_doctor(clinic.db, "X1", &err), ERR_DATA, "X1: no such member");
    OK(db_script(clinic.db, "UPDATE staff SET left_on = 20000 WHERE code = 'D1'", &err));
    FAILS(after_doctor(clinic.db, "D1", &err), ERR_DATA, "D1: has left");
}
END_TEST

START_TEST(test_after_adverse_open)
{
    struct after_adverse found;
    OK(db_script(
        clinic.db,
        "INSERT INTO adverse (store_id, id, code, client_id, kind, grade, found_at, day, "
        "confirmed, state, report_by,"
        " reported_at) VALUES (1, 1, 'X1', 1, 'burn', 3, 1748743200, 20240, 1, 'open', 20260, "
        "NULL),"
        " (1, 2, 'X2', 1, 'burn', 1, 1748743200, 20240, 0, 'treated', NULL, 1748743300),"
        " (1, 3, 'X3', 1, 'burn', 1, 1748743200, 20240, 0, 'closed', NULL, NULL),"
        " (1, 4, 'X4', 1, 'burn', 1, 1748743200, 20240, 0, 'entered-in-error', NULL, NULL)",
        &err));
    OK(after_adverse_open(clinic.db, &clinic.arena, 1, "X1", &found, &err));
    ck_assert(found.confirmed && !found.reported && found.report_by == 20260);
    ck_assert_uint_eq(found.used, ADVERSE_ALL);
    OK(after_adverse_open(clinic.db, &clinic.arena, 1, "X2", &found, &err));
    ck_assert(!found.confirmed && found.reported && found.report_by == INT64_MIN);
    FAILS(after_adverse_open(clinic.db, &clinic.arena, 1, "X3", &found, &err), ERR_DATA,
          "is closed");
    FAILS(after_adverse_open(clinic.db, &clinic.arena, 1, "X4", &found, &err), ERR_DATA,
          "in error");
    FAILS(after_adverse_open(clinic.db, &clinic.arena, 2, "X1", &found, &err), ERR_DATA, "none of");
}
END_TEST

Suite *
after_suite(void)
{
    Suite *suite = suite_create("after");
    TCase *all = clinic_case("after", setup, teardown);
    tcase_add_loop_test(all, test_after_term, 0, sizeof terms / sizeof *terms);
    tcase_add_loop_test(all, test_after_judge, 0, sizeof judgements / sizeof *judgements);
    tcase_add_test(all, test_after_find);
    tcase_add_test(all, test_after_due);
    tcase_add_test(all, test_after_report_by);
    tcase_add_test(all, test_after_doctor);
    tcase_add_test(all, test_after_adverse_open);
    suite_add_tcase(suite, all);
    return suite;
}
