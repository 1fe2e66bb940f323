#include "clinic.h"

#include "base/day.h"
#include "supply/receive.h"
#include "supply/receive_scan.h"
#include "stock/stock.h"
#include "text/zonefile.h"

Suite *receive_suite(void);

/* Each condition of receiving is broken by one change, and passes with one close to it; what comes in moves as it
 * should, exactly. The day is 2025-06-01 (20240) in Asia/Shanghai, ten o'clock. */

enum { TEN = 1748743200, DAY = 20240 };

/* I1 cold, 100 of it open at 1000.00; I2 neither cold nor controlled, a device; I3 an imported drug. */
#define OPEN                                                                                        \
    "INSERT INTO item (id, code, name, kind, unit, vial_unit, vial_size, storage, spec, "           \
    "registration_no) VALUES"                                                                       \
    " (1, 'I1', 'i', 'drug', 'U', '瓶', 50, 'cold', '50U', '国药准字S20200001'),"              \
    " (2, 'I2', 'j', 'consumable', '支', NULL, NULL, 'ambient', NULL, '国械注准20203140001')," \
    " (3, 'I3', 'k', 'drug', '支', NULL, NULL, 'ambient', NULL, '国药准字HJ20200001');"        \
    "INSERT INTO supplier (id, code, name) VALUES (1, 'U1', 'u');"                                  \
    "INSERT INTO paper (id, supplier_id, kind, number, item_id, lots, valid_from, valid_to) "       \
    "VALUES"                                                                                        \
    " (1, 1, 'drug-trade', 'P1', NULL, NULL, 1, 20240),"                                            \
    " (2, 1, 'business-licence', 'P2', NULL, NULL, 1, NULL),"                                       \
    " (3, 1, 'seller', 'P3', NULL, NULL, 1, 30000),"                                                \
    " (4, 1, 'device-trade', 'P4', NULL, NULL, 1, 30000),"                                          \
    " (5, 1, 'authorisation', 'P5', 2, NULL, 1, 30000),"                                            \
    " (6, 1, 'import-clearance', 'P6', 3, 'LI', 1, NULL);"                                          \
    "INSERT INTO purchase (store_id, id, code, supplier_id, at, day, state, amount_fen, "           \
    "ordered_by, approved_by, approved_at) VALUES (1, 1, 'PO1', 1, 1000, 20200, 'approved', "       \
    "200300, 'a', 'b', 1100);"                                                                      \
    "INSERT INTO purchase_line (store_id, id, purchase_id, line, item_id, quantity, amount_fen, "   \
    "spec) VALUES (1, 1, 1, 1, 1, 100, 100000, '50U'), (1, 2, 1, 2, 2, 3, 100, NULL),"              \
    " (1, 3, 1, 3, 3, 5, 100200, NULL);"                                                            \
    "INSERT INTO counter VALUES (0, 'item', 4), (0, 'supplier', 2), (0, 'paper', 7), (1, "          \
    "'purchase', 2), (1, 'purchase_line', 4);"

static struct clinic clinic;
static struct err err;
static struct paper_rules papers;
static struct coldchain chain;
static const struct zone *zone;
static struct order order;
static struct reading hour[13];

static void
setup(void)
{
    clinic_open(&clinic, OPEN);
    err_clear(&err);
    OK(paper_rules_load(&clinic.arena, &clinic.packs, true, &papers, &err));
    OK(coldchain_load(&clinic.arena, &clinic.packs, &chain, &err));
    zone = zone_load(&clinic.arena, "Asia/Shanghai", &err);
    ck_assert_ptr_nonnull(zone);
    for (int i = 0; i < 13; i++)
        hour[i] = (struct reading){TEN - 3600 + 300 * i, 5000, i + 2};
}

static void
teardown(void)
{
    clinic_close(&clinic);
}

static struct receive_record record;
static struct receive_line lines[3];

/* A delivery of these lines, with a good record of the last hour. */
static struct receive_case
delivery(const char *first, const char *second)
{
    struct receive_case given = {.store_id = 1,
                                 .at = TEN,
                                 .day = DAY,
                                 .transport = {TEN - 3600, TEN},
                                 .lines = lines,
                                 .records = &record,
                                 .record_count = 1,
                                 .remaining_days = 90};
    record = (struct receive_record){
        .storage = "cold", .file = "l.csv", .hash = "00", .readings = {hour, 13, 0}};
    OK(order_find(clinic.db, &clinic.arena, 1, "PO1", &order, &err));
    given.order = &order;
    OK(receive_line_parse(clinic.db, &clinic.arena, DAY, first, &lines[given.count++], &err));
    if (second)
        OK(receive_line_parse(clinic.db, &clinic.arena, DAY, second, &lines[given.count++], &err));
    return given;
}

