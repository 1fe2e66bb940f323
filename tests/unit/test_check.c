#include "gates.h"

#include <fcntl.h>

#include "check/check.h"
#include "fact/fact.h"

Suite *check_suite(void);

/* Every check in lib/check/sql has a data set that breaks it and one, close to it, that passes. */

static struct clinic clinic;
static struct err err;

static void
setup(void)
{
    clinic_open(&clinic, "");
}

static void
teardown(void)
{
    clinic_close(&clinic);
}

#define APPOINTMENT                                                                                \
    "INSERT INTO appointment (store_id, id, code, client_id, doctor_id, room, starts_at, "         \
    "ends_at, "                                                                                    \
    "day, status) VALUES "
#define BOOKED_WITH                                                                                \
    "INSERT INTO appointment (store_id, id, code, client_id, nurse_id, device, starts_at, "        \
    "ends_at, "                                                                                    \
    "day, status) VALUES "
#define VISIT                                                                                      \
    "INSERT INTO visit (store_id, id, code, client_id, arrived_at, day, purpose, status) VALUES "
#define VISIT_TIMES                                                                                \
    "INSERT INTO visit (store_id, id, code, client_id, arrived_at, day, purpose, status, "         \
    "seen_at, "                                                                                    \
    "left_at) VALUES "
#define CONSULTATION                                                                               \
    "INSERT INTO consultation (store_id, id, code, client_id, visit_id, started_at, day, "         \
    "outcome) "                                                                                    \
    "VALUES "
#define PAYMENT                                                                                    \
    "INSERT INTO payment (store_id, id, code, order_code, client_id, visit_id, kind, class, "      \
    "quantity, amount_fen, paid_at, day) VALUES "
#define TREATMENT                                                                                  \
    "INSERT INTO treatment (store_id, id, code, client_id, visit_id, project_id, doctor_id, "      \
    "started_at, day, status, quantity, recognised_fen) VALUES "
#define LICENCE "INSERT INTO licence (id, staff_id, kind, number, valid_from, valid_to) VALUES "
#define VISIT_OF_1 VISIT "(1, 1, 'V1', 1, 1748740000, 20240, 'other', 'finished');"
/* and beside it others of the same store and of the same number, which none of the rows belong to */
#define VISIT_1                                                                                    \
    VISIT_OF_1 VISIT "(1, 2, 'V2', 3, 1748770000, 20240, 'other', 'finished'),"                    \
                     "(2, 1, 'W1', 3, 1748770000, 20240, 'other', 'finished');"
#define ITEM                                                                                       \
    "INSERT INTO item (id, code, name, kind, unit, storage) VALUES (1, 'I1', 'i', 'drug', 'U', "   \
    "'cold');"
#define LOT                                                                                        \
    "INSERT INTO lot (store_id, id, item_id, code, expires_on, received_on, quantity, cost_fen) "  \
    "VALUES "

#include "check_client.h"
#include "check_gates.h"
#include "check_ledger.h"
#include "check_staff.h"
#include "check_sell.h"
#include "check_after.h"
#include "check_supply.h"
#include "check_equipment.h"
#include "check_followup.h"

