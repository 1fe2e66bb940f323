#include "gates.h"

#include "base/rng.h"
#include "base/day.h"
#include "stock/equipment.h"
#include "stock/fault.h"

Suite *stock_suite(void);

/* The ledger: what is taken from where, at what cost, and back. */

static struct clinic clinic;
static struct err err;

static void
setup(void)
{
    clinic_open(&clinic, GATES_OPEN);
    err_clear(&err);
    OK(db_begin(clinic.db, &err));
}

static void
teardown(void)
{
    db_rollback(clinic.db);
    clinic_close(&clinic);
}

static void
run(const char *sql)
{
    OK(db_script(clinic.db, sql, &err));
}

/* ---- cost ------------------------------------------------------------------------------------------------ */

START_TEST(cost_adds_up)
{
    /* 100 fen for 150 units, one by one: as even as fen can be, and exactly 100 */
    int64_t value = 100, sum = 0, ones = 0;
    for (int64_t on_hand = 150; on_hand > 0; on_hand--) {
        int64_t cost = stock_cost(150, 100, on_hand, value, 1);
        ck_assert(cost == 0 || cost == 1);
        value -= cost;
        sum += cost;
        ones += cost && on_hand > 75;
    }
    ck_assert_int_eq(sum, 100);
    ck_assert_int_eq(ones, 50);
    ck_assert_int_eq(stock_cost(3, 100, 3, 100, 1), 33);
    ck_assert_int_eq(stock_cost(3, 100, 2, 67, 1), 34);
    ck_assert_int_eq(stock_cost(3, 100, 1, 33, 1), 33);
    ck_assert_int_eq(stock_cost(3, 0, 3, 0, 2), 0);
    /* found at a count, beyond what was received: it cost nothing */
    ck_assert_int_eq(stock_cost(10, 1000, 15, 1000, 5), 0);
    ck_assert_int_eq(stock_cost(10, 1000, 10, 1000, 10), 1000);
    /* more than 64 bits between */
    ck_assert_int_eq(stock_cost(4000000000, 9000000000000, 4000000000, 9000000000000, 2000000000),
                     4500000000000);
}
END_TEST

START_TEST(cost_in_any_pieces)
{
    struct rng rng;
    rng_seed(&rng, 7);
    for (int round = 0; round < 2000; round++) {
        int64_t quantity = 1 + (int64_t)rng_below(&rng, 500),
                cost = (int64_t)rng_below(&rng, 100000);
        int64_t on_hand = quantity, value = cost, sum = 0;
        while (on_hand > 0) {
            int64_t take = 1 + (int64_t)rng_below(&rng, (uint32_t)on_hand);
            int64_t taken = stock_cost(quantity, cost, on_hand, value, take);
            ck_assert_int_ge(taken, 0);
            on_hand -= take;
            value -= taken;
            sum += taken;
        }
        ck_assert_int_eq(sum, cost);
        ck_assert_int_eq(value, 0);
    }
}
END_TEST

/* ---- where from ---------------------------------------------------------------------------------------------- */

static const char *
plan_words(const struct stock_plan *plan)
{
    struct str out = STR_INIT;
    for (int i = 0; i < plan->count; i++)
        str_addf(&out, "%s%s%s %lld", i ? ", " : "", plan->pieces[i].lot,
                 plan->pieces[i].vial_id ? "*" : "", (long long)plan->pieces[i].quantity);
    const char *text = arena_strdup(&clinic.arena, out.text);
    str_release(&out);
    return text;
}

/* What would be taken of I1: "L1 20"; an opened pack has a star. */
static const char *
taken(int64_t quantity, int64_t at)
{
    struct stock_plan plan;
    struct stock_found found;
    const struct stock_want want = {.item_id = 1, .quantity = quantity, .at = at, .day = GATES_DAY};
    stock_plan_init(&plan, &clinic.arena, 1);
    int planned = stock_plan_add(clinic.db, &plan, &want, &found, &err);
    ck_assert_msg(planned >= 0, "%s", err.text);
    return planned ? plan_words(&plan) : "none";
}

#define VIAL(id, lot, opened, use_by, quantity, used)                                              \
    "INSERT INTO vial (store_id, id, code, item_id, lot_id, opened_at, use_by, quantity, used) "   \
    "VALUES (1, " #id ", 'VI" #id "', 1, " #lot ", " #opened ", " use_by ", " #quantity ", " #used \
    ");"