static const char *
judged(struct receive_case *given)
{
    struct receive_list list = {0};
    OK(receive_judge(clinic.db, &clinic.arena, &papers, &chain, zone, given, &list, &err));
    return receive_codes(&clinic.arena, &list);
}

/* ---- each condition ------------------------------------------------------------------------------------------ */

#define COLD "I1=100@L1,made=2025-01-01,expires=2026-12-31"
static const struct condition {
    const char *wanted; /* "" it comes in */
    const char *change; /* of what is on file; NULL: none */
    const char *line;
} conditions[] = {
    {"", NULL, COLD},
    {"", NULL, "I2=3@N1,made=2025-01-01,expires=2026-12-31"},
    {"", NULL, "I3=5@LI,made=2025-01-01,expires=2026-12-31"},
    /* the order */
    {"order", "UPDATE purchase SET state = 'draft'", COLD},
    {"order", "UPDATE purchase SET state = 'closed'", COLD},
    {"order", "UPDATE purchase SET state = 'cancelled'", COLD},
    {"order-item:I1", "UPDATE purchase_line SET purchase_id = 1, item_id = 2 WHERE id = 1", COLD},
    {"order-quantity:I1", NULL, "I1=101@L1,made=2025-01-01,expires=2026-12-31"},
    {"", NULL, "I1=2瓶@L1,made=2025-01-01,expires=2026-12-31"},
    {"order-quantity:I1", "UPDATE purchase_line SET received = 1 WHERE id = 1", COLD},
    {"", "UPDATE purchase_line SET received = 1 WHERE id = 1",
     "I1=99@L1,made=2025-01-01,expires=2026-12-31"},
    {"", NULL, COLD ",price=10.00"},
    {"order-price:I1", NULL, COLD ",price=10.01"},
    {"order-price:I1", NULL, COLD ",price=9.99"},
    {"", NULL, "I2=1@N1,made=2025-01-01,expires=2026-12-31,price=0.33"}, /* of 1.00 for 3 */
    {"", NULL, "I2=1@N1,made=2025-01-01,expires=2026-12-31,price=0.34"},
    {"order-price:I2", NULL, "I2=1@N1,made=2025-01-01,expires=2026-12-31,price=0.35"},
    {"", NULL, COLD ",spec=50U"},
    {"order-spec:I1", NULL, COLD ",spec=100U"},
    /* papers: P1 holds through that very day */
    {"supplier-papers:I1", "UPDATE paper SET valid_to = 20239 WHERE number = 'P1'", COLD},
    {"supplier-papers:I1",
     "UPDATE paper SET valid_from = 20241, valid_to = 20241 WHERE number = 'P1'", COLD},
    {"", "UPDATE paper SET valid_from = 20240 WHERE number = 'P1'", COLD},
    {"supplier-papers:I1", "DELETE FROM paper WHERE number = 'P3'", COLD},
    {"supplier-papers:I1", "UPDATE item SET controlled = 1 WHERE id = 1", COLD},
    {"supplier-papers:I2", "UPDATE paper SET item_id = 1 WHERE number = 'P5'",
     "I2=3@N1,made=2025-01-01,expires=2026-12-31"},
    {"lot-papers:I3", NULL, "I3=5@LJ,made=2025-01-01,expires=2026-12-31"},
    {"lot-papers:I3", "DELETE FROM paper WHERE number = 'P6'",
     "I3=5@LI,made=2025-01-01,expires=2026-12-31"},
    /* registration */
    {"registration:I1", "UPDATE item SET registration_no = NULL WHERE id = 1", COLD},
    {"registration:I1", "UPDATE item SET registration_no = '国药准字S2020001' WHERE id = 1", COLD},
    {"", NULL, COLD ",registration=国药准字S20200001"},
    {"registration-label:I1", NULL, COLD ",registration=国药准字S20200002"},
    /* the label */
    {"lot:I1", NULL, "I1=100,made=2025-01-01,expires=2026-12-31"},
    {"lot:I1", NULL, "I1=100@,made=2025-01-01,expires=2026-12-31"},
    {"made:I1", NULL, "I1=100@L1,expires=2026-12-31"},
    {"expires:I1", NULL, "I1=100@L1,made=2025-01-01"},
    {"", NULL, "I1=100@L1,made=2025-06-01,expires=2026-12-31"}, /* made today */
    {"dates:I1", NULL, "I1=100@L1,made=2025-06-02,expires=2026-12-31"},
    {"dates:I1", NULL, "I1=100@L1,made=2025-01-01,expires=2025-05-31"},
    {"life:I1", NULL, "I1=100@L1,made=2025-01-01,expires=2025-06-01"}, /* it is not over today */
    {"", NULL, "I1=100@L1,made=2025-01-01,expires=2025-08-30"},        /* 90 days */
    {"life:I1", NULL, "I1=100@L1,made=2025-01-01,expires=2025-08-29"},
    {"", "UPDATE item SET remaining_days = 0 WHERE id = 1",
     "I1=100@L1,made=2025-01-01,expires=2025-06-01"},
    {"life:I1", "UPDATE item SET remaining_days = 1 WHERE id = 1",
     "I1=100@L1,made=2025-01-01,expires=2025-06-01"},
/* the lot as it is known */
#define KNOWN(store, expires, state)                                                               \
    "INSERT INTO lot (store_id, id, item_id, code, made_on, expires_on, received_on, quantity, "   \
    "cost_fen, state) VALUES (" store ", 1, 1, 'L1', 20089, " expires ", 20200, 5, 5, '" state     \
    "')"
    {"", KNOWN("1", "20818", "ok"), COLD},
    {"lot-dates:I1", KNOWN("1", "20817", "ok"), COLD},
    {"", KNOWN("2", "20817", "ok"), COLD}, /* another store's label is its own matter */
    {"lot-state:I1", KNOWN("1", "20818", "recalled"), COLD},
    {"lot-state:I1", KNOWN("2", "20818", "recalled"), COLD}, /* recalled is recalled everywhere */
    {"lot-state:I1", KNOWN("1", "20818", "quarantined"), COLD},
    {"", KNOWN("2", "20818", "quarantined"), COLD},
    {"lot-dates:I1", KNOWN("1", "20818", "ok"), "I1=100@L1,made=2025-01-02,expires=2026-12-31"},
};

