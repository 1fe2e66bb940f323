#include "clinic.h"

#include <sys/wait.h>

#include "visit/catalogue.h"
#include "visit/sell.h"
#include "visit/sell_balance.h"

Suite *sell_suite(void);

enum { DAY = 20726, AT = 1790758800 }; /* 2026-09-30 */

static struct clinic clinic;
static struct err err;

/* Prices of P1: chain 1000 (floor 800), chain on dy 900, store 1 950, store 1 on dy 850 (floor 700). */
static const char prices[] =
    "INSERT INTO price (id, project_id, store_id, channel_id, valid_from, valid_to, amount_fen, "
    "floor_fen) VALUES (1, 1, 0, NULL, 20000, NULL, 1000, 800), (2, 1, 0, 1, 20000, NULL, 900, "
    "800),"
    "(3, 1, 1, NULL, 20000, NULL, 950, 800), (4, 1, 1, 1, 20000, 20800, 850, 700),"
    "(5, 2, 0, NULL, 20000, NULL, 0, NULL);"
    "INSERT INTO package (id, code, name, price_fen, floor_fen, valid_from, valid_to, months, "
    "trial, active) VALUES (1, 'TC', '套餐', 1000, 900, 20000, NULL, 6, 0, 1),"
    "(2, 'TY', '体验', 100, NULL, 20000, NULL, NULL, 1, 1);"
    "INSERT INTO package_line (id, package_id, project_id, quantity, share_fen) VALUES "
    "(1, 1, 1, 2, 333), (2, 1, 2, 1, 334), (3, 2, 1, 1, 0), (4, 2, 2, 2, 0);";

static void
setup(void)
{
    clinic_open(&clinic, prices);
    OK(db_begin(clinic.db, &err));
}

static void
teardown(void)
{
    db_rollback(clinic.db);
    clinic_close(&clinic);
}

/* ---- prices ---------------------------------------------------------------------------------------- */

static int64_t
price(int64_t store_id, int64_t channel_id, int64_t day)
{
    const struct catalogue_place place = {1, store_id, channel_id, day};
    struct catalogue_price found = {-1, -1};
    int there = catalogue_price(clinic.db, &place, &found, &err);
    ck_assert_int_ge(there, 0);
    return there ? found.amount_fen : -1;
}

START_TEST(test_price_most_specific)
{
    ck_assert_int_eq(price(1, 1, DAY), 850);
    ck_assert_int_eq(price(1, 2, DAY), 950);
    ck_assert_int_eq(price(1, 0, DAY), 950);
    ck_assert_int_eq(price(2, 1, DAY), 900);
    ck_assert_int_eq(price(2, 2, DAY), 1000);
    ck_assert_int_eq(price(2, 0, DAY), 1000);
    ck_assert_int_eq(price(1, 1, 20800), 850);
    ck_assert_int_eq(price(1, 1, 20801), 950);
    ck_assert_int_eq(price(1, 1, 19999), -1);
    OK(db_script(clinic.db,
                 "INSERT INTO price (id, project_id, store_id, channel_id, valid_from, amount_fen) "
                 "VALUES (9, 1, 0, NULL, 20700, 1100)",
                 &err));
    ck_assert_int_eq(price(2, 0, DAY), 1100);
    ck_assert_int_eq(price(2, 0, 20699), 1000);
}
END_TEST

START_TEST(test_price_low_everywhere)
{
    const struct catalogue_place place = {1, 0, 0, DAY};
    ck_assert_int_eq(catalogue_may_lower(clinic.db, &place, 800, true, &err), 0);
    ck_assert_int_eq(catalogue_may_lower(clinic.db, &place, 799, false, &err), 1);
    FAILS(catalogue_may_lower(clinic.db, &place, 799, true, &err), ERR_DATA,
          "a promotion on all channels below the floor of 8.00");
    err_clear(&err);
    ck_assert_int_eq(catalogue_not_low_everywhere(clinic.db, &place, 900, &err), 0);
    OK(db_script(clinic.db, "UPDATE price SET amount_fen = 700 WHERE id = 2", &err));
    ck_assert_int_eq(catalogue_not_low_everywhere(clinic.db, &place, 700, &err), 1);
    OK(db_script(clinic.db,
                 "INSERT INTO price (id, project_id, store_id, channel_id, valid_from, amount_fen) "
                 "VALUES (9, 1, 0, 2, 20700, 799)",
                 &err));
    FAILS(catalogue_not_low_everywhere(clinic.db, &place, 799, &err), ERR_DATA,
          "on every channel at once");
}
END_TEST