static const struct pair {
    const char *check;
    const char *good, *bad;
    const char *findings; /* of the bad one: "store subject detail" a line */
} pairs[] = {
    {"appointment_overlap_doctor",
     /* one after the other; two doctors; one that was called off; one that waits; another day */
     APPOINTMENT "(1, 1, 'B1', 1, 1, NULL, 1000, 2000, 20240, 'booked'),"
                 "(1, 2, 'B2', 2, 1, NULL, 2000, 3000, 20240, 'booked'),"
                 "(1, 3, 'B3', 2, 2, NULL, 1000, 2000, 20240, 'booked'),"
                 "(1, 4, 'B4', 2, 1, NULL, 1000, 2000, 20240, 'cancelled'),"
                 "(1, 5, 'B5', 2, 1, NULL, 1000, 2000, 20240, 'noshow'),"
                 "(1, 6, 'B6', 2, 1, NULL, 1000, 2000, 20240, 'entered-in-error'),"
                 "(1, 7, 'B7', 2, 1, NULL, 1000, 2000, 20240, 'proposed'),"
                 "(1, 8, 'B8', 2, 1, NULL, 1000, 2000, 20240, 'waitlist'),"
                 "(1, 9, 'B9', 2, NULL, NULL, 1000, 2000, 20240, 'booked')",
     /* also in two stores at once */
     APPOINTMENT "(1, 1, 'B1', 1, 1, NULL, 1000, 2000, 20240, 'booked'),"
                 "(1, 2, 'B2', 2, 1, NULL, 1999, 3000, 20240, 'fulfilled'),"
                 "(2, 1, 'B3', 3, 1, NULL, 1500, 1600, 20240, 'arrived')",
     "S01 B2 B1, D1 李医生\nS02 B3 B1, D1 李医生\n"},
    {"appointment_overlap_client",
     /* one after the other; two clients; called off; waits */
     APPOINTMENT "(1, 1, 'B1', 1, 1, NULL, 1000, 2000, 20240, 'booked'),"
                 "(1, 2, 'B2', 1, 1, NULL, 2000, 3000, 20240, 'booked'),"
                 "(1, 3, 'B3', 2, 2, NULL, 1000, 2000, 20240, 'booked'),"
                 "(1, 4, 'B4', 1, 2, NULL, 1000, 2000, 20240, 'cancelled'),"
                 "(1, 5, 'B5', 1, NULL, NULL, 500, 9000, 20240, 'waitlist')",
     /* also in two stores at once */
     APPOINTMENT "(1, 1, 'B1', 1, 1, NULL, 1000, 2000, 20240, 'booked'),"
                 "(2, 1, 'B2', 1, 2, NULL, 1999, 3000, 20240, 'pending')",
     "S02 B2 B1, C1\n"},
    {"appointment_overlap_device",
     BOOKED_WITH "(1, 1, 'B1', 1, NULL, 'M1', 1000, 2000, 20240, 'booked'),"
                 "(1, 2, 'B2', 2, NULL, 'M1', 2000, 3000, 20240, 'booked'),"
                 "(1, 3, 'B3', 3, NULL, 'M2', 1000, 2000, 20240, 'booked'),"
                 "(2, 1, 'B4', 4, NULL, 'M1', 1000, 2000, 20240, 'booked'),"
                 "(1, 4, 'B5', 4, NULL, 'M1', 1000, 2000, 20240, 'noshow')",
     BOOKED_WITH "(1, 1, 'B1', 1, NULL, 'M1', 1000, 2000, 20240, 'booked'),"
                 "(1, 2, 'B2', 2, NULL, 'M1', 1999, 3000, 20240, 'booked')",
     "S01 B2 B1, M1\n"},
    {"appointment_overlap_nurse",
     BOOKED_WITH "(1, 1, 'B1', 1, 1, NULL, 1000, 2000, 20240, 'booked'),"
                 "(1, 2, 'B2', 2, 1, NULL, 2000, 3000, 20240, 'booked'),"
                 "(1, 3, 'B3', 3, 2, NULL, 1000, 2000, 20240, 'booked'),"
                 "(1, 4, 'B4', 4, 1, NULL, 1000, 2000, 20240, 'cancelled')",
     BOOKED_WITH "(1, 1, 'B1', 1, 1, NULL, 1000, 2000, 20240, 'booked'),"
                 "(2, 1, 'B2', 2, 1, NULL, 1500, 1600, 20240, 'arrived')",
     "S02 B2 B1, D1 李医生\n"},
    {"appointment_overlap_room",
     APPOINTMENT "(1, 1, 'B1', 1, 1, 'R1', 1000, 2000, 20240, 'booked'),"
                 "(1, 2, 'B2', 2, 1, 'R1', 2000, 3000, 20240, 'booked'),"
                 "(1, 3, 'B3', 2, 2, 'R2', 1000, 2000, 20240, 'booked'),"
                 "(1, 4, 'B4', 2, 2, NULL, 1000, 2000, 20240, 'booked'),"
                 "(1, 5, 'B5', 2, 2, NULL, 1000, 2000, 20240, 'booked'),"
                 "(2, 1, 'B6', 3, 1, 'R1', 1000, 2000, 20240, 'booked'),"
                 "(1, 6, 'B7', 2, 1, 'R1', 1000, 2000, 20240, 'cancelled')",
     APPOINTMENT "(1, 1, 'B1', 1, 1, 'R1', 1000, 2000, 20240, 'booked'),"
                 "(1, 2, 'B2', 2, 2, 'R1', 0, 1001, 20240, 'booked'),"
                 "(1, 3, 'B3', 2, 2, 'R1', 10, 20, 20240, 'booked')",
     "S01 B1 B2, R1\nS01 B3 B2, R1\n"},
    {"consultation_other_client",
     VISIT_1 CONSULTATION "(1, 1, 'K1', 1, 1, 1748740000, 20240, 'deal'),"
                          "(1, 2, 'K2', 2, NULL, 1748740000, 20240, 'deal')",
     VISIT_1 CONSULTATION "(1, 1, 'K1', 2, 1, 1748740000, 20240, 'deal')", "S01 K1 C2 / V1 C1\n"},
    {"payment_other_client",
     VISIT_1 PAYMENT "(1, 1, 'Y1', 'O1', 1, 1, 'payment', 'sale', 1, 5, 1748740000, 20240),"
                     "(1, 2, 'Y2', 'O2', 2, NULL, 'payment', 'sale', 1, 5, 1748740000, 20240)",
     VISIT_1 PAYMENT "(1, 1, 'Y1', 'O1', 2, 1, 'payment', 'sale', 1, 5, 1748740000, 20240)",
     "S01 Y1 C2 / V1 C1\n"},
    {"treatment_other_client",
     VISIT_1 TREATMENT "(1, 1, 'T1', 1, 1, 1, NULL, 1748740000, 20240, 'completed', 1, 0),"
                       "(1, 2, 'T2', 2, NULL, 1, NULL, 1748740000, 20240, 'completed', 1, 0)",
     VISIT_1 TREATMENT "(1, 1, 'T1', 2, 1, 1, NULL, 1748740000, 20240, 'completed', 1, 0)",
     "S01 T1 C2 / V1 C1\n"},
    {"counter_behind",
     VISIT_OF_1 ITEM LOT
     "(1, 1, 1, 'L1', 21000, 20000, 1, 0);"
     "INSERT INTO counter VALUES (1, 'visit', 2), (0, 'item', 2), (1, 'lot', 9)",
     /* a counter that stands still, none at all, and one of every table that has ids */
     VISIT_OF_1 ITEM LOT
     "(1, 1, 1, 'L1', 21000, 20000, 1, 0);" PAYMENT
     "(2, 7, 'Y1', 'O1', 1, NULL, 'payment', 'sale', 1, 5, 1748740000, 20240);" APPOINTMENT
     "(1, 3, 'B1', 1, NULL, NULL, 1, 2, 20240, 'booked');" CONSULTATION
     "(1, 4, 'K1', 2, NULL, 1748740000, 20240, 'deal');" TREATMENT
     "(1, 5, 'T1', 1, NULL, 1, NULL, 1748740000, 20240, 'completed', 1, 0);" LICENCE
     "(6, 1, 'nurse', 'L', NULL, NULL);"
     "INSERT INTO spend VALUES (2, 2, 1, 20240, 'p', 1, NULL);"
     "INSERT INTO price VALUES (3, 1, 0, NULL, 20240, NULL, 1, NULL);"
     "INSERT INTO lead (id, code, store_id, channel_id, created_at, day, stage)"
     " VALUES (8, 'L1', 1, 1, 1, 20240, 'new');"
     "INSERT INTO supplier (id, code, name) VALUES (9, 'U1', 'u');"
     "UPDATE counter SET next_id = 1 WHERE name <> 'lot';"
     "INSERT INTO counter VALUES (1, 'visit', 1), (1, 'lot', 1)",
     "* channel 2\n* client 5\n* item 1\n* lead 8\n* licence 6\n* price 3\n* project 2\n"
     "* staff 5\n* store 3\n* supplier 9\nS01 appointment 3\nS01 consultation 4\nS01 lot 1\n"
     "S01 treatment 5\nS01 visit 1\nS02 payment 7\nS02 spend 2\n"},
    {"lot_received_expired", ITEM LOT "(1, 1, 1, 'L1', 20000, 20000, 1, 0)",
     ITEM LOT "(1, 1, 1, 'L1', 19999, 20000, 1, 0)", "S01 L1 I1 i\n"},
    {"order_of_two_clients",
     PAYMENT "(1, 1, 'Y1', 'O1', 1, NULL, 'payment', 'sale', 1, 5, 1748740000, 20240),"
             "(1, 2, 'Y2', 'O1', 1, NULL, 'payment', 'sale', 1, 5, 1748740000, 20240),"
             "(2, 1, 'Y1', 'O1', 2, NULL, 'payment', 'sale', 1, 5, 1748740000, 20240)",
     PAYMENT "(1, 1, 'Y1', 'O1', 1, NULL, 'payment', 'sale', 1, 5, 1748740000, 20240),"
             "(1, 2, 'Y2', 'O1', 2, NULL, 'payment', 'sale', 1, 5, 1748740000, 20240)",
     "S01 O1 C1, C2\n"},
    {"refund_beyond_order",
     PAYMENT "(1, 1, 'Y1', 'O1', 1, NULL, 'payment', 'sale', 1, 500, 1748740000, 20240),"
             "(1, 2, 'Y2', 'O1', 1, NULL, 'refund', 'sale', 1, -500, 1748740000, 20240)",
     PAYMENT "(1, 1, 'Y1', 'O1', 1, NULL, 'payment', 'sale', 1, 500, 1748740000, 20240),"
             "(1, 2, 'Y2', 'O1', 1, NULL, 'refund', 'sale', 1, -501, 1748740000, 20240),"
             "(2, 1, 'Y3', 'O1', 1, NULL, 'payment', 'sale', 1, 500, 1748740000, 20240)",
     "S01 O1 -1 fen\n"},
    {"treatment_after_leaving",
     "UPDATE staff SET left_on = 20240 WHERE id = 1;" TREATMENT
     "(1, 1, 'T1', 1, NULL, 1, 1, 1748740000, 20240, 'completed', 1, 0),"
     "(1, 2, 'T2', 1, NULL, 1, 1, 1748840000, 20241, 'entered-in-error', 1, 0),"
     "(1, 3, 'T3', 1, NULL, 1, 2, 1748840000, 20241, 'completed', 1, 0)",
     "UPDATE staff SET left_on = 20239 WHERE id = 1;" TREATMENT
     "(1, 1, 'T1', 1, NULL, 1, 1, 1748740000, 20240, 'completed', 1, 0)",
     "S01 T1 D1 李医生\n"},
    {"treatment_before_arrival",
     VISIT_1 TREATMENT "(1, 1, 'T1', 1, 1, 1, 1, 1748740000, 20240, 'completed', 1, 0),"
                       "(1, 2, 'T2', 1, 1, 1, 1, 1748739999, 20240, 'entered-in-error', 1, 0)",
     VISIT_1 TREATMENT "(1, 1, 'T1', 1, 1, 1, 1, 1748739999, 20240, 'completed', 1, 0)",
     "S01 T1 V1\n"},
    {"treatment_by_no_doctor",
     TREATMENT "(1, 1, 'T1', 1, NULL, 1, 1, 1748740000, 20240, 'completed', 1, 0),"
               "(1, 2, 'T2', 1, NULL, 1, NULL, 1748740000, 20240, 'completed', 1, 0),"
               "(1, 3, 'T3', 1, NULL, 1, 3, 1748740000, 20240, 'entered-in-error', 1, 0)",
     TREATMENT "(1, 1, 'T1', 1, NULL, 1, 3, 1748740000, 20240, 'completed', 1, 0)",
     "S01 T1 N1 孙护士, nurse\n"},
    {"treatment_without_licence",
     LICENCE "(1, 1, 'physician', 'L1', 20000, 20240), (2, 2, 'chief-physician', 'L2', NULL, "
             "NULL);" TREATMENT "(1, 1, 'T1', 1, NULL, 1, 1, 1748740000, 20240, 'completed', 1, 0),"
             "(1, 2, 'T2', 1, NULL, 1, 2, 1748740000, 20240, 'completed', 1, 0),"
             "(1, 3, 'T3', 1, NULL, 1, 1, 1748840000, 20241, 'preparation', 1, 0),"
             "(1, 4, 'T4', 1, NULL, 1, NULL, 1748840000, 20241, 'completed', 1, 0)",
     /* run out the day before, begun the day after, a nurse's, none */
     LICENCE "(1, 1, 'physician', 'L1', 20000, 20239), (2, 1, 'physician', 'L2', 20241, NULL),"
             "(3, 1, 'nurse', 'L3', NULL, NULL);" TREATMENT
             "(1, 1, 'T1', 1, NULL, 1, 1, 1748740000, 20240, 'completed', 1, 0),"
             "(1, 2, 'T2', 1, NULL, 1, 2, 1748740000, 20240, 'stopped', 1, 0)",
     "S01 T1 D1 李医生\nS01 T2 D2 赵医生\n"},
    {"visit_day",
     /* the earliest and the latest moment that are on the day anywhere */
     VISIT "(1, 1, 'V1', 1, 1748685600, 20240, 'other', 'finished'),"
           "(1, 2, 'V2', 1, 1748865599, 20240, 'other', 'finished')",
     VISIT "(1, 1, 'V1', 1, 1748685599, 20240, 'other', 'finished'),"
           "(1, 2, 'V2', 1, 1748865600, 20240, 'other', 'finished')",
     "S01 V1 -\nS01 V2 -\n"},
    {"visit_times",
     VISIT_TIMES "(1, 1, 'V1', 1, 1748740000, 20240, 'other', 'finished', 1748740000, 1748740000),"
                 "(1, 2, 'V2', 1, 1748740000, 20240, 'other', 'finished', NULL, 1748740001),"
                 "(1, 3, 'V3', 1, 1748740000, 20240, 'other', 'finished', 1748740001, NULL)",
     VISIT_TIMES "(1, 1, 'V1', 1, 1748740000, 20240, 'other', 'finished', 1748739999, NULL),"
                 "(1, 2, 'V2', 1, 1748740000, 20240, 'other', 'finished', NULL, 1748739999),"
                 "(1, 3, 'V3', 1, 1748740000, 20240, 'other', 'finished', 1748740009, 1748740008)",
     "S01 V1 -\nS01 V2 -\nS01 V3 -\n"},
    GATE_PAIRS,
    LEDGER_PAIRS,
    STAFF_PAIRS,
    SELL_PAIRS,
    AFTER_PAIRS,
    SUPPLY_PAIRS,
    EQUIPMENT_PAIRS,
    CLIENT_PAIRS,
    FOLLOWUP_PAIRS,
};
enum { PAIRS = sizeof pairs / sizeof *pairs };