START_TEST(test_receive_conditions)
{
    const struct condition *one = &conditions[_i];
    if (one->change)
        OK(db_script(clinic.db, one->change, &err));
    struct receive_case given = delivery(one->line, NULL);
    ck_assert_str_eq(judged(&given), one->wanted);
}
END_TEST

/* Cold chain: the record and the lot, one missing is refused, and so is a record that does not do. */
START_TEST(test_receive_cold)
{
    struct receive_case given = delivery(COLD, NULL);
    given.record_count = 0;
    ck_assert_str_eq(judged(&given), "temperature:I1");
    given = delivery("I1=100,made=2025-01-01,expires=2026-12-31", NULL);
    given.record_count = 0;
    ck_assert_str_eq(judged(&given), "lot:I1 temperature:I1");
    given = delivery(COLD, NULL);
    record.storage = "frozen"; /* of another box */
    ck_assert_str_eq(judged(&given), "temperature:I1");
    given = delivery(COLD, NULL);
    given.transport.shipped_at = TEMPERATURE_NO_TIME;
    ck_assert_str_eq(judged(&given), "temperature-cover:I1");
    given = delivery(COLD, NULL);
    hour[5].mdeg = 8001;
    ck_assert_str_eq(judged(&given), "temperature-limits:I1");
    hour[5].mdeg = 8000;
    given = delivery(COLD, NULL);
    ck_assert_str_eq(judged(&given), "");
    hour[12].at += 1;
    ck_assert_str_eq(judged(&given), "temperature-gap:I1");
    hour[12].at -= 1;
    given = delivery(COLD, NULL);
    given.transport.arrived_at = TEN + 301;
    ck_assert_str_eq(judged(&given), "temperature-cover:I1");
    given.transport.arrived_at = TEN + 300;
    ck_assert_str_eq(judged(&given), "");
    given.transport.arrived_at = TEN - 601;
    ck_assert_str_eq(judged(&given), "temperature-clock:I1");
}
END_TEST