/* ---- lines ------------------------------------------------------------------------------------------ */

static const struct {
    const char *text;
    int64_t quantity, amount_fen;
    const char *code; /* NULL: refused */
} texts[] = {
    {"P1", 1, -1, "P1"},         {"P1*3", 3, -1, "P1"},   {"P1=10", 1, 1000, "P1"},
    {"P1*3=0", 3, 0, "P1"},      {"A*B*2", 2, -1, "A*B"}, {"P1*3=29.80", 3, 2980, "P1"},
    {"P1*0", 0, 0, NULL},        {"P1*", 0, 0, NULL},     {"P1*x", 0, 0, NULL},
    {"*3", 0, 0, NULL},          {"P1=-1", 0, 0, NULL},   {"P1=x", 0, 0, NULL},
    {"P1*99999999", 0, 0, NULL}, {"", 0, 0, NULL},        {"P1=1.005", 0, 0, NULL},
};

START_TEST(test_line_parse)
{
    struct sell_line line;
    int result = sell_line_parse(&clinic.arena, texts[_i].text, false, false, &line, &err);
    ck_assert_int_eq(result, texts[_i].code ? 0 : -1);
    if (result < 0)
        return;
    ck_assert_str_eq(line.code, texts[_i].code);
    ck_assert_int_eq(line.quantity, texts[_i].quantity);
    ck_assert_int_eq(line.amount_fen, texts[_i].amount_fen);
}
END_TEST

static int
priced(const char *text, bool package, bool gift, struct sell_line *line)
{
    const struct sell_terms terms = {1, 1, DAY, 1};
    err_clear(&err);
    return sell_line_parse(&clinic.arena, text, package, gift, line, &err) < 0
               ? -1
               : sell_line_price(clinic.db, &terms, line, &err);
}

START_TEST(test_line_price)
{
    struct sell_line line;
    OK(priced("P1*3", false, false, &line));
    ck_assert_int_eq(line.amount_fen, 2550);
    ck_assert_int_eq(line.floor_fen, 2100);
    ck_assert(!sell_line_low(&line));
    OK(priced("P1*3=20.99", false, false, &line));
    ck_assert(sell_line_low(&line));
    OK(priced("P1", false, true, &line));
    ck_assert_int_eq(line.amount_fen, 0);
    ck_assert(!sell_line_low(&line));
    OK(priced("P2", false, false, &line)); /* nothing is a price too */
    ck_assert_int_eq(line.amount_fen, 0);
    OK(priced("TC", true, false, &line));
    ck_assert_int_eq(line.package_id, 1);
    ck_assert_int_eq(line.floor_fen, 900);
    OK(priced("TY", true, false, &line));
    FAILS(priced("TY*2", true, false, &line), ERR_DATA, "sold once");
    FAILS(priced("P9", false, false, &line), ERR_DATA, "P9: no such project");
    FAILS(priced("P1=1", false, true, &line), ERR_USAGE, "a gift costs nothing");
    OK(db_script(clinic.db,
                 "INSERT INTO visit (store_id, id, code, client_id, arrived_at, day, purpose, "
                 "status) VALUES (2, 1, 'V1', 1, 0, 20725, 'other', 'finished');"
                 "DELETE FROM price WHERE project_id = 2;"
                 "UPDATE package SET active = 0 WHERE id = 1",
                 &err));
    FAILS(priced("TY", true, false, &line), ERR_DATA, "has come 1 times before");
    FAILS(priced("P2", false, false, &line), ERR_DATA, "P2: has no price on that day");
    OK(priced("P2", false, true, &line));
    FAILS(priced("TC", true, false, &line), ERR_DATA, "TC: is not sold on that day");
    OK(db_script(clinic.db, "UPDATE visit SET status = 'cancelled'", &err));
    OK(priced("TY", true, false, &line));
}
END_TEST

/* ---- contracts and their money ------------------------------------------------------------------------- */

static struct sell_order
contract(const char *code)
{
    struct sell_order order;
    err_clear(&err);
    OK(sell_contract(clinic.db, &clinic.arena, 1, code, &order, &err));
    return order;
}

