#include "gates.h"

#include "base/day.h"
#include "text/yaml.h"

Suite *gate_suite(void);

/* Each gate is closed by one change, is open by one close to it, and where it ends with a day, is open at the last
 * second of that day and closed at the next. */

static struct clinic clinic;
static struct err err;
static struct gate_rules rules;
static const struct zone *zone;

static void
setup(void)
{
    clinic_open(&clinic, GATES_OPEN);
    err_clear(&err);
    OK(gate_rules_load(&clinic.arena, &clinic.packs, &rules, &err));
    zone = zone_load(&clinic.arena, "Asia/Shanghai", &err);
    ck_assert_ptr_nonnull(zone);
}

static void
teardown(void)
{
    clinic_close(&clinic);
}

/* What is missing at a moment after a change, which is taken back. */
static const char *
missing_in(const char *change, struct treat treat, const char *use)
{
    struct gate_list list = {0};
    struct treat_use uses[2];
    OK(db_begin(clinic.db, &err));
    OK(db_script(clinic.db, change, &err));
    if (use) {
        OK(treat_parse_use(clinic.db, &clinic.arena, treat.given.store_id, treat.given.day, use,
                           &uses[0], &err));
        treat.uses = uses;
        treat.use_count = 1;
    } else {
        OK(treat_kit(clinic.db, &clinic.arena, &treat, &err));
    }
    OK(treat_judge(clinic.db, &clinic.arena, &rules, &treat, &list, &err));
    db_rollback(clinic.db);
    return gate_codes(&clinic.arena, &list, true);
}

static const char *
missing(const char *change, int64_t at)
{
    return missing_in(change, gates_treat(at, zone), NULL);
}

/* ---- each gate --------------------------------------------------------------------------------------- */

#define ASSESSMENT(id, staff, at, person, verdict)                                                 \
    "INSERT INTO assessment (store_id, id, code, client_id, visit_id, project_id, staff_id, at, "  \
    "day, in_person, verdict, valid_to) VALUES (1, " #id ", 'AS" #id "', 1, 1, 1, " #staff         \
    ", " #at ", 20240, " #person ", '" verdict "', 30000);"
#define EXAM(id, store, at, result)                                                                \
    "INSERT INTO exam (store_id, id, code, client_id, kind, taken_at, day, result) VALUES "        \
    "(" #store ", " #id ", 'EX" #id "', 1, 'blood', " #at ", 20240, '" result "');"
#define SIGNATURE(id, form, at, signer)                                                            \
    "INSERT INTO signature (store_id, id, code, client_id, project_id, form_id, signed_at, day, "  \
    "signer, proof) VALUES (1, " #id ", 'SG" #id "', 1, 1, " #form ", " #at ", 20240, '" signer    \
    "', 'p');"

#define FAULTY(state, ended_at, ended_on, recalibrate)                                             \
    "INSERT INTO fault (store_id, id, code, equipment_id, at, day, what, state, ended_at, "        \
    "ended_on, recalibrate) VALUES (1, 1, 'G1', 1, 1748640000, 20239, 'w', '" state "', " ended_at \
    ", " ended_on ", " recalibrate ");"
#define PLANNED(from, blocks)                                                                      \
    "INSERT INTO maintenance_plan (store_id, id, equipment_id, task, every_days, from_on, "        \
    "blocks) VALUES (1, 1, 1, 't', 30, " from ", " blocks ");"
#define MAINTAINED(day, passed)                                                                    \
    "INSERT INTO maintenance (store_id, id, code, equipment_id, task, done_on, passed) VALUES "    \
    "(1, "                                                                                         \
    "1, 'B1', 1, 't', " day ", " passed ");"
#define BLOCKS(store, word)                                                                        \
    "INSERT INTO setting VALUES (" store ", 'stock.maintenance_blocks', '" word "');"

