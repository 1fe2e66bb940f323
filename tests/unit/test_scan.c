/* Codes of GS1: element strings, brackets, links. */
#include "scans.h"

Suite *scan_suite(void);

#define GTIN "06901234567892"

static const struct scan_want good[] = {
    /* with an AIM prefix */
    {"]d201" GTIN "1727123110A26/09\x1d"
     "21S-1",
     "gs1", "(01)" GTIN "(17)271231(10)A26/09(21)S-1", GTIN, "A26/09", "2027-12-31", "S-1"},
    {"]C101" GTIN "17280200", "gs1", "(01)" GTIN "(17)280200", GTIN, NULL, "2028-02-29", NULL},
    {"]e001" GTIN "10A\x1d", "gs1", "(01)" GTIN "(10)A", GTIN, "A", NULL, NULL},
    {"]Q301" GTIN "\x1d"
     "10A",
     "gs1", "(01)" GTIN "(10)A", GTIN, "A", NULL, NULL},
    {"]J110A(1)", "gs1", "(10)A\\(1)", NULL, "A(1)", NULL, NULL},
    {"]d2010690123456789210A\x1d"
     "10A",
     "gs1", "(01)" GTIN "(10)A", GTIN, "A", NULL, NULL},
    {"]d201" GTIN "70032712312359\x1d"
     "10A",
     "gs1", "(01)" GTIN "(7003)2712312359(10)A", GTIN, "A", "2027-12-31", NULL},
    {"]d20000614141123456789002" GTIN "37120", "gs1", "(00)006141411234567890(02)" GTIN "(37)120",
     GTIN, NULL, NULL, NULL},
    {"]d28013"
     "1987654Ad4X4bL5ttr2310c2K",
     "gs1", "(8013)1987654Ad4X4bL5ttr2310c2K", NULL, NULL, NULL, NULL},
    {"]d28007GB82WEST12345698765432", "gs1", "(8007)GB82WEST12345698765432", NULL, NULL, NULL,
     NULL},
    {"]d2723001ABC", "gs1", "(7230)01ABC", NULL, NULL, NULL, NULL},
    {"]d28110106141416543213500110000310123196000", "gs1",
     "(8110)106141416543213500110000310123196000", NULL, NULL, NULL, NULL},
    {"]d24309"
     "1206100003"
     "3014560000",
     "gs1", "(4309)12061000033014560000", NULL, NULL, NULL, NULL},
    {"]d28003069012341234565678", "gs1", "(8003)069012341234565678", NULL, NULL, NULL, NULL},
    /* other beginnings */
    {"^01" GTIN "10A^17271231", "gs1", "(01)" GTIN "(10)A(17)271231", GTIN, "A", "2027-12-31",
     NULL},
    {"\x1d"
     "01" GTIN "10A\x1d"
     "17271231",
     "gs1", "(01)" GTIN "(10)A(17)271231", GTIN, "A", "2027-12-31", NULL},
    {"{GS}01" GTIN "10A{GS}17271231", "gs1", "(01)" GTIN "(10)A(17)271231", GTIN, "A", "2027-12-31",
     NULL},
    {"01" GTIN "10A|17271231", "gs1", "(01)" GTIN "(10)A(17)271231", GTIN, "A", "2027-12-31", NULL},
    {"01" GTIN "17271231", "gs1", "(01)" GTIN "(17)271231", GTIN, NULL, "2027-12-31", NULL},
    {"17271231", "gs1", "(17)271231", NULL, NULL, "2027-12-31", NULL},
    {"10A2609", "gs1", "(10)A2609", NULL, "A2609", NULL, NULL},
    /* brackets */
    {"(01)" GTIN "(17)271231(10)A2609", "gs1", "(01)" GTIN "(17)271231(10)A2609", GTIN, "A2609",
     "2027-12-31", NULL},
    {"(10)A\\(1)B(21)7", "gs1", "(10)A\\(1)B(21)7", NULL, "A(1)B", NULL, "7"},
    {"(01)" GTIN "(01)" GTIN, "gs1", "(01)" GTIN, GTIN, NULL, NULL, NULL},
    /* links */
    {"https://id.gs1.org/01/" GTIN "/10/A%2F1/21/7?17=271231", "gs1",
     "(01)" GTIN "(10)A/1(21)7(17)271231", GTIN, "A/1", "2027-12-31", "7"},
    {"HTTP://x.cn/a/b/01/" GTIN "?linkType=gs1:pip&17=271231#top", "gs1", "(01)" GTIN "(17)271231",
     GTIN, NULL, "2027-12-31", NULL},
    {"https://x.cn/01/" GTIN "?10x=1&single&99=a%22b", "gs1", "(01)" GTIN "(99)a\"b", GTIN, NULL,
     NULL, NULL},
    {"https://x.cn/01/" GTIN "/235/TPX", "gs1", "(01)" GTIN "(235)TPX", GTIN, NULL, NULL, NULL},
    {"https://x.cn/414/6901234567892/254/X1", "gs1", "(414)6901234567892(254)X1", NULL, NULL, NULL,
     NULL},
    {"]Q1https://x.cn/00/006141411234567890", "gs1", "(00)006141411234567890", NULL, NULL, NULL,
     NULL},
    /* symbols of any text, other URIs */
    {"]Q1hello world", "plain", NULL, NULL, NULL, NULL, NULL},
    {"]d1^TEST", "plain", NULL, NULL, NULL, NULL, NULL},
    {"]C0", "plain", NULL, NULL, NULL, NULL, NULL},
    {"ftp://x.cn/01/" GTIN, "uri", NULL, NULL, NULL, NULL, NULL},
};

