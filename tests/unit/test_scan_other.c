/* Codes of others: EAN and UPC, HIBC, MA, EPC. */
#include "scans.h"

Suite *scan_other_suite(void);

static const struct scan_want good[] = {
    /* EAN, UPC, ITF */
    {"]E05901234123457", "ean13", NULL, "05901234123457", NULL, NULL, NULL},
    {"]E496385074", "ean8", NULL, "00000096385074", NULL, NULL, NULL},
    {"]E3590123412345712", "ean13", NULL, "05901234123457", NULL, NULL, NULL},
    {"]E3590123412345712345", "ean13", NULL, "05901234123457", NULL, NULL, NULL},
    {"]E05901234123457|]e017271231\x1d"
     "10A",
     "ean13", "(17)271231(10)A", "05901234123457", "A", "2027-12-31", NULL},
    {"]I110614141123459", "itf14", NULL, "10614141123459", NULL, NULL, NULL},
    {"00012348", "ean8", NULL, "00000000012348", NULL, NULL, NULL},
    {"5901234123457", "ean13", NULL, "05901234123457", NULL, NULL, NULL},
    {"96385074", "ean8", NULL, "00000096385074", NULL, NULL, NULL},
    {"012345678905", "upca", NULL, "00012345678905", NULL, NULL, NULL},
    {"10614141123459", "itf14", NULL, "10614141123459", NULL, NULL, NULL},
    /* UPC-E by its last digit: 0 to 2, 3, 4, 5 to 9 */
    {"04252614", "upce", NULL, "00042100005264", NULL, NULL, NULL},
    {"01234531", "upce", NULL, "00012300000451", NULL, NULL, NULL},
    {"01234543", "upce", NULL, "00012340000053", NULL, NULL, NULL},
    {"01234558", "upce", NULL, "00012345000058", NULL, NULL, NULL},
    /* HIBC: primary; one behind the other; joined; alone */
    {"+A123BJC5D6E71G", "hibc", NULL, NULL, NULL, NULL, NULL},
    {"]C0+A123BJC5D6E71G", "hibc", NULL, NULL, NULL, NULL, NULL},
    {"+A123BJC5D6E71G+$$3261231LOT9GL", "hibc", NULL, NULL, "LOT9", "2026-12-31", NULL},
    {"+$$3261231LOT9GL", "hibc", NULL, NULL, "LOT9", "2026-12-31", NULL},
    {"+$$2123126LOT9GK", "hibc", NULL, NULL, "LOT9", "2026-12-31", NULL},
    {"+$$1226LOT9GE", "hibc", NULL, NULL, "LOT9", "2026-12-01", NULL},
    {"+$$426123123LOT9GR", "hibc", NULL, NULL, "LOT9", "2026-12-31", NULL},
    {"+$$62636509LOT9G/", "hibc", NULL, NULL, "LOT9", "2026-12-31", NULL},
    {"+$LOT9G7", "hibc", NULL, NULL, "LOT9", NULL, NULL},
    {"+$+SER9G0", "hibc", NULL, NULL, NULL, NULL, "SER9"},
    {"+$$+3261231SER9GE", "hibc", NULL, NULL, NULL, "2026-12-31", "SER9"},
    {"+26365XGQ", "hibc", NULL, NULL, "X", "2026-12-31", NULL},
    {"+$$9001003261231XGO", "hibc", NULL, NULL, "X", "2026-12-31", NULL},
    {"+$$8123261231XGP", "hibc", NULL, NULL, "X", "2026-12-31", NULL},
    {"+A123BJC5D6E71/$$3261231LOT9/SSER1/16D20260101/Q12+", "hibc", NULL, NULL, "LOT9",
     "2026-12-31", "SER1"},
    /* MA */
    {"MA.156.M0.100761.21234561", "ma", NULL, NULL, NULL, NULL, NULL},
    {"MA.156.M0.100761.21234561.S01.M260110.L9A.E280110.C3", "ma", NULL, NULL, "9A", "2028-01-10",
     "01"},
    {"]Q1MA.156.M0.100761.21234561.L9A.S01.V280109", "ma", NULL, NULL, "9A", "2028-01-09", "01"},
    /* EPC, in 96 and 198 bits */
    {"3074257BF7194E4000001A85", "epc", "(01)80614141123458(21)6789", "80614141123458", NULL, NULL,
     "6789"},
    {"3075A537C837757FFFFFFFFF", "epc", "(01)06901234567892(21)274877906943", "06901234567892",
     NULL, NULL, "274877906943"},
    {"3075a537c837757fffffffff", "epc", "(01)06901234567892(21)274877906943", "06901234567892",
     NULL, NULL, "274877906943"},
    {"3175A537C8499602D2000000", "epc", "(00)169012342345678902", NULL, NULL, NULL, NULL},
    {"3315A537C80C0E400000162E", "epc", "(8003)069012341234565678", NULL, NULL, NULL, NULL},
    {"3674257BF6B7A659B2C2BF100000000000000000000000000000", "epc", "(01)70614141123451(21)32a/b",
     "70614141123451", NULL, NULL, "32a/b"},
};