static const struct gate_test {
    const char *wanted; /* codes at ten o'clock; "" all is open */
    const char *change;
} tests[] = {
    {"", "SELECT 1;"},
    /* the store */
    {"store-licence", "UPDATE store SET licence_no = NULL;"},
    {"store-licence", "UPDATE store SET licence_to = NULL;"},
    {"store-licence", "UPDATE store SET licence_to = 20239;"},
    {"", "UPDATE store SET licence_to = 20240;"},
    {"store-department", "UPDATE store SET departments = '医疗美容科';"},
    {"store-department", "UPDATE store SET departments = '美容皮肤科室、美容外科';"},
    {"store-department", "UPDATE store SET departments = NULL;"},
    {"", "UPDATE store SET departments = '美容外科，美容皮肤科';"},
    {"", "UPDATE project SET department = NULL;"},
    {"store-level", "UPDATE project SET grade = 2;"},
    {"", "UPDATE project SET grade = 1;"},
    {"", "UPDATE project SET grade = 2; UPDATE store SET departments = '美容皮肤科、麻醉科';"},
    {"store-level",
     "UPDATE project SET grade = 3; UPDATE store SET departments = '美容皮肤科、麻醉科';"},
    {"", "UPDATE project SET grade = 3; UPDATE store SET level = '医疗美容医院';"},
    {"store-level", "UPDATE project SET grade = 1; UPDATE store SET level = NULL;"},
    {"store-level", "UPDATE project SET kind = 'surgery', licence = 'physician';"},
    /* the assessment */
    {"assessment", "DELETE FROM assessment;"},
    {"assessment", "UPDATE assessment SET project_id = 2;"},
    {"assessment", "UPDATE assessment SET client_id = 2;"},
    {"assessment", "UPDATE assessment SET store_id = 2, visit_id = NULL;"},
    {"assessment", "UPDATE assessment SET at = 1748743201;"},
    {"", "UPDATE assessment SET at = 1748743200;"},
    {"assessment-doctor", "UPDATE assessment SET staff_id = 4;"},
    {"assessment-doctor",
     "UPDATE assessment SET staff_id = 4;"
     "INSERT INTO licence (id, staff_id, kind, number, scope) VALUES"
     " (9, 4, 'physician', 'Z9', '皮肤科');"}, /* a licence makes no doctor of a consultant */
    {"assessment-doctor", "UPDATE assessment SET staff_id = 2;"},
    {"assessment-doctor",
     "UPDATE licence SET valid_to = 20238 WHERE staff_id = 1;"
     "UPDATE assessment SET day = 20239;"
     "INSERT INTO licence (id, staff_id, kind, number, scope, valid_from) VALUES"
     " (9, 1, 'physician', 'Z9', '皮肤科', 20240);"},
    {"assessment-doctor,operator-scope",
     "UPDATE licence SET scope = '外科专业' WHERE staff_id = 1;"},
    {"assessment-doctor,operator-scope", "UPDATE licence SET scope = NULL WHERE staff_id = 1;"},
    {"assessment-doctor,operator-place", "UPDATE licence SET store_id = 2 WHERE staff_id = 1;"},
    {"", "UPDATE licence SET store_id = NULL WHERE staff_id = 1;"},
    {"assessment-person", "UPDATE assessment SET in_person = 0;"},
    {"", ASSESSMENT(2, 4, 1748739700, 1, "unfit")}, /* a consultant's does not count either way */
    {"", ASSESSMENT(2, 1, 1748739700, 0, "fit")},
    {"unfit", ASSESSMENT(2, 1, 1748739700, 1, "unfit")},
    {"unfit", ASSESSMENT(2, 1, 1748739700, 0, "unfit")},
    {"unfit", ASSESSMENT(2, 1, 1748739700, 1, "unfit") ASSESSMENT(3, 4, 1748739800, 1, "fit")},
    {"", ASSESSMENT(2, 1, 1748739500, 1, "unfit")},
    {"assessment-postponed", "UPDATE assessment SET verdict = 'postponed';"},
    {"assessment-expired", "UPDATE assessment SET valid_to = 20239, day = 20239;"},
    {"assessment-expired", "UPDATE assessment SET valid_to = NULL, day = 20239;"},
    {"", "UPDATE assessment SET valid_to = NULL;"},
    {"", "DELETE FROM assessment; UPDATE project SET kind = 'care';"},
    {"assessment", "DELETE FROM assessment; UPDATE project SET kind = 'care', licence = 'nurse';"},
    /* examinations */
    {"exam:blood", "DELETE FROM exam;"},
    {"exam:blood", "UPDATE exam SET kind = 'urine';"},
    {"exam:blood", "UPDATE exam SET taken_at = 1748743201;"},
    {"exam:coagulation", "INSERT INTO project_exam VALUES (2, 1, 'coagulation', 7);"},
    {"exam-pending:blood", "UPDATE exam SET result = 'pending';"},
    {"exam-abnormal:blood", "UPDATE exam SET result = 'abnormal';"},
    {"", "UPDATE exam SET result = 'acceptable';"},
    {"exam-abnormal:blood", EXAM(2, 1, 1748739700, "abnormal")},
    {"", EXAM(2, 1, 1748739500, "abnormal")},
    {"exam-pending:blood", EXAM(1, 2, 1748739700, "pending")}, /* another store's counts */
    {"exam-expired:blood", "UPDATE exam SET day = 20232;"},
    {"", "UPDATE exam SET day = 20233;"},
    /* the contract */
    {"contract", "DELETE FROM contract_line;"},
    {"contract", "UPDATE contract_line SET project_id = 2;"},
    {"contract", "UPDATE contract SET state = 'reviewed', signed_at = NULL;"},
    {"contract", "UPDATE contract SET state = 'cancelled';"},
    {"contract", "UPDATE contract SET signed_at = 1748743201;"},
    {"", "UPDATE contract SET signer = 'client';"},
    {"contract,guardian",
     "UPDATE contract SET signer = 'client'; UPDATE client SET birthday = 13666;"},
    {"contract,guardian", "UPDATE contract SET signer = NULL; UPDATE client SET birthday = 13666;"},
    {"", "UPDATE contract SET signed_at = 1748743200;"},
    {"", "UPDATE contract SET state = 'draft'; UPDATE project SET contract = 0;"},
    {"", "INSERT INTO package (id, code, name, price_fen, valid_from, trial, active) VALUES (1, "
         "'K', 'k', 1, 1, 0, 1);"
         "INSERT INTO package_line VALUES (1, 1, 1, 3, 1);"
         "UPDATE contract_line SET project_id = NULL, package_id = 1;"},
    /* consent */
    {"form", "UPDATE consent_form SET valid_to = 20239;"},
    {"form", "UPDATE consent_form SET valid_from = 20241 WHERE id = 2;"},
    {"consent", "DELETE FROM signature;"},
    {"consent", "UPDATE signature SET project_id = 2;"},
    {"consent", "UPDATE signature SET client_id = 2;"},
    {"consent", "UPDATE signature SET signer = 'guardian';"},
    {"consent", "UPDATE signature SET store_id = 2, visit_id = NULL;"},
    {"", "DELETE FROM signature; UPDATE project SET consent = NULL;"},
    {"consent-version", "UPDATE signature SET form_id = 1;"},
    {"consent-version",
     "INSERT INTO consent_form (id, code, series, version, name, valid_from) VALUES"
     " (3, 'F3', 'filler', 3, 'f', 20240);"},
    {"", "INSERT INTO consent_form (id, code, series, version, name, valid_from) VALUES"
         " (3, 'F3', 'filler', 3, 'f', 20241);"},
    {"consent-late", "UPDATE signature SET signed_at = 1748743201;"},
    {"", "UPDATE signature SET signed_at = 1748743200;"},
    {"consent-withdrawn", "UPDATE signature SET withdrawn_at = 1748743200;"},
    {"", "UPDATE signature SET withdrawn_at = 1748743201;"},
    {"", "UPDATE signature SET withdrawn_at = 1748739700;" SIGNATURE(2, 2, 1748739800, "client")},
    /* minors: born on 2007-06-01 is 18 on that day, on 2007-06-02 not yet */
    {"birthday", "UPDATE client SET birthday = NULL;"},
    {"", "UPDATE client SET birthday = 13665;"},
    {"guardian", "UPDATE client SET birthday = 13666;"},
    {"", "UPDATE client SET birthday = 13666;" SIGNATURE(2, 2, 1748739600, "guardian")},
    {"guardian", "UPDATE client SET birthday = 13666;" SIGNATURE(2, 1, 1748739600, "guardian")},
    {"guardian", "UPDATE client SET birthday = 13666;" SIGNATURE(2, 2, 1748743201, "guardian")},
    {"consent,guardian", "DELETE FROM signature; UPDATE client SET birthday = 13666;"},
    {"guardian",
     "DELETE FROM signature; UPDATE client SET birthday = 18000;"}, /* a child does not sign */
    {"consent-withdrawn:guardian",
     "UPDATE client SET birthday = 13666;" SIGNATURE(
         2, 2, 1748739600,
         "guardian") "UPDATE signature SET withdrawn_at = 1748739700 WHERE id = 2;"},
    /* who does it */
    {"assessment-doctor,operator-licence", "DELETE FROM licence WHERE staff_id = 1;"},
    {"operator-licence", "UPDATE project SET licence = 'chief-physician';"},
    {"", "UPDATE project SET licence = 'chief-physician'; UPDATE licence SET kind = "
         "'chief-physician' WHERE id = 1;"},
    {"", "UPDATE project SET licence = 'nurse';"}, /* a doctor may */
    {"operator-licence", "UPDATE project SET licence = 'device';"},
    {"operator", "UPDATE staff SET left_on = 20239 WHERE id = 1;"},
    {"", "UPDATE staff SET left_on = 20240 WHERE id = 1;"},
    {"nurse-licence", "DELETE FROM licence WHERE staff_id = 3;"},
    {"nurse-licence", "UPDATE licence SET store_id = 2 WHERE staff_id = 3;"},
    /* the device */
    {"device", "DELETE FROM calibration; DELETE FROM equipment WHERE id = 1;"},
    {"device-kind:E1", "UPDATE equipment SET kind = 'ipl';"},
    {"device-fault:E1", "UPDATE equipment SET state = 'fault';"},
    {"device-fault:E1", "UPDATE equipment SET state = 'retired';"},
    {"device-fault:E1", FAULTY("open", "NULL", "NULL", "0")},
    {"device-fault:E1", FAULTY("repairing", "NULL", "NULL", "0")},
    {"", FAULTY("repaired", "1748740000", "20240", "0")},
    {"device-calibration:E1", FAULTY("repaired", "1748740000", "20240", "1")},
    {"", FAULTY("repaired", "1748740000", "20240",
                "1") "UPDATE calibration SET done_on = 20240, fault_id = 1;"},
    {"device-calibration:E1",
     FAULTY("repaired", "1748740000", "20240", "1") "UPDATE calibration SET done_on = 20240;"},
    {"", FAULTY("repaired", "1748640000", "20239", "1") "UPDATE calibration SET done_on = 20240;"},
    {"", FAULTY("repaired", "1748840000", "20241", "1")}, /* of a day to come */
    {"device-maintenance:E1", PLANNED("20209", "1")},
    {"", PLANNED("20210", "1")}, /* its last day */
    {"", PLANNED("20209", "0")},
    {"device-maintenance:E1", PLANNED("20209", "0") BLOCKS("1", "all")},
    {"", PLANNED("20209", "1") BLOCKS("0", "none")},
    {"device-maintenance:E1", PLANNED("20209", "1") BLOCKS("0", "none") BLOCKS("1", "marked")},
    {"", PLANNED("20100", "1") MAINTAINED("20210", "1")},
    {"device-maintenance:E1", PLANNED("20100", "1") MAINTAINED("20209", "1")},
    {"device-maintenance:E1", PLANNED("20100", "1") MAINTAINED("20240", "0")},
    {"device-maintenance:E1", PLANNED("20100", "1") MAINTAINED("20241", "1")},
    {"", PLANNED("20241", "1")},
    {"", PLANNED("20100", "1") "UPDATE maintenance_plan SET active = 0;"},
    {"device-life:E1", "UPDATE equipment SET life_to = 20239;"},
    {"", "UPDATE equipment SET life_to = 20240;"},
    {"device-calibration:E1", "DELETE FROM calibration;"},
    {"", "DELETE FROM calibration; UPDATE equipment SET calibrate = 0;"},
    {"device-calibration:E1", "UPDATE calibration SET passed = 0;"},
    {"device-calibration:E1",
     "INSERT INTO calibration (store_id, id, code, equipment_id, done_on, valid_to, passed)"
     " VALUES (1, 2, 'CL2', 1, 20240, 30000, 0);"},
    {"", "INSERT INTO calibration (store_id, id, code, equipment_id, done_on, valid_to, passed)"
         " VALUES (1, 2, 'CL2', 1, 20241, 30000, 0);"},
    /* products */
    {"product-indication:I1", "DELETE FROM indication WHERE item_id = 1;"},
    {"product-indication:I1", "UPDATE indication SET project_id = 2 WHERE item_id = 1;"},
    {"product-indication:I2,product-unchecked:I2",
     "INSERT INTO indication VALUES (9, 2, 2, 'other');"},
    {"product-unchecked:I1", "DELETE FROM product_check;"},
    {"product-unchecked:I1", "UPDATE product_check SET visit_id = 2;"},
    {"product-unchecked:I1", "UPDATE product_check SET project_id = 2;"},
    {"product-unchecked:I1", "UPDATE product_check SET client_id = 2;"},
    {"product-unchecked:I1", "UPDATE product_check SET at = 1748743201;"},
    {"", "UPDATE product_check SET lot_id = 2;"}, /* then it is taken from that lot */
    {"product-unconfirmed:I1", "UPDATE product_check SET confirmed_at = NULL;"},
    {"product-unconfirmed:I1", "UPDATE product_check SET confirmed_at = 1748743201;"},
    {"product-second:I1", "UPDATE item SET controlled = 1 WHERE id = 1;"},
    {"product-second:I1", "UPDATE item SET controlled = 1 WHERE id = 1; UPDATE product_check SET "
                          "staff_id = 1, own = 1;"},
    {"product-second:I1",
     "UPDATE item SET controlled = 1 WHERE id = 1; UPDATE product_check SET staff_id = 3;"},
    {"", "UPDATE item SET controlled = 1 WHERE id = 1; UPDATE product_check SET staff_id = 3, own "
         "= 1;"},
    {"product-indication:I2,product-unchecked:I2", "UPDATE item SET controlled = 1 WHERE id = 2;"},
    {"", "UPDATE product_check SET confirmed_at = 1748743200;"},
    {"product-expired:I2", "UPDATE lot SET expires_on = 20239 WHERE id = 3;"},
    {"product-recalled:I2", "UPDATE lot SET state = 'recalled' WHERE id = 3;"},
    {"product-quarantined:I2", "UPDATE lot SET state = 'quarantined' WHERE id = 3;"},
    {"product:I2", "UPDATE lot SET received_on = 20241 WHERE id = 3;"},
    {"product-short:I2", "UPDATE lot SET moved = -100 WHERE id = 3;"},
    {"product-short:I1", "UPDATE kit SET quantity = 601 WHERE id = 1;"},
    {"product-unchecked:I1",
     "UPDATE kit SET quantity = 600 WHERE id = 1;"}, /* half from the other lot */
    {"", "UPDATE kit SET quantity = 300 WHERE id = 1;"},
};