/* What was not cold needs none, and what the item itself allows is let in. */
START_TEST(test_receive_cold_own)
{
    struct receive_case given = delivery("I2=3@N1,made=2025-01-01,expires=2026-12-31", NULL);
    given.record_count = 0;
    given.transport.shipped_at = TEMPERATURE_NO_TIME;
    ck_assert_str_eq(judged(&given), "");
    hour[5].mdeg = 9000; /* ten minutes out, as a door that stood open */
    given = delivery(COLD, NULL);
    ck_assert_str_eq(judged(&given), "temperature-limits:I1");
    OK(db_script(clinic.db,
                 "UPDATE item SET excursion_minutes = 10, excursion_max_mdeg = 9000 WHERE id = 1",
                 &err));
    given = delivery(COLD, NULL);
    ck_assert_str_eq(judged(&given), "");
    OK(db_script(clinic.db, "UPDATE item SET excursion_minutes = 9 WHERE id = 1", &err));
    given = delivery(COLD, NULL);
    ck_assert_str_eq(judged(&given), "temperature-time:I1");
    OK(db_script(clinic.db, "UPDATE item SET temp_max_mdeg = 9000 WHERE id = 1", &err));
    given = delivery(COLD, NULL);
    ck_assert_str_eq(judged(&given), ""); /* its own label says so */
    hour[0].mdeg = hour[1].mdeg = 8900;
    OK(db_script(clinic.db,
                 "UPDATE item SET temp_max_mdeg = NULL, excursion_minutes = 600, "
                 "excursion_max_mdeg = 30000 WHERE id = 1",
                 &err));
    for (int i = 0; i < 13; i++)
        hour[i].mdeg = i % 2 ? 5000 : 12000;
    given = delivery(COLD, NULL);
    ck_assert_str_eq(judged(&given), "temperature-kinetic:I1");
}
END_TEST

/* All of it is named at once, in order, each once. */
START_TEST(test_receive_all)
{
    struct receive_list list = {0};
    struct receive_case given =
        delivery("I1=101,expires=2025-06-30,price=11.00", "I3=5@LX,made=2025-01-01");
    given.record_count = 0;
    given.transport.shipped_at = TEMPERATURE_NO_TIME;
    OK(receive_judge(clinic.db, &clinic.arena, &papers, &chain, zone, &given, &list, &err));
    ck_assert_str_eq(
        receive_codes(&clinic.arena, &list),
        "order-quantity:I1 order-price:I1 lot:I1 lot-papers:I3 made:I1 expires:I3 life:I1 "
        "temperature:I1");
    ck_assert_int_eq(receive_refuse(&clinic.arena, &list, &err), -1);
    ck_assert_ptr_nonnull(
        strstr(err.text, "refused, and nothing moved: order-quantity: I1: 101 U came"));
    ck_assert_ptr_null(strchr(err.text, '\n'));
    ck_assert_int_eq(err.kind, ERR_DATA);
}
END_TEST

/* ---- what a scanner reads --------------------------------------------------------------------------------- */

#define LABEL "(01)06901234567892(11)250101(17)261231(10)L1(21)S"
static const struct scanned {
    const char *wanted;
    const char *codes[3]; /* up to NULL */
    const char *line;     /* beside them; NULL: none */
} scans[] = {
    {"", {LABEL "1"}, NULL},
    {"", {LABEL "1", LABEL "2"}, "I1=100,price=10.00"},
    {"scan-item:06905550000019", {"(01)06905550000019(10)L1"}, NULL},
    {"scan-line:I1", {LABEL "1"}, "I1=60"},
    {"scan-unit:I1", {LABEL "1", LABEL "1"}, NULL},
};

START_TEST(test_receive_scan)
{
    const struct scanned *scanned = &scans[_i];
    struct receive_list list = {0};
    struct receive_case given = delivery(scanned->line ? scanned->line : "I1=1", NULL);
    if (!scanned->line)
        given.count = 0;
    OK(db_script(clinic.db, "UPDATE item SET gtin = '06901234567892' WHERE id = 1", &err));
    struct receive_scan *scanning = receive_scan_begin(clinic.db, &clinic.arena, DAY, &list);
    for (int i = 0; i < 3 && scanned->codes[i]; i++)
        OK(receive_scan_code(scanning, "l.txt:1", scanned->codes[i], strlen(scanned->codes[i]),
                             &err));
    OK(receive_scan_end(scanning, &given, &err));
    OK(receive_judge(clinic.db, &clinic.arena, &papers, &chain, zone, &given, &list, &err));
    ck_assert_str_eq(receive_codes(&clinic.arena, &list), scanned->wanted);
}
END_TEST