START_TEST(test_good)
{
    scan_expect(&good[_i], &scan_in_2026);
}
END_TEST

static const struct scan_bad bad[] = {
    {"", "empty", NULL},
    {"]", "prefix", NULL},
    {"]d", "prefix", NULL},
    {"]d2", "empty", NULL},
    {"]XX123", "prefix", NULL},
    {"\x1d", "empty", NULL},
    {"^", "empty", NULL},
    {"ABC", "unknown-code", NULL},
    {"1", "unknown-code", NULL},
    {"]d2\x1d"
     "01" GTIN,
     "unknown-ai", NULL},
    {"]d201" GTIN "\x1d\x1d"
     "10A",
     "unknown-ai", NULL},
    {"]d20106901234567893", "check-digit", "01"},
    {"]d201069012345678", "short", "01"},
    {"]d2010690123456789x", "character", "01"},
    {"]d201x6901234567892", "character", "01"},
    {"]d217271331", "date", "17"},
    {"]d217270231", "date", "17"},
    {"]d217270000", "date", "17"},
    {"]d27003271200"
     "0000",
     "date", "7003"},
    {"]d270032712312460", "time", "7003"},
    {"]d270032712312360", "time", "7003"},
    {"]d210", "no-value", "10"},
    {"]d210\x1d"
     "17271231",
     "no-value", "10"},
    {"]d210A B", "character", "10"},
    {"]d210A^B", "character", "10"},
    {"]d210123456789012345678901", "long", "10"},
    /* the separator behind 30 is lost: what it swallows does not fit */
    {"]d201" GTIN "301210A", "character", "30"},
    {"]d201" GTIN "301217271231", "long", "30"},
    {"]d288A", "unknown-ai", NULL},
    {"]d201" GTIN "88A", "unknown-ai", NULL},
    {"]d201" GTIN "02" GTIN, "pair", "02"},
    {"]d201" GTIN "375", "pair", "01"},
    {"]d221A\x1d"
     "235B",
     "pair", "21"},
    {"]d2310012345631011234563102123456", "pair", "3100"},
    {"]d210A\x1d"
     "10B",
     "repeat", "10"},
    {"(253)6901234567892(8030)ABC", "pair", "253"},
    {"]d2422999", "value", "422"},
    {"]d27030998A", "value", "7030"},
    {"]d239100000000", "value", "3910"},
    {"]d24307ZZ", "value", "4307"},
    {"]d28006" GTIN "0302", "value", "8006"},
    {"]d28006" GTIN "0002", "value", "8006"},
    {"]d243090000000000"
     "3600000001",
     "value", "4309"},
    {"]d243091800000001"
     "0000000000",
     "value", "4309"},
    {"]d24300AB%2", "value", "4300"},
    {"]d28013"
     "1987654Ad4X4bL5ttr2310c2L",
     "check-digit", "8013"},
    {"]d28007GB82WEST12345698765433", "value", "8007"},
    {"]d28001123456789012"
     "21",
     "value", "8001"},
    {"]d28011012", "value", "8011"},
    {"]d272523", "value", "7252"},
    {"]d272582/1", "value", "7258"},
    {"]d272411"
     "1",
     "value", "7241"},
    {"]d28110106141416543213500110000310123196", "value", "8110"},
    {"]d2401ABC4", "value", "401"},
    {"]d28010abc", "character", "8010"},
    {"]d28030AB==", "character", "8030"},
    {"]d28014"
     "1234242",
     "check-digit", "8014"},
    {"]d28003169012341234565678", "value", "8003"},
    {"]d243304321001", "value", "4330"},
    /* brackets */
    {"(", "syntax", NULL},
    {"()", "syntax", NULL},
    {"(01)", "syntax", NULL},
    {"(01" GTIN, "syntax", NULL},
    {"(1)5", "unknown-ai", NULL},
    {"(1A)5", "unknown-ai", NULL},
    {"(01)" GTIN "(10)", "syntax", NULL},
    {"(01)(10)A", "no-value", "01"},
    {"(01)" GTIN "0", "long", "01"},
    {"(10)A\x1d", "character", "10"},
    /* links */
    {"http://", "link", NULL},
    {"http://a", "link", NULL},
    {"http:///01/" GTIN, "link", NULL},
    {"http://a/", "link", NULL},
    {"http://a/01/", "no-value", "01"},
    {"http://a_b/01/" GTIN, "link", NULL},
    {"http://a/01/" GTIN "/", "link", NULL},
    {"http://a/01/" GTIN "/21/7/10/A", "link", "01"},
    {"http://a/01/" GTIN "/22/7/235/A", "link", "01"},
    {"http://a/01/" GTIN "/17/271231", "link", "01"},
    {"http://a/01/" GTIN "?10=A", "link", "10"},
    {"http://a/00/006141411234567890?21=A", "link", "21"},
    {"http://a/01/" GTIN "?999=A", "unknown-ai", NULL},
    {"http://a/01/" GTIN "?17=271231&17=271231", "repeat", "17"},
    {"http://a/01/" GTIN "?99=a+b", "character", "99"},
    {"http://a/01/" GTIN "?99=%00", "character", "99"},
    {"http://a/01/" GTIN "?99=%", "ok", "99"},
    {"http://a/01/" GTIN "?99=", "no-value", "99"},
    {"http://a/01/" GTIN "?99=a b", "character", NULL},
    {"http://a/01/6901234567892", "short", "01"},
    {"http://a/01/06901234567893", "check-digit", "01"},
};