START_TEST(each_gate)
{
    const struct gate_test *test = &tests[_i];
    const char *got = missing(test->change, gates_ten);
    ck_assert_msg(strcmp(got, test->wanted) == 0, "%s\n got %s\nwant %s", test->change, got,
                  test->wanted);
}
END_TEST

/* ---- to the second ------------------------------------------------------------------------------------- */

static const struct ending {
    const char *code, *change;
} endings[] = {
    {"store-licence", "UPDATE store SET licence_to = 20240;"},
    {"assessment-expired", "UPDATE assessment SET valid_to = 20240;"},
    {"exam-expired:blood", "UPDATE exam SET day = 20233;"},
    {"form", "UPDATE consent_form SET valid_to = 20240;"},
    {"operator-licence", "UPDATE licence SET valid_to = 20240 WHERE staff_id = 1;"},
    {"nurse-licence", "UPDATE licence SET valid_to = 20240 WHERE staff_id = 3;"},
    {"operator", "UPDATE staff SET left_on = 20240 WHERE id = 1;"},
    {"device-calibration:E1", "UPDATE calibration SET valid_to = 20240;"},
    {"device-maintenance:E1", PLANNED("20210", "1")},
    {"device-life:E1", "UPDATE equipment SET life_to = 20240;"},
    {"product-expired:I2", "UPDATE lot SET expires_on = 20240 WHERE id = 3;"},
};