START_TEST(order_of_taking)
{
    ck_assert_str_eq(taken(20, gates_ten), "L1 20");
    ck_assert_str_eq(taken(320, gates_ten), "L1 300, L2 20");
    ck_assert_str_eq(taken(600, gates_ten), "L1 300, L2 300");
    ck_assert_str_eq(taken(601, gates_ten), "none");
    /* opened packs first, the nearest deadline before others, whatever their lot */
    run(VIAL(1, 1, 1748736000, "1748750400", 100, 40) VIAL(2, 2, 1748736000, "1748743201", 100, 90)
            VIAL(3, 1, 1748736000, "NULL", 100, 99));
    ck_assert_str_eq(taken(5, gates_ten), "L2* 5");
    ck_assert_str_eq(taken(80, gates_ten), "L2* 10, L1* 60, L1* 1, L1 9");
    /* what is in an opened pack is not there a second time: 300 are 239 unopened and 61 opened */
    ck_assert_str_eq(taken(600, gates_ten), "L2* 10, L1* 60, L1* 1, L1 239, L2 290");
    ck_assert_str_eq(taken(5, gates_ten + 1), "L1* 5"); /* that second its time is over */
    ck_assert_str_eq(taken(600, gates_ten + 1), "none");
}
END_TEST

START_TEST(never_taken)
{
    run("UPDATE lot SET expires_on = 20239 WHERE id = 1;");
    ck_assert_str_eq(taken(20, gates_ten), "L2 20");
    run("UPDATE lot SET expires_on = 20240, state = 'quarantined' WHERE id = 1;");
    ck_assert_str_eq(taken(20, gates_ten), "L2 20");
    run("UPDATE lot SET state = 'recalled' WHERE id = 1;" VIAL(1, 1, 1748736000, "NULL", 100, 0));
    ck_assert_str_eq(taken(20, gates_ten), "L2 20");
    run("UPDATE lot SET state = 'ok' WHERE id = 1;");
    ck_assert_str_eq(taken(20, gates_ten), "L1* 20");
    run("UPDATE lot SET received_on = 20241;");
    ck_assert_str_eq(taken(20, gates_ten), "none");
    run("UPDATE lot SET received_on = 20240; UPDATE lot SET store_id = 2 WHERE id = 2;");
    ck_assert_str_eq(taken(301, gates_ten), "none"); /* another store's are not this one's */
}
END_TEST

START_TEST(wants_of_one_plan)
{
    struct stock_plan plan;
    struct stock_found found;
    struct stock_want want = {.item_id = 1, .quantity = 250, .at = gates_ten, .day = GATES_DAY};
    stock_plan_init(&plan, &clinic.arena, 1);
    ck_assert_int_eq(stock_plan_add(clinic.db, &plan, &want, &found, &err), 1);
    ck_assert_int_eq(stock_plan_add(clinic.db, &plan, &want, &found, &err), 1);
    ck_assert_str_eq(plan_words(&plan), "L1 250, L1 50, L2 200");
    want.quantity = 101;
    ck_assert_int_eq(stock_plan_add(clinic.db, &plan, &want, &found, &err), 0);
    ck_assert_int_eq(found.usable, 100);
    ck_assert_int_eq(plan.count, 3);
    run("UPDATE lot SET expires_on = 20239 WHERE id = 2;");
    ck_assert_int_eq(stock_plan_add(clinic.db, &plan, &want, &found, &err), 0);
    ck_assert_int_eq(found.usable, 0);
    ck_assert_int_eq(found.other[STOCK_EXPIRED].quantity, 100);
    ck_assert_str_eq(found.other[STOCK_EXPIRED].lot, "L2");
    ck_assert_int_eq(found.other[STOCK_EXPIRED].since, 20239);
    want.quantity = 0;
    FAILS(stock_plan_add(clinic.db, &plan, &want, &found, &err), ERR_DATA, "above zero");
}
END_TEST

/* ---- the ledger ---------------------------------------------------------------------------------------------- */

static struct stock_plan plan;

static const struct stock_note note = {
    .kind = "issue", .at = 1748743200, .day = GATES_DAY, .staff_id = 3, .reason = "test"};