/* Two lines of one item are one delivery of it. */
START_TEST(test_receive_two_lots)
{
    struct receive_case given = delivery("I1=60@L1,made=2025-01-01,expires=2026-12-31",
                                         "I1=40@L2,made=2025-01-01,expires=2026-12-31");
    ck_assert_str_eq(judged(&given), "");
    given = delivery("I1=60@L1,made=2025-01-01,expires=2026-12-31",
                     "I1=41@L2,made=2025-01-01,expires=2026-12-31");
    ck_assert_str_eq(judged(&given), "order-quantity:I1");
}
END_TEST

static bool
names(const char *wanted, enum receive_gate gate)
{
    const char *code = receive_info(gate)->code;
    return strlen(code) == strcspn(wanted, ":") && memcmp(wanted, code, strlen(code)) == 0;
}

/* Every gate has its words, its law and a code of its own; each code but `damage` is reached by a test here. */
START_TEST(test_receive_table)
{
    for (int i = 0; i < RECEIVE_GATES; i++) {
        const struct receive_info *info = receive_info((enum receive_gate)i);
        ck_assert_ptr_nonnull(info->code);
        ck_assert_ptr_nonnull(info->says);
        ck_assert_ptr_nonnull(info->law);
        for (int j = 0; j < i; j++)
            ck_assert_str_ne(info->code, receive_info((enum receive_gate)j)->code);
        for (int j = 0; j < TEMPERATURE_FAULTS; j++)
            if (i == RECEIVE_TEMPERATURE_CLOCK + j)
                ck_assert_str_eq(info->code, temperature_code((enum temperature_fault)j));
    }
    for (int i = RECEIVE_ORDER; i < RECEIVE_TEMPERATURE; i++) {
        bool reached = false;
        for (size_t j = 0; j < sizeof conditions / sizeof conditions[0]; j++)
            reached |= names(conditions[j].wanted, (enum receive_gate)i);
        for (size_t j = 0; j < sizeof scans / sizeof scans[0]; j++)
            reached |= names(scans[j].wanted, (enum receive_gate)i);
        ck_assert_msg(reached, "%s: no test", receive_info((enum receive_gate)i)->code);
    }
}
END_TEST

/* The manual's table is this one. */
START_TEST(test_receive_manual)
{
    static char manual[65536];
    FILE *file = fopen("share/man/medi-stock-receive.mdoc", "r");
    ck_assert_ptr_nonnull(file);
    manual[fread(manual, 1, sizeof manual - 1, file)] = '\0';
    fclose(file);
    for (int i = 0; i < RECEIVE_GATES; i++) {
        const struct receive_info *info = receive_info((enum receive_gate)i);
        const char *row = arena_printf(&clinic.arena, "\n.It Li %s Ta %s Ta %s\n", info->code,
                                       info->says, info->law);
        ck_assert_msg(strstr(manual, row) != NULL, "not in the manual: %s", row);
    }
}
END_TEST

/* ---- lines as they are written ------------------------------------------------------------------------------- */

static const struct {
    const char *text;
    enum err_kind kind;
    const char *words;
} bad_lines[] = {
    {"I1", ERR_USAGE, "must be ITEM=QUANTITY"},
    {"=5@L", ERR_USAGE, "must be ITEM=QUANTITY"},
    {"I9=5@L", ERR_DATA, "I9: no such item"},
    {"I1=@L", ERR_DATA, "whole number"},
    {"I1=-5@L", ERR_DATA, "whole number"},
    {"I1=1.5@L", ERR_DATA, "whole number"},
    {"I1=5箱@L", ERR_DATA, "is not counted in 箱"},
    {"I1=5@L,made=2025-02-30", ERR_DATA, "made: 2025-02-30: no day"},
    {"I1=5@L,price=1.234", ERR_DATA, "1.234"},
    {"I1=5@L,price=-1", ERR_DATA, "out of range"},
    {"I1=5@L,made=", ERR_USAGE, "must be NAME=VALUE"},
    {"I1=5@L,mode=5", ERR_USAGE, "mode: there are made, expires"},
};