START_TEST(the_last_second)
{
    const struct ending *ending = &endings[_i];
    ck_assert_str_eq(missing(ending->change, gates_last), "");
    ck_assert_str_eq(missing(ending->change, gates_last + 1), ending->code);
}
END_TEST

/* What begins with a day does so at its first second. */
START_TEST(the_first_second)
{
    const char *change =
        "UPDATE licence SET valid_from = 20241 WHERE staff_id = 1;"
        "UPDATE assessment SET day = 20239, staff_id = 2; INSERT INTO licence (id, staff_id, kind,"
        " number, scope) VALUES (9, 2, 'physician', 'Z9', '美容皮肤科');";
    ck_assert_str_eq(missing(change, gates_last), "operator-licence");
    ck_assert_str_eq(missing(change, gates_last + 1), "");
}
END_TEST

/* An opened pack keeps four hours, and no longer at that second. */
START_TEST(an_opened_pack)
{
    const char *change = "INSERT INTO vial (store_id, id, code, item_id, lot_id, opened_at, "
                         "use_by, quantity, used) VALUES"
                         " (1, 1, 'VI1', 1, 1, 1748728800, 1748743200, 100, 10); UPDATE lot SET "
                         "moved = -210 WHERE id = 1;"
                         "DELETE FROM lot WHERE id = 2; UPDATE kit SET quantity = 90 WHERE id = 1;";
    ck_assert_str_eq(missing(change, 1748743199), "");
    ck_assert_str_eq(missing(change, 1748743200), "product-opened:I1");
}
END_TEST