/* Plans and issues; what the pieces became: "L1 20 = 667 VI20250601-0001". */
static void
issue(int64_t item, int64_t quantity, int64_t lot)
{
    struct stock_found found;
    const struct stock_want want = {
        .item_id = item, .quantity = quantity, .lot_id = lot, .at = note.at, .day = note.day};
    stock_plan_init(&plan, &clinic.arena, 1);
    ck_assert_int_eq(stock_plan_add(clinic.db, &plan, &want, &found, &err), 1);
    OK(stock_issue(clinic.db, &plan, &note, &err));
}

#define BALANCES                                                                                   \
    "SELECT COUNT(*) FROM lot AS l WHERE l.moved <> COALESCE((SELECT SUM(quantity) FROM "          \
    "stock_move AS m WHERE m.store_id = l.store_id AND m.lot_id = l.id), 0) OR l.moved_fen <> "    \
    "COALESCE((SELECT SUM(cost_fen) FROM stock_move AS m WHERE m.store_id = l.store_id AND "       \
    "m.lot_id = l.id), 0)"

START_TEST(issued)
{
    issue(2, 3, 0);
    ck_assert_int_eq(plan.count, 1);
    ck_assert_int_eq(plan.pieces[0].cost_fen, 30);
    ck_assert_str_eq(plan.pieces[0].move, "M20250601-0001");
    ASK("SELECT moved || ' ' || moved_fen FROM lot WHERE id = 3", "-3 -30");
    ASK("SELECT kind || ' ' || quantity || ' ' || cost_fen || ' ' || staff_id || ' ' || reason "
        "FROM stock_move",
        "issue -3 -30 3 test");
    issue(2, 97, 3);
    ASK("SELECT moved || ' ' || moved_fen FROM lot WHERE id = 3", "-100 -1000");
    ASK(BALANCES, "0");
    /* a plan that is no longer true leaves the lot where it is */
    struct stock_plan stale = plan;
    FAILS(stock_issue(clinic.db, &stale, &note, &err), ERR_DATA, "I2: lot N1: has not got 97 more");
}
END_TEST

START_TEST(opened)
{
    issue(1, 20, 0); /* opens a pack of 100 of L1: 20 of it */
    ASK("SELECT code || ' ' || quantity || ' ' || used || ' ' || (use_by - opened_at) FROM vial",
        "VI20250601-0001 100 20 14400");
    ASK("SELECT CAST(vial_id AS TEXT) FROM stock_move", "1");
    issue(1, 90, 0); /* its rest, and 10 of the next */
    ck_assert_int_eq(plan.count, 2);
    ASK("SELECT COUNT(*) FROM vial WHERE used = quantity AND closed_at = 1748743200", "1");
    ASK("SELECT quantity || ' ' || used FROM vial WHERE id = 2", "100 10");
    issue(1, 270, 0); /* 90 of it, the last whole one of L1, and of L2 one whole and 80 */
    ASK("SELECT COUNT(*) FROM vial", "3");
    ASK("SELECT moved || ' ' || moved_fen FROM lot WHERE id = 1", "-300 -10001");
    ASK("SELECT moved || ' ' || moved_fen FROM lot WHERE id = 2", "-80 -2400");
    ASK(BALANCES, "0");
    ASK("SELECT COUNT(*) FROM stock_move WHERE vial_id IS NULL", "1");
    /* what is left of a lot may be less than a pack */
    run("UPDATE lot SET quantity = 130 WHERE id = 2;");
    issue(1, 20, 0);
    issue(1, 5, 0);
    ASK("SELECT quantity || ' ' || used FROM vial WHERE id = 4", "30 5");
}
END_TEST