START_TEST(test_receive_lines)
{
    FAILS(receive_line_parse(clinic.db, &clinic.arena, DAY, bad_lines[_i].text, &lines[0], &err),
          bad_lines[_i].kind, bad_lines[_i].words);
}
END_TEST

START_TEST(test_receive_line_words)
{
    OK(receive_line_parse(clinic.db, &clinic.arena, DAY,
                          "I1=2瓶@A,b-1,price=1,280.00,place=冰箱 1,spec=50U,made=2025年1月2日",
                          &lines[0], &err));
    ck_assert_str_eq(lines[0].lot, "A,b-1"); /* a comma within a lot is the lot's */
    ck_assert_int_eq(lines[0].quantity, 100);
    ck_assert_int_eq(lines[0].amount_fen, 256000);
    ck_assert_str_eq(lines[0].place, "冰箱 1");
    ck_assert_int_eq(lines[0].made_on, 20090);
    ck_assert_int_eq(lines[0].expires_on, RECEIVE_NO_DAY);
}
END_TEST

/* ---- coming in ------------------------------------------------------------------------------------------------- */

#define ASK(sql, wanted) ck_assert_str_eq(clinic_ask(&clinic, sql), wanted)

static int
receive(const char *code, const char *first, const char *second, const char *reasons, bool *closed)
{
    const struct receive_note note = {.code = code, .by = "a", .reasons = reasons};
    struct receive_case given = delivery(first, second);
    judged(&given);
    return receive_write(clinic.db, &clinic.arena, &given, &note, closed, &err);
}

static void
begin(void)
{
    OK(db_begin(clinic.db, &err));
}

/* In parts, in any parts: lots hold what came, the parts cost what the line cost, and the last closes the order. */
START_TEST(test_receive_parts)
{
    bool closed;
    begin();
    OK(receive("R1", "I2=1@N1,made=2025-01-01,expires=2026-12-31", NULL, NULL, &closed));
    ck_assert(!closed);
    OK(receive("R2", "I2=1@N1,made=2025-01-01,expires=2026-12-31", NULL, NULL, &closed));
    OK(receive("R3", "I2=1@N2,made=2025-01-01,expires=2026-12-31", COLD, NULL, &closed));
    ck_assert(!closed);
    ASK("SELECT state FROM purchase", "approved");
    OK(receive("R4", "I3=5@LI,made=2025-01-01,expires=2026-12-31", NULL, NULL, &closed));
    ck_assert(closed);
    ASK("SELECT state || ' ' || ended_at FROM purchase", "closed 1748743200");
    ASK("SELECT SUM(amount_fen) FROM receipt_line WHERE item_id = 2", "100");
    ASK("SELECT SUM(amount_fen) FROM receipt_line", "200300");
    ASK("SELECT quantity || ' ' || moved || ' ' || cost_fen || ' ' || moved_fen FROM lot WHERE "
        "code = "
        "'N1'",
        "1 1 33 34");
    ASK("SELECT kind || ' ' || quantity || ' ' || cost_fen || ' ' || reason FROM stock_move",
        "receipt 1 34 R2");
    ASK("SELECT COUNT(*) FROM temperature", "1");
    ASK("SELECT readings || ' ' || passed || ' ' || mkt_mdeg FROM temperature", "13 1 5000");
    ASK("SELECT received || '/' || quantity FROM purchase_line WHERE item_id = 1", "100/100");
}
END_TEST

/* A code is received once; a refusal is a record, and moves nothing. */
START_TEST(test_receive_once)
{
    bool closed;
    begin();
    OK(receive("R1", "I1=50@L1,made=2025-01-01,expires=2026-12-31", NULL, NULL, &closed));
    FAILS(receive("R1", "I1=50@L1,made=2025-01-01,expires=2026-12-31", NULL, NULL, &closed),
          ERR_DATA, "R1: was received already");
    OK(receive("R2", "I1=10@L2", NULL, "made:I1", &closed));
    FAILS(receive("R2", "I1=10@L2,made=2025-01-01,expires=2026-12-31", NULL, NULL, &closed),
          ERR_DATA, "R2: was refused already");
    ASK("SELECT COUNT(*) FROM lot", "1");
    ASK("SELECT SUM(quantity + moved) FROM lot", "50");
    ASK("SELECT received FROM purchase_line WHERE id = 1", "50");
    ASK("SELECT state || ' ' || reasons FROM receipt WHERE code = 'R2'", "refused made:I1");
    ASK("SELECT label || ' ' || quantity || ' ' || COALESCE(lot_id, 0) FROM receipt_line WHERE "
        "receipt_id = 2",
        "L2 10 0");
}
END_TEST