/* "P1*3=25.50 +TC !P2" as a contract K of client 1, signed. */
static void
signed_contract(const char *code, const char *words)
{
    struct sell_line lines[8];
    struct sell_draft draft = {.store_id = 1,
                               .client_id = 1,
                               .at = AT,
                               .day = DAY,
                               .code = code,
                               .by = "drafter",
                               .lines = lines};
    const struct sell_signature signature = {"client", "x", AT, DAY};
    char *copy = arena_strdup(&clinic.arena, words);
    for (char *word = strtok(copy, " "); word; word = strtok(NULL, " "))
        OK(priced(word + (*word == '+' || *word == '!'), *word == '+', *word == '!',
                  &lines[draft.count++]));
    OK(sell_draft(clinic.db, &clinic.arena, &draft, &err));
    struct sell_order order = contract(code);
    OK(sell_review(clinic.db, &order, "A2", "reviewer", AT, &err));
    order = contract(code);
    OK(sell_sign(clinic.db, &clinic.arena, &order, &signature, &err));
}

static int
pay(const char *code, int64_t fen)
{
    struct sell_order order = contract(code);
    struct sell_payment payment = {
        .kind = "payment", .class = "sale", .amount_fen = fen, .at = AT, .day = DAY};
    return sell_pay(clinic.db, &clinic.arena, &order, &payment, &err);
}

#define BALANCES                                                                                   \
    "SELECT COALESCE(group_concat(x, ' '), '') FROM (SELECT project_id || ':' || bought || ':' "   \
    "|| "                                                                                          \
    "paid_fen AS x FROM prepaid ORDER BY id)"
#define PAYMENTS                                                                                   \
    "SELECT group_concat(x, ' ') FROM (SELECT COALESCE(project_id, '-') || ':' || quantity || "    \
    "':' || amount_fen AS x FROM payment ORDER BY id)"

/* Money lies on the lines in their order; the balances come with the last fen. */
START_TEST(test_pay_fills)
{
    signed_contract("K1", "P1*3=25.00 +TC=9.99 !P2");
    OK(pay("K1", 1000));
    ASK(PAYMENTS, "1:0:1000");
    OK(pay("K1", 2000));
    ASK(PAYMENTS, "1:0:1000 1:3:1500 1:0:500");
    ASK("SELECT count(*) FROM prepaid", "0");
    FAILS(pay("K1", 500), ERR_DATA, "5.00 is more than is due, which is 4.99");
    FAILS(pay("K1", 0), ERR_DATA, "0.00 cannot be paid; 4.99 is due");
    OK(pay("K1", 499));
    ASK(PAYMENTS, "1:0:1000 1:3:1500 1:0:500 1:2:165 2:1:334");
    ASK(BALANCES, "1:3:2500 1:2:665 2:1:334 2:1:0");
    ASK("SELECT sum(paid_fen) FROM prepaid", "3499");
    ASK("SELECT expires_on - sold_on FROM prepaid WHERE id = 2", "181");
    FAILS(pay("K1", 1), ERR_DATA, "contract K1 is paid");
}
END_TEST

START_TEST(test_pay_nothing)
{
    signed_contract("K1", "!P2*2 P2");
    ASK(BALANCES, "2:2:0 2:1:0");
    FAILS(pay("K1", 1), ERR_DATA, "contract K1 is paid");
}
END_TEST

/* A package without shares is divided evenly, to the last fen. */
START_TEST(test_pay_even)
{
    signed_contract("K1", "+TY=1.01");
    OK(pay("K1", 101));
    ASK(BALANCES, "1:1:50 2:2:51");
}
END_TEST