START_TEST(countered)
{
    struct stock_piece back;
    issue(1, 20, 0);
    int64_t cost = plan.pieces[0].cost_fen;
    ck_assert_int_eq(cost, 667);
    OK(stock_counter(clinic.db, &clinic.arena, 1, plan.pieces[0].move, &note, &back, &err));
    ck_assert_int_eq(back.quantity, 20);
    ck_assert_int_eq(back.cost_fen, cost);
    ASK("SELECT moved || ' ' || moved_fen FROM lot WHERE id = 1", "0 0");
    ASK("SELECT quantity || ' ' || used FROM vial", "100 0");
    ASK("SELECT kind || ' ' || reverses FROM stock_move WHERE quantity > 0",
        "counter M20250601-0001");
    ASK(BALANCES, "0");
    FAILS(stock_counter(clinic.db, &clinic.arena, 1, "M20250601-0001", &note, NULL, &err), ERR_DATA,
          "M20250601-0001: was countered already, by M20250601-0002");
    FAILS(stock_counter(clinic.db, &clinic.arena, 1, "M20250601-0002", &note, NULL, &err), ERR_DATA,
          "is a counter-entry itself");
    FAILS(stock_counter(clinic.db, &clinic.arena, 1, "M9", &note, NULL, &err), ERR_DATA,
          "M9: no such movement");
    issue(1, 100, 0);
    ASK("SELECT CAST(closed_at AS TEXT) FROM vial", "1748743200");
    OK(stock_counter(clinic.db, &clinic.arena, 1, "M20250601-0003", &note, NULL, &err));
    ASK("SELECT COUNT(*) FROM vial WHERE closed_at IS NULL AND used = 0", "1");
}
END_TEST

START_TEST(closed)
{
    issue(1, 20, 0);
    ck_assert_int_eq(
        stock_close_vial(clinic.db, &clinic.arena, 1, "VI20250601-0001", &note, NULL, &err), 80);
    ASK("SELECT kind || ' ' || quantity FROM stock_move WHERE id = 2", "waste -80");
    ASK("SELECT moved || ' ' || moved_fen FROM lot WHERE id = 1", "-100 -3334");
    FAILS(stock_close_vial(clinic.db, &clinic.arena, 1, "VI20250601-0001", &note, NULL, &err),
          ERR_DATA, "is closed already");
    FAILS(stock_close_vial(clinic.db, &clinic.arena, 1, "VI9", &note, NULL, &err), ERR_DATA,
          "no such opened pack");
}
END_TEST

/* Whatever is issued, countered and wasted, the sums are the lots'. */
START_TEST(any_order)
{
    struct rng rng;
    rng_seed(&rng, 11);
    for (int i = 0; i < 120; i++) {
        struct stock_found found;
        const struct stock_want want = {.item_id = 1 + (int64_t)rng_below(&rng, 2),
                                        .quantity = 1 + (int64_t)rng_below(&rng, 9),
                                        .at = note.at + i,
                                        .day = note.day};
        stock_plan_init(&plan, &clinic.arena, 1);
        if (rng_below(&rng, 3) == 0) {
            const char *move = arena_printf(&clinic.arena, "M20250601-%04d", 1 + i / 2);
            (void)stock_counter(clinic.db, &clinic.arena, 1, move, &note, NULL, &err);
        } else if (stock_plan_add(clinic.db, &plan, &want, &found, &err) == 1) {
            OK(stock_issue(clinic.db, &plan, &note, &err));
        }
        ASK(BALANCES, "0");
    }
    ASK("SELECT COUNT(*) FROM vial AS v WHERE used <> COALESCE((SELECT -SUM(quantity) FROM "
        "stock_move AS m"
        " WHERE m.vial_id = v.id), 0)",
        "0");
    ASK("SELECT COUNT(*) FROM lot WHERE quantity + moved < 0 OR (quantity + moved = 0 AND cost_fen "
        "+ moved_fen <> 0)",
        "0");
    ASK("SELECT CASE WHEN COUNT(*) > 60 THEN 'many' END FROM stock_move", "many");
}
END_TEST

/* ---- equipment -------------------------------------------------------------------------------------------------- */

static enum equipment_state
calibration_on(int64_t day)
{
    struct equipment device;
    ck_assert_int_eq(equipment_find(clinic.db, &clinic.arena, 1, "E1", day, &device, &err), 1);
    return device.calibration;
}