/* The day that a clock is put back has 25 hours: it ends with the last of them. */
START_TEST(a_day_of_25_hours)
{
    int64_t day = day_from_civil(2025, 11, 2);
    const struct zone *york = zone_load(&clinic.arena, "America/New_York", &err);
    struct treat treat = {
        .given = {.store_id = 3, .client_id = 1, .project_id = 2, .operator_id = 1}, .quantity = 1};
    int64_t next = zone_moment(york, day + 1, 0);
    ck_assert_int_eq(next - zone_moment(york, day, 0), 25 * 3600);
    char change[256];
    snprintf(change, sizeof change,
             "UPDATE project SET kind = 'care', contract = 0 WHERE id = 2;"
             "UPDATE store SET licence_to = %lld WHERE id = 3;",
             (long long)day);
    for (int i = 0; i < 2; i++) {
        treat.given.at = next - 1 + i;
        treat.given.day = zone_day(york, treat.given.at);
        ck_assert_str_eq(missing_in(change, treat, NULL), i ? "store-licence" : "");
    }
}
END_TEST

/* ---- lots that are named, units ---------------------------------------------------------------------------- */

START_TEST(named_lots)
{
    struct treat treat = gates_treat(gates_ten, zone);
    ck_assert_str_eq(missing_in("", treat, "I1=20@L1"), "");
    ck_assert_str_eq(missing_in("", treat, "I1=20@L2"), "product-unchecked:I1");
    ck_assert_str_eq(missing_in("", treat, "I1=301@L1"), "product-short:I1");
    ck_assert_str_eq(
        missing_in("UPDATE lot SET expires_on = 20239 WHERE id = 1;", treat, "I1=20@L1"),
        "product-expired:I1");
    ck_assert_str_eq(
        missing_in("UPDATE lot SET state = 'recalled' WHERE id = 1;", treat, "I1=20@L1"),
        "product-recalled:I1");
    /* the optional item of the kit, which nobody checked */
    ck_assert_str_eq(missing_in("", treat, "I3=1"), "product-unchecked:I3");
    FAILS(treat_parse_use(clinic.db, &clinic.arena, 1, 20000, "I1=20@L9", &(struct treat_use){0},
                          &err),
          ERR_DATA, "I1: this store has no lot L9 of it");
    FAILS(
        treat_parse_use(clinic.db, &clinic.arena, 1, 20000, "I9=20", &(struct treat_use){0}, &err),
        ERR_DATA, "I9: no such item");
    static const char *const wrong[] = {"I1", "I1=",   "I1=0",  "I1=-1",           "I1=1.5",
                                        "=1", "I1=1@", "I1=1#", "I1=9999999999999"};
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++)
        FAILS(treat_parse_use(clinic.db, &clinic.arena, 1, 20000, wrong[i], &(struct treat_use){0},
                              &err),
              ERR_USAGE, "write ITEM=QUANTITY");
}
END_TEST