START_TEST(test_contract_states)
{
    struct sell_line line;
    struct sell_draft draft = {.store_id = 1,
                               .client_id = 1,
                               .at = AT,
                               .day = DAY,
                               .code = "K1",
                               .by = "drafter",
                               .consultant = "A1",
                               .lines = &line,
                               .count = 1};
    struct sell_signature signature = {"client", "x", AT, DAY};
    OK(priced("P1", false, false, &line));
    OK(sell_draft(clinic.db, &clinic.arena, &draft, &err));
    FAILS(sell_draft(clinic.db, &clinic.arena, &draft, &err), ERR_DATA, "K1: there already");
    struct sell_order order = contract("K1");
    FAILS(pay("K1", 100), ERR_DATA, "K1 is draft; before it is signed only a deposit");
    FAILS(sell_sign(clinic.db, &clinic.arena, &order, &signature, &err), ERR_DATA,
          "K1 is draft, and must be reviewed");
    FAILS(sell_review(clinic.db, &order, "A2", "drafter", AT, &err), ERR_DATA,
          "who drafts or sells it does not review it");
    FAILS(sell_review(clinic.db, &order, "A1", "other", AT, &err), ERR_DATA,
          "who drafts or sells it does not review it");
    FAILS(sell_review(clinic.db, &order, "A9", "other", AT, &err), ERR_DATA, "A9: nobody");
    OK(db_script(clinic.db,
                 "INSERT INTO account (id, login, staff_id, opened_at) VALUES (1, 'drafter', 5, 0)",
                 &err));
    FAILS(sell_review(clinic.db, &order, "A2", "other", AT, &err), ERR_DATA,
          "who drafts or sells it does not review it");
    OK(sell_review(clinic.db, &order, "D1", "other", AT, &err));
    OK(db_script(clinic.db, "UPDATE client SET birthday = 14153 WHERE id = 1",
                 &err)); /* 2008-10-01 */
    order = contract("K1");
    FAILS(sell_sign(clinic.db, &clinic.arena, &order, &signature, &err), ERR_DATA,
          "client C1 is a minor; a guardian must sign");
    signature.day++; /* the eighteenth birthday */
    OK(sell_sign(clinic.db, &clinic.arena, &order, &signature, &err));
    OK(pay("K1", 100));
    order = contract("K1");
    FAILS(sell_cancel(clinic.db, &order, &err), ERR_DATA, "1.00 was paid for it; give it back");
}
END_TEST

/* ---- drawing and giving back ---------------------------------------------------------------------------- */

static int64_t
draw(const char *balance, int64_t quantity)
{
    struct sell_draw drawing = {.store_id = 1,
                                .client_id = 1,
                                .project_id = 1,
                                .day = DAY,
                                .quantity = quantity,
                                .code = balance};
    err_clear(&err);
    return sell_draw(clinic.db, &clinic.arena, &drawing, &err) < 0 ? -1 : drawing.recognised_fen;
}

static int64_t
refund(const char *order, int64_t fen, const char *returns)
{
    struct sell_refund giving = {.store_id = 1,
                                 .order = order,
                                 .amount_fen = fen,
                                 .reason = "x",
                                 .returns = &returns,
                                 .return_count = returns != NULL,
                                 .at = AT,
                                 .day = DAY};
    err_clear(&err);
    return sell_refund(clinic.db, &clinic.arena, &giving, &err) < 0 ? -1 : giving.given_fen;
}

static const char *
balance(int number)
{
    return clinic_ask(
        &clinic, arena_printf(&clinic.arena, "SELECT code FROM prepaid WHERE id = %d", number));
}

/* Whatever is drawn and given back, and in what order, adds up to what was paid. */
START_TEST(test_draw_adds_up)
{
    static const int64_t paid[] = {1000, 1, 0, 2, 99999, 7};
    for (size_t i = 0; i < sizeof paid / sizeof *paid; i++)
        for (int way = 0; way < 8; way++) {
            struct sell_balance one = {.bought = 7, .paid_fen = paid[i]};
            int64_t sum = 0;
            for (int unit = 0; unit < 7;) {
                int64_t take = (way >> (unit % 3)) & 1 ? 2 : 1, left = sell_units_left(&one);
                take = take > left ? left : take;
                int64_t worth = sell_worth(&one, take);
                ck_assert_int_ge(worth, 0);
                if (unit % 2)
                    one.used += take, one.recognised_fen += worth;
                else
                    one.returned += take, one.returned_fen += worth;
                sum += worth;
                unit += (int)take;
            }
            ck_assert_int_eq(sum, paid[i]);
        }
}
END_TEST