START_TEST(calibrations)
{
    struct equipment device;
    run("UPDATE calibration SET valid_to = 20240;"
        "INSERT INTO calibration (store_id, id, code, equipment_id, done_on, valid_to, passed) "
        "VALUES"
        " (1, 2, 'CL2', 1, 20300, 20400, 0), (1, 3, 'CL3', 1, 20301, 20400, 1);");
    ck_assert_int_eq(calibration_on(19999), EQUIPMENT_UNCALIBRATED);
    ck_assert_int_eq(calibration_on(20000), EQUIPMENT_OK);
    ck_assert_int_eq(calibration_on(20240), EQUIPMENT_OK);
    ck_assert_int_eq(calibration_on(20241), EQUIPMENT_OVERDUE);
    ck_assert_int_eq(calibration_on(20300), EQUIPMENT_FAILED);
    ck_assert_int_eq(calibration_on(20301), EQUIPMENT_OK);
    ck_assert_int_eq(equipment_find(clinic.db, &clinic.arena, 2, "E1", 20240, &device, &err), 0);
    /* of a kind: the one that may be used */
    run("INSERT INTO equipment (store_id, id, code, name, kind, state, calibrate) VALUES"
        " (1, 3, 'E0', 'e', 'laser', 'fault', 0), (1, 4, 'E9', 'e', 'laser', 'retired', 0);");
    ck_assert_int_eq(equipment_of_kind(clinic.db, &clinic.arena, 1, "laser", 20240, &device, &err),
                     2);
    ck_assert_str_eq(device.code, "E1");
    ck_assert(equipment_usable(&device));
    ck_assert_int_eq(equipment_of_kind(clinic.db, &clinic.arena, 1, "none", 20240, &device, &err),
                     0);
}
END_TEST

/* A year from the last of February, or from the 31st, ends the day before the same day. */
START_TEST(interval)
{
    static const struct {
        int done[3], months, to[3];
    } rows[] = {{{2026, 10, 1}, 12, {2027, 9, 30}},
                {{2024, 2, 29}, 12, {2025, 2, 27}},
                {{2026, 8, 31}, 6, {2027, 2, 27}},
                {{2026, 1, 31}, 1, {2026, 2, 27}}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const struct equipment_file file = {.calibrate_months = rows[i].months};
        const int *done = rows[i].done, *to = rows[i].to;
        ck_assert_int_eq(equipment_valid_to(&file, day_from_civil(done[0], done[1], done[2])),
                         day_from_civil(to[0], to[1], to[2]));
    }
    const struct equipment_file silent = {0};
    ck_assert(equipment_valid_to(&silent, 20000) == EQUIPMENT_NO_DAY);
}
END_TEST

/* Each state and what may follow it: "repair end", to the second. */
START_TEST(fault_steps)
{
    static const struct {
        struct fault fault;
        int64_t at;
        const char *verifier;
        bool repair, end;
    } rows[] = {
        {{.code = "G", .state = FAULT_OPEN, .at = 100}, 100, "N1", true, false},
        {{.code = "G", .state = FAULT_OPEN, .at = 100}, 99, "N1", false, false},
        {{.code = "G", .state = FAULT_REPAIRING, .at = 100, .repair_at = 200},
         200,
         "N1",
         false,
         true},
        {{.code = "G", .state = FAULT_REPAIRING, .at = 100, .repair_at = 200},
         199,
         "N1",
         false,
         false},
        {{.code = "G", .state = FAULT_REPAIRING, .repairer = "N1"}, 200, "N1", false, false},
        {{.code = "G", .state = FAULT_REPAIRING, .repairer = "N2"}, 200, "N1", false, true},
        {{.code = "G", .state = FAULT_REPAIRED}, 200, "N1", false, false},
        {{.code = "G", .state = FAULT_SCRAPPED}, 200, "N1", false, false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        ck_assert_int_eq(fault_may_repair(&rows[i].fault, rows[i].at, &err),
                         rows[i].repair ? 0 : -1);
        ck_assert_int_eq(fault_may_end(&rows[i].fault, rows[i].at, rows[i].verifier, &err),
                         rows[i].end ? 0 : -1);
    }
}
END_TEST

Suite *
stock_suite(void)
{
    Suite *suite = suite_create("stock");
    TCase *all = clinic_case("all", setup, teardown);
    tcase_add_test(all, cost_adds_up);
    tcase_add_test(all, cost_in_any_pieces);
    tcase_add_test(all, order_of_taking);
    tcase_add_test(all, never_taken);
    tcase_add_test(all, wants_of_one_plan);
    tcase_add_test(all, issued);
    tcase_add_test(all, opened);
    tcase_add_test(all, countered);
    tcase_add_test(all, closed);
    tcase_add_test(all, any_order);
    tcase_add_test(all, calibrations);
    tcase_add_test(all, interval);
    tcase_add_test(all, fault_steps);
    suite_add_tcase(suite, all);
    return suite;
}