#define UNIT_USED                                                                                  \
    "INSERT INTO treatment (store_id, id, code, client_id, project_id, started_at, day, status, "  \
    "quantity, recognised_fen) VALUES (1, 7, 'T7', 2, 1, 1748739700, 20240, 'completed', 1, 0);"   \
    "INSERT INTO treatment_item (store_id, id, treatment_id, line, item_id, lot_id, quantity, "    \
    "unit, cost_fen) VALUES (1, 7, 7, 1, 3, 4, 1, 'SN1', 5);"
#define UNIT_CHECKED                                                                               \
    "INSERT INTO product_check (store_id, id, code, client_id, visit_id, project_id, item_id, "    \
    "lot_id, unit, at, day, confirmed_at) VALUES (1, 2, 'PC2', 1, 1, 1, 3, 4, 'SN1', 1748739600, " \
    "20240, 1748739600);"

START_TEST(units)
{
    struct treat treat = gates_treat(gates_ten, zone);
    ck_assert_str_eq(missing_in(UNIT_CHECKED, treat, "I3=1"), ""); /* the unit that was checked */
    ck_assert_str_eq(missing_in(UNIT_CHECKED, treat, "I3=1@M1#SN1"), "");
    ck_assert_str_eq(missing_in(UNIT_CHECKED, treat, "I3=1@M1#SN2"), "product-unchecked:I3");
    ck_assert_str_eq(missing_in(UNIT_CHECKED UNIT_USED, treat, "I3=1"), "product-unit:I3");
    ck_assert_str_eq(
        missing_in(UNIT_CHECKED UNIT_USED
                   "INSERT INTO treatment_item (store_id, id, treatment_id, line, item_id, lot_id,"
                   " quantity, unit, cost_fen) VALUES (1, 8, 7, 2, 3, 4, -1, 'SN1', -5);",
                   treat, "I3=1"),
        ""); /* taken back */
}
END_TEST

START_TEST(nobody_and_nothing_named)
{
    struct treat treat = gates_treat(gates_ten, zone);
    treat.given.operator_id = 0;
    treat.given.device = NULL;
    ck_assert_str_eq(missing_in("", treat, NULL), "operator,device");
    ck_assert_str_eq(missing_in("UPDATE project SET device_kind = NULL;", treat, NULL), "operator");
    treat.given.device = "E9";
    ck_assert_str_eq(missing_in("", treat, NULL), "operator,device");
}
END_TEST

/* ---- as a whole ------------------------------------------------------------------------------------------------ */

/* Everything at once is named in one line, each thing with its code. */
START_TEST(one_line)
{
    struct treat treat = gates_treat(gates_ten, zone);
    struct gate_list list = {0};
    OK(db_begin(clinic.db, &err));
    OK(db_script(clinic.db, "DELETE FROM assessment; DELETE FROM signature; DELETE FROM exam;",
                 &err));
    OK(treat_kit(clinic.db, &clinic.arena, &treat, &err));
    OK(treat_judge(clinic.db, &clinic.arena, &rules, &treat, &list, &err));
    FAILS(gate_refuse(&clinic.arena, &list, &err), ERR_DATA, "3 missing: assessment: ");
    ck_assert_ptr_nonnull(strstr(err.text, "; exam: blood was not done; consent: "));
    ck_assert_ptr_null(strchr(err.text, '\n'));
    ck_assert_ptr_null(gate_never(&list));
    db_rollback(clinic.db);
}
END_TEST