START_TEST(test_draw)
{
    signed_contract("K1", "P1*3=10.00 P1*2=4.00");
    OK(pay("K1", 1400));
    const char *first = balance(1);
    ck_assert_int_eq(draw(first, 1), 333);
    ck_assert_int_eq(draw("auto", 1), 333);
    ck_assert_int_eq(draw(first, 2), -1);
    ck_assert_ptr_nonnull(strstr(err.text, "2 of P1 wanted, 1 left"));
    ck_assert_int_eq(draw(first, 1), 334);
    ck_assert_int_eq(draw(first, 1), -1);
    ck_assert_int_eq(draw("auto", 2), 400);
    ck_assert_int_eq(draw("auto", 1), -1);
    ck_assert_ptr_nonnull(strstr(err.text, "no balance of this client has 1 of this project left"));
    ASK("SELECT sum(recognised_fen) || ' ' || sum(used) FROM prepaid", "1400 5");
}
END_TEST

START_TEST(test_draw_refused)
{
    signed_contract("K1", "P1*3=10.00 P2=1.00 !P1");
    OK(pay("K1", 1100));
    const char *code = balance(1);
    ck_assert_int_eq(draw("B9", 1), -1);
    ck_assert_ptr_nonnull(strstr(err.text, "balance B9: this store has none"));
    ck_assert_int_eq(draw(balance(2), 1), -1);
    ck_assert_ptr_nonnull(strstr(err.text, "is of another project, P2"));
    ck_assert_int_eq(draw(code, 0), -1);
    OK(db_script(clinic.db, "UPDATE prepaid SET client_id = 2 WHERE id = 1", &err));
    ck_assert_int_eq(draw(code, 1), -1);
    ck_assert_ptr_nonnull(strstr(err.text, "is of another client, C2"));
    OK(db_script(clinic.db, "UPDATE client SET merged_into = 1 WHERE id = 2", &err));
    ck_assert_int_eq(draw(code, 1), 333);
    OK(db_script(clinic.db, "UPDATE prepaid SET expires_on = 20725", &err));
    ck_assert_int_eq(draw(code, 1), -1);
    ck_assert_ptr_nonnull(strstr(err.text, "expired, its last day was 2026-09-29"));
    ck_assert_int_eq(draw("auto", 1), -1);
    OK(db_script(clinic.db, "UPDATE prepaid SET expires_on = 20726", &err));
    ck_assert_int_eq(draw(code, 1), 333);
    ck_assert_int_eq(draw(balance(3), 1), 0); /* a gift */
    ASK("SELECT group_concat(used, ' ') FROM (SELECT used FROM prepaid ORDER BY id)", "2 0 1");
}
END_TEST

START_TEST(test_refund_balances)
{
    signed_contract("K1", "P1*3=10.00 P2=1.00");
    OK(pay("K1", 1100));
    const char *code = balance(1);
    ck_assert_int_eq(draw(code, 1), 333);
    ck_assert_int_eq(refund("K1", 768, NULL), -1);
    ck_assert_ptr_nonnull(
        strstr(err.text, "7.68 cannot be given back: 11.00 was paid, 3.33 of it recognised; 7.67"));
    ck_assert_int_eq(refund("K1", 500, NULL), -1);
    ck_assert_ptr_nonnull(strstr(err.text, "what is returned is worth 7.67"));
    OK(db_script(clinic.db, "UPDATE prepaid SET returned = 0, returned_fen = 0", &err));
    OK(db_script(clinic.db, "DELETE FROM payment WHERE kind = 'refund'", &err));
    ck_assert_int_eq(refund("K1", -1, arena_printf(&clinic.arena, "%s*3", code)), -1);
    ck_assert_ptr_nonnull(strstr(err.text, "3 of P1 wanted, 2 left"));
    ck_assert_int_eq(refund("K1", -1, arena_printf(&clinic.arena, "%s*1", code)), 333);
    ck_assert_int_eq(refund("K1", -1, NULL), 434);
    ck_assert_int_eq(refund("K1", -1, NULL), -1);
    ck_assert_ptr_nonnull(strstr(err.text, "nothing of it is left"));
    ASK("SELECT sum(amount_fen) FROM payment", "333");
    ASK("SELECT sum(recognised_fen) || ' ' || sum(returned_fen) FROM prepaid", "333 767");
    ck_assert_int_eq(draw(code, 1), -1);
}
END_TEST