START_TEST(test_good)
{
    scan_expect(&good[_i], &scan_in_2026);
}
END_TEST

static const struct scan_bad bad[] = {
    {"]E0", "short", NULL},
    {"]E0590123412345", "short", NULL},
    {"]E05901234123458", "check-digit", NULL},
    {"]E059012341234571", "long", NULL},
    {"]E0590123412345x", "character", NULL},
    {"]E05901234123457|]e017271331", "date", "17"},
    {"]E05901234123457|]e0", "empty", NULL},
    {"]E35901234123457123", "long", NULL},
    {"]E359012341234571x", "character", NULL},
    {"]E112", "short", NULL},
    {"]I110614141123458", "check-digit", NULL},
    {"04252615", "check-digit", NULL},
    /* HIBC */
    {"+", "short", NULL},
    {"+A", "syntax", NULL},
    {"+A123BJC5D6E71H", "check-digit", NULL},
    {"+A123BJC5D6E71g", "character", NULL},
    {"+A123BJC5D6E71H+$$3261231LOT9GL", "check-digit", NULL},
    {"+A123BJC5D6E71G+$$3261231LOT9GM", "check-digit", NULL},
    {"+A123BJC5D6E71G+$$3261231LOT9HM", "link", NULL},
    {"+1123BJC5D6E71G", "check-digit", NULL},
    {"+26366XGR", "date", NULL},
    {"+$$3261301XGC", "date", NULL},
    {"+A123BJC5D6E71/$$3261231LOT9/S-", "check-digit", NULL},
    {"+A123BJC5D6E71/16D202602305", "date", NULL},
    {"+$X", "short", NULL},
    /* MA */
    {"MA.", "short", NULL},
    {"MA.156.M0.100761", "short", NULL},
    {"MA.CHN.M0.100761.21234561", "value", NULL},
    {"MA.156..100761.21234561", "no-value", NULL},
    {"MA.156.M0.100761.21234561.", "no-value", NULL},
    {"MA.156.M0.100761.21234561.E280230", "date", NULL},
    {"MA.156.M0.100761.21234561.E2802", "date", NULL},
    {"MA.156.M0.100761.21234561.E280200", "date", NULL},
    {"MA.156.M0.100761.21234561.X1", "value", NULL},
    {"MA.156.M0.100761.21234561.L1.L2", "repeat", NULL},
    {"MA.156.M0.100761.21234561.C34", "check-digit", NULL},
    {"MA.156.M0.100761.2123 4561", "no-value", NULL},
    /* EPC: a partition of 7, too many digits, bits behind the end, a gap in the serial */
    {"307C257BF7194E4000001A85", "value", NULL},
    {"3077FFFFF837757FFFFFFFFF", "value", NULL},
    {"3175A537C8499602D2000001", "value", NULL},
    {"3675A537C8377560808400000000000000000000000000000000", "character", NULL},
    {"3675A537C8377540000000000000000000000000000000000000", "no-value", "21"},
    {"3A75A537C837757FFFFFFFFF", "unknown-code", NULL},
    {"3075A537C837757FFFFFFFF", "unknown-code", NULL},
};

START_TEST(test_bad)
{
    scan_expect_bad(&bad[_i], &scan_in_2026);
}
END_TEST

/* ---- what else they say ----------------------------------------------------------------------------- */

START_TEST(test_details)
{
    static struct scan scan;
    char room[16];
    const char *hibc = "+A123BJC5D6E71/$$3261231LOT9/SSER1/16D20260101/Q12+";
    const char *ma = "MA.156.M0.100761.21234561.S01.P260110.L9A.E280110.V280109";
    ck_assert(scan_decode(&scan, &scan_in_2026, hibc, strlen(hibc)));
    scan_same("owner", &scan.owner, "A123");
    scan_same("product", &scan.product, "BJC5D6E7");
    scan_same("unit", &scan.unit, "1");
    ck_assert_int_eq(scan.quantity, 12);
    ck_assert_str_eq(scan_day(scan.made, room), "2026-01-01");
    ck_assert(scan_decode(&scan, &scan_in_2026, ma, strlen(ma)));
    scan_same("owner", &scan.owner, "100761");
    scan_same("product", &scan.product, "MA.156.M0.100761.21234561");
    ck_assert_str_eq(scan_day(scan.made, room), "2026-01-10");
    ck_assert_str_eq(scan_day(scan.expiry, room), "2028-01-10");
}
END_TEST