static int
note_finding(void *context, const struct finding *finding, struct err *ignored)
{
    struct str *told = context;
    (void)ignored;
    ck_assert_ptr_nonnull(finding->check);
    ck_assert(strcmp(finding->severity, "error") == 0 || strcmp(finding->severity, "warning") == 0);
    ck_assert_uint_gt(strlen(finding->says), 10);
    str_addf(told, "%s %s %s\n", finding->store ? finding->store : "-",
             finding->subject ? finding->subject : "-", finding->detail ? finding->detail : "-");
    return 0;
}

/* What a check (NULL: all) finds, as lines. */
static const char *
run(const char *only)
{
    int checks;
    str_clear(&clinic.told);
    OK(check_run(clinic.db, only, FOLLOWUP_NOW, note_finding, &clinic.told, &checks, &err));
    ck_assert_int_eq(checks, only ? 1 : PAIRS + 4);
    return clinic.told.text;
}

/* A new check needs a pair here, and a pair needs its check. */
START_TEST(test_check_pairs)
{
    int count = 0;
    for (const struct sql *sql; (sql = check_statement(count)); count++) {
        int found = 0;
        for (int i = 0; i < PAIRS; i++)
            found += strcmp(pairs[i].check, check_name(sql)) == 0;
        ck_assert_msg(found == 1, "%s: %d pairs", check_name(sql), found);
    }
    ck_assert_int_eq(count, PAIRS);
}
END_TEST