START_TEST(test_refund_amount)
{
    signed_contract("K1", "P1*3=10.00");
    signed_contract("K2", "P1=10.00");
    OK(pay("K1", 600));
    OK(pay("K2", 1000));
    ck_assert_int_eq(refund("K9", 1, NULL), -1);
    ck_assert_ptr_nonnull(strstr(err.text, "order K9: nothing was paid for it"));
    OK(db_script(clinic.db,
                 "INSERT INTO treatment (store_id, id, code, client_id, project_id, started_at, "
                 "day, status, quantity, recognised_fen, order_code) VALUES (1, 1, 'T1', 1, 1, 0, "
                 "0, 'completed', 1, 350, 'K1')",
                 &err));
    ck_assert_int_eq(refund("K1", 251, NULL), -1);
    ck_assert_ptr_nonnull(strstr(err.text, "2.50 is left"));
    ck_assert_int_eq(refund("K1", 0, NULL), -1);
    ck_assert_int_eq(refund("K1", 100, balance(1)), -1);
    ck_assert_int_eq(refund("K2", -1, "B9"), -1);
    ck_assert_int_eq(refund("K1", 100, NULL), 100);
    ck_assert_int_eq(refund("K1", -1, NULL), 150);
    ck_assert_int_eq(refund("K1", 1, NULL), -1);
    ASK("SELECT sum(amount_fen) FROM payment WHERE order_code = 'K1'", "350");
}
END_TEST

/* ---- without a contract ------------------------------------------------------------------------------------ */

static int
pay_direct(struct sell_direct *direct, const char *kind, int64_t fen)
{
    struct sell_payment payment = {
        .kind = kind, .class = "sale", .amount_fen = fen, .at = AT, .day = DAY};
    err_clear(&err);
    return sell_pay_direct(clinic.db, &clinic.arena, direct, &payment, &err);
}

START_TEST(test_pay_direct)
{
    struct sell_line line;
    struct sell_direct direct = {.store_id = 1, .client_id = 1, .line = &line};
    OK(priced("P1*2", false, false, &line));
    FAILS(pay_direct(&direct, "payment", 1700), ERR_DATA, "P1: a contract is due before it");
    OK(db_script(clinic.db, "UPDATE project SET contract = 0 WHERE id = 1", &err));
    OK(pay_direct(&direct, "payment", 1700));
    ASK(BALANCES, "1:2:1700");
    ASK("SELECT order_code = code FROM payment", "1");
    ck_assert_int_eq(refund(direct.order, -1, NULL), 1700);
    direct.order = NULL;
    direct.consultant = "X9";
    FAILS(pay_direct(&direct, "payment", 1700), ERR_DATA, "X9: nobody of the staff");
}
END_TEST

/* Deposits become the first money of the contract that takes their order's code. */
START_TEST(test_deposit_before_contract)
{
    struct sell_direct deposit = {.store_id = 1, .client_id = 1, .order = "O1"};
    struct sell_draft draft = {
        .store_id = 1, .client_id = 2, .at = AT, .day = DAY, .code = "O1", .by = "x", .count = 1};
    struct sell_line line;
    FAILS(pay_direct(&deposit, "deposit", 0), ERR_DATA, "must be above zero");
    OK(pay_direct(&deposit, "deposit", 300));
    OK(pay_direct(&deposit, "deposit", 100));
    deposit.client_id = 2;
    FAILS(pay_direct(&deposit, "deposit", 1), ERR_DATA, "order O1: has payments already");
    OK(priced("P1=3.99", false, false, &line));
    draft.lines = &line;
    FAILS(sell_draft(clinic.db, &clinic.arena, &draft, &err), ERR_DATA,
          "not only deposits of this");
    draft.client_id = 1;
    FAILS(sell_draft(clinic.db, &clinic.arena, &draft, &err), ERR_DATA, "more was paid in");
    signed_contract("O1", "P1=4.00");
    ASK(BALANCES, "1:1:400");
}
END_TEST

/* ---- many at once ------------------------------------------------------------------------------------------ */

enum { PROCESSES = 16, UNITS = 37, PAID = 1000 };

static struct scratch many;

static void
setup_many(enum engine engine)
{
    scratch_engine = engine;
    scratch_database(&many, clinic_people);
    struct db *db;
    OK(db_open(&db, many.file, DB_WRITE, NULL, &err));
    OK(db_script(db,
                 "INSERT INTO prepaid (store_id, id, code, client_id, order_code, project_id, "
                 "bought, used, returned, paid_fen, recognised_fen, returned_fen, sold_on) VALUES "
                 "(1, 1, 'B1', 1, 'O1', 1, 37, 0, 0, 1000, 0, 0, 20000)",
                 &err));
    db_close(db);
    scratch_engine = SQLITE;
}