/* Any one character of a HIBC code misread is found, as modulo 43 promises. */
START_TEST(test_hibc_misread)
{
    static const char signs[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/%";
    static const char code[] = "+A123BJC5D6E71/$$3261231LOT9/SSER1/16D20260101/Q12+";
    char text[sizeof code];
    for (size_t at = 1; at < sizeof code - 1; at++)
        for (const char *sign = signs; *sign; sign++) {
            strcpy(text, code);
            if (text[at] == *sign)
                continue;
            text[at] = *sign;
            ck_assert_msg(!scan_is_good(text, strlen(text)), "%s", text);
        }
}
END_TEST

START_TEST(test_cut_and_changed)
{
    unsigned seed = 1;
    char text[128];
    size_t length = strlen(good[_i].input);
    for (size_t i = 0; i <= length; i++)
        scan_is_good(good[_i].input, i);
    for (int round = 0; round < 300; round++) {
        strcpy(text, good[_i].input);
        for (int changes = 0; changes <= round % 3; changes++)
            text[(size_t)rand_r(&seed) % length] = (char)rand_r(&seed);
        scan_is_good(text, length);
    }
}
END_TEST

/* ---- joining ---------------------------------------------------------------------------------------- */

/* Scans, joined: the bytes of each are gone when the next comes. What scan_join said of the last. */
static int
join(struct scan *whole, const char *const *codes)
{
    static struct scan part;
    int result = 1;
    for (int i = 0; codes[i]; i++) {
        char *bytes;
        ck_assert_msg(scan_copy(&part, &scan_in_2026, codes[i], strlen(codes[i]), &bytes), "%s",
                      codes[i]);
        if (i == 0)
            scan_start(whole, &part);
        else
            result = scan_join(whole, &part);
        memset(bytes, 'x', strlen(codes[i]));
        free(bytes);
    }
    return result;
}
#define CODES(...)                                                                                 \
    (const char *const[])                                                                          \
    {                                                                                              \
        __VA_ARGS__, NULL                                                                          \
    }

START_TEST(test_join)
{
    static struct scan whole;
    struct str ais = STR_INIT;
    char room[16];
    ck_assert_int_eq(join(&whole, CODES("]C10106901234567892", "]C117271231",
                                        "]C110A1\x1d"
                                        "21S")),
                     1);
    scan_bracketed(&whole, &ais);
    ck_assert_str_eq(ais.text, "(01)06901234567892(17)271231(10)A1(21)S");
    ck_assert_str_eq(whole.gtin, "06901234567892");
    scan_same("lot", &whole.lot, "A1");
    scan_same("serial", &whole.serial, "S");
    ck_assert_str_eq(scan_day(whole.expiry, room), "2027-12-31");
    str_release(&ais);
    ck_assert_int_eq(join(&whole, CODES("+A123BJC5D6E71G", "+$$3261231LOT9GL")), 1);
    scan_same("product", &whole.product, "BJC5D6E7");
    scan_same("lot", &whole.lot, "LOT9");
    ck_assert_int_eq(join(&whole, CODES("5901234123457", "(10)A")), 1);
    ck_assert_str_eq(whole.gtin, "05901234123457");
    scan_same("lot", &whole.lot, "A");
}
END_TEST

START_TEST(test_join_not)
{
    static struct scan whole;
    /* another product begins */
    ck_assert_int_eq(join(&whole, CODES("(01)06901234567892", "(01)06901234567892(17)271231")), 0);
    ck_assert_int_eq(join(&whole, CODES("(01)06901234567892", "5901234123457")), 0);
    ck_assert_int_eq(whole.fault, SCAN_FINE);
    /* what does not agree */
    ck_assert_int_eq(join(&whole, CODES("(01)06901234567892(10)A", "(10)B")), -1);
    ck_assert_int_eq(whole.fault, SCAN_REPEAT);
    ck_assert_int_eq(join(&whole, CODES("(01)06901234567892", "(37)5")), -1);
    ck_assert_int_eq(whole.fault, SCAN_PAIR);
    ck_assert_int_eq(join(&whole, CODES("+A123BJC5D6E71G", "(10)A")), -1);
    ck_assert_int_eq(whole.fault, SCAN_LINK);
    ck_assert_int_eq(join(&whole, CODES("+E203PB414109T", "+$$3261231LOT9GL")), -1);
    ck_assert_int_eq(whole.fault, SCAN_LINK);
    ck_assert_int_eq(join(&whole, CODES("(01)06901234567892", "]Q1hello")), -1);
    ck_assert_int_eq(whole.fault, SCAN_ORPHAN);
}
END_TEST

Suite *
scan_other_suite(void)
{
    Suite *suite = suite_create("scan_other");
    TCase *all = tcase_create("scan_other");
    tcase_add_loop_test(all, test_good, 0, sizeof good / sizeof *good);
    tcase_add_loop_test(all, test_bad, 0, sizeof bad / sizeof *bad);
    tcase_add_test(all, test_details);
    tcase_add_test(all, test_hibc_misread);
    tcase_add_loop_test(all, test_cut_and_changed, 0, sizeof good / sizeof *good);
    tcase_add_test(all, test_join);
    tcase_add_test(all, test_join_not);
    suite_add_tcase(suite, all);
    return suite;
}