START_TEST(the_table)
{
    for (int i = 0; i < GATES; i++) {
        const struct gate_info *info = gate_info((enum gate)i);
        ck_assert_ptr_nonnull(info->code);
        ck_assert_ptr_nonnull(info->says);
        ck_assert_ptr_nonnull(info->role);
        ck_assert_ptr_nonnull(info->law);
        ck_assert_int_eq(gate_find(info->code), i);
    }
    ck_assert_int_eq(gate_find("no-such"), GATES);
    /* every gate is closed by one of the tests above */
    for (int i = 0; i < GATES; i++) {
        const char *code = gate_info((enum gate)i)->code;
        bool tested = strcmp(code, "product-opened") == 0 || strcmp(code, "product-unit") == 0;
        for (size_t k = 0; !tested && k < sizeof tests / sizeof tests[0]; k++)
            tested = strstr(tests[k].wanted, code) != NULL;
        ck_assert_msg(tested, "%s: no test closes it", code);
    }
}
END_TEST

/* The manual says of each gate who brings it, what it stands on, and whether an emergency passes. */
START_TEST(the_manual)
{
    static char text[65536];
    FILE *file = fopen("share/man/medi-visit-treat.mdoc", "r");
    ck_assert_ptr_nonnull(file);
    text[fread(text, 1, sizeof text - 1, file)] = '\0';
    fclose(file);
    int rows = 0;
    for (int i = 0; i < GATES; i++) {
        const struct gate_info *info = gate_info((enum gate)i);
        const char *row = arena_printf(&clinic.arena, ".It Li %s Ta %s Ta %s Ta %s\n", info->code,
                                       info->role, info->law, info->never ? "never" : "may pass");
        ck_assert_msg(strstr(text, row), "not in the manual: %s", row);
        row = arena_printf(&clinic.arena, ".It Li %s\n", info->code);
        ck_assert_msg(strstr(text, row), "not in the manual: %s", row);
    }
    for (const char *at = strstr(text, " Ta ○ "); at; at = strstr(at + 1, " Ta ○ "))
        rows++;
    ck_assert_int_eq(rows, 3); /* what is known second-hand is marked so */
}
END_TEST

/* A record is judged as the moment was that it tells of. */
START_TEST(a_record)
{
    struct gate_case given;
    struct gate_list list = {0};
    OK(db_begin(clinic.db, &err));
    OK(db_script(
        clinic.db,
        "INSERT INTO treatment (store_id, id, code, client_id, visit_id, project_id, doctor_id, "
        "device,"
        " started_at, day, status, quantity, recognised_fen) VALUES"
        " (1, 7, 'T7', 1, 1, 1, 1, 'E1', 1748743200, 20240, 'completed', 1, 0);"
        "INSERT INTO treatment_item (store_id, id, treatment_id, line, item_id, lot_id, quantity, "
        "cost_fen)"
        " VALUES (1, 7, 7, 1, 1, 1, 20, 5), (1, 8, 7, 2, 2, 3, 1, 5), (1, 9, 7, 3, 2, 3, -1, -5);"
        /* since then: */
        "UPDATE lot SET state = 'recalled', moved = -300 WHERE id = 1;"
        "UPDATE equipment SET state = 'fault'; UPDATE signature SET withdrawn_at = 1748743200;",
        &err));
    OK(gate_case_of(clinic.db, &clinic.arena, 1, "T7", &given, &err));
    ck_assert_int_eq(given.use_count, 1);
    OK(gate_ask(clinic.db, &clinic.arena, &rules, &given, &list, &err));
    ck_assert_str_eq(gate_codes(&clinic.arena, &list, true), "");
    OK(db_script(clinic.db,
                 "UPDATE lot SET expires_on = 20239 WHERE id = 1; DELETE FROM signature;", &err));
    OK(gate_ask(clinic.db, &clinic.arena, &rules, &given, &list, &err));
    ck_assert_str_eq(gate_codes(&clinic.arena, &list, true), "consent,product-expired:I1");
    FAILS(gate_case_of(clinic.db, &clinic.arena, 1, "T9", &given, &err), ERR_DATA,
          "T9: no such treatment");
    db_rollback(clinic.db);
}
END_TEST

/* ---- ages, words, the pack ---------------------------------------------------------------------------------------- */

START_TEST(ages)
{
    int64_t leap = day_from_civil(2008, 2, 29);
    ck_assert(gate_below(leap, 18, day_from_civil(2026, 2, 28)));
    ck_assert(!gate_below(leap, 18, day_from_civil(2026, 3, 1)));
    ck_assert(gate_below(day_from_civil(2008, 7, 1), 18, day_from_civil(2026, 6, 30)));
    ck_assert(!gate_below(day_from_civil(2008, 7, 1), 18, day_from_civil(2026, 7, 1)));
}
END_TEST