static void
setup_many_sqlite(void)
{
    setup_many(SQLITE);
}

static void
setup_many_postgres(void)
{
    setup_many(POSTGRES);
}

static void
teardown_many(void)
{
    scratch_remove(&many);
}

/* 1 drawn, 0 nothing was left, -1. What another one's sake undid is tried again, as the frame does. */
static int
draw_once(struct db *db, struct arena *arena)
{
    for (int tries = 0; tries < 200; tries++) {
        struct sell_draw drawing = {.store_id = 1,
                                    .client_id = 1,
                                    .project_id = 1,
                                    .day = DAY,
                                    .quantity = 1,
                                    .code = "auto"};
        struct err failed = {0};
        db_scope(db, 1);
        int result = db_begin(db, &failed);
        if (result == 0)
            result = sell_draw(db, arena, &drawing, &failed);
        if (result == 0)
            result = db_commit(db, &failed);
        if (result == 0)
            return 1;
        enum db_again again = db_again(db);
        db_rollback(db);
        if (failed.kind == ERR_DATA)
            return 0;
        if (again != DB_AGAIN && failed.kind != ERR_BUSY)
            return -1;
    }
    return -1;
}

/* Draws until nothing is left; the number of units is what the process exits with. */
static void
draw_all(void)
{
    const struct db_options patient = {.wait_ms = 60000};
    struct arena arena;
    struct db *db;
    struct err failed = {0};
    int drawn = 0, more = -1;
    arena_init(&arena);
    if (db_open(&db, many.file, DB_WRITE, &patient, &failed) == 0)
        while ((more = draw_once(db, &arena)) == 1)
            drawn++;
    _exit(more < 0 ? 255 : drawn);
}

START_TEST(test_draw_at_once)
{
    int drawn = 0, status;
    struct db *db;
    for (int i = 0; i < PROCESSES; i++)
        if (fork() == 0)
            draw_all();
    for (int i = 0; i < PROCESSES; i++) {
        ck_assert_int_gt(wait(&status), 0);
        ck_assert(WIFEXITED(status));
        ck_assert_int_ne(WEXITSTATUS(status), 255);
        drawn += WEXITSTATUS(status);
    }
    ck_assert_int_eq(drawn, UNITS);
    OK(db_open(&db, many.file, DB_READ, NULL, &err));
    ck_assert_int_eq(scratch_number(db, "SELECT used FROM prepaid"), UNITS);
    ck_assert_int_eq(scratch_number(db, "SELECT recognised_fen FROM prepaid"), PAID);
    db_close(db);
}
END_TEST

static TCase *
many_case(const char *name, void (*setup_test)(void))
{
    TCase *at_once = tcase_create(name);
    tcase_set_timeout(at_once, 120);
    tcase_add_checked_fixture(at_once, setup_test, teardown_many);
    tcase_add_test(at_once, test_draw_at_once);
    return at_once;
}

Suite *
sell_suite(void)
{
    Suite *suite = suite_create("sell");
    TCase *all = clinic_case("sell", setup, teardown);
    tcase_add_test(all, test_price_most_specific);
    tcase_add_test(all, test_price_low_everywhere);
    tcase_add_loop_test(all, test_line_parse, 0, sizeof texts / sizeof *texts);
    tcase_add_test(all, test_line_price);
    tcase_add_test(all, test_pay_fills);
    tcase_add_test(all, test_pay_nothing);
    tcase_add_test(all, test_pay_even);
    tcase_add_test(all, test_contract_states);
    tcase_add_test(all, test_draw_adds_up);
    tcase_add_test(all, test_draw);
    tcase_add_test(all, test_draw_refused);
    tcase_add_test(all, test_refund_balances);
    tcase_add_test(all, test_refund_amount);
    tcase_add_test(all, test_pay_direct);
    tcase_add_test(all, test_deposit_before_contract);
    suite_add_tcase(suite, all);
    suite_add_tcase(suite, many_case("many at once", setup_many_sqlite));
    if (getenv("MEDI_TEST_PG"))
        suite_add_tcase(suite, many_case("many at once on a server", setup_many_postgres));
    return suite;
}