/* Rows before the check; "@" in front: those of gates.h first. */
static void
add_rows(const char *rows)
{
    if (*rows == '@')
        OK(db_script(clinic.db, GATES_OPEN, &err));
    OK(db_script(clinic.db, rows + (*rows == '@'), &err));
}

START_TEST(test_check_good)
{
    add_rows(pairs[_i].good);
    ck_assert_str_eq(run(pairs[_i].check), "");
}
END_TEST

START_TEST(test_check_bad)
{
    add_rows(pairs[_i].bad);
    ck_assert_str_eq(run(pairs[_i].check), pairs[_i].findings);
}
END_TEST

/* Rows that were written without a keeper are made figures of as a migration does it. */
START_TEST(test_check_fresh)
{
    OK(fact_refresh_all(clinic.db, &err));
    ck_assert_str_eq(run(NULL), "");
}
END_TEST

static int
stop_at_once(void *context, const struct finding *finding, struct err *stopped)
{
    (void)context;
    (void)finding;
    return err_set(stopped, ERR_IO, "the output cannot be written");
}

/* When what is found cannot be told, the run ends. */
START_TEST(test_check_stops)
{
    int checks;
    add_rows(pairs[PAIRS - 1].bad);
    FAILS(check_run(clinic.db, NULL, FOLLOWUP_NOW, stop_at_once, NULL, &checks, &err), ERR_IO,
          "the output cannot be written");
}
END_TEST