/* Every entry of the pack: what it opens, and what stays closed beside it. */
START_TEST(pack_entries)
{
    for (const struct yaml *node = rules.levels->first; node; node = node->next) {
        const char *level = yaml_text(node, "level"), *with = yaml_text(node, "with");
        int64_t grade = 0;
        OK(yaml_int(node, "grade", &grade, &err));
        ck_assert_int_eq(gate_level_grade(&rules, level, with), grade);
        ck_assert_int_lt(gate_level_grade(&rules, "养生馆", with), grade);
    }
    const struct yaml *maps[] = {rules.scopes, rules.store_scopes};
    for (int i = 0; i < 2; i++)
        for (const struct yaml *node = maps[i]->first; node; node = node->next)
            for (const struct yaml *word = node->first; word; word = word->next) {
                bool (*covers)(const struct gate_rules *, const char *, const char *) =
                    i ? gate_store_covers : gate_scope_covers;
                ck_assert(covers(&rules, word->text, node->key));
                ck_assert(!covers(&rules, "眼科", node->key));
            }
    for (const struct yaml *node = rules.operators->first; node; node = node->next) {
        const char *needed = gate_licence_needed(&rules, NULL, node->key);
        ck_assert_str_eq(needed ? needed : "none", node->text);
        ck_assert_str_eq(gate_licence_needed(&rules, "device", node->key), "device");
    }
    for (const struct yaml *node = rules.satisfied_by->first; node; node = node->next)
        for (const struct yaml *word = node->first; word; word = word->next) {
            ck_assert(gate_licence_satisfies(&rules, word->text, node->key));
            ck_assert(!gate_licence_satisfies(&rules, node->key, word->text));
        }
    ck_assert(!gate_licence_satisfies(&rules, "pharmacist", "physician"));
}
END_TEST

static const struct {
    const char *from, *to, *words;
} wrong_packs[] = {
    {"ages:", "age:", "age"},
    {"minor: 18", "minor: old", "minor"},
    {"minor: 18", "minor: 7", "ages: "},
    {"grade: 3", "grade: 5", "levels: needs a level and a grade from 1 to 4"},
    {"care: none", "care: healer", "operators: care: needs a kind of licence"},
    {"  exam: none\n", "", "operators: exam: needs a kind of licence"},
    {"nurse: [physician, chief-physician]", "nurse: [physician, healer]",
     "nurse: no kind of licence"},
    {"nurse: [physician, chief-physician]", "nurse: physician", "nurse: a list of words is needed"},
    {"unconfirmed: [levels", "unconfirmed: [roofs", "unconfirmed: roofs: no part of this file"},
};

START_TEST(pack_errors)
{
    static char text[16384];
    FILE *file = fopen("share/medi/gates.yaml", "r");
    text[fread(text, 1, sizeof text - 1, file)] = '\0';
    fclose(file);
    char *at = strstr(text, wrong_packs[_i].from);
    ck_assert_ptr_nonnull(at);
    struct str changed = STR_INIT;
    struct gate_rules read;
    str_add(&changed, text, (size_t)(at - text));
    str_adds(&changed, wrong_packs[_i].to);
    str_adds(&changed, at + strlen(wrong_packs[_i].from));
    const struct yaml *root =
        yaml_parse(&clinic.arena, "gates.yaml", changed.text, changed.length, &err);
    ck_assert_msg(root, "%s", err.text);
    FAILS(gate_rules_parse(root, &read, &err), ERR_DATA, wrong_packs[_i].words);
    ck_assert_ptr_nonnull(strstr(err.text, "gates.yaml:"));
    str_release(&changed);
}
END_TEST

/* The clinic's own directory has no say. */
START_TEST(own_pack_is_not_read)
{
    struct packs packs = clinic.packs;
    clinic_file(&clinic, "gates.yaml", "levels: []\n");
    packs.own = clinic.scratch.folder;
    OK(gate_rules_load(&clinic.arena, &packs, &rules, &err));
    ck_assert_int_eq(rules.minor, 18);
}
END_TEST

#define COUNT_OF(array) ((int)(sizeof(array) / sizeof((array)[0])))

Suite *
gate_suite(void)
{
    Suite *suite = suite_create("gate");
    TCase *all = clinic_case("all", setup, teardown);
    tcase_add_loop_test(all, each_gate, 0, COUNT_OF(tests));
    tcase_add_loop_test(all, the_last_second, 0, COUNT_OF(endings));
    tcase_add_test(all, the_first_second);
    tcase_add_test(all, an_opened_pack);
    tcase_add_test(all, a_day_of_25_hours);
    tcase_add_test(all, named_lots);
    tcase_add_test(all, units);
    tcase_add_test(all, nobody_and_nothing_named);
    tcase_add_test(all, one_line);
    tcase_add_test(all, the_table);
    tcase_add_test(all, the_manual);
    tcase_add_test(all, a_record);
    tcase_add_test(all, ages);
    tcase_add_test(all, pack_entries);
    tcase_add_loop_test(all, pack_errors, 0, COUNT_OF(wrong_packs));
    tcase_add_test(all, own_pack_is_not_read);
    suite_add_tcase(suite, all);
    return suite;
}