START_TEST(test_bad)
{
    if (strcmp(bad[_i].word, "ok") == 0) /* a lone % stays what it is */
        ck_assert(scan_is_good(bad[_i].input, strlen(bad[_i].input)));
    else
        scan_expect_bad(&bad[_i], &scan_in_2026);
}
END_TEST

/* ---- years ------------------------------------------------------------------------------------------ */

static const struct {
    int year;
    const char *yymmdd, *day;
} years[] = {
    {2026, "760101", "2076-01-01"}, {2026, "770101", "1977-01-01"}, {2026, "260101", "2026-01-01"},
    {2026, "000229", "2000-02-29"}, {1999, "490101", "2049-01-01"}, {1999, "500101", "1950-01-01"},
    {2051, "000101", "2100-01-01"}, {2051, "010101", "2101-01-01"}, {2051, "020101", "2002-01-01"},
    {2026, "271100", "2027-11-30"}, {2026, "270200", "2027-02-28"}, {2026, "271200", "2027-12-31"},
};

START_TEST(test_years)
{
    struct scan_options options = {.year = years[_i].year};
    char input[16];
    snprintf(input, sizeof input, "(17)%s", years[_i].yymmdd);
    struct scan_want want = {input, "gs1", input, NULL, NULL, years[_i].day, NULL};
    scan_expect(&want, &options);
}
END_TEST

/* ---- options ---------------------------------------------------------------------------------------- */

START_TEST(test_separators)
{
    struct scan_options options = {.year = 2026, .standins = 2, .standin = {"<GS>", "~1"}};
    static const struct scan_want want[] = {
        {"]d210A<GS>17271231", "gs1", "(10)A(17)271231", NULL, "A", "2027-12-31", NULL},
        {"<GS>10A~117271231", "gs1", "(10)A(17)271231", NULL, "A", "2027-12-31", NULL},
        {"10A\x1d"
         "17271231~1",
         "gs1", "(10)A(17)271231", NULL, "A", "2027-12-31", NULL},
    };
    for (size_t i = 0; i < sizeof want / sizeof *want; i++)
        scan_expect(&want[i], &options);
    /* unless it is said, these are characters of a lot */
    struct scan_want lot = {"]d210A<GS>1", "gs1", "(10)A<GS>1", NULL, "A<GS>1", NULL, NULL};
    scan_expect(&lot, &scan_in_2026);
}
END_TEST