START_TEST(test_check_unknown)
{
    int checks;
    FAILS(check_run(clinic.db, "visit_tims", 0, note_finding, &clinic.told, &checks, &err),
          ERR_USAGE, "visit_tims: no such check; did you mean visit_times");
    FAILS(check_run(clinic.db, "", 0, note_finding, &clinic.told, &checks, &err), ERR_USAGE,
          "no such check");
}
END_TEST

/* The engine's own: rows that point nowhere, and a page of noise. */
START_TEST(test_check_references)
{
    OK(db_script(clinic.db,
                 "PRAGMA foreign_keys = OFF;" VISIT
                 "(1, 1, 'V1', 77, 1748740000, 20240, 'other', 'finished')",
                 &err));
    ck_assert_ptr_nonnull(strstr(run("integrity"), "visit (client_id): 1"));
}
END_TEST

START_TEST(test_check_damage)
{
    char noise[4096];
    int checks;
    memset(noise, 0x5A, sizeof noise);
    db_close(clinic.db);
    clinic.db = NULL;
    int fd = open(scratch_file(&clinic.scratch, "medi.db"), O_WRONLY);
    for (off_t page = 20; page < 400; page += 7)
        ck_assert_int_eq(pwrite(fd, noise, sizeof noise, page * 4096), sizeof noise);
    close(fd);
    if (db_open(&clinic.db, clinic.scratch.file, DB_READ, NULL, &err) < 0)
        return; /* told at once: as good */
    int result =
        check_run(clinic.db, NULL, FOLLOWUP_NOW, note_finding, &clinic.told, &checks, &err);
    ck_assert_msg(result < 0 || clinic.told.length > 0, "nothing was found");
}
END_TEST

Suite *
check_suite(void)
{
    Suite *suite = suite_create("check");
    TCase *all = clinic_case("check", setup, teardown);
    tcase_add_test(all, test_check_pairs);
    tcase_add_loop_test(all, test_check_good, 0, PAIRS);
    tcase_add_loop_test(all, test_check_bad, 0, PAIRS);
    tcase_add_test(all, test_check_fresh);
    tcase_add_test(all, test_check_stops);
    tcase_add_test(all, test_check_unknown);
    tcase_add_test(all, test_check_references);
    tcase_add_test(all, test_check_damage);
    suite_add_tcase(suite, all);
    return suite;
}