/* What another received meanwhile cannot be received again, whatever was judged. */
START_TEST(test_receive_overtaken)
{
    bool closed;
    const struct receive_note note = {.code = "R1", .by = "a"};
    struct receive_case given = delivery(COLD, NULL);
    ck_assert_str_eq(judged(&given), "");
    OK(db_script(clinic.db, "UPDATE purchase_line SET received = 1 WHERE id = 1", &err));
    begin();
    FAILS(receive_write(clinic.db, &clinic.arena, &given, &note, &closed, &err), ERR_DATA,
          "order-quantity: I1: another received it meanwhile");
}
END_TEST

/* The same lot at another price: what was used before keeps its cost, what is used after costs the mean of what is
 * there, and all of it together what was paid. */
START_TEST(test_receive_mean_cost)
{
    struct stock_plan plan;
    struct stock_found found;
    bool closed;
    struct stock_want want = {.item_id = 1, .quantity = 40, .at = TEN, .day = DAY};
    const struct stock_note use = {.kind = "issue", .at = TEN, .day = DAY};
    begin();
    OK(receive("R1", "I1=50@L1,made=2025-01-01,expires=2026-12-31,price=10.00", NULL, NULL,
               &closed));
    stock_plan_init(&plan, &clinic.arena, 1);
    ck_assert_int_eq(stock_plan_add(clinic.db, &plan, &want, &found, &err), 1);
    OK(stock_issue(clinic.db, &plan, &use, &err));
    ASK("SELECT SUM(cost_fen) FROM stock_move", "-40000");
    OK(receive("R2", "I1=50@L1,made=2025-01-01,expires=2026-12-31,price=22.00", NULL, NULL,
               &closed));
    ASK("SELECT (quantity + moved) || ' ' || (cost_fen + moved_fen) || ' ' || share_of || ' ' || "
        "share_fen "
        "FROM lot",
        "60 120000 60 120000");
    int64_t sum = 0;
    for (int i = 0; i < 60; i += 7) {
        want.quantity = i + 7 <= 60 ? 7 : 60 - i;
        stock_plan_init(&plan, &clinic.arena, 1);
        ck_assert_int_eq(stock_plan_add(clinic.db, &plan, &want, &found, &err), 1);
        OK(stock_issue(clinic.db, &plan, &use, &err));
        for (int j = 0; j < plan.count; j++)
            sum += plan.pieces[j].cost_fen;
        if (i == 0)
            ck_assert_int_eq(sum, 14000);
    }
    ck_assert_int_eq(sum, 120000);
    ASK("SELECT (quantity + moved) || ' ' || (cost_fen + moved_fen) FROM lot", "0 0");
}
END_TEST

Suite *
receive_suite(void)
{
    Suite *suite = suite_create("receive");
    TCase *all = clinic_case("receive", setup, teardown);
    tcase_add_loop_test(all, test_receive_conditions, 0,
                        (int)(sizeof conditions / sizeof conditions[0]));
    tcase_add_test(all, test_receive_cold);
    tcase_add_test(all, test_receive_cold_own);
    tcase_add_test(all, test_receive_all);
    tcase_add_loop_test(all, test_receive_scan, 0, (int)(sizeof scans / sizeof scans[0]));
    tcase_add_test(all, test_receive_two_lots);
    tcase_add_test(all, test_receive_table);
    tcase_add_test(all, test_receive_manual);
    tcase_add_loop_test(all, test_receive_lines, 0, (int)(sizeof bad_lines / sizeof bad_lines[0]));
    tcase_add_test(all, test_receive_line_words);
    tcase_add_test(all, test_receive_parts);
    tcase_add_test(all, test_receive_once);
    tcase_add_test(all, test_receive_overtaken);
    tcase_add_test(all, test_receive_mean_cost);
    suite_add_tcase(suite, all);
    return suite;
}