START_TEST(test_serials_and_form)
{
    struct scan_options serials = {.year = 2026, .serials = true};
    struct scan_options gs1 = {.year = 2026, .gs1 = true};
    static const struct scan_want serial = {"SN-0001", "serial", NULL, NULL, NULL, NULL, "SN-0001"};
    static const struct scan_want lot = {
        "101234567890", "gs1", "(10)1234567890", NULL, "1234567890", NULL, NULL};
    static const struct scan_bad space = {"SN 0001", "unknown-code", NULL};
    static const struct scan_bad misread = {"5901234123458", "check-digit", NULL};
    scan_expect(&serial, &serials);
    scan_expect(&lot, &gs1);
    scan_expect_bad(&space, &serials);
    scan_expect_bad(&misread, &scan_in_2026);
}
END_TEST

/* ---- limits ----------------------------------------------------------------------------------------- */

START_TEST(test_limits)
{
    static char text[SCAN_LONGEST + 2];
    static struct scan scan;
    memset(text, '1', sizeof text);
    ck_assert(!scan_decode(&scan, &scan_in_2026, text, sizeof text));
    ck_assert_int_eq(scan.fault, SCAN_TOO_LONG);
    /* as many AIs as there may be, and one more */
    strcpy(text, "]d2");
    size_t length = 3;
    for (int i = 0; i <= SCAN_AIS; i++)
        length += (size_t)sprintf(text + length, "%d%c\x1d", 91, 'A');
    ck_assert(!scan_decode(&scan, &scan_in_2026, text, length));
    ck_assert_int_eq(scan.fault, SCAN_TOO_MANY);
    ck_assert(scan_decode(&scan, &scan_in_2026, text, length - 4));
    ck_assert_int_eq(scan.count, SCAN_AIS);
    /* a link whose every value is decoded */
    length = (size_t)sprintf(text, "http://a/01/%s?99=", GTIN);
    for (; length + 3 < SCAN_LONGEST; length += 3)
        memcpy(text + length, "%41", 3);
    ck_assert(!scan_decode(&scan, &scan_in_2026, text, length));
    ck_assert_int_eq(scan.fault, SCAN_LONG);
}
END_TEST

/* ---- properties ------------------------------------------------------------------------------------- */

static const struct {
    const char *code;
    int at, count; /* where the digits of a GTIN or SSCC stand */
} keys[] = {
    {"]d201" GTIN "17271231", 5, 14},
    {"]C1"
     "00006141411234567890",
     5, 18},
    {"(01)" GTIN "(10)A", 4, 14},
    {"^01" GTIN, 3, 14},
    {"01" GTIN "17271231", 2, 14},
    {"https://x.cn/01/" GTIN, 16, 14},
    {"]E05901234123457", 3, 13},
    {"]E496385074", 3, 8},
    {"]I110614141123459", 3, 14},
    {"5901234123457", 0, 13},
    {"96385074", 0, 8},
    {"012345678905", 0, 12},
    {"10614141123459", 0, 14},
};

START_TEST(test_one_digit_misread)
{
    char text[64];
    size_t length = strlen(keys[_i].code);
    ck_assert_msg(scan_is_good(keys[_i].code, length), "%s", keys[_i].code);
    for (int at = keys[_i].at; at < keys[_i].at + keys[_i].count; at++)
        for (char digit = '0'; digit <= '9'; digit++) {
            strcpy(text, keys[_i].code);
            if (text[at] == digit)
                continue;
            text[at] = digit;
            ck_assert_msg(!scan_is_good(text, length), "%s", text);
        }
}
END_TEST

/* Whatever is cut off or changed: no byte behind the end is read, and the verdict and the fault agree. */
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

Suite *
scan_suite(void)
{
    Suite *suite = suite_create("scan");
    TCase *all = tcase_create("scan");
    tcase_add_loop_test(all, test_good, 0, sizeof good / sizeof *good);
    tcase_add_loop_test(all, test_bad, 0, sizeof bad / sizeof *bad);
    tcase_add_loop_test(all, test_years, 0, sizeof years / sizeof *years);
    tcase_add_test(all, test_separators);
    tcase_add_test(all, test_serials_and_form);
    tcase_add_test(all, test_limits);
    tcase_add_loop_test(all, test_one_digit_misread, 0, sizeof keys / sizeof *keys);
    tcase_add_loop_test(all, test_cut_and_changed, 0, sizeof good / sizeof *good);
    suite_add_tcase(suite, all);
    return suite;
}
